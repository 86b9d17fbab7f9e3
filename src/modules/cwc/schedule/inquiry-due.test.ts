// By when an inquiry must be over, as the file of the child says it.
import { expect, test } from 'vitest';
import type { DiaryFact } from '../../../kernel/happenings.ts';
import { dayOf, instantAt } from '../../../kernel/time.ts';
import { inquiryDue } from './inquiry-due.ts';

const day = (at: string) => instantAt(at as never, '10:00');
const fact = (happening: string, at: string, facts: object = {}) =>
  ({ entryId: `${happening} ${at}`, happening, facts, happenedAt: day(at), recordedAt: day(at), corrects: null }) as unknown as DiaryFact;

const produced = fact('found.produced', '2026-03-10', { sitting: 'committee' });
const taken = (age: string) => fact('inquiry.takenAsWithoutParents', '2026-03-20', { because: 'abandoned', age });
const free = fact('inquiry.declaredLegallyFree', '2026-06-01');
const family = fact('inquiry.familyCameForward', '2026-04-01');

test.each([
  ['four months for the final order', [produced], 'final', '2026-07-10'],
  ['two months for a child of two or under', [produced, taken('two-or-under')], 'free', '2026-05-10'],
  ['four above', [produced, taken('over-two')], 'free', '2026-07-10'],
  ['the certificate once declared', [produced, taken('over-two'), free], 'certificate', '2026-07-13'],
  ['the family came forward', [produced, taken('two-or-under'), family], 'final', '2026-07-10'],
] as const)('%s', (_, diary, what, on) => {
  const due = inquiryDue(diary, 'KL')!;
  expect([due.what, dayOf(due.at)]).toEqual([what, on]);
});

test.each([
  ['not produced', []],
  ['the final order is made', [produced, fact('inquiry.finalOrderMade', '2026-05-01')]],
  ['the certificate is given', [produced, taken('over-two'), free, fact('inquiry.certificateGiven', '2026-06-02')]],
  ['another Committee’s', [produced, fact('inquiry.transferOrdered', '2026-05-01')]],
])('nothing is due: %s', (_, diary) => {
  expect(inquiryDue(diary, 'KL')).toBeNull();
});
