// Builds prepared records for tests: each call says only what the test is about.
import { ageInYears } from '../../src/kernel/age.ts';
import type { Day } from '../../src/kernel/time.ts';
import type { Circumstances, Description, NameBearer } from '../../src/modules/children/index.ts';
import type { ScoreContext } from '../../src/modules/matching/context.ts';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import { type Prepared, prepare } from '../../src/modules/matching/prepare.ts';

export const lost = '2025-03-01' as Day;

/** Invented positions close to real ones; population of a mid-sized register. */
export const world: ScoreContext = {
  weights: servedWeights,
  frequencies: new Map(),
  districts: new Map([
    ['BR-SON', { name: 'Sonepur', latitude: 25.7, longitude: 85.2 }],
    ['BR-PAT', { name: 'Patna', latitude: 25.6, longitude: 85.1 }],
    ['KL-KOZ', { name: 'Kozhikode', latitude: 11.3, longitude: 75.8 }],
  ]),
  population: 21_000,
};

type Told = Partial<Record<NameBearer, string[]>> &
  Partial<Description> & { on?: string; district?: string | null; years?: [number, number] };

function record(kind: Circumstances['kind'], basis: 'told' | 'apparent', told: Told): Prepared {
  const { on, district, years, child, father, mother, guardian, sibling, ...rest } = told;
  const bearers = Object.entries({ child, father, mother, guardian, sibling }) as [NameBearer, string[] | undefined][];
  const happenedOn = (on ?? lost) as Day;
  const description: Description = {
    names: bearers.flatMap(([bearer, texts]) => (texts ?? []).map((text, at) => ({ bearer, text, alias: at > 0 }))),
    sex: null,
    birthDate: null,
    age: years ? ageInYears(years[0], years[1], happenedOn, basis) : null,
    heightCentimetres: null,
    complexion: null,
    build: null,
    languages: [],
    marks: [],
    clothing: null,
    disability: null,
    homeWords: [],
    homeDistrict: null,
    wordsRepeated: null,
    ...rest,
  };
  return prepare(description, { kind, happenedOn, districtCode: district ?? null });
}

export function missing(told: Told): Prepared {
  return record('missing', 'told', told);
}

export function found(told: Told): Prepared {
  return record('found', 'apparent', told);
}
