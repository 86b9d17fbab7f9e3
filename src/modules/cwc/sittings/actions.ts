// The verbs of a Committee's calendar: put a day on it, say who came, hear a child, ratify what a single member ordered.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, addDays, dayOf, instantAt } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { ChildRecord } from '../../children/index.ts';
import { type NewEntry, effectiveEntries, readDiary, writeDiary } from '../../diary/index.ts';
import { officersInPost } from '../../officers/index.ts';
import { openProduced } from '../opening.ts';
import { stepEntries } from '../schedule/actions.ts';
import type { HeldDraft, HearingDraft, PlanDraft } from './form.ts';
import { type Sitting, hasQuorum } from './sitting.ts';
import { holdSitting, insertHearing, insertRatification, insertSitting, readSitting, unratified } from './sitting-store.ts';

const FURTHEST_PLANNED = 400;
/** A day that was forgotten is entered afterwards; not one of another quarter. */
const LONGEST_AGO = 45;

export async function planSitting(context: Context, cwc: OfficerActor, draft: PlanDraft): Promise<string | Refusal> {
  const today = dayOf(context.now);
  if (draft.sitsOn > addDays(today, FURTHEST_PLANNED) || draft.sitsOn < addDays(today, -LONGEST_AGO))
    return refuse('cwc-sittings.error.day', { days: LONGEST_AGO }, 'sitsOn');
  const id = await insertSitting(context, cwc, instantAt(draft.sitsOn, draft.sitsAt), draft);
  return id ?? refuse('cwc-sittings.error.sameDay', {}, 'sitsOn');
}

/** Who came. A day to come has nobody yet; of a single member's sitting one. */
export async function recordMembers(context: Context, cwc: OfficerActor, sittingId: string, draft: HeldDraft): Promise<Sitting | Refusal> {
  const sitting = await readSitting(context, sittingId, cwc.officeId);
  if (!sitting) return refuse('web.error.notFound');
  if (sitting.sitsOn > dayOf(context.now)) return refuse('cwc-sittings.error.notYet', {}, 'members');
  const inPost = new Set((await officersInPost(context, [cwc.officeId])).map(({ officerId }) => officerId as string));
  const members = [...new Set(draft.members)];
  if (members.some((id) => !inPost.has(id))) return refuse('web.error.notAChoice', {}, 'members');
  if (sitting.bench === 'single-member' && members.length > 1) return refuse('cwc-sittings.error.oneMember', {}, 'members');
  if (!(await holdSitting(context, sitting.id, members))) return refuse('cwc-sittings.error.heldAlready', {}, 'members');
  return sitting;
}

type Sat = { sitting: Sitting; at: Instant };

/** The sitting at which something was done: held, by enough members, and after the child was produced. */
async function sitting(context: Context, cwc: OfficerActor, id: string, producedAt: Instant): Promise<Sat | Refusal> {
  const meant = await readSitting(context, id, cwc.officeId);
  if (!meant || meant.heldAt === null) return refuse('cwc-sittings.error.notHeld', {}, 'sitting');
  if (!hasQuorum(meant)) return refuse('cwc-sittings.error.noQuorum', { members: meant.members.length }, 'sitting');
  if (meant.sitsOn < dayOf(producedAt)) return refuse('cwc-sittings.error.beforeProduction', {}, 'sitting');
  const day = meant.sitsOn === dayOf(context.now) ? context.now : meant.sitsAt;
  return { sitting: meant, at: day < producedAt ? producedAt : day };
}

export async function hearChild(context: Context, reference: Reference, draft: HearingDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, cwc, producedAt } = opened;
  const sat = await sitting(context, cwc, draft.sitting, producedAt);
  if (isRefusal(sat)) return sat;
  if (draft.nextOn && draft.nextOn <= sat.sitting.sitsOn) return refuse('cwc-sittings.error.nextAfter', {}, 'nextOn');
  const id = await insertHearing(context, { record: record.id, sitting: sat.sitting, heardAt: sat.at }, draft);
  if (id === null) return refuse('cwc-sittings.error.heardAlready', {}, 'sitting');
  const paper = { kind: 'hearing', id };
  const entries: NewEntry[] = [{ happening: 'inquiry.hearingHeld', facts: {}, happenedAt: sat.at, paper }];
  if (draft.statementTaken) {
    const diary = effectiveEntries(await readDiary(context, record.id));
    entries.push(...stepEntries(diary, 'statement', paper, sat.at));
  }
  await writeDiary(context, record.id, ...entries);
  return record;
}

/** What a single member ordered stands once the Committee, sitting in full, says so (JJ Act s.28 [M]); else it makes another order. */
export async function ratifyPlacement(context: Context, reference: Reference, draft: { sitting: string }): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, cwc, producedAt } = opened;
  const [waiting] = await unratified(context, cwc.officeId, record.id);
  if (!waiting) return refuse('cwc-sittings.error.nothingToRatify');
  const sat = await sitting(context, cwc, draft.sitting, producedAt);
  if (isRefusal(sat)) return sat;
  if (sat.sitting.bench !== 'committee') return refuse('cwc-sittings.error.fullBench', {}, 'sitting');
  await insertRatification(context, cwc, waiting, sat.sitting.id);
  const paper = { kind: 'production', id: waiting.productionId };
  await writeDiary(context, record.id, { happening: 'inquiry.placementRatified', facts: {}, happenedAt: sat.at, paper });
  return record;
}
