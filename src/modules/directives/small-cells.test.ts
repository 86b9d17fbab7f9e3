// Which counts of children are told to whom: exactly to whoever may open their records, else none, a few, or in fives.
import { describe, expect, test } from 'vitest';
import type { OfficerActor } from '../../platform/context.ts';
import type { Area } from '../officers/index.ts';
import { FEW, coarse, seesChildrenOf } from './small-cells.ts';

test.each([
  [0, 0],
  [1, 'few'],
  [4, 'few'],
  [5, 5],
  [9, 5],
  [10, 10],
  [1234, 1230],
] as const)('%i is told as %s', (count, told) => {
  expect(coarse(count)).toBe(told);
});

test('a State’s row less the rows of its districts leaves as many as may be withheld, whatever the districts hold', () => {
  for (let other = FEW; other < 30; other += 1) {
    const left = [1, 2, 3, 4].map((few) => [coarse(other + few), coarse(other)].join(' '));
    expect(new Set(left).size).toBeLessThan(left.length); // never one told from all the others
  }
});

describe('who sees the children of an area', () => {
  const bihar: Area = { level: 'state', code: 'BR' };
  const saran: Area = { level: 'district', code: '220', stateCode: 'BR' };
  const by = (reach: OfficerActor['reach'], stateCode: string | null = null, districtCode: string | null = null) =>
    ({ reach, stateCode, districtCode }) as OfficerActor;
  test.each([
    ['the nation’s officer, of the nation', by('nation'), { level: 'nation' } as Area, true],
    ['the State’s, of the State and its district', by('state', 'BR'), saran, true],
    ['the district’s, of the district', by('district', 'BR', '220'), saran, true],
    ['the Ministry, of the nation', by('none'), { level: 'nation' } as Area, false],
    ['the Ministry, of a district', by('none'), saran, false],
    ['the district’s, of the State', by('district', 'BR', '220'), bihar, false],
    ['a station’s, of its district', by('office', 'BR', '220'), saran, false],
  ] as const)('%s', (_who, actor, area, sees) => {
    expect(seesChildrenOf(actor, area)).toBe(sees);
  });
});
