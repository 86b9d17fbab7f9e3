// A seeded generator of pseudo-random numbers (sfc32), so that one seed always tells the same nation.
// A weak generator repeats itself after a few thousand names: random.test.ts measures that this one does not.

export type Random = {
  /** In [0, 1), 32 bits of it. */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Bell-shaped, mean 0, deviation 1. */
  normal(): number;
};

/** Weights need not add up to one. Built once, drawn from often. */
export type Weighted<T> = { readonly values: readonly T[]; readonly upTo: readonly number[] };

/** Four 32-bit words from a text (FNV-1a from four starting points, each finished by murmur's mixer). */
function wordsOf(seed: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let word = 0; word < 4; word++) {
    let hash = words[word]!;
    for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    words[word] = mixed(hash);
  }
  return words;
}

function mixed(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Streams of different `stream` numbers under one seed are independent: child 7 is the same however many children are asked for. */
export function seededRandom(seed: string, stream = 0): Random {
  let [a, b, c, counter] = wordsOf(seed);
  c = mixed(c ^ stream);
  counter = (counter + stream) | 0;
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }
  for (let round = 0; round < 12; round++) next(); // sfc32 needs a few rounds before a poor seed is spread over all words
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    normal: () => next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() - 6,
  };
}

export function weighted<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  let total = 0;
  const upTo = pairs.map(([, weight]) => (total += weight));
  return { values: pairs.map(([value]) => value), upTo };
}

export function draw<T>(random: Random, from: Weighted<T>): T {
  const point = random.next() * from.upTo.at(-1)!;
  let low = 0;
  let high = from.upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point < from.upTo[middle]!) high = middle;
    else low = middle + 1;
  }
  return from.values[low]!;
}
