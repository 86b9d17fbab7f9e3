// The Committees' calendar around today, and which of the children before them were heard lately: a child's number says, no chance is drawn.
import { type Day, addDays, instantAt, milliseconds } from '../../src/kernel/time.ts';
import { weekday } from '../../src/law/index.ts';
import { seededRandom } from '../random.ts';
import { seededId } from '../write/ids.ts';
import type { DiaryWriter } from './diary.ts';
import { dayAt, day, hour } from './instants.ts';

const PAST = 8;
const AHEAD = 4;
export const SITS_AT = '10:30';

const remembered = new Map<Day, { past: Day[]; ahead: Day[] }>();

/** Working days before today, and today with those after it; the earliest first, none on a Sunday. */
export function sittingDays(today: Day): { past: Day[]; ahead: Day[] } {
  const known = remembered.get(today);
  if (known) return known;
  const [past, ahead]: [Day[], Day[]] = [[], []];
  for (let back = 1; past.length < PAST; back++) if (weekday(addDays(today, -back)) !== 0) past.unshift(addDays(today, -back));
  for (let on = 0; ahead.length < AHEAD; on++) if (weekday(addDays(today, on)) !== 0) ahead.push(addDays(today, on));
  remembered.set(today, { past, ahead });
  return { past, ahead };
}

/** The same wherever it is asked for. */
export function sittingId(committee: string, on: Day): string {
  return seededId(seededRandom(`sitting ${committee} ${on}`), instantAt(on));
}

/** When a child heard is to be heard again: today, at one of the next sittings, or on a day that went by. */
export function nextHearing(number: number, today: Day): Day {
  const { past, ahead } = sittingDays(today);
  return [ahead[0]!, ahead[1]!, past.at(-1)!, ahead.at(-1)!][Math.floor(number / 2) % 4]!;
}

/** Every second child whose inquiry is open was heard at one of the last sittings but one; of every second of them the sheet of Form 26 is begun. */
export function writeHearing(diary: DiaryWriter, { number, committee, now }: { number: number; committee: string; now: number }): void {
  const entries = diary.entries();
  const produced = entries.find(({ happening }) => happening === 'found.produced');
  if (number % 2 > 0 || !produced || entries.some(({ happening }) => happening === 'found.restored' || happening === 'found.closed'))
    return;
  const today = dayAt(now);
  const { past } = sittingDays(today);
  const heard = milliseconds(instantAt(past[number % (PAST - 1)]!, SITS_AT));
  if (heard < milliseconds(produced.happenedAt) + hour) return;
  const manner = { by: committee, lag: 2 * hour };
  diary.write('inquiry.hearingHeld', {}, heard, manner);
  if (number % 4 > 0) return;
  const planned = (days: number): Day => dayAt(heard + days * day);
  diary.write('inquiry.scheduleFixed', {}, heard, manner);
  diary.write(
    'inquiry.stepScheduled',
    { reference: 'statement-1', step: 'statement', plannedFor: nextHearing(number, today) },
    heard,
    manner,
  );
  diary.write('inquiry.stepScheduled', { reference: 'report-1', step: 'report', plannedFor: planned(15) }, heard, manner);
}
