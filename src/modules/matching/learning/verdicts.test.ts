// What verdicts teach: nothing without them, more by more of them, a child once, nobody's alone much, and only what also holds for others.
import { describe, expect, test } from 'vitest';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import type { Aspect } from '../aspect.ts';
import { comparePair } from '../score.ts';
import { servedWeights } from '../weighing/served-weights.ts';
import type { Weights } from '../weighing/weights.ts';
import { heldOut, parts, partsOf, qualityOf } from './held-out.ts';
import { type TeachingPair, calibrated, learnFromVerdicts, massesOf, mostPer } from './verdicts.ts';

const context = { ...world, weights: servedWeights };
const known = { child: ['Kamla Devi'], father: ['Ramesh Prasad'], mother: ['Sunita'], years: [8, 8] as [number, number] };

/** A girl whose names agree; of `slip`, written down as a boy. Each of another child, officer and office unless told. */
function verdict(number: number, told: Partial<TeachingPair> & { slip?: boolean } = {}): TeachingPair {
  const { slip = false, ...rest } = told;
  return {
    missing: missing({ ...known, sex: 'female' }),
    found: found({ ...known, sex: slip ? 'male' : 'female' }),
    missingId: `missing ${number}`,
    foundId: `found ${number}`,
    same: true,
    officer: `officer ${number}`,
    office: `office ${number}`,
    ...rest,
  };
}

const many = (count: number, told: Parameters<typeof verdict>[1] = {}) => Array.from({ length: count }, (_, at) => verdict(at, told));
const slipOf = ({ levels }: Weights): number => levels.sex['different']!.m;
const bitsOf = (weights: Weights, aspect: Aspect, level: string): number =>
  Math.log2(weights.levels[aspect][level]!.m / weights.levels[aspect][level]!.u);

function furthestMove(weights: Weights): number {
  const all = Object.entries(servedWeights.levels) as [Aspect, object][];
  const moves = all.flatMap(([aspect, table]) =>
    Object.keys(table).map((level) => Math.abs(bitsOf(weights, aspect, level) - bitsOf(servedWeights, aspect, level))),
  );
  return Math.max(...moves);
}

describe('how often true pairs differ', () => {
  test('is what it was without verdicts', () => {
    expect(learnFromVerdicts([], context)).toEqual(servedWeights);
  });

  test('rises with every further slip among the same number of true pairs', () => {
    const learned = [0, 1, 3, 10].map((slips) =>
      slipOf(learnFromVerdicts([...many(slips, { slip: true }), ...many(100).slice(slips)], context)),
    );
    expect(learned[0]!).toBeGreaterThanOrEqual(slipOf(servedWeights));
    for (let at = 1; at < learned.length; at++) expect(learned[at]!).toBeGreaterThanOrEqual(learned[at - 1]!);
    expect(learned[1]!).toBeGreaterThan(learned[0]!);
  });

  test('is not lowered by pairs that were only judged because they agree', () => {
    const { levels } = learnFromVerdicts(many(400), context);
    for (const aspect of ['name', 'father', 'sex'] as const)
      expect(levels[aspect]['different']!.m).toBeGreaterThanOrEqual(servedWeights.levels[aspect]['different']!.m * 0.999);
  });

  test('is not taught by "different", nor is u', () => {
    expect(learnFromVerdicts(many(300, { same: false }), context).levels).toEqual(servedWeights.levels);
  });
});

describe('limits', () => {
  test('a child teaches sameness once, whatever the number of its pairs, and is asked of ten times at most', () => {
    const sum = (masses: readonly number[]): number => masses.reduce((all, one) => all + one, 0);
    const reports = many(40, { foundId: 'one child' });
    expect(sum(massesOf(reports, 'sameness'))).toBeCloseTo(mostPer.child);
    expect(sum(massesOf(reports, 'calibration'))).toBeCloseTo(mostPer.childShown);
    const chain = many(40).map((one, at) => ({ ...one, missingId: `record ${at}`, foundId: `record ${at + 1}` }));
    expect(sum(massesOf(chain, 'sameness'))).toBeCloseTo(mostPer.child);
    expect(sum(massesOf(many(40), 'sameness'))).toBe(40); // control: of forty children
  });

  test('an officer and an office count so many verdicts of each kind', () => {
    const sum = (verdicts: readonly TeachingPair[]): number => massesOf(verdicts, 'sameness').reduce((all, one) => all + one, 0);
    expect(sum(many(500, { officer: 'busy' }))).toBeCloseTo(mostPer.officer);
    expect(sum(many(500, { office: 'busy' }))).toBeCloseTo(mostPer.office);
    expect(sum([...many(500, { officer: 'busy' }), ...many(510).slice(500)])).toBeCloseTo(mostPer.officer + 10);
  });

  /** Five hundred true pairs said of girls found as boys, to have sex no longer speak. */
  const planted = (officers: number) =>
    Array.from({ length: 500 }, (_, at) => verdict(at, { slip: true, officer: `o${at % officers}`, office: `f${at % officers}` }));

  test('one officer who plants five hundred verdicts moves no level by more than a bit, and no line; nor do five hundred officers', () => {
    const [one, all] = [1, 500].map((officers) => learnFromVerdicts(planted(officers), context));
    expect(furthestMove(one!)).toBeLessThanOrEqual(1.01);
    expect(furthestMove(all!)).toBeLessThanOrEqual(1.01);
    expect(bitsOf(one!, 'sex', 'same') - bitsOf(servedWeights, 'sex', 'same')).toBeGreaterThan(-0.06);
    expect(bitsOf(all!, 'sex', 'same') - bitsOf(servedWeights, 'sex', 'same')).toBeLessThan(-0.5); // control: many do move it
    expect(one!.calibration).toEqual(servedWeights.calibration);
  });

  test('a "same" said of two who share nothing is hardly believed', () => {
    const absurd = many(100, { found: found({ child: ['Iqbal'], father: ['Thomas'], mother: ['Zeenat'], sex: 'male', years: [16, 16] }) });
    const believed = learnFromVerdicts(absurd, context).levels.father['different']!.m;
    expect(believed).toBeLessThan(servedWeights.levels.father['different']!.m * 1.3);
  });
});

test('a class of evidence is calibrated anew from enough verdicts of both kinds only', () => {
  const mixed = (count: number) => [
    ...many(count),
    ...many(count, { same: false }).map((one) => ({ ...one, foundId: `${one.foundId} no` })),
  ];
  const few = learnFromVerdicts(mixed(calibrated.fewest - 1), context);
  expect(few.calibration).toEqual(servedWeights.calibration);
  const enough = learnFromVerdicts(mixed(calibrated.fewest * 3), context);
  expect(enough.calibration['two-names']).not.toEqual(servedWeights.calibration['two-names']);
  expect(enough.calibration['no-name']).toEqual(servedWeights.calibration['no-name']);
  const said = (weights: Weights): number => comparePair(many(1)[0]!.missing, many(1)[0]!.found, { ...context, weights }).probability;
  expect(said(enough)).toBeLessThan(said(servedWeights)); // half of these sure pairs were not the same
});

describe('held out', () => {
  test('no record stands in two parts', () => {
    const verdicts = many(60).map((one, at) => ({ ...one, missingId: `m${at % 13}`, foundId: `f${at % 17}` }));
    const apart = [...verdicts, ...many(60)];
    const partOf = partsOf(apart);
    const seen = new Map<string, number>();
    apart.forEach(({ missingId, foundId }, at) => {
      for (const id of [missingId, foundId]) expect(seen.set(id, seen.get(id) ?? partOf[at]!).get(id)).toBe(partOf[at]);
    });
    expect(new Set(partOf).size).toBe(parts);
  });

  test('what was learned is met again in others; what contradicts itself is not', () => {
    const { verdicts, before, after } = heldOut([...many(100, { slip: true }), ...many(100)], context);
    expect(verdicts).toBe(200);
    expect(after.logLoss).toBeLessThan(before.logLoss);
  });

  test('a certain verdict that was wrong costs no more than a slip', () => {
    const said = (same: boolean) => qualityOf([{ probability: 0.9999, same, mass: 1 }]).logLoss;
    expect(said(false)).toBeGreaterThan(4);
    expect(said(false)).toBeLessThan(6);
    expect(said(true)).toBeLessThan(0.1);
  });
});
