// What obligations add to a record's page: every duty of this child, with its clock, its sentence and the law it comes from.
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { listedOfRecord } from './desk-store.ts';
import { dutyRow } from './duty-row.ts';
import { DutiesPanel } from './pages/duties-panel.tsx';

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (actor.kind !== 'officer' || !tools.may(actor, 'duties.read')) return null;
  const rows = (await listedOfRecord(context, record.id)).flatMap((listed) => {
    const row = dutyRow(view, listed);
    return row ? [{ row, open: listed.ending === null, own: listed.officeId === actor.officeId }] : [];
  });
  return rows.length > 0 ? DutiesPanel({ view, rows }) : null;
}

export const panels: RecordPanel[] = [{ kinds: ['missing', 'found', 'sighting'], place: 'side', draw }];
