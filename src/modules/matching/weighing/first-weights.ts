// Weights set by judgement from the field's descriptions, before anything was learned: where learning starts. No register is served with them: what serves is learned from these.
import type { Level, NameLevel, Weights } from './weights.ts';

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
const looks = { same: { m: 0.6, u: 0.4 }, near: { m: 0.3, u: 0.35 }, far: { m: 0.1, u: 0.25 } } as const;

const span = 18;

export const firstWeights: Weights = {
  version: '2026.1-judgement',
  levels: {
    name: { ...childName, callName: { m: 0.05, u: 0.03 } },
    father: parentName,
    mother: parentName,
    guardian: looseName,
    sibling: looseName,
    age: {
      within1: { m: 0.68, u: 0.2 },
      within2: { m: 0.25, u: 0.2 },
      within3: { m: 0.05, u: 0.2 },
      younger: { m: 0.01, u: 0.2 },
      older: { m: 0.01, u: 0.2 },
    },
    // A clerk's slip in recording sex is rare but real; `third` is often recorded as one of the others.
    sex: { same: { m: 0.985, u: 0.5 }, third: { m: 0.005, u: 0.01 }, different: { m: 0.01, u: 0.5 } },
    marks: {
      kindSiteSide: { m: 0.5, u: 0.01 },
      kindSite: { m: 0.1, u: 0.02 },
      swappedSide: { m: 0.04, u: 0.01 },
      kindOnly: { m: 0.04, u: 0.06 },
      noneShared: { m: 0.3, u: 0.85 },
      // Marks that do not fade: listed by the family, not seen on the child.
      lastingAbsent: { m: 0.01, u: 0.05 },
    },
    language: { shared: { m: 0.85, u: 0.2 }, related: { m: 0.1, u: 0.25 }, different: { m: 0.05, u: 0.55 } },
    place: {
      sameDistrict: { m: 0.3, u: 0.01 },
      sameSound: { m: 0.3, u: 0.015 },
      closeSound: { m: 0.1, u: 0.03 },
      sameWord: { m: 0.1, u: 0.03 },
      different: { m: 0.2, u: 0.92 },
    },
    // Children cross the country by train: far is only mildly against.
    distance: {
      sameDistrict: { m: 0.4, u: 0.02 },
      to100: { m: 0.15, u: 0.04 },
      to300: { m: 0.13, u: 0.09 },
      to1000: { m: 0.18, u: 0.4 },
      farther: { m: 0.14, u: 0.45 },
    },
    height: {
      within1: { m: 0.65, u: 0.35 },
      within2: { m: 0.25, u: 0.28 },
      within3: { m: 0.06, u: 0.15 },
      beyond: { m: 0.01, u: 0.1 },
      shrunk: { m: 0.01, u: 0.12 },
    },
    dates: {
      before: { m: 0.0004, u: 0.3 },
      dayBefore: { m: 0.01, u: 0.02 },
      to3: { m: 0.4, u: 0.06 },
      to30: { m: 0.22, u: 0.1 },
      to365: { m: 0.2, u: 0.24 },
      later: { m: 0.17, u: 0.28 },
    },
    clothing: { same: { m: 0.35, u: 0.06 }, partly: { m: 0.3, u: 0.2 }, different: { m: 0.35, u: 0.74 } },
    build: looks,
    complexion: looks,
  },
  limits: {
    name: { most: 9, least: -4 },
    father: { most: 9, least: -5 },
    mother: { most: 9, least: -5 },
    guardian: { most: 8, least: -3 },
    sibling: { most: 8, least: -2 },
    age: { most: 4, least: -8 },
    sex: { most: 2, least: -8 },
    marks: { most: 10, least: -4 },
    language: { most: 6, least: -4 },
    place: { most: 8, least: -3 },
    distance: { most: 6, least: -3 },
    height: { most: 2.5, least: -6 },
    dates: { most: 2.5, least: -12 },
    clothing: { most: 3, least: -2 },
    build: { most: 1, least: -1.4 },
    complexion: { most: 1, least: -1.4 },
  },
  averages: {
    name: 3.6,
    father: 4.6,
    mother: 4.5,
    guardian: 2,
    sibling: 3,
    marks: 3.4,
    place: 3.2,
    language: 1.6,
    age: 1.8,
    height: 0.9,
    sex: 0.9,
    distance: 1.6,
    dates: 1.2,
    clothing: 0.6,
    build: 0.1,
    complexion: 0.1,
  },
  nameChance: { same: 1, part: 2, close: 6 },
  damping: { identity: 0.85, region: 0.6, journey: 0.75, body: 0.75, own: 1 },
  ages: Array.from({ length: span }, () => 1 / span),
  sexes: { female: 0.5, male: 0.5, third: 0.001 },
  calibration: {
    'two-names': { slope: 1, offset: 0 },
    'one-name': { slope: 1, offset: 0 },
    'no-name': { slope: 1, offset: 0 },
  },
};
