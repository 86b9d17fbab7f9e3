// The public notices at the citizen door: by district or State, one by one, gone (410) the moment their ground is gone, and dark (503) where nobody
// vouches for what may be shown.
import { type After, afterText, readAfter } from '../../platform/paging.ts';
import { readPhotograph } from '../../platform/photographs/index.ts';
import { type PageAnswer, type Params, type RequestContext, type Route, page, show } from '../../web/route.ts';
import { allStates, districtInState, districtOf, findDistricts, placeName, spokenIn } from '../places/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { objectionRoutes } from './objections/citizen.ts';
import { kitRoutes } from './kit/citizen.ts';
import type { Kit } from './kit/kit-file.ts';
import { PUBLIC_ID, standingOf, without } from './standing.ts';
import { listPublicNotices } from './store.ts';
import { type Budget, NOTICES_A_PAGE, mayLook } from './budget/budget.ts';
import type { Showing } from './manifest/showing.ts';
import { NoticeGonePage, NoticePage, NoticesDarkPage, NoticesEnoughPage } from './pages/notice-page.tsx';
import { NoticeListPage } from './pages/notice-list-page.tsx';

const ground = { permission: 'anyone', purpose: 'public-tracing' } as const;

type Place = { districtCode: string } | { stateCode: string };

/** The place asked for: a district by code, by name as typed, or a whole State. Null: nothing is listed. */
async function placeAsked(context: RequestContext, query: Params): Promise<{ place: Place; name: string } | null> {
  const typed = (query['district'] ?? '').slice(0, 100);
  const district = typed ? ((await districtOf(context, typed)) ?? (await findDistricts(context, typed))[0]) : undefined;
  if (district) return { place: { districtCode: district.code }, name: districtInState(context.view, district) };
  const state = (await allStates(context)).find(({ code }) => code === query['state']);
  return state ? { place: { stateCode: state.code }, name: placeName(context.view, state) } : null;
}

const seenEnough = ({ view }: RequestContext): PageAnswer =>
  show(view.t('notices.enoughTitle'), NoticesEnoughPage({ view }), { status: 429, unlisted: true });

const dark = ({ view }: RequestContext): PageAnswer =>
  show(view.t('notices.darkTitle'), NoticesDarkPage({ view }), { status: 503, unlisted: true });

const pageName = (place: Place, after: After | null): string => [...Object.values(place), after ? afterText(after) : 'first'].join(' ');

const listRoute = (showing: Showing, budget: Budget): Route =>
  page({
    ...ground,
    path: '/missing',
    audit: 'notice.list',
    async answer(context, { query, networkAddress }) {
      const { view } = context;
      const asked = await placeAsked(context, query);
      const shownNow = await showing(context);
      if (!shownNow) return dark(context);
      const after = readAfter(query['after'], PUBLIC_ID);
      if (asked && !(await budget(context, { address: networkAddress, page: pageName(asked.place, after) }))) return seenEnough(context);
      const notices = asked ? await listPublicNotices(context, asked.place, { after, limit: NOTICES_A_PAGE + 1 }) : [];
      const onPage = notices.slice(0, NOTICES_A_PAGE);
      const last = notices.length > NOTICES_A_PAGE ? onPage.at(-1)! : null;
      const older = last && afterText({ at: last.authorisedAt, id: last.publicId });
      const shown = onPage.filter(({ publicId }) => shownNow.has(publicId));
      const props = { view, states: await allStates(context), query, placeName: asked?.name ?? null, notices: shown, older };
      return show(view.t('notices.list.title'), NoticeListPage(props), { unlisted: asked !== null });
    },
  });

const noticeRoute = (showing: Showing): Route =>
  page({
    ...ground,
    path: '/missing/:publicId',
    audit: 'notice.view',
    async answer(context, { params }) {
      const { view } = context;
      const standing = await standingOf(context, showing, params['publicId'] ?? '');
      if (standing.is === 'unknown') return refuse('web.error.notFound');
      if (standing.is === 'dark') return dark(context);
      const { notice } = standing;
      if (standing.is === 'gone') {
        const title = view.t(notice.found ? 'notices.foundTitle' : 'notices.goneTitle');
        return show(title, NoticeGonePage({ view, found: notice.found === true }), { status: 410, unlisted: true });
      }
      // What apps keep of a shared link cannot be called back: the card bears no name and no face.
      const card = { title: view.t('notices.title'), text: view.t('notices.cardText') };
      const spoken = notice.stateCode ? await spokenIn(context, notice.stateCode) : [];
      return show(view.t('notices.title'), NoticePage({ view, notice, spoken }), { unlisted: true, card });
    },
  });

const photographRoute = (showing: Showing): Route =>
  page({
    ...ground,
    path: '/missing/:publicId/photo.jpg',
    audit: 'notice.photograph',
    async answer(context, { params }) {
      const standing = await standingOf(context, showing, params['publicId'] ?? '');
      if (standing.is !== 'unknown' && !standing.notice.photographFile) return without('gone');
      if (standing.is !== 'shown') return without(standing.is);
      const body = await readPhotograph(context.tools.photographDirectory, standing.notice.photographFile!, 'full');
      return body ? { kind: 'file', body, contentType: 'image/jpeg', cacheControl: 'no-store', unlisted: true } : without('gone');
    },
  });

/** `budget` other than the usual one is a test's. */
export function citizenRoutes(kit: Kit, budget: Budget = mayLook): Route[] {
  const { showing } = kit;
  return [listRoute(showing, budget), noticeRoute(showing), photographRoute(showing), ...kitRoutes(kit), ...objectionRoutes];
}
