// The desk's pages of watched posts: who answers and who does not, a post's history, and what its keeper records.
import type { z } from 'zod';
import { isUuid } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { pageOf } from '../../platform/paging.ts';
import { type Params, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { type State, allDistricts, allStates, placeName } from '../places/index.ts';
import { type Condition, conditions } from './aliveness.ts';
import { keepsPost } from './appointment-store.ts';
import { appoint, endAppointment, keptPost, recordCall, recordLeave } from './appointments.ts';
import { countByState, only } from './counts.ts';
import { confirmRoute } from './desk-confirm.ts';
import { importRoutes } from './desk-import.ts';
import { appointSchema, callSchema, endSchema, leaveSchema } from './form.ts';
import { ActionPage, type PostAction } from './pages/action-page.tsx';
import { NationPage } from './pages/nation-page.tsx';
import { PostPage } from './pages/post-page.tsx';
import { StatePage } from './pages/state-page.tsx';
import { type WatchedKind, isWatched, publishedKinds, watchedKinds } from './posts.ts';
import { type Post, historyOf, readPost, readPosts } from './store.ts';

/** Which kinds a page covers: the nodal posts unless another kind, or all, is asked for. */
function kindsAsked({ kind = '' }: Params): readonly WatchedKind[] {
  if (kind === 'all') return watchedKinds;
  return isWatched(kind) ? [kind] : publishedKinds;
}

const conditionAsked = ({ condition }: Params): Condition | undefined => conditions.find((one) => one === condition);

/** Posts on a page: a telephone's screen holds about three. */
const POSTS = 12;

async function nation(context: RequestContext, query: Params, states: readonly State[]) {
  const posts = await readPosts(context, { kinds: kindsAsked(query) });
  const nodal = posts.filter(({ districtCode }) => districtCode === null);
  const { view } = context;
  const counts = countByState(posts, states);
  const posted = pageOf(only(nodal, conditionAsked(query)), query.page, POSTS);
  return show(view.t('nodal-officers.title'), NationPage({ view, query, states, counts, posts: posted }));
}

async function ofState(context: RequestContext, query: Params, state: State, states: readonly State[]) {
  const all = await readPosts(context, { kinds: kindsAsked(query), stateCode: state.code });
  const districts = (await allDistricts(context)).filter(({ stateCode }) => stateCode === state.code);
  const district = districts.find(({ code }) => code === query['district']);
  const here = district ? all.filter(({ districtCode }) => districtCode === district.code) : all;
  const posts = only(here, conditionAsked(query));
  const { view, actor } = context;
  const mayImport = context.tools.may(actor, 'nodalPost.manage') && actor.kind === 'officer' && actor.stateCode === state.code;
  return show(
    view.t('nodal-officers.ofState', { state: placeName(view, state) }),
    StatePage({
      view,
      query,
      state,
      states,
      districts,
      district,
      all: here,
      paged: pageOf(posts, query.page, POSTS),
      count: posts.length,
      mayImport,
    }),
  );
}

const listRoute = page({
  path: '/nodal-officers',
  permission: 'officers.read',
  audit: 'nodalPosts.list',
  purpose: 'directory',
  async answer(context, { query }) {
    const states = await allStates(context);
    const state = states.find(({ code }) => code === query['state']);
    return state ? ofState(context, query, state, states) : nation(context, query, states);
  },
});

const postRoute = page({
  path: '/nodal-officers/:office',
  permission: 'officers.read',
  audit: 'nodalPosts.history',
  purpose: 'directory',
  async answer(context, { params }) {
    const post = isUuid(params['office']!) ? await readPost(context, params['office']!) : undefined;
    if (!post) return refuse('web.error.notFound');
    const keeps = context.tools.may(context.actor, 'nodalPost.manage') && (await keepsPost(context, post.officeId));
    return show(post.name, PostPage({ view: context.view, post, events: await historyOf(context, post.officeId), keeps }));
  },
});

type Verb<Schema extends z.ZodType> = {
  action: PostAction;
  schema: Schema;
  work(context: RequestContext, post: Post, draft: z.output<Schema>): ReturnType<typeof appoint>;
};

/** One action on one post, by its keeper alone: to anybody else the post is not there. */
function verb<Schema extends z.ZodType>({ action, schema, work }: Verb<Schema>): Route {
  const postIn = async (context: RequestContext, params: Params) =>
    isUuid(params['office']!) ? keptPost(context, params['office']!) : refuse('web.error.notFound');
  return form({
    path: `/nodal-officers/:office/${action}`,
    permission: 'nodalPost.manage',
    audit: `nodalPosts.${action}`,
    purpose: 'directory',
    schema,
    async show(context, { params, values, errors }) {
      const post = await postIn(context, params);
      if (isRefusal(post)) return post;
      const { view } = context;
      return show(view.t(`nodal-officers.${action}.title`), ActionPage({ view, post, action, form: { values, errors } }));
    },
    async save(context, { params, draft }) {
      const post = await postIn(context, params);
      if (isRefusal(post)) return post;
      const refusal = await work(context, post, draft);
      return refusal ?? redirect(`/nodal-officers/${post.officeId}`, `nodal-officers.done.${action}`);
    },
  });
}

export function deskRoutes(): Route[] {
  return [
    listRoute,
    confirmRoute,
    ...importRoutes,
    postRoute,
    verb({ action: 'appoint', schema: appointSchema, work: appoint }),
    verb({ action: 'end', schema: endSchema, work: endAppointment }),
    verb({ action: 'leave', schema: leaveSchema, work: recordLeave }),
    verb({ action: 'call', schema: callSchema, work: recordCall }),
  ];
}
