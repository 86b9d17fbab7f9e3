// SQL of which papers a worker settles next: those with something due, State by State, each State and each paper by one worker at a time.
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';

export type Share = { most: number; mostBytes: number };

/** Further on in a State's queue than a worker's own share it looks for papers of which no other worker holds the messages. */
const SHARES_LOOKED_THROUGH = 4;

type Waiting = { paperKey: string; count: number; bytes: number };

const waits = sql`state in ('received', 'parked') and paper_key is not null`;
/** Of a paper's key, as the index has it. */
const stateOfPaper = sql`split_part(paper_key, '/', 1)`;

/** States of which something is due, whose oldest waits longest first. From the index alone, a step a State: of a hundred thousand that wait none else is read. */
async function statesDue({ db, now }: Context): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`with recursive heads as (
      select null::text as state, null::timestamptz as next_at, null::bigint as sequence, '' as after
      union all
      select next.state, next.next_at, next.sequence, next.state from heads cross join lateral (
        select ${stateOfPaper} as state, next_at, sequence from exchange_message where ${waits} and ${stateOfPaper} > heads.after
        order by ${stateOfPaper}, next_at, sequence limit 1) next)
    select state from heads where next_at <= ${now} order by next_at, sequence`.execute(db);
  return rows.map(({ state }) => state);
}

/** Held until the transaction ends: what two workers open in one State at once would wait for each other's next serial. False: another worker is at it. */
async function takeState({ db }: Context, state: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`exchange state ${state}`}, 0)) as held`.execute(db);
  return rows[0]!.held;
} // prettier-ignore

async function papersDue({ db, now }: Context, state: string, most: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select paper_key, count(*)::int as count, sum(bytes)::float8 as bytes
    from (select paper_key, coalesce(pg_column_size(sealed), 0) + coalesce(pg_column_size(pictures), 0) as bytes, row_number() over (order by next_at, sequence) as place from exchange_message
      where ${waits} and ${stateOfPaper} = ${state} and next_at <= ${now} order by next_at, sequence
      limit ${most}) due
    group by paper_key order by min(place)`.execute(db);
  return rows;
}

/**
 * Keys of the papers whose messages are due, of at most so many messages, each held until the transaction ends; one that another worker holds is left to it,
 * and so is a State: several workers go through several States, and a flood of one State holds up no other while a lane is free.
 * Never a message of a paper that is another worker's: it would wait for this one, and this one for what it holds.
 * Messages may carry pictures: without `mostBytes` some hundred of the largest at once would end the worker, and again whenever it starts.
 */
export async function takePapers(context: Context, { most, mostBytes }: Share): Promise<string[]> {
  const taken: string[] = [];
  let [left, bytesLeft] = [most, mostBytes];
  for (const state of await statesDue(context)) {
    if (left <= 0 || bytesLeft <= 0) break;
    if (!(await takeState(context, state))) continue;
    const rows = await papersDue(context, state, left * SHARES_LOOKED_THROUGH);
    for (let from = 0; from < rows.length && left > 0 && bytesLeft > 0;) {
      const share: Waiting[] = [];
      for (let [count, bytes] = [0, 0]; from < rows.length && count < left && bytes < bytesLeft; from++) {
        share.push(rows[from]!);
        count += rows[from]!.count;
        bytes += rows[from]!.bytes;
      }
      const held = new Set(await takeOthers(context, share.map(({ paperKey }) => paperKey))); // prettier-ignore
      for (const { paperKey, count, bytes } of share.filter((one) => held.has(one.paperKey))) {
        taken.push(paperKey);
        [left, bytesLeft] = [left - count, bytesLeft - bytes];
      }
    }
  }
  // An officer who sets one of them aside meanwhile waits for what becomes of it.
  await sql`select from exchange_message where paper_key = any (${taken}::text[]) and state in ('received', 'parked') for no key update`.execute(
    context.db,
  );
  return taken.toSorted();
}

/** Those of these papers that no other worker holds, held from now on. */
export async function takeOthers(context: Context, paperKeys: readonly string[]): Promise<string[]> {
  if (paperKeys.length === 0) return [];
  const { rows } = await sql<{ paperKey: string }>`select paper_key from unnest(${paperKeys as string[]}::text[]) as p (paper_key)
    where pg_try_advisory_xact_lock(hashtextextended('exchange ' || paper_key, 0)) order by paper_key`.execute(context.db);
  return rows.map(({ paperKey }) => paperKey);
}
