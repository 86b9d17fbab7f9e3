// SQL of what the monitoring sheet says beside its steps.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { ScheduleDraft } from './form.ts';
import type { Sheet } from './sheet.ts';

export async function sheetOf(context: Context, recordId: RecordId): Promise<Sheet | undefined> {
  const { rows } =
    await sql<Sheet>`select police_station, sections, paper_number, probation_officer, investigating_officer, medical_on::text, age_evidence
    from monitoring_sheet where record_id = ${recordId}`.execute(context.db);
  return rows[0];
}

export async function writeSheet(context: Context, cwc: OfficerActor, recordId: RecordId, draft: ScheduleDraft): Promise<void> {
  await sql`insert into monitoring_sheet (record_id, cwc_id, police_station, sections, paper_number, probation_officer, investigating_officer, medical_on, age_evidence, changed_by, changed_at)
    values (${recordId}, ${cwc.officeId}, ${draft.policeStation ?? null}, ${draft.sections ?? null}, ${draft.paperNumber ?? null}, ${draft.probationOfficer ?? null},
      ${draft.investigatingOfficer ?? null}, ${draft.medicalOn ?? null}, ${draft.ageEvidence ?? null}, ${cwc.officerId}, ${context.now})
    on conflict (record_id) do update set cwc_id = excluded.cwc_id, police_station = excluded.police_station, sections = excluded.sections,
      paper_number = excluded.paper_number, probation_officer = excluded.probation_officer, investigating_officer = excluded.investigating_officer,
      medical_on = excluded.medical_on, age_evidence = excluded.age_evidence, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    context.db,
  );
}
