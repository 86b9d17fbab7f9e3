// SQL of residents: stays, absences, transfers asked for, and where brothers and sisters live.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Absence, AbsenceKind, Leaving, OrderedBy, Residence, Sibling, Transfer } from './residence.ts';

const residenceColumns = sql`id, record_id, office_id, unit_id, admission_number, admitted_at, ordered_by, order_number, ordered_on, belongings,
  over_strength_reason, apart_reason, sex, left_at, left_how, left_to`;
const absenceColumns = sql`id, residence_id, record_id, kind, from_at, due_back_at, back_at, place, with_whom, order_number, words, missing_id`;
const byWhom = ({ actor }: Context): string | null => (actor.kind === 'officer' ? actor.officerId : null);

/** The open stay of a child, in whichever home; the last one of all where none is open. */
export async function residenceOf(context: Context, recordId: RecordId): Promise<Residence | undefined> {
  const { rows } = await sql<Residence>`select ${residenceColumns} from residence where record_id = ${recordId}
    order by left_at is null desc, admitted_at desc limit 1`.execute(context.db);
  return rows[0];
}

export async function residencesOf(context: Context, recordId: RecordId): Promise<(Residence & { homeName: string })[]> {
  const { rows } = await sql<
    Residence & { homeName: string }
  >`select s.*, o.name as home_name from residence s join office o on o.id = s.office_id
    where s.record_id = ${recordId} order by s.admitted_at`.execute(context.db);
  return rows;
}

export type NewResidence = {
  recordId: RecordId;
  officeId: string;
  unitId: string;
  admissionNumber: string;
  admittedAt: Instant;
  orderedBy: OrderedBy;
  orderNumber?: string | undefined;
  orderedOn?: Day | undefined;
  belongings?: string | undefined;
  overStrengthReason?: string | undefined;
  apartReason?: string | undefined;
};

/** `taken`: another stay of the child is open, here or elsewhere; `number`: the home gave that admission number before. */
export async function insertResidence(context: Context, one: NewResidence): Promise<string | 'taken' | 'number'> {
  const id = newId<'residence'>(milliseconds(context.now));
  const { rows } = await sql<{
    id: string;
  }>`insert into residence (id, record_id, office_id, unit_id, admission_number, admitted_at, ordered_by, order_number, ordered_on,
      belongings, over_strength_reason, apart_reason, recorded_by, recorded_at)
    values (${id}, ${one.recordId}, ${one.officeId}, ${one.unitId}, ${one.admissionNumber}, ${one.admittedAt}, ${one.orderedBy}, ${one.orderNumber ?? null},
      ${one.orderedOn ?? null}, ${one.belongings ?? null}, ${one.overStrengthReason ?? null}, ${one.apartReason ?? null}, ${byWhom(context)}, ${context.now})
    on conflict do nothing returning id`.execute(context.db);
  if (rows[0]) return rows[0].id;
  const { rows: same } =
    await sql`select 1 from residence where office_id = ${one.officeId} and admission_number = ${one.admissionNumber}`.execute(context.db);
  return same.length > 0 ? 'number' : 'taken';
}

export type Left = { at: Instant; how: Leaving; to?: string | undefined; orderNumber?: string | undefined; orderedOn?: Day | undefined };

/** False where the stay ended meanwhile. */
export async function endResidence(context: Context, residenceId: string, { at, how, to, orderNumber, orderedOn }: Left): Promise<boolean> {
  const done =
    await sql`update residence set left_at = ${at}, left_how = ${how}, left_to = ${to ?? null}, left_order_number = ${orderNumber ?? null},
    left_ordered_on = ${orderedOn ?? null} where id = ${residenceId} and left_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function openAbsence(context: Context, residenceId: string): Promise<Absence | undefined> {
  const { rows } =
    await sql<Absence>`select ${absenceColumns} from home_absence where residence_id = ${residenceId} and back_at is null`.execute(
      context.db,
    );
  return rows[0];
}

export async function absencesOf(context: Context, recordId: RecordId): Promise<Absence[]> {
  const { rows } = await sql<Absence>`select ${absenceColumns} from home_absence where record_id = ${recordId} order by from_at`.execute(
    context.db,
  );
  return rows;
}

export type NewAbsence = {
  residence: Pick<Residence, 'id' | 'recordId' | 'officeId'>;
  kind: AbsenceKind;
  fromAt: Instant;
  dueBackAt?: Instant;
  place?: string | undefined;
  withWhom?: string | undefined;
  orderNumber?: string | undefined;
  words?: string | undefined;
};

export async function insertAbsence(context: Context, { residence, kind, fromAt, ...one }: NewAbsence): Promise<string | undefined> {
  const id = newId<'absence'>(milliseconds(context.now));
  const { rows } = await sql<{
    id: string;
  }>`insert into home_absence (id, residence_id, record_id, office_id, kind, from_at, due_back_at, place, with_whom, order_number,
      words, recorded_by, recorded_at)
    values (${id}, ${residence.id}, ${residence.recordId}, ${residence.officeId}, ${kind}, ${fromAt}, ${one.dueBackAt ?? null}, ${one.place ?? null},
      ${one.withWhom ?? null}, ${one.orderNumber ?? null}, ${one.words ?? null}, ${byWhom(context)}, ${context.now})
    on conflict do nothing returning id`.execute(context.db);
  return rows[0]?.id;
}

export async function endAbsence(context: Context, absenceId: string, backAt: Instant, words?: string): Promise<boolean> {
  const done = await sql`update home_absence set back_at = ${backAt}, words = coalesce(${words ?? null}, words)
    where id = ${absenceId} and back_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** The report the portal opened of a child missing from a home; said once. */
export async function noteReport(context: Context, absenceId: string, missingId: RecordId): Promise<void> {
  await sql`update home_absence set missing_id = ${missingId} where id = ${absenceId} and missing_id is null`.execute(context.db);
}

const transfers = sql`select t.id, t.record_id, t.residence_id, t.to_office_id, o.name as to_name, f.name as from_name, t.order_number, t.ordered_on, t.reason, t.apart_reason, t.asked_at
  from home_transfer t join office o on o.id = t.to_office_id left join record r on r.id = t.record_id left join office f on f.id = r.office_id where t.answer is null`;

export async function openTransfer(context: Context, recordId: RecordId): Promise<Transfer | undefined> {
  const { rows } = await sql<Transfer>`${transfers} and t.record_id = ${recordId}`.execute(context.db);
  return rows[0];
}

/** Asked of this home and not answered, the oldest first. */
export async function transfersTo(context: Context, officeId: string): Promise<Transfer[]> {
  const { rows } = await sql<Transfer>`${transfers} and t.to_office_id = ${officeId} order by t.asked_at limit 50`.execute(context.db);
  return rows;
}

export async function insertTransfer(
  context: Context,
  residence: Pick<Residence, 'id' | 'recordId'>,
  draft: { toOffice: string; orderNumber: string; orderedOn: Day; reason: string; apartReason?: string | undefined },
): Promise<boolean> {
  const { rows } =
    await sql`insert into home_transfer (id, record_id, residence_id, to_office_id, order_number, ordered_on, reason, apart_reason, asked_by, asked_at)
    values (${newId<'transfer'>(milliseconds(context.now))}, ${residence.recordId}, ${residence.id}, ${draft.toOffice}, ${draft.orderNumber}, ${draft.orderedOn},
      ${draft.reason}, ${draft.apartReason ?? null}, ${byWhom(context)}, ${context.now}) on conflict do nothing returning 1 as done`.execute(
      context.db,
    );
  return rows.length > 0;
}

export async function answerTransfer(
  context: Context,
  id: string,
  answer: 'accepted' | 'refused' | 'withdrawn',
  reason?: string,
): Promise<boolean> {
  const done =
    await sql`update home_transfer set answer = ${answer}, answer_reason = ${reason ?? null}, answered_by = ${byWhom(context)}, answered_at = ${context.now}
    where id = ${id} and answer is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** Brothers and sisters of the child, as reports name them together or somebody said so; with the home each lives in. */
export async function siblingsOf(context: Context, recordId: RecordId): Promise<Sibling[]> {
  const { rows } = await sql<Sibling>`select record_id, home_id, home_name from siblings_in_care(${recordId})`.execute(context.db);
  return rows;
}

export async function tieSiblings(context: Context, one: RecordId, other: RecordId): Promise<void> {
  const [first, second] = [one, other].toSorted();
  await sql`insert into sibling_tie (record_id, other_id, told_by, told_at) values (${first}, ${second}, ${byWhom(context)}, ${context.now})
    on conflict do nothing`.execute(context.db);
}

/** Children a home is to take in: placed there by the Committee, or registered there, and not admitted anywhere. */
export async function awaitedAt(context: Context, officeId: OfficeId): Promise<RecordId[]> {
  const { rows } = await sql<{
    id: RecordId;
  }>`select r.id from record r where r.kind = 'found' and r.status not in ('restored', 'closed') and r.office_id = ${officeId}
      and not exists (select from residence s where s.record_id = r.id)
    union all select r.id from placement_access a join record r on r.id = a.record_id where a.office_id = ${officeId}
      and r.kind = 'found' and not exists (select from home_transfer t where t.record_id = r.id and t.answer is null)
    limit 100`.execute(context.db);
  return rows.map(({ id }) => id);
}
