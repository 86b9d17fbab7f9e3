// SQL of found children.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { FoundChildDraft } from './form.ts';
import type { FoundChild } from './found-child.ts';

export type Finding = Pick<
  FoundChildDraft,
  | 'foundPlace'
  | 'foundWith'
  | 'circumstances'
  | 'condition'
  | 'belongings'
  | 'broughtBy'
  | 'broughtByName'
  | 'broughtByTelephone'
  | 'allegationOfOffence'
  | 'policeInformed'
  | 'treatment'
>;

export async function insertFoundChild(context: Context, recordId: RecordId, draft: Finding): Promise<void> {
  const telephone = draft.broughtByTelephone ? context.tools.seal(draft.broughtByTelephone) : null;
  await sql`insert into found_child (record_id, found_place, found_with, circumstances, condition, belongings, brought_by, brought_by_name,
      brought_by_telephone_sealed, allegation_of_offence, police_informed, treatment)
    values (${recordId}, ${draft.foundPlace}, ${draft.foundWith ?? null}, ${draft.circumstances ?? null}, ${draft.condition ?? null},
      ${draft.belongings ?? null}, ${draft.broughtBy}, ${draft.broughtByName ?? null}, ${telephone}, ${draft.allegationOfOffence},
      ${draft.policeInformed}, ${draft.treatment ?? null})`.execute(context.db);
}

export async function readFoundChild(context: Context, recordId: RecordId): Promise<FoundChild | undefined> {
  const { rows } =
    await sql<FoundChild>`select record_id, found_place, found_with, circumstances, condition, belongings, brought_by, brought_by_name,
      allegation_of_offence, police_informed, treatment, efforts_to_trace, closing_reasons
    from found_child where record_id = ${recordId}`.execute(context.db);
  return rows[0];
}

export async function writeEfforts(context: Context, recordId: RecordId, efforts: string): Promise<void> {
  await sql`update found_child set efforts_to_trace = ${efforts} where record_id = ${recordId}`.execute(context.db);
}

export async function writeClosingReasons(context: Context, recordId: RecordId, reasons: string): Promise<void> {
  await sql`update found_child set closing_reasons = ${reasons} where record_id = ${recordId}`.execute(context.db);
}
