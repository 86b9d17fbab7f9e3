// SQL of plans of many children at once, for whoever counts: what of a plan stands in columns, and none of its words.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Measure } from './plan.ts';

/** Of the plan in force: the last that was made and not sent back. `measures`: of every need that gives concern. */
export type PlanCounted = { approved: boolean; measures: Measure[] };

export async function plansCounted(context: Context, recordIds: readonly RecordId[]): Promise<Map<RecordId, PlanCounted>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<PlanCounted & { recordId: RecordId }>`select p.record_id, p.approved,
      array(select distinct n.measure from care_need n where n.plan_id = p.id and n.measure is not null and n.concern <> 'none') as measures
    from (select distinct on (p.record_id) p.record_id, p.id, d.decision is not distinct from 'approved' as approved
      from care_plan p left join care_plan_decision d on d.plan_id = p.id
      where p.record_id = any (${recordIds as RecordId[]}::uuid[]) and p.made_at is not null and d.decision is distinct from 'returned'
      order by p.record_id, p.version desc) p`.execute(context.db);
  return new Map(rows.map(({ recordId, ...plan }) => [recordId, plan]));
}
