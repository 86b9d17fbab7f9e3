// SQL of guarded records: which they are, and to whom their own office opened them.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { type Scope, inScope } from '../../children/index.ts';

/** Of these, the records a score alone opens to no other office. To an officer only those the officer sees. */
export async function guardedAmong(context: Context, ids: readonly RecordId[]): Promise<Set<RecordId>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: RecordId }>`select guarded_among as id from guarded_among(${ids as RecordId[]}::uuid[])`.execute(
    context.db,
  );
  return new Set(rows.map(({ id }) => id));
}

export type Opening = { candidateId: string; recordId: RecordId };

export async function openingsOf(context: Context, candidateIds: readonly string[]): Promise<Opening[]> {
  if (candidateIds.length === 0) return [];
  const { rows } = await sql<Opening>`select candidate_id, record_id from match_opening
    where candidate_id = any (${candidateIds as string[]}::uuid[])`.execute(context.db);
  return rows;
}

/** Lets the other office in, for this pair: a trigger does that in the same statement. */
export async function insertOpening(context: Context, { candidateId, recordId }: Opening, reason: string, by: OfficerActor): Promise<void> {
  await sql`insert into match_opening (candidate_id, record_id, reason, opened_by, office_id, opened_at)
    values (${candidateId}, ${recordId}, ${reason}, ${by.officerId}, ${by.officeId}, ${context.now})`.execute(context.db);
}

/** Open records of the scope, or the one, that stand in a pair nobody judged with a record the officer may not see, and which that is. */
export async function pairedUnseen(
  context: Context,
  of: Scope | { recordId: RecordId },
  atMost: number,
): Promise<{ ownId: RecordId; otherId: RecordId }[]> {
  const { rows } = await sql<{ ownId: RecordId; otherId: RecordId }>`with mine as materialized (
      select r.id from record r where ${'recordId' in of ? sql`r.id = ${of.recordId}` : inScope(of)} and r.closed_at is null), paired as materialized (
      select mine.id as own_id, c.found_id as other_id from mine join match_candidate c on c.missing_id = mine.id
        where c.standing in ('open', 'unsure') and c.band <> 'weak'
      union select mine.id, c.missing_id from mine join match_candidate c on c.found_id = mine.id
        where c.standing in ('open', 'unsure') and c.band <> 'weak')
    select own_id, other_id from paired where (select true from record r where r.id = other_id) is null order by own_id limit ${atMost}`.execute(
    context.db,
  );
  return rows;
}
