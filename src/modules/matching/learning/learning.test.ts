// Learning: what chance and sameness do is found again where it was planted; a case counts once; probabilities are mended.
import { describe, expect, test } from 'vitest';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { seededRandom } from '../../../../seed/random.ts';
import type { Comparison } from '../score.ts';
import { type Answered, calibrationError, fitCalibration, reliability } from './calibration.ts';
import { learnChance } from './chance.ts';
import { type Case, learnSameness } from './expectation.ts';

const letters = 'kgtdpbmnrlsjv';

/** A name nobody else has: two syllables drawn by number. */
function nameOf(number: number): string {
  const at = (place: number): string => letters[Math.floor(number / 13 ** place) % 13]!;
  return `${at(0)}a${at(1)}i${at(2)}u${at(0)}`;
}

/** `slips` of a hundred girls were written down as boys. Five strangers stand beside each. */
function casesWith(slips: number): Case[] {
  return Array.from({ length: 100 }, (_, number) => {
    const child = found({ child: [nameOf(number)], father: [nameOf(number + 700)], sex: number < slips ? 'male' : 'female' });
    const own = missing({ child: [nameOf(number)], father: [nameOf(number + 700)], sex: 'female' });
    const strangers = [1, 2, 3, 4, 5].map((step) =>
      missing({ child: [nameOf(number + 40 * step)], father: [nameOf(number + 333 * step)], sex: step % 2 ? 'male' : 'female' }),
    );
    return { found: child, others: [...strangers, own] };
  });
}

describe('what sameness does', () => {
  test.each([5, 30])('%i slips of the pen in a hundred true pairs are found, though nobody says which pairs are true', (slips) => {
    const { m } = learnSameness(casesWith(slips), { ...world, population: 600 }, 6, 1).levels.sex['different']!;
    expect(m).toBeGreaterThan(slips / 100 - 0.03);
    expect(m).toBeLessThan(slips / 100 + 0.03);
  });

  test('a case counts as one true pair at most, however many of it may be the child', () => {
    const nameless: Case = { found: found({ sex: 'male' }), others: Array.from({ length: 9 }, () => missing({ sex: 'male' })) };
    const sure = { ...world, population: 2 };
    const m = (cases: readonly Case[]): number => learnSameness(cases, sure, 1, 50).levels.sex['same']!.m;
    const [none, many] = [m([]), m(Array.from({ length: 50 }, () => nameless))];
    // Of fifty added cases beside fifty the weights stand for, at most half of the way to one is gone.
    expect(many).toBeGreaterThan(none);
    expect(many).toBeLessThanOrEqual((50 * none + 50) / 100);
  });

  test('what was never seen keeps a chance', () => {
    for (const level of Object.values(learnSameness(casesWith(0), world).levels.dates)) expect(level.m).toBeGreaterThan(0);
  });
});

test('what chance does: the share of girls among strangers, and how often two names sound the same', () => {
  const pairs = Array.from({ length: 400 }, (_, at) => ({
    missing: missing({ sex: at % 4 === 0 ? 'male' : 'female', child: [at < 40 ? 'Kamla' : nameOf(at)] }),
    found: found({ sex: 'female', child: ['Kamla'] }),
  }));
  const weights = learnChance(pairs, world, 1);
  expect(weights.sexes.female).toBeCloseTo(0.75, 2);
  expect(weights.levels.sex['different']!.u).toBeCloseTo(0.25, 2);
  expect(weights.levels.name['same']!.u).toBeCloseTo(0.1, 2);
});

describe('calibration', () => {
  const saying = (bits: number): Comparison =>
    ({ aspects: [{ aspect: 'marks', outcome: 'agree', bits: bits + 40 }], priorBits: -40, totalBits: bits }) as unknown as Comparison;
  const random = seededRandom('calibration', 1);
  /** Pairs that boast: said with twice the bits they are worth. */
  const boasting: Answered[] = Array.from({ length: 4000 }, () => {
    const bits = random.normal() * 3;
    return { comparison: saying(2 * bits), same: random.chance(1 / (1 + 2 ** -bits)) };
  });
  const said = (stretch: (bits: number) => number) =>
    boasting.map(({ comparison, same }) => ({ probability: 1 / (1 + 2 ** -stretch(comparison.totalBits)), same }));

  test('a boast is halved, and what is said then comes true', () => {
    const { slope, offset } = fitCalibration(boasting)['no-name'];
    expect(slope).toBeCloseTo(0.5, 1);
    expect(calibrationError(said((bits) => bits))).toBeGreaterThan(0.08);
    expect(calibrationError(said((bits) => -40 + offset + slope * (bits + 40)))).toBeLessThan(0.03);
  });

  test('too few answers teach nothing', () => {
    expect(fitCalibration(boasting.slice(0, 40))['no-name']).toEqual({ slope: 1, offset: 0 });
    expect(fitCalibration(boasting)['two-names']).toEqual({ slope: 1, offset: 0 });
  });

  test('bands hold every pair once; certainty stands in the last', () => {
    const bands = reliability([0, 0.05, 0.5, 1].map((probability) => ({ probability, same: probability > 0.2 })));
    expect(bands.map(({ pairs }) => pairs)).toEqual([2, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(bands[9]).toEqual({ pairs: 1, said: 1, seen: 1 });
  });
});
