// The public notices at the citizen door: by district or State, one by one, gone (410) the moment their ground is gone, and dark (503) where nobody
// vouches for what may be shown.
import { type After, afterText, readAfter } from '../../platform/paging.ts';
import { readPhotograph } from '../../platform/photographs/index.ts';
import { type FileAnswer, type PageAnswer, type Params, type RequestContext, type Route, page, show } from '../../web/route.ts';
import { allStates, districtInState, districtOf, findDistricts, placeName } from '../places/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { objectionRoutes } from './objections/citizen.ts';
import { type PublicNotice, findPublicNotice, listPublicNotices } from './store.ts';
import { isShowable } from './words.ts';
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

const PUBLIC_ID = /^[0-9a-z]{26}$/;

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

/** One look-up whatever was asked, so that an unknown address takes as long as a known one. */
async function noticeAsked(context: RequestContext, params: Params): Promise<PublicNotice | undefined> {
  const publicId = params['publicId'] ?? '';
  return findPublicNotice(context, PUBLIC_ID.test(publicId) ? publicId : '');
}

const noticeRoute = (showing: Showing): Route =>
  page({
    ...ground,
    path: '/missing/:publicId',
    audit: 'notice.view',
    async answer(context, { params }) {
      const { view } = context;
      const notice = await noticeAsked(context, params);
      const shownNow = await showing(context);
      if (!notice) return refuse('web.error.notFound');
      if (!isShowable(notice, context.now))
        return show(view.t('notices.goneTitle'), NoticeGonePage({ view }), { status: 410, unlisted: true });
      if (!shownNow?.has(notice.publicId)) return dark(context);
      // What apps keep of a shared link cannot be called back: the card bears no name and no face.
      const card = { title: view.t('notices.title'), text: view.t('notices.cardText') };
      return show(view.t('notices.title'), NoticePage({ view, notice }), { unlisted: true, card });
    },
  });

const without = (status: 410 | 503, words: string): FileAnswer => ({
  kind: 'file',
  body: Buffer.from(words),
  contentType: 'text/plain; charset=utf-8',
  status,
  cacheControl: 'no-store',
  unlisted: true,
});

const photographRoute = (showing: Showing): Route =>
  page({
    ...ground,
    path: '/missing/:publicId/photo.jpg',
    audit: 'notice.photograph',
    async answer(context, { params }) {
      const notice = await noticeAsked(context, params);
      const shownNow = await showing(context);
      if (!notice) return refuse('web.error.notFound');
      if (!isShowable(notice, context.now) || !notice.photographFile) return without(410, 'gone');
      if (!shownNow?.has(notice.publicId)) return without(503, 'not now');
      const body = await readPhotograph(context.tools.photographDirectory, notice.photographFile, 'full');
      return body ? { kind: 'file', body, contentType: 'image/jpeg', cacheControl: 'no-store', unlisted: true } : without(410, 'gone');
    },
  });

/** `budget` other than the usual one is a test's. */
export function citizenRoutes(showing: Showing, budget: Budget = mayLook): Route[] {
  return [listRoute(showing, budget), noticeRoute(showing), photographRoute(showing), ...objectionRoutes];
}
