// The worker counts each drive again and again: what is late becomes so by time alone. The longer a count takes, the rarer it is.
import { addDays, dayOf, fromMilliseconds, milliseconds, systemClock } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { peekRecords } from '../children/index.ts';
import { childrenWithPlace } from './child-store.ts';
import { type Counted, takeDue, writeCounts } from './count-store.ts';
import { readDrive } from './drive-store.ts';
import { countsOf } from './figure.ts';
import { standingsOf } from './standings.ts';

/** So that a drive costs a two-hundredth of a processor at most, and one long over next to nothing. */
const REST = 200;
const SOONEST_MILLISECONDS = 10_000;
const LONG_OVER_DAYS = 400; // every follow-up after it has fallen due
const LONG_OVER_MILLISECONDS = 6 * 3_600_000;

/** Counts the drive that waits the longest; false if none does. */
export async function countNextDrive(context: Context): Promise<boolean> {
  const due = await takeDue(context);
  if (!due) return false;
  const began = milliseconds(systemClock());
  const children = await childrenWithPlace(context, due.driveId);
  const records = await peekRecords(context, children.map(({ recordId }) => recordId)); // prettier-ignore
  const standings = await standingsOf(context, records);
  const byDistrict = Map.groupBy(children, ({ districtCode }) => districtCode);
  const counted = [...byDistrict].map(([districtCode, own]): Counted => ({
    districtCode,
    stateCode: own[0]!.stateCode,
    counts: countsOf(own.flatMap(({ recordId }) => standings.get(recordId) ?? [])),
  })); // prettier-ignore
  const drive = await readDrive(context, due.driveId);
  const over = drive !== undefined && addDays(drive.toOn, LONG_OVER_DAYS) < dayOf(context.now);
  const rest = over ? LONG_OVER_MILLISECONDS : Math.max(SOONEST_MILLISECONDS, REST * (milliseconds(systemClock()) - began));
  await writeCounts(context, due.driveId, counted, fromMilliseconds(milliseconds(context.now) + rest));
  return true;
}
