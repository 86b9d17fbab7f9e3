// GET /children?kind=&open=: the records within the officer's reach, a page at a time.
import type { RecordKind } from '../../kernel/reference.ts';
import { refuse } from '../../kernel/refusal.ts';
import { afterText, readAfter } from '../../platform/paging.ts';
import { type RequestContext, page, show } from '../../web/route.ts';
import { ListPage } from './pages/list-page.tsx';
import { readPermissions, recordKinds } from './record.ts';
import { scopeOf } from './scope-store.ts';
import { listRecords } from './store.ts';

const PAGE_ROWS = 50;

function readableKinds({ tools, actor }: RequestContext): RecordKind[] {
  return recordKinds.filter((kind) => tools.may(actor, readPermissions[kind]));
}

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const listRoute = page({
  path: '/children',
  permission: 'signed-in',
  audit: 'children.list',
  purpose: 'casework',
  async answer(context, { query }) {
    const { view, actor } = context;
    const scope = actor.kind === 'officer' ? scopeOf(actor) : null;
    const kinds = readableKinds(context);
    const kind = kinds.find((each) => each === query.kind) ?? kinds[0];
    if (!scope || !kind) return refuse('web.error.notFound');
    const open = query.open !== 'no';
    const records = await listRecords(context, { kind, open, scope, after: readAfter(query.after, RECORD_ID), limit: PAGE_ROWS });
    const last = records.length === PAGE_ROWS ? records.at(-1) : undefined;
    const older = last ? `/children?kind=${kind}&open=${open ? 'yes' : 'no'}&after=${afterText({ at: last.openedAt, id: last.id })}` : null;
    return show(view.t(`children.list.title.${kind}`), ListPage({ view, kinds, kind, open, records, older }));
  },
});
