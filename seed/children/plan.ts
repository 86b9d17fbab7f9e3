// What happens to a child, and when: last seen, reported, found, linked. Times are Unix milliseconds; `now` is this morning.
import { type SeedOffice, officesIn, slowStation, vacantNodalDistrict } from '../offices.ts';
import { type District, districtOf, districts, districtsOf, kilometresBetween } from '../places/places.ts';
import { type Random, draw, weighted } from '../random.ts';
import type { HardCase } from './cases.ts';
import type { TrueChild } from './child.ts';
import { day, hour } from './instants.ts';
import type { Ending } from './story.ts';

export type Plan = {
  index: number;
  now: number;
  hardCase: HardCase | null;
  ending: Ending;
  interState: boolean;
  lastSeenAt: number;
  reportedAt: number;
  lastSeenDistrict: District;
  station: SeedOffice;
  extraLag: number;
  /** Traced, matched, undiscovered, unclaimed: when and where the child is found. */
  foundAt: number | null;
  foundDistrict: District | null;
  /** Matched: when a person judged the two records the same. */
  matchedAt: number | null;
};

/** Days until traced: 35 % in a day, 20 % in a week, 15 % in a month, 12 % in four months, the rest later or never. */
const tracedIn = weighted<readonly [low: number, high: number] | null>([
  [[0.1, 1], 35],
  [[1, 7], 20],
  [[7, 30], 15],
  [[30, 120], 12],
  [[120, 900], 7],
  [null, 7],
]); // the 4 % found but undiscovered complete the hundred

/** Where children of other States are found: where there is work, and where the trains end. */
const destinations = weighted(
  Object.entries({
    DL: 18,
    MH: 16,
    GJ: 9,
    KA: 8,
    TN: 9,
    KL: 7,
    TS: 7,
    HR: 6,
    PB: 5,
    WB: 5,
    UP: 6,
    RJ: 4,
    BR: 3,
    MP: 4,
    AP: 4,
    OD: 3,
    CH: 1,
    GA: 2,
    JH: 2,
    AS: 2,
  }),
);

function foundDistrictOf(random: Random, home: District, interState: boolean): District {
  if (!interState) return random.chance(0.55) ? home : random.pick(districtsOf(home.stateCode));
  for (;;) {
    const code = draw(random, destinations);
    if (code !== home.stateCode) return random.pick(districtsOf(code));
  }
}

function farFrom(random: Random, home: District, kilometres: number): District {
  const far = districts.filter((district) => district.stateCode !== home.stateCode && kilometresBetween(home, district) >= kilometres);
  return random.pick(far);
}

/** Days the story began before today; hard cases need their own. */
const began: Readonly<Partial<Record<HardCase, number>>> = {
  'turns-eighteen-while-missing': 210,
  'slow-station': 24,
  'vacant-nodal-post': 9,
  'cwc-pending-twelve-months': 455,
  'parents-appear-on-day-58': 75,
  'judgement-reversed': 60,
  'missing-again': 160,
  'found-900-km-away': 130,
  'three-scripts': 90,
  'found-time-corrected': 45,
  'traced-not-alive': 50,
  'reported-twice': 40,
  'waited-a-day-for-fir': 30,
  'notice-withdrawn-offence-link': 40,
  'false-citizen-report': 20,
  'twins-first': 100,
  'twins-second': 100,
  'zero-fir': 35,
  'no-photograph': 28,
};

export const fixedYears: Readonly<Partial<Record<HardCase, number>>> = {
  'turns-eighteen-while-missing': 17.6,
  'parents-appear-on-day-58': 0.6,
  'twins-first': 8.5,
  'twins-second': 8.5,
  'found-900-km-away': 9.2,
};

/** Where the child must live for the case to arise; elsewhere anywhere. */
export function fixedDistricts(hardCase: HardCase | null): readonly District[] | undefined {
  if (hardCase === 'slow-station') return [districtOf(slowStation.code.slice(3, 9))];
  if (hardCase === 'vacant-nodal-post') return [districtOf(vacantNodalDistrict)];
  return undefined;
}

const undiscovered: readonly (HardCase | null)[] = [
  'found-900-km-away',
  'three-scripts',
  'twins-first',
  'cwc-pending-twelve-months',
  'judgement-reversed',
  'parents-appear-on-day-58',
];
const missingStill: readonly (HardCase | null)[] = [
  'twins-second',
  'turns-eighteen-while-missing',
  'vacant-nodal-post',
  'no-photograph',
  'notice-withdrawn-offence-link',
];

function wished(hardCase: HardCase | null, slot: 'undiscovered' | 'unclaimed' | null): Ending | null {
  if (hardCase === null) return slot;
  if (hardCase === 'false-citizen-report') return 'false-report';
  if (hardCase === 'found-time-corrected' || hardCase === 'missing-again') return 'matched';
  if (hardCase === 'traced-not-alive' || hardCase === 'reported-twice') return 'traced';
  if (undiscovered.includes(hardCase)) return 'undiscovered';
  return missingStill.includes(hardCase) ? 'still-missing' : null;
}

function stationOf(random: Random, lastSeen: District, hardCase: HardCase | null): SeedOffice {
  const stations = officesIn(lastSeen.code, 'police-station');
  if (hardCase === 'slow-station') return stations.find((station) => station.code === slowStation.code)!;
  if (hardCase !== 'zero-fir') return random.pick(stations);
  const other = random.pick(
    districtsOf(lastSeen.stateCode).filter((district) => district !== lastSeen || districtsOf(lastSeen.stateCode).length === 1),
  );
  return random.pick(officesIn(other.code, 'police-station'));
}

type Fate = Pick<Plan, 'ending' | 'foundAt' | 'matchedAt'>;

/** Found at some moment of the time gone by, nearer its beginning: the reports lie side by side for long. */
function foundMeanwhile(random: Random, lastSeenAt: number, now: number): number {
  return lastSeenAt + (now - lastSeenAt) * (0.1 + 0.7 * random.next() ** 1.5);
}

function fateOf(random: Random, ending: Ending | null, interState: boolean, lastSeenAt: number, now: number): Fate {
  if (ending === 'undiscovered' || ending === 'unclaimed')
    return { ending, foundAt: foundMeanwhile(random, lastSeenAt, now), matchedAt: null };
  if (ending === 'still-missing' || ending === 'false-report') return { ending, foundAt: null, matchedAt: null };
  if (ending === 'traced') return { ending, foundAt: lastSeenAt + 6 * day, matchedAt: null };
  const within = draw(random, tracedIn);
  const foundAt = within && lastSeenAt + (within[0] + random.next() * (within[1] - within[0])) * day;
  if (ending !== 'matched' && (foundAt === null || foundAt > now)) return { ending: 'still-missing', foundAt: null, matchedAt: null };
  const when = ending === 'matched' ? lastSeenAt + Math.min(0.4 * (now - lastSeenAt), 20 * day) : foundAt!;
  const throughRecords = ending === 'matched' || (when - lastSeenAt > day && random.chance(interState ? 0.7 : 0.22));
  if (!throughRecords) return { ending: 'traced', foundAt: when, matchedAt: null };
  const matchedAt = when + (0.5 + random.next() * 12) * day;
  return matchedAt > now ? { ending: 'undiscovered', foundAt: when, matchedAt: null } : { ending: 'matched', foundAt: when, matchedAt };
}

/** An hour to two days after the child was last seen; a child traced sooner was reported sooner. */
function reportedAt(random: Random, lastSeenAt: number, fate: Fate, now: number): number {
  const known = fate.ending === 'traced' || fate.ending === 'matched' ? fate.foundAt! : now;
  return Math.min(lastSeenAt + (1 + 47 * random.next() ** 3) * hour, lastSeenAt + 0.6 * (known - lastSeenAt));
}

function beganAt(random: Random, hardCase: HardCase | null, slot: string | null, now: number): number {
  const days = (hardCase && began[hardCase]) ?? Math.min(1800, Math.max(slot ? 4 : 0.4, -Math.log(1 - random.next()) * 300));
  return now - days * day - random.next() * 0.3 * day;
}

export function drawPlan(
  random: Random,
  child: TrueChild,
  about: { index: number; hardCase: HardCase | null; slot: 'undiscovered' | 'unclaimed' | null; now: number },
): Plan {
  const { hardCase, now } = about;
  const slot = hardCase ? null : about.slot;
  const ending = wished(hardCase, slot);
  const interState =
    hardCase === 'found-900-km-away' || (hardCase !== 'twins-second' && random.chance(slot === 'undiscovered' ? 0.6 : 0.1));
  const lastSeenAt = beganAt(random, hardCase, slot, now);
  const lastSeenDistrict = fixedDistricts(hardCase) || random.chance(0.92) ? child.home : random.pick(districtsOf(child.home.stateCode));
  const fate = fateOf(random, ending, interState, lastSeenAt, now);
  const foundDistrict =
    hardCase === 'found-900-km-away' ? farFrom(random, child.home, 900) : foundDistrictOf(random, child.home, interState);
  return adjusted({
    index: about.index,
    now,
    hardCase,
    ...fate,
    interState,
    lastSeenAt,
    reportedAt: reportedAt(random, lastSeenAt, fate, now),
    lastSeenDistrict,
    station: stationOf(random, lastSeenDistrict, hardCase),
    extraLag: hardCase === 'slow-station' ? slowStation.lagDays * day : 0,
    foundDistrict: fate.foundAt === null ? null : foundDistrict,
  });
}

/** Two cases whose dates the law names: a home waits a year for its Committee; parents come forward on the 58th day. */
function adjusted(plan: Plan): Plan {
  if (plan.hardCase === 'cwc-pending-twelve-months') return { ...plan, foundAt: plan.lastSeenAt + 12 * day };
  if (plan.hardCase === 'parents-appear-on-day-58')
    return { ...plan, foundAt: plan.lastSeenAt + 8 * hour, reportedAt: plan.lastSeenAt + 58 * day };
  return plan;
}
