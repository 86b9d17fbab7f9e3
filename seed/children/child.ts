// Who a child truly is: family, names, birth, body, speech. Both sides of a story describe this one child, each in its own way.
import { type Day, addDays } from '../../src/kernel/time.ts';
import {
  type Mark,
  type MarkKind,
  type MarkSite,
  builds,
  complexions,
  markKinds,
  markSites,
} from '../../src/modules/children/description.ts';
import { type Family, type PersonName, drawChildName, drawFamily } from '../names/names.ts';
import { type District, type State, districtsOf, stateOf, states } from '../places/places.ts';
import { type Random, type Weighted, draw, weighted } from '../random.ts';
import type { SeedCircumstance } from './story.ts';
import { disabilities } from './words.ts';

export type TrueChild = {
  state: State;
  home: District;
  sex: 'female' | 'male';
  third: boolean;
  /** Age in days on the day last seen. */
  ageDays: number;
  circumstance: SeedCircumstance;
  family: Family;
  name: PersonName;
  petName: number;
  languages: string[];
  heightBuild: number;
  complexion: (typeof complexions)[number];
  build: (typeof builds)[number];
  marks: Mark[];
  disability: string | null;
  sibling: PersonName;
};

const stateWeights = weighted(states.map((state) => [state, state.children] as const));
const poolWeights = new Map(states.map((state) => [state.code, weighted(state.names)]));

type Band = readonly [lowYears: number, highYears: number];
/** Shares by sex (NCRB 2019): with three girls in four they make 5 / 10 / 15 / 70 % over all. */
const bands: Readonly<Record<'female' | 'male', Weighted<Band>>> = {
  female: weighted<Band>([
    [[0, 5], 4],
    [[6, 11], 7],
    [[12, 14], 11],
    [[15, 17], 78],
  ]),
  male: weighted<Band>([
    [[0, 5], 8],
    [[6, 11], 19],
    [[12, 14], 27],
    [[15, 17], 46],
  ]),
};

/** Circumstances by age band, chosen so that the whole nation's shares are those of the demonstration mix. */
const circumstances: readonly (readonly [belowYears: number, Weighted<SeedCircumstance>])[] = [
  [
    6,
    weighted<SeedCircumstance>([
      ['lost', 58],
      ['abducted', 18],
      ['trafficking-suspected', 2],
      ['abandoned', 16],
      ['unknown', 6],
    ]),
  ],
  [
    12,
    weighted<SeedCircumstance>([
      ['family-dispute', 10],
      ['lost', 48],
      ['left-for-work', 2],
      ['abducted', 15],
      ['trafficking-suspected', 5],
      ['school-stress', 1],
      ['abandoned', 12],
      ['unknown', 7],
    ]),
  ],
  [
    15,
    weighted<SeedCircumstance>([
      ['ran-away', 20],
      ['family-dispute', 28],
      ['lost', 8],
      ['left-for-work', 12],
      ['abducted', 10],
      ['trafficking-suspected', 9],
      ['school-stress', 10],
      ['unknown', 3],
    ]),
  ],
  [
    99,
    weighted<SeedCircumstance>([
      ['elopement', 45],
      ['ran-away', 15],
      ['family-dispute', 14],
      ['lost', 1.5],
      ['left-for-work', 8.5],
      ['abducted', 6],
      ['trafficking-suspected', 4.5],
      ['school-stress', 3.5],
      ['unknown', 2],
    ]),
  ],
];

const markCounts = weighted<number>([
  [0, 30],
  [1, 40],
  [2, 22],
  [3, 8],
]);
const sided: ReadonlySet<string> = new Set(['cheek', 'eye', 'ear', 'arm', 'forearm', 'hand', 'thigh', 'leg', 'foot']);
const sides = ['left', 'right'] as const;
const usualMarks = ['scar', 'scar', 'mole', 'mole', 'burn', 'tattoo', 'birthmark'] as const;

/** Marks that can be in one place only. */
const siteOf: Readonly<Partial<Record<MarkKind, MarkSite>>> = {
  'missing-finger': 'hand',
  squint: 'eye',
  'cleft-lip': 'face',
  limp: 'leg',
  'pierced-nose': 'face',
  amputation: 'hand',
};

export function drawMark(random: Random): Mark {
  const kind = random.chance(0.7) ? random.pick(usualMarks) : random.pick(markKinds);
  const site = siteOf[kind] ?? random.pick(markSites);
  return { kind, site, side: sided.has(site) ? random.pick(sides) : null, text: null };
}

function drawMarks(random: Random): Mark[] {
  return Array.from({ length: draw(random, markCounts) }, () => drawMark(random));
}

function drawLanguages(random: Random, state: State, pool: string): string[] {
  const own = ['nag', 'lus', 'kha'].includes(pool) ? state.spoken[0]! : pool;
  const languages = new Set([own]);
  if (random.chance(0.5)) languages.add(random.pick(state.spoken));
  if (random.chance(0.3)) languages.add(state.languages[0]!);
  if (random.chance(0.25)) languages.add('hi');
  return [...languages];
}

export function drawChild(random: Random, fixed: { districts?: readonly District[]; years?: number } = {}): TrueChild {
  const home = fixed.districts ? random.pick(fixed.districts) : random.pick(districtsOf(draw(random, stateWeights).code));
  const state = stateOf(home.code);
  const sex = random.chance(0.75) ? 'female' : 'male';
  const [low, high] = draw(random, bands[sex]);
  const ageDays = Math.floor((fixed.years ?? low + random.next() * (high + 1 - low)) * 365.25);
  const pool = draw(random, poolWeights.get(state.code)!);
  const family = drawFamily(random, pool);
  return {
    state,
    home,
    sex,
    third: random.chance(0.0004),
    ageDays,
    circumstance: draw(random, circumstances.find(([below]) => ageDays / 365.25 < below)![1]),
    family,
    name: drawChildName(random, family, sex),
    petName: random.integer(0, 999),
    languages: drawLanguages(random, state, pool),
    heightBuild: random.normal(),
    complexion: random.pick(complexions),
    build: random.pick(builds),
    marks: drawMarks(random),
    disability: random.chance(0.05) ? random.pick(disabilities) : null,
    sibling: drawChildName(random, family, random.chance(0.5) ? 'female' : 'male'),
  };
}

/** Another child of the same birth: same family, home and build, an own name and own marks. */
export function twinOf(child: TrueChild, random: Random): TrueChild {
  return {
    ...child,
    name: drawChildName(random, child.family, child.sex),
    petName: random.integer(0, 999),
    marks: drawMarks(random),
    sibling: child.name,
  };
}

export function birthDayOf(child: TrueChild, lastSeenOn: Day): Day {
  return addDays(lastSeenOn, -child.ageDays);
}
