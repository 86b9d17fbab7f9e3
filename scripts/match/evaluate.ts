// `match evaluate`: scores a file of pairs against a file of true pairs: precision, recall, F1 at thresholds, and whether the probabilities mean what they say.
import { parseArgs } from 'node:util';
import { type Score, scored } from '../../src/linking/evaluating.ts';
import { Mistake } from './mistake.ts';
import { openSpreadsheet } from './rows.ts';

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

async function readPairs(path: string, withProbability: boolean): Promise<Row[]> {
  const sheet = await openSpreadsheet(path);
  if (sheet.header.length < (withProbability ? 3 : 2)) {
    throw new Mistake(`${path} must have the columns id_left, id_right${withProbability ? ', probability' : ''}`);
  }
  const rows: Row[] = [];
  for await (const [one = '', other = '', said = ''] of sheet.rows()) {
    const probability = withProbability ? Number(said) : 1;
    if (!(probability >= 0 && probability <= 1)) throw new Mistake(`${path}: row ${rows.length + 1}: "${said}" is no probability`);
    rows.push({ one, other, probability });
  }
  return rows;
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
  const found = (await readPairs(values.pairs, true)).map(numbered);
  const truth = (await readPairs(values.truth, false)).map(numbered);
  tell(scored(found, truth, numbers.size));
}
