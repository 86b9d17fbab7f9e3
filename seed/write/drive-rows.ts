// One rescue drive across two States early in the year, and thirty children rescued in its two raids: each found, produced and cared for as other children are.
import { addDays, addHours, dayOf, fromMilliseconds, instantAt, milliseconds } from '../../src/kernel/time.ts';
import { drawChild } from '../children/child.ts';
import { foundSide } from '../children/found.ts';
import type { Plan } from '../children/plan.ts';
import { offices, officesIn } from '../offices.ts';
import { districtOf } from '../places/places.ts';
import { seededRandom } from '../random.ts';
import type { NationOptions } from '../children.ts';
import { seededId } from './ids.ts';
import { writeFound } from './found-rows.ts';
import { withIds } from './record-rows.ts';
import type { RowBatch } from './row-batch.ts';
import type { Telling, Writing } from './writing.ts';

const DAYS_AGO = 284; // of late November: mid February
const EACH = 15;
const places = ['RJ-ALW', 'DL-NDL'] as const;

export function writeDrive(writing: Writing, batch: RowBatch, { seed, today, count }: NationOptions): void {
  const random = seededRandom(`${seed} drive`);
  const telling: Telling = { ...writing, batch, random };
  const { world } = writing;
  const from = addDays(today, -DAYS_AGO);
  const madeAt = instantAt(addDays(from, -10), '12:00');
  const id = seededId(random, madeAt);
  batch.add('drive', {
    id,
    name: 'Special drive against child labour in bangle workshops',
    order_number: `MWCD/SD/${from.slice(0, 4)}/2`,
    order_authority: 'Ministry of Women and Child Development',
    ordered_on: dayOf(madeAt),
    from_on: from,
    to_on: addDays(from, 30),
    agencies: ['police', 'labour', 'child-protection-unit', 'organisation'],
    states: places.map((code) => code.slice(0, 2)).toSorted(),
    whole_states: [],
    districts: [...places],
    office_id: world.office(ministry).id,
    made_by: world.signer(ministry),
    made_at: madeAt,
  });
  batch.add('drive_counting', { drive_id: id, next_at: madeAt });
  for (const [at, [agency, name, designation]] of team.entries())
    batch.add('drive_member', { drive_id: id, position: at + 1, team: 1 + (at % 2), agency, officer_name: name, designation });
  for (const [at, district] of places.entries())
    writeRaid(telling, { drive: id, district, day: addDays(from, 3 + 2 * at), first: count + at * EACH, seed });
}

const team = [
  ['labour', 'R. Ekka', 'Labour Enforcement Officer'],
  ['police', 'S. Gurjar', 'Inspector'],
  ['child-protection-unit', 'M. Thomas', 'Protection Officer'],
  ['organisation', 'L. Devi', 'Field coordinator'],
] as const;

const ministry = offices.find(({ kind }) => kind === 'ministry')!.code;

type Raided = { drive: string; district: (typeof places)[number]; day: ReturnType<typeof addDays>; first: number; seed: string };

function writeRaid(telling: Telling, { drive, district, day, first, seed }: Raided): void {
  const { batch, random, world, now } = telling;
  const raidedAt = instantAt(day, '11:00');
  const station = officesIn(district, 'police-station')[0]!.code;
  const raid = seededId(random, raidedAt);
  const by = { office_id: world.office(station).id, recorded_by: world.signer(station), recorded_at: addHours(raidedAt, 5) };
  batch.add('drive_raid', {
    id: raid,
    drive_id: drive,
    district_code: district,
    state_code: district.slice(0, 2),
    place: `bangle workshop, ${districtOf(district).name}`,
    raided_at: raidedAt,
    ...by,
  });
  for (let at = 0; at < EACH; at++) {
    const number = first + at;
    const stream = seededRandom(`${seed} rescued`, number);
    let child = drawChild(stream, { years: 9 + (at % 7) });
    while (child.sex !== 'male') child = drawChild(stream, { years: 9 + (at % 7) }); // the homes of both places take boys
    const foundAt = milliseconds(raidedAt) + (20 + at * 4) * 60_000;
    const plan: Plan = { index: number, now: milliseconds(now), hardCase: null, ending: 'unclaimed', interState: true, lastSeenAt: foundAt - 90 * 86_400_000, reportedAt: foundAt,
      lastSeenDistrict: child.home, station: officesIn(district, 'police-station')[0]!, extraLag: 0, foundAt, foundDistrict: districtOf(district), matchedAt: null }; // prettier-ignore
    const side = {
      ...foundSide(stream, child, plan, number),
      photograph: null,
      broughtBy: 'police' as const,
      foundPlace: `bangle workshop, ${districtOf(district).name}`,
    };
    const told = { ...side, diary: side.diary.filter(({ happening }) => happening !== 'found.photographAdded') };
    const diary = withIds(telling, told.diary, null);
    const record = writeFound(telling, told, {
      id: seededId(random, fromMilliseconds(foundAt)),
      diary,
      missingId: null,
      linkPapers: new Map(),
    });
    batch.add('drive_child', {
      record_id: record.id,
      drive_id: drive,
      raid_id: raid,
      office_id: by.office_id,
      joined_by: by.recorded_by,
      joined_at: record.openedAt,
    });
  }
}
