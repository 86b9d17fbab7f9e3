// The figures of a Committee's return: what came, how it was disposed of, what is pending and how old; and the text whose digest proves a signed one.

/** In the order of the return. The official ages of pendency: under 4, 4 to 6, 6 to 12, over 12 months; of the inquiry of s.38, 2 and 4 months. */
export const figureNames = [
  'opening',
  'instituted',
  'finalOrder',
  'inCare',
  'disposedRestored',
  'transferred',
  'notAChild',
  'disposedDied',
  'underFour',
  'fourToSix',
  'sixToTwelve',
  'overTwelve',
  'freeDeclared',
  'freeTwoInTime',
  'freeTwoLate',
  'freeOlderInTime',
  'freeOlderLate',
  'restored',
  'died',
  'ranAway',
] as const;
export type FigureName = (typeof figureNames)[number];
export type Figures = Record<FigureName, number>;

export const buckets = ['underFour', 'fourToSix', 'sixToTwelve', 'overTwelve'] as const;
export type Bucket = (typeof buckets)[number];

/** Older than so many months, and not older than; on its last day a matter is not older yet. */
export const bucketMonths: Readonly<Record<Bucket, readonly [number | null, number | null]>> = {
  underFour: [null, 4],
  fourToSix: [4, 6],
  sixToTwelve: [6, 12],
  overTwelve: [12, null],
};

export const none = Object.fromEntries(figureNames.map((name) => [name, 0])) as Figures;

export function pendingOf(figures: Figures): number {
  return buckets.reduce((sum, bucket) => sum + figures[bucket], 0);
}

/** Over the four months of s.36(2). */
export function overFourOf({ fourToSix, sixToTwelve, overTwelve }: Figures): number {
  return fourToSix + sixToTwelve + overTwelve;
}

export function isNil(figures: Figures): boolean {
  return figureNames.every((name) => figures[name] === 0);
}

export function sumOf(many: readonly Figures[]): Figures {
  return Object.fromEntries(figureNames.map((name) => [name, many.reduce((sum, one) => sum + one[name], 0)])) as Figures;
}

export type Difference = { name: FigureName; signed: number; now: number };

/** What the records say otherwise than when it was signed. */
export function differencesSince(signed: Figures, now: Figures): Difference[] {
  return figureNames.filter((name) => signed[name] !== now[name]).map((name) => ({ name, signed: signed[name], now: now[name] }));
}

/** One line for the return, one for each figure, then what was said with it: the same return always makes the same text. */
export function canonicalText(
  about: { officeId: string; period: string; nilCode: string | null; remarks: string | null },
  figures: Figures,
): string {
  return [
    `${about.officeId}\t${about.period}\t${about.nilCode ?? '-'}`,
    ...figureNames.map((name) => `${name}\t${figures[name]}`),
    about.remarks ?? '',
  ].join('\n');
}
