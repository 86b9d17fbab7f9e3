// The shape of a duty the law puts on someone: who, from what happening, within what time, met by what, on whose authority.
import type { Actor } from './actors.ts';
import type { DiaryFact, Happening, HappeningFacts } from '../kernel/happenings.ts';
import type { RecordKind } from '../kernel/reference.ts';
import type { Day, Instant } from '../kernel/time.ts';

export { type Actor, actors } from './actors.ts';

type Condition<F> = { readonly [K in keyof F]?: F[K] | readonly F[K][] };

/** A happening, and if `where` is given only when each fact named there has that value (or one of those values). */
export type On<H extends Happening = Happening> = {
  [K in H]: { readonly happening: K; readonly where?: Condition<HappeningFacts[K]> };
}[H];

/** `source`: the instrument itself gives the period. `portal`: it gives none, and this is the portal's own default. */
export type PeriodBasis = 'source' | 'portal';

type Period =
  | { readonly hours: number }
  | { readonly days: number }
  /** Of the State's calendar (working-days.ts). */
  | { readonly workingDays: number }
  | { readonly months: number; readonly andDays?: number }
  /** Counted back from the day the start names (`plannedFor`); where fewer days are left, the day of the start itself. */
  | { readonly daysBefore: number };
/** A period that is counted, months before days; `about` where the source itself says "about". Journey minutes (`found.journeyRecorded`) are added where the law says "excluding the journey". */
export type CountedDue = Period & { readonly basis: PeriodBasis; readonly excludingJourney?: true; readonly about?: true };
/**
 * "At once", "without loss of time": the law gives no period, so the duty is due the moment it starts. `graceMinutes` is
 * administrative: until it is over the screen does not call the duty late. It is not a permission to wait.
 */
export type ImmediateDue = { readonly atOnce: true; readonly graceMinutes: number };
export type Due = CountedDue | ImmediateDue;

/**
 * How far the source was confirmed: C read in the source · C-f read in a reproduction of the official form ·
 * C-n press or secondary report only · M from memory, not confirmed · ours: there is no source, the duty is this portal's own.
 */
export type Confidence = 'C' | 'C-f' | 'C-n' | 'M' | 'ours';

/** Who is told once a duty is late, and how many hours after that. */
export type Ladder = readonly { readonly to: Actor; readonly afterHours: number }[];

/** What one State's rules say otherwise, from a day on; what is left out stays as in the central rule. `form`: the State's own number. */
export type StateOverride = {
  readonly stateCode: string;
  readonly from: Day;
  readonly due?: Due;
  readonly escalation?: Ladder;
  readonly form?: string;
  readonly citation: string;
  readonly confidence: Confidence;
};

/**
 * Whose diary a duty is read from. `found`: the child's record at the Committee, from the finding to the last follow-up. `conflict`: a child in
 * conflict with law, in a vault of its own. `office`: an authority's own journal (returns, posts, complaints about it).
 */
export type Subject = RecordKind | 'conflict' | 'office';

/** The part of the portal that will write what starts a duty, or what fulfils it; until it exists the duty is here, tested, and no clock runs. */
export const waitedFor = [
  'boards',
  'homes-and-care',
  'adoption',
  /** Vacancies of posts are seen by the register of posts, and what a court directed is answered as a directive: neither needs a clock here, and no journal is kept of police, State or Union. */
  'journals-of-government',
  /** Complaints about a Board's members: the State takes them, and no form of it is here. */
  'complaints-of-boards',
  'police-exchange',
  'family-progress',
] as const;
export type WaitedFor = (typeof waitedFor)[number];

export const obligationStates = ['running', 'nearly-late', 'late', 'met', 'met-late', 'cancelled', 'waived', 'suspended'] as const;
export type ObligationState = (typeof obligationStates)[number];

/** How a duty stands at the moment of an example. */
export type Standing = { readonly state: ObligationState; readonly dueAt: Instant };

/** A worked example a lawyer can check: with this diary, at this moment, the duty stands so. `expected: null`: no duty at all. */
export type Example = {
  readonly name: string;
  readonly diary: readonly DiaryFact[];
  readonly now: Instant;
  readonly stateCode: string;
  readonly expected: Standing | null;
  /** The further ones, soonest due first, where each report starts the next. */
  readonly next?: readonly Standing[];
};

export type Rule = {
  /** As in the domain sheet: M missing child, F found child, C Committee, J Board, I institution and care, P this portal's own; a second clock of
   * one duty has a dot (`C20.6`). Words: `obligations.duty.<id>.title` and `.ifMissed`. */
  readonly id: string;
  /**
   * Who may see how it stands: the desk alone, unless the family is named too. A pair nobody has confirmed is nobody's hope yet, a suspicion of
   * trafficking is the investigator's to tell, and another child's record is no family's.
   */
  readonly told: 'family' | 'desk';
  /** Entries copied from a linked record never start a duty twice. */
  readonly record: Subject;
  /**
   * Of a duty read from an office's journal: whose journal, where it is not that of whoever owes it. A month ends in every journal; the Magistrate's
   * review of a Committee is read from the Committee's.
   */
  readonly journalOf?: Actor;
  /** Absent where the clock runs today. */
  readonly waitsFor?: WaitedFor;
  /** The paper it is done on, as the Model Rules 2016 number it: States number their own. */
  readonly form?: string;
  readonly kind: 'statutory' | 'court' | 'administrative';
  readonly actor: Actor;
  /** Who has it instead: the latest of these happenings decides (the case moved to the anti-trafficking unit, the home registered the child). */
  readonly actorBy?: readonly (On & { readonly actor: Actor })[];
  /** Of the offices of that kind the one that wrote down what starts it: whoever took the information down owes what follows, and no other station learns of it. */
  readonly owedByWriter?: true;
  readonly startedBy: readonly On[];
  /** The start binds only in a case of this kind: one of these must be in the diary too, before the start or after it. */
  readonly onlyIf?: readonly On[];
  /** `first`: the earliest start counts (a second FIR does not restart the four months). `each`: every start is a duty of its own. */
  readonly clock: 'first' | 'each';
  readonly due: Due;
  /** A case of another kind has another period: the latest of these happenings, up to the end of the duty, decides. */
  readonly dueBy?: readonly (On & { readonly due: Due })[];
  /** With `dueBy`: the kind of case when the duty started decides, so that a later phase never makes a late duty timely. */
  readonly kindAtStart?: true;
  /** The start may state a day of its own (`dueOn`), or an hour of that day: the earlier of that and the period counts. */
  readonly orStatedDay?: true;
  /** Whoever may give more time gave it: calendar months added once for each kind, however often it is written down. */
  readonly extendedBy?: readonly (On & { readonly months: number })[];
  /** More time without a limit in the law: the order names the day (`until`), and of several the furthest counts; never a day before the period ends. */
  readonly extendedTo?: readonly On[];
  readonly metBy: readonly On[];
  /** True where doing it before the start is also doing it (a photograph given before the FIR). */
  readonly earlierCounts: boolean;
  /** Doing it counts only from the day so many calendar months after the start: a visit of the first week is not the one after two months. */
  readonly metFromMonths?: number;
  readonly cancelledBy: readonly On[];
  /**
   * What leaves no duty to do although it came before the start, unless it was undone since (`revivedBy`, or the report opened again): a child traced
   * before the FIR. Any other cancellation counts from the start on: what ended an earlier round says nothing of this one.
   */
  readonly overBefore?: readonly On[];
  /** What undoes a cancellation: the report is opened again, and the duty runs on from its first day. */
  readonly revivedBy?: readonly On[];
  /** Start, fulfilment and cancellation must name the same one; an entry that names none concerns all. */
  readonly pairedBy?: 'candidate' | 'order' | 'period' | 'post' | 'reference';
  /** How long before the due moment the duty is shown as nearly late, in hours. */
  readonly warnBeforeHours: number;
  /** Administrative unless the citation says otherwise. */
  readonly escalation: Ladder;
  readonly citation: string;
  readonly confidence: Confidence;
  /** First and last Indian day on which a start puts this duty on anyone. */
  readonly inForce: { readonly from: Day; readonly to: Day | null };
  readonly stateOverrides: readonly StateOverride[];
  readonly examples: readonly Example[];
};

export function titleCode(ruleId: string): string {
  return `obligations.duty.${ruleId}.title`;
}

export function ifMissedCode(ruleId: string): string {
  return `obligations.duty.${ruleId}.ifMissed`;
}
