// SQL of the desk home: duties others owe on my children, what escalated to my office, each child's next duty and last happening.
import { type RawBuilder, sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Actor } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { type Scope, inScope } from '../children/index.ts';
import { type ListedObligation, listed, owedBy, running } from './store.ts';

/** Counting stops here: past it the number says "more", and the page stays quick for a whole State. */
export const COUNTED_TO = 1000;

/** Open duties on the watched records that another office owes, the most pressing first. */
export async function dutiesOfOthers(
  context: Context,
  scope: Scope,
  officeIds: readonly string[],
  atMost: number,
): Promise<ListedObligation[]> {
  const { rows } =
    await sql<ListedObligation>`select ${listed} from obligation b join record r on r.id = b.record_id join office o on o.id = b.office_id
    where ${running} and not (${owedBy(officeIds)}) and ${inScope(scope)} order by b.late_after, r.reference limit ${atMost}`.execute(
      context.db,
    );
  return rows;
}

/** How many of them there are, at most COUNTED_TO. */
export async function countDutiesOfOthers(context: Context, scope: Scope, officeIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ open: number }>`select count(*) as open from (select 1 from obligation b join record r on r.id = b.record_id
    where ${running} and not (${owedBy(officeIds)}) and ${inScope(scope)} limit ${COUNTED_TO}) counted`.execute(context.db);
  return rows[0]!.open;
}

/** What climbed past a vacant post below: whom it was meant for, and where. */
export type PassedUp = { told: readonly Actor[]; districtCodes: readonly string[] };

/** Who hears: those told at the office, and what vacant posts below were to hear. */
export type Hearing = { scope: Scope; told: readonly Actor[]; passedUp: readonly PassedUp[]; owing: readonly string[] };

/** Whether the ladder of `b`, late and another's, has reached one of these, or a vacant post below them; `district`: where it lies. */
export function hasClimbed(context: Context, { told, passedUp, owing }: Hearing, district: RawBuilder<unknown>) {
  const here = [{ told, districtCodes: null }, ...passedUp].map(
    (one) => sql`(step.told = any (${one.told as Actor[]}::text[])
      and ${one.districtCodes === null ? sql`true` : sql`${district} = any (${one.districtCodes as string[]}::text[])`})`,
  );
  return sql`b.late_after < ${context.now} and not (${owedBy(owing)}) and exists (
      select from unnest(b.escalates_to, b.escalates_at) as step (told, at) where (${sql.join(here, sql` or `)}) and step.at <= ${context.now})`;
}

/** Of records in the scope. Needs `record r`. */
const climbedTo = (context: Context, hearing: Hearing) =>
  sql`${running} and ${inScope(hearing.scope)} and ${hasClimbed(context, hearing, sql`r.district_code`)}`;

/** The longest late first. */
export async function dutiesEscalatedTo(context: Context, hearing: Hearing, atMost: number): Promise<ListedObligation[]> {
  if (hearing.told.length === 0) return [];
  const { rows } =
    await sql<ListedObligation>`select ${listed} from obligation b join record r on r.id = b.record_id join office o on o.id = b.office_id
    where ${climbedTo(context, hearing)} order by b.late_after, r.reference limit ${atMost}`.execute(context.db);
  return rows;
}

/** How many of them there are, at most COUNTED_TO. */
export async function countEscalatedTo(context: Context, hearing: Hearing): Promise<number> {
  if (hearing.told.length === 0) return 0;
  const { rows } = await sql<{ late: number }>`select count(*) as late from (select 1 from obligation b join record r on r.id = b.record_id
    where ${climbedTo(context, hearing)} limit ${COUNTED_TO}) counted`.execute(context.db);
  return rows[0]!.late;
}

/** Of each record the open duty that falls due first, whoever owes it. */
export async function nextDuties(context: Context, recordIds: readonly RecordId[]): Promise<Map<RecordId, ListedObligation>> {
  if (recordIds.length === 0) return new Map();
  const { rows } =
    await sql<ListedObligation>`select distinct on (b.record_id) ${listed} from obligation b join record r on r.id = b.record_id
    join office o on o.id = b.office_id where ${running} and b.record_id = any (${recordIds as RecordId[]}::uuid[])
    order by b.record_id, b.late_after`.execute(context.db);
  return new Map(rows.map((row) => [row.recordId, row]));
}

/** Every duty of one record, done or not, with the office that owes it, in the order they started. */
export async function listedOfRecord(context: Context, recordId: RecordId): Promise<ListedObligation[]> {
  const { rows } =
    await sql<ListedObligation>`select ${listed} from obligation b join record r on r.id = b.record_id join office o on o.id = b.office_id
    where b.record_id = ${recordId} order by b.started_at, b.late_after, b.rule_id`.execute(context.db);
  return rows;
}
