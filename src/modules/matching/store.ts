// SQL of candidates and judgements.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Band } from './band.ts';
import type { Candidate, Judgement, Standing } from './candidate.ts';
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

export type ScoredPair = {
  missingId: RecordId;
  foundId: RecordId;
  comparison: Comparison;
  band: Band;
  missingVersion: number;
  foundVersion: number;
  standing: Standing;
};

/** Stores a scored pair; returns its id. */
export async function saveCandidate(context: Context, pair: ScoredPair): Promise<string> {
  const { comparison } = pair;
  const { rows } = await sql<{
    id: string;
  }>`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison,
      weights_version, missing_version, found_version, computed_at, standing)
    values (${newId(milliseconds(context.now))}, ${pair.missingId}, ${pair.foundId}, ${comparison.probability}, ${comparison.totalBits}, ${comparison.oneInN},
      ${pair.band}, ${JSON.stringify(comparison)}, ${comparison.weightsVersion}, ${pair.missingVersion}, ${pair.foundVersion}, ${context.now}, ${pair.standing})
    on conflict (missing_id, found_id) do update set probability = excluded.probability, total_bits = excluded.total_bits, one_in = excluded.one_in,
      band = excluded.band, comparison = excluded.comparison, weights_version = excluded.weights_version, missing_version = excluded.missing_version,
      found_version = excluded.found_version, computed_at = excluded.computed_at, standing = excluded.standing
    returning id`.execute(context.db);
  return rows[0]!.id;
}

export async function markMatched(context: Context, recordId: RecordId, version: number): Promise<void> {
  await sql`update record set matched_at = ${context.now}, matched_version = ${version} where id = ${recordId}`.execute(context.db);
}

export async function unmatchedRecords(context: Context, atMost: number): Promise<RecordId[]> {
  const { rows } = await sql<{
    id: RecordId;
  }>`select id from record where matched_version is null and closed_at is null and kind <> 'sighting'
    order by opened_at desc limit ${atMost} for update skip locked`.execute(context.db);
  return rows.map((row) => row.id);
}

export async function setStanding(context: Context, candidateId: string, standing: Standing): Promise<void> {
  await sql`update match_candidate set standing = ${standing} where id = ${candidateId}`.execute(context.db);
}

export async function insertJudgement(
  context: Context,
  candidate: Candidate,
  verdict: Judgement['verdict'],
  reason: string,
  by: { officerId: string; officeId: string },
  reverses: string | null = null,
): Promise<string> {
  const id = newId<'judgement'>(milliseconds(context.now));
  await sql`insert into match_judgement (id, candidate_id, verdict, reason, missing_version, found_version, judged_by, office_id, judged_at, reverses)
    values (${id}, ${candidate.id}, ${verdict}, ${reason}, ${candidate.missingVersion}, ${candidate.foundVersion}, ${by.officerId}, ${by.officeId},
      ${context.now}, ${reverses})`.execute(context.db);
  return id;
}

export async function judgementsOf(context: Context, candidateId: string): Promise<Judgement[]> {
  const { rows } =
    await sql<Judgement>`select j.id, j.candidate_id, j.verdict, j.reason, j.judged_at, o.name as officer_name, f.name as office_name,
      j.missing_version, j.found_version
    from match_judgement j join officer o on o.id = j.judged_by join office f on f.id = j.office_id
    where j.candidate_id = ${candidateId} order by j.judged_at, j.id`.execute(context.db);
  return rows;
}

/** Candidates waiting for an officer's eyes: pairs one of whose records belongs to the office. */
export async function waitingFor(context: Context, officeId: string, atMost: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`select ${columns} from match_candidate
    where standing = 'open' and band <> 'weak' and (missing_id in (select id from record where office_id = ${officeId} and closed_at is null)
      or found_id in (select id from record where office_id = ${officeId} and closed_at is null))
    order by probability desc, computed_at desc limit ${atMost}`.execute(context.db);
  return rows;
}
