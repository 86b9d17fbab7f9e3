// How fast the node sends, and how long it waits before it tries again.
import { setTimeout as pause } from 'node:timers/promises';

/** Moments at which the next message may go: so many a second, and what was missed is not made up for all at once. */
export function paced(rate: number): { due(now: number): number } {
  let owed = 0;
  let last: number | null = null;
  return {
    due(now) {
      owed = Math.min(Math.max(1, rate), owed + (last === null ? 1 : ((now - last) * rate) / 1000));
      last = now;
      const whole = Math.floor(owed);
      owed -= whole;
      return whole;
    },
  };
}

/** Patience is with what does not move: however long the rest takes, it is over only when less was left at no time for so long. Asked again and again how much is left. */
export function patient(milliseconds: number, now: () => number): (left: number) => boolean {
  let [least, since] = [Infinity, now()];
  return (left) => {
    if (left < least) [least, since] = [left, now()];
    return now() - since > milliseconds;
  };
}

/** A quarter of a second, doubled each time, ten seconds at most; half of it by chance, so that nodes do not knock together. */
export function backoff(tries: number, chance = Math.random()): number {
  const longest = Math.min(10_000, 250 * 2 ** tries);
  return longest / 2 + (longest / 2) * chance;
}

export { pause };
