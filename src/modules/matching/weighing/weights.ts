// What the numbers of the scorer are, and those that are facts of the field rather than learned: shares, growth, errors of measuring, caps.
import type { Aspect } from '../aspect.ts';
import type { EvidenceClass } from './evidence-class.ts';

/** How often the level is seen when it is the same child (m), and when it is another (u). Within an aspect each sums to about 1. */
export type Level = { readonly m: number; readonly u: number };

/** Levels of likeness between two names, from best to worst. */
export const nameLevels = ['same', 'part', 'close', 'loose', 'initials', 'different'] as const;
export type NameLevel = (typeof nameLevels)[number];

export type Group = 'identity' | 'region' | 'journey' | 'body' | 'own';
type Sex = 'female' | 'male' | 'third';

/**
 * Everything a comparison is weighed by. One object, with a version, so that a change can be tried on pairs before it serves.
 * `limits`: bits an aspect may say at most for and against; `averages`: those it brings on average when it is known
 * of the same child. `nameChance`: a chance likeness of the level, as a multiple of how common the
 * name is. `damping`: fields of a group repeat each other; the second strongest counts this part, each next that part again.
 * `ages`: share of children by completed year, as carried to the day another was found. `calibration`: see calibrated.ts.
 */
export type Weights = {
  readonly version: string;
  readonly levels: Readonly<Record<Aspect, Readonly<Record<string, Level>>>>;
  readonly limits: Readonly<Record<Aspect, { readonly most: number; readonly least: number }>>;
  readonly averages: Readonly<Record<Aspect, number>>;
  readonly nameChance: Readonly<Partial<Record<NameLevel, number>>>;
  readonly damping: Readonly<Record<Group, number>>;
  readonly ages: readonly number[];
  readonly sexes: Readonly<Record<Sex, number>>;
  readonly calibration: Readonly<Record<EvidenceClass, { readonly slope: number; readonly offset: number }>>;
};

/** Fields of a group repeat each other: a region's people share names, tongue and home. */
export const groupOf: Readonly<Record<Aspect, Group>> = {
  name: 'identity',
  father: 'identity',
  mother: 'identity',
  guardian: 'identity',
  sibling: 'identity',
  language: 'region',
  place: 'region',
  distance: 'journey',
  dates: 'journey',
  clothing: 'journey',
  age: 'body',
  height: 'body',
  build: 'body',
  complexion: 'body',
  sex: 'own',
  marks: 'own',
};

/** How common a name may count as at most and at least, and what part of its sound class shares its exact sound. */
export const nameFrequency = { highest: 0.015, lowest: 0.00002, sameSoundInClass: 0.4, repeatWord: 0.5 } as const;
/** Share of names with a skeleton of this many consonant classes, when no counted frequency is passed in. */
export const shareByLength = [0.1, 0.08, 0.03, 0.008, 0.003, 0.0012, 0.0006] as const;

/** Years. Standard deviation of a stated age by basis, and its growth per year of age. */
export const ageErrors = {
  basisYears: { document: 0.3, medical: 1, told: 0.7, apparent: 1.1 },
  growth: { document: 0.01, medical: 0.05, told: 0.06, apparent: 0.12 },
} as const;

/** Centimetres. Growth per year by completed year of age (rounded from child-growth standards), errors of measuring and of growth. */
export const height = {
  growthByAge: [25, 12, 9, 8, 7, 6.5, 6, 6, 5.5, 5.5, 5.5, 6, 6, 5.5, 5, 4, 3, 2, 1],
  measuring: 3.5,
  growthError: 0.35,
  shrinkSlack: 3,
} as const;

/** Share of described children with such a mark. */
export const markShares = {
  scar: 0.14,
  burn: 0.04,
  mole: 0.16,
  tattoo: 0.02,
  birthmark: 0.05,
  leucoderma: 0.004,
  'missing-finger': 0.002,
  squint: 0.012,
  'cleft-lip': 0.002,
  limp: 0.006,
  'pierced-nose': 0.1,
  amputation: 0.001,
  other: 0.08,
} as const;
/** One site among sixteen, but marks crowd on face and limbs. */
export const siteShare = 0.15;
/** A further shared mark counts this part: whoever describes one well describes the next. */
export const furtherMark = 0.5;

/** Share of children who speak it (Census 2011, rounded); others count as `rareLanguage`. */
export const languageShares: Readonly<Record<string, number>> = {
  hi: 0.45,
  bn: 0.08,
  mr: 0.07,
  te: 0.07,
  ta: 0.06,
  gu: 0.045,
  ur: 0.045,
  kn: 0.036,
  or: 0.031,
  ml: 0.029,
  pa: 0.027,
  as: 0.013,
  bho: 0.042,
  mai: 0.011,
  mag: 0.011,
  en: 0.1,
};
export const rareLanguage = 0.005;

/** Kilometres up to which the levels of distance reach, and days up to which those of dates. */
export const distanceBands = { to100: 100, to300: 300, to1000: 1000, farther: Infinity } as const;
export const dateBands = { to3: 3, to30: 30, to365: 365, later: Infinity } as const;
/** Clothes are changed: compared only while the gap is this many days. */
export const clothingDays = 5;
