// The verbs of the order register: draft in words, sign each in the own session, withdraw a draft, say that an order was carried out.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { dayOf, instantAt, yearOf } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { printLocalesFor } from '../../../platform/i18n/index.ts';
import { readDescription, readToChange } from '../../children/index.ts';
import { type NewEntry, effectiveEntries, readDiary, writeDiary } from '../../diary/index.ts';
import { officersInPost } from '../../officers/index.ts';
import { spokenIn } from '../../places/index.ts';
import { deedOf } from '../adoption/adoption-store.ts';
import { openProduced } from '../opening.ts';
import { openReport } from '../social-reports/report-store.ts';
import { insertTransfer } from '../transfers/transfer-store.ts';
import type { OrderDraft, OrderStepDraft } from './form.ts';
import { entriesOf } from './happenings.ts';
import { mayOrder } from './may-order.ts';
import { type Order, leastSigners, numberOf, standingOf } from './order.ts';
import { insertOrder, makeOrder, nextOrderNumber, orderDone, ordersOf, readOrder, signOrder, withdrawOrder } from './order-store.ts';
import { boundOffice } from './bound-office.ts';
import { typedConsent } from './signature.ts';
import { composed } from './wording.ts';

/** The members who are to sign are named in the draft; too few for this kind of order are refused in words. */
export async function draftOrder(context: Context, reference: Reference, draft: OrderDraft): Promise<Order | Refusal> {
  const opened = await openProduced(context, reference, 'also-restored');
  if (isRefusal(opened)) return opened;
  const { record, cwc, producedAt } = opened;
  const diary = effectiveEntries(await readDiary(context, record.id));
  const today = dayOf(context.now);
  const refusal = mayOrder(draft.type, { diary, today, surrenderedOn: await deedOf(context, record.id) });
  if (refusal) return refusal;
  if (draft.dueOn && draft.dueOn < today) return refuse('cwc-orders.error.duePast', {}, 'dueOn');
  if (!printLocalesFor(await spokenIn(context, record.stateCode)).includes(draft.language))
    return refuse('web.error.notAChoice', {}, 'language');
  const signers = [...new Set(draft.signers)];
  const inPost = new Set((await officersInPost(context, [cwc.officeId])).map(({ officerId }) => officerId as string));
  if (signers.some((id) => !inPost.has(id))) return refuse('web.error.notAChoice', {}, 'signers');
  const needed = leastSigners(draft.type);
  if (signers.length < needed) return refuse('cwc-orders.error.tooFew', { needed, named: signers.length }, 'signers');
  const made = (await ordersOf(context, record.id)).filter((order) => standingOf(order) === 'made');
  if (draft.corrects && !made.some(({ id }) => id === draft.corrects)) return refuse('web.error.notAChoice', {}, 'corrects');
  const office = await boundOffice(context, record, draft);
  if (isRefusal(office)) return office;
  const year = yearOf(today);
  const number = await nextOrderNumber(context, year);
  const names = (await readDescription(context, record.id))?.names.filter(({ bearer }) => bearer === 'child') ?? [];
  const name = names.map(({ text }) => text).join(', ') || record.reference;
  const about = { committee: cwc.officeName, name, reference: record.reference, producedOn: dayOf(producedAt) };
  const id = await insertOrder(context, cwc, {
    recordId: record.id,
    year,
    number,
    type: draft.type,
    language: draft.language,
    text: composed({ about, number: numberOf({ number, year }), now: context.now, draft, toOfficeName: office?.name ?? null }),
    leastSigners: needed,
    corrects: draft.corrects ?? null,
    toOfficeId: office?.id ?? null,
    placedWith: draft.placedWith ?? null,
    dueOn: draft.dueOn ?? null,
    who: draft.followUp ?? draft.escortOf ?? null,
    suitableBy: draft.suitableBy ?? null,
    signers,
  });
  return (await readOrder(context, record.id, id))!;
}

/** One step of an order; the last signature makes it, and what it starts is written down in the same moment. */
export async function takeStep(context: Context, reference: Reference, orderId: string, draft: OrderStepDraft): Promise<Order | Refusal> {
  if (draft.step === 'done') return carryOut(context, reference, orderId, draft);
  const opened = await openProduced(context, reference, 'also-restored');
  if (isRefusal(opened)) return opened;
  const order = await readOrder(context, opened.record.id, orderId, 'held');
  if (!order || order.cwcId !== opened.cwc.officeId) return refuse('web.error.notFound');
  if (standingOf(order) !== 'draft') return refuse(`cwc-orders.error.${standingOf(order)}`);
  if (draft.step === 'withdraw') {
    if (order.signers.some(({ signedAt }) => signedAt !== null)) return refuse('cwc-orders.error.signedAlready');
    await withdrawOrder(context, order.id);
    return order;
  }
  const signature = typedConsent.sign(opened.cwc, order.text, draft.consent ?? '');
  if (isRefusal(signature)) return signature;
  if (!(await signOrder(context, order.id, opened.cwc.officerId, signature))) return refuse('cwc-orders.error.notYours');
  const signed = (await readOrder(context, opened.record.id, orderId))!;
  return signed.signers.every(({ signedAt }) => signedAt !== null) ? makeSigned(context, signed) : signed;
}

async function makeSigned(context: Context, order: Order): Promise<Order | Refusal> {
  const diary = effectiveEntries(await readDiary(context, order.recordId));
  const refusal = mayOrder(order.type, { diary, today: dayOf(context.now), surrenderedOn: await deedOf(context, order.recordId) });
  if (refusal) return refuse(refusal.code, refusal.facts);
  await makeOrder(context, order.id, context.now);
  if (order.type === 'social-report') await openReport(context, order);
  if (order.type === 'transfer') await insertTransfer(context, order);
  await writeDiary(context, order.recordId, ...entriesOf(order, diary));
  return { ...order, madeAt: context.now };
}

/** An escort arranged, an age test reported: by the office bound, or by the Committee for one that has no desk here. */
async function carryOut(context: Context, reference: Reference, orderId: string, { doneOn }: OrderStepDraft): Promise<Order | Refusal> {
  const record = await readToChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const order = await readOrder(context, record.id, orderId, 'held');
  if (!order || order.madeAt === null) return refuse('web.error.notFound');
  const entry = doneEntry(order);
  if (!entry || order.doneOn !== null) return refuse('cwc-orders.error.nothingToDo');
  const today = dayOf(context.now);
  if (doneOn! > today) return refuse('cwc.error.future', {}, 'doneOn');
  if (doneOn! < dayOf(order.madeAt)) return refuse('cwc-orders.error.doneBefore', {}, 'doneOn');
  await orderDone(context, order.id, doneOn!);
  const at = instantAt(doneOn!, '12:00');
  const happenedAt = doneOn === today ? context.now : at < order.madeAt ? order.madeAt : at;
  await writeDiary(context, record.id, { ...entry, happenedAt, paper: { kind: 'committee-order', id: order.id } });
  return { ...order, doneOn: doneOn! };
}

function doneEntry({ id, type }: Order): NewEntry | null {
  if (type === 'age-test') return { happening: 'care.ageTestReported', facts: { order: id } };
  return type === 'escort' ? { happening: 'inquiry.escortArranged', facts: { order: id } } : null;
}
