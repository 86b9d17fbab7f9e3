// Schemes that keep a child out of an institution: amounts, ceilings, ages, who they are for, when they stop. Dated, so that an old grant is read by the scheme of its day.
import { type Paise, paiseOf } from '../kernel/money.ts';
import type { Day } from '../kernel/time.ts';
import type { Confidence, PeriodBasis } from './rule.ts';

export const schemeIds = ['sponsorship', 'foster', 'kinship', 'aftercare', 'adoption', 'pm-cares'] as const;
export type SchemeId = (typeof schemeIds)[number];

/** Where a family lives, as income ceilings ask it. */
export const areas = ['rural', 'metro', 'other'] as const;
export type Area = (typeof areas)[number];

/** Whom sponsorship is for. */
export const hardships = ['mother-alone', 'orphan-with-kin', 'parent-gravely-ill', 'parent-incapacitated', 'missing-or-runaway', 'trafficked', 'child-labour',
  'child-marriage', 'hiv', 'disability', 'disaster', 'street', 'pm-cares'] as const; // prettier-ignore
export type Hardship = (typeof hardships)[number];

/** With whom a child lives. */
export const livings = ['parents', 'kin', 'foster-family', 'institution', 'alone'] as const;
export type Living = (typeof livings)[number];

/** What has to lie in the file before it is granted. */
export const schemePapers = ['income', 'account', 'home-study', 'child-study', 'care-plan', 'certificate'] as const;
export type SchemePaper = (typeof schemePapers)[number];

export const stopSigns = ['eighteen', 'means', 'in-a-home', 'absence'] as const;
export type StopSign = (typeof stopSigns)[number];

export type Scheme = {
  readonly id: SchemeId;
  readonly inForce: { readonly from: Day; readonly to: Day | null };
  /** The most a month, for each child; null where the scheme pays no money month by month. */
  readonly monthly: Paise | null;
  /** A family's income of a year, at most; null where nobody asks for it. */
  readonly incomeCeiling: Readonly<Record<Area, Paise>> | null;
  /** Completed years: from, and before. `beforeInNeed`: the later end in exceptional cases. */
  readonly fromAge: number;
  readonly beforeAge: number;
  readonly beforeAgeInNeed?: number;
  /** One of these; null: for every child. */
  readonly hardships: readonly Hardship[] | null;
  readonly livings: readonly Living[];
  readonly legallyFree: 'needed' | 'never' | null;
  readonly mostMonths: number | null;
  readonly papers: readonly SchemePaper[];
  readonly stops: readonly StopSign[];
  readonly citation: string;
  readonly confidence: Confidence;
};

const MISSION = '2022-07-05' as Day;
const RULES = '2016-09-21' as Day;
const mission = { from: MISSION, to: null };
const four = paiseOf(4000);

export const schemes: readonly Scheme[] = [
  {
    id: 'sponsorship',
    inForce: { from: '2014-04-01' as Day, to: '2022-07-04' as Day },
    monthly: paiseOf(2000),
    incomeCeiling: { rural: paiseOf(24_000), metro: paiseOf(36_000), other: paiseOf(30_000) },
    fromAge: 0,
    beforeAge: 18,
    hardships: null,
    livings: ['parents', 'kin'],
    legallyFree: null,
    mostMonths: 36,
    papers: ['income', 'account'],
    stops: ['eighteen', 'means', 'in-a-home', 'absence'],
    citation: 'Integrated Child Protection Scheme, revised 2014: Rs 2,000 a month, three years at most [C: chdsw.gov.in]; the ceilings and the day [M]',
    confidence: 'M',
  },
  {
    id: 'sponsorship',
    inForce: mission,
    monthly: four,
    incomeCeiling: { rural: paiseOf(72_000), metro: paiseOf(96_000), other: paiseOf(96_000) },
    fromAge: 0,
    beforeAge: 18,
    hardships,
    livings: ['parents', 'kin'],
    legallyFree: null,
    mostMonths: null,
    papers: ['income', 'account'],
    stops: ['eighteen', 'means', 'in-a-home', 'absence'],
    citation: 'Mission Vatsalya Guidelines 2022 4.1 (press: chvblog.com, orissadiary): Rs 4,000 a month; income of a year not above Rs 72,000 rural, Rs 96,000 urban, metro cities taken as urban; till eighteen',
    confidence: 'C-n',
  },
  {
    id: 'foster',
    inForce: mission,
    monthly: four,
    incomeCeiling: null,
    fromAge: 0,
    beforeAge: 18,
    hardships: null,
    livings: ['institution', 'kin', 'alone', 'parents'],
    legallyFree: null,
    mostMonths: null,
    papers: ['home-study', 'child-study', 'account'],
    stops: ['eighteen', 'in-a-home'],
    citation: 'Mission Vatsalya Guidelines 2022 4.2 (press: Hans India 3-4-2023): Rs 4,000 a month; JJ Act 2015 s.44, JJ Model Rules 2016 r.23 [C-f]',
    confidence: 'C-n',
  },
  {
    id: 'kinship',
    inForce: { from: RULES, to: null },
    monthly: null,
    incomeCeiling: null,
    fromAge: 0,
    beforeAge: 18,
    hardships: null,
    livings: ['institution', 'alone', 'kin'],
    legallyFree: 'never',
    mostMonths: null,
    papers: ['home-study'],
    stops: ['eighteen', 'in-a-home'],
    citation: 'Preference ladder of the older Form 7: kin come before any other family [C: scribd 315655771]; the Act pays kin by sponsorship alone [M]',
    confidence: 'M',
  },
  {
    id: 'aftercare',
    inForce: mission,
    monthly: four,
    incomeCeiling: null,
    fromAge: 18,
    beforeAge: 21,
    beforeAgeInNeed: 23,
    hardships: null,
    livings: ['institution', 'alone', 'foster-family', 'kin'],
    legallyFree: null,
    mostMonths: null,
    papers: ['care-plan', 'account'],
    stops: [],
    citation: 'JJ Act 2015 s.46, JJ Model Rules 2016 r.25 and Form 37 [C-f]; Rs 4,000 a month (press: Hans India 3-4-2023); from eighteen to twenty-one, to twenty-three in exceptional cases [M]',
    confidence: 'C-n',
  },
  {
    id: 'adoption',
    inForce: { from: '2022-09-23' as Day, to: null },
    monthly: null,
    incomeCeiling: null,
    fromAge: 0,
    beforeAge: 18,
    hardships: null,
    livings: ['institution', 'foster-family', 'kin'],
    legallyFree: 'needed',
    mostMonths: null,
    papers: ['certificate', 'child-study'],
    stops: [],
    citation: 'JJ Act 2015 s.38, s.56-61 [C]; Adoption Regulations 2022 [M]: a child declared legally free, through CARINGS',
    confidence: 'M',
  },
  {
    id: 'pm-cares',
    inForce: { from: '2021-05-29' as Day, to: null },
    monthly: null,
    incomeCeiling: null,
    fromAge: 0,
    beforeAge: 23,
    hardships: ['pm-cares'],
    livings: ['parents', 'kin', 'foster-family', 'institution', 'alone'],
    legallyFree: null,
    mostMonths: null,
    papers: [],
    stops: [],
    citation: 'PM CARES for Children, 29-5-2021: children who lost both parents or the surviving one to COVID-19; a corpus at eighteen, paid out at twenty-three [M]',
    confidence: 'M',
  },
]; // prettier-ignore

/** The scheme as it stood on that day; undefined before there was one. */
export function schemeOn(id: SchemeId, on: Day): Scheme | undefined {
  return schemes.find((one) => one.id === id && one.inForce.from <= on && (one.inForce.to === null || on <= one.inForce.to));
}

type Count = {
  readonly least?: number;
  readonly most?: number;
  readonly basis: PeriodBasis;
  readonly citation: string;
  readonly confidence: Confidence;
};

/** Sponsorship and foster care are approved by a committee before they are ordered. */
export const approvalBench = {
  least: 3,
  basis: 'portal',
  citation: 'Mission Vatsalya Guidelines 2022 4.1: the Sponsorship and Foster Care Approval Committee approves (press: chvblog.com); no quorum read in a source, the portal takes three',
  confidence: 'C-n',
} as const satisfies Count; // prettier-ignore

export const fosterLimits = {
  children: { most: 2, basis: 'source', citation: 'Model Guidelines for Foster Care 2016: no more than two foster children in a family at a time, brothers and sisters apart from that [M]', confidence: 'M' },
  withOwn: { most: 4, basis: 'source', citation: 'Model Guidelines for Foster Care 2016: no more than four children in the family with its own [M]', confidence: 'M' },
  group: { most: 8, basis: 'source', citation: 'JJ Model Rules 2016 r.23 and the Guidelines of 2016: no more than eight children in a unit of group foster care [M]', confidence: 'M' },
} as const satisfies Record<string, Count>; // prettier-ignore

/** School or anganwadi missed in a row, in days, from which sponsorship stops. */
export const absenceStopsAfterDays = 30;
