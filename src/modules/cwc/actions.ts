// The verbs of the Committee: record a production, answer on identity, record a restoration. Each step needs the one before it.
import type { RecordId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Instant, dayOf, instantAt, minutesBetween } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, peekRecord, shareRecord } from '../children/index.ts';
import type { DiaryFact } from '../../kernel/happenings.ts';
import { type NewEntry, effectiveEntries, has, lastOf, readDiary, writeDiary } from '../diary/index.ts';
import { confirmedCandidates, productionReportsOf } from '../found-children/index.ts';
import { readOffice } from '../officers/index.ts';
import type { IdentityDraft, ProductionDraft, RestorationDraft } from './form.ts';
import { type ProductionRequest, isConfirmed, otherClaims } from './identity.ts';
import { openFound } from './opening.ts';
import { numberOf, standingOf } from './orders/order.ts';
import { ordersOf } from './orders/order-store.ts';
import { answerRequest, insertProduction, insertRestoration, readPair, requestsOf } from './store.ts';

/** The missing reports confirmed to be this child as the diary has it, which knows in the same moment what was taken back; the last confirmed last. */
async function confirmedReports(context: Context, foundId: RecordId): Promise<RecordId[]> {
  const requests = await requestsOf(context, foundId);
  const confirmed = confirmedCandidates(effectiveEntries(await readDiary(context, foundId)));
  return confirmed.flatMap((candidate) => requests.find(({ candidateId }) => candidateId === candidate)?.missingId ?? []);
}

/** JJ Act s.31(1): the child before the Committee, or before a single member when it is not sitting (s.28). */
export async function recordProduction(context: Context, reference: Reference, draft: ProductionDraft): Promise<ChildRecord | Refusal> {
  const opened = await openFound(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, cwc } = opened;
  const producedAt = instantAt(draft.producedOn, draft.producedAt);
  if (producedAt > context.now) return refuse('cwc.error.future', {}, 'producedOn');
  if (producedAt < record.happenedAt) return refuse('cwc.error.beforeFound', {}, 'producedOn');
  if ((draft.journeyMinutes ?? 0) > minutesBetween(record.happenedAt, producedAt))
    return refuse('cwc.error.journeyTooLong', {}, 'journeyMinutes');
  const report = (await productionReportsOf(context, record.id)).findLast(({ filedAt }) => filedAt <= producedAt);
  const home = draft.home ? await readOffice(context, draft.home) : null;
  if (draft.placedWith === 'children-home' && home !== null && home?.kind !== 'children-home') return refuse('cwc.error.home', {}, 'home');
  const id = await insertProduction(context, record.id, cwc.officeId, producedAt, draft, report?.id ?? null);
  const paper = { kind: 'production', id };
  const entries: NewEntry[] = [{ happening: 'found.produced', facts: { sitting: draft.sitting }, happenedAt: producedAt, paper }];
  if (draft.journeyMinutes)
    entries.unshift({ happening: 'found.journeyRecorded', facts: { minutes: draft.journeyMinutes }, happenedAt: producedAt });
  entries.push({ happening: 'found.placed', facts: { with: draft.placedWith }, happenedAt: producedAt, paper });
  await writeDiary(context, record.id, ...entries);
  for (const missingId of await confirmedReports(context, record.id)) {
    await auditWrite(context, missingId);
    await writeDiary(context, missingId, ...entries);
  }
  return record;
}

/** The unanswered request to this Committee about this child; nobody's identity is decided before the child was produced. */
async function openRequest(
  context: Context,
  cwc: OfficerActor,
  recordId: RecordId,
  requestId: string,
): Promise<ProductionRequest | Refusal> {
  const request = (await requestsOf(context, recordId)).find(
    (one) => one.id === requestId && one.answer === null && one.cwcId === cwc.officeId,
  );
  if (!request) return refuse('cwc.error.nothingAsked');
  const produced = has(effectiveEntries(await readDiary(context, recordId)), 'found.produced');
  return produced ? request : refuse('cwc.error.notProduced');
}

/** The second of the two people (the trigger `identity_takes_two` says the same). Writes the answer in both records' diaries: the missing report becomes traced by it; neither record is closed. */
export async function answerIdentity(context: Context, reference: Reference, draft: IdentityDraft): Promise<ChildRecord | Refusal> {
  const opened = await openFound(context, reference);
  if (isRefusal(opened)) return opened;
  const request = await openRequest(context, opened.cwc, opened.record.id, draft.requestId);
  if (isRefusal(request)) return request;
  const pair = await readPair(context, request.candidateId);
  if (pair?.judgedBy === opened.cwc.officerId) return refuse('cwc.error.samePerson');
  if (draft.answer === 'confirmed' && pair?.standing !== 'same') return refuse('cwc.error.nothingAsked');
  if (draft.answer === 'confirmed' && !draft.both) {
    const claims = otherClaims(await requestsOf(context, request.foundId), request.id);
    if (isConfirmed(claims)) return refuse('cwc.error.confirmedAnother', {}, 'both');
    if (claims.length > 0) return refuse('cwc.error.severalClaims', {}, 'both');
  }
  if (!(await answerRequest(context, request.id, draft, opened.cwc.officerId))) return refuse('cwc.error.nothingAsked');
  await auditWrite(context, request.missingId);
  const entry: NewEntry = {
    happening: draft.answer === 'confirmed' ? 'identity.confirmed' : 'identity.refused',
    facts: { candidate: request.candidateId },
    paper: { kind: 'production-request', id: request.id },
  };
  await writeDiary(context, request.foundId, entry);
  await writeDiary(context, request.missingId, entry);
  if (draft.answer === 'confirmed') await openFiles(context, request);
  return opened.record;
}

/** One child, two files: each office may now read the other's, and the Committee both. */
async function openFiles(context: Context, request: ProductionRequest): Promise<void> {
  const [missing, found] = [await peekRecord(context, { id: request.missingId }), await peekRecord(context, { id: request.foundId })];
  if (!missing || !found) return;
  await shareRecord(context, missing.id, request.cwcId, 'production');
  await shareRecord(context, missing.id, found.officeId, 'identity');
  await shareRecord(context, found.id, missing.officeId, 'identity');
}

/**
 * Nobody reported the child missing: the family is known by the inquiry, and found suitable, in an order of Form 44 that the quorum signed (s.40(3)). Not while
 * somebody's report waits for an answer, nor by an order older than a judgement that was taken back. Answers since when.
 */
async function restoredByOrder(context: Context, record: ChildRecord, diary: readonly DiaryFact[]): Promise<Instant | null> {
  if ((await requestsOf(context, record.id)).some(({ answer }) => answer === null)) return null;
  const order = (await ordersOf(context, record.id)).findLast((one) => one.type === 'restoration' && standingOf(one) === 'made');
  const reversed = lastOf(diary, 'match.judgementReversed');
  return order?.madeAt && (!reversed || order.madeAt > reversed.recordedAt) ? order.madeAt : null;
}

async function mayRestore(context: Context, record: ChildRecord, draft: RestorationDraft): Promise<Refusal | null> {
  const diary = effectiveEntries(await readDiary(context, record.id));
  if (!has(diary, 'found.produced')) return refuse('cwc.error.producedFirst', {}, 'restoredOn');
  const confirmed = confirmedCandidates(diary).at(-1);
  const identity = diary.findLast((entry) => entry.happening === 'identity.confirmed' && entry.facts.candidate === confirmed);
  const knownSince = identity?.happenedAt ?? (await restoredByOrder(context, record, diary));
  if (knownSince === null) return refuse('cwc.error.identityFirst');
  const restoredAt = instantAt(draft.restoredOn, draft.restoredAt);
  if (draft.orderedOn > dayOf(context.now)) return refuse('cwc.error.future', {}, 'orderedOn');
  if (restoredAt > context.now) return refuse('cwc.error.future', {}, 'restoredOn');
  if (draft.orderedOn > draft.restoredOn) return refuse('cwc.error.orderFirst', {}, 'orderedOn');
  if (draft.restoredOn < dayOf(knownSince)) return refuse('cwc.error.identityFirst', {}, 'restoredOn');
  // Form 44 is an order like any other: no child goes home by one that members did not sign.
  const orders = (await ordersOf(context, record.id)).filter((one) => one.type === 'restoration' && standingOf(one) === 'made');
  const order = orders.find((one) => numberOf(one) === draft.orderNumber.trim());
  if (!order) return refuse('cwc.error.notInRegister', {}, 'orderNumber');
  if (dayOf(order.madeAt!) !== draft.orderedOn) return refuse('cwc.error.orderedOtherDay', {}, 'orderedOn');
  return null;
}

/** Form 44 (MR r.82(1)): recorded on the found child, and told to every missing report confirmed to be this child, which its own police officer closes. */
export async function recordRestoration(context: Context, reference: Reference, draft: RestorationDraft): Promise<ChildRecord | Refusal> {
  const opened = await openFound(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, cwc } = opened;
  const refusal = await mayRestore(context, record, draft);
  if (refusal) return refusal;
  const confirmed = await confirmedReports(context, record.id);
  const restoredAt = instantAt(draft.restoredOn, draft.restoredAt);
  const about = { recordId: record.id, missingId: confirmed.at(-1) ?? null, cwcId: cwc.officeId, restoredAt };
  const id = await insertRestoration(context, about, draft);
  const entry: NewEntry = {
    happening: 'found.restored',
    facts: { to: draft.toRelation },
    happenedAt: restoredAt,
    paper: { kind: 'restoration', id },
  };
  await writeDiary(context, record.id, entry);
  for (const missingId of confirmed) {
    await auditWrite(context, missingId);
    await writeDiary(context, missingId, entry);
  }
  return record;
}
