// SQL of silences: who was heard when, what each district's days were like, and the silences that stand.
import { sql } from 'kysely';
import type { OfficeId, OfficerId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { PAST_DAYS } from './silence.ts';

export type WatchedNode = {
  code: string;
  stateCode: string | null;
  openedAt: Instant;
  lastHeardAt: Instant | null;
  silentAfterMinutes: number;
};

/** One worker at a time watches; false where another does. */
export async function holdWatch({ db }: Context): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('exchange silence', 0)) as mine`.execute(
    db,
  );
  return rows[0]!.mine;
}

/** Open nodes, of States and of the grid. A digest is a word too: who compares has something to say. */
export async function watchedNodes({ db }: Context): Promise<WatchedNode[]> {
  const { rows } = await sql<WatchedNode>`select n.code, n.state_code, n.opened_at, n.silent_after_minutes, greatest(
      (select d.received_at from exchange_delivery d where d.node_code = n.code and d.source = 'node' and d.refused is null order by d.received_at desc limit 1),
      (select max(g.exchanged_at) from exchange_digest g where g.node_code = n.code)) as last_heard_at
    from exchange_node n where n.closed_at is null order by n.code`.execute(db);
  return rows;
}

export type WatchedDistrict = { nodeCode: string; stateCode: string; districtCode: string; lastHeardAt: Instant; firstDay: Day };

/** Districts that were heard, with the last time and the first day. */
export async function watchedDistricts({ db }: Context): Promise<WatchedDistrict[]> {
  const { rows } =
    await sql<WatchedDistrict>`select n.code as node_code, d.state_code, d.district_code, max(d.last_received) as last_heard_at, to_char(min(d.day), 'YYYY-MM-DD') as first_day
    from exchange_day d join exchange_node n on n.state_code = d.state_code and n.closed_at is null where d.district_code <> '' group by 1, 2, 3`.execute(
      db,
    );
  return rows;
}

/** Messages of each whole day before the last heard one, the oldest first, at most so many. */
export async function pastOf({ db }: Context, { stateCode, districtCode, lastHeardAt, firstDay }: WatchedDistrict): Promise<number[]> {
  const { rows } = await sql<{
    received: number;
  }>`select coalesce(e.received, 0) as received from generate_series(greatest(${firstDay}::date, indian_day(${lastHeardAt}) - ${PAST_DAYS}::int),
      indian_day(${lastHeardAt}) - 1, interval '1 day') as s (day)
    left join exchange_day e on e.day = s.day::date and e.state_code = ${stateCode} and e.district_code = ${districtCode} order by s.day`.execute(
    db,
  );
  return rows.map(({ received }) => received);
}

export type Silence = {
  id: string;
  nodeCode: string;
  /** Null: of the national grid. */
  stateCode: string | null;
  districtCode: string | null;
  since: Instant;
  openedAt: Instant;
  officeId: OfficeId;
  reason: string | null;
  words: string | null;
  explainedAt: Instant | null;
};
const columns = sql`s.id, s.node_code, s.state_code, s.district_code, s.since, s.opened_at, s.office_id, s.reason, s.words, s.explained_at`;

export async function openSilences({ db }: Context): Promise<Silence[]> {
  const { rows } =
    await sql<Silence>`select ${columns} from exchange_silence s where s.ended_at is null order by s.district_code nulls first, s.since, s.id`.execute(
      db,
    );
  return rows;
}

export async function readSilence({ db }: Context, id: string): Promise<Silence | null> {
  const { rows } = await sql<Silence>`select ${columns} from exchange_silence s where s.id = ${id} and s.ended_at is null`.execute(db);
  return rows[0] ?? null;
}

export type NewSilence = Pick<Silence, 'id' | 'nodeCode' | 'stateCode' | 'districtCode' | 'since' | 'officeId'>;

export async function beginSilence(
  { db, now }: Context,
  { id, nodeCode, stateCode, districtCode, since, officeId }: NewSilence,
): Promise<void> {
  await sql`insert into exchange_silence (id, node_code, state_code, district_code, since, opened_at, office_id)
    values (${id}, ${nodeCode}, ${stateCode}, ${districtCode}, ${since}, ${now}, ${officeId})`.execute(db);
}

export async function endSilence({ db, now }: Context, id: string): Promise<void> {
  await sql`update exchange_silence set ended_at = ${now} where id = ${id}`.execute(db);
}

/** False where somebody said why already, or it has ended. */
export async function explainSilence(
  { db, now }: Context,
  id: string,
  reason: string,
  words: string | null,
  officerId: OfficerId,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update exchange_silence set reason = ${reason}, words = ${words}, explained_by = ${officerId}, explained_at = ${now}
    where id = ${id} and ended_at is null and reason is null`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
