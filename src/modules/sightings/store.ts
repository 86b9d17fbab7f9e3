// SQL of sightings. Telephone numbers of reporters are sealed.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { AnswerDraft, SightingDraft } from './form.ts';
import type { Sighting } from './sighting.ts';

export async function insertSighting(context: Context, recordId: RecordId, draft: SightingDraft): Promise<void> {
  const telephone = draft.reporterTelephone ? context.tools.seal(draft.reporterTelephone) : null;
  await sql`insert into sighting (record_id, place, seen_with, doing, notice_public_id, reporter_name, reporter_telephone_sealed)
    values (${recordId}, ${draft.place}, ${draft.seenWith ?? null}, ${draft.doing ?? null}, ${draft.noticePublicId ?? null}, ${draft.reporterName ?? null},
      ${telephone})`.execute(context.db);
}

export async function readSighting(context: Context, recordId: RecordId): Promise<Sighting | undefined> {
  const { rows } = await sql<Sighting>`select record_id, place, seen_with, doing, notice_public_id, reporter_name, answer
    from sighting where record_id = ${recordId}`.execute(context.db);
  return rows[0];
}

export async function writeAnswer(context: Context, recordId: RecordId, draft: AnswerDraft, officerId: string): Promise<void> {
  await sql`update sighting set answer = ${draft.answer}, answered_by = ${officerId} where record_id = ${recordId}`.execute(context.db);
}
