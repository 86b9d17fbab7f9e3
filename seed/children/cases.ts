// The hard cases a demonstration must hold, and at which place of each thousand children they stand.

export const hardCases = [
  'zero-fir',
  'twins-first',
  'found-900-km-away',
  'no-photograph',
  'three-scripts',
  'turns-eighteen-while-missing',
  'slow-station',
  'vacant-nodal-post',
  'false-citizen-report',
  'cwc-pending-twelve-months',
  'parents-appear-on-day-58',
  'found-time-corrected',
  'judgement-reversed',
  'missing-again',
  'notice-withdrawn-offence-link',
  'waited-a-day-for-fir',
  'traced-not-alive',
] as const;
/** A second report of a child of the story before: the twin, or the same child reported at another station too. */
export type HardCase = (typeof hardCases)[number] | 'twins-second' | 'reported-twice' | 'reported-again';

const first = 12;
const apart = 9;

/** In each hundred one child is reported at two stations, traced by one, and still missing on the books of the other. */
const reportedTwice = 70;

/** Children 12, 21, 30 … of each thousand; the second twin follows the first. */
export function hardCaseAt(index: number): HardCase | null {
  if (index % 100 === reportedTwice) return 'reported-twice';
  if (index % 100 === reportedTwice + 1) return 'reported-again';
  const place = (index % 1000) - first;
  if (place < 0) return null;
  const number = Math.floor(place / apart);
  if (place % apart === 0) return hardCases[number] ?? null;
  return place % apart === 1 && hardCases[number] === 'twins-first' ? 'twins-second' : null;
}

/** One child in 25 is found but undiscovered; one in 25 is found and missed by nobody. Fixed places, so that a small seed has them too. */
export function slotOf(index: number): 'undiscovered' | 'unclaimed' | null {
  const place = index % 25;
  return place === 7 ? 'undiscovered' : place === 19 ? 'unclaimed' : null;
}
