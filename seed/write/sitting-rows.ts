// The calendar of each Committee: the days it sat lately and the days it will, and from which number its orders of the year go on.
import { type Day, addDays, instantAt, yearOf } from '../../src/kernel/time.ts';
import { offices } from '../offices.ts';
import { SITS_AT, sittingDays, sittingId } from '../children/sittings.ts';
import type { RowBatch } from './row-batch.ts';
import type { World, hireStaff } from './world.ts';

type Hired = ReturnType<typeof hireStaff> & { today: Day };

/** `children`: no order of the seed bears a higher number than three times as many and a few. */
export function writeSittings(batch: RowBatch, world: World, { today, officerIds }: Hired, children: number): void {
  const { past, ahead } = sittingDays(today);
  for (const { code } of offices.filter(({ kind }) => kind === 'cwc')) {
    const cwc = world.office(code).id;
    const members = ['cwc-chairperson 1', 'cwc-member 1', 'cwc-member 2'].flatMap((seat) => officerIds.get(`${code} ${seat}`) ?? []);
    batch.add('committee_order_serial', { cwc_id: cwc, year: yearOf(today), last: 3 * children + 400 });
    for (const day of [...past, ...ahead]) {
      const at = instantAt(day, SITS_AT);
      const held = day < today;
      const id = sittingId(code, day);
      batch.add('committee_sitting', { id, cwc_id: cwc, sits_at: at, sits_on: day, bench: 'committee', held_at: held ? at : null, recorded_by: world.signer(code), recorded_at: held ? at : instantAt(addDays(today, -1)) }); // prettier-ignore
      if (held) for (const officer_id of members) batch.add('sitting_member', { sitting_id: id, officer_id });
    }
  }
}
