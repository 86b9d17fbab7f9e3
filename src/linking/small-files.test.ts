// What a small office has: two sheets of a handful of rows, which must be weighed by experience, since they are too few to learn from.
import { describe, expect, it } from 'vitest';
import { type Field, fields } from './aspects.ts';
import { levelsOf } from './comparing.ts';
import { link } from './linking.ts';
import { parseMapping } from './mapping.ts';
import { openRecords } from './records.ts';
import { agrees, usual } from './starting-weights.ts';
import { guessedShares, guessedStrangers } from './weights.ts';

const header = ['id', 'name', 'father', 'mother', 'sex', 'age', 'district', 'phone', 'marks'];
const aspects = ['name', 'father', 'mother', 'sex', 'age', 'city', 'telephone', 'marks'];
const mapping = parseMapping({
  id: 'id',
  ageAsOf: '2026-01-01',
  columns: Object.fromEntries(aspects.map((aspect, at) => [header[at + 1]!, aspect])),
}).left;

const missing = [
  'm1,Chandni Paswan,Ramji Paswan,Lalita Devi,F,9,Katihar,9811000001,burn mark left arm',
  'm2,Rohit Mahto,Suresh Mahto,Geeta Devi,M,11,Purnia,9811000002,',
  'm3,Nagma Khatun,Islam Ansari,Rabia Khatun,F,8,Araria,,mole on chin',
  'm4,Birju Soren,Mangal Soren,Phulmani Soren,M,10,Dumka,9811000004,',
  'm5,Kajal Kumari,Dinesh Sah,Meena Devi,F,12,Katihar,9811000005,scar on forehead',
  'm6,Imran Alam,Mustafa Alam,Shabnam Ara,M,9,Kishanganj,,',
  'm7,Pinki Oraon,Budhu Oraon,Sukurmani Oraon,F,10,Gumla,9811000007,',
  'm8,Golu Yadav,Baidyanath Yadav,Kanti Devi,M,7,Purnia,,cut on right knee',
];
const found = [
  'f1,Chandni,Ramji Paswan,Lalita,F,9,Katihar,9811000001,burn mark left arm',
  'f2,Rohit Kumar Mahto,Suresh Mahto,Gita Devi,M,12,Purnea,9811000002,',
  'f3,Nagma,Islam Ansari,,F,8,Araria,,mole chin',
  'f4,Birju Soren,Mangal Soren,,M,10,,,',
  'f5,Kajal,Dinesh Shah,Mina Devi,F,11,Katihar,,scar forehead',
  'f6,Imran,Mustafa Alam,Shabnam Ara,M,9,Kishanganj,,',
  'f7,Pinky Oraon,Budhu Oraon,,F,11,Gumla,9811000007,',
  'f8,Salim Mansuri,Kalam Mansuri,Hasina,M,9,Katihar,9811000018,',
  'f9,Sonam Tirkey,,,F,10,Ranchi,,',
  'f10,Vikas Rajak,Hari Rajak,Munni Devi,M,8,Purnia,,',
];

function records(left: readonly string[], right: readonly string[]) {
  const reading = openRecords(mapping, mapping);
  for (const [side, rows] of [['left', left], ['right', right]] as const) {
    const take = reading.open(side, header, `${side}.csv`);
    for (const row of rows) take(row.split(','));
  } // prettier-ignore
  return reading.finish();
}

describe('two sheets of eight and ten rows', () => {
  const read = records(missing, found);
  const linked = link(read);

  it('are linked: all seven pairs, and nobody else', () => {
    const said = linked.pairs
      .filter(({ probability }) => probability >= 0.5)
      .map(({ one, other }) => `${read.ids[one]} ${read.ids[other]}`);
    expect(said.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map((of) => `m${of} f${of}`));
  });

  it('are sure where telephone, father, district and a burn are the same', () => {
    expect(linked.pairs.find(({ one, other }) => one === 0 && other === 8)?.probability).toBeGreaterThan(0.99);
  });

  it('let no agreement speak against a pair', () => {
    const against = missing.flatMap((_, one) =>
      found.flatMap((__, at) =>
        linked.explain(one, missing.length + at).parts.filter(({ field, level, bits }) => agrees(field, level) && bits < 0),
      ),
    );
    expect(against).toEqual([]);
  });

  it('tell which columns a model lacks', () => {
    const { telephone, ...rest } = linked.model.fields;
    expect(telephone).toBeDefined();
    expect(() => link(read, { model: { ...linked.model, fields: rest } })).toThrow('cannot weigh them: telephone');
  });

  it('find nobody where nobody is in both', () => {
    const strangers = link(records(missing.slice(0, 4), found.slice(4)));
    expect(strangers.pairs.filter(({ probability }) => probability >= 0.5)).toEqual([]);
  });
});

describe('what is usual', () => {
  it.each(fields)('%s has a share for each level, and its agreements are commoner among true pairs', (field: Field) => {
    expect([usual[field].same.length, usual[field].stranger.length]).toEqual([levelsOf[field].length - 1, levelsOf[field].length - 1]);
    const [same, stranger] = [guessedShares(field), guessedStrangers(field)];
    const weak = same.filter((share, level) => agrees(field, level) && share < stranger[level]!);
    expect(weak).toEqual([]);
    expect(same[levelsOf[field].length - 1]).not.toBe(0);
  });
});
