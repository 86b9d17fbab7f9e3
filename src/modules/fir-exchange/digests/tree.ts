// The hash tree of a station's papers, pure. A paper is a leaf (key, last sequence, content digest) at the place SHA-256 of its key says; sixteen branches
// at each step, one a hexadecimal digit of the place. Two sides whose digests of a branch are equal hold the same papers there, in the same versions.
import { createHash, hash } from 'node:crypto';

/** `digest`: SHA-256 of the content of the message of that sequence, in hexadecimal. */
export type Leaf = { paperKey: string; sequence: number; digest: string };
/** What a side says of one branch: how many papers, and SHA-256 of their leaves' hashes one after another in order of place. */
export type Summary = { count: number; digest: string };
export type StationSummary = Summary & { station: string };

const HASH_BYTES = 32;
export const digits = [...'0123456789abcdef'] as const;
export const emptyDigest = hash('sha256', '');

export const placeOf = (paperKey: string): string => hash('sha256', paperKey);

/** Over three lines, so that no two different leaves read alike: a key has no line break. */
export const leafHash = (leaf: Leaf): Buffer => hash('sha256', `${leaf.paperKey}\n${leaf.sequence}\n${leaf.digest}`, 'buffer');

/** One station's papers in order of place. Whoever changes a leaf makes a new tree: a station has some hundreds. */
export type Tree = {
  summary(prefix?: string): Summary;
  /** Sixteen, in order of digits. */
  children(prefix: string): Summary[];
  leaves(prefix: string): Leaf[];
};

type Placed = { place: string; leaf: Leaf };

export function treeOf(leaves: Iterable<Leaf>): Tree {
  const placed: Placed[] = Array.from(leaves, (leaf) => ({ place: placeOf(leaf.paperKey), leaf }));
  placed.sort((a, b) => (a.place < b.place ? -1 : 1));
  const hashes = Buffer.concat(placed.map(({ leaf }) => leafHash(leaf)));
  const under = (prefix: string): [from: number, to: number] => [firstFrom(placed, prefix), firstFrom(placed, `${prefix}g`)];
  function summary(prefix = ''): Summary {
    const [from, to] = under(prefix);
    return { count: to - from, digest: hash('sha256', hashes.subarray(from * HASH_BYTES, to * HASH_BYTES)) };
  }
  return {
    summary,
    children: (prefix) => digits.map((digit) => summary(prefix + digit)),
    leaves: (prefix) => placed.slice(...under(prefix)).map(({ leaf }) => leaf),
  };
}

/** Index of the first leaf whose place is not below `bound`; `g` comes after every digit. */
function firstFrom(placed: readonly Placed[], bound: string): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.place < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The root of a State, over its stations' roots in order of code: one line for each. */
export function rootOf(stations: readonly StationSummary[]): Summary {
  const all = createHash('sha256');
  const inOrder = stations.filter(({ count }) => count > 0).toSorted((a, b) => (a.station < b.station ? -1 : 1));
  for (const { station, count, digest } of inOrder) all.update(`${station}\n${count}\n${digest}\n`);
  return { count: inOrder.reduce((sum, { count }) => sum + count, 0), digest: all.digest('hex') };
}

export const sameSummary = (one: Summary, other: Summary): boolean => one.count === other.count && one.digest === other.digest;
