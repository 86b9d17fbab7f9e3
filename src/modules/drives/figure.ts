// How many children of a drive stand where: each figure by its code, so that what is counted is what is shown. Pure.
import { measures } from '../care-plans/index.ts';
import { type Cell, coarse } from '../directives/index.ts';
import { type ChildStanding, timings, whereabouts } from './standing.ts';

/** What has a time to be done in. */
export const timed = ['production', 'plan', 'twoMonths', 'sixMonths'] as const;

type Figure =
  | 'children'
  | `${(typeof timed)[number]}.${(typeof timings)[number]}`
  | 'plan.approved'
  | `measure.${(typeof measures)[number]}`
  | `where.${(typeof whereabouts)[number]}`
  | 'lost-touch';

/** In the order of the page and of the table for machines. */
export const figures: readonly Figure[] = [
  'children',
  ...timed.flatMap((of) => timings.map((state) => `${of}.${state}` as const)),
  'plan.approved',
  ...measures.map((measure) => `measure.${measure}` as const),
  ...whereabouts.map((where) => `where.${where}` as const),
  'lost-touch',
];

function figuresOf(standing: ChildStanding): Figure[] {
  return [
    'children',
    ...timed.map((of) => `${of}.${standing[of].state}` as const),
    ...(standing.approved ? (['plan.approved'] as const) : []),
    ...standing.measures.map((measure) => `measure.${measure}` as const),
    `where.${standing.where}`,
    ...(standing.lostTouch ? (['lost-touch'] as const) : []),
  ];
}

/** Children by figure; one that nobody stands under is left out. */
export function countsOf(standings: readonly ChildStanding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const standing of standings) for (const figure of figuresOf(standing)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

/** `place`: a district's code; '' for the whole. */
export type PlaceCounts = { place: string; name: string; counts: ReadonlyMap<string, number> };
export type Told = { place: string; name: string; of(figure: string): Cell };

/** Exactly to whoever may see the children; to others in fives, and a few as a few. */
export function told({ place, name, counts }: PlaceCounts, exactly: boolean): Told {
  return { place, name, of: (figure) => (exactly ? (counts.get(figure) ?? 0) : coarse(counts.get(figure) ?? 0)) };
}

export function summed(rows: readonly PlaceCounts[]): PlaceCounts {
  const counts = new Map<string, number>();
  for (const row of rows) for (const [figure, children] of row.counts) counts.set(figure, (counts.get(figure) ?? 0) + children);
  return { place: '', name: '', counts };
}
