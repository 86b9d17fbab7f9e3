// How a rescued child stands, read from the child's diary and care plan: produced in time, planned in time, with which measures, where now, and whether
// anybody still visits. Pure. The law's own clocks decide what "in time" is: F03 (s.31(1), journeys left out), I01 (the plan within a month), C20.2 and C20.6.
import type { DiaryFact, Happening } from '../../kernel/happenings.ts';
import type { Instant } from '../../kernel/time.ts';
import { type Rule, law } from '../../law/index.ts';
import { type Measure, measures } from '../care-plans/index.ts';
import { effectiveEntries } from '../diary/index.ts';
import { storedObligationsOf } from '../obligations/index.ts';

/** `unknown`: done, but nothing tells from when the time ran. `not-owed`: nothing asks for it (yet), or it fell away. */
export const timings = ['in-time', 'late', 'running', 'overdue', 'unknown', 'not-owed'] as const;
export type Timing = { state: (typeof timings)[number]; dueAt: Instant | null; doneAt: Instant | null };

export const whereabouts = [
  'restored',
  'home',
  'family-care',
  'other-care',
  'with-parents',
  'gone',
  'elsewhere',
  'died',
  'not-placed',
] as const;
export type Whereabouts = (typeof whereabouts)[number];

/** What is read of a child's care plans: the measures of the one in force, and whether the Committee approved it. */
export type PlanRead = { approved: boolean; measures: readonly Measure[] };

export type ChildStanding = {
  production: Timing;
  plan: Timing;
  approved: boolean;
  measures: Measure[];
  where: Whereabouts;
  twoMonths: Timing;
  sixMonths: Timing;
  /** A follow-up fell due and nobody reported it, or the child is gone from where it lived. */
  lostTouch: boolean;
};

const clocks: readonly Rule[] = law.filter(({ id }) => ['F03', 'I01', 'C20.2', 'C20.6'].includes(id));

export function standingOf(diary: readonly DiaryFact[], plan: PlanRead | undefined, now: Instant, stateCode: string): ChildStanding {
  const facts = effectiveEntries(diary).toSorted((one, other) =>
    one.happenedAt < other.happenedAt ? -1 : one.happenedAt > other.happenedAt ? 1 : 0,
  );
  const duties = storedObligationsOf(facts, clocks, { stateCode, record: 'found' });
  const first = (happening: Happening): Instant | null => facts.find((fact) => fact.happening === happening)?.happenedAt ?? null;
  /** The first clock that did not fall away; of follow-ups the last restoration's. */
  const timing = (rule: string, doneAt: Instant | null, last = false): Timing => {
    const all = duties.filter(({ ruleId }) => ruleId === rule).toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
    const owed = all.filter(({ ending }) => ending !== 'cancelled' && ending !== 'waived');
    const duty = last ? all.at(-1) : owed[0];
    if (!duty) return { state: doneAt === null || all.length > 0 ? 'not-owed' : 'unknown', dueAt: null, doneAt };
    const { lateAfter, endedAt, suspendedAt } = duty;
    if (endedAt !== null) return { state: endedAt <= lateAfter ? 'in-time' : 'late', dueAt: lateAfter, doneAt: endedAt };
    return { state: suspendedAt !== null || now <= lateAfter ? 'running' : 'overdue', dueAt: lateAfter, doneAt: null };
  };
  const where = whereNow(facts);
  const [twoMonths, sixMonths] = [timing('C20.2', null, true), timing('C20.6', null, true)];
  return {
    production: timing('F03', first('found.produced')),
    plan: timing('I01', first('care.planMade')),
    approved: plan?.approved ?? false,
    measures: measuresOf(facts, plan),
    where,
    twoMonths,
    sixMonths,
    lostTouch: where === 'gone' || twoMonths.state === 'overdue' || sixMonths.state === 'overdue',
  };
}

/** What the plan promises, and what was granted outside it. */
function measuresOf(facts: readonly DiaryFact[], plan: PlanRead | undefined): Measure[] {
  const given = new Set<Measure>(plan?.measures ?? []);
  for (const { happening } of facts) {
    if (happening === 'care.sponsorshipGranted') given.add('sponsorship');
    if (happening === 'care.fosterPlaced' || happening === 'care.kinPlaced') given.add('family-based-care');
  }
  return measures.filter((measure) => given.has(measure));
}

/** The last word of the diary on where the child lives. Leave and hospital change nothing: the home answers for the child. */
function whereNow(facts: readonly DiaryFact[]): Whereabouts {
  let where: Whereabouts = 'not-placed';
  for (const fact of facts) where = movedTo(fact, where) ?? where;
  return where;
}

function movedTo(fact: DiaryFact, where: Whereabouts): Whereabouts | undefined {
  switch (fact.happening) {
    case 'found.placed':
      return placedWith[fact.facts.with];
    case 'care.admitted':
    case 'care.transferred':
    case 'care.backInHome':
      return 'home';
    case 'care.missingFromHome':
      return 'gone';
    case 'care.fosterPlaced':
    case 'care.kinPlaced':
      return 'family-care';
    case 'care.fosterEnded':
    case 'care.kinEnded':
      return where === 'family-care' ? 'not-placed' : undefined;
    // The home writes the discharge down after the restoration it follows, or before.
    case 'care.released':
      return where === 'restored' || where === 'family-care' ? undefined : 'elsewhere';
    case 'found.restored':
      return 'restored';
    case 'care.died':
      return 'died';
    case 'found.closed':
      return fact.facts.outcome === 'transferred' || fact.facts.outcome === 'not-a-child' ? 'elsewhere' : undefined;
    default:
      return undefined;
  }
}

const placedWith = {
  'children-home': 'home',
  'open-shelter': 'home',
  'adoption-agency': 'home',
  'fit-person': 'other-care',
  'fit-facility': 'other-care',
  'parents-pending-inquiry': 'with-parents',
} as const satisfies Record<Extract<DiaryFact, { happening: 'found.placed' }>['facts']['with'], Whereabouts>;
