// A million against a million through the real command, from file to file, on all processors; the Splink recipe beside it on the same rows.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Score, scored } from '../../src/linking/evaluating.ts';
import { type Figure, atLeast, atMost } from '../../scripts/figures.ts';
import { type Sheet, truthByNumber, twoEnglish } from './registers.ts';
import { splinkRecipeWithin } from './splink-recipe.ts';

type Found = { readonly score: Score; readonly seconds: number };
type Pairs = { readonly one: string; readonly other: string; readonly probability: number }[];

const peerName = 'Splink recipe on DuckDB';
const perWrite = 50_000;

/** No cell of these registers holds a comma or a quote. */
function writeSheet(path: string, { header, rows }: Sheet): void {
  writeFileSync(path, `${header.join(',')}\n`);
  for (let at = 0; at < rows.length; at += perWrite)
    writeFileSync(path, rows.slice(at, at + perWrite).map((row) => `${row.join(',')}\n`).join(''), { flag: 'a' }); // prettier-ignore
}

function pairsOf(path: string): Pairs {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [one, other, probability] = line.split('\t') as [string, string, string];
    return { one, other, probability: Number(probability) };
  });
}

/** From two CSV files to a file of pairs, by `npm run match -- link`. */
function linkedByCommand(left: Sheet, right: Sheet): { pairs: Pairs; seconds: number } {
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-million-'));
  const [one, other, out] = ['left.csv', 'right.csv', 'pairs.tsv'].map((name) => join(folder, name)) as [string, string, string];
  try {
    writeSheet(one, left);
    writeSheet(other, right);
    const started = performance.now();
    execFileSync('npm', ['run', '--silent', 'match', '--', 'link', '--left', one, '--right', other, '--out', out], { stdio: 'inherit' });
    return { seconds: (performance.now() - started) / 1000, pairs: pairsOf(out) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function scoredByName(pairs: Pairs, ids: readonly string[], truth: ReadonlySet<string>): Score {
  const numbers = new Map(ids.map((id, place) => [id, place]));
  const numbered = pairs.map(({ one, other, probability }) => ({ one: numbers.get(one)!, other: numbers.get(other)!, probability }));
  return scored(
    numbered.filter(({ probability }) => probability >= 0.01),
    truthByNumber(ids, truth),
    ids.length,
  );
}

const at = (score: Score, threshold: number) => score.at.find((row) => row.threshold === threshold)!;

function rowsOf(what: string, people: number, ours: Found, peer: Found | null): Figure[] {
  const beside = (figure: Figure, value: number | null | undefined): Figure =>
    value === undefined || value === null ? figure : { ...figure, peer: { name: peerName, value: Math.round(value * 10_000) / 10_000 } };
  const sure = at(ours.score, 0.99);
  return [
    beside(atMost(`${what}: seconds, from file to file`, ours.seconds, 's', people, 600), peer?.seconds),
    peer
      ? atLeast(`${what}: times faster than the recipe`, peer.seconds / ours.seconds, 'times', people, 1)
      : atLeast(`${what}: times faster, at least: the recipe had not ended`, patience / ours.seconds, 'times', people, 1),
    beside(atLeast(`${what}: F1 at the best threshold`, ours.score.best.f1, 'share', people, 0.98), peer?.score.best.f1),
    beside(atMost(`${what}: F1 at p ≥ 0.5`, at(ours.score, 0.5).f1, 'share', people, null), peer && at(peer.score, 0.5).f1),
    beside(atLeast(`${what}: precision at p ≥ 0.99`, sure.precision, 'share', sure.pairs, 0.98), peer && at(peer.score, 0.99).precision),
    beside(atMost(`${what}: recall at p ≥ 0.01`, at(ours.score, 0.01).recall, 'share', people, null), peer && at(peer.score, 0.01).recall),
    beside(
      atMost(`${what}: expected calibration error, pairs of p ≥ 0.01`, ours.score.calibrationError, 'share', ours.score.pairs, 0.02),
      peer?.score.calibrationError,
    ),
  ];
}

/** How many seconds the peer is given. Its own leave out the loading of its tables; ours begin at the files. */
const patience = 1500;

export async function millionFigures(people = 1_000_000): Promise<Figure[]> {
  const { left, right, truth } = twoEnglish('held back', people);
  const ids = [...left.rows, ...right!.rows].map(([id]) => id!);
  const ours = linkedByCommand(left, right!);
  console.error(`ours: ${Math.round(ours.seconds)} s`);
  const peer = await splinkRecipeWithin(patience, left.rows, right!.rows);
  return rowsOf(
    `two English registers of ${people.toLocaleString('en-GB')}`,
    people,
    { seconds: ours.seconds, score: scoredByName(ours.pairs, ids, truth) },
    peer && { seconds: peer.seconds, score: scoredByName(peer.pairs, ids, truth) },
  );
}
