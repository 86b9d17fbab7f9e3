// What a case under the POCSO Act still wants, and by when.
import { expect, test } from 'vitest';
import { instantAt } from '../../../kernel/time.ts';
import type { OffenceCase, OffenceStep } from './offence.ts';
import { duesOf } from './offence-due.ts';

const at = (day: string, time = '10:00') => instantAt(day as never, time as never);
const step = (kind: OffenceStep['kind'], happenedAt: OffenceStep['happenedAt']) => ({ kind, happenedAt }) as OffenceStep;
const told = (setting: OffenceCase['setting'], steps: OffenceStep[]): OffenceCase =>
  ({ setting, takenAt: at('2026-11-20'), steps, helpers: [] }) as unknown as OffenceCase;
const named = (one: OffenceCase) => duesOf(one, 'KL').map(({ what, at: when }) => [what, when]);

test('told within a day; where the home is not safe, produced within it', () => {
  const day = at('2026-11-21');
  expect(named(told('elsewhere', []))).toEqual([
    ['told-committee', day],
    ['told-court', day],
  ]);
  expect(named(told('shared-household', [step('told-committee', at('2026-11-20', '12:00'))]))).toEqual([
    ['told-court', day],
    ['produced', day],
  ]);
});

test('after the production three days to decide on the household and for somebody to stay by the child', () => {
  const steps = (['told-committee', 'told-court', 'produced'] as const).map((kind) => step(kind, at('2026-11-20', '12:00')));
  const end = at('2026-11-23', '23:59').slice(0, 10);
  expect(named(told('shared-household', steps)).map(([what, when]) => [what, when!.slice(0, 10)])).toEqual([
    ['household', end],
    ['helper', end],
  ]);
  expect(named(told('shared-household', [...steps, step('household', at('2026-11-21'))])).map(([what]) => what)).toEqual(['helper']);
});
