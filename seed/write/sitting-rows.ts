// The calendar of each Committee: the days it sat lately and the days it will, and from which number its orders of the year go on.
import { type Day, addDays, instantAt, yearOf } from '../../src/kernel/time.ts';
import { weekday } from '../../src/law/index.ts';
import { offices } from '../offices.ts';
import { seededRandom } from '../random.ts';
import { seededId } from './ids.ts';
import type { RowBatch } from './row-batch.ts';
import type { World, hireStaff } from './world.ts';

const PAST = 8;
const AHEAD = 3;

/** Working days around today, the earliest first; none on a Sunday. */
function daysAround(today: Day): Day[] {
  const days: Day[] = [];
  for (let back = 1; days.length < PAST; back++) if (weekday(addDays(today, -back)) !== 0) days.unshift(addDays(today, -back));
  for (let ahead = 1; days.length < PAST + AHEAD; ahead++) if (weekday(addDays(today, ahead)) !== 0) days.push(addDays(today, ahead));
  return days;
}

type Hired = ReturnType<typeof hireStaff> & { seed: string; today: Day };

/** `children`: no order of the seed bears a higher number than three times as many and a few. */
export function writeSittings(batch: RowBatch, world: World, { seed, today, officerIds }: Hired, children: number): void {
  const days = daysAround(today);
  const random = seededRandom(`${seed} sittings`);
  for (const { code } of offices.filter(({ kind }) => kind === 'cwc')) {
    const cwc = world.office(code).id;
    const members = ['cwc-chairperson 1', 'cwc-member 1', 'cwc-member 2'].flatMap((seat) => officerIds.get(`${code} ${seat}`) ?? []);
    batch.add('committee_order_serial', { cwc_id: cwc, year: yearOf(today), last: 3 * children + 400 });
    for (const day of days) {
      const at = instantAt(day, '10:30');
      const held = day < today;
      const id = seededId(random, instantAt(day));
      batch.add('committee_sitting', { id, cwc_id: cwc, sits_at: at, sits_on: day, bench: 'committee', held_at: held ? at : null, recorded_by: world.signer(code), recorded_at: held ? at : instantAt(addDays(today, -1)) }); // prettier-ignore
      if (held) for (const officer_id of members) batch.add('sitting_member', { sitting_id: id, officer_id });
    }
  }
}
