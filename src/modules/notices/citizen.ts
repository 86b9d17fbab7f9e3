// The public notices at the citizen door: by district or State, one by one, and gone (410) the moment their ground is gone.
import { afterText, readAfter } from '../../platform/paging.ts';
import { readPhotograph } from '../../platform/photographs/index.ts';
import { type FileAnswer, type Params, type RequestContext, type Route, page, show } from '../../web/route.ts';
import { allStates, districtInState, districtOf, findDistricts, placeName } from '../places/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type PublicNotice, findPublicNotice, listPublicNotices } from './store.ts';
import { isShowable } from './words.ts';
import { NoticeGonePage, NoticePage } from './pages/notice-page.tsx';
import { NoticeListPage } from './pages/notice-list-page.tsx';

const PAGE = 20;
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

const PUBLIC_ID = /^[0-9a-z]{26}$/;

const listRoute = page({
  ...ground,
  path: '/missing',
  audit: 'notice.list',
  async answer(context, { query }) {
    const asked = await placeAsked(context, query);
    const notices = asked
      ? await listPublicNotices(context, asked.place, { after: readAfter(query['after'], PUBLIC_ID), limit: PAGE + 1 })
      : [];
    const shown = notices.slice(0, PAGE);
    const last = notices.length > PAGE ? shown.at(-1)! : null;
    const older = last && afterText({ at: last.authorisedAt, id: last.publicId });
    const props = { view: context.view, states: await allStates(context), query, placeName: asked?.name ?? null, notices: shown, older };
    return show(context.view.t('notices.list.title'), NoticeListPage(props));
  },
});

/** One look-up whatever was asked, so that an unknown address takes as long as a known one. */
async function noticeAsked(context: RequestContext, params: Params): Promise<PublicNotice | undefined> {
  const publicId = params['publicId'] ?? '';
  return findPublicNotice(context, PUBLIC_ID.test(publicId) ? publicId : '');
}

const noticeRoute = page({
  ...ground,
  path: '/missing/:publicId',
  audit: 'notice.view',
  async answer(context, { params }) {
    const notice = await noticeAsked(context, params);
    if (!notice) return refuse('web.error.notFound');
    const { view } = context;
    if (!isShowable(notice, context.now)) return show(view.t('notices.goneTitle'), NoticeGonePage({ view }), { status: 410 });
    return show(view.t('notices.title'), NoticePage({ view, notice }));
  },
});

const GONE: FileAnswer = {
  kind: 'file',
  body: Buffer.from('gone'),
  contentType: 'text/plain; charset=utf-8',
  status: 410,
  cacheControl: 'no-store',
};

const photographRoute = page({
  ...ground,
  path: '/missing/:publicId/photo.jpg',
  audit: 'notice.photograph',
  async answer(context, { params }) {
    const notice = await noticeAsked(context, params);
    if (!notice) return refuse('web.error.notFound');
    if (!isShowable(notice, context.now) || !notice.photographFile) return GONE;
    const body = await readPhotograph(context.tools.photographDirectory, notice.photographFile, 'full');
    return body ? { kind: 'file', body, contentType: 'image/jpeg', cacheControl: 'no-store' } : GONE;
  },
});

export function citizenRoutes(): Route[] {
  return [listRoute, noticeRoute, photographRoute];
}
