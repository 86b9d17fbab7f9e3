// States, districts, offices, officers and postings as rows; everything a child's rows refer to.
import { type Day, instantAt } from '../../src/kernel/time.ts';
import { dasKey } from '../officers.ts';
import { offices } from '../offices.ts';
import { districts, railStops, states } from '../places/places.ts';
import { seededRandom } from '../random.ts';
import { seededId } from './ids.ts';
import type { RowBatch } from './row-batch.ts';
import { writeStanding } from './post-rows.ts';
import type { World, hireStaff } from './world.ts';

/**
 * The one account of the demonstration that has a password, for trying the sign-in with password and one-time code; the code's app is
 * enrolled at the first sign-in. All other officers are entered through the demonstration's own page.
 */
export const passwordAccount = { officerKey: dasKey, email: 'r.das@demo.invalid', password: 'six lanterns over Bantra' } as const;

export function writePlaces(batch: RowBatch): void {
  for (const { code, lgdCode, name, nativeName, languages } of states) {
    batch.add('state', { code, lgd_code: lgdCode, name, native_name: nativeName, languages });
  }
  for (const { code, stateCode, name, nativeName, latitude, longitude } of districts) {
    batch.add('district', { code, state_code: stateCode, name, native_name: nativeName, latitude, longitude });
  }
  for (const { line, position, districtCode } of railStops) batch.add('rail_stop', { line, position, district_code: districtCode });
}

export function writeOffices(batch: RowBatch, world: World): void {
  for (const office of offices) {
    batch.add('office', {
      id: world.office(office.code).id,
      kind: office.kind,
      code: office.code,
      name: office.name,
      district_code: office.districtCode,
      state_code: office.stateCode,
      telephone: office.telephone,
      email: `${office.code.toLowerCase()}@demo.invalid`,
      capacity: office.capacity,
      opened_on: office.openedOn,
    });
  }
}

function emailOf(officerKey: string): string {
  return officerKey === passwordAccount.officerKey
    ? passwordAccount.email
    : `${officerKey.toLowerCase().replaceAll(' ', '.')}@demo.invalid`;
}

type Hired = ReturnType<typeof hireStaff> & { seed: string; today: Day };

/** `passwordHash`: of the one account that has a password. */
export function writeStaff(batch: RowBatch, world: World, { staff, officerIds, seed, today }: Hired, passwordHash: string): void {
  for (const { key, name, rank, telephone } of staff.officers) {
    const password_hash = key === passwordAccount.officerKey ? passwordHash : null;
    batch.add('officer', { id: officerIds.get(key)!, name, rank, email: emailOf(key), telephone, password_hash });
  }
  const random = seededRandom(`${seed} posting ids`);
  const at = instantAt(today);
  for (const { officerKey, officeCode, role, fromOn, toOn } of staff.postings) {
    const officer_id = officerIds.get(officerKey)!;
    const id = seededId(random, at);
    writeStanding(batch, world, { id, officerKey, officeCode, fromOn, toOn, seed, today, officerIds });
    batch.add('posting', {
      id,
      officer_id,
      office_id: world.office(officeCode).id,
      role,
      from_on: fromOn,
      to_on: toOn,
    });
  }
}
