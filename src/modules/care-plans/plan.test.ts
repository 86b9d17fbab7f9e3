// What stands between a draft and a plan.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/time.ts';
import { type Need, type Plan, domains, gapsOf, planGaps, planInForce } from './plan.ts';
import { type Course, reviewMissed } from './progress.ts';

const whole: Need = {
  domain: 'education',
  concern: 'medium',
  measure: 'education',
  scheme: null,
  startsOn: '2026-11-24' as Need['startsOn'],
  reviewOn: '2026-12-24' as Need['reviewOn'],
  words: {
    concern: 'no school for two years',
    goal: 'class 4 by June',
    intervention: 'bridge class',
    who: 'Lakshmi',
    agency: 'SSA',
    success: 'reads a page',
  },
  edit: 1,
  savedBy: 'x',
  savedAt: '2026-11-24T06:00:00.000Z' as Need['savedAt'],
};
const calm = (domain: Need['domain']): Need => ({
  ...whole,
  domain,
  concern: 'none',
  measure: null,
  startsOn: null,
  reviewOn: null,
  words: {},
});
const draft = {
  version: 1,
  words: { wishes: 'I want to go to school with my brother', caseWorker: 'Lakshmi' },
  heard: 'spoken',
  wishesLanguage: 'Bhojpuri',
  ladder: 'own-family',
  needs: [whole, ...domains.filter((domain) => domain !== 'education').map(calm)],
} satisfies Partial<Plan>;

test('a need that concerns nobody asks for nothing; a flagged one for all it takes', () => {
  expect(gapsOf(calm('leisure'))).toEqual([]);
  expect(gapsOf(whole)).toEqual([]);
  expect(gapsOf({ ...whole, words: { concern: 'x' }, measure: null, reviewOn: null })).toEqual([
    'goal', 'intervention', 'who', 'agency', 'success', 'measure', 'reviewOn',
  ]); // prettier-ignore
});

describe('a plan', () => {
  test('with everything said can be made', () => {
    expect(planGaps(draft)).toEqual([]);
  });

  test('begins with the child: its wishes, or why it could not be heard', () => {
    expect(planGaps({ ...draft, heard: null })).toEqual([{ of: 'wishes' }]);
    expect(planGaps({ ...draft, words: { caseWorker: 'x' } })).toEqual([{ of: 'wishes' }]);
    expect(planGaps({ ...draft, heard: 'not-yet', words: { caseWorker: 'x' } })).toEqual([{ of: 'not-heard' }]);
    expect(planGaps({ ...draft, heard: 'not-yet', words: { caseWorker: 'x', notHeardBecause: 'three days old' } })).toEqual([]);
  });

  test('below the own family says why nothing higher serves', () => {
    expect(planGaps({ ...draft, ladder: 'institution' })).toEqual([{ of: 'ladder-reasons' }]);
  });

  test('of a later version says what changed', () => {
    expect(planGaps({ ...draft, version: 2 })).toEqual([{ of: 'changed' }]);
  });

  test('has looked at every domain; unknown is not the same as no concern', () => {
    expect(planGaps({ ...draft, needs: draft.needs.slice(0, -1) })).toEqual([{ of: 'not-looked-at', domain: draft.needs.at(-1)!.domain }]);
  });
});

test('in force is the last that was made and not sent back', () => {
  const of = (version: number, decision: Plan['decision'], madeAt: Plan['madeAt'] = whole.savedAt) =>
    ({ ...draft, version, decision, madeAt }) as Plan;
  expect(planInForce([of(1, 'approved'), of(2, 'returned'), of(3, null, null)])?.version).toBe(1);
  expect(planInForce([of(1, 'approved'), of(2, null)])?.version).toBe(2);
  expect(planInForce([of(1, null, null)])).toBeUndefined();
});

describe('a need to be looked at again', () => {
  const day = (text: string) => text as Day;
  const seen = (on: string): Course => ({ domain: 'education', points: [{ on: day(on), mark: 'some' }] });

  test('is missed once its day is over without a report since', () => {
    expect(reviewMissed(day('2026-11-23'), undefined, day('2026-11-24'))).toBe(true);
    expect(reviewMissed(day('2026-11-23'), seen('2026-11-22'), day('2026-11-24'))).toBe(true);
  });

  test('is not on its day, after a report, or without a day', () => {
    expect(reviewMissed(day('2026-11-24'), undefined, day('2026-11-24'))).toBe(false);
    expect(reviewMissed(day('2026-11-23'), seen('2026-11-23'), day('2026-11-24'))).toBe(false);
    expect(reviewMissed(null, undefined, day('2026-11-24'))).toBe(false);
  });
});
