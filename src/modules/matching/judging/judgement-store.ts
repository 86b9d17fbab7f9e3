// SQL of judgements: appended and read, never changed.
import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Candidate, Judgement } from '../candidate.ts';
import type { Cited } from './cited.ts';

export type NewJudgement = Pick<Judgement, 'verdict' | 'reason'> & Partial<Pick<Judgement, 'cited' | 'evidence'>> & { reverses?: string };

/** How the pair stands follows in the database (`judgement_stands`): no officer sets it. */
export async function insertJudgement(
  context: Context,
  candidate: Candidate,
  { verdict, reason, cited = [], evidence = {}, reverses }: NewJudgement,
  by: { officerId: string; officeId: string },
): Promise<string> {
  const id = newId<'judgement'>(milliseconds(context.now));
  await sql`insert into match_judgement (id, candidate_id, verdict, reason, cited, evidence, missing_version, found_version, judged_by, office_id, judged_at, reverses)
    values (${id}, ${candidate.id}, ${verdict}, ${reason}, ${cited}, ${JSON.stringify(evidence)}, ${candidate.missingVersion}, ${candidate.foundVersion},
      ${by.officerId}, ${by.officeId}, ${context.now}, ${reverses ?? null})`.execute(context.db);
  return id;
}

export async function judgementsOf(context: Context, candidateId: string): Promise<Judgement[]> {
  const { rows } =
    await sql<Judgement>`select j.id, j.candidate_id, j.verdict, j.reason, j.cited, j.evidence, j.judged_at, j.judged_by, j.office_id,
      o.name as officer_name, f.name as office_name, j.missing_version, j.found_version
    from match_judgement j join officer o on o.id = j.judged_by join office f on f.id = j.office_id
    where j.candidate_id = ${candidateId} order by j.sequence`.execute(context.db);
  return rows;
}

/** By pair: what its standing "no" or "can't tell" rested on. */
export async function citedBy(context: Context, candidates: readonly Pick<Candidate, 'id' | 'standing'>[]): Promise<Map<string, Cited>> {
  const ids = candidates.filter(({ standing }) => standing === 'different' || standing === 'unsure').map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Cited & { candidateId: string }>`select distinct on (candidate_id) candidate_id, verdict, cited, evidence
    from match_judgement where candidate_id = any (${ids}::uuid[]) order by candidate_id, sequence desc`.execute(context.db);
  return new Map(rows.map((row) => [row.candidateId, row]));
}

export type TakenBack = Pick<Judgement, 'candidateId' | 'reason' | 'judgedAt' | 'officeName'>;

/** By pair: those whose last word is a Committee's that took the judgement back, with its reason. The score knows nothing of it. */
export async function takenBackByCommittee(context: Context, candidateIds: readonly string[]): Promise<Map<string, TakenBack>> {
  if (candidateIds.length === 0) return new Map();
  const { rows } = await sql<TakenBack>`select j.candidate_id, j.reason, j.judged_at, f.name as office_name
    from (select distinct on (candidate_id) candidate_id, verdict, reason, judged_at, office_id from match_judgement
      where candidate_id = any (${candidateIds as string[]}::uuid[]) order by candidate_id, sequence desc) j
    join office f on f.id = j.office_id where j.verdict = 'reversed' and f.kind = 'cwc' order by j.candidate_id`.execute(context.db);
  return new Map(rows.map((row) => [row.candidateId, row]));
}
