// The shape of a duty the law puts on someone: who, from what happening, within what time, met by what, on whose authority.
import type { DiaryFact, Happening, HappeningFacts } from '../kernel/happenings.ts';
import type { RecordKind } from '../kernel/reference.ts';
import type { Day, Instant } from '../kernel/time.ts';

/** Everyone a duty can bind, or to whom a missed one is told. Their names on screen: `law.actor.*`. */
export const actors = [
  'station-in-charge',
  'investigating-officer',
  'child-welfare-police-officer',
  'anti-trafficking-unit',
  'railway-police',
  'childline',
  'finder',
  'children-home',
  'cwc',
  'dcpu',
  'district-magistrate',
  'superintendent-of-police',
  'director-general-of-police',
  'district-nodal-officer',
  'state-nodal-officer',
  'national-nodal-officer',
  'legal-services-authority',
  'portal',
] as const;
export type Actor = (typeof actors)[number];

type Condition<F> = { readonly [K in keyof F]?: F[K] | readonly F[K][] };

/** A happening, and if `where` is given only when each fact named there has that value (or one of those values). */
export type On<H extends Happening = Happening> = {
  [K in H]: { readonly happening: K; readonly where?: Condition<HappeningFacts[K]> };
}[H];

/** `source`: the instrument itself gives the period. `portal`: it gives none, and this is the portal's own default. */
export type PeriodBasis = 'source' | 'portal';

type Period = { readonly hours: number } | { readonly days: number } | { readonly workingDays: number } | { readonly months: number };
/** A period that is counted; `about` where the source itself says "about". Journey minutes (`found.journeyRecorded`) are added where the law says "excluding the journey". */
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

export type StateOverride = { readonly stateCode: string; readonly due: Due; readonly from: Day; readonly citation: string };

export const obligationStates = ['running', 'nearly-late', 'late', 'met', 'met-late', 'cancelled', 'waived'] as const;
export type ObligationState = (typeof obligationStates)[number];

/** A worked example a lawyer can check: with this diary, at this moment, the duty stands so. `expected: null`: no duty at all. */
export type Example = {
  readonly name: string;
  readonly diary: readonly DiaryFact[];
  readonly now: Instant;
  readonly stateCode: string;
  readonly expected: { readonly state: ObligationState; readonly dueAt: Instant } | null;
};

export type Rule = {
  /** As in the domain sheet: M missing child, F found child, P this portal's own. Words: `obligations.duty.<id>.title` and `.ifMissed`. */
  readonly id: string;
  /** The kind of record whose diary the duty is read from. Entries copied from a linked record never start a duty twice. */
  readonly record: RecordKind;
  readonly kind: 'statutory' | 'court' | 'administrative';
  readonly actor: Actor;
  /** Who has it instead: the latest of these happenings decides (the case moved to the anti-trafficking unit, the home registered the child). */
  readonly actorBy?: readonly (On & { readonly actor: Actor })[];
  readonly startedBy: readonly On[];
  /** `first`: the earliest start counts (a second FIR does not restart the four months). `each`: every start is a duty of its own. */
  readonly clock: 'first' | 'each';
  readonly due: Due;
  readonly metBy: readonly On[];
  /** True where doing it before the start is also doing it (a photograph given before the FIR). */
  readonly earlierCounts: boolean;
  readonly cancelledBy: readonly On[];
  /** What undoes a cancellation: the report is opened again, and the duty runs on from its first day. */
  readonly revivedBy?: readonly On[];
  /** Start, fulfilment and cancellation must name the same candidate. */
  readonly pairedBy?: 'candidate';
  /** How long before the due moment the duty is shown as nearly late, in hours. */
  readonly warnBeforeHours: number;
  /** Who is told once it is late, and how many hours after that. Administrative unless the citation says otherwise. */
  readonly escalation: readonly { readonly to: Actor; readonly afterHours: number }[];
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
