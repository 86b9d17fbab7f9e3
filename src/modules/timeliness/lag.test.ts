// Steps of lag, percentiles by their upper border, and a policy whose hours lie on the borders.
import { describe, expect, test } from 'vitest';
import { missingHappenings } from '../../kernel/happenings/missing.ts';
import { foundHappenings } from '../../kernel/happenings/found.ts';
import { sightingHappenings } from '../../kernel/happenings/sighting.ts';
import type { Day } from '../../kernel/time.ts';
import { type UploadRule, untimed, uploadHours, uploadOffices, uploadPolicy } from '../../law/index.ts';
import { officeKinds } from '../officers/office-kind.ts';
import { mondayOf } from './month.ts';
import { bucketOf, lagBorders, percentileBorder } from './lag.ts';

describe('steps', () => {
  test.each([
    [-0.05, 0.25],
    [0, 0.25],
    [0.25, 0.25],
    [0.26, 0.5],
    [24, 24],
    [24.001, 36],
    [8760, 8760],
    [8761, Number.POSITIVE_INFINITY],
  ])('%d hours are within %d', (hours, border) => {
    expect(lagBorders[bucketOf(hours)]).toBe(border);
  });

  test('a percentile is the border of the step that holds it, and of nothing there is none', () => {
    const counts = [
      { bucket: bucketOf(24), entries: 1 },
      { bucket: bucketOf(0.2), entries: 5 },
      { bucket: bucketOf(2), entries: 4 },
    ];
    expect([0.5, 0.51, 0.9, 0.95].map((share) => percentileBorder(counts, share))).toEqual([0.25, 2, 2, 24]);
    expect(percentileBorder([], 0.5)).toBeNull();
  });
});

/** What is wrong with a policy, if anything. */
function faults(policy: readonly UploadRule[]): string[] {
  const borders: readonly number[] = lagBorders;
  return policy.flatMap(({ id, hours, from, stateOverrides }) =>
    [{ hours, from }, ...stateOverrides].flatMap((one) => [
      ...(borders.includes(one.hours) && one.hours < Number.POSITIVE_INFINITY ? [] : [`${id}: ${one.hours} h is no border`]),
      ...(one.from.endsWith('-01') ? [] : [`${id}: ${one.from} is not the first of a month`]),
    ]),
  );
}

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-03-01', '2026-02-23'],
])('the week of %s begins on %s', (on, monday) => {
  expect(mondayOf(on as Day)).toBe(monday);
});

describe('the policy', () => {
  const [some] = uploadPolicy as [UploadRule];

  test('has its hours on the borders, begins with months, says it is administrative and why; one that does not is noticed', () => {
    expect(faults(uploadPolicy)).toEqual([]);
    expect(faults([{ ...some, hours: 5 }])).toEqual(['reported: 5 h is no border']);
    expect(faults([{ ...some, from: '2026-02-15' as Day }])).toHaveLength(1);
    expect(uploadPolicy.filter(({ kind, citation }) => kind !== 'administrative' || !citation.includes('s.32(2)'))).toEqual([]);
  });

  test('holds each entry to at most one rule of a month, and says of each happening to a child whether it has hours', () => {
    const keys = uploadPolicy.flatMap(({ happenings, officeKinds: kinds, from }) =>
      happenings.flatMap((happening) => kinds.map((kind) => `${happening} ${kind} ${from}`)),
    );
    expect(keys).toHaveLength(new Set(keys).size);
    const timed = new Set(uploadPolicy.flatMap(({ happenings }) => happenings));
    const all = [...missingHappenings, ...foundHappenings, ...sightingHappenings];
    expect(all.filter((one) => timed.has(one) === untimed.includes(one))).toEqual([]);
    expect(uploadOffices.filter((kind) => !(officeKinds as readonly string[]).includes(kind))).toEqual([]);
  });

  test('counts by the version of the month, a State’s own first', () => {
    const later: UploadRule = { ...some, from: '2026-07-01' as Day, hours: 4 };
    const own: UploadRule = { ...later, stateOverrides: [{ stateCode: 'DL', from: '2026-09-01' as Day, hours: 2, citation: 'invented' }] };
    const hours = (month: string, stateCode: string) =>
      uploadHours([own, some], { happening: 'missing.reported', officeKind: 'police-station', stateCode, month: month as Day })?.hours;
    expect(hours('2025-12-01', 'DL')).toBeUndefined();
    expect([hours('2026-06-01', 'DL'), hours('2026-07-01', 'DL'), hours('2026-09-01', 'DL'), hours('2026-09-01', 'WB')]).toEqual([
      6, 4, 2, 4,
    ]);
  });
});
