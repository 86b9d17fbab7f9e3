// How a fit facility or person stands, and what may be decided of it.
import { expect, test } from 'vitest';
import type { Day } from '../../../kernel/time.ts';
import { wordsIn } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { type FitBody, decisionsOf, fitState } from './fit.ts';
import { applicationPaper, certificatePaper } from './papers.ts';

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

test('Form 39 is printed once there is a certificate, and says that it was withdrawn; Form 38 always', () => {
  const view = wordsIn('en') as unknown as View;
  const body = { ...none, id: '01930000-0000-7000-8000-000000000000', kind: 'facility', name: 'Ganga Sadan', districtCode: '220', address: null, serves: 'girls', places: 12, appliedOn: '2026-01-01', certificateNumber: null, reason: null } as unknown as FitBody; // prettier-ignore
  expect([applicationPaper(view, body).form?.number, certificatePaper(view, body)]).toEqual(['38', null]);
  const certified = { ...body, certificateNumber: 'FF/1', certifiedOn: '2026-02-01' as Day, withdrawnOn: '2026-03-01' as Day };
  const paper = certificatePaper(view, certified);
  expect([paper?.form?.number, paper?.reference, JSON.stringify(paper?.body).includes('withdrawn on 1 Mar 2026')]).toEqual([
    '39',
    'FF/1',
    true,
  ]);
});
