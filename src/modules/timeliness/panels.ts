// What timeliness adds to a record's page: this office's late entries, until it has said why. They stand in the diary either way.
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { unexplained } from './actions.ts';
import { LatePanel } from './pages/late-panel.tsx';

async function draw(context: RequestContext, record: ChildRecord) {
  const { actor, tools, view } = context;
  if (actor.kind !== 'officer' || !tools.may(actor, 'timeliness.answer')) return null;
  const late = await unexplained(context, actor, record);
  return late.length > 0 ? LatePanel({ view, late, reference: record.reference }) : null;
}

export const panels: readonly RecordPanel[] = [{ kinds: ['missing', 'found', 'sighting'], place: 'side', draw }];
