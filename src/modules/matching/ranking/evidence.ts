// What the likeness of a name is worth, and the likeness of all the names of a record to all that are asked for.
import type { Comparison } from './compare-names.ts';
import { type NamedField, type RankingIndex, nameIn } from './ranking-index.ts';

export const worth: Readonly<Record<NamedField, number>> = { name: 10, father: 9, mother: 7 };
/** At this likeness a name speaks neither for nor against. */
const neutral = 0.6;
/** The most a name can speak against, as a part of its worth: people have several names. */
export const worstPart = 0.5;

/** A field whose name is asked for: one comparison for every way the person is called. */
export type Asked = { field: NamedField; comparisons: Comparison[] };

/** From -`worstPart` to 1, times what the field is worth. */
export function evidence(worth: number, likeness: number): number {
  return worth * Math.max(-worstPart, (likeness - neutral) / (1 - neutral));
}

/** The best likeness between any name asked for and any name the record bears in the field; -1 if the record bears none. */
export function bestOf(index: RankingIndex, asked: Asked, record: number, compare: (one: Comparison, name: number) => number): number {
  const { others } = index.fields[asked.field];
  const first = nameIn(index, index.fields[asked.field], record);
  if (first < 0) return -1;
  const further = others.size > 0 ? others.get(record) : undefined;
  let best = 0;
  for (const comparison of asked.comparisons) {
    best = Math.max(best, compare(comparison, first));
    if (further) for (const name of further) best = Math.max(best, compare(comparison, name));
  }
  return best;
}
