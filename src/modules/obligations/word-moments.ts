// The moments of a duty at which word of it goes to somebody, and which of them comes next. Pure: the same duty and the same words, the same moment.
import type { Instant } from '../../kernel/time.ts';
import type { Actor } from '../../law/index.ts';
import type { StoredObligation } from './obligation.ts';

/** `warning` and `late` go to whoever owes the duty, `ladder` to whom it climbs. */
export type TickedKind = 'warning' | 'late' | 'ladder';

/** `step`: of the ladder, from 1; 0 otherwise. `to`: null for whoever owes it. */
export type WordMoment = { readonly kind: TickedKind; readonly step: number; readonly at: Instant; readonly to: Actor | null };

/** A word that was written: of which moment, and when. */
export type Told = { readonly kind: string; readonly step: number; readonly at: Instant };

type Timed = Pick<StoredObligation, 'ending' | 'suspendedAt' | 'startedAt' | 'warnAt' | 'lateAfter' | 'escalatesTo' | 'escalatesAt'>;

/** In order. None of a duty that ended or is held up. A duty nearly late from its start on is its own warning. */
export function wordMoments(duty: Timed): WordMoment[] {
  if (duty.ending !== null || duty.suspendedAt !== null) return [];
  const warning: WordMoment[] =
    duty.warnAt > duty.startedAt && duty.warnAt < duty.lateAfter ? [{ kind: 'warning', step: 0, at: duty.warnAt, to: null }] : [];
  return [
    ...warning,
    { kind: 'late', step: 0, at: duty.lateAfter, to: null },
    ...duty.escalatesAt.map((at, place): WordMoment => ({ kind: 'ladder', step: place + 1, at, to: duty.escalatesTo[place]! })),
  ];
}

/**
 * Told once it was told at the moment as it stands now, or after: where an order or a journey moved the duty's last moment on, its lateness is a new
 * one and is told again; where a correction moved it back, it is not. A warning is of no use once anything later was told.
 */
function isTold({ kind, step, at }: WordMoment, told: readonly Told[]): boolean {
  return told.some((one) => one.at >= at && (kind === 'warning' || (one.kind === kind && one.step === step)));
}

export function untoldMoments(duty: Timed, told: readonly Told[]): WordMoment[] {
  return wordMoments(duty).filter((moment) => !isTold(moment, told));
}

/** When word goes next; null where none is left to send. */
export function nextMoment(duty: Timed, told: readonly Told[]): Instant | null {
  return untoldMoments(duty, told)[0]?.at ?? null;
}
