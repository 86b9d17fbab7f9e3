// The registers that linking is measured on, by name; and one run over one of them, from columns to a score.
import { type Score, scored } from '../../src/linking/evaluating.ts';
import { guessMapping } from '../../src/linking/guess.ts';
import { type Linked, link } from '../../src/linking/linking.ts';
import { type Records, openRecords } from '../../src/linking/records.ts';
import { type Row, type Spoiling, columns, fewRepeated, repeatedRegister, twoRegisters } from './english-people.ts';
import { historicalColumns, historicalRegister } from './historical-people.ts';
import { foundColumns, indianRegisters, missingColumns } from './indian-registers.ts';
import { sparseColumns, sparseRegister } from './sparse-people.ts';

export type Sheet = { readonly header: readonly string[]; readonly rows: readonly Row[] };
export type Register = { readonly left: Sheet; readonly right: Sheet | null; readonly truth: ReadonlySet<string> };
export type Run = {
  readonly score: Score;
  readonly linked: Linked;
  readonly records: Records;
  readonly truth: Truth;
  readonly seconds: number;
};
type Truth = readonly { readonly one: number; readonly other: number }[];

export const englishColumns = ['rec_id', ...columns];
export const usualSpoiling: Spoiling = { errors: 2.2, lost: 0.05, exchanged: 0.05 };

function one(header: readonly string[], { rows, truth }: { rows: Row[]; truth: Set<string> }): Register {
  return { left: { header, rows }, right: null, truth };
}

export function twoEnglish(seed: string, people: number): Register {
  const { left, right, truth } = twoRegisters(seed, people, usualSpoiling);
  return { left: { header: englishColumns, rows: left }, right: { header: englishColumns, rows: right }, truth };
}

function thin(seed: string, people: number): Register {
  const kept = [0, 1, 2, 6, 7, 9, 11];
  const { rows, truth } = repeatedRegister(seed, people, 6, { errors: 1.5, lost: 0.25, exchanged: 0.05 });
  return one(
    kept.map((place) => englishColumns[place]!),
    { rows: rows.map((row) => kept.map((place) => row[place]!)), truth },
  );
}

function twoIndian(seed: string, children: number): Register {
  const { left, right, truth } = indianRegisters(seed, children);
  return { left: { header: missingColumns, rows: left }, right: { header: foundColumns, rows: right }, truth };
}

/** Small enough to be run on several seeds. */
export const registers: Readonly<Record<string, (seed: string) => Register>> = {
  'two English registers of 5,000': (seed) => twoEnglish(seed, 5000),
  'one English register, a fifth of all fields empty': (seed) =>
    one(englishColumns, repeatedRegister(seed, 2000, 4, { errors: 2.5, lost: 0.2, exchanged: 0.05 })),
  'one English register, up to five copies of some': (seed) => one(englishColumns.slice(0, 11), fewRepeated(seed, 2000)),
  'one thin register (names, birth, place, trade; a quarter empty)': (seed) => thin(seed, 2000),
  'one small sparse sheet (names, birth, city, e-mail)': (seed) => one(sparseColumns, sparseRegister(seed, 280)),
  'one register of the past, a dozen notes on each': (seed) => one(historicalColumns, historicalRegister(seed, 1200)),
  'two Indian registers in several scripts': (seed) => twoIndian(seed, 10_000),
};

export function truthByNumber(ids: readonly string[], truth: ReadonlySet<string>): { one: number; other: number }[] {
  const numbers = new Map(ids.map((id, at) => [id, at]));
  return [...truth].map((pair) => {
    const [left, right] = pair.split('\t').map((id) => numbers.get(id)!);
    return { one: left!, other: right! };
  });
}

export function recordsOf({ left, right }: Register): Records {
  const mapping = ({ header, rows }: Sheet) => guessMapping(header, rows.slice(0, 500));
  const reading = openRecords(mapping(left), right && mapping(right));
  const takeLeft = reading.open('left', left.header, 'left');
  for (const row of left.rows) takeLeft(row);
  if (right) {
    const takeRight = reading.open('right', right.header, 'right');
    for (const row of right.rows) takeRight(row);
  }
  return reading.finish();
}

export function runOf(register: Register): Run {
  const started = performance.now();
  const records = recordsOf(register);
  const linked = link(records);
  const seconds = (performance.now() - started) / 1000;
  const truth = truthByNumber(records.ids, register.truth);
  const pairs = linked.pairs.filter(({ probability }) => probability >= 0.01);
  return { score: scored(pairs, truth, records.ids.length), linked, records, truth, seconds };
}
