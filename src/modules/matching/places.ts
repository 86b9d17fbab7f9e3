// Which of the pairs that wait are put before an officer: the likeliest, of which no one hand fills more than its share. Pure.
import type { RecordKind } from '../../kernel/reference.ts';
import { type Instant, addHours } from '../../kernel/time.ts';

/** Who a record comes from, as far as anybody knows. `reporter`: the key of the telephone it was reported from. */
export type Source = { kind: RecordKind; reporter: string | null; officeId: string; openedAt: Instant };

/** So many reports, or found children, wait beside a record at once; and beside those so many sightings, which anybody may send without a name. */
export const MOST_WAITING = 10;
const MOST_SIGHTINGS = 5;
/** Of those places, to one telephone. A family reports three children in one day; a planter of look-alikes thirty. */
const OF_ONE_REPORTER = 3;
/** Of those places, to what one office entered within a week. A raid may find more at once: what is left over waits for a place. */
const OF_ONE_OFFICE = 5;
const FRESH_HOURS = 7 * 24;

const sharesOf = ({ reporter, officeId, openedAt, kind }: Source, now: Instant): [string, number][] => [
  ...(reporter === null ? [] : ([[`reporter ${reporter}`, OF_ONE_REPORTER]] satisfies [string, number][])),
  // Where a sighting is entered is the place, not who told of it: those without a telephone are one hand's, for all that is known.
  ...(kind === 'sighting' && reporter === null ? ([['nobody', OF_ONE_REPORTER]] satisfies [string, number][]) : []),
  ...(kind !== 'sighting' && addHours(openedAt, FRESH_HOURS) >= now
    ? ([[`office ${officeId}`, OF_ONE_OFFICE]] satisfies [string, number][])
    : []),
];

function filled<T>(ranked: readonly T[], sourceOf: (one: T) => Source, places: number, now: Instant): T[] {
  const taken = new Map<string, number>();
  const [within, over]: [T[], T[]] = [[], []];
  for (const one of ranked) {
    const shares = sharesOf(sourceOf(one), now);
    const fits = within.length < places && shares.every(([whose, most]) => (taken.get(whose) ?? 0) < most);
    if (fits) for (const [whose] of shares) taken.set(whose, (taken.get(whose) ?? 0) + 1);
    (fits ? within : over).push(one);
  }
  return [...within, ...over.slice(0, places - within.length)];
}

/**
 * Those that get a place, of pairs ranked the likeliest first. A share is kept only against others: places nobody else wants go to the next likeliest,
 * whoever it is from, so that a home that took in twelve children yesterday loses none of them.
 */
export function placed<T>(ranked: readonly T[], sourceOf: (one: T) => Source, now: Instant): T[] {
  const isSighting = (one: T) => sourceOf(one).kind === 'sighting';
  return [
    ...filled(
      ranked.filter((one) => !isSighting(one)),
      sourceOf,
      MOST_WAITING,
      now,
    ),
    ...filled(ranked.filter(isSighting), sourceOf, MOST_SIGHTINGS, now),
  ];
}
