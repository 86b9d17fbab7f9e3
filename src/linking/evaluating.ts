// Scores pairs against the truth: precision, recall and F1 at thresholds, and how far the probabilities are from what is true.
import type { Records } from './records.ts';

type Pair = { readonly one: number; readonly other: number };
type Row = { readonly threshold: number; readonly pairs: number; readonly precision: number; readonly recall: number; readonly f1: number };
/** `calibrationError`: over ten equal bands of probability, the mean distance of said and true share, each band by its pairs. */
export type Score = {
  readonly at: readonly Row[];
  readonly best: Row;
  readonly calibrationError: number;
  readonly pairs: number;
  readonly truth: number;
};

export const thresholds = [0.99, 0.95, 0.9, 0.5, 0.1, 0.01] as const;

/** All pairs of records that bear the same text in the truth column; across the two files, if there are two. */
export function truthPairs(records: Records): Pair[] {
  const byTruth = new Map<string, number[]>();
  records.truth?.forEach((text, record) => {
    if (text === '') return;
    const bearers = byTruth.get(text);
    if (bearers) bearers.push(record);
    else byTruth.set(text, [record]);
  });
  const pairs: Pair[] = [];
  for (const bearers of byTruth.values())
    for (const [at, one] of bearers.entries())
      for (const other of bearers.slice(at + 1))
        if (records.right === 0 || (one < records.left && other >= records.left)) pairs.push({ one, other });
  return pairs;
}

/** `pairs` need not be sorted; `records` is how many there are (pairs are known by their numbers). */
export function scored(pairs: readonly (Pair & { readonly probability: number })[], truth: readonly Pair[], records: number): Score {
  const key = ({ one, other }: Pair): number => Math.min(one, other) * records + Math.max(one, other);
  const isTrue = new Set(truth.map(key));
  const sorted = pairs.toSorted((a, b) => b.probability - a.probability);
  let hits = 0;
  const row = (threshold: number, count: number): Row => ({
    threshold,
    pairs: count,
    precision: count === 0 ? 1 : hits / count,
    recall: isTrue.size === 0 ? 1 : hits / isTrue.size,
    f1: count + isTrue.size === 0 ? 1 : (2 * hits) / (count + isTrue.size),
  });
  const bands = Array.from({ length: 10 }, () => ({ count: 0, said: 0, true: 0 }));
  let best = row(1, 0);
  const at: Row[] = [];
  const waiting = [...thresholds];
  sorted.forEach((pair, count) => {
    while (waiting.length > 0 && pair.probability < waiting[0]!) at.push(row(waiting.shift()!, count));
    const band = bands[Math.min(9, Math.floor(pair.probability * 10))]!;
    const hit = isTrue.has(key(pair)) ? 1 : 0;
    hits += hit;
    band.count++;
    band.said += pair.probability;
    band.true += hit;
    // Pairs of equal probability stand or fall together: a threshold cannot part them.
    if (sorted[count + 1]?.probability === pair.probability) return;
    const here = row(pair.probability, count + 1);
    if (here.f1 > best.f1) best = here;
  });
  for (const threshold of waiting) at.push(row(threshold, sorted.length));
  const calibrationError = bands.reduce((sum, band) => sum + Math.abs(band.said - band.true), 0) / Math.max(1, sorted.length);
  return { at, best, calibrationError, pairs: sorted.length, truth: isTrue.size };
}
