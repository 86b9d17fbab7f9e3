// SQL of complaints, missing reports and risk assessments. The informant's telephone is sealed.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { RiskDraft } from './follow-up-form.ts';
import type { Complaint, MissingReport, Paper, RiskAssessment } from './missing-report.ts';

export type NewComplaint = Omit<Complaint, 'id' | 'paperYear'> & { reporterKey: string | null };

/** Their ids, in their order. */
export async function insertComplaints(context: Context, complaints: readonly NewComplaint[]): Promise<string[]> {
  const ids = complaints.map(() => newId<'complaint'>(milliseconds(context.now)));
  const rows = complaints.map(({ informantTelephone: telephone, ...complaint }, at) => ({
    id: ids[at],
    station_id: complaint.stationId,
    source: complaint.source,
    received_at: complaint.receivedAt,
    informant_name: complaint.informantName,
    informant_relation: complaint.informantRelation,
    telephone_sealed: telephone && context.tools.seal(telephone).toString('hex'),
    telephone_key: telephone ? context.tools.keyedHash(telephone) : complaint.reporterKey,
    informant_address: complaint.informantAddress,
    paper: complaint.paper,
    paper_number: complaint.paperNumber,
    paper_at: complaint.paperAt,
    sections: complaint.sections,
    delay_reason: complaint.delayReason,
    reporter_key: complaint.reporterKey,
  }));
  await sql`insert into complaint (id, station_id, source, received_at, informant_name, informant_relation, informant_telephone_sealed, informant_address,
      paper, paper_number, paper_year, paper_at, sections, delay_reason, reporter_key, telephone_key)
    select id, station_id, source, received_at, informant_name, informant_relation, decode(telephone_sealed, 'hex'), informant_address,
      paper, paper_number, extract(year from paper_at at time zone 'Asia/Kolkata')::int, paper_at, sections, delay_reason, reporter_key, telephone_key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, station_id uuid, source text, received_at timestamptz, informant_name text,
      informant_relation text, telephone_sealed text, informant_address text, paper text, paper_number text, paper_at timestamptz, sections text[],
      delay_reason text, reporter_key text, telephone_key text)`.execute(context.db);
  return ids;
}

/** Papers are numbered anew each calendar year, in Indian time. */
function paperYear(at: Instant | null): ReturnType<typeof sql> {
  return at === null ? sql`null` : sql`extract(year from ${at}::timestamptz at time zone 'Asia/Kolkata')::int`;
}

export async function isPaperUsed(context: Context, stationId: OfficeId, paper: Paper, number: string, at: Instant): Promise<boolean> {
  const { rows } = await sql`select 1 from complaint where station_id = ${stationId} and paper = ${paper} and paper_number = ${number}
    and paper_year = ${paperYear(at)} and withdrawn_at is null limit 1`.execute(context.db);
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

/** Its paper's number stays: by it the police's system names it. */
export async function rewriteComplaint(
  context: Context,
  complaintId: string,
  complaint: Omit<Complaint, 'id' | 'paperYear' | 'stationId' | 'paper' | 'paperNumber'>,
): Promise<void> {
  const telephone = complaint.informantTelephone;
  await sql`update complaint set source = ${complaint.source}, received_at = ${complaint.receivedAt}, informant_name = ${complaint.informantName},
    informant_relation = ${complaint.informantRelation}, informant_telephone_sealed = ${telephone ? context.tools.seal(telephone) : null},
    telephone_key = ${telephone ? context.tools.keyedHash(telephone) : null}, informant_address = ${complaint.informantAddress},
    paper_at = ${complaint.paperAt}, paper_year = ${paperYear(complaint.paperAt)}, sections = ${complaint.sections}, delay_reason = ${complaint.delayReason}
    where id = ${complaintId}`.execute(context.db);
}

export type PaperNumber = { stationId: OfficeId; paper: Paper; year: number; number: string };
export type NumberedPaper = PaperNumber & { complaintId: string };

/** Papers of these stations and years that may bear these numbers, as typed: those of the same digits, and those in a script of which no statement knows the digits. */
export async function papersLike(context: Context, asked: readonly PaperNumber[]): Promise<NumberedPaper[]> {
  if (asked.length === 0) return [];
  const found = sql`select c.id as complaint_id, c.station_id, c.paper, c.paper_year as year, c.paper_number as number from asked a
    join complaint c on c.station_id = a.station_id and c.paper_year = a.year and c.paper = a.paper and c.withdrawn_at is null`;
  const { rows } = await sql<NumberedPaper>`with asked as materialized (
      select distinct station_id, paper, year, digits_of_paper(number) as digits from unnest(${asked.map(({ stationId }) => stationId)}::uuid[],
        ${asked.map(({ paper }) => paper)}::text[], ${asked.map(({ year }) => year)}::int[], ${asked.map(({ number }) => number)}::text[]) as a (station_id, paper, year, number))
    ${found} and c.paper_digits = a.digits union ${found} and c.paper_in_script`.execute(context.db);
  return rows;
}

/** Entered in error: they stay, and the number of their paper is free for the right one. */
export async function withdrawComplaints(context: Context, ids: readonly string[]): Promise<void> {
  await sql`update complaint set withdrawn_at = ${context.now} where id = any (${ids as string[]}::uuid[])`.execute(context.db);
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

export type NewMissingReport = Omit<MissingReport, 'antiTraffickingOfficeId' | 'contactBarred' | 'askerBarred'>;

export async function insertMissingReports(context: Context, reports: readonly NewMissingReport[]): Promise<void> {
  const rows = reports.map((report) => ({
    record_id: report.recordId,
    complaint_id: report.complaintId,
    last_seen_place: report.lastSeenPlace,
    last_seen_with: report.lastSeenWith,
    last_seen_known: report.lastSeenKnown,
    last_seen_time_known: report.lastSeenTimeKnown,
    circumstance: report.circumstance,
    details: report.details,
    previous_episodes: report.previousEpisodes,
    officer_id: report.officerId,
    offence_link: report.offenceLink,
  }));
  await sql`insert into missing_report (record_id, complaint_id, last_seen_place, last_seen_with, last_seen_known, last_seen_time_known, circumstance, details,
      previous_episodes, officer_id, offence_link)
    select record_id, complaint_id, last_seen_place, last_seen_with, last_seen_known, last_seen_time_known, circumstance, details, previous_episodes,
      officer_id, offence_link from jsonb_populate_recordset(null::missing_report, ${JSON.stringify(rows)}::jsonb)`.execute(context.db);
}

export async function readMissingReport(context: Context, recordId: RecordId): Promise<MissingReport | undefined> {
  const { rows } =
    await sql<MissingReport>`select record_id, complaint_id, last_seen_place, last_seen_with, last_seen_known, last_seen_time_known, circumstance, details,
    previous_episodes, officer_id, anti_trafficking_office_id, offence_link, contact_barred, asker_barred from missing_report
    where record_id = ${recordId}`.execute(context.db);
  return rows[0];
}

/** Only of reports nobody here typed, as the next one. */
export async function writeCircumstances(
  context: Context,
  reports: readonly Pick<MissingReport, 'recordId' | 'circumstance' | 'details'>[],
): Promise<void> {
  if (reports.length === 0) return;
  await sql`update missing_report m set circumstance = r.circumstance, details = r.details
    from unnest(${reports.map(({ recordId }) => recordId)}::uuid[], ${reports.map(({ circumstance }) => circumstance)}::text[],
      ${reports.map(({ details }) => details)}::text[]) as r (record_id, circumstance, details)
    where m.record_id = r.record_id and (m.circumstance, m.details) is distinct from (r.circumstance, r.details)`.execute(context.db);
}

export async function writeLastSeen(
  context: Context,
  recordId: RecordId,
  lastSeen: Pick<MissingReport, 'lastSeenPlace' | 'lastSeenWith' | 'lastSeenKnown' | 'lastSeenTimeKnown'>,
): Promise<void> {
  await sql`update missing_report set last_seen_place = ${lastSeen.lastSeenPlace}, last_seen_with = ${lastSeen.lastSeenWith},
    last_seen_known = ${lastSeen.lastSeenKnown}, last_seen_time_known = ${lastSeen.lastSeenTimeKnown} where record_id = ${recordId}`.execute(
    context.db,
  );
}

/** The children of several complaints. Only those the caller may see. */
export async function recordsOfComplaints(context: Context, complaintIds: readonly string[]): Promise<Map<string, RecordId[]>> {
  if (complaintIds.length === 0) return new Map();
  const { rows } = await sql<{ complaintId: string; recordId: RecordId }>`select complaint_id, record_id from missing_report
    where complaint_id = any (${complaintIds as string[]}::uuid[]) order by record_id`.execute(context.db);
  return new Map([...Map.groupBy(rows, ({ complaintId }) => complaintId)].map(([id, of]) => [id, of.map(({ recordId }) => recordId)]));
}

/** Keyed hashes of the telephones a report rests on: the one its complaint names, and the one proved at the citizen door. */
export async function askersOfReport(context: Context, recordId: RecordId): Promise<string[]> {
  const { rows } = await sql<{ keys: (string | null)[] }>`select array[c.telephone_key, r.reporter_key] as keys from missing_report m
    join complaint c on c.id = m.complaint_id join record r on r.id = m.record_id where m.record_id = ${recordId}`.execute(context.db);
  return [...new Set(rows.flatMap(({ keys }) => keys.filter((key) => key !== null)))];
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
