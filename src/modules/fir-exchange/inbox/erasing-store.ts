// SQL of erasing what police systems sent, when all of it is settled and its time is over. What stays is evidence: digests, signatures, receipts, outcomes.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

const counted = ({ numAffectedRows }: { numAffectedRows?: bigint }): number => Number(numAffectedRows ?? 0);
/** Whoever waits may yet need it: a worker, or a person. */
const waits = sql`('received', 'parked', 'quarantined')`;

/** The bytes of deliveries, those refused too. */
export async function eraseRaw(context: Context, settledBefore: Instant, most: number): Promise<number> {
  return counted(
    await sql`update exchange_delivery set raw = null where id in (
      select d.id from exchange_delivery d where d.raw is not null and d.received_at < ${settledBefore}
        and not exists (select from exchange_message m where m.delivery_id = d.id and (m.state in ${waits} or m.settled_at >= ${settledBefore}))
      order by d.received_at limit ${most} for update skip locked)`.execute(context.db),
  );
}

/** What messages say: of a paper nothing while one of its messages waits, or a child of it is looked for; what was ignored alone is needed by nobody. */
export async function eraseContent(context: Context, settledBefore: Instant, most: number): Promise<number> {
  return counted(
    await sql`update exchange_message set sealed = null where sequence in (
      select m.sequence from exchange_message m where m.sealed is not null and m.state in ('applied', 'ignored') and m.settled_at < ${settledBefore}
        and not exists (select from exchange_message w where w.paper_key = m.paper_key and w.state in ${waits})
        and (m.state = 'ignored' or not exists (select from exchange_paper_child c join record r on r.id = c.record_id
          where c.paper_key = m.paper_key and (r.closed_at is null or r.closed_at >= ${settledBefore})))
      order by m.settled_at limit ${most} for update skip locked)`.execute(context.db),
  );
}

/** The rows of lists that were taken: what came of each stands with its papers. */
export async function eraseLists(context: Context, settledBefore: Instant, most: number): Promise<number> {
  return counted(
    await sql`update exchange_list set rows = '[]' where id in (
      select l.id from exchange_list l where l.taken_at < ${settledBefore} and l.rows <> '[]'
        and not exists (select from exchange_message m where m.delivery_id = l.delivery_id and (m.state in ${waits} or m.settled_at >= ${settledBefore}))
      limit ${most} for update skip locked)`.execute(context.db),
  );
}
