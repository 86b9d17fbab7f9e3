// Part B of the plan: how each need went, report by report; and the quarterly review of the home's management committee (JJ Model Rules 2016 r.39).
import { type Day, type Instant, addDays } from '../../kernel/time.ts';
import { type Domain, domains } from './plan.ts';

/** From worse than before to reached. The plot's steps, from below. */
export const marks = ['worse', 'none', 'some', 'good', 'reached'] as const;
export type Mark = (typeof marks)[number];

export const progressWords = ['place', 'conduct', 'interventions', 'proceedings', 'residence', 'childSays'] as const;
export type ProgressWords = Partial<Record<(typeof progressWords)[number], string>>;

export type Progress = {
  id: string;
  fromOn: Day;
  toOn: Day;
  interviewedOn: Day;
  words: ProgressWords;
  officeName: string;
  reportedBy: string;
  reportedAt: Instant;
  marks: Partial<Record<Domain, Mark>>;
};

export const reviewOutcomes = ['continue', 'change', 'release', 'restore', 'foster', 'adoption'] as const;
export type Review = {
  id: string;
  reviewedOn: Day;
  outcome: (typeof reviewOutcomes)[number];
  words: { sat: string; found: string; childSays?: string };
  officeName: string;
  recordedBy: string;
};

/** Of one need, its marks in the order of their reports: what the small line is drawn from. */
export type Course = { domain: Domain; points: { on: Day; mark: Mark }[] };

export function coursesOf(reports: readonly Progress[]): Course[] {
  const inOrder = reports.toSorted((one, other) => (one.toOn < other.toOn ? -1 : 1));
  return domains
    .map((domain) => ({
      domain,
      points: inOrder.flatMap(({ toOn, marks: given }) => (given[domain] ? [{ on: toOn, mark: given[domain] }] : [])),
    })) // prettier-ignore
    .filter(({ points }) => points.length > 0);
}

/** The day a need was to be looked at again is over, and no report since says how it went. */
export function reviewMissed(reviewOn: Day | null, course: Course | undefined, today: Day): boolean {
  return reviewOn !== null && reviewOn < today && !course?.points.some(({ on }) => on >= reviewOn);
}

/** The report that follows begins the day after the last one ended, so no day is reported on twice. */
export function nextFrom(reports: readonly Pick<Progress, 'toOn'>[], madeOn: Day): Day {
  return reports.map(({ toOn }) => addDays(toOn, 1)).reduce((latest, day) => (day > latest ? day : latest), madeOn);
}
