// `match evaluate`: scores a file of pairs against a file of true pairs: precision, recall, F1 at thresholds, and whether the probabilities mean what they say.
import { parseArgs } from 'node:util';
import { type Score, scored } from '../../src/linking/evaluating.ts';
import { Mistake } from './mistake.ts';
import { openSpreadsheet } from './rows.ts';
import { say } from './say.ts';

/** One in so many turned true pairs is no accident. */
const manyTurned = 10;

/** A table for people, on standard output. */
export function tell(score: Score): void {
  const line = (...cells: (string | number)[]): boolean => process.stdout.write(`${cells.join('\t')}\n`);
  line('threshold', 'pairs', 'precision', 'recall', 'f1');
  for (const { threshold, pairs, precision, recall, f1 } of score.at) {
    line(threshold, pairs, precision.toFixed(4), recall.toFixed(4), f1.toFixed(4));
  }
  const { best } = score;
  line(`best, ${best.threshold.toFixed(4)}`, best.pairs, best.precision.toFixed(4), best.recall.toFixed(4), best.f1.toFixed(4));
  line('expected calibration error', score.calibrationError.toFixed(4), `n=${score.pairs} pairs, ${score.truth} true pairs`);
}

type Row = { readonly one: string; readonly other: string; readonly probability: number };
type Pairs = { readonly header: readonly string[]; readonly rows: readonly Row[] };

const isProbability = (text: string): boolean => /^\s*[\d.]+(e-?\d+)?\s*$/i.test(text) && Number(text) >= 0 && Number(text) <= 1;

const withoutHeader = (path: string, first: readonly string[]): Mistake =>
  new Mistake(`${path} has no header: its first line (${first.slice(0, 3).join(', ')}) is a pair. Put id_left, id_right above`);

async function readPairs(path: string, withProbability: boolean): Promise<Pairs> {
  const sheet = await openSpreadsheet(path);
  if (sheet.header.length < (withProbability ? 3 : 2)) {
    throw new Mistake(`${path} must have the columns id_left, id_right${withProbability ? ', probability' : ''}`);
  }
  if (withProbability && isProbability(sheet.header[2]!)) throw withoutHeader(path, sheet.header);
  const rows: Row[] = [];
  for await (const [one = '', other = '', said = ''] of sheet.rows()) {
    const wrong =
      withProbability && !isProbability(said) ? `"${said}" is no probability` : one.trim() && other.trim() ? null : 'an id is empty';
    if (wrong) throw new Mistake(`${path}, line ${(await sheet.linesOf([rows.length + 1]))[0]}: ${wrong}`);
    rows.push({ one: one.trim(), other: other.trim(), probability: withProbability ? Number(said) : 1 });
  }
  return { header: sheet.header, rows };
}

/** A pair that stands twice would count twice, for or against. */
function checkOnce(path: string, rows: readonly Row[], pairs: readonly { one: number; other: number }[]): void {
  const seen = new Set<string>();
  for (const [at, { one, other }] of pairs.entries()) {
    const key = `${Math.min(one, other)} ${Math.max(one, other)}`;
    if (seen.has(key)) throw new Mistake(`${path}: the pair ${rows[at]!.one}, ${rows[at]!.other} stands twice; take one of the two away`);
    seen.add(key);
  }
}

/** In the pairs of one file either record may stand first: read as pairs of two files, half of the found ones would count as wrong. */
function warnOfTurned(pairs: readonly Row[], truth: readonly Row[]): void {
  const keyOf = ({ one, other }: Row): string => `${one}\t${other}`;
  const found = new Set(pairs.map(keyOf));
  const turned = truth.filter((row) => found.has(`${row.other}\t${row.one}`) && !found.has(keyOf(row))).length;
  if (turned * manyTurned < truth.length || turned === 0) return;
  say(
    `WARNING: ${turned} true pairs stand the other way round among the pairs and count as not found. If all ids are of one file, say --one-file`,
  );
}

export async function evaluatePairs(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { pairs: { type: 'string' }, truth: { type: 'string' }, 'one-file': { type: 'boolean', default: false } },
  });
  if (!values.pairs || !values.truth)
    throw new Mistake('say --pairs <pairs file> and --truth <file with the columns id_left and id_right>');
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return numbers.get(id)!;
  };
  // The same id in two files is two records; in one file the order within a pair says nothing.
  const numbered = ({ one, other, probability }: Row): { one: number; other: number; probability: number } =>
    values['one-file']
      ? { one: numberOf(one), other: numberOf(other), probability }
      : { one: numberOf(`left ${one}`), other: numberOf(`right ${other}`), probability };
  const pairs = await readPairs(values.pairs, true);
  const found = pairs.rows.map(numbered);
  checkOnce(values.pairs, pairs.rows, found);
  const known = numbers.size;
  const told = await readPairs(values.truth, false);
  const truth = told.rows.map(numbered);
  const [first = '', second = ''] = told.header;
  const header = numbered({ one: first, other: second, probability: 1 });
  if (Math.max(header.one, header.other) < known) throw withoutHeader(values.truth, told.header);
  if (found.length > 0 && truth.every(({ one, other }) => Math.max(one, other) >= known))
    say(`WARNING: no pair of ${values.truth} has both its ids in ${values.pairs}. Do both files name the left record first?`);
  if (!values['one-file']) warnOfTurned(pairs.rows, told.rows);
  tell(scored(found, truth, numbers.size));
}
