// The generator is deterministic, even, and does not repeat itself; a weak one (positive control) fails the same measure.
import { expect, test } from 'vitest';
import { draw, seededRandom, weighted } from './random.ts';

function distinctTriples(next: () => number, draws: number): number {
  const seen = new Set<number>();
  for (let draw = 0; draw < draws; draw++) {
    seen.add(Math.floor(next() * 1000) * 1e6 + Math.floor(next() * 1000) * 1e3 + Math.floor(next() * 1000));
  }
  return seen.size;
}

function weakGenerator(): () => number {
  let state = 1;
  return () => (state = (state * 75 + 74) % 65537) / 65537;
}

test('the same seed and stream give the same numbers, another gives others', () => {
  const first = seededRandom('nation', 7);
  const again = seededRandom('nation', 7);
  const other = seededRandom('nation', 8);
  const numbers = Array.from({ length: 20 }, () => first.next());
  expect(Array.from({ length: 20 }, () => again.next())).toEqual(numbers);
  expect(Array.from({ length: 20 }, () => other.next())).not.toEqual(numbers);
});

test('300,000 draws of three names in a thousand are nearly all distinct; a weak generator makes few', () => {
  expect(distinctTriples(seededRandom('nation').next, 300_000)).toBeGreaterThan(299_900);
  expect(distinctTriples(weakGenerator(), 300_000)).toBeLessThan(100_000);
});

test('the first number of neighbouring streams is spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let stream = 0; stream < 50_000; stream++) tenths[Math.floor(seededRandom('nation', stream).next() * 10)]!++;
  for (const count of tenths) expect(Math.abs(count - 5000)).toBeLessThan(350);
});

test('weights hold', () => {
  const random = seededRandom('weights');
  const from = weighted([
    ['a', 75],
    ['b', 20],
    ['c', 5],
  ]);
  const counts: Record<string, number> = { a: 0, b: 0, c: 0 };
  for (let time = 0; time < 20_000; time++) counts[draw(random, from)]!++;
  expect(counts.a! / 20_000).toBeCloseTo(0.75, 1);
  expect(counts.c! / 20_000).toBeCloseTo(0.05, 1);
});
