// The found side of a story: the child in hand, in another office, described by people who never met the family.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { milliseconds } from '../../src/kernel/time.ts';
import { faceOf } from '../faces.ts';
import { unitFor } from '../homes.ts';
import { type SeedOffice, officesIn } from '../offices.ts';
import type { NoiseLevel } from '../names/noise.ts';
import { stateOf } from '../places/places.ts';
import { type Random, draw, weighted } from '../random.ts';
import type { TrueChild } from './child.ts';
import { foundDescription } from './describe.ts';
import { type DiaryWriter, startDiary } from './diary.ts';
import { writeCare } from './care.ts';
import { writeHearing } from './sittings.ts';
import { day, dayAt, hour, instant, minute } from './instants.ts';
import { linkTimes, writeLink } from './match-entries.ts';
import type { Plan } from './plan.ts';
import type { FoundSide } from './story.ts';
import { conditions, foundCircumstances, foundPlaces, lastSeenWith } from './words.ts';

type Intake = { office: SeedOffice; place: 'police' | 'cci' | 'railway' | 'dcpu'; broughtBy: FoundSide['broughtBy'] };

function drawIntake(random: Random, districtCode: string): Intake {
  const post = officesIn(districtCode, 'railway-post')[0];
  if (post && random.chance(0.5)) return { office: post, place: 'railway', broughtBy: 'railway-police' };
  const point = random.next();
  const pick = (kind: 'police-station' | 'children-home' | 'dcpu'): SeedOffice => random.pick(officesIn(districtCode, kind));
  if (point < 0.45)
    return { office: pick('children-home'), place: 'cci', broughtBy: random.pick(['police', 'childline', 'citizen', 'ngo'] as const) };
  if (point < 0.88) return { office: pick('police-station'), place: 'police', broughtBy: random.pick(['police', 'citizen'] as const) };
  return { office: pick('dcpu'), place: 'dcpu', broughtBy: 'childline' };
}

const informed = weighted<'childline' | 'police' | 'cwc' | 'dcpu'>([
  ['childline', 35],
  ['police', 30],
  ['cwc', 25],
  ['dcpu', 10],
]);

function writeIntake(random: Random, diary: DiaryWriter, plan: Plan, intake: Intake): void {
  const found = plan.foundAt!;
  const by = intake.office.code;
  const first = diary.write('found.found', {}, found, { by });
  if (random.chance(0.7))
    diary.write('found.informationGiven', { to: draw(random, informed) }, found + (0.2 + random.next() * 30) * hour, { by });
  diary.write('found.registered', { place: intake.place }, found + 2 * hour, { by, last: true, lag: 5 * minute });
  if (random.chance(0.3)) diary.write('found.journeyRecorded', { minutes: random.integer(20, 170) }, found + 3 * hour, { by });
  if (plan.hardCase === 'found-time-corrected') {
    diary.write('found.found', {}, found - 40 * minute, { by, lag: 14 * hour, last: true, corrects: first! });
  }
}

function committeeSat(random: Random, plan: Plan): number {
  return plan.foundAt! + (random.chance(0.82) ? 4 + random.next() * 20 : 26 + random.next() * 120) * hour;
}

function writeProduction(random: Random, diary: DiaryWriter, plan: Plan, intake: Intake, committee: string): void {
  const by = intake.office.code;
  const produced = committeeSat(random, plan);
  if (random.chance(0.8)) diary.write('found.productionReportFiled', {}, produced - hour, { by });
  const sitting = plan.hardCase === 'cwc-pending-twelve-months' || random.chance(0.25) ? 'single-member' : 'committee';
  if (!diary.write('found.produced', { sitting }, produced, { by: committee })) return;
  const infant = plan.hardCase === 'parents-appear-on-day-58';
  const place = infant ? 'adoption-agency' : random.chance(0.2) ? 'open-shelter' : 'children-home';
  if (plan.hardCase !== 'cwc-pending-twelve-months')
    diary.write('found.placed', { with: place }, produced + 30 * minute, { by: committee, last: true });
}

function writeEnd(random: Random, diary: DiaryWriter, plan: Plan, intake: Intake, committee: string): void {
  const times = linkTimes(plan);
  if (times) {
    diary.write('found.restored', { to: 'parents' }, times.restored, { by: committee, last: true });
    diary.write('found.closed', { outcome: 'restored' }, times.closed, { by: intake.office.code, last: true });
  } else if (plan.ending === 'unclaimed' && random.chance(0.45)) {
    const restored = plan.foundAt! + (5 + random.next() * 60) * day;
    if (!diary.write('found.restored', { to: random.chance(0.8) ? 'parents' : 'relative' }, restored, { by: committee, last: true }))
      return;
    diary.write('found.closed', { outcome: 'restored' }, restored + 5 * hour, { by: intake.office.code, last: true });
  }
}

const SUPPORTED = 9; // one child of so many who went home
const LATELY_DAYS = 150;

/** Sponsored two weeks after going home: of those who went lately, so that no review is late before it can be shown. */
function writeSupport(diary: DiaryWriter, plan: Plan, { number, committee }: { number: number; committee: string }): void {
  const restored = diary.entries().find(({ happening }) => happening === 'found.restored');
  if (!restored || number % SUPPORTED !== 2) return;
  const granted = milliseconds(restored.happenedAt) + 14 * day;
  if (granted > plan.now - LATELY_DAYS * day) diary.write('care.sponsorshipGranted', {}, granted, { by: committee, lag: hour, last: true });
}

function foundDiary(
  random: Random,
  plan: Plan,
  intake: Intake,
  about: { number: number; committee: string; home: string | null; photographed: boolean },
): DiaryFact[] {
  const diary = startDiary(random, { prefix: `f${about.number}`, now: plan.now, extraLag: 0 });
  writeIntake(random, diary, plan, intake);
  if (about.photographed)
    diary.write('found.photographAdded', {}, plan.foundAt! + (1 + random.next() * 40) * hour, { by: intake.office.code });
  writeProduction(random, diary, plan, intake, about.committee);
  writeLink(diary, plan, about.committee);
  writeEnd(random, diary, plan, intake, about.committee);
  writeStay(diary, about.home);
  writeCare(diary, { ...about, now: plan.now });
  writeHearing(diary, { ...about, now: plan.now });
  writeSupport(diary, plan, about);
  return diary.entries();
}

/** Only for plans whose `foundAt` is set. `number` counts found sides. */
/** The home of the district that takes the child in, if one has a unit for the child; the home that registered the child before others. */
function homeFor(intake: Intake, district: string, sex: string, number: number): string | null {
  const own = intake.place === 'cci' ? [intake.office] : officesIn(district, 'children-home');
  const fitting = own.filter(({ code }) => unitFor(code, sex) !== null);
  return fitting[number % fitting.length]?.code ?? null;
}

/** The home takes the child in on the day of the placement, and lets the child go on the day of the restoration. */
function writeStay(diary: DiaryWriter, home: string | null): void {
  const placed = diary.entries().find((entry) => entry.happening === 'found.placed' && entry.facts.with === 'children-home');
  if (!home || !placed) return;
  const admitted = diary.write('care.admitted', { home }, milliseconds(placed.happenedAt) + 2 * hour, {
    by: home,
    lag: 20 * minute,
    last: true,
  });
  const restored = diary.entries().find(({ happening }) => happening === 'found.restored');
  if (admitted && restored) diary.write('care.released', {}, milliseconds(restored.happenedAt), { by: home, lag: hour, last: true });
}

export function foundSide(random: Random, child: TrueChild, plan: Plan, number: number, noise?: NoiseLevel): FoundSide {
  const district = plan.foundDistrict!;
  const intake = drawIntake(random, district.code);
  const committee = officesIn(district.code, 'cwc')[0]!.code;
  const foundAt = instant(plan.foundAt!);
  const foundOn = dayAt(plan.foundAt!);
  const home = homeFor(intake, district.code, child.sex, number);
  const diary = foundDiary(random, plan, intake, { number, committee, home, photographed: random.chance(0.82) });
  const years = child.ageDays / 365.25;
  const photographed = diary.some((entry) => entry.happening === 'found.photographAdded');
  const level = plan.hardCase === 'found-900-km-away' ? 'middle' : noise;
  return {
    number,
    description: foundDescription(random, child, stateOf(district.code), foundOn, dayAt(plan.lastSeenAt), level),
    officeCode: intake.office.code,
    committeeCode: committee,
    homeCode: home ?? (intake.place === 'cci' ? intake.office.code : officesIn(district.code, 'children-home')[0]!.code),
    foundAt,
    foundDistrict: district.code,
    foundPlace: `${random.pick(foundPlaces)}, ${district.name}`,
    foundWith: random.chance(0.2) ? random.pick(lastSeenWith.slice(1)) : null,
    circumstances: random.pick(foundCircumstances),
    condition: random.pick(conditions),
    broughtBy: intake.broughtBy,
    photograph: photographed ? { face: faceOf(plan.index, child.sex, years), view: 'found', picture: plan.index, takenOn: foundOn } : null,
    diary,
  };
}
