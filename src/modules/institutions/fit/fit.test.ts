// How a fit facility or person stands, and what may be decided of it.
import { expect, test } from 'vitest';
import type { Day } from '../../../kernel/time.ts';
import { decisionsOf, fitState } from './fit.ts';

const none = { certifiedOn: null, validUntil: null, refusedOn: null, withdrawnOn: null };
test.each([
  ['applied for', none, 'applied', ['certify', 'refuse']],
  ['recognised without an end', { ...none, certifiedOn: '2026-01-01' }, 'recognised', ['withdraw']],
  ['to its last day', { ...none, certifiedOn: '2024-01-01', validUntil: '2026-11-24' }, 'expiring', ['withdraw']],
  ['the day after', { ...none, certifiedOn: '2024-01-01', validUntil: '2026-11-23' }, 'expired', ['withdraw']],
  ['refused', { ...none, refusedOn: '2026-01-01' }, 'refused', []],
  ['withdrawn although recognised', { ...none, certifiedOn: '2024-01-01', withdrawnOn: '2026-01-01' }, 'withdrawn', []],
] as const)('%s', (_, body, state, decisions) => {
  expect(fitState(body as Parameters<typeof fitState>[0], '2026-11-24' as Day)).toBe(state);
  expect(decisionsOf(state)).toEqual(decisions);
});
