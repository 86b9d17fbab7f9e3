// Ids and their numbers: none lost as the table grows, the last number of an id counts.
import { expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import { countIds, idOf, keepId, numberOf, startIds } from './id-table.ts';

const idAt = (at: number) =>
  `01997a00-${(at >>> 16).toString(16).padStart(4, '0')}-7${(at % 4096).toString(16).padStart(3, '0')}-8000-${at.toString(16).padStart(12, '0')}` as RecordId;

test('each of five thousand ids is found by its number and back, and a stranger is not', () => {
  const ids = startIds();
  for (let at = 0; at < 5000; at++) expect(keepId(ids, idAt(at))).toBe(at);
  for (let at = 0; at < 5000; at += 7) expect([numberOf(ids, idAt(at)), idOf(ids, at)]).toEqual([at, idAt(at)]);
  expect(numberOf(ids, idAt(5001))).toBe(-1);
});

test('an id kept again is known by its new number, also after the table grew', () => {
  const ids = startIds();
  keepId(ids, idAt(1));
  expect(keepId(ids, idAt(1))).toBe(1);
  for (let at = 2; at < 3000; at++) keepId(ids, idAt(at));
  expect([numberOf(ids, idAt(1)), idOf(ids, 0), countIds(ids)]).toEqual([1, idAt(1), 3000]);
});
