// Taking a child in: by the Committee's placement, or before anybody could order it; and from another home that asked. One place at a time.
import type { OfficeId } from '../../../kernel/ids.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, dayOf } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { momentOf, notBefore } from '../../../web/when.ts';
import { type ChildRecord, auditWrite, readDescription, readRecord } from '../../children/index.ts';
import { holdDiaries, writeDiary } from '../../diary/index.ts';
import { endStay, openStay } from '../nights/overnight-store.ts';
import { type Unit, isOpen, takes } from '../register/institution.ts';
import { countsOf, unitsOf } from '../register/store.ts';
import type { AdmissionDraft, AnswerDraft } from './form.ts';
import { apartFrom } from './residence.ts';
import { type NewResidence, answerTransfer, insertResidence, openTransfer, residenceOf, siblingsOf } from './store.ts';

type Opened = { record: ChildRecord; home: OfficerActor };

/** A child the home may see, before it lives there: its own intake, one placed there, or one another home would transfer. */
async function openToTakeIn(context: Context, reference: Reference): Promise<Opened | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer' || actor.officeKind !== 'children-home') return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'found');
  if (isRefusal(record)) return record;
  await holdDiaries(context, [record.id]);
  if (record.status === 'restored' || record.status === 'closed') return refuse('institutions.error.notInCare');
  await auditWrite(context, record.id);
  return { record, home: actor };
}

type Place = Pick<NewResidence, 'unitId' | 'overStrengthReason' | 'apartReason'>;

/** Whether the unit takes the child: a full one only with a reason, and brothers and sisters are parted only with a reason (asked beside the field). */
async function placeRefused(context: Context, { record, home }: Opened, place: Place): Promise<Refusal[]> {
  const on = dayOf(context.now);
  const unit = (await unitsOf(context, home.officeId)).find(({ id }) => id === place.unitId);
  if (!unit || !isOpen(unit, on)) return [refuse('institutions.error.unit', {}, 'unit')];
  const sex = (await readDescription(context, record.id))?.sex ?? null;
  const wrong: Refusal[] = [];
  if (!takes(unit, sex)) wrong.push(refuse('institutions.error.unitSex', {}, 'unit'));
  const living = await livingIn(context, home.officeId, unit);
  if (living >= unit.strength && !place.overStrengthReason)
    wrong.push(refuse('institutions.error.full', { here: living, strength: unit.strength }, 'overStrengthReason'));
  const apart = apartFrom(home.officeId, await siblingsOf(context, record.id));
  if (apart.length > 0 && !place.apartReason)
    wrong.push(refuse('institutions.error.apart', { homes: apart.map(({ homeName }) => homeName).join(', ') }, 'apartReason'));
  return wrong;
}

async function livingIn(context: Context, officeId: OfficeId, unit: Unit): Promise<number> {
  const counts = await countsOf(context, officeId);
  return counts.filter(({ unitId }) => unitId === unit.id).reduce((sum, { children }) => sum + children, 0);
}

async function takeIn(context: Context, residence: NewResidence): Promise<string | Refusal> {
  const id = await insertResidence(context, residence);
  if (id === 'taken') return refuse('institutions.error.livesElsewhere', {}, 'unit');
  return id === 'number' ? refuse('institutions.error.numberGiven', { number: residence.admissionNumber }, 'admissionNumber') : id;
}

/** The order of the placement stands between the finding and the admission: what was ordered later is `not-yet` of the admission. */
function orderRefused(record: ChildRecord, { orderedBy, orderedOn }: AdmissionDraft, admittedAt: Instant, now: Instant): Refusal | null {
  if (orderedBy === 'not-yet' || !orderedOn) return null;
  if (orderedOn > dayOf(now)) return refuse('web.error.inFuture', {}, 'orderedOn');
  if (orderedOn < dayOf(record.happenedAt)) return refuse('institutions.error.beforeFound', {}, 'orderedOn');
  return orderedOn > dayOf(admittedAt) ? refuse('institutions.error.orderAfterAdmission', {}, 'orderedOn') : null;
}

export async function admit(context: Context, reference: Reference, draft: AdmissionDraft): Promise<ChildRecord | Refusal | Refusal[]> {
  const opened = await openToTakeIn(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, home } = opened;
  const at = momentOf(draft, context.now);
  if (isRefusal(at)) return at;
  const admittedAt = notBefore(at, record.happenedAt);
  if (admittedAt === null) return refuse('institutions.error.beforeFound', {}, 'doneOn');
  const before = await residenceOf(context, record.id);
  if (before?.leftAt && admittedAt < before.leftAt) return refuse('institutions.error.livedElsewhere', {}, 'doneOn');
  const orderWrong = orderRefused(record, draft, admittedAt, context.now);
  if (orderWrong) return orderWrong;
  const place = { unitId: draft.unit, overStrengthReason: draft.overStrengthReason, apartReason: draft.apartReason };
  const wrong = await placeRefused(context, opened, place);
  if (wrong.length > 0) return wrong;
  const { admissionNumber, orderedBy, orderNumber, orderedOn, belongings } = draft;
  const order = orderedBy === 'not-yet' ? {} : { orderNumber, orderedOn };
  const about = { recordId: record.id, officeId: home.officeId, admissionNumber, admittedAt, orderedBy, ...order, belongings };
  const id = await takeIn(context, { ...about, ...place });
  if (isRefusal(id)) return id;
  const night = await openStay(context, record.id);
  if (night && admittedAt >= night.broughtAt) await endStay(context, night.id, { at: admittedAt, how: 'admitted' });
  const paper = { kind: 'residence', id };
  await writeDiary(context, record.id, { happening: 'care.admitted', facts: { home: home.officeId }, happenedAt: admittedAt, paper });
  return record;
}

/** The home a transfer was asked of takes the child in, which ends the stay in the other; or says why it cannot. The care plan goes with the record. */
export async function answerAsked(context: Context, reference: Reference, draft: AnswerDraft): Promise<ChildRecord | Refusal | Refusal[]> {
  const opened = await openToTakeIn(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, home } = opened;
  const transfer = await openTransfer(context, record.id);
  if (transfer?.toOfficeId !== home.officeId) return refuse('web.error.notFound');
  if (draft.answer === 'refused') {
    const done = await answerTransfer(context, transfer.id, 'refused', draft.reason);
    return done ? record : refuse('institutions.error.answeredAlready');
  }
  const place = { unitId: draft.unit!, overStrengthReason: draft.overStrengthReason, apartReason: transfer.apartReason ?? undefined };
  const wrong = await placeRefused(context, opened, place);
  if (wrong.length > 0) return wrong;
  if (!(await answerTransfer(context, transfer.id, 'accepted'))) return refuse('institutions.error.answeredAlready');
  const { orderNumber, orderedOn } = transfer;
  const about = {
    recordId: record.id,
    officeId: home.officeId,
    admittedAt: context.now,
    orderedBy: 'transfer',
    orderNumber,
    orderedOn,
  } as const;
  const id = await takeIn(context, { ...about, ...place, admissionNumber: draft.admissionNumber!, belongings: draft.belongings });
  if (isRefusal(id)) return id;
  await writeDiary(context, record.id, { happening: 'care.transferred', facts: { home: home.officeId }, paper: { kind: 'residence', id } });
  return record;
}
