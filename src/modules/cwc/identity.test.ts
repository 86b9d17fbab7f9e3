// What the Committee may do next: each step needs the one before it.
import { expect, test } from 'vitest';
import { nextSteps } from './identity.ts';

const nothing = { produced: false, unanswered: 0, confirmed: false, restored: false };

test.each([
  ['not produced', {}, ['production']],
  ['not produced, asked', { unanswered: 1 }, ['production']],
  ['produced, nobody asked', { produced: true }, []],
  ['produced, asked', { produced: true, unanswered: 1 }, ['identity']],
  ['confirmed', { produced: true, confirmed: true }, ['restoration']],
  ['confirmed for one family, asked for another', { produced: true, unanswered: 1, confirmed: true }, ['identity', 'restoration']],
  ['restored', { produced: true, confirmed: true, restored: true }, []],
])('%s', (_, state, steps) => {
  expect(nextSteps({ ...nothing, ...state })).toEqual(steps);
});
