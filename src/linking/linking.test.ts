// Whole runs on small sheets: true pairs are found without a truth, relatives and strangers are not, and hostile files end quickly.
import { describe, expect, it, vi } from 'vitest';
import { scored, truthPairs } from './evaluating.ts';
import { waterfall } from './explaining.ts';
import { guessMapping } from './guess.ts';
import { link } from './linking.ts';
import { type Records, openRecords } from './records.ts';
import { clustersOf, manyToMany, oneToOne, settleMixture } from './resolving.ts';
import { mixed } from './vocabulary.ts';
import { parseModel } from './weights.ts';

vi.setConfig({ testTimeout: 30_000 }); // whole runs, on a machine that may be busy with other things

const header = ['id', 'name', 'father', 'dob', 'village', 'person'];
const given =
  'Pooja Rekha Sunita Geeta Meena Kavita Anita Suman Neha Ritu Raju Mohan Suresh Vijay Amit Arjun Imran Salim Karan Deepak'.split(' ');
const surnames = 'Yadav Sharma Gupta Verma Khan Ansari Patel Naik Das Roy Mondal Nair Reddy Gowda Shetty Jha Tiwari Mishra'.split(' ');
const villages = 'Rampur Sitapur Belapur Chandpur Islampur Kishanganj Madhepura Jalna Beed Satara Hassan Mandya Kollam Theni'.split(' ');
const pick = (list: readonly string[], of: number, salt: number): string => list[mixed(of, salt) % list.length]!;
const born = (of: number): string => `${1990 + (mixed(of, 4) % 25)}-0${1 + (mixed(of, 5) % 9)}-1${mixed(of, 6) % 9}`;

function person(of: number): string[] {
  const surname = pick(surnames, of, 2);
  return [`${pick(given, of, 1)} ${surname}`, `${pick(given, of, 7)} ${surname}`, born(of), pick(villages, of, 3)];
}

function sheet(rows: readonly string[][], other: readonly string[][] | null = null): Records {
  const mapping = guessMapping(header.slice(0, rows[0]!.length), rows);
  const withTruth = { ...mapping, truth: header.slice(0, rows[0]!.length).includes('person') ? 'person' : null };
  const columns = new Map([...withTruth.columns].filter(([column]) => column !== 'person'));
  const reading = openRecords({ ...withTruth, columns }, other && { ...withTruth, columns });
  const take = reading.open('left', header.slice(0, rows[0]!.length), 'left');
  for (const row of rows) take(row);
  if (other) {
    const takeOther = reading.open('right', header.slice(0, rows[0]!.length), 'right');
    for (const row of other) takeOther(row);
  }
  return reading.finish();
}

/** A slip in the name of every second, a lost father in every third. */
function copied(of: number): string[] {
  const [name, father, dob, village] = person(of);
  return [of % 2 ? name!.replace(/(.)(.)( )/, '$2$1$3') : name!, of % 3 ? father! : '', dob!, village!];
}

const people = Array.from({ length: 400 }, (_, of) => of);
const left = people.map((of) => [`a${of}`, ...person(of), String(of)]);
const right = people.map((of) => [`b${of}`, ...copied(of), String(of)]);

describe('two files', () => {
  const records = sheet(left, right);
  const linked = link(records);

  it('finds the pairs nobody told it of, and means its probabilities', () => {
    const score = scored(linked.pairs, truthPairs(records), records.ids.length);
    expect(score.best.f1).toBeGreaterThan(0.97);
    expect(score.at[0]!.precision).toBeGreaterThan(0.98);
    expect(score.calibrationError).toBeLessThan(0.05);
    expect(linked.model.expected).toBeGreaterThan(340);
    expect(linked.model.expected).toBeLessThan(460);
  });

  it('gives the same pairs every time', () => expect(link(records).pairs).toEqual(linked.pairs));

  it('keeps a model that weighs the same after being written and read', () => {
    const model = parseModel(JSON.parse(JSON.stringify(linked.model)));
    const said = (pairs: typeof linked.pairs) =>
      pairs.filter(({ probability }) => probability >= 0.05).map(({ one, other, probability }) => [one, other, probability.toFixed(2)]);
    expect(said(link(records, { model }).pairs)).toEqual(said(linked.pairs));
    expect(() => parseModel({ ...model, version: 7 })).toThrow('not a model of version 1');
  });

  it('explains a pair by parts that add up to its probability', () => {
    const { one, other, probability } = linked.pairs.at(-1)!;
    const { parts, household, thirds, prior } = linked.explain(one, other);
    const bits = parts.reduce((sum, part) => sum + part.bits, household + thirds + prior);
    expect(1 / (1 + 2 ** -bits)).toBeCloseTo(probability, 3);
    expect(waterfall(records, linked.explain(one, other), one, other).at(-1)).toContain(probability.toFixed(2));
  });

  it('gives a record at most one partner when told so', () => {
    const pairs = link(records, { oneToOne: true }).pairs;
    expect(new Set(pairs.map(({ one }) => one)).size).toBe(pairs.length);
    expect(new Set(pairs.map(({ other }) => other)).size).toBe(pairs.length);
  });
});

describe('relatives', () => {
  it('are not one person, however much they share', () => {
    const sisters = people.slice(0, 60).map((of) => {
      const [, father, , village] = person(of);
      return [`s${of}`, `${pick(given, of, 99)} ${father!.split(' ')[1]!}`, father!, born(of + 9000), village!, `sister ${of}`];
    });
    const records = sheet(left, [...right, ...sisters]);
    const sure = link(records).pairs.filter(({ probability }) => probability >= 0.9);
    const wrong = sure.filter(({ other }) => records.ids[other]!.startsWith('s'));
    expect(wrong.length).toBeLessThanOrEqual(6); // a few sisters drew their sister's own name
    expect(sure.length).toBeGreaterThan(330);
  });
});

describe('hostile files', () => {
  it('ends at once on thousands of identical rows, and says what it left out', () => {
    const linked = link(sheet(Array.from({ length: 6000 }, (_, at) => [String(at), 'Baby'])));
    expect(linked.compared).toBeLessThan(100_000);
    expect(linked.purged).toBe((6000 * 5999) / 2);
  });

  it.each([
    ['all fields missing', [['1', '', ''], ['2', '', '']]],
    ['one row', [['1', 'Raju', 'Ram']]],
    ['emoji, bidi and a name of 10,000 letters', [['1', '😀', '\u202E'], ['2', 'x'.repeat(10_000), ''], ['3', 'x'.repeat(10_000), '']]],
  ])('%s does not hurt', (_, rows) => {
    const { pairs } = link(sheet(rows));
    for (const { one, other } of pairs) expect(rows[one]![1] !== '' && rows[other]![1] !== '').toBe(true);
  }); // prettier-ignore
});

describe('a third record of the same file', () => {
  const [full, noBirth] = [(of: number) => person(of), (of: number) => person(of).map((text, at) => (at === 2 ? '' : text))];
  const noParent = (of: number): string[] => person(of).map((text, at) => (at === 1 || at === 3 ? '' : text));
  const rows = people.slice(0, 150).flatMap((of) => [full, noBirth, noParent].map((copy, at) => [`${of}-${at}`, ...copy(of), String(of)]));
  const namesake = ['Zubeida Lakhani', 'Haroon Lakhani', '1991-02-03', 'Rampur'];
  const other = ['Zubeida Lakhani', 'Ismail Lakhani', '2004-11-27', 'Kollam'];
  rows.push(['z0', ...namesake, 'z0'], ['z1', ...other, 'z1'], ['z2', namesake[0]!, '', '', '', 'z0']);
  const records = sheet(rows);
  const linked = link(records);

  it('speaks for two that hardly say the same things', () => {
    const weak = linked.explain(1, 2);
    expect(weak.parts.filter(({ level }) => level > 0).map(({ field }) => field)).toEqual(['name']);
    expect(weak.thirds).toBeGreaterThan(3);
    expect(scored(linked.pairs, truthPairs(records), records.ids.length).at[3]!.recall).toBeGreaterThan(0.98);
  });

  it('does not tie two namesakes together because it might be either', () => {
    const probability = (a: number, b: number): number => linked.pairs.find(({ one, other }) => one === a && other === b)?.probability ?? 0;
    expect(probability(450, 451)).toBeLessThan(0.5);
    expect(new Set([...clustersOf(linked.pairs, records.ids.length)].slice(450, 452)).size).toBe(2);
  });
});

describe('resolution', () => {
  const pair = (one: number, other: number, probability: number) => ({ one, other, bits: 30, thirds: 0, probability });

  it('takes people of one household for what they are', () => {
    const kinds = [{ bits: 45, shared: 20 }, { bits: 26, shared: 32 }]; // prettier-ignore
    const rows = Array.from({ length: 200 }, (_, at) => kinds[at % 2]!);
    const numbers = Uint32Array.from(rows, (_, at) => at);
    const pairs = {
      one: numbers,
      other: numbers.map((at) => at + 1000),
      bits: Float32Array.from(rows, ({ bits }) => bits),
      shared: Float32Array.from(rows, ({ shared }) => shared),
    };
    const mixture = settleMixture(pairs, 1e6, 1000);
    expect([mixture.expected, mixture.households].map(Math.round)).toEqual([102, 98]); // a household member still has one chance in 64 to be the same person;
    expect(manyToMany(pairs, mixture, 0.5).every(({ one }) => one % 2 === 0)).toBe(true);
  });

  it('shares the probability between two namesakes, on either side', () => {
    const mixture = { expected: 10, households: 1, possible: 1000 };
    const [first] = oneToOne([pair(0, 5, 0.99), pair(0, 6, 0.99)], mixture, 10);
    const [second] = oneToOne([pair(0, 5, 0.99), pair(1, 5, 0.99)], mixture, 10);
    expect([first!.probability, second!.probability].map((p) => p.toFixed(2))).toEqual(['0.50', '0.50']);
  });

  it('never joins two clusters through one edge alone', () => {
    const chain = [
      pair(0, 1, 0.999),
      pair(1, 2, 0.999),
      pair(0, 2, 0.999),
      pair(3, 4, 0.999),
      pair(4, 5, 0.999),
      pair(3, 5, 0.999),
      pair(2, 3, 0.995),
    ];
    expect([...clustersOf(chain, 6)]).toEqual([0, 0, 0, 3, 3, 3]);
    expect([...clustersOf([...chain, pair(0, 3, 0.6), pair(0, 4, 0.6), pair(1, 4, 0.6), pair(2, 5, 0.6)], 6)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
