// One FIR has one natural key, however its number is written.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherYearIn } from './paper-key.ts';
import { canonicalNumber, paperKey } from './index.ts';

test.each([
  ['12', '12'],
  ['0012', '12'],
  ['000', '0'],
  [' 12 ', '12'],
  ['12/2026', '12'],
  ['0012/26', '12'],
  ['12-2026', '12'],
  ['12 / 2026', '12'],
  ['१२', '12'],
  ['०१२/२०२६', '12'],
  ['১২', '12'],
  ['௧௨', '12'],
  ['۱۲', '12'],
  ['１２', '12'],
  ['FIR No. 12', '12'],
  ['F.I.R. No. 12/2026', '12'],
  ['fir#12', '12'],
  ['Crime No 12/2026', '12'],
  ['GDE-0044', '44'],
  ['मु.अ.सं. १२/२०२६', '12'],
  ['12\u200d', '12'],
  ['12A', '12A'],
  ['12 a', '12A'],
  ['a/17', 'A/17'],
  ['2026/12', '2026/12'],
  ['12/2025', '12/2025'],
  ['12/25', '12/25'],
  ['00/12', '00/12'],
  ['', ''],
])('%j of 2026 counts as %j', (typed, canonical) => {
  expect(canonicalNumber(typed, 2026)).toBe(canonical);
  expect(canonicalNumber(canonical, 2026)).toBe(canonical);
});

test('the key names the place, the kind, the year and the number', () => {
  const paper = { kind: 'fir', state: 'WB', district: 'WB-HWH', station: 'PS-WB-HWH-1', year: 2026, number: '০০৪১২/২০২৬' };
  expect(paperKey(paper)).toBe('WB/WB-HWH/PS-WB-HWH-1/fir/2026/412');
});

test.each([
  ['12/2025', 2025],
  ['१२/२०२५', 2025],
  ['12/2026', null],
  ['12/25', null],
  ['12/1234', null],
  ['12', null],
])('%s of 2026 carries another year: %s', (typed, year) => expect(otherYearIn(typed, 2026)).toBe(year));

test('what counts already counts as itself: a number kept and a number sent never part', { timeout: 180_000 }, () => {
  const piece = fc.oneof(
    fc.constantFrom('FIR', 'no', '.', '..', '/', '-', ' ', '0', '12', '2026', '26', 'A', 'मु.अ.सं.', '१२', '॰', 'सं', 'ΐ', 'ǰ', 'ß', 'ﬁ'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const number = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const isStable = fc.property(number, (typed) => {
    const once = canonicalNumber(typed, 2026);
    return canonicalNumber(once, 2026) === once;
  });
  fc.assert(isStable, { numRuns: 2_000, seed: 20261127 });
});
