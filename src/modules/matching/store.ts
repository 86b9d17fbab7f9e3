// SQL of candidates and judgements.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type Access, type ChildRecord, type Scope, inScope, peekRecords } from '../children/index.ts';
import type { Band } from './band.ts';
import type { Candidate, Standing } from './candidate.ts';
import type { Edge } from './groups/group.ts';
import type { Comparison } from './score.ts';

const columns = sql`id, missing_id, found_id, probability, band, comparison, missing_version, found_version, computed_at, standing`;

/** The candidates a record has, strongest first. `shown` leaves out weak and withdrawn ones. Of one the officer may see, some may be with a record they may not. */
export async function candidatesOf(context: Context, recordId: RecordId, options: { shown: boolean }): Promise<Candidate[]> {
  const shown = options.shown ? sql`and standing <> 'withdrawn' and (band <> 'weak' or standing <> 'open')` : sql``;
  const { rows } = await sql<Candidate>`select ${columns} from match_candidate
    where (missing_id = ${recordId} or found_id = ${recordId}) ${shown} order by probability desc, id limit 500`.execute(context.db);
  return rows;
}

/** A pair as it is stored, without its explanation. */
export type KnownPair = Pick<Candidate, 'id' | 'missingId' | 'foundId' | 'band' | 'standing' | 'missingVersion' | 'foundVersion'> & {
  totalBits: number;
  weightsVersion: string;
};

/** All pairs of these records, weak and withdrawn ones too. */
export async function pairsOf(context: Context, recordIds: readonly RecordId[]): Promise<KnownPair[]> {
  const pairs = sql`select id, missing_id, found_id, band, standing, missing_version, found_version, total_bits, weights_version from match_candidate`;
  const ids = sql`any (${recordIds as RecordId[]}::uuid[])`;
  const { rows } = await sql<KnownPair>`${pairs} where missing_id = ${ids} union ${pairs} where found_id = ${ids}`.execute(context.db);
  return rows;
}

/** Whether the record ever stood in so many pairs: with fewer nobody was left without a place. */
export async function hadManyPairs(context: Context, recordId: RecordId, many: number): Promise<boolean> {
  const { rows } = await sql`select from match_candidate where missing_id = ${recordId} union all
    select from match_candidate where found_id = ${recordId} limit ${many}`.execute(context.db);
  return rows.length === many;
}

/** Those shown both of whose records the officer may see: what a page may count, name or lead to. */
export async function openableOf(context: Context, recordId: RecordId): Promise<Candidate[]> {
  const candidates = await candidatesOf(context, recordId, { shown: true });
  const others = candidates.map(({ missingId, foundId }) => (missingId === recordId ? foundId : missingId));
  const visible = new Set((await peekRecords(context, others)).map(({ id }) => id));
  return candidates.filter((_, at) => visible.has(others[at]!));
}

export async function readCandidate(context: Context, id: string): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`select ${columns} from match_candidate where id = ${id}`.execute(context.db);
  return rows[0];
}

/** A pair as it stands beside another that shares a record with it. */
export type PairBeside = Pick<Candidate, 'id' | 'missingId' | 'foundId' | 'probability' | 'standing'> & { totalBits: number };

/** Every pair of these records of which nobody said that it is two children, the likeliest first; also those with a record the officer may not see. */
export async function pairsBeside(
  context: Context,
  recordIds: readonly RecordId[],
  { likelyOnly }: { likelyOnly: boolean },
): Promise<PairBeside[]> {
  const shown = likelyOnly ? sql`band = 'likely'` : sql`band <> 'weak'`;
  const pairs = sql`select id, missing_id, found_id, probability, total_bits, standing from match_candidate
    where (standing = 'same' or (standing in ('open', 'unsure') and ${shown}))`;
  const ids = sql`any (${recordIds as RecordId[]}::uuid[])`;
  const { rows } =
    await sql<PairBeside>`${pairs} and missing_id = ${ids} union ${pairs} and found_id = ${ids} order by total_bits desc, id`.execute(
      context.db,
    );
  return rows;
}

type JudgedPair = Omit<Edge, 'confirmed'>;

/** Every pair of these records that somebody judged the same. Not cut short: one left out would tear a child's records apart. They are few, since a second one needs a word of its own. */
export async function samePairs(context: Context, recordIds: readonly RecordId[]): Promise<JudgedPair[]> {
  const ids = sql`any (${recordIds as RecordId[]}::uuid[])`;
  const { rows } = await sql<JudgedPair>`select id as candidate_id, missing_id, found_id, standing from match_candidate
    where (missing_id = ${ids} or found_id = ${ids}) and standing = 'same' order by id`.execute(context.db);
  return rows;
}

/** Pairs judged not the same both of whose records are among these. Of the hundreds a record may have been told apart from, no other concerns its group. */
export async function differentAmong(context: Context, recordIds: readonly RecordId[]): Promise<JudgedPair[]> {
  const ids = sql`any (${recordIds as RecordId[]}::uuid[])`;
  const { rows } = await sql<JudgedPair>`select id as candidate_id, missing_id, found_id, standing from match_candidate
    where missing_id = ${ids} and found_id = ${ids} and standing = 'different' order by id`.execute(context.db);
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

export type SavedPair = Pick<Candidate, 'id' | 'missingId' | 'foundId' | 'standing'> & { inserted: boolean };

/**
 * Stores scored pairs, each given once. A judgement an officer gave since a pair was read is kept: the machine's standing is only written over the one
 * it knew. `inserted` is false where another worker was first.
 */
export async function saveCandidates(context: Context, pairs: readonly ScoredPair[]): Promise<SavedPair[]> {
  if (pairs.length === 0) return [];
  const each = <T>(read: (pair: ScoredPair) => T): T[] => pairs.map(read);
  const { rows } = await sql<SavedPair>`with given as (
      select * from unnest(${each(() => newId(milliseconds(context.now)))}::uuid[], ${each(({ missingId }) => missingId)}::uuid[],
        ${each(({ foundId }) => foundId)}::uuid[], ${each(({ comparison }) => comparison.probability)}::real[],
        ${each(({ comparison }) => comparison.totalBits)}::real[], ${each(({ comparison }) => comparison.oneInN)}::float8[], ${each(({ band }) => band)}::text[],
        ${each(({ comparison }) => JSON.stringify(comparison))}::jsonb[], ${each(({ comparison }) => comparison.weightsVersion)}::text[],
        ${each(({ missingVersion }) => missingVersion)}::int[], ${each(({ foundVersion }) => foundVersion)}::int[],
        ${each(({ standing }) => standing)}::text[], ${each(({ standingBefore }) => standingBefore)}::text[])
        as g (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, standing, standing_before))
    insert into match_candidate as c (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version,
      computed_at, standing)
    select id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, ${context.now}, standing
    from given order by missing_id, found_id
    on conflict (missing_id, found_id) do update set probability = excluded.probability, total_bits = excluded.total_bits, one_in = excluded.one_in,
      band = excluded.band, comparison = excluded.comparison, weights_version = excluded.weights_version, missing_version = excluded.missing_version,
      found_version = excluded.found_version, computed_at = excluded.computed_at,
      standing = case when c.standing = (select g.standing_before from given g where g.id = excluded.id) then excluded.standing else c.standing end
    returning c.id, c.missing_id, c.found_id, c.standing, (c.xmax = 0) as inserted`.execute(context.db);
  return rows;
}

/** Among so many of the newest a process looks for what to claim: with more taken by others than this it would find nothing. */
const LOOK_AHEAD = 256;
/** Our part of the database's advisory locks of two numbers; diaries use those of one. */
const CLAIMS = 3;

export type Claim = Pick<ChildRecord, 'id' | 'version'>;
const unmatched = sql`matched_version is distinct from version and closed_at is null and kind <> 'sighting'`;

/**
 * Of the open records whose description, as it now is, nothing has compared (of a seed or an import, or left over by a comparison that failed),
 * the newest that no other process works on: until this transaction ends they are ours. No row is locked: who writes holds diaries first, and would wait for us.
 */
export async function claimUnmatched(context: Context, atMost: number): Promise<Claim[]> {
  for (;;) {
    const { rows } =
      await sql<Claim>`select id from (select id from record where ${unmatched} order by opened_at desc limit ${LOOK_AHEAD}) newest
      where pg_try_advisory_xact_lock(${CLAIMS}::int, hashtext(id::text)) limit ${atMost}`.execute(context.db);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    // Whoever had one before may have ended between our look and our lock.
    const again = await sql<Claim>`select id, version from record where id = any (${ids}::uuid[]) and ${unmatched}`.execute(context.db);
    if (again.rows.length > 0) return again.rows;
  }
}

/** Of these, the records that stand in no pair, not withdrawn, with any record of that office. */
export async function unpaired(context: Context, accesses: readonly Access[]): Promise<Access[]> {
  const { rows } = await sql<Access>`select distinct a.record_id, a.office_id
    from unnest(${accesses.map(({ recordId }) => recordId)}::uuid[], ${accesses.map(({ officeId }) => officeId)}::uuid[]) as a (record_id, office_id)
    where not exists (select from match_candidate c join record o on o.id = c.found_id
        where c.missing_id = a.record_id and c.standing <> 'withdrawn' and o.office_id = a.office_id)
      and not exists (select from match_candidate c join record o on o.id = c.missing_id
        where c.found_id = a.record_id and c.standing <> 'withdrawn' and o.office_id = a.office_id)`.execute(context.db);
  return rows;
}

/** False if somebody changed the standing since it was read: then nothing is written. */
export async function setStanding(context: Context, candidate: Pick<Candidate, 'id' | 'standing'>, standing: Standing): Promise<boolean> {
  const done =
    await sql`update match_candidate set standing = ${standing} where id = ${candidate.id} and standing = ${candidate.standing}`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n;
}

/** Pairs that stand so, reached from the scope's records: driven from the few records, never from all candidates. */
function waitingPairs(scope: Scope, standing: 'open' | 'unsure') {
  return sql`with mine as materialized (select r.id from record r where ${inScope(scope)} and r.closed_at is null), waiting as (
      select c.id, c.probability from mine join match_candidate c on c.missing_id = mine.id where c.standing = ${standing} and c.band <> 'weak'
      union
      select c.id, c.probability from mine join match_candidate c on c.found_id = mine.id where c.standing = ${standing} and c.band <> 'weak')`;
}

/** Of so many times the pairs wanted, some may have a record the officer cannot see. */
const SPARE = 3;

/**
 * Pairs both of whose records the officer may see, the likeliest first. The likeliest are picked before anything is joined to them:
 * row security asks about every row it is shown.
 */
export async function waitingFor(
  context: Context,
  scope: Scope,
  { standing, atMost }: { standing: 'open' | 'unsure'; atMost: number },
): Promise<Candidate[]> {
  const { rows } =
    await sql<Candidate>`${waitingPairs(scope, standing)}, likeliest as materialized (select id from waiting order by probability desc limit ${atMost * SPARE})
    select c.id, c.missing_id, c.found_id, c.probability, c.band, c.comparison, c.missing_version, c.found_version, c.computed_at, c.standing
    from likeliest join match_candidate c using (id) join record m on m.id = c.missing_id join record f on f.id = c.found_id
    order by c.probability desc, c.computed_at desc limit ${atMost}`.execute(context.db);
  return rows;
}

type WaitingPair = Pick<Candidate, 'id' | 'missingId' | 'foundId'>;

/** Every pair that waits for an answer anywhere, by id, so many at a time: at the worker's door, which sees all. */
export async function allWaiting(context: Context, after: string | null, atMost: number): Promise<WaitingPair[]> {
  const { rows } = await sql<WaitingPair>`select id, missing_id, found_id from match_candidate
    where standing = 'open' and band <> 'weak' and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${atMost}`.execute(
    context.db,
  );
  return rows;
}

/** Like `waitingFor`: only pairs both of whose records the officer may see, or the number would tell of the others. */
export async function countWaiting(context: Context, scope: Scope): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`${waitingPairs(scope, 'open')} select count(*) as waiting
    from waiting join match_candidate c using (id) join record m on m.id = c.missing_id join record f on f.id = c.found_id`.execute(
    context.db,
  );
  return rows[0]!.waiting;
}

/** Another pair in which this found child is judged the same as another missing child: its id, or null. One found child is rarely two missing ones. */
export async function sameAsAnother(context: Context, { id, foundId }: Pick<Candidate, 'id' | 'foundId'>): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from match_candidate
    where found_id = ${foundId} and standing = 'same' and id <> ${id} order by computed_at, id limit 1`.execute(context.db);
  return rows[0]?.id ?? null;
}
