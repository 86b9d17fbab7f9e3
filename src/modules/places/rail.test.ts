// Likely destinations: next stops before ends of lines, bounded, and neighbours where no line passes.
import { expect, test } from 'vitest';
import { MOST_DESTINATIONS, destinationsAlong, neighboursOf } from './rail.ts';

const lines = [
  { line: 'East–West', districts: ['A', 'B', 'C', 'D'] },
  { line: 'North', districts: ['B', 'E', 'F'] },
];

test('next stops on every line first, then the ends; never the place itself', () => {
  expect(destinationsAlong(lines, 'B').map(({ districtCode, why }) => `${districtCode} ${why}`)).toEqual([
    'A next-stop',
    'C next-stop',
    'E next-stop',
    'D line-end',
  ]);
  expect(destinationsAlong(lines, 'F').map(({ districtCode }) => districtCode)).toEqual(['E', 'B']);
  expect(destinationsAlong(lines, 'X')).toEqual([]);
});

test('a junction of many lines tells no more offices than the bound', () => {
  const star = Array.from({ length: 9 }, (_, at) => ({ line: String(at), districts: [`W${at}`, 'J', `E${at}`] }));
  expect(destinationsAlong(star, 'J')).toHaveLength(MOST_DESTINATIONS);
});

test('where no line passes, the two nearest districts', () => {
  const points = [
    { code: 'O', latitude: 25, longitude: 84 },
    { code: 'near', latitude: 25.2, longitude: 84.1 },
    { code: 'next', latitude: 24.5, longitude: 84 },
    { code: 'far', latitude: 20, longitude: 80 },
  ];
  expect(neighboursOf(points, 'O').map(({ districtCode }) => districtCode)).toEqual(['near', 'next']);
});
