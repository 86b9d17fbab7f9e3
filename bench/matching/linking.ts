// Figures of bulk linking: how many pairs are found, how true the probabilities are, how fast; beside the Splink recipe in the same run.
import { guessMapping } from '../../src/modules/matching/linking/guess.ts';
import { type Score, scored } from '../../src/modules/matching/linking/evaluating.ts';
import { type Linked, link } from '../../src/modules/matching/linking/linking.ts';
import { openRecords } from '../../src/modules/matching/linking/records.ts';
import { type Figure, atLeast, atMost } from '../../scripts/figures.ts';
import { type Row, type Spoiling, columns, repeatedRegister, twoRegisters } from './english-people.ts';
import { foundColumns, indianRegisters, missingColumns } from './indian-registers.ts';
import { splinkRecipe } from './splink-recipe.ts';

type Sheet = { header: readonly string[]; rows: readonly Row[] };
type Run = { score: Score; linked: Linked; seconds: number };

const peerName = 'Splink recipe on DuckDB';
const english = ['rec_id', ...columns];
const usual: Spoiling = { errors: 2.2, lost: 0.05, exchanged: 0.05 };
/** A seed nobody looked at while the linker was written. */
const seed = 'held back';

function truthByNumber(ids: readonly string[], truth: ReadonlySet<string>): { one: number; other: number }[] {
  const numbers = new Map(ids.map((id, at) => [id, at]));
  return [...truth].map((pair) => {
    const [one, other] = pair.split('\t').map((id) => numbers.get(id)!);
    return { one: one!, other: other! };
  });
}

function run(left: Sheet, right: Sheet | null, truth: ReadonlySet<string>, oneToOne = false): Run {
  const started = performance.now();
  const mapping = ({ header, rows }: Sheet) => guessMapping(header, rows.slice(0, 500));
  const reading = openRecords(mapping(left), right && mapping(right));
  const takeLeft = reading.open('left', left.header, 'left');
  for (const row of left.rows) takeLeft(row);
  if (right) {
    const takeRight = reading.open('right', right.header, 'right');
    for (const row of right.rows) takeRight(row);
  }
  const records = reading.finish();
  const linked = link(records, { oneToOne });
  const seconds = (performance.now() - started) / 1000;
  return {
    score: scored(
      linked.pairs.filter(({ probability }) => probability >= 0.01),
      truthByNumber(records.ids, truth),
      records.ids.length,
    ),
    linked,
    seconds,
  };
}

const at = (score: Score, threshold: number) => score.at.find((row) => row.threshold === threshold)!;

function quality(what: string, { score }: Run, goals: { f1: number; precision: number }, peer?: Score): Figure[] {
  const beside = (figure: Figure, value: number | undefined): Figure =>
    value === undefined ? figure : { ...figure, peer: { name: peerName, value: Math.round(value * 1000) / 1000 } };
  const n = score.truth;
  const sure = at(score, 0.99);
  return [
    beside(atLeast(`${what}: F1 at the best threshold`, score.best.f1, 'share', n, goals.f1), peer?.best.f1),
    beside(atMost(`${what}: F1 at p ≥ 0.5`, at(score, 0.5).f1, 'share', n, null), peer && at(peer, 0.5).f1),
    beside(atMost(`${what}: F1 at p ≥ 0.99`, sure.f1, 'share', n, null), peer && at(peer, 0.99).f1),
    beside(
      atLeast(`${what}: precision at p ≥ 0.99`, sure.precision, 'share', sure.pairs, goals.precision),
      peer && at(peer, 0.99).precision,
    ),
    beside(
      atMost(`${what}: expected calibration error, pairs of p ≥ 0.01`, score.calibrationError, 'share', score.pairs, 0.05),
      peer?.calibrationError,
    ),
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

type Goals = { f1: number; precision: number; seconds: number | null };

/** Without the peer at a million: it would take most of an hour. */
async function twoEnglish(people: number, label: string, goals: Goals, withPeer = true): Promise<Figure[]> {
  const { left, right, truth } = twoRegisters(seed, people, usual);
  const ours = run({ header: english, rows: left }, { header: english, rows: right }, truth);
  const peer = withPeer ? await peerScore(left, right, truth) : null;
  const beside = (value: number | undefined) =>
    value === undefined ? {} : { peer: { name: peerName, value: Math.round(value * 10) / 10 } };
  const speed = ours.linked.compared / ours.seconds;
  return [
    ...quality(label, ours, goals, peer?.score),
    { ...atMost(`${label}: seconds`, ours.seconds, 's', left.length, goals.seconds), ...beside(peer?.seconds) },
    {
      ...atMost(`${label}: pairs per second, all included`, speed, 'pairs/s', ours.linked.compared, null),
      ...beside(peer ? peer.compared / peer.seconds : undefined),
    },
  ];
}

function oneEnglish(people: number): Figure[] {
  const { rows, truth } = repeatedRegister(seed, people, 4, { errors: 2.5, lost: 0.2, exchanged: 0.05 });
  return quality('one English register, a fifth of all fields empty', run({ header: english, rows }, null, truth), {
    f1: 0.97,
    precision: 0.98,
  });
}

function thinEnglish(people: number): Figure[] {
  const { rows, truth } = repeatedRegister(seed, people, 6, { errors: 1.5, lost: 0.25, exchanged: 0.05 });
  const thin = [0, 1, 2, 6, 7, 9, 11];
  const sheet = { header: thin.map((place) => english[place]!), rows: rows.map((row) => thin.map((place) => row[place]!)) };
  return quality('one thin register (names, birth, place, trade; a quarter empty)', run(sheet, null, truth), { f1: 0.88, precision: 0.98 });
}

function twoIndian(children: number): Figure[] {
  const { left, right, truth } = indianRegisters(seed, children);
  return quality(
    'two Indian registers in several scripts',
    run({ header: missingColumns, rows: left }, { header: foundColumns, rows: right }, truth),
    { f1: 0.8, precision: 0.98 },
  );
}

/** `large` adds a million against a million (some minutes, some gigabytes). */
export async function linkingFigures({ large }: { large: boolean }): Promise<Figure[]> {
  const rows = [
    ...(await twoEnglish(5000, 'two English registers of 5,000', { f1: 0.995, precision: 0.98, seconds: null })),
    ...oneEnglish(2000),
    ...thinEnglish(2000),
    ...twoIndian(10_000),
    ...(await twoEnglish(100_000, 'two English registers of 100,000', { f1: 0.99, precision: 0.98, seconds: 120 })),
  ];
  if (large)
    rows.push(...(await twoEnglish(1_000_000, 'two English registers of 1,000,000', { f1: 0.98, precision: 0.98, seconds: 600 }, false)));
  return rows;
}
