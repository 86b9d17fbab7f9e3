// A version stands for one set of numbers and one way of using them: whoever changes either without saying so fails here.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { seededRandom } from '../../../../seed/random.ts';
import { comparePair } from '../score.ts';
import { learnedWeights } from './learned-weights.ts';
import { pairVersion, printOf } from './versions.ts';

const random = seededRandom('pinned pairs');
const names = ['Pooja Das', 'पूजा दास', 'Guddi', 'Imran Sheikh', 'ইমরান শেখ', 'R. Kumar', 'Ravi Kumar'];
const some = <T>(list: readonly T[]): T[] => (random.chance(0.7) ? [random.pick(list)] : []);

function told() {
  return {
    child: some(names),
    father: some(names),
    mother: some(names),
    sex: random.pick(['female', 'male', null] as const),
    heightCentimetres: random.chance(0.5) ? { low: random.integer(90, 120), high: random.integer(120, 160) } : null,
    languages: some(['hi', 'bn', 'ta']),
    build: random.pick(['thin', 'medium', null] as const),
    homeDistrict: random.pick(['BR-SON', 'BR-PAT', null]),
    district: random.pick(['BR-SON', 'KL-KOZ', null]),
    years: [random.integer(4, 9), random.integer(9, 14)] as [number, number],
  };
}

/** If this fails because the scorer was changed on purpose: raise `scorer` in versions.ts, and write the new print here beside it. */
test('the same weights give the same scores until the scorer’s number is raised', () => {
  const context = { ...world, weights: learnedWeights };
  const totals = Array.from({ length: 200 }, () =>
    comparePair(missing(told()), found({ ...told(), on: '2025-06-01' }), context).totalBits.toFixed(6),
  );
  expect(new Set(totals).size).toBeGreaterThan(150);
  const print = createHash('sha256').update(totals.join(' ')).digest('hex').slice(0, 8);
  expect([pairVersion({ version: 'w' }), print]).toEqual(['w+scorer3', '011d40db']);
});

test('the learned weights’ version bears the print of their numbers', () => {
  expect(learnedWeights.version.endsWith(printOf(learnedWeights))).toBe(true);
  const other = {
    ...learnedWeights,
    levels: { ...learnedWeights.levels, sex: { ...learnedWeights.levels.sex, same: { m: 0.5, u: 0.4 } } },
  };
  expect(printOf(other as typeof learnedWeights)).not.toBe(printOf(learnedWeights));
  expect(printOf(Object.fromEntries(Object.entries(learnedWeights).toReversed()) as typeof learnedWeights)).toBe(printOf(learnedWeights));
});
