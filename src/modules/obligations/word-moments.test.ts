// The moments of a duty at which word goes: in order, each told once, and told anew only where an order moved it on.
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../kernel/time.ts';
import { nextMoment, untoldMoments, wordMoments } from './word-moments.ts';

const at = (hour: string) => `2026-11-24T${hour}:00.000Z` as Instant;
const duty = {
  ending: null,
  suspendedAt: null,
  startedAt: at('00:00'),
  warnAt: at('06:00'),
  lateAfter: at('08:00'),
  escalatesTo: ['superintendent-of-police', 'state-nodal-officer'] as const,
  escalatesAt: [at('10:00'), at('20:00')],
};

test('a warning, lateness and every step of the ladder, in order', () => {
  expect(wordMoments(duty).map(({ kind, step, at: moment }) => [kind, step, moment])).toEqual([
    ['warning', 0, at('06:00')],
    ['late', 0, at('08:00')],
    ['ladder', 1, at('10:00')],
    ['ladder', 2, at('20:00')],
  ]);
});

test.each([
  ['ended', { ending: 'met' as const }],
  ['held up', { suspendedAt: at('01:00') }],
])('of a duty %s none', (_, change) => expect(nextMoment({ ...duty, ...change }, [])).toBeNull());

test('a duty nearly late from its start is not warned of', () => {
  expect(nextMoment({ ...duty, startedAt: at('06:00') }, [])).toBe(at('08:00'));
});

describe('what was told', () => {
  const late = { kind: 'late', step: 0, at: at('08:01') };
  test('is not told again, and a warning not after it', () => expect(nextMoment(duty, [late])).toBe(at('10:00')));
  test('of the last step leaves none', () => {
    const told = [late, { kind: 'ladder', step: 1, at: at('10:01') }, { kind: 'ladder', step: 2, at: at('20:01') }];
    expect(nextMoment(duty, told)).toBeNull();
  });
  test('is told anew once an order moved the last moment on; not once a correction moved it back', () => {
    expect(nextMoment({ ...duty, lateAfter: at('09:00') }, [late])).toBe(at('09:00'));
    expect(nextMoment({ ...duty, lateAfter: at('07:00') }, [late])).toBe(at('10:00'));
  });
  test('of another step says nothing of this one', () => {
    expect(untoldMoments(duty, [late, { kind: 'ladder', step: 2, at: at('20:01') }]).map(({ step }) => step)).toEqual([1]);
  });
});
