// SQL of candidates and judgements.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type Scope, inScope } from '../children/index.ts';
import type { ChildRecord } from '../children/index.ts';
import type { Band } from './band.ts';
import type { Candidate, Standing } from './candidate.ts';
import type { Edge } from './groups/group.ts';
import type { Comparison } from './score.ts';

const columns = sql`id, missing_id, found_id, probability, band, comparison, missing_version, found_version, computed_at, standing`;

/** The candidates a record has, strongest first. `shown` leaves out weak and withdrawn ones. */
export async function candidatesOf(context: Context, recordId: RecordId, options: { shown: boolean }): Promise<Candidate[]> {
  const shown = options.shown ? sql`and standing <> 'withdrawn' and (band <> 'weak' or standing <> 'open')` : sql``;
  const { rows } = await sql<Candidate>`select ${columns} from match_candidate
    where (missing_id = ${recordId} or found_id = ${recordId}) ${shown} order by probability desc, id limit 500`.execute(context.db);
  return rows;
}

export async function readCandidate(context: Context, id: string): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`select ${columns} from match_candidate where id = ${id}`.execute(context.db);
  return rows[0];
}

/** Pairs of these records that somebody judged the same, or not the same. */
export async function judgedPairs(context: Context, recordIds: readonly RecordId[]): Promise<Omit<Edge, 'confirmed'>[]> {
  const ids = sql`any (${recordIds as RecordId[]}::uuid[])`;
  const { rows } = await sql<Omit<Edge, 'confirmed'>>`select id as candidate_id, missing_id, found_id, standing from match_candidate
    where (missing_id = ${ids} or found_id = ${ids}) and standing in ('same', 'different') order by id limit 200`.execute(context.db);
  return rows;
}

export type ScoredPair = {
  missingId: RecordId;
  foundId: RecordId;
  comparison: Comparison;
  band: Band;
  missingVersion: number;
  foundVersion: number;
  standing: Standing;
  /** How it stood when it was read for scoring; null if it was not there. */
  standingBefore: Standing | null;
};

/**
 * Stores a scored pair. A judgement an officer gave since the pair was read is kept: the machine's standing is only written over the one it
 * knew. `inserted` is false where another worker was first.
 */
export async function saveCandidate(context: Context, pair: ScoredPair): Promise<{ id: string; standing: Standing; inserted: boolean }> {
  const { comparison } = pair;
  const { rows } = await sql<{
    id: string;
    standing: Standing;
    inserted: boolean;
  }>`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison,
      weights_version, missing_version, found_version, computed_at, standing)
    values (${newId(milliseconds(context.now))}, ${pair.missingId}, ${pair.foundId}, ${comparison.probability}, ${comparison.totalBits}, ${comparison.oneInN},
      ${pair.band}, ${JSON.stringify(comparison)}, ${comparison.weightsVersion}, ${pair.missingVersion}, ${pair.foundVersion}, ${context.now}, ${pair.standing})
    on conflict (missing_id, found_id) do update set probability = excluded.probability, total_bits = excluded.total_bits, one_in = excluded.one_in,
      band = excluded.band, comparison = excluded.comparison, weights_version = excluded.weights_version, missing_version = excluded.missing_version,
      found_version = excluded.found_version, computed_at = excluded.computed_at,
      standing = case when match_candidate.standing = ${pair.standingBefore}::text then excluded.standing else match_candidate.standing end
    returning id, standing, (xmax = 0) as inserted`.execute(context.db);
  return rows[0]!;
}

/** More than this many processes would find nothing left to claim among the newest. */
const LOOK_AHEAD = 64;
/** Our part of the database's advisory locks of two numbers; diaries use those of one. */
const CLAIMS = 3;

type Claim = Pick<ChildRecord, 'id' | 'version'>;
const unmatched = sql`matched_version is distinct from version and closed_at is null and kind <> 'sighting'`;

/**
 * Of the open records whose description, as it now is, nothing has compared (of a seed or an import, or left over by a comparison that failed),
 * the newest that no other process works on: until this transaction ends it is ours. No row is locked: who writes holds diaries first, and would wait for us.
 */
export async function claimUnmatched(context: Context): Promise<Claim | undefined> {
  for (;;) {
    const { rows } =
      await sql<Claim>`select id, version from (select id, version from record where ${unmatched} order by opened_at desc limit ${LOOK_AHEAD}) newest
      where pg_try_advisory_xact_lock(${CLAIMS}::int, hashtext(id::text)) limit 1`.execute(context.db);
    const claim = rows[0];
    if (!claim) return undefined;
    // Whoever had it before may have ended between our look and our lock.
    const again = await sql<Claim>`select id, version from record where id = ${claim.id} and ${unmatched}`.execute(context.db);
    if (again.rows[0]) return again.rows[0];
  }
}

/** True while a record stands in a pair, not withdrawn, with any record of that office. */
export async function isPairedWith(context: Context, recordId: RecordId, officeId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from match_candidate c join record other on other.id in (c.missing_id, c.found_id) and other.id <> ${recordId}
    where ${recordId} in (c.missing_id, c.found_id) and c.standing <> 'withdrawn' and other.office_id = ${officeId} limit 1`.execute(
      context.db,
    );
  return rows.length > 0;
}

/** False if somebody changed the standing since it was read: then nothing is written. */
export async function setStanding(context: Context, candidate: Pick<Candidate, 'id' | 'standing'>, standing: Standing): Promise<boolean> {
  const done =
    await sql`update match_candidate set standing = ${standing} where id = ${candidate.id} and standing = ${candidate.standing}`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n;
}

/** Open pairs reached from the scope's records: driven from the few records, never from all candidates. */
function waitingPairs(scope: Scope) {
  return sql`with mine as materialized (select r.id from record r where ${inScope(scope)} and r.closed_at is null), waiting as (
      select c.id, c.probability from mine join match_candidate c on c.missing_id = mine.id where c.standing = 'open' and c.band <> 'weak'
      union
      select c.id, c.probability from mine join match_candidate c on c.found_id = mine.id where c.standing = 'open' and c.band <> 'weak')`;
}

/** Of so many times the pairs wanted, some may have a record the officer cannot see. */
const SPARE = 3;

/**
 * Open pairs both of whose records the officer may see, the likeliest first. The likeliest are picked before anything is joined to them:
 * row security asks about every row it is shown.
 */
export async function waitingFor(context: Context, scope: Scope, atMost: number): Promise<Candidate[]> {
  const { rows } =
    await sql<Candidate>`${waitingPairs(scope)}, likeliest as materialized (select id from waiting order by probability desc limit ${atMost * SPARE})
    select c.id, c.missing_id, c.found_id, c.probability, c.band, c.comparison, c.missing_version, c.found_version, c.computed_at, c.standing
    from likeliest join match_candidate c using (id) join record m on m.id = c.missing_id join record f on f.id = c.found_id
    order by c.probability desc, c.computed_at desc limit ${atMost}`.execute(context.db);
  return rows;
}

export async function countWaiting(context: Context, scope: Scope): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`${waitingPairs(scope)} select count(*) as waiting from waiting`.execute(context.db);
  return rows[0]!.waiting;
}

/** Another pair in which this found child is judged the same as another missing child: its id, or null. One found child is rarely two missing ones. */
export async function sameAsAnother(context: Context, { id, foundId }: Pick<Candidate, 'id' | 'foundId'>): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from match_candidate
    where found_id = ${foundId} and standing = 'same' and id <> ${id} order by computed_at, id limit 1`.execute(context.db);
  return rows[0]?.id ?? null;
}
