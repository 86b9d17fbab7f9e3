// SQL of placings and of the approvals before them. What is said of a family, and a child's account, lies sealed.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import type { Paise } from '../../../kernel/money.ts';
import { type Day, milliseconds } from '../../../kernel/time.ts';
import type { StopSign } from '../../../law/index.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { ApprovalDraft, EndDraft } from './form.ts';
import type { Approval, Approver, OrderWords, Pace, Placing } from './placing.ts';

const columns = sql`a.id, a.record_id, a.kind, a.form, a.hardships, a.area, a.family_id, a.siblings_together, a.words_sealed, a.office_id, a.applied_on::text,
  (select o.name from officer o where o.id = a.applied_by) as applied_by, a.order_id, a.order_number, a.from_on::text, a.to_on::text, a.pays, a.amount, a.purposes,
  a.order_sealed, a.stop_sign, a.ended_on::text, a.ended_because, a.end_sealed, (select o.name from officer o where o.id = a.ended_by) as ended_by`;

type Sealed = Buffer | null;
type Row = Omit<Placing, 'words' | 'orderWords' | 'endReasons' | 'approvals'> & {
  wordsSealed: Sealed;
  orderSealed: Sealed;
  endSealed: Sealed;
};

const opened = <Words extends object>({ tools }: Context, bytes: Sealed): Words => (bytes ? JSON.parse(tools.unseal(bytes)) : {}) as Words;
const sealed = ({ tools }: Context, words: object): Buffer => tools.seal(JSON.stringify(words));

function placingOf(
  context: Context,
  { wordsSealed, orderSealed, endSealed, ...row }: Row,
  approvals: readonly (Approval & { placingId: string })[],
): Placing {
  return {
    ...row,
    words: opened(context, wordsSealed),
    orderWords: opened(context, orderSealed),
    endReasons: opened<{ reasons?: string }>(context, endSealed).reasons ?? null,
    approvals: approvals.filter(({ placingId }) => placingId === row.id),
  };
}

type ApprovalRow = Omit<Approval, 'reasons' | 'members'> & { placingId: string; reasonsSealed: Buffer; members: Approver[] };

async function approvalsOf(context: Context, recordIds: readonly RecordId[]): Promise<(Approval & { placingId: string })[]> {
  const { rows } =
    await sql<ApprovalRow>`select p.arrangement_id as placing_id, p.met_on::text, p.decision, p.reasons_sealed, o.name as recorded_by,
      coalesce((select json_agg(json_build_object('name', m.name, 'standing', m.standing) order by m.position) from care_approver m where m.approval_id = p.id), '[]') as members
    from care_approval p join officer o on o.id = p.recorded_by where p.record_id = any (${recordIds as RecordId[]}::uuid[]) order by p.recorded_at, p.id`.execute(
      context.db,
    );
  return rows.map(({ reasonsSealed, ...row }) => ({ ...row, reasons: opened<{ reasons?: string }>(context, reasonsSealed).reasons ?? '' }));
}

/** Of one child, the oldest first. */
export async function placingsOf(context: Context, recordId: RecordId): Promise<Placing[]> {
  const { rows } =
    await sql<Row>`select ${columns} from care_arrangement a where a.record_id = ${recordId} order by a.applied_at, a.id`.execute(
      context.db,
    );
  const approvals = await approvalsOf(context, [recordId]);
  return rows.map((row) => placingOf(context, row, approvals));
}

/** Running or asked for in a district: what row security shows. */
export async function openPlacings(context: Context, atMost: number): Promise<Placing[]> {
  const { rows } =
    await sql<Row>`select ${columns} from care_arrangement a where a.ended_at is null order by a.applied_at, a.id limit ${atMost}`.execute(
      context.db,
    );
  const approvals = await approvalsOf(context, rows.map(({ recordId }) => recordId)); // prettier-ignore
  return rows.map((row) => placingOf(context, row, approvals));
}

/** Held until the end of the transaction. */
export async function holdPlacing(context: Context, recordId: RecordId, id: string): Promise<void> {
  await sql`select 1 from care_arrangement where id = ${id} and record_id = ${recordId} for update`.execute(context.db);
}

export type NewPlacing = Pick<
  Placing,
  'recordId' | 'kind' | 'form' | 'hardships' | 'area' | 'familyId' | 'siblingsTogether' | 'words' | 'appliedOn'
>;

/** Null if one of the kind is open already. */
export async function insertPlacing(context: Context, officer: OfficerActor, placing: NewPlacing): Promise<string | null> {
  const id = newId<'placing'>(milliseconds(context.now));
  const done =
    await sql`insert into care_arrangement (id, record_id, kind, form, hardships, area, family_id, siblings_together, words_sealed, office_id, applied_on, applied_by, applied_at)
    values (${id}, ${placing.recordId}, ${placing.kind}, ${placing.form}, ${placing.hardships}, ${placing.area}, ${placing.familyId}, ${placing.siblingsTogether},
      ${sealed(context, placing.words)}, ${officer.officeId}, ${placing.appliedOn}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n ? id : null;
}

export async function insertApproval(
  context: Context,
  officer: OfficerActor,
  placing: Placing,
  draft: ApprovalDraft,
  members: readonly Approver[],
): Promise<void> {
  const id = newId<'approval'>(milliseconds(context.now));
  await sql`insert into care_approval (id, arrangement_id, record_id, met_on, decision, reasons_sealed, recorded_by, recorded_at)
    values (${id}, ${placing.id}, ${placing.recordId}, ${draft.metOn}, ${draft.decision}, ${sealed(context, { reasons: draft.reasons })}, ${officer.officerId}, ${context.now})`.execute(
    context.db,
  );
  for (const [position, { name, standing }] of members.entries())
    await sql`insert into care_approver (approval_id, record_id, position, name, standing) values (${id}, ${placing.recordId}, ${position}, ${name}, ${standing})`.execute(
      context.db,
    );
}

export type Placed = {
  orderId: string;
  orderNumber: string;
  fromOn: Day;
  toOn: Day | null;
  pays: Pace;
  amount: Paise;
  purposes: string[];
  words: OrderWords;
};

/** False if it was placed or ended meanwhile. */
export async function markPlaced(context: Context, officer: OfficerActor, placingId: string, placed: Placed): Promise<boolean> {
  const done =
    await sql`update care_arrangement set order_id = ${placed.orderId}, order_number = ${placed.orderNumber}, from_on = ${placed.fromOn}, to_on = ${placed.toOn},
      pays = ${placed.pays}, amount = ${placed.amount}, purposes = ${placed.purposes}, order_sealed = ${sealed(context, placed.words)}, placed_by = ${officer.officerId},
      placed_at = ${context.now} where id = ${placingId} and placed_at is null and ended_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function markEnded(
  context: Context,
  officer: OfficerActor,
  placingId: string,
  { endedOn, because, reasons }: EndDraft,
): Promise<boolean> {
  const done =
    await sql`update care_arrangement set ended_on = ${endedOn}, ended_because = ${because}, end_sealed = ${sealed(context, { reasons })},
      ended_by = ${officer.officerId}, ended_at = ${context.now} where id = ${placingId} and ended_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** Whether the child lives in a home now. */
export async function livesInHome(context: Context, recordIds: readonly RecordId[]): Promise<Set<RecordId>> {
  const { rows } = await sql<{
    recordId: RecordId;
  }>`select record_id from residence where left_at is null and record_id = any (${recordIds as RecordId[]}::uuid[])`.execute(context.db);
  return new Set(rows.map(({ recordId }) => recordId));
}

export type Running = Pick<Placing, 'id' | 'recordId' | 'kind' | 'fromOn'>;

/** Running, of which no sign was told yet: what the worker looks through. */
export async function runningUntold(context: Context, after: string | null, atMost: number): Promise<Running[]> {
  const { rows } = await sql<Running>`select id, record_id, kind, from_on::text from care_arrangement
    where ended_at is null and placed_at is not null and stop_sign is null and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${atMost}`.execute(
    context.db,
  );
  return rows;
}

/** False if it was told meanwhile. */
export async function noteSign(context: Context, placingId: string, sign: StopSign): Promise<boolean> {
  const done =
    await sql`update care_arrangement set stop_sign = ${sign} where id = ${placingId} and stop_sign is null and ended_at is null`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n;
}
