// GET /access and /access/:reference: who looked at a record, when, and why. Reading it opens no record.
import { refuse } from '../../kernel/refusal.ts';
import { readReference } from '../../kernel/reference.ts';
import { pageAsked } from '../../platform/paging.ts';
import { type Route, page, redirect, show } from '../../web/route.ts';
import { accessesOf, countAccesses, lastAccessed, lookersOf, recordIdOf } from './access-store.ts';
import { AccessPage, AccessedPage } from './pages/access-page.tsx';

const LATEST = 50;
const PAGE = 200;
const ground = { permission: 'accessLog.read', purpose: 'oversight' } as const;

export const accessRoutes: Route[] = [
  page({
    ...ground,
    path: '/access',
    audit: 'accessLog.latest',
    async answer(context, { query }) {
      const { view } = context;
      const reference = readReference(query.reference ?? '');
      if (reference) return redirect(`/access/${reference}`);
      return show(view.t('children.access.all'), AccessedPage({ view, records: await lastAccessed(context, LATEST) }));
    },
  }),
  page({
    ...ground,
    path: '/access/:reference',
    audit: 'accessLog.view',
    async answer(context, { params, query }) {
      const { view } = context;
      const name = params.reference ?? '';
      const reference = readReference(name);
      const recordId = reference && (await recordIdOf(context, reference));
      const count = recordId ? await countAccesses(context, recordId) : 0;
      if (!recordId || count === 0) return refuse('web.error.notFound');
      const pages = Math.ceil(count / PAGE);
      const at = pageAsked(query['page'], pages);
      const entries = await accessesOf(context, recordId, { atMost: PAGE, from: (at - 1) * PAGE });
      const body = AccessPage({ view, name, lookers: await lookersOf(context, recordId), entries, count, page: at, pages, size: PAGE });
      return show(view.t('children.access.title', { reference: name }), body);
    },
  }),
];
