// SQL of complaints, missing reports and risk assessments. The informant's telephone is sealed.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { RiskDraft } from './follow-up-form.ts';
import type { Complaint, MissingReport, Paper, RiskAssessment } from './missing-report.ts';

export type NewComplaint = Omit<Complaint, 'id' | 'paperYear'> & { reporterKey: string | null };

export async function insertComplaint(context: Context, complaint: NewComplaint): Promise<string> {
  const id = newId<'complaint'>(milliseconds(context.now));
  const telephone = complaint.informantTelephone ? context.tools.seal(complaint.informantTelephone) : null;
  const telephoneKey = complaint.informantTelephone ? context.tools.keyedHash(complaint.informantTelephone) : complaint.reporterKey;
  const { paper, paperNumber, paperAt } = complaint;
  await sql`insert into complaint (id, station_id, source, received_at, informant_name, informant_relation, informant_telephone_sealed, informant_address,
      paper, paper_number, paper_year, paper_at, sections, delay_reason, reporter_key, telephone_key)
    values (${id}, ${complaint.stationId}, ${complaint.source}, ${complaint.receivedAt}, ${complaint.informantName}, ${complaint.informantRelation}, ${telephone},
      ${complaint.informantAddress}, ${paper}, ${paperNumber}, ${paperYear(paperAt)}, ${paperAt}, ${complaint.sections}, ${complaint.delayReason},
      ${complaint.reporterKey}, ${telephoneKey})`.execute(context.db);
  return id;
}

/** Papers are numbered anew each calendar year, in Indian time. */
function paperYear(at: Instant | null): ReturnType<typeof sql> {
  return at === null ? sql`null` : sql`extract(year from ${at}::timestamptz at time zone 'Asia/Kolkata')::int`;
}

export async function isPaperUsed(context: Context, stationId: OfficeId, paper: Paper, number: string, at: Instant): Promise<boolean> {
  const { rows } = await sql`select 1 from complaint where station_id = ${stationId} and paper = ${paper} and paper_number = ${number}
    and paper_year = ${paperYear(at)} limit 1`.execute(context.db);
  return rows.length > 0;
}

/** Writes the FIR into a complaint that had none, or only a general diary entry. */
export async function writePaper(
  context: Context,
  complaintId: string,
  paper: Pick<Complaint, 'paper' | 'paperNumber' | 'paperAt' | 'sections' | 'delayReason'>,
): Promise<void> {
  await sql`update complaint set paper = ${paper.paper}, paper_number = ${paper.paperNumber}, paper_year = ${paperYear(paper.paperAt)}, paper_at = ${paper.paperAt},
    sections = ${paper.sections}, delay_reason = coalesce(${paper.delayReason}, delay_reason) where id = ${complaintId}`.execute(
    context.db,
  );
}

export async function readComplaint(context: Context, id: string): Promise<Complaint | undefined> {
  const { rows } = await sql<
    Omit<Complaint, 'informantTelephone'> & { informantTelephoneSealed: Buffer | null }
  >`select id, station_id, source, received_at,
    informant_name, informant_relation, informant_telephone_sealed, informant_address, paper, paper_number, paper_year, paper_at, sections, delay_reason
    from complaint where id = ${id}`.execute(context.db);
  if (!rows[0]) return undefined;
  const { informantTelephoneSealed, ...complaint } = rows[0];
  return { ...complaint, informantTelephone: informantTelephoneSealed ? context.tools.unseal(informantTelephoneSealed) : null };
}

export type NewMissingReport = Omit<MissingReport, 'antiTraffickingOfficeId' | 'contactBarred'>;

export async function insertMissingReport(context: Context, report: NewMissingReport): Promise<void> {
  await sql`insert into missing_report (record_id, complaint_id, last_seen_place, last_seen_with, last_seen_known, last_seen_time_known, circumstance, details,
      previous_episodes, officer_id, offence_link)
    values (${report.recordId}, ${report.complaintId}, ${report.lastSeenPlace}, ${report.lastSeenWith}, ${report.lastSeenKnown}, ${report.lastSeenTimeKnown},
      ${report.circumstance}, ${report.details}, ${report.previousEpisodes}, ${report.officerId}, ${report.offenceLink})`.execute(
    context.db,
  );
}

export async function readMissingReport(context: Context, recordId: RecordId): Promise<MissingReport | undefined> {
  const { rows } =
    await sql<MissingReport>`select record_id, complaint_id, last_seen_place, last_seen_with, last_seen_known, last_seen_time_known, circumstance, details,
    previous_episodes, officer_id, anti_trafficking_office_id, offence_link, contact_barred from missing_report
    where record_id = ${recordId}`.execute(context.db);
  return rows[0];
}

/** Of those, the ones an offence bars. */
export async function barredOfComplaint(context: Context, complaintId: string): Promise<RecordId[]> {
  const { rows } = await sql<{
    recordId: RecordId;
  }>`select record_id from missing_report where complaint_id = ${complaintId} and offence_link
    order by record_id`.execute(context.db);
  return rows.map((row) => row.recordId);
}

/** The children named in one complaint. Only those the caller may see. */
export async function recordsOfComplaint(context: Context, complaintId: string): Promise<RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`select record_id from missing_report where complaint_id = ${complaintId}
    order by record_id`.execute(context.db);
  return rows.map((row) => row.recordId);
}

export async function insertRisk(context: Context, recordId: RecordId, draft: RiskDraft): Promise<string> {
  const id = newId<'riskAssessment'>(milliseconds(context.now));
  const officerId = context.actor.kind === 'officer' ? context.actor.officerId : null;
  await sql`insert into risk_assessment (id, record_id, signs, level, urgency, lines_of_inquiry, assessed_by, assessed_at)
    values (${id}, ${recordId}, ${draft.signs}, ${draft.level}, ${draft.urgency ?? null}, ${draft.linesOfInquiry}, ${officerId}, ${context.now})`.execute(
    context.db,
  );
  return id;
}

export async function latestRisk(context: Context, recordId: RecordId): Promise<RiskAssessment | undefined> {
  const { rows } = await sql<RiskAssessment>`select id, signs, level, urgency, lines_of_inquiry, assessed_at from risk_assessment
    where record_id = ${recordId} order by assessed_at desc limit 1`.execute(context.db);
  return rows[0];
}

export async function writeAntiTraffickingOffice(context: Context, recordId: RecordId, officeId: string): Promise<void> {
  await sql`update missing_report set anti_trafficking_office_id = ${officeId} where record_id = ${recordId}`.execute(context.db);
}

export async function writeInvestigator(context: Context, recordId: RecordId, officerId: string | null): Promise<void> {
  await sql`update missing_report set officer_id = ${officerId} where record_id = ${recordId}`.execute(context.db);
}

export async function writeBar(context: Context, recordId: RecordId, because: 'offence' | 'contact'): Promise<void> {
  await sql`update missing_report set offence_link = offence_link or ${because === 'offence'}, contact_barred = contact_barred or ${because === 'contact'}
    where record_id = ${recordId}`.execute(context.db);
}

/** Bars every child of a complaint, also those the caller does not see. */
export async function writeComplaintBar(context: Context, complaintId: string): Promise<void> {
  await sql`select bar_complaint(${complaintId})`.execute(context.db);
}

/** The officer who investigates, as the family may know them: name, rank and the office's telephone. */
export async function investigatorOf(context: Context, recordId: RecordId): Promise<Investigator | undefined> {
  const { rows } = await sql<Investigator>`select o.name, o.rank, f.name as office_name, f.telephone as office_telephone from record r
    join office f on f.id = r.office_id left join missing_report m on m.record_id = r.id left join officer o on o.id = m.officer_id
    where r.id = ${recordId}`.execute(context.db);
  return rows[0];
}
export type Investigator = { name: string | null; rank: string | null; officeName: string; officeTelephone: string | null };

/** Keeps the words behind a diary entry and answers the paper that points to them. */
export async function insertNote(context: Context, recordId: RecordId, text: string): Promise<{ kind: 'note'; id: string }> {
  const id = newId<'note'>(milliseconds(context.now));
  const officerId = context.actor.kind === 'officer' ? context.actor.officerId : null;
  await sql`insert into missing_note (id, record_id, text, written_by, written_at)
    values (${id}, ${recordId}, ${text}, ${officerId}, ${context.now})`.execute(context.db);
  return { kind: 'note', id };
}

export type Note = { id: string; text: string; writtenAt: Instant };

export async function notesOf(context: Context, recordId: RecordId): Promise<Note[]> {
  const { rows } = await sql<Note>`select id, text, written_at from missing_note where record_id = ${recordId} order by written_at`.execute(
    context.db,
  );
  return rows;
}
