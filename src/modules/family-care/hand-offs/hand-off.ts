// A child handed on to another portal by hand: CARINGS (adoption) and GHAR (repatriation). The file's columns, and what it says. No portal is called.
import type { Age } from '../../../kernel/age.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import { type Cell, csvText } from '../../../platform/csv.ts';
import type { Description } from '../../children/index.ts';

export const portals = ['carings', 'ghar'] as const;
export type Portal = (typeof portals)[number];

export const handOffPurposes = {
  carings: ['child-study', 'medical-examination', 'both'],
  ghar: ['home-district', 'home-state', 'abroad'],
} as const;

export type HandOff = {
  id: string;
  portal: Portal;
  purpose: string;
  digest: string;
  madeBy: string;
  madeAt: Instant;
  referenceBack: string | null;
  answeredOn: Day | null;
  answeredBy: string | null;
};

export type Handed = {
  reference: string;
  purpose: string;
  description: Description | undefined;
  age: Age | null;
  districtCode: string;
  foundOn: Day;
  home: string | null;
  certificateOn: Day | null;
  homeDistrict: string | null;
  at: Instant;
};

const columns = {
  carings: ['reference', 'purpose', 'name', 'sex', 'birthDate', 'ageLowMonths', 'ageHighMonths', 'ageOn', 'district', 'home', 'legallyFreeOn', 'disability', 'languages', 'madeAt'],
  ghar: ['reference', 'purpose', 'name', 'sex', 'birthDate', 'ageLowMonths', 'ageHighMonths', 'ageOn', 'foundOn', 'district', 'home', 'homeDistrict', 'homeWords', 'languages',
    'father', 'mother', 'madeAt'],
} as const; // prettier-ignore

/** One child, one row; what the other portal does not need is not in it. A cell that a spreadsheet would run is made text (platform/csv.ts). */
export function fileOf(portal: Portal, { description, age, ...handed }: Handed): string {
  const names = (bearer: string): string => (description?.names ?? []).filter((name) => name.bearer === bearer).map(({ text }) => text).join(' / '); // prettier-ignore
  const row: Record<string, Cell> = {
    reference: handed.reference,
    purpose: handed.purpose,
    name: names('child'),
    sex: description?.sex ?? null,
    birthDate: description?.birthDate ?? null,
    ageLowMonths: age?.lowMonths ?? null,
    ageHighMonths: age?.highMonths ?? null,
    ageOn: age?.on ?? null,
    district: handed.districtCode,
    home: handed.home,
    legallyFreeOn: handed.certificateOn,
    disability: description?.disability ?? null,
    languages: (description?.languages ?? []).join(' '),
    foundOn: handed.foundOn,
    homeDistrict: handed.homeDistrict,
    homeWords: (description?.homeWords ?? []).join(' / '),
    father: names('father'),
    mother: names('mother'),
    madeAt: handed.at,
  };
  return csvText<string>(columns[portal], [row]);
}
