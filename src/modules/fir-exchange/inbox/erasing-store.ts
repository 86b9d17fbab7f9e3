// SQL of erasing what police systems sent, when all of it is settled and its time is over. What stays is evidence: digests, signatures, receipts, outcomes.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

/** `from`: where the last share ended, so that what is kept yet is passed over once in a round, not once in each share of it. */
export type Share = { settledBefore: Instant; from: Instant | null; most: number };
/** `to`: where it ended. */
export type Erased = { count: number; to: Instant | null };

const erased = ({ rows }: { rows: readonly { at: Instant }[] }): Erased => ({
  count: rows.length,
  to: rows.reduce<Instant | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null),
});
const since = (column: string, from: Instant | null) => (from === null ? sql`true` : sql`${sql.ref(column)} >= ${from}`);
/** Whoever waits may yet need it: a worker, or a person. What was said anew since waits for nobody. */
const waits = (message: string) => {
  const [state, anew] = [sql.ref(`${message}.state`), sql.ref(`${message}.said_anew_at`)];
  return sql`(${state} in ('received', 'parked') or (${state} = 'quarantined' and ${anew} is null))`;
};

/** The bytes of deliveries, those refused too. */
export async function eraseRaw(context: Context, { settledBefore, from, most }: Share): Promise<Erased> {
  return erased(
    await sql<{ at: Instant }>`update exchange_delivery set raw = null where id in (
      select d.id from exchange_delivery d where d.raw is not null and d.received_at < ${settledBefore} and ${since('d.received_at', from)}
        and not exists (select from exchange_message m where m.delivery_id = d.id and (${waits('m')} or m.settled_at >= ${settledBefore} or m.said_anew_at >= ${settledBefore}))
      order by d.received_at limit ${most} for update skip locked) returning received_at as at`.execute(context.db),
  );
}

/** What messages say: of a paper nothing while one of its messages waits, or a child of it is looked for; what was ignored alone is needed by nobody. */
export async function eraseContent(context: Context, { settledBefore, from, most }: Share): Promise<Erased> {
  return erased(
    await sql<{ at: Instant }>`update exchange_message set sealed = null, pictures = null where sequence in (
      select m.sequence from exchange_message m where m.sealed is not null and (m.state in ('applied', 'ignored') or m.said_anew_at < ${settledBefore})
        and m.settled_at < ${settledBefore} and ${since('m.settled_at', from)}
        and not exists (select from exchange_message w where w.paper_key = m.paper_key and ${waits('w')})
        and (m.state = 'ignored' or not exists (select from exchange_paper_child c join record r on r.id = c.record_id
          where c.paper_key = m.paper_key and (r.closed_at is null or r.closed_at >= ${settledBefore})))
      order by m.settled_at limit ${most} for update skip locked) returning settled_at as at`.execute(context.db),
  );
}

/** The rows of lists that were taken: what came of each stands with its papers. */
export async function eraseLists(context: Context, { settledBefore, from, most }: Share): Promise<Erased> {
  return erased(
    await sql<{ at: Instant }>`update exchange_list set rows = '[]' where id in (
      select l.id from exchange_list l where l.taken_at < ${settledBefore} and l.rows <> '[]' and ${since('l.taken_at', from)}
        and not exists (select from exchange_message m where m.delivery_id = l.delivery_id and (${waits('m')} or m.settled_at >= ${settledBefore} or m.said_anew_at >= ${settledBefore}))
      order by l.taken_at limit ${most} for update skip locked) returning taken_at as at`.execute(context.db),
  );
}
