// Station.nilReport: a station had no case on a day. Kept, so that silence can be told from nothing to tell; it opens and changes no record.
import { addMinutes } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { officesByCode } from '../applying/paper-store.ts';
import { CLOCK_MINUTES } from '../applying/step.ts';
import { strayOf } from '../applying/stray.ts';
import { markForged } from './forged.ts';
import { type Settled, type StationDay, keepStationDays, markSettled, takeStationDays } from './settle-store.ts';

const MOST = 500;

/** In the caller's transaction. Answers how many it settled. */
export async function settleStationDays(context: Context): Promise<number> {
  const taken = await takeStationDays(context, MOST);
  const due = taken.filter(({ isForged }) => !isForged);
  await markForged(context, taken.filter(({ isForged }) => isForged)); // prettier-ignore
  const stations = await officesByCode(context, [...new Set(due.map(({ message }) => message.body.station.station))]);
  // The last sent of a day stands: one that says to be sent in years to come would stand for ever, and be of days nobody has seen.
  const isAhead = ({ message, receivedAt }: StationDay) => message.sentAt > addMinutes(receivedAt, CLOCK_MINUTES);
  const strays = new Map(due.map(({ row, message: { body } }) => [row, strayOf(body.station, stations.get(body.station.station), false)]));
  const known = due.filter((one) => !isAhead(one) && !strays.get(one.row));
  await keepStationDays(context, known.map(({ row, message }) => ({ row, sentAt: message.sentAt, stationId: stations.get(message.body.station.station)!.id, ...message.body }))); // prettier-ignore
  await markSettled(
    context,
    due.map((one): Settled => {
      const rest = { row: one.row, attempts: one.attempts, nextAt: null };
      if (known.includes(one)) return { ...rest, state: 'applied', reason: null, facts: null };
      if (isAhead(one)) return { ...rest, state: 'quarantined', reason: 'future', facts: { path: '/sentAt' } };
      const { reason, facts } = strays.get(one.row)!;
      return { ...rest, state: 'quarantined', reason, facts: { ...facts, path: facts['path']!.replace('/paper', '/body/station') } };
    }),
  );
  return taken.length;
}
