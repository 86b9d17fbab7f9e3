// Figures of linking small files: as few as ten people on either side, two thirds of them on both. Means over many seeds, since each file is small.
import { type Figure, atMost } from '../../scripts/figures.ts';
import { type Score } from '../../src/linking/evaluating.ts';
import { type Row, type Linkage, twoRegisters } from './english-people.ts';
import { foundColumns, indianRegisters, missingColumns } from './indian-registers.ts';
import { type Register, englishColumns, runOf, usualSpoiling } from './registers.ts';

const sizes = [10, 20, 40, 100, 300, 1000] as const;
/** Each seed bears its number too. While the starting weights were chosen others were looked at. */
const heldSeed = 'small, held back';
const shared = 2 / 3;

/** `people` rows on either side, the first two thirds of the right side's people on the left as well, so that the rest of each are strangers. */
function cut(people: number, { left, right, truth }: Linkage): { left: Row[]; right: Row[]; truth: Set<string> } {
  const both = Math.round(shared * people);
  const pairs = [...truth].slice(0, both).map((pair) => pair.split('\t') as [string, string]);
  const [lefts, rights] = [new Set(pairs.map(([id]) => id)), new Set(pairs.map(([, id]) => id))];
  const paired = new Set([...truth].flatMap((pair) => pair.split('\t')));
  const taken = (rows: readonly Row[], chosen: ReadonlySet<string>, alone: (row: Row) => boolean): Row[] => [
    ...rows.filter(([id]) => chosen.has(id!)),
    ...rows.filter(alone).slice(0, people - both),
  ];
  const never = new Set([...truth].slice(both, both + people - both).map((pair) => pair.split('\t')[0]!));
  const lone = ([id]: Row): boolean => !paired.has(id!) || never.has(id!);
  const onRight = new Set([...truth].slice(people, 2 * people - both).map((pair) => pair.split('\t')[1]!));
  const loneRight = ([id]: Row): boolean => !paired.has(id!) || onRight.has(id!);
  return { left: taken(left, lefts, lone), right: taken(right, rights, loneRight), truth: new Set(pairs.map((pair) => pair.join('\t'))) };
}

function english(seed: string, people: number): Register {
  const { left, right, truth } = cut(people, twoRegisters(seed, 2 * people, usualSpoiling));
  return { left: { header: englishColumns, rows: left }, right: { header: englishColumns, rows: right }, truth };
}

function indian(seed: string, people: number): Register {
  const { left, right, truth } = cut(people, indianRegisters(seed, 14 * people + 60));
  return { left: { header: missingColumns, rows: left }, right: { header: foundColumns, rows: right }, truth };
}

const smallRegisters: Readonly<Record<string, (seed: string, people: number) => Register>> = { English: english, Indian: indian };

type SmallMeasures = { readonly f1: number; readonly precision: number; readonly recall: number; readonly error: number };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const at = (score: Score, threshold: number) => score.at.find((row) => row.threshold === threshold)!;

/** Means over the seeds; precision counts all pairs of all seeds alike, since one small file has few. `spread`: standard deviation of F1 over the seeds. */
function smallMeasures(scores: readonly Score[]): SmallMeasures & { readonly spread: number; readonly pairs: number } {
  const halves = scores.map((score) => at(score, 0.5));
  const surer = scores.map((score) => at(score, 0.9));
  const pairs = surer.reduce((sum, row) => sum + row.pairs, 0);
  const f1 = mean(halves.map((row) => row.f1));
  return {
    f1,
    recall: mean(halves.map((row) => row.recall)),
    precision: surer.reduce((sum, row) => sum + row.pairs * row.precision, 0) / Math.max(1, pairs),
    error: mean(scores.map((score) => score.calibrationError)),
    spread: Math.sqrt(mean(halves.map((row) => (row.f1 - f1) ** 2))),
    pairs,
  };
}

const times = 20;

export function smallFigures(): Figure[] {
  return Object.entries(smallRegisters).flatMap(([name, make]) =>
    sizes.flatMap((people) => {
      const scores = Array.from({ length: times }, (_, time) => runOf(make(`${heldSeed} ${time}`, people)).score);
      const { f1, recall, precision, error, spread, pairs } = smallMeasures(scores);
      const what = `two ${name} registers of ${people}, ${times} seeds`;
      return [
        atMost(`${what}: F1 at p ≥ 0.5`, f1, 'share', times, null),
        atMost(`${what}: standard deviation of it over the seeds`, spread, 'share', times, null),
        atMost(`${what}: recall at p ≥ 0.5`, recall, 'share', times, null),
        atMost(`${what}: precision at p ≥ 0.9`, precision, 'share', pairs, null),
        atMost(`${what}: expected calibration error, pairs of p ≥ 0.01`, error, 'share', times, null),
      ];
    }),
  );
}
