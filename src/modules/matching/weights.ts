// Every number of the scorer in one typed table: m = how often the level is seen when it is the same child, u = when it is another child.
// These are first values set by judgement from the field's descriptions, not yet learned from judged pairs; the version says so.

export const weightsVersion = '2026.1-judgement';

export type Level = { readonly m: number; readonly u: number };

/** Levels of likeness between two names, from best to worst. `u` of `same` and `part` is replaced by how common the name is. */
export const nameLevels = ['same', 'part', 'close', 'loose', 'initials', 'different'] as const;
export type NameLevel = (typeof nameLevels)[number];

type NameTable = Readonly<Record<NameLevel, Level>>;

/** Children are called by pet names and renamed in care: a different name is weak evidence against. */
const childName: NameTable = {
  same: { m: 0.5, u: 0.015 },
  part: { m: 0.14, u: 0.03 },
  close: { m: 0.1, u: 0.03 },
  loose: { m: 0.08, u: 0.05 },
  initials: { m: 0.02, u: 0.03 },
  different: { m: 0.16, u: 0.85 },
};
const parentName: NameTable = { ...childName, same: { m: 0.58, u: 0.015 }, different: { m: 0.08, u: 0.85 } };
/** A guardian may be anyone the record calls so, and a spoken brother may be one of several or a friend. */
const looseName: NameTable = { ...childName, same: { m: 0.35, u: 0.02 }, part: { m: 0.1, u: 0.04 }, different: { m: 0.37, u: 0.82 } };

export const names = { child: childName, father: parentName, mother: parentName, guardian: looseName, sibling: looseName } as const;

/** How common a name may count as at most and at least, and what part of its sound class shares its exact sound. */
export const nameFrequency = { highest: 0.015, lowest: 0.00002, sameSoundInClass: 0.4, repeatWord: 0.5 } as const;
/** Share of names with a skeleton of this many consonant classes, when no counted frequency is passed in. */
export const shareByLength = [0.1, 0.08, 0.03, 0.008, 0.003, 0.0012, 0.0006] as const;

/** A clerk's slip in recording sex is rare but real; `third` is often recorded as one of the others. */
export const sex = { same: { m: 0.985, u: 0.5 }, thirdAndOther: { m: 0.3, u: 0.6 }, different: { m: 0.01, u: 0.5 } } as const;

/** Years. Standard deviation of a stated age by basis, its growth per year of age, and the span of ages among children of the register. */
export const age = {
  basisYears: { document: 0.3, medical: 1, told: 0.7, apparent: 1.1 },
  growth: { document: 0.01, medical: 0.05, told: 0.06, apparent: 0.12 },
  spanYears: 14,
  most: 4,
  least: -8,
} as const;

/** Centimetres. Growth per year by completed year of age (rounded from child-growth standards), errors of measuring and of growth. */
export const height = {
  growthByAge: [25, 12, 9, 8, 7, 6.5, 6, 6, 5.5, 5.5, 5.5, 6, 6, 5.5, 5, 4, 3, 2, 1],
  measuring: 3.5,
  growthError: 0.35,
  otherSpread: 12,
  shrinkSlack: 3,
  shrunk: { m: 0.01, u: 0.4 },
  most: 2.5,
  least: -6,
} as const;

export const marks = {
  kindSiteSide: 0.62,
  kindSite: 0.5,
  swappedSide: 0.12,
  kindOnly: 0.3,
  noneShared: { m: 0.3, u: 0.75 },
  lastingAbsent: { m: 0.06, u: 0.9 },
  secondMark: 0.5,
  most: 10,
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

/** Share of children who speak it (Census 2011, rounded); others count as `rare`. */
export const languageShares: Readonly<Record<string, number>> = {
  hi: 0.45,
  hin: 0.45,
  bn: 0.08,
  ben: 0.08,
  mr: 0.07,
  mar: 0.07,
  te: 0.07,
  tel: 0.07,
  ta: 0.06,
  tam: 0.06,
  gu: 0.045,
  guj: 0.045,
  ur: 0.045,
  urd: 0.045,
  kn: 0.036,
  kan: 0.036,
  or: 0.031,
  ori: 0.031,
  ml: 0.029,
  mal: 0.029,
  pa: 0.027,
  pan: 0.027,
  as: 0.013,
  asm: 0.013,
  bho: 0.042,
  mai: 0.011,
  mag: 0.011,
  en: 0.1,
  eng: 0.1,
};
export const language = { rare: 0.005, shared: 0.85, related: { m: 0.1, u: 0.25 }, different: { m: 0.05, u: 0.55 } } as const;

export const place = {
  sameDistrict: { m: 0.5, u: 0.01 },
  sameSound: { m: 0.45, u: 0.015 },
  closeSound: { m: 0.15, u: 0.03 },
  different: { m: 0.3, u: 0.92 },
} as const;

/** Kilometres between the district last seen and the district found. */
export const distance = [
  { upTo: 0, m: 0.4, u: 0.02 },
  { upTo: 100, m: 0.15, u: 0.04 },
  { upTo: 300, m: 0.13, u: 0.09 },
  { upTo: 1000, m: 0.18, u: 0.4 },
  { upTo: Infinity, m: 0.14, u: 0.45 },
] as const;

/** Days from last seen to found. */
export const dates = {
  before: { m: 0.0004, u: 0.3 },
  dayBefore: { m: 0.01, u: 0.02 },
  after: [
    { upTo: 3, m: 0.4, u: 0.06 },
    { upTo: 30, m: 0.22, u: 0.1 },
    { upTo: 365, m: 0.2, u: 0.24 },
    { upTo: Infinity, m: 0.17, u: 0.28 },
  ],
} as const;

/** Clothes are changed: compared only while the gap is this many days. */
export const clothing = { days: 5, both: { m: 0.35, u: 0.06 }, one: { m: 0.3, u: 0.2 }, none: { m: 0.35, u: 0.74 } } as const;
export const looks = { same: { m: 0.6, u: 0.4 }, near: { m: 0.3, u: 0.35 }, far: { m: 0.1, u: 0.25 } } as const;

/** What counts together: the second strongest of a group counts this part, each next that part again. Fields of a group repeat each other. */
export const groups = {
  identity: { damping: 0.85, aspects: ['name', 'father', 'mother', 'guardian', 'sibling'] },
  region: { damping: 0.6, aspects: ['language', 'place'] },
  journey: { damping: 0.75, aspects: ['distance', 'dates', 'clothing'] },
  body: { damping: 0.75, aspects: ['age', 'height', 'build', 'complexion'] },
  own: { damping: 1, aspects: ['sex', 'marks'] },
} as const;

/** Bits each aspect brings on average when it is known for the same child, and at most: for advice on what to ask, and for records too thin. */
export const worth = {
  name: { average: 3.6, most: 9 },
  father: { average: 4.6, most: 9 },
  mother: { average: 4.5, most: 9 },
  guardian: { average: 2, most: 8 },
  sibling: { average: 3, most: 8 },
  marks: { average: 3.4, most: 10 },
  place: { average: 3.2, most: 6 },
  language: { average: 1.6, most: 5 },
  age: { average: 1.8, most: 4 },
  height: { average: 0.9, most: 2.5 },
  sex: { average: 0.9, most: 1 },
  distance: { average: 1.6, most: 4.4 },
  dates: { average: 1.2, most: 2.8 },
  clothing: { average: 0.6, most: 2.6 },
  build: { average: 0.1, most: 0.6 },
  complexion: { average: 0.1, most: 0.6 },
} as const;

/** Bits of evidence of a level: log2 of its likelihood ratio. */
export function bitsOf(level: Level): number {
  return Math.log2(level.m / level.u);
}
