// SQL of social investigation reports. Answers are only ever added; of a field the latest stands. What is sealed lies in a column of its own.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { Order } from '../orders/order.ts';
import { fieldNamed } from './report-fields.ts';
import type { ReportAnswer, SocialReport } from './social-report.ts';

const reportColumns = sql`r.id, r.record_id, r.order_id, r.cwc_id, r.to_office_id, f.name as office_name, r.due_on::text, r.version, r.submitted_at,
  (select o.name from officer o where o.id = r.submitted_by) as submitted_by`;
const reports = sql`social_report r join office f on f.id = r.to_office_id`;

/** Begins with the order of Form 21. */
export async function openReport(
  context: Context,
  order: Pick<Order, 'id' | 'recordId' | 'cwcId' | 'toOfficeId' | 'dueOn'>,
): Promise<void> {
  await sql`insert into social_report (id, record_id, order_id, cwc_id, to_office_id, due_on, version)
    values (${newId(milliseconds(context.now))}, ${order.recordId}, ${order.id}, ${order.cwcId}, ${order.toOfficeId}, ${order.dueOn}, 0)`.execute(
    context.db,
  );
}

export async function reportsOf(context: Context, recordId: RecordId): Promise<SocialReport[]> {
  const { rows } =
    await sql<SocialReport>`select ${reportColumns} from ${reports} where r.record_id = ${recordId} order by r.due_on, r.id`.execute(
      context.db,
    );
  return rows;
}

/** Held until the end of the transaction: of two workers who save at once the second is shown what the first wrote. */
export async function readReport(
  context: Context,
  recordId: RecordId,
  id: string,
  held: 'held' | 'read' = 'read',
): Promise<SocialReport | undefined> {
  if (held === 'held') await sql`select 1 from social_report where id = ${id} and record_id = ${recordId} for update`.execute(context.db);
  const { rows } =
    await sql<SocialReport>`select ${reportColumns} from ${reports} where r.id = ${id} and r.record_id = ${recordId}`.execute(context.db);
  return rows[0];
}

type Row = Omit<ReportAnswer, 'value'> & { value: string | null; sealed: Buffer | null };

/** As they stood at a version; without `sealed` nothing of what is sealed is opened. */
export async function answersAt(
  context: Context,
  reportId: string,
  version: number,
  sealed: 'with-sealed' | 'open-only',
): Promise<Map<string, ReportAnswer>> {
  const { rows } = await sql<Row>`select distinct on (a.field) a.field, a.value, a.sealed, a.version, o.name as by, a.at
    from social_report_answer a join officer o on o.id = a.by_officer where a.report_id = ${reportId} and a.version <= ${version}
    order by a.field, a.version desc`.execute(context.db);
  const shown = rows.filter(({ sealed: bytes }) => bytes === null || sealed === 'with-sealed');
  return new Map(
    shown.map(({ value, sealed: bytes, ...row }) => [row.field, { ...row, value: bytes ? context.tools.unseal(bytes) : (value ?? '') }]),
  );
}

/** The report's next version, with these answers in it. */
export async function addAnswers(
  context: Context,
  officer: OfficerActor,
  report: SocialReport,
  answers: readonly { field: string; value: string }[],
): Promise<void> {
  const version = report.version + 1;
  await sql`update social_report set version = ${version} where id = ${report.id}`.execute(context.db);
  for (const { field, value } of answers) {
    const isSealed = fieldNamed(field)?.sealed === true;
    await sql`insert into social_report_answer (report_id, field, version, value, sealed, by_officer, at)
      values (${report.id}, ${field}, ${version}, ${isSealed ? null : value}, ${isSealed ? context.tools.seal(value) : null}, ${officer.officerId}, ${context.now})`.execute(
      context.db,
    );
  }
}

export async function submitReport(context: Context, officer: OfficerActor, reportId: string): Promise<void> {
  await sql`update social_report set submitted_at = ${context.now}, submitted_by = ${officer.officerId} where id = ${reportId}`.execute(
    context.db,
  );
}

export type ToWrite = { reportId: string; recordId: RecordId; dueOn: Day };

/** Not yet submitted, of this office. */
export async function toWrite(context: Context, officeId: string): Promise<ToWrite[]> {
  const { rows } = await sql<ToWrite>`select id as report_id, record_id, due_on::text from social_report
    where to_office_id = ${officeId} and submitted_at is null order by due_on limit 200`.execute(context.db);
  return rows;
}

export type Submitted = { reportId: string; recordId: RecordId; submittedAt: Instant };

/** Submitted in the last month: what the Committee reads at its next sitting. */
export async function submittedLately(context: Context, cwcId: string, since: Instant): Promise<Submitted[]> {
  const { rows } = await sql<Submitted>`select id as report_id, record_id, submitted_at from social_report
    where cwc_id = ${cwcId} and submitted_at >= ${since} order by submitted_at limit 200`.execute(context.db);
  return rows;
}
