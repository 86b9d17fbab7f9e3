// An obligation: one duty of the law as it stands for one child, with the part that time alone changes kept apart.
import type { Happening } from '../../kernel/happenings.ts';
import { addHours, type Day, type Instant } from '../../kernel/time.ts';
import {
  type Actor,
  type Calendar,
  type Due,
  type Ladder,
  lateMoment,
  type ObligationState,
  type Rule,
  type Subject,
} from '../../law/index.ts';

/**
 * Where the duty falls. `record` is told by callers who know it; otherwise it is read from the diary. `journalOf`: whose journal an office's diary is,
 * which must be told: by its entries a Committee's journal looks like a Board's. `calendar`: on which days the State's offices are closed, for periods in
 * working days; without it what is closed everywhere.
 */
export type Place = {
  readonly stateCode: string;
  readonly record?: Subject;
  readonly journalOf?: Actor | undefined;
  readonly calendar?: Calendar | undefined;
};

export type Ending = 'met' | 'cancelled' | 'waived';

/** Everything that follows from diary and law alone, and so can be stored. One per (ruleId, triggerEntryId). */
export type StoredObligation = {
  readonly ruleId: string;
  readonly triggerEntryId: string;
  /** What started it. */
  readonly trigger: Happening;
  readonly actor: Actor;
  readonly startedAt: Instant;
  /** When the law wants it done. For "at once" this is `startedAt`. */
  readonly dueAt: Instant;
  /** From here it is nearly late. */
  readonly warnAt: Instant;
  /** Past this it is late: `dueAt`, or for "at once" the end of the administrative grace. */
  readonly lateAfter: Instant;
  /** Who is told at each step of the ladder, and when it is reached if nothing ends the duty before. */
  readonly escalatesTo: readonly Actor[];
  readonly escalatesAt: readonly Instant[];
  /** Which of the rule's `dueBy` decides the period; null for the rule's (or the State's) own. */
  readonly variant: number | null;
  /** Calendar months by which whoever may gave more time. */
  readonly extendedMonths: number;
  /** The day up to which an order gave time where the law sets no limit to it; null where none did. */
  readonly extendedTo: Day | null;
  /** Minutes the duty was held up by order and that do not count; and since when it is held up now. */
  readonly suspendedMinutes: number;
  readonly suspendedAt: Instant | null;
  /** Journey minutes the law does not count; 0 where it makes no exception for the journey. */
  readonly journeyMinutes: number;
  readonly ending: Ending | null;
  /** When what ended it happened (may be before the start, where doing it earlier counts). */
  readonly endedAt: Instant | null;
  readonly endedByEntryId: string | null;
};

export type Obligation = StoredObligation & {
  readonly state: ObligationState;
  readonly metAt: Instant | null;
  readonly metEntryId: string | null;
  /** How many steps of the ladder were reached: 0 none, 1 the first office told. */
  readonly escalationStep: number;
};

/** The moments that follow from the due moment. */
export function momentsOf(
  rule: Rule,
  ladder: Ladder,
  due: Due,
  dueAt: Instant,
): Pick<StoredObligation, 'dueAt' | 'warnAt' | 'lateAfter' | 'escalatesTo' | 'escalatesAt'> {
  const lateAfter = lateMoment(dueAt, due);
  return {
    dueAt,
    warnAt: addHours(lateAfter, -rule.warnBeforeHours),
    lateAfter,
    escalatesTo: ladder.map(({ to }) => to),
    escalatesAt: ladder.map(({ afterHours }) => addHours(lateAfter, afterHours)),
  };
}

/** How a stored obligation stands at `now`. Exactly at the due moment it is not late yet. */
export function stateAt(
  stored: Pick<StoredObligation, 'ending' | 'endedAt' | 'warnAt' | 'lateAfter' | 'suspendedAt'>,
  now: Instant,
): ObligationState {
  if (stored.ending === 'met') return stored.endedAt! > stored.lateAfter ? 'met-late' : 'met';
  if (stored.ending !== null) return stored.ending;
  if (stored.suspendedAt !== null) return 'suspended';
  if (now > stored.lateAfter) return 'late';
  return now >= stored.warnAt ? 'nearly-late' : 'running';
}

/** The ladder stops where the duty ended, or while it is held up. */
export function escalationStepAt(stored: Pick<StoredObligation, 'endedAt' | 'suspendedAt' | 'escalatesAt'>, now: Instant): number {
  const until = stored.endedAt ?? stored.suspendedAt ?? now;
  return stored.escalatesAt.filter((at) => at < until).length;
}

export function obligationAt(stored: StoredObligation, now: Instant): Obligation {
  const met = stored.ending === 'met';
  return {
    ...stored,
    state: stateAt(stored, now),
    metAt: met ? stored.endedAt : null,
    metEntryId: met ? stored.endedByEntryId : null,
    escalationStep: escalationStepAt(stored, now),
  };
}
