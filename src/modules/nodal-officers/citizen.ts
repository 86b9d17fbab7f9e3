// The public list of nodal officers at the citizen door, as the Supreme Court ordered (Guria, 14-10-2025, C-n): a page without JavaScript, JSON and CSV.
import type { Context } from '../../platform/context.ts';
import { type Params, type Route, page, show } from '../../web/route.ts';
import { type District, type State, allDistricts, allStates, districtOf, findDistricts } from '../places/index.ts';
import { PublicPage } from './pages/public-page.tsx';
import { type PublicRow, csvList, jsonList, rowOf } from './public-list.ts';
import { publicPosts } from './public-store.ts';

const ground = { permission: 'anyone', purpose: 'public-directory' } as const;
/** The list changes with appointments, a few a day: whoever fetches it often may keep it for five minutes. */
const KEEP = 'public, max-age=300';

async function rows(context: Context, place: { stateCode?: string; districtCode?: string } = {}): Promise<PublicRow[]> {
  const states = new Map((await allStates(context)).map((state) => [state.code, state]));
  const districts = new Map((await allDistricts(context)).map((district) => [district.code, district]));
  return (await publicPosts(context, place)).map((post) => rowOf(post, { states, districts }));
}

type Asked = { district: District | undefined; state: State | undefined; several: District[] };

/** A district by its code or as typed, in Latin or its own script; else a State, chosen or typed. */
async function placeAsked(context: Context, query: Params): Promise<Asked> {
  const typed = (query['q'] ?? '').trim().slice(0, 100);
  const states = await allStates(context);
  const named = states.find(({ name, nativeName }) => [name, nativeName].some((one) => one?.toLowerCase() === typed.toLowerCase()));
  const state = states.find(({ code }) => code === query['state']) ?? (typed ? named : undefined);
  const chosen = query['district'] ? await districtOf(context, query['district']) : undefined;
  if (chosen) return { district: chosen, state: states.find(({ code }) => code === chosen.stateCode), several: [] };
  if (!typed || named) return { district: undefined, state, several: [] };
  const found = (await findDistricts(context, typed)).filter(({ stateCode }) => !query['state'] || stateCode === query['state']);
  const one = found.length === 1 ? found[0] : undefined;
  return { district: one, state: one ? states.find(({ code }) => code === one.stateCode) : state, several: one ? [] : found };
}

const pageRoute = page({
  ...ground,
  path: '/nodal-officers',
  audit: 'nodalOfficers.public',
  async answer(context, { query }) {
    const { view } = context;
    const { district, state, several } = await placeAsked(context, query);
    const place = { ...(state ? { stateCode: state.code } : {}), ...(district ? { districtCode: district.code } : {}) };
    const shown = (await rows(context, place)).filter(({ level }) => state || level !== 'district');
    const props = { view, query, states: await allStates(context), state, district, several, rows: shown };
    return show(view.t('nodal-officers.public.title'), PublicPage(props));
  },
});

const jsonRoute = page({
  ...ground,
  path: '/nodal-officers.json',
  audit: 'nodalOfficers.json',
  async answer(context) {
    const body = Buffer.from(JSON.stringify(jsonList(await rows(context), context.now)));
    return { kind: 'file', body, contentType: 'application/json; charset=utf-8', cacheControl: KEEP };
  },
});

const csvRoute = page({
  ...ground,
  path: '/nodal-officers.csv',
  audit: 'nodalOfficers.csv',
  async answer(context) {
    return { kind: 'file', body: Buffer.from(csvList(await rows(context))), contentType: 'text/csv; charset=utf-8', cacheControl: KEEP };
  },
});

export function citizenRoutes(): Route[] {
  return [pageRoute, jsonRoute, csvRoute];
}
