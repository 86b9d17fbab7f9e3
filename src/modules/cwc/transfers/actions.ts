// The verbs of a child's way to another Committee and home: residence, records sent, the other Committee's answer, journey, follow-up, appeal.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, addMonths, dayOf, instantAt } from '../../../kernel/time.ts';
import { ruleById } from '../../../law/index.ts';
import type { Context } from '../../../platform/context.ts';
import { type ChildRecord, auditWrite, readRecord, readToChange, shareRecord } from '../../children/index.ts';
import { effectiveEntries, holdDiaries, lastOf, readDiary, writeDiary } from '../../diary/index.ts';
import { openProduced } from '../opening.ts';
import { ordersOf, readOrder } from '../orders/order-store.ts';
import { standingOf } from '../orders/order.ts';
import type { AnswerDraft, AppealDraft, FollowUpDraft, JourneyDraft, ResidenceDraft, SentDraft } from './form.ts';
import {
  answerTransfer,
  insertAppeal,
  insertFollowUp,
  insertJourney,
  insertResidence,
  recordsSent,
  transfersOf,
} from './transfer-store.ts';

const noonOf = (on: Parameters<typeof instantAt>[0], context: Context): Instant =>
  on === dayOf(context.now) ? context.now : instantAt(on, '12:00');

/** The child belongs elsewhere: from here the Committee owes the transfer (s.95). */
export async function tellResidence(context: Context, reference: Reference, draft: ResidenceDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, cwc } = opened;
  const id = await insertResidence(context, cwc, record.id, draft);
  await writeDiary(context, record.id, {
    happening: 'inquiry.residenceElsewhere',
    facts: { in: draft.liesIn },
    paper: { kind: 'home-elsewhere', id },
  });
  return record;
}

/** The records travel with the child: from here the other Committee reads the file, and answers. */
export async function sendRecords(context: Context, reference: Reference, draft: SentDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference, 'also-restored');
  if (isRefusal(opened)) return opened;
  const { record, cwc } = opened;
  const transfer = (await transfersOf(context, record.id)).find(({ fromCwc, sentOn }) => fromCwc === cwc.officeId && sentOn === null);
  if (!transfer) return refuse('cwc-moves.error.noTransfer');
  if (draft.sentOn > dayOf(context.now)) return refuse('cwc.error.future', {}, 'sentOn');
  const order = await readOrder(context, record.id, transfer.orderId);
  if (draft.sentOn < dayOf(order!.madeAt!)) return refuse('cwc-moves.error.beforeOrder', {}, 'sentOn');
  await recordsSent(context, transfer.orderId, draft);
  const at = noonOf(draft.sentOn, context);
  const paper = { kind: 'committee-order', id: transfer.orderId };
  await writeDiary(context, record.id, {
    happening: 'inquiry.recordsSent',
    facts: {},
    happenedAt: at < order!.madeAt! ? order!.madeAt! : at,
    paper,
  });
  await shareRecord(context, record.id, transfer.toCwc, 'transfer');
  return record;
}

/** By the Committee the child is sent to. A refusal gives its reason and returns the matter; an acceptance is carried out by the worker (jobs.ts). */
export async function answerForTransfer(context: Context, reference: Reference, draft: AnswerDraft): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  const record = await readRecord(context, { reference }, 'found');
  if (isRefusal(record)) return record;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  await holdDiaries(context, [record.id]);
  const transfer = (await transfersOf(context, record.id)).find(
    ({ toCwc, sentOn, answer }) => toCwc === actor.officeId && sentOn !== null && answer === null,
  );
  if (!transfer) return refuse('cwc-moves.error.nothingToAnswer');
  await auditWrite(context, record.id);
  if (!(await answerTransfer(context, actor, transfer.orderId, draft.transferAnswer, draft.answerBecause ?? null)))
    return refuse('cwc-moves.error.nothingToAnswer');
  const happening = draft.transferAnswer === 'accepted' ? 'inquiry.transferAccepted' : 'inquiry.transferRefused';
  await writeDiary(context, record.id, { happening, facts: {}, paper: { kind: 'committee-order', id: transfer.orderId } });
  return record;
}

/** The journey of an escort order, and who took the child over: by whoever it bound, or the Committee. */
export async function recordEscortJourney(context: Context, reference: Reference, draft: JourneyDraft): Promise<ChildRecord | Refusal> {
  const record = await readToChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const order = await readOrder(context, record.id, draft.order);
  if (context.actor.kind !== 'officer' || order?.type !== 'escort' || order.madeAt === null)
    return refuse('web.error.notAChoice', {}, 'order');
  const [startedAt, endedAt] = [instantAt(draft.startedOn, draft.startedAt), instantAt(draft.endedOn, draft.endedAt)];
  if (draft.startedOn < dayOf(order.madeAt)) return refuse('cwc-moves.error.beforeOrder', {}, 'startedOn');
  if (endedAt > context.now) return refuse('cwc.error.future', {}, 'endedOn');
  if (endedAt <= startedAt) return refuse('cwc-moves.error.journeyOrder', {}, 'endedOn');
  await auditWrite(context, record.id);
  if (!(await insertJourney(context, context.actor, { recordId: record.id, startedAt, endedAt }, draft)))
    return refuse('cwc-moves.error.journeyKnown', {}, 'order');
  return record;
}

/** From how many months after the restoration on a visit is the one it is said to be: as the law's duties count it. */
const visitFromMonths = {
  first: 0,
  'two-months': ruleById('C20.2')!.metFromMonths!,
  'six-months': ruleById('C20.6')!.metFromMonths!,
} as const;

/** Form 7 Part D: by whoever follows the child up, after the restoration that stands. */
export async function recordFollowUp(context: Context, reference: Reference, draft: FollowUpDraft): Promise<ChildRecord | Refusal> {
  const record = await readToChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
  const restored = lastOf(effectiveEntries(await readDiary(context, record.id)), 'found.restored', 'found.produced');
  if (restored?.happening !== 'found.restored') return refuse('cwc-moves.error.notRestored');
  if (draft.visitedOn > dayOf(context.now)) return refuse('cwc.error.future', {}, 'visitedOn');
  const restoredOn = dayOf(restored.happenedAt);
  if (draft.visitedOn < restoredOn) return refuse('cwc-moves.error.beforeHome', {}, 'visitedOn');
  const earliest = addMonths(restoredOn, visitFromMonths[draft.visit]);
  if (draft.visitedOn < earliest) return refuse('cwc-moves.error.visitTooEarly', { from: earliest }, 'visit');
  const id = await insertFollowUp(context, context.actor, record.id, restoredOn, draft);
  if (id === null) return refuse('cwc-moves.error.visitKnown', {}, 'visit');
  await auditWrite(context, record.id);
  const at = noonOf(draft.visitedOn, context);
  const happenedAt = at < restored.happenedAt ? restored.happenedAt : at;
  await writeDiary(context, record.id, {
    happening: 'inquiry.followedUp',
    facts: { visit: draft.visit },
    happenedAt,
    paper: { kind: 'follow-up', id },
  });
  return record;
}

/** JJ Act s.101: what became of an order before whoever hears appeals. The order stands until they say otherwise. */
export async function recordAppeal(context: Context, reference: Reference, draft: AppealDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference, 'also-restored');
  if (isRefusal(opened)) return opened;
  const { record, cwc } = opened;
  const order = (await ordersOf(context, record.id)).find(({ id }) => id === draft.order);
  if (!order || standingOf(order) !== 'made') return refuse('web.error.notAChoice', {}, 'order');
  if (draft.appealedOn > dayOf(context.now)) return refuse('cwc.error.future', {}, 'appealedOn');
  if (draft.appealedOn < dayOf(order.madeAt!)) return refuse('cwc-moves.error.beforeOrder', {}, 'appealedOn');
  await insertAppeal(context, cwc, record.id, draft);
  return record;
}
