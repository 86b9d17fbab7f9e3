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

type SightingRow = Omit<Sighting, 'reporterTelephone'> & { reporterTelephoneSealed: Buffer | null };

/** The caller has read (and so audited) the record. */
export async function readSighting(context: Context, recordId: RecordId): Promise<Sighting | undefined> {
  const { rows } =
    await sql<SightingRow>`select record_id, place, seen_with, doing, notice_public_id, reporter_name, reporter_telephone_sealed, answer, remark
    from sighting where record_id = ${recordId}`.execute(context.db);
  if (!rows[0]) return undefined;
  const { reporterTelephoneSealed: telephone, ...sighting } = rows[0];
  return { ...sighting, reporterTelephone: telephone && context.tools.unseal(telephone) };
}

export async function writeAnswer(context: Context, recordId: RecordId, draft: AnswerDraft, officerId: string): Promise<void> {
  await sql`update sighting set answer = ${draft.answer}, remark = ${draft.remark ?? null}, answered_by = ${officerId}
    where record_id = ${recordId}`.execute(context.db);
}

/** Sightings made from these notices, and answered: anybody may make one, and an officer's answer is what counts. */
export async function answeredOfNotices(context: Context, publicIds: readonly string[]): Promise<RecordId[]> {
  if (publicIds.length === 0) return [];
  const { rows } = await sql<{ id: RecordId }>`select record_id as id from sighting
    where notice_public_id = any (${publicIds as string[]}::text[]) and answer is not null order by record_id`.execute(context.db);
  return rows.map(({ id }) => id);
}
