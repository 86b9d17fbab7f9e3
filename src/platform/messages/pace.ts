// How many messages a carrier is given at once: fewer as soon as it says that it is asked too much, one more with each round that it took.
// Thus a gateway that takes 100 a second is asked about 100 times a second, by however many workers.

/** Counted in milliseconds of `performance.now()`. */
export type Pace = {
  /** Most that may be in hand now. */
  most(): number;
  /** Not to be asked before then. */
  rests(now: number): boolean;
  /** It has refused some for now, which come up again before then. */
  waits(now: number): boolean;
  hear(outcome: 'accepted' | 'later' | 'tryAgain' | 'rejected', now: number): void;
};

const REST_MILLISECONDS = 250;
/** Refusals within it are of one flood: the number is halved once for them all. */
const FLOOD_MILLISECONDS = 1_000;
/** A message refused for now comes up again after a second. */
const WAIT_MILLISECONDS = 1_500;

export function paceOf(atOnce: number): Pace {
  let most = atOnce;
  let cutAt = Number.NEGATIVE_INFINITY;
  let refusedAt = Number.NEGATIVE_INFINITY;
  return {
    most: () => Math.max(1, Math.floor(most)),
    rests: (now) => now < refusedAt + REST_MILLISECONDS,
    waits: (now) => now < refusedAt + WAIT_MILLISECONDS,
    hear(outcome, now) {
      if (outcome === 'accepted') most = Math.min(atOnce, most + 1 / most);
      if (outcome !== 'later') return;
      refusedAt = now;
      if (now < cutAt + FLOOD_MILLISECONDS) return;
      cutAt = now;
      most = Math.max(1, most / 2);
    },
  };
}
