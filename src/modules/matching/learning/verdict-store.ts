// SQL of what officers judged, for learning: the last word on each pair.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import type { Judgement, Standing } from '../candidate.ts';

export type LastWord = Pick<Judgement, 'candidateId' | 'verdict' | 'judgedBy' | 'officeId' | 'missingVersion' | 'foundVersion'> & {
  missingId: RecordId;
  foundId: RecordId;
  standing: Standing;
};

/** The newest so many. */
export async function lastWords(context: Context, atMost: number): Promise<LastWord[]> {
  const { rows } = await sql<LastWord>`select j.candidate_id, j.verdict, j.judged_by, j.office_id, j.missing_version, j.found_version,
      c.missing_id, c.found_id, c.standing
    from (select distinct on (candidate_id) * from match_judgement order by candidate_id, sequence desc) j
    join match_candidate c on c.id = j.candidate_id order by j.sequence desc limit ${atMost}`.execute(context.db);
  return rows;
}
