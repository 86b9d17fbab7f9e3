// What an officer does about a late duty besides doing it, and whose it is to act: pure rules.
import { type Instant, addHours } from '../../kernel/time.ts';
import { actPolicy } from '../../law/index.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { toldAtOffice } from './escalation.ts';
import { heardFrom } from './heard-from.ts';
import type { Inherited } from './inherited.ts';
import { escalationStepAt, stateAt } from './obligation.ts';
import type { DutyOf, ListedDuty } from './store.ts';

export const acts = ['acknowledge', 'answer', 'hand-over', 'remind'] as const;
export type ActKind = 'acknowledged' | 'answered' | 'handed-over' | 'reminder';

/** What hinders. The law names none of them; they are asked so that the chain above can be told apart from silence. */
export const answerReasons = [
  'awaiting-authority',
  'cannot-be-reached',
  'record-wrong',
  'not-ours',
  'no-means',
  'done-on-paper',
  'other',
] as const;
export type AnswerReason = (typeof answerReasons)[number];

/** What an office owes as an office has no child or family to reach. */
export function answerReasonsFor(of: DutyOf): readonly AnswerReason[] {
  return of === 'record' ? answerReasons : answerReasons.filter((reason) => reason !== 'cannot-be-reached');
}

/** How the officer's office stands to a duty: it owes it, or it was told of it as it climbed. */
export type Concern = 'owes' | 'told';

function reaches(officer: OfficerActor, duty: ListedDuty): boolean {
  const scope = heardFrom(officer);
  if ('officeId' in scope) return duty.of === 'record' && duty.recordOfficeId === scope.officeId;
  if ('districtCode' in scope) return duty.districtCode === scope.districtCode;
  return 'nation' in scope || duty.stateCode === scope.stateCode;
}

/** Null for an office that neither owes the duty nor was told of it. What a vacant post below was to hear is heard here. */
export function concernOf(officer: OfficerActor, duty: ListedDuty, inherited: Inherited, now: Instant): Concern | null {
  if (duty.officeId === officer.officeId || inherited.officeIds.includes(duty.officeId)) return 'owes';
  const reached: readonly string[] = duty.escalatesTo.slice(0, escalationStepAt(duty, now));
  const hears = (told: readonly string[]): boolean => reached.some((to) => told.includes(to));
  if (!reaches(officer, duty)) return null;
  if (hears(toldAtOffice(officer.officeKind))) return 'told';
  return inherited.passedUp.some(({ told, districtCodes }) => districtCodes.includes(duty.districtCode) && hears(told)) ? 'told' : null;
}

/** Late, or nearly: before that there is nothing to say of it, and after its end neither. */
export function isOpenToActs(duty: ListedDuty, now: Instant): boolean {
  return ['nearly-late', 'late'].includes(stateAt(duty, now));
}

/** No reminder past this: whoever hears of the duty next must not hear of it before the office did. Null where nothing is left to climb. */
export function nextStepOf(duty: ListedDuty, now: Instant): Instant | null {
  return [duty.lateAfter, ...duty.escalatesAt].find((at) => at > now) ?? null;
}

/** The hours of a reminder that are still allowed, of those there are. */
export function reminderHours(duty: ListedDuty, now: Instant): number[] {
  const next = nextStepOf(duty, now);
  return actPolicy.reminderHours.filter((hours) => next === null || addHours(now, hours) <= next);
}
