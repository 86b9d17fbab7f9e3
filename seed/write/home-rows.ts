// The register of homes as rows.
import { type Day, addDays, instantAt } from '../../src/kernel/time.ts';
import { REGISTERED_DAYS, homeByCode, homes, registeredOn } from '../homes.ts';
import { officeByCode } from '../offices.ts';
import { seededRandom } from '../random.ts';
import { seededId } from './ids.ts';
import type { RowBatch } from './row-batch.ts';
import type { World } from './world.ts';

/** Of the units of a home, in their order. */
export function unitIds(code: string): string[] {
  const ids = seededRandom(`units ${code}`);
  const at = instantAt(officeByCode(code).openedOn);
  return homeByCode(code).units.map(() => seededId(ids, at));
}

export function writeHomes(batch: RowBatch, world: World, { today }: { today: Day }): void {
  for (const home of homes) {
    const { code, runBy, runner, registrationNumber, grantApproved, latitude, longitude } = home;
    const office = officeByCode(code);
    const since = registeredOn(home, today);
    const registered = registrationNumber === null ? null : since;
    batch.add('institution', {
      office_id: world.office(code).id,
      run_by: runBy,
      runner,
      registration_number: registrationNumber,
      registered_on: registered,
      registered_until: registered && addDays(since, REGISTERED_DAYS),
      grant_approved: grantApproved,
      latitude,
      longitude,
      changed_at: instantAt(since),
    });
    const ids = unitIds(code);
    for (const [at, { kind, sex, strength }] of home.units.entries()) {
      batch.add('institution_unit', { id: ids[at]!, office_id: world.office(code).id, kind, sex, strength, opened_on: office.openedOn });
    }
  }
}
