// Against a notice, without an account: a short form, a code to follow it by, and who answers by when.
import { newPublicId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { spend } from '../../../platform/http/budget.ts';
import { type Route, form, page, redirect, show } from '../../../web/route.ts';
import { networkOf } from '../budget/budget.ts';
import { objectionSchema } from './form.ts';
import { followObjection, insertObjection } from './objection-store.ts';
import { CodePage, FollowedPage, ObjectionPage } from './objection-pages.tsx';

const ground = { permission: 'anyone', purpose: 'public-tracing' } as const;
/** Of one network; beyond it somebody floods the police (threat A9). */
const OBJECTIONS_AN_HOUR = 10;
const CODE = /^[0-9a-z]{16}$/;

export const objectionRoutes: readonly Route[] = [
  form({
    ...ground,
    path: '/missing/:publicId/wrong',
    audit: 'notice.object',
    schema: objectionSchema,
    async show({ view }, { params, values, errors }) {
      return show(view.t('notices.objection.title'), ObjectionPage({ view, publicId: params['publicId']!, form: { values, errors } }), {
        unlisted: true,
      });
    },
    async save(context, { params, draft, networkAddress }) {
      const bucket = `objection:${context.tools.keyedHash(networkOf(networkAddress))}`;
      if (!(await spend(context, bucket, OBJECTIONS_AN_HOUR, 60))) return refuse('notices.error.objectionsTooMany');
      const code = newPublicId().slice(0, 16);
      return (await insertObjection(context, params['publicId']!, code, draft))
        ? redirect(`/notice-answer?code=${code}`)
        : refuse('web.error.notFound');
    },
  }),
  page({
    ...ground,
    path: '/notice-answer',
    audit: 'notice.objectionFollowed',
    async answer(context, { query }) {
      const { view } = context;
      const code = (query['code'] ?? '').trim().toLowerCase();
      if (code === '')
        return show(view.t('notices.objection.followed'), CodePage({ view, form: { values: {}, errors: {} } }), { unlisted: true });
      const followed = await followObjection(context, CODE.test(code) ? code : '');
      if (!followed) return refuse('web.error.notFound');
      return show(view.t('notices.objection.followed'), FollowedPage({ view, code, followed }), { unlisted: true });
    },
  }),
];
