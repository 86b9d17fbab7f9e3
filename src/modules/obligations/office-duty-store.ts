// SQL of the duties offices owe as offices: read from their journals, of no child.
import { sql } from 'kysely';
import type { OfficeId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { COUNTED_TO, type Hearing, hasClimbed } from './desk-store.ts';
import { type DutyCounts, type OfficeDuty, type Until, byUrgency, running, storedColumns } from './store.ts';

const listed = sql`'office' as of, b.journal_id, b.journal_id as record_id, ${storedColumns}, j.name as journal_name, j.state_code, j.district_code, o.name as office_name,
  coalesce(e.facts ->> 'period', e.facts ->> 'reference') as about
  from office_obligation b join office j on j.id = b.journal_id join office o on o.id = b.office_id left join office_entry e on e.id = b.trigger_entry_id`;

/** Of one journal, in the order they started. */
export async function dutiesOfJournal(context: Context, journalId: OfficeId): Promise<OfficeDuty[]> {
  const { rows } =
    await sql<OfficeDuty>`select ${listed} where b.journal_id = ${journalId} order by b.started_at, b.late_after, b.rule_id`.execute(
      context.db,
    );
  return rows;
}

/** Of several journals, those of these rules. */
export async function dutiesOfJournals(
  context: Context,
  journalIds: readonly OfficeId[],
  ruleIds: readonly string[],
): Promise<OfficeDuty[]> {
  const { rows } =
    await sql<OfficeDuty>`select ${listed} where b.journal_id = any (${journalIds as OfficeId[]}::uuid[]) and b.rule_id = any (${ruleIds as string[]}::text[])
    order by b.journal_id, b.started_at, b.rule_id`.execute(context.db);
  return rows;
}

/** Open duties these offices owe, from whatever journal, the most pressing first. */
export async function openOfficeDuties(
  context: Context,
  officeIds: readonly string[],
  window: { from: Instant | null; to: Instant | null },
  atMost: number,
): Promise<OfficeDuty[]> {
  const { rows } = await sql<OfficeDuty>`select ${listed} where ${running} and b.office_id = any (${officeIds as string[]}::uuid[])
    and b.late_after >= ${window.from ?? '-infinity'}::timestamptz and b.late_after < ${window.to ?? 'infinity'}::timestamptz
    order by b.late_after, b.rule_id limit ${atMost}`.execute(context.db);
  return rows;
}

/** How many of them there are, by urgency. */
export async function countOfficeDuties(context: Context, officeIds: readonly string[], until: Until): Promise<DutyCounts> {
  const { rows } = await sql<DutyCounts>`select ${byUrgency(until)} from office_obligation b
    where ${running} and b.office_id = any (${officeIds as string[]}::uuid[])`.execute(context.db);
  return rows[0]!;
}

/** Where the journal lies decides what a vacant post below was to hear; whose journals the reader oversees, row security. */
const climbed = (context: Context, hearing: Hearing) => sql`${running} and ${hasClimbed(context, hearing, sql`j.district_code`)}`;

/** Late duties whose ladder has reached the reader, the longest late first; what the office owes itself is not among them. */
export async function officeDutiesEscalatedTo(context: Context, hearing: Hearing, atMost: number): Promise<OfficeDuty[]> {
  if (hearing.told.length === 0) return [];
  const { rows } =
    await sql<OfficeDuty>`select ${listed} where ${climbed(context, hearing)} order by b.late_after, b.rule_id limit ${atMost}`.execute(
      context.db,
    );
  return rows;
}

/** How many of them there are, at most COUNTED_TO. */
export async function countOfficeDutiesEscalatedTo(context: Context, hearing: Hearing): Promise<number> {
  if (hearing.told.length === 0) return 0;
  const { rows } = await sql<{
    late: number;
  }>`select count(*) as late from (select 1 from office_obligation b join office j on j.id = b.journal_id
    where ${climbed(context, hearing)} limit ${COUNTED_TO}) counted`.execute(context.db);
  return rows[0]!.late;
}

export type JournalOffice = { id: OfficeId; kind: string; districtCode: string | null; stateCode: string };

export async function journalOffices(context: Context, officeIds: readonly OfficeId[]): Promise<JournalOffice[]> {
  const { rows } =
    await sql<JournalOffice>`select id, kind, district_code, state_code from office where id = any (${officeIds as OfficeId[]}::uuid[])
    order by id`.execute(context.db);
  return rows;
}

/** Journals whose duties follow another law than this; held, so that of several workers one works them out. */
export async function behindInLaw(context: Context, version: string, atMost: number): Promise<OfficeId[]> {
  await sql`insert into journal_law (office_id) select office_id from journal union select journal_id from office_obligation
    on conflict do nothing`.execute(context.db);
  const { rows } = await sql<{ officeId: OfficeId }>`select office_id from journal_law where law_version is distinct from ${version}
    order by office_id limit ${atMost} for update skip locked`.execute(context.db);
  return rows.map(({ officeId }) => officeId);
}

export async function noteLaw(context: Context, officeIds: readonly OfficeId[], version: string): Promise<void> {
  await sql`update journal_law set law_version = ${version} where office_id = any (${officeIds as OfficeId[]}::uuid[])`.execute(context.db);
}
