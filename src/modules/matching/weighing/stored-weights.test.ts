// A file of weights is taken whole or refused with the place named: nothing missing, nothing more, no number that is none or absurd.
import { describe, expect, test } from 'vitest';
import { servedWeights } from './served-weights.ts';
import { readWeights } from './stored-weights.ts';
import type { Weights } from './weights.ts';

/** The weights in the code as a file, changed at one place; `undefined` takes the place away. */
function changed(path: string, value: unknown): unknown {
  const whole = JSON.parse(JSON.stringify(servedWeights)) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop()!;
  let at = whole;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return whole;
}

const made = { at: '2026-11-26T10:00:00+05:30', base: 'x', confirmed: 1, different: 2, children: 3, officers: 4, offices: 5 };

test('the weights in the code are taken, with or without how they were made', () => {
  expect(readWeights(changed('version', 'other'))).toMatchObject({ faults: null, made: null, weights: { version: 'other' } });
  const read = readWeights(changed('made', made));
  expect(read.made).toEqual(made);
  expect(read.weights).toEqual(servedWeights);
});

describe('refused with the place named:', () => {
  test.each([
    ['an aspect left out', 'levels.father', undefined],
    ['a level left out', 'levels.father.loose', undefined],
    ['a limit left out', 'limits.sex', undefined],
    ['an aspect nobody compares', 'levels.caste', { same: { m: 1, u: 1 } }],
    ['no number', 'levels.sex.same.m', Number.NaN],
    ['no end', 'levels.sex.same.m', Number('1e999')],
    ['a text', 'levels.sex.same.m', '0.9'],
    ['nothing', 'levels.sex.same.m', null],
    ['impossible by chance', 'levels.sex.same.u', 0],
    ['a negative share', 'levels.sex.third.m', -0.1],
    ['shares of more than all', 'levels.sex', { same: { m: 1, u: 0.6 }, third: { m: 0.5, u: 0.1 }, different: { m: 0.5, u: 0.3 } }],
    ['agreement that speaks against', 'levels.sex', { same: { m: 0.1, u: 0.6 }, third: { m: 0.1, u: 0.1 }, different: { m: 0.8, u: 0.3 } }],
    ['a limit beyond reason', 'limits.name.most', 60],
    ['a limit for that is against', 'limits.name.most', -1],
    ['damping that adds', 'damping.own', 1.5],
    ['an age too few', 'ages', servedWeights.ages.slice(1)],
    ['a line that turns down', 'calibration.no-name.slope', -1],
    ['a line that lifts', 'calibration.no-name.slope', 1.2],
    ['a version with words in it', 'version', 'of Puja <script>'],
    ['a remark', 'note', 'Puja, Saran'],
    ['a name among the counts', 'made', { ...made, by: 'Puja' }],
  ])('%s', (_, path, value) => {
    const { weights, faults } = readWeights(changed(path, value));
    expect(weights).toBe(null);
    expect(faults!.join()).toContain(path.split('.')[1] ?? path);
  });

  test.each([null, 'a text', 7, { levels: {} }, JSON.parse('{"__proto__": {}}')])('%j', (value) => {
    expect(readWeights(value).weights).toBe(null);
  });
});

type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> };

describe('weights by which no pair could ever be shown are refused:', () => {
  const silenced = (change: (weights: Mutable<Weights>) => void): string => {
    const whole = JSON.parse(JSON.stringify(servedWeights)) as Mutable<Weights>;
    change(whole);
    return (readWeights(whole).faults ?? []).join();
  };

  test.each<[string, (weights: Mutable<Weights>) => void]>([
    ['nothing may speak for', ({ limits }) => Object.values(limits).forEach((limit) => (limit.most = 0))],
    [
      'lines so low that nothing is left',
      ({ calibration }) => Object.values(calibration).forEach((line) => Object.assign(line, { slope: 0.05, offset: -20 })),
    ],
    [
      'levels as common by chance as among true pairs',
      ({ levels, limits, nameChance }) => {
        for (const level of Object.values(levels).flatMap((table) => Object.values(table))) level.m = level.u;
        for (const aspect of ['age', 'sex', 'marks', 'language'] as const) limits[aspect].most = 0;
        for (const level of ['same', 'part', 'close'] as const) nameChance[level] = 100;
        for (const aspect of ['name', 'father', 'mother', 'guardian', 'sibling'] as const) limits[aspect].most = 1;
      },
    ],
  ])('%s', (_, change) => {
    expect(silenced(change)).toContain('no pair could be shown');
  });

  test('those that only speak more softly are taken', () => {
    expect(silenced(({ limits }) => Object.values(limits).forEach((limit) => (limit.most /= 2)))).toBe('');
  });
});
