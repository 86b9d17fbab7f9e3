// The ranking engine: finds names whatever their script, order and spelling; records added late, closed and nameless; nothing missing counts against anybody.
import { describe, expect, it } from 'vitest';
import { type Particulars, type RankingIndex, addRecord, closeRecord, rank, settle, startIndex } from './index.ts';

const people: Particulars[] = [
  { name: 'Pooja Sharma', father: 'Ramesh Sharma', sex: 'female', born: 1200, place: 7, region: 2 },
  { name: 'Mohammad Karim', father: 'Abdul Karim', sex: 'male', born: 1250 },
  { name: 'Karima Khatun', sex: 'female' },
  { name: 'Ramkumar Yadav', sex: 'male', born: 1300 },
  { name: 'A. Lakshmi Narayanan', sex: 'female' },
  { name: 'Geeta urf Guddi', father: 'Suresh Pal', sex: 'female' },
  { name: null, sex: 'female', born: 1320, place: 9, region: 2 },
  { name: 'Vijay Singh', sex: 'male' },
  { name: 'Ajay Singh', sex: 'male' },
  { name: 'Pooja Verma', father: 'Mahesh Verma', sex: 'female', born: 1290, place: 8, region: 2 },
];

function indexOf(records: readonly Particulars[]): RankingIndex {
  const index = startIndex();
  for (const record of records) addRecord(index, record);
  settle(index);
  return index;
}

const index = indexOf(people);
const first = (query: Particulars): number | undefined => rank(index, query, { top: 3 })[0]?.record;

describe('rank', () => {
  it.each([
    ['another script', { name: 'पूजा शर्मा' }, 0],
    ['another spelling', { name: 'Puja Sarma' }, 0],
    ['another order', { name: 'Sharma Pooja' }, 0],
    ['a short form and a title', { name: 'Shri Md. Kareem' }, 1],
    ['the last vowel', { name: 'Karima' }, 2],
    ['a joined name split', { name: 'Ram Kumar Yadav' }, 3],
    ['an initial', { name: 'Lakshmi N.' }, 4],
    ['an alias', { name: 'Guddi' }, 5],
    ['the rarer of two words', { name: 'Vijay' }, 7],
    ['only the father', { father: 'सुरेश पाल' }, 5],
    ['father against a wrong surname', { name: 'Pooja', father: 'Mahesh' }, 9],
    ['age between namesakes', { name: 'Pooja', born: 1292 }, 9],
    ['place between namesakes', { name: 'Pooja', place: 7 }, 0],
    ['place, sex and age alone', { place: 9, sex: 'female', born: 1318 }, 6],
  ] as const)('finds by %s', (_, query, record) => {
    expect(first(query)).toBe(record);
  });

  it('finds a split name joined', () => {
    const split = indexOf([{ name: 'Vijay Singh' }, { name: 'Ram Kumar' }, { name: 'Rajkumari' }]);
    expect(rank(split, { name: 'Ramkumar' }, { top: 1 })[0]?.record).toBe(1);
  });

  it('takes an initial for the word it begins', () => {
    const two = indexOf([{ name: 'Lakshmi Narayanan' }, { name: 'Lakshmi Raghavan' }]);
    expect(rank(two, { name: 'Lakshmi R.' }, { top: 1 })[0]?.record).toBe(1);
    expect(rank(indexOf([{ name: 'Lakshmi N.' }, { name: 'Lakshmi R.' }]), { name: 'Lakshmi Raghavan' }, { top: 1 })[0]?.record).toBe(1);
  });

  it.each([
    ['nothing', {}],
    ['no letter', { name: '🙂 12' }],
    ['an empty name', { name: '' }],
    ['only a sex', { sex: 'female' }],
  ] as const)('finds nobody by %s', (_, query) => {
    expect(rank(index, query, { top: 5 })).toEqual([]);
  });

  it('holds nothing missing against a record, and no sex or age beyond doubt', () => {
    const found = rank(index, { name: 'Pooja', sex: 'male', born: 1200 }, { top: 5 });
    expect(found[0]!.record).toBe(0);
    expect(rank(index, { name: 'Pooja', born: 1190 }, { top: 9 }).map((one) => one.record)).not.toContain(9);
    expect(found[0]!.perField).toMatchObject({ father: null, place: null });
    expect(rank(index, { name: 'Karima', born: 1200 }, { top: 1 })[0]!.perField.age).toBeNull();
  });

  it('tells, if asked, which words were taken for one another, and nothing of what a side does not say', () => {
    const [found] = rank(index, { name: 'Sharma P.', father: 'रमेश' }, { top: 1, explain: true });
    expect(found!.record).toBe(0);
    expect(found!.pairs!.name!.map(({ level }) => level).toSorted()).toEqual(['initial', 'same']);
    expect(found!.pairs!.father).toMatchObject([{ level: 'same' }]);
    expect(found!.pairs!.mother).toBeUndefined();
    expect(rank(index, { name: 'Sharma P.' }, { top: 1 })[0]!.pairs).toBeUndefined();
  });

  it('ranks what fits initials on either side before what shares only the word in full', () => {
    const written = [
      'Narayan Sharma',
      'Narayan Rasipuram Krishnaswami',
      'R. K. Laxman',
      'Narayan Das',
      'Laxman Das',
      'Laxman Sharma Varma',
    ];
    const names = indexOf(written.map((name) => ({ name })));
    const first = { top: 1, reach: 1, full: 1 }; // the first pass alone decides
    expect(rank(names, { name: 'R. K. Narayan' }, first)[0]!.record).toBe(1);
    expect(rank(names, { name: 'Laxman Rasipuram Krishnaswami' }, first)[0]!.record).toBe(2);
  });

  it('finds a record added late, under every name, and none that is closed', () => {
    const late = indexOf(people);
    const record = addRecord(late, { name: ['Zubeida Xalxo', 'Pooja Sharma'], place: 9 });
    expect(rank(late, { name: 'Zubeda Xalxo' }, { top: 1 })[0]?.record).toBe(record);
    expect(rank(late, { name: 'Pooja Sharma' }, { top: 2 }).map((one) => one.record)).toEqual([0, record]);
    expect(rank(late, { place: 9 }, { top: 5 }).map((one) => one.record)).toContain(record);
    closeRecord(late, 0);
    expect(rank(late, { name: 'Pooja Sharma' }, { top: 1 })[0]?.record).toBe(record);
    settle(late);
    expect(rank(late, { name: 'Pooja Sharma' }, { top: 1 })[0]?.record).toBe(record);
  });

  it('a record added to an index settled while empty is found', () => {
    const empty = indexOf([]);
    addRecord(empty, { name: 'Pooja' });
    expect(rank(empty, { name: 'Puja' }, { top: 1 })).toHaveLength(1);
  });

  it('copies of one name, in any order of words, are one name', () => {
    const many = indexOf(Array.from({ length: 2500 }, (_, at) => ({ name: at % 2 ? 'Baby Kumari' : 'Kumari Baby' })));
    expect(many.fields.name.names.mass.length).toBe(1);
    expect(rank(many, { name: 'Baby Kumari' }, { top: 2600 })).toHaveLength(2500);
  });

  it('among thousands of namesakes finds the one whose other facts fit, under whichever of its names', () => {
    const namesakes = (count: number): Particulars[] =>
      Array.from({ length: count }, (_, at) => ({
        name: 'Pooja Sharma',
        father: at % 2 ? 'Ramesh Sharma' : 'Suresh Pal',
        born: 1100 + (at % 60),
      }));
    const fitting = { name: ['Zubeida Xalxo', 'Pooja Sharma'], father: ['Mahesh', 'Gopal Verma'], born: 1200 };
    const alsoOfTwoNames = Array.from({ length: 20 }, () => ({ name: ['Pooja Sharma', 'Rajni'], father: ['Karim', 'Abdul'], born: 1200 }));
    const all = indexOf([...namesakes(2980), ...alsoOfTwoNames, fitting, ...namesakes(500)]);
    const few = { top: 1, full: 5 };
    expect(rank(all, { name: 'Puja Sharma', father: 'Gopaal Varma', born: 1198 }, few)[0]!.record).toBe(3000);
    expect(rank(all, { name: 'Zubeda Xalxo', father: 'Mahesh' }, few)[0]!.record).toBe(3000);
    expect(rank(all, { father: 'Gopaal Varma', born: 1198 }, few)[0]!.record).toBe(3000);
  });

  it('answers the same whether its words were settled at once, twice, or came late', () => {
    const names = ['Pooja', 'Puja', 'Pujaa', 'Poonam', 'Punam', 'Pushpa', 'Priya', 'Preeti', 'R. Pooja', 'Laxman', 'Lakshmana'];
    const settledAfter = (count: number): RankingIndex => {
      const index = indexOf(names.slice(0, count).map((name) => ({ name })));
      for (const name of names.slice(count)) addRecord(index, { name });
      return index;
    };
    const twice = settledAfter(4);
    settle(twice);
    const answers = [settledAfter(names.length), settledAfter(4), settledAfter(0), twice].map((index) =>
      ['Pooja', 'Lakshman', 'पूनम', 'Pooja R.', 'Rajni Pooja'].map((name) => rank(index, { name }, { top: 4 }).map(({ record }) => record)),
    );
    expect(answers[0]!.every((found) => found.length > 0)).toBe(true);
    for (const other of answers.slice(1)) expect(other).toEqual(answers[0]);
  });

  it('answers in bounded work for a name of ten thousand letters and one of invisible signs', () => {
    expect(rank(index, { name: 'Pooja '.repeat(2000) }, { top: 1 })).toHaveLength(1);
    expect(rank(index, { name: '\u202EPooja\u202C \u200BSharma' }, { top: 1 })[0]?.record).toBe(0);
  });
});
