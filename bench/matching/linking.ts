// Figures of bulk linking: how many pairs are found, how true the probabilities are, how fast; beside the Splink recipe in the same run.
import { type Score, scored } from '../../src/linking/evaluating.ts';
import { clustersOf } from '../../src/linking/resolving.ts';
import { type Figure, atLeast, atMost } from '../../scripts/figures.ts';
import { type Row } from './english-people.ts';
import { type Run, registers, runOf, truthByNumber, twoEnglish } from './registers.ts';
import { splinkRecipe } from './splink-recipe.ts';

const peerName = 'Splink recipe on DuckDB';
/** Nobody looked at these seeds while the linker was written. */
const seeds = ['held back', 'held back two', 'held back three'] as const;

const at = (score: Score, threshold: number) => score.at.find((row) => row.threshold === threshold)!;

type Measures = { readonly f1: number; readonly half: number; readonly sure: number; readonly precision: number; readonly error: number };

const measuresOf = (score: Score): Measures => ({
  f1: score.best.f1,
  half: at(score, 0.5).f1,
  sure: at(score, 0.99).f1,
  precision: at(score, 0.99).precision,
  error: score.calibrationError,
});

/** F1 of the clusters of one file: every two records of a cluster are a pair. */
function clustersF1({ linked, records, truth }: Run): number {
  const count = records.ids.length;
  const cluster = clustersOf(linked.pairs, count);
  const sizes = new Uint32Array(count);
  for (const number of cluster) sizes[number]!++;
  const said = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const hits = truth.filter(({ one, other }) => cluster[one] === cluster[other]).length;
  return (2 * hits) / (said + truth.length);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means over the seeds; `spread` is the widest distance of two seeds in F1 at the best threshold. */
function quality(what: string, runs: readonly Run[], goals: { f1: number; precision: number; error: number }, peer?: Score): Figure[] {
  const measures = runs.map(({ score }) => measuresOf(score));
  const [n, pairs] = [mean(runs.map(({ score }) => score.truth)), mean(runs.map(({ score }) => score.pairs))].map(Math.round) as [
    number,
    number,
  ];
  const beside = (figure: Figure, key: keyof Measures): Figure =>
    peer ? { ...figure, peer: { name: peerName, value: Math.round(measuresOf(peer)[key] * 1000) / 1000 } } : figure;
  const of = (key: keyof Measures): number => mean(measures.map((one) => one[key]));
  const best = measures.map(({ f1 }) => f1);
  const sure = Math.round(mean(runs.map(({ score }) => at(score, 0.99).pairs)));
  return [
    beside(atLeast(`${what}: F1 at the best threshold`, of('f1'), 'share', n, goals.f1), 'f1'),
    beside(atMost(`${what}: F1 at p ≥ 0.5`, of('half'), 'share', n, null), 'half'),
    beside(atMost(`${what}: F1 at p ≥ 0.99`, of('sure'), 'share', n, null), 'sure'),
    beside(atLeast(`${what}: precision at p ≥ 0.99`, of('precision'), 'share', sure, goals.precision), 'precision'),
    beside(atMost(`${what}: expected calibration error, pairs of p ≥ 0.01`, of('error'), 'share', pairs, goals.error), 'error'),
    ...(runs[0]!.records.right === 0 ? [atMost(`${what}: F1 of the clusters`, mean(runs.map(clustersF1)), 'share', n, null)] : []),
    ...(runs.length > 1
      ? [atMost(`${what}: best F1, most less least of ${runs.length} seeds`, Math.max(...best) - Math.min(...best), 'share', n, null)]
      : []),
  ];
}

async function peerScore(
  left: readonly Row[],
  right: readonly Row[],
  truth: ReadonlySet<string>,
): Promise<{ score: Score; seconds: number; compared: number }> {
  const { pairs, seconds, compared } = await splinkRecipe(left, right);
  const ids = [...left, ...right].map(([id]) => id!);
  const numbers = new Map(ids.map((id, place) => [id, place]));
  const numbered = pairs.map(({ one, other, probability }) => ({ one: numbers.get(one)!, other: numbers.get(other)!, probability }));
  return {
    score: scored(
      numbered.filter(({ probability }) => probability >= 0.01),
      truthByNumber(ids, truth),
      ids.length,
    ),
    seconds,
    compared,
  };
}

type Goals = { f1: number; precision: number; error: number; seconds: number | null };

/** Without the peer at a million: it would take most of an hour. */
async function twoLarge(people: number, label: string, goals: Goals, withPeer = true): Promise<Figure[]> {
  const register = twoEnglish(seeds[0], people);
  const ours = runOf(register);
  const peer = withPeer ? await peerScore(register.left.rows, register.right!.rows, register.truth) : null;
  const beside = (value: number | undefined) =>
    value === undefined ? {} : { peer: { name: peerName, value: Math.round(value * 10) / 10 } };
  return [
    ...quality(label, [ours], goals, peer?.score),
    { ...atMost(`${label}: seconds`, ours.seconds, 's', people, goals.seconds), ...beside(peer?.seconds) },
    {
      ...atMost(`${label}: pairs per second, all included`, ours.linked.compared / ours.seconds, 'pairs/s', ours.linked.compared, null),
      ...beside(peer ? peer.compared / peer.seconds : undefined),
    },
  ];
}

const goalsOf = (name: string): Goals => ({
  f1: name.includes('Indian') ? 0.8 : name.includes('thin') ? 0.89 : name.includes('past') || name.includes('sparse') ? 0.92 : 0.985,
  precision: 0.98,
  error: 0.05,
  seconds: null,
});

/** `large` adds a million against a million (some minutes, some gigabytes). */
export async function linkingFigures({ large }: { large: boolean }): Promise<Figure[]> {
  const rows = Object.entries(registers).flatMap(([name, make]) => quality(name, seeds.map((seed) => runOf(make(seed))), goalsOf(name))); // prettier-ignore
  const goals = { f1: 0.99, precision: 0.98, error: 0.02 };
  rows.push(...(await twoLarge(5000, 'two English registers of 5,000, beside the peer', { ...goals, seconds: null })));
  rows.push(...(await twoLarge(100_000, 'two English registers of 100,000', { ...goals, seconds: 120 })));
  if (large) rows.push(...(await twoLarge(1_000_000, 'two English registers of 1,000,000', { ...goals, f1: 0.98, seconds: 600 }, false)));
  return rows;
}
