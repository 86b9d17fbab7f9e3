// The nearest of many words by a rough distance, kept as they are offered: what is already too far need not even be measured.

/** Distances are capped here. */
const farthest = 127;
/** Room at the start; it grows to what was once needed, and stays. */
const room = 4096;

/**
 * `near` and `apart`, up to `count`: words and how far each is. `reach`: the distance up to which no more than `most` of the words offered lie. It only
 * shrinks, so who is beyond it now is not wanted later. `seen`: one bit per word of the vocabulary.
 */
export type Nearest = {
  near: Uint32Array;
  apart: Uint8Array;
  count: number;
  reach: number;
  most: number;
  within: number;
  perDistance: Uint32Array;
  seen: Uint32Array;
};

/** One search at a time: the room is used again. */
const nearest: Nearest = {
  near: new Uint32Array(room),
  apart: new Uint8Array(room),
  count: 0,
  reach: farthest,
  most: 0,
  within: 0,
  perDistance: new Uint32Array(farthest + 1),
  seen: new Uint32Array(room >> 5),
};

/** What an earlier search found is gone after this. */
export function startNearest(most: number, vocabulary: number): Nearest {
  if (nearest.seen.length << 5 < vocabulary) nearest.seen = new Uint32Array((vocabulary >>> 4) + 1);
  else nearest.seen.fill(0);
  nearest.perDistance.fill(0);
  nearest.count = nearest.within = 0;
  nearest.reach = farthest;
  nearest.most = most;
  return nearest;
}

export function offer(nearest: Nearest, word: number, distance: number): void {
  const apart = distance < farthest ? distance : farthest;
  if (apart > nearest.reach) return;
  if (nearest.count === nearest.near.length) widen(nearest);
  nearest.near[nearest.count] = word;
  nearest.apart[nearest.count++] = apart;
  nearest.perDistance[apart]!++;
  nearest.within++;
  while (nearest.within > nearest.most && nearest.reach > 0) nearest.within -= nearest.perDistance[nearest.reach--]!;
}

function widen(nearest: Nearest): void {
  const { near, apart } = nearest;
  nearest.near = new Uint32Array(near.length * 2);
  nearest.apart = new Uint8Array(near.length * 2);
  nearest.near.set(near);
  nearest.apart.set(apart);
}
