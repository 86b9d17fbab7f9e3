// Who is on duty in the coming hours, stretch by stretch, and where nobody is. Pure.
import { type Instant, addDays, addHours, dayOf, instantAt } from '../../kernel/time.ts';
import { type Turn, isOnDuty } from './duty.ts';

/** `turns` empty: a gap. */
export type Stretch<T extends Turn = Turn> = { from: Instant; to: Instant; turns: readonly T[] };

/** From `from` for so many hours; stretches with the same officers are one. */
export function coverage<T extends Turn>(turns: readonly T[], from: Instant, hours: number): Stretch<T>[] {
  const end = addHours(from, hours);
  const borders = new Set<Instant>([from]);
  for (let on = addDays(dayOf(from), -1); instantAt(on) < end; on = addDays(on, 1)) {
    for (const turn of turns) for (const time of [turn.from, turn.to]) borders.add(instantAt(on, time));
    borders.add(instantAt(on)); // a turn's weekday changes at midnight
  }
  const inside = [...borders].filter((at) => at >= from && at < end).toSorted();
  const stretches: Stretch<T>[] = [];
  for (const [index, at] of inside.entries()) {
    const on = turns.filter((turn) => isOnDuty(turn, at));
    const last = stretches.at(-1);
    const to = inside[index + 1] ?? end;
    if (last && sameOfficers(last.turns, on)) last.to = to;
    else stretches.push({ from: at, to, turns: on });
  }
  return stretches;
}

function sameOfficers(one: readonly Turn[], other: readonly Turn[]): boolean {
  const names = (turns: readonly Turn[]): string => [...new Set(turns.map(({ officerId }) => officerId as string))].toSorted().join(' ');
  return names(one) === names(other);
}
