// Pairs kept with their bits, each once: an open-addressed table of numbers, since millions of pairs as objects would not fit.

export type PairSet = { size: number; keys: Float64Array; bits: Float32Array; shared: Float32Array; readonly place: number };

const EMPTY = -1;

export function newPairSet(records: number): PairSet {
  return {
    size: 0,
    keys: new Float64Array(1 << 16).fill(EMPTY),
    bits: new Float32Array(1 << 16),
    shared: new Float32Array(1 << 16),
    place: records,
  };
}

function slotOf(keys: Float64Array, key: number, one: number, other: number): number {
  const mask = keys.length - 1;
  let slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

export function hasPair(set: PairSet, one: number, other: number): boolean {
  const key = one * set.place + other;
  return set.keys[slotOf(set.keys, key, one, other)] === key;
}

function grow(set: PairSet): void {
  const { keys, bits, shared, place } = set;
  set.keys = new Float64Array(keys.length * 2).fill(EMPTY);
  set.bits = new Float32Array(keys.length * 2);
  set.shared = new Float32Array(keys.length * 2);
  keys.forEach((key, at) => {
    if (key === EMPTY) return;
    const slot = slotOf(set.keys, key, Math.floor(key / place), key % place);
    set.keys[slot] = key;
    set.bits[slot] = bits[at]!;
    set.shared[slot] = shared[at]!;
  });
}

export function addPair(set: PairSet, one: number, other: number, bits: number, shared: number): void {
  if (set.size * 10 > set.keys.length * 6) grow(set);
  const key = one * set.place + other;
  const slot = slotOf(set.keys, key, one, other);
  if (set.keys[slot] !== key) set.size++;
  set.keys[slot] = key;
  set.bits[slot] = bits;
  set.shared[slot] = shared;
}

/** `bits`: all evidence of a pair; `shared`: the part that a whole household shares. */
export type ScoredPairs = {
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  readonly bits: Float32Array;
  readonly shared: Float32Array;
};

/** All pairs by record number, so that two runs agree. */
export function pairsOf(set: PairSet): ScoredPairs {
  const slots = new Uint32Array(set.size);
  let at = 0;
  set.keys.forEach((key, slot) => {
    if (key !== EMPTY) slots[at++] = slot;
  });
  slots.sort((a, b) => set.keys[a]! - set.keys[b]!);
  return {
    one: Uint32Array.from(slots, (slot) => Math.floor(set.keys[slot]! / set.place)),
    other: Uint32Array.from(slots, (slot) => set.keys[slot]! % set.place),
    bits: Float32Array.from(slots, (slot) => set.bits[slot]!),
    shared: Float32Array.from(slots, (slot) => set.shared[slot]!),
  };
}

/** Pairs of several shares as if one had found them all: by record number. */
export function mergedPairs(parts: readonly ScoredPairs[]): ScoredPairs {
  if (parts.length === 1) return parts[0]!;
  const size = parts.reduce((sum, { one }) => sum + one.length, 0);
  const merged = { one: new Uint32Array(size), other: new Uint32Array(size), bits: new Float32Array(size), shared: new Float32Array(size) };
  const at = parts.map(() => 0);
  for (let to = 0; to < size; to++) {
    let from = -1;
    for (const [number, part] of parts.entries()) {
      const here = at[number]!;
      if (here === part.one.length) continue;
      const best = parts[from]?.one[at[from]!] ?? Infinity;
      if (from < 0 || part.one[here]! < best) from = number; // a smaller record's pairs are all in one part
    }
    const [part, here] = [parts[from]!, at[from]!++];
    merged.one[to] = part.one[here]!;
    merged.other[to] = part.other[here]!;
    merged.bits[to] = part.bits[here]!;
    merged.shared[to] = part.shared[here]!;
  }
  return merged;
}
