// How a registration stands on a day, and how full a home is by its units.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../kernel/time.ts';
import { type Unit, occupancy, registrationState, takes } from './institution.ts';

test.each([
  [null, null, 'none'],
  ['S41/7', null, 'valid'],
  ['S41/7', '2026-11-23', 'expired'],
  ['S41/7', '2026-11-24', 'expiring'],
  ['S41/7', '2027-02-22', 'expiring'],
  ['S41/7', '2027-02-23', 'valid'],
] as const)('number %s, until %s: on 24 November 2026 %s', (registrationNumber, until, expected) => {
  expect(registrationState({ registrationNumber, registeredUntil: until as Day | null }, '2026-11-24' as Day)).toBe(expected);
});

const unit = (id: string, strength: number, closedOn: string | null = null): Unit =>
  ({ id, officeId: 'home', kind: 'children-home', sex: 'female', strength, openedOn: '2020-01-01', closedOn }) as Unit;

describe('occupancy', () => {
  test.each([
    ['empty', [unit('a', 10)], [], { strength: 10, here: 0, free: 10, over: 0 }],
    [
      'a full unit is not relieved by another',
      [unit('a', 10), unit('b', 10)],
      [
        ['a', 12],
        ['b', 4],
      ],
      { strength: 20, here: 16, free: 6, over: 2 },
    ],
    ['a closed unit has no place', [unit('a', 10, '2026-01-01')], [['a', 1]], { strength: 0, here: 1, free: 0, over: 1 }],
  ] as const)('%s', (_, units, living, expected) => {
    const counts = living.map(([unitId, children]) => ({ unitId, children }));
    expect(occupancy(units, counts, '2026-11-24' as Day)).toEqual(expected);
  });
});

test.each([
  ['female', 'female', true],
  ['female', 'male', false],
  ['combined', 'male', true],
  ['female', 'third', true],
  ['male', null, true],
] as const)('a unit for %s takes %s: %s', (sex, child, expected) => {
  expect(takes({ sex }, child)).toBe(expected);
});
