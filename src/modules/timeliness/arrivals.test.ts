// Figures of what other systems told: shares, borders, order; and that of nothing nothing is said.
import { expect, test } from 'vitest';
import { arrivalsByPlace } from './arrivals.ts';
import { bucketOf } from './lag.ts';

const told = (place: string, hours: number, entries: number) => ({ place, bucket: bucketOf(hours), entries });

test('a place whose entries took longer stands first; an hour exactly is within it; all are added up', () => {
  const figures = arrivalsByPlace([
    told('WB', 0.1, 9),
    told('WB', 1, 1),
    told('TN', 0.2, 1),
    told('TN', 1.01, 1),
    told('KL', 0.1, 2),
    told('KL', 3, 1),
  ]);
  expect(figures?.places.map(({ place, entries, withinHour, p50, p90 }) => [place, entries, withinHour, p50, p90])).toEqual([
    ['TN', 2, 50, 0.25, 2],
    ['KL', 3, 66, 0.25, 3],
    ['WB', 10, 100, 0.25, 0.25],
  ]);
  expect(figures?.all).toMatchObject({ entries: 15, inHour: 13, withinHour: 86, p95: 3 });
});

test('of nothing told there are no figures', () => {
  expect(arrivalsByPlace([])).toBeNull();
});
