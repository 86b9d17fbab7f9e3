// Which pairs are worth comparing: records that share a key of some family. Too common keys are left out, so the work grows with the rows, not their square.
import type { Books } from './comparing.ts';
import { type KeyKind, type Keys, combined, readKeys } from './keys.ts';
import type { Records } from './records.ts';

export type Family = { readonly name: string; readonly kinds: readonly KeyKind[] };

const family = (...kinds: KeyKind[]): Family => ({ name: kinds.join(' + '), kinds });

/** From the most telling to the least; a family is used when the files say all its kinds. */
export const families: readonly Family[] = [
  family('identifier'),
  family('telephone'),
  family('email'),
  family('given', 'surname', 'birthYear'),
  family('given', 'surname', 'postcode'),
  family('birthDate'),
  family('given', 'surname'),
  family('name', 'name'),
  family('surname', 'postcode'),
  family('given', 'postcode'),
  family('surname', 'birthYear'),
  family('given', 'birthYear'),
  family('surname', 'monthDay'),
  family('given', 'monthDay'),
  family('given', 'yearMonth'),
  family('surname', 'given', 'birthBand'),
  family('name', 'father'),
  family('name', 'mother'),
  family('name', 'birthDate'),
  family('name', 'monthDay'),
  family('name', 'birthYear'),
  family('name', 'father', 'birthBand'),
  family('name', 'place'),
  family('name', 'city'),
  family('name', 'postcode'),
  family('name', 'address'),
  family('name', 'birthBand', 'sex'),
  family('name', 'birthBand', 'state'),
  family('father', 'mother'),
  family('father', 'place', 'birthBand'),
  family('father', 'city', 'birthBand'),
  family('father', 'state', 'birthBand'),
  family('given', 'father'),
  family('given', 'address'),
  family('surname', 'address'),
  family('given', 'city', 'birthBand'),
  family('surname', 'city', 'birthBand'),
  family('address', 'address'),
  family('postcode', 'monthDay'),
  family('postcode', 'birthYear'),
  family('postcode', 'streetNumber'),
  family('given', 'city'),
  family('surname', 'city'),
  family('given', 'occupation', 'birthBand'),
  family('surname', 'occupation', 'birthBand'),
  family('name', 'occupation'),
  family('text', 'text'),
  family('identifierHalf', 'birthYear'),
  family('identifierHalf', 'city'),
  family('identifierHalf'),
  family('telephoneHalf'),
  family('address', 'city'),
  family('address', 'postcode'),
  family('address', 'streetNumber'),
  family('address', 'birthYear'),
  family('yearMonth', 'city'),
  family('monthDay', 'city'),
  family('yearMonth', 'postcode'),
  family('yearMonth', 'occupation'),
  family('monthDay', 'occupation'),
  family('birthYear', 'city', 'occupation'),
  family('name'),
  family('surname'),
  family('given'),
];

/** Blocks of one family: `order` holds records by key; block b is `order[start[b]] … order[start[b + 1] − 1]`, left records first from `start`, right ones from `middle`. */
export type Blocks = {
  readonly order: Uint32Array;
  readonly start: Uint32Array;
  readonly middle: Uint32Array;
  readonly kept: number;
  readonly pairs: number;
  readonly purgedBlocks: number;
  readonly purgedPairs: number;
};

export type KeyShelf = (kind: KeyKind) => Keys | null;

export function keyShelf(records: Records, books: Books): KeyShelf {
  const shelf = new Map<KeyKind, Keys | null>();
  return (kind) => {
    if (!shelf.has(kind)) shelf.set(kind, readKeys(records, books, kind));
    return shelf.get(kind)!;
  };
}

/** The keys of a family, or null where the files do not say one of its kinds. */
export function familyKeys(of: Family, shelf: KeyShelf): Keys | null {
  const kinds = of.kinds.map(shelf);
  if (kinds.some((kind) => kind === null)) return null;
  return kinds.length === 1 ? kinds[0]! : combined(kinds as Keys[], of.kinds.includes('name') && of.kinds.length < 3 ? 6 : 4);
}

/** Key and record in one number each, so that one native sort groups them: 53 bits, as many for the key as the records leave. */
function sortedEntries(keys: Keys, records: number): { entries: Float64Array; place: number } {
  const place = 2 ** Math.ceil(Math.log2(Math.max(2, records)));
  const keySpace = Math.min(2 ** 32, 2 ** 53 / place);
  let count = 0;
  for (const key of keys.values) if (key !== 0) count++;
  const entries = new Float64Array(count);
  let at = 0;
  for (let slot = 0; slot < keys.values.length; slot++) {
    const key = keys.values[slot]!;
    if (key !== 0) entries[at++] = (key % keySpace) * place + Math.floor(slot / keys.slots);
  }
  return { entries: entries.sort(), place };
}

/** The largest number of pairs a block may have, so that all kept blocks together stay within `budget`: the small ones tell most and cost least. */
function largestBlock(sizes: Float64Array, budget: number): number {
  let sum = 0;
  let largest = 0;
  for (const size of sizes.toSorted()) {
    sum += size;
    if (sum > budget) break;
    largest = size;
  }
  return largest;
}

/** `budget`: pairs the family may ask for. `left`: records before this number are the left file's; with no right file every pair within a block counts. */
export function blocksOf(keys: Keys, of: { left: number; right: number; budget: number }): Blocks {
  const { entries, place } = sortedEntries(keys, of.left + of.right);
  const order = new Uint32Array(entries.length);
  const starts: number[] = [];
  const middles: number[] = [];
  let [last, written, recordBefore] = [-1, 0, -1];
  for (const entry of entries) {
    const key = Math.floor(entry / place);
    const record = entry - key * place;
    if (key !== last) {
      starts.push(written);
      middles.push(written);
      last = key;
    } else if (record === recordBefore) continue;
    recordBefore = record;
    order[written++] = record;
    if (record < of.left) middles[middles.length - 1] = written;
  }
  const ends = [...starts.slice(1), written];
  const sizes = Float64Array.from(starts, (start, block) => {
    const [here, there] = [middles[block]! - start, ends[block]! - middles[block]!];
    return of.right === 0 ? (here * (here - 1)) / 2 : here * there;
  });
  return kept({ order, starts, middles, ends, sizes }, largestBlock(sizes, of.budget));
}

type AllBlocks = { order: Uint32Array; starts: number[]; middles: number[]; ends: number[]; sizes: Float64Array };

function kept(all: AllBlocks, largest: number): Blocks {
  const start: number[] = [];
  const middle: number[] = [];
  let [pairs, purgedBlocks, purgedPairs, write] = [0, 0, 0, 0];
  all.sizes.forEach((size, block) => {
    if (size === 0) return;
    if (size > largest) {
      purgedBlocks++;
      purgedPairs += size;
      return;
    }
    const from = all.starts[block]!;
    start.push(write);
    middle.push(write + all.middles[block]! - from);
    all.order.copyWithin(write, from, all.ends[block]);
    write += all.ends[block]! - from;
    pairs += size;
  });
  start.push(write);
  return {
    order: all.order,
    start: Uint32Array.from(start),
    middle: Uint32Array.from(middle),
    kept: middle.length,
    pairs,
    purgedBlocks,
    purgedPairs,
  };
}

/** Calls `take` for the pairs of block `block` whose smaller record is of this share, smaller record number first. */
export function pairsOfBlock(
  blocks: Blocks,
  block: number,
  within: boolean,
  share: { readonly number: number; readonly of: number },
  take: (one: number, other: number) => void,
): void {
  const { order, start, middle } = blocks;
  const [from, to] = [start[block]!, start[block + 1]!];
  const split = within ? to : middle[block]!;
  for (let at = from; at < split; at++) {
    const one = order[at]!;
    if (one % share.of !== share.number) continue;
    for (let other = within ? at + 1 : split; other < to; other++) take(one, order[other]!);
  }
}
