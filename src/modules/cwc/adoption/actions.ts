// The verbs of a child without parents: taken as such, which starts the clock of two or four months (s.38); family come forward; the certificate.
import { ageOn } from '../../../kernel/age.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { addMinutes, dayOf, instantAt } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type ChildRecord, readDescription } from '../../children/index.ts';
import { effectiveEntries, lastOf, readDiary, writeDiary } from '../../diary/index.ts';
import { openProduced } from '../opening.ts';
import { ordersOf } from '../orders/order-store.ts';
import { standingOf } from '../orders/order.ts';
import { insertCertificate, insertWithoutParents, noteFamily } from './adoption-store.ts';
import type { CertificateDraft, FamilyDraft, WithoutParentsDraft } from './form.ts';

const TWO_YEARS = 24;

/** By what is written of the child's age on the day of production; null where that cannot tell. */
export async function ageThen(
  context: Context,
  record: ChildRecord,
  producedOn: Parameters<typeof ageOn>[1],
): Promise<'two-or-under' | 'over-two' | null> {
  const age = (await readDescription(context, record.id))?.age;
  if (!age) return null;
  const then = ageOn(age, producedOn);
  if (then.highMonths <= TWO_YEARS) return 'two-or-under';
  return then.lowMonths > TWO_YEARS ? 'over-two' : null;
}

/** An age that contradicts the description is refused: which clock runs hangs on it. */
export async function takeAsWithoutParents(
  context: Context,
  reference: Reference,
  draft: WithoutParentsDraft,
): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, cwc, producedAt } = opened;
  const known = await ageThen(context, record, dayOf(producedAt));
  if (known && known !== draft.ageThen) return refuse('cwc-moves.error.ageThen', {}, 'ageThen');
  if (draft.deedOn && draft.deedOn > dayOf(context.now)) return refuse('cwc.error.future', {}, 'deedOn');
  // The sixty days of the deed begin no earlier than the child was there to be given up.
  if (draft.deedOn && draft.deedOn < dayOf(record.happenedAt)) return refuse('cwc.error.beforeFound', {}, 'deedOn');
  const taken = lastOf(effectiveEntries(await readDiary(context, record.id)), 'inquiry.takenAsWithoutParents', 'inquiry.familyCameForward');
  if (taken?.happening === 'inquiry.takenAsWithoutParents') return refuse('cwc-moves.error.takenAlready');
  const id = await insertWithoutParents(context, cwc, record.id, draft);
  const facts = { because: draft.because, age: draft.ageThen };
  await writeDiary(context, record.id, { happening: 'inquiry.takenAsWithoutParents', facts, paper: { kind: 'without-parents', id } });
  return record;
}

export async function familyCame(context: Context, reference: Reference, draft: FamilyDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference);
  if (isRefusal(opened)) return opened;
  const { record } = opened;
  const taken = lastOf(effectiveEntries(await readDiary(context, record.id)), 'inquiry.takenAsWithoutParents', 'inquiry.familyCameForward');
  if (taken?.happening !== 'inquiry.takenAsWithoutParents') return refuse('cwc-orders.error.notWithoutParents');
  const today = dayOf(context.now);
  if (draft.cameOn > today) return refuse('cwc.error.future', {}, 'cameOn');
  if (draft.cameOn < dayOf(taken.happenedAt)) return refuse('cwc-moves.error.beforeTaken', {}, 'cameOn');
  const at = draft.cameOn === today ? context.now : instantAt(draft.cameOn, '12:00');
  await noteFamily(context, record.id, draft);
  // Never before nor at the moment it was taken as without: the two would be read in the wrong order.
  const happenedAt = at <= taken.happenedAt ? addMinutes(taken.happenedAt, 1) : at;
  await writeDiary(context, record.id, { happening: 'inquiry.familyCameForward', facts: {}, happenedAt });
  return record;
}

/** Form 25: after three members declared the child free. */
export async function giveCertificate(context: Context, reference: Reference, draft: CertificateDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference, 'also-restored');
  if (isRefusal(opened)) return opened;
  const { record, cwc } = opened;
  const order = (await ordersOf(context, record.id)).find((one) => one.type === 'legally-free' && standingOf(one) === 'made');
  if (!order) return refuse('cwc-moves.error.notDeclared');
  const today = dayOf(context.now);
  if (draft.givenOn > today) return refuse('cwc.error.future', {}, 'givenOn');
  if (draft.givenOn < dayOf(order.madeAt!)) return refuse('cwc-moves.error.beforeOrder', {}, 'givenOn');
  if (!(await insertCertificate(context, cwc, record.id, order.id, draft))) return refuse('cwc-moves.error.certified');
  const at = draft.givenOn === today ? context.now : instantAt(draft.givenOn, '12:00');
  const happenedAt = at < order.madeAt! ? order.madeAt! : at;
  await writeDiary(context, record.id, {
    happening: 'inquiry.certificateGiven',
    facts: {},
    happenedAt,
    paper: { kind: 'committee-order', id: order.id },
  });
  return record;
}
