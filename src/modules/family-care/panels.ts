// On a found child's page: whether the child is supported in a family, and the way there. Shown to those who may open it alone.
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { FamilyCarePanel } from './pages/family-care-panel.tsx';
import { placingsOf } from './placings/placing-store.ts';

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (actor.kind !== 'officer' || !tools.may(actor, 'familyCare.read') || actor.districtCode !== record.districtCode) return null;
  return FamilyCarePanel({ view, reference: record.reference, placings: await placingsOf(context, record.id) });
}

export const panels: readonly RecordPanel[] = [{ kinds: ['found'], place: 'side', draw }];
