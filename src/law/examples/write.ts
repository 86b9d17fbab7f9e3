// How worked examples are written: wall-clock times in India, one line per diary entry.
import type { DiaryFact, Happening, HappeningFacts } from '../../kernel/happenings.ts';
import { endOfDay, instantAt, type Day, type Instant } from '../../kernel/time.ts';
import type { Example, ObligationState, Standing } from '../rule.ts';

/** `2026-11-13 14:20` on the wall clock in India. */
export function indian(text: string): Instant {
  const [day, time] = text.split(' ') as [Day, string];
  return instantAt(day, time);
}

/** The last moment of that day, as counted periods end. */
export function endOf(day: string): Instant {
  return endOfDay(day as Day);
}

/** A diary entry at that Indian time, recorded as it happened. Its id is the happening and the time, so examples read as they are. */
export function entry<H extends Happening>(at: string, happening: H, facts: HappeningFacts[H], corrects: string | null = null): DiaryFact {
  const happenedAt = indian(at);
  const entryId = `${happening} ${at}${corrects === null ? '' : ' correction'}`;
  return { entryId, happening, facts, happenedAt, enteredAt: null, recordedAt: happenedAt, byOffice: null, corrects } as DiaryFact;
}

type Expected = readonly [state: ObligationState, dueAt: string | Instant];

function standing([state, dueAt]: Expected): Standing {
  return { state, dueAt: dueAt.includes('T') ? (dueAt as Instant) : indian(dueAt) };
}

/** An example in West Bengal. `expected` is the state and the due moment (a wall-clock time, or `endOf(day)`), or null for no duty; `next` the further ones. */
export function example(name: string, diary: DiaryFact[], now: string, expected: Expected | null, ...next: Expected[]): Example {
  return { name, diary, now: indian(now), stateCode: 'WB', expected: expected && standing(expected), next: next.map(standing) };
}

/** The entries nearly every example begins with. */
export const reported = (at: string) => entry(at, 'missing.reported', { source: 'walk-in' });
export const fir = (at: string) => entry(at, 'missing.firRegistered', { paper: 'fir', trafficking: false });
export const traced = (at: string, how: 'by-police' | 'by-family' | 'by-match' = 'by-police') =>
  entry(at, 'missing.traced', { how, alive: true });
export const reopened = (at: string) => entry(at, 'missing.reopened', {});
export const falseReport = (at: string) => entry(at, 'missing.falseReport', {});
export const found = (at: string) => entry(at, 'found.found', {});
export const journey = (at: string, minutes: number) => entry(at, 'found.journeyRecorded', { minutes });
export const produced = (at: string) => entry(at, 'found.produced', { sitting: 'committee' });
