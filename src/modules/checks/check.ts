// A private check: "is my child already known?" Compared later by the worker, answered by an officer who calls back. Nothing here tells anybody outside whether there is a child.
import { type Instant, addHours } from '../../kernel/time.ts';

/** The portal's own promise; no law gives one. */
export const CALL_BACK_HOURS = 24;

/** Sentences an officer may say on the telephone; each is as true with a child as without. Where it is said whether a child is there: at the police, to who proves to be family. */
export const sayings = ['come-to-police', 'asked-more', 'not-reached', 'withdrawn'] as const;
export type Saying = (typeof sayings)[number];

/** After these nobody is called again. */
const ending: readonly Saying[] = ['come-to-police', 'withdrawn'];
export const endsCheck = (said: Saying): boolean => ending.includes(said);

export type Call = { said: Saying; calledAt: Instant };
export type Asked = { callBy: Instant; endedAt: Instant | null; calls: readonly Call[] };

/** `due`: by when somebody calls, or calls again. */
export type Standing = { state: 'waiting' | 'again' | 'overdue' | 'called' | 'withdrawn'; due: Instant };

/** Read from the calls alone: how a check stands never hangs on what was found. */
export function standingOf({ callBy, calls }: Asked, now: Instant): Standing {
  const last = calls.at(-1);
  const due = last ? addHours(last.calledAt, CALL_BACK_HOURS) : callBy;
  if (last?.said === 'come-to-police') return { state: 'called', due };
  if (last?.said === 'withdrawn') return { state: 'withdrawn', due };
  if (due <= now) return { state: 'overdue', due };
  return { state: last ? 'again' : 'waiting', due };
}
