// What the clock and the calendar say about a complaint: nothing in the future, nothing seen after it was reported, a delay explained, a child and not an adult.
import { ageFromBirth } from '../../kernel/age.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Day, type Instant, dayOf, instantAt } from '../../kernel/time.ts';
import type { Circumstance } from './missing-report.ts';

const OLDEST_CHILD_YEARS = 17;

type Ages = { ageFrom?: number; ageTo?: number; birthDate?: Day };

/** True if that field says the person was 18 or more when last seen. An upper guess of 18 with a lower one below it is still a child. */
export function isAdult(child: Ages, field: keyof Ages, lastSeenOn: Day): boolean {
  if (field === 'birthDate')
    return child.birthDate !== undefined && ageFromBirth(child.birthDate, lastSeenOn).lowMonths >= (OLDEST_CHILD_YEARS + 1) * 12;
  if (field === 'ageFrom') return child.ageFrom !== undefined && child.ageFrom > OLDEST_CHILD_YEARS;
  return child.ageTo !== undefined && child.ageTo > OLDEST_CHILD_YEARS && child.ageFrom === undefined;
}

type Paper = { paper: string; paperOn?: Day; paperAt?: string; delayReason?: string };
type LastSeen = { lastSeenOn: Day; lastSeenAt?: string; lastSeenOnUnknown: boolean };
type Received = { receivedOn: Day; receivedAt: string };

/** When last seen: noon in India when only the day is known; the day's start would look like the night before. */
export function lastSeenAt(draft: LastSeen, receivedAt: Instant): Instant {
  const told = instantAt(draft.lastSeenOn, draft.lastSeenAt ?? '12:00');
  return draft.lastSeenOnUnknown || told > receivedAt ? receivedAt : told;
}

export function receivedAt(draft: Received): Instant {
  return instantAt(draft.receivedOn, draft.receivedAt);
}

export function paperAt(draft: Paper): Instant | null {
  return draft.paperOn && draft.paperAt ? instantAt(draft.paperOn, draft.paperAt) : null;
}

export function checkLastSeen(draft: LastSeen, reported: Instant): Refusal[] {
  if (draft.lastSeenOnUnknown) return [];
  if (draft.lastSeenOn > dayOf(reported)) return [refuse('missing-reports.error.seenAfterReport', {}, 'lastSeenOn')];
  const late = draft.lastSeenAt !== undefined && instantAt(draft.lastSeenOn, draft.lastSeenAt) > reported;
  return late ? [refuse('missing-reports.error.seenAfterReport', {}, 'lastSeenAt')] : [];
}

/** A paper dated on a later day than the information needs its reason: there is no waiting period (Delhi HC 9-7-2024). */
export function checkPaperTimes(draft: Paper, received: Instant, now: Instant): Refusal[] {
  const at = paperAt(draft);
  if (at === null) return [];
  if (at > now) return [refuse('missing-reports.error.future', {}, draft.paperOn! > dayOf(now) ? 'paperOn' : 'paperAt')];
  if (at < received)
    return [refuse('missing-reports.error.paperBeforeReport', {}, draft.paperOn! < dayOf(received) ? 'paperOn' : 'paperAt')];
  const delayed = draft.paperOn! > dayOf(received) && !draft.delayReason;
  return delayed ? [refuse('missing-reports.error.delayReason', {}, 'delayReason')] : [];
}

export function checkComplaint(draft: Paper & LastSeen & Received, now: Instant): Refusal[] {
  const received = receivedAt(draft);
  if (received > now) return [refuse('missing-reports.error.future', {}, draft.receivedOn > dayOf(now) ? 'receivedOn' : 'receivedAt')];
  return [...checkLastSeen(draft, received), ...checkPaperTimes(draft, received, now)];
}

/** Trafficking is said by the circumstance or by the sections (BNS 143, 144; IPC 370, 370A before 1-7-2024). */
export function suggestsTrafficking(circumstance: Circumstance | null, sections: readonly string[]): boolean {
  return circumstance === 'trafficking-suspected' || sections.some((section) => /\b(BNS\s*)?14[34]\b|\bIPC\s*370A?\b/i.test(section));
}
