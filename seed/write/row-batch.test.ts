// Values as COPY reads them, and ids that are what they say.
import { expect, test } from 'vitest';
import { isUuid } from '../../src/kernel/ids.ts';
import { type Instant, milliseconds } from '../../src/kernel/time.ts';
import { isPhotographName } from '../../src/platform/photographs/index.ts';
import { seededRandom } from '../random.ts';
import { seededId, seededName } from './ids.ts';
import { copyText, startBatch } from './row-batch.ts';
import type { Value } from './tables.ts';

const cases: [title: string, value: Value, text: string][] = [
  ['nothing', null, '\\N'],
  ['a word that looks like nothing', '\\N', '\\\\N'],
  ['a tab and a new line', 'a\tb\nc\rd', 'a\\tb\\nc\\rd'],
  ['yes', true, 't'],
  ['bytes', Buffer.from([0, 255]), '\\\\x00ff'],
  ['an empty list', [], '{}'],
  ['plain words', ['hi', 'mai'], '{hi,mai}'],
  ['words with commas, quotes and backslashes', ['a,b', 'c"d', 'e\\f'], '{"a,b","c\\\\"d","e\\\\\\\\f"}'],
  ['a word that spells NULL, and an empty one', ['null', ''], '{"null",""}'],
  ['a name in its own script', 'रीना', 'रीना'],
];

test.each(cases)('%s', (_title, value, text) => {
  expect(copyText(value)).toBe(text);
});

test('a batch holds more than it first has room for, in order of reference', () => {
  const batch = startBatch();
  for (let ordinal = 0; ordinal < 5_000; ordinal++) {
    batch.add('given_name', { record_id: 'r', ordinal, bearer: 'child', text: 'रीना', alias: false });
  }
  batch.add('state', { code: 'WB', lgd_code: 19, name: 'West Bengal', native_name: null, languages: ['bn'] });
  const texts = batch.texts();
  expect(texts.map(([table]) => table)).toEqual(['state', 'given_name']);
  expect(texts[0]![1].toString()).toBe('WB\t19\tWest Bengal\t\\N\t{bn}\n');
  expect(texts[1]![1].toString().trimEnd().split('\n').at(-1)).toBe('r\t4999\tchild\tरीना\tf');
  expect(batch.count()).toBe(5_001);
});

test('ids carry their time, are of version 7, differ from each other, and are the same for the same seed', () => {
  const at = '2026-11-24T02:30:00.000Z' as Instant;
  const [random, again] = [seededRandom('ids', 7), seededRandom('ids', 7)];
  const ids = Array.from({ length: 2_000 }, () => seededId(random, at));
  expect(Array.from({ length: 2_000 }, () => seededId(again, at))).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !isUuid(id) || id[14] !== '7' || !'89ab'.includes(id[19]!))).toEqual([]);
  expect(parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(milliseconds(at));
  expect(isPhotographName(seededName(random))).toBe(true);
});
