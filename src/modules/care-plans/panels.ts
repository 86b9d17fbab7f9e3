// The plan's panel on a found child's page: whether there is one, and the way to it.
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { PlanPanel } from './pages/plan-panel.tsx';
import { draftOf, planInForce } from './plan.ts';
import { standingsOf } from './plan-store.ts';

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (!tools.may(actor, 'carePlan.read')) return null;
  const plans = await standingsOf(context, record.id);
  return PlanPanel({
    view,
    reference: record.reference,
    inForce: planInForce(plans),
    isDrafted: draftOf(plans) !== undefined,
    isReturned: plans.at(-1)?.decision === 'returned',
  });
}

export const panels: readonly RecordPanel[] = [{ kinds: ['found'], place: 'side', draw }];
