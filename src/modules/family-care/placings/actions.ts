// The verbs of a placing: apply, approve, carry out the Committee's order, pay or hold back, end.
import { ageOn } from '../../../kernel/age.ts';
import { paiseOf, rupeesOf } from '../../../kernel/money.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Day, addMonths, dayOf, instantAt } from '../../../kernel/time.ts';
import { type Scheme, approvalBench, schemeOn } from '../../../law/index.ts';
import type { Context } from '../../../platform/context.ts';
import { formatDay } from '../../../platform/i18n/index.ts';
import type { RequestContext } from '../../../web/route.ts';
import { type ChildRecord, type Description, auditWrite } from '../../children/index.ts';
import { numberOf, ordersOf } from '../../cwc/index.ts';
import { type NewEntry, writeDiary } from '../../diary/index.ts';
import { fullFor } from '../families/family.ts';
import { readFamily } from '../families/family-store.ts';
import { answersAt, papersOf } from '../papers/paper-store.ts';
import { duesOf } from '../payments/payment.ts';
import type { PaymentDraft } from '../payments/form.ts';
import { paymentsOf, writePayment } from '../payments/payment-store.ts';
import type { ApplicationDraft, ApprovalDraft, EndDraft, OrderDraft } from './form.ts';
import { openChild, openPlacing } from './opening.ts';
import { type Approver, type Placing, type PlacingKind, needsApproval, stateOf } from './placing.ts';
import { insertApproval, insertPlacing, livesInHome, markEnded, markPlaced } from './placing-store.ts';

/** Refused for who is surely too old, or surely too young; who may be either is for a person to judge. */
function ageRefusal(scheme: Scheme, description: Description | undefined, today: Day, inNeed: boolean, field: string): Refusal | null {
  if (!description?.age) return null;
  const { lowMonths, highMonths } = ageOn(description.age, today);
  const end = inNeed ? (scheme.beforeAgeInNeed ?? scheme.beforeAge) : scheme.beforeAge;
  if (lowMonths >= end * 12) return refuse('family-care.error.tooOld', { years: end }, field);
  // Aftercare is asked for before the child leaves the home: in the last year before it may begin.
  return highMonths + 12 < scheme.fromAge * 12 ? refuse('family-care.error.tooYoung', { years: scheme.fromAge }, field) : null;
}

export async function apply(
  context: Context,
  reference: Reference,
  kind: PlacingKind,
  draft: ApplicationDraft,
): Promise<ChildRecord | Refusal> {
  const opened = await openChild(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer, description } = opened;
  const today = dayOf(context.now);
  if (draft.appliedOn > today) return refuse('web.error.inFuture', {}, 'appliedOn');
  if (draft.appliedOn < dayOf(record.happenedAt)) return refuse('family-care.error.beforeFound', {}, 'appliedOn');
  const scheme = schemeOn(kind, draft.appliedOn);
  if (!scheme) return refuse('family-care.error.noScheme', {}, 'appliedOn');
  const wrong = ageRefusal(scheme, description, today, draft.inNeed ?? false, 'appliedOn');
  if (wrong) return wrong;
  const ceiling = draft.area && scheme.incomeCeiling?.[draft.area];
  if (ceiling && draft.income !== undefined && paiseOf(draft.income) > ceiling)
    return refuse('family-care.error.aboveCeiling', { most: rupeesOf(ceiling), citation: scheme.citation }, 'income');
  if (kind === 'sponsorship' && (await livesInHome(context, [record.id])).size > 0) return refuse('family-care.error.inHome');
  const family = draft.family ? await readFamily(context, draft.family) : undefined;
  if (draft.family && !family) return refuse('web.error.notAChoice', {}, 'family');
  const full = family && fullFor(family, draft.siblingsTogether ?? false);
  if (full) return refuse(`family-care.error.${full.code}`, { most: full.most }, 'family');
  const { carerName, relation, address, telephone, income, incomeProof, organisation, why } = draft;
  const said = { carerName, relation, address, telephone, income, incomeProof, organisation, why };
  const id = await insertPlacing(context, officer, {
    recordId: record.id,
    kind,
    form: draft.form ?? null,
    hardships: draft.hardships ?? [],
    area: draft.area ?? null,
    familyId: family?.id ?? null,
    siblingsTogether: draft.siblingsTogether ?? false,
    words: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    appliedOn: draft.appliedOn,
  });
  if (id === null) return refuse('family-care.error.openAlready');
  await auditWrite(context, record.id);
  return record;
}

/** As recorded by the protection unit, which serves the approval committee. */
export async function approve(
  context: Context,
  reference: Reference,
  placingId: string,
  draft: ApprovalDraft,
): Promise<ChildRecord | Refusal> {
  const opened = await openPlacing(context, reference, placingId);
  if (isRefusal(opened)) return opened;
  const { record, officer, placing } = opened;
  const state = stateOf(placing);
  if (!needsApproval(placing.kind) || (state !== 'applied' && state !== 'returned')) return refuse('family-care.error.decidedAlready');
  if (draft.metOn > dayOf(context.now)) return refuse('web.error.inFuture', {}, 'metOn');
  if (draft.metOn < placing.appliedOn) return refuse('family-care.error.beforeApplied', {}, 'metOn');
  const members = (draft.approvers ?? []).flatMap(({ name, standing }, at): (Approver & { at: number })[] =>
    name && standing ? [{ name, standing, at }] : [],
  );
  const twice = members.find(
    ({ name }, at) => members.findIndex((one) => one.name.trim().toLowerCase() === name.trim().toLowerCase()) < at,
  );
  if (twice) return refuse('family-care.error.namedTwice', {}, `approvers.${twice.at}.name`);
  if (members.length < approvalBench.least)
    return refuse('family-care.error.tooFew', { needed: approvalBench.least, named: members.length }, `approvers.${members.length}.name`);
  await insertApproval(context, officer, placing, draft, members);
  return record;
}

/** Why the child may not be placed with this family, or null. */
async function familyRefusal(context: Context, placing: Placing): Promise<Refusal | null> {
  if (!placing.familyId) return null;
  const family = await readFamily(context, placing.familyId, 'held');
  if (!family) return refuse('web.error.notFound');
  const full = fullFor(family, placing.siblingsTogether);
  if (full) return refuse(`family-care.error.${full.code}`, { most: full.most });
  const study = (await papersOf(context, { familyId: family.id })).find(
    ({ kind, submittedAt }) => kind === 'home-study' && submittedAt !== null,
  );
  if (!study) return refuse('family-care.error.noHomeStudy');
  const answers = await answersAt(context, study.id, study.version);
  return answers.get('recommend')?.value === 'yes' ? null : refuse('family-care.error.notRecommended');
}

const startOf = (kind: PlacingKind): NewEntry => {
  if (kind === 'sponsorship') return { happening: 'care.sponsorshipGranted', facts: {} };
  if (kind === 'foster') return { happening: 'care.fosterPlaced', facts: {} };
  return kind === 'kinship' ? { happening: 'care.kinPlaced', facts: {} } : { happening: 'care.aftercareOrdered', facts: {} };
};

/** By the Committee, on an order of its own that every member named in it signed (Forms 32, 36, 37). */
export async function place(context: Context, reference: Reference, placingId: string, draft: OrderDraft): Promise<ChildRecord | Refusal> {
  const opened = await openPlacing(context, reference, placingId);
  if (isRefusal(opened)) return opened;
  const { record, officer, placing, description } = opened;
  if (stateOf(placing) !== 'approved')
    return refuse(stateOf(placing) === 'running' ? 'family-care.error.placedAlready' : 'family-care.error.notApproved');
  const order = (await ordersOf(context, record.id)).find(({ id, type }) => id === draft.order && type === placing.kind);
  if (!order || order.withdrawnAt !== null) return refuse('web.error.notAChoice', {}, 'order');
  const signed = order.signers.filter(({ signedAt }) => signedAt !== null).length;
  if (order.madeAt === null) return refuse('family-care.error.unsigned', { signed, needed: order.leastSigners }, 'order');
  const today = dayOf(context.now);
  if (draft.fromOn < dayOf(order.madeAt)) return refuse('family-care.error.beforeOrder', {}, 'fromOn');
  if (placing.kind !== 'sponsorship' && draft.fromOn > today) return refuse('web.error.inFuture', {}, 'fromOn');
  const scheme = schemeOn(placing.kind, draft.fromOn) ?? schemeOn(placing.kind, today);
  if (!scheme) return refuse('family-care.error.noScheme', {}, 'fromOn');
  const amount = draft.pays === 'nothing' ? paiseOf(0) : paiseOf(draft.amount!);
  if (draft.pays !== 'once' && scheme.monthly !== null && amount > scheme.monthly)
    return refuse('family-care.error.aboveAmount', { most: rupeesOf(scheme.monthly), citation: scheme.citation }, 'amount');
  if (draft.pays !== 'nothing' && scheme.monthly === null) return refuse('family-care.error.paysNothing', {}, 'pays');
  const inNeed = placing.kind === 'aftercare';
  const wrong = ageRefusal(scheme, description, draft.fromOn, inNeed, 'fromOn') ?? pastAge(scheme, description, draft.toOn, inNeed);
  if (wrong) return wrong;
  if (scheme.mostMonths !== null && draft.toOn && draft.toOn >= addMonths(draft.fromOn, scheme.mostMonths))
    return refuse('family-care.error.tooLong', { months: scheme.mostMonths }, 'toOn');
  const notThere = await familyRefusal(context, placing);
  if (notThere) return notThere;
  const { holder, account, branch, operator } = draft;
  const words = Object.fromEntries(
    Object.entries({ holder, account, branch: branch?.toUpperCase(), operator }).filter(([, value]) => value !== undefined),
  );
  const placed = { orderId: order.id, orderNumber: numberOf(order), fromOn: draft.fromOn, toOn: draft.toOn ?? null, pays: draft.pays, amount, purposes: draft.purposes, words }; // prettier-ignore
  if (!(await markPlaced(context, officer, placing.id, placed))) return refuse('family-care.error.placedAlready');
  await writeDiary(context, record.id, { ...startOf(placing.kind), paper: { kind: 'placing', id: placing.id } });
  return record;
}

/** The period may not run on past the day on which the child is surely too old. */
function pastAge(scheme: Scheme, description: Description | undefined, toOn: Day | undefined, inNeed: boolean): Refusal | null {
  if (!description?.age || !toOn) return null;
  const years = inNeed ? (scheme.beforeAgeInNeed ?? scheme.beforeAge) : scheme.beforeAge;
  const last = addMonths(description.age.on, years * 12 - description.age.lowMonths);
  return toOn > last ? refuse('family-care.error.pastAge', { years }, 'toOn') : null;
}

export async function pay(
  context: RequestContext,
  reference: Reference,
  placingId: string,
  draft: PaymentDraft,
): Promise<ChildRecord | Refusal> {
  const opened = await openPlacing(context, reference, placingId);
  if (isRefusal(opened)) return opened;
  const { record, officer, placing } = opened;
  const { fromOn, toOn, endedOn, pays, amount } = placing;
  if (fromOn === null || pays === null || amount === null) return refuse('family-care.error.notRunning');
  const today = dayOf(context.now);
  const payments = (await paymentsOf(context, [record.id])).get(placing.id) ?? [];
  const due = duesOf({ fromOn, toOn, endedOn, pays, amount }, payments, today).find(({ period }) => period === draft.period);
  if (!due) return refuse('family-care.error.notDue', {}, 'period');
  if (due.state === 'paid') return refuse('family-care.error.paidAlready', { on: formatDay(context.view, due.payment!.paidOn!) }, 'period');
  if (draft.act === 'paid') {
    if (draft.paidOn! > today) return refuse('web.error.inFuture', {}, 'paidOn');
    if (draft.paidOn! < fromOn) return refuse('family-care.error.paidBefore', {}, 'paidOn');
    if (paiseOf(draft.amount!) > due.amount) return refuse('family-care.error.tooMuch', { most: rupeesOf(due.amount) }, 'amount');
  }
  return (await writePayment(context, officer, placing, draft)) ? record : refuse('family-care.error.paidMeanwhile', {}, 'period');
}

function endOf(kind: PlacingKind, because: EndDraft['because']): NewEntry {
  if (kind === 'sponsorship') return { happening: 'care.sponsorshipStopped', facts: { because } };
  if (kind === 'foster') return { happening: 'care.fosterEnded', facts: {} };
  return kind === 'kinship' ? { happening: 'care.kinEnded', facts: {} } : { happening: 'care.aftercareEnded', facts: {} };
}

/** A person ends it, with a reason; an application that was never ordered is withdrawn, of which the diary says nothing. */
export async function end(context: Context, reference: Reference, placingId: string, draft: EndDraft): Promise<ChildRecord | Refusal> {
  const opened = await openPlacing(context, reference, placingId);
  if (isRefusal(opened)) return opened;
  const { record, officer, placing } = opened;
  if (placing.endedOn !== null) return refuse('family-care.error.endedAlready');
  if (draft.endedOn > dayOf(context.now)) return refuse('web.error.inFuture', {}, 'endedOn');
  if (draft.endedOn < (placing.fromOn ?? placing.appliedOn)) return refuse('family-care.error.endBeforeStart', {}, 'endedOn');
  if (!(await markEnded(context, officer, placing.id, draft))) return refuse('family-care.error.endedAlready');
  if (placing.fromOn === null) return record;
  const noonThen = instantAt(draft.endedOn, '12:00');
  const happenedAt = draft.endedOn === dayOf(context.now) || noonThen > context.now ? context.now : noonThen;
  await writeDiary(context, record.id, { ...endOf(placing.kind, draft.because), happenedAt, paper: { kind: 'placing', id: placing.id } });
  return record;
}
