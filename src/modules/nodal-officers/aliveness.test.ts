// Whether a post answers, at the edges: the 31st day, a failure before and after a sign, leave with and without a deputy, an empty chair.
import { describe, expect, test } from 'vitest';
import { type Day, type Instant, addDays, dayOf, instantAt } from '../../kernel/time.ts';
import { type PostFacts, type Seated, aliveness } from './aliveness.ts';

const today = '2026-11-24' as Day;
const now = instantAt(today, '12:00');
const ago = (days: number, time = '12:00'): Instant => instantAt(addDays(today, -days), time);
const dayAgo = (days: number): Day => addDays(today, -days);

const seated = (given: Partial<Seated> = {}): Seated => ({
  fromOn: dayAgo(400),
  lastSign: { kind: 'sign-in', at: ago(2) },
  lastFailure: null,
  lastAnswered: null,
  ...given,
});
const post = (given: Partial<PostFacts> = {}): PostFacts => ({
  holder: seated(),
  leave: null,
  deputy: null,
  lastToOn: null,
  requiredFrom: '2025-12-09' as Day,
  ...given,
});
const brief = (facts: PostFacts): [string, Day, string] => {
  const { condition, since, why } = aliveness(facts, now);
  return [condition, since, why];
};
const held = (given: Partial<Seated>, more: Partial<PostFacts> = {}) => brief(post({ holder: seated(given), ...more }));

describe('in post', () => {
  test.each(['sign-in', 'alert', 'confirmation'] as const)('%s on the 31st day before is a sign of life, on the 32nd no longer', (kind) => {
    expect(held({ lastSign: { kind, at: ago(31, '00:00') } })).toEqual(['active', dayAgo(31), kind]);
    expect(held({ lastSign: { kind, at: ago(32, '23:59') } })).toEqual(['silent', today, 'lastHeard']);
  });

  test('never heard of: silent from the first day, and said so kindly while the appointment is new', () => {
    expect(held({ lastSign: null, fromOn: dayAgo(31) })).toEqual(['silent', dayAgo(31), 'newlyAppointed']);
    expect(held({ lastSign: null, fromOn: dayAgo(32) })).toEqual(['silent', dayAgo(32), 'notHeardOf']);
  });

  test.each(['bounced', 'call-failed'] as const)('%s after the last sign: unreachable since then; before it: mended', (kind) => {
    expect(held({ lastFailure: { kind, at: ago(1) } })).toEqual(['unreachable', dayAgo(1), kind]);
    expect(held({ lastFailure: { kind, at: ago(3) } })).toEqual(['active', dayAgo(2), 'sign-in']);
  });

  test('a call answered later mends a failure, but is no sign of the officer’s own', () => {
    const failed = { lastFailure: { kind: 'bounced', at: ago(5) }, lastSign: { kind: 'sign-in', at: ago(60) } } as const;
    expect(held({ ...failed, lastAnswered: ago(6) })).toEqual(['unreachable', dayAgo(5), 'bounced']);
    expect(held({ ...failed, lastAnswered: ago(4) })).toEqual(['silent', dayAgo(28), 'lastHeard']);
  });

  test('on leave the deputy answers for the post; at work, not', () => {
    const deputy = seated({ lastSign: { kind: 'alert', at: ago(1) } });
    const leave = { fromOn: dayAgo(40), toOn: today };
    const silent = { lastSign: { kind: 'sign-in', at: ago(41) } } as const;
    expect(held(silent, { leave, deputy })).toEqual(['active', dayAgo(1), 'standIn']);
    expect(held(silent, { leave })).toEqual(['silent', dayAgo(9), 'lastHeard']);
    expect(held(silent, { deputy })).toEqual(['silent', dayAgo(9), 'lastHeard']);
    expect(held({ ...silent, lastFailure: { kind: 'bounced', at: ago(3) } }, { leave, deputy })).toEqual(['active', dayAgo(1), 'standIn']);
  });
});

describe('an empty chair', () => {
  const empty = (given: Partial<PostFacts>) => brief(post({ holder: null, ...given }));
  test('is vacant from the day after the last holder’s last, also with a deputy in the building', () => {
    expect(empty({ lastToOn: dayAgo(26) })).toEqual(['vacant', dayAgo(25), 'left']);
    expect(empty({ lastToOn: dayAgo(26), deputy: seated() })).toEqual(['vacant', dayAgo(25), 'left']);
    expect(aliveness(post({ holder: null, lastToOn: dayAgo(26) }), now)).toMatchObject({ day: dayAgo(26), days: 25 });
  });
  test('never filled: vacant since somebody had to be there; not a day before the order', () => {
    expect(empty({})).toEqual(['vacant', '2025-12-09', 'never']);
    expect(empty({ lastToOn: '2019-03-31' as Day })).toEqual(['vacant', '2025-12-09', 'left']);
  });
});

test('the day is India’s: a sign at 01:00 counts for the day it was there', () => {
  expect(aliveness(post({ holder: seated({ lastSign: { kind: 'sign-in', at: instantAt(dayAgo(31), '01:00') } }) }), now).since).toBe(
    dayAgo(31),
  );
  expect(dayOf(instantAt(dayAgo(31), '01:00'))).toBe(dayAgo(31)); // 19:30 of the day before in UTC
});
