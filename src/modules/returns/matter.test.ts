// Matters of a Committee, from diaries written by hand.
import { expect, test } from 'vitest';
import type { DiaryFact, Happening, HappeningFacts } from '../../kernel/happenings.ts';
import { type Day, instantAt } from '../../kernel/time.ts';
import { effectiveEntries } from '../diary/index.ts';
import { mattersOf } from './matter.ts';

let number = 0;
function at<H extends Happening>(
  moment: string,
  happening: H,
  facts: HappeningFacts[H],
  byOffice = 'cwc-one',
  corrects: string | null = null,
): DiaryFact {
  const [day, time = '12:00'] = moment.split(' ') as [Day, string?];
  const happenedAt = instantAt(day, time);
  return { entryId: `e${number++}`, happening, facts, happenedAt, recordedAt: happenedAt, byOffice, corrects } as DiaryFact;
}
const produced = (moment: string, byOffice = 'cwc-one') => at(moment, 'found.produced', { sitting: 'committee' }, byOffice);
const told = (...diary: DiaryFact[]): string[] =>
  mattersOf(effectiveEntries(diary)).map(({ officeId, startedOn, endedOn, endedHow }) =>
    `${officeId} ${startedOn} ${endedOn ?? 'pending'} ${endedHow ?? ''}`.trim(),
  );

const restored = (moment: string) => at(moment, 'found.restored', { to: 'parents' });

test.each([
  ['found and not yet produced', [at('2026-11-01', 'found.found', {})], []],
  ['produced at midnight in India', [produced('2026-11-01 00:00')], ['cwc-one 2026-11-01 pending']],
  ['restored', [produced('2026-11-01'), restored('2026-12-05')], ['cwc-one 2026-11-01 2026-12-05 restored']],
  [
    'closed after it was restored: the first end counts',
    [produced('2026-11-01'), restored('2026-12-05'), at('2026-12-09', 'found.closed', { outcome: 'restored' })],
    ['cwc-one 2026-11-01 2026-12-05 restored'],
  ],
  ['produced a second time: one matter, from the first', [produced('2026-11-01'), produced('2026-11-20')], ['cwc-one 2026-11-01 pending']],
  [
    'in care, then produced again: another matter',
    [produced('2026-01-01'), at('2026-03-01', 'found.closed', { outcome: 'in-care' }), produced('2026-11-20')],
    ['cwc-one 2026-01-01 2026-03-01 in-care', 'cwc-one 2026-11-20 pending'],
  ],
  [
    'transferred, and produced there',
    [produced('2026-01-01'), at('2026-02-01', 'inquiry.transferOrdered', {}), produced('2026-02-10', 'cwc-two')],
    ['cwc-one 2026-01-01 2026-02-01 transferred', 'cwc-two 2026-02-10 pending'],
  ],
  ['told out of order', [restored('2026-12-05'), produced('2026-11-01')], ['cwc-one 2026-11-01 2026-12-05 restored']],
])('%s', (_, diary, expected) => {
  expect(told(...diary)).toEqual(expected);
});

test('a corrected production counts on the day it was corrected to', () => {
  const first = produced('2026-11-01');
  const corrected = at('2026-10-30', 'found.produced', { sitting: 'committee' }, 'cwc-one', first.entryId);
  expect(told(first, corrected)).toEqual(['cwc-one 2026-10-30 pending']);
});

test('a child without parents: free, no longer to be declared, declared; a final order does not end it', () => {
  const taken = at('2026-02-01', 'inquiry.takenAsWithoutParents', { because: 'abandoned', age: 'two-or-under' });
  const free = (...more: DiaryFact[]) => {
    const [{ withoutParents, freeOverOn, declaredOn }] = mattersOf([produced('2026-01-01'), taken, ...more]) as [
      ReturnType<typeof mattersOf>[0],
    ];
    return [withoutParents, freeOverOn, declaredOn];
  };
  expect(free()).toEqual(['two-or-under', null, null]);
  expect(free(at('2026-02-10', 'inquiry.finalOrderMade', {}))).toEqual(['two-or-under', null, null]);
  expect(free(at('2026-02-10', 'inquiry.familyCameForward', {}))).toEqual(['two-or-under', '2026-02-10', null]);
  expect(free(at('2026-02-10', 'inquiry.declaredLegallyFree', {}))).toEqual(['two-or-under', '2026-02-10', '2026-02-10']);
});

test('gone from the home twice, and died', () => {
  const [matter] = mattersOf([
    produced('2026-01-01'),
    at('2026-02-01', 'care.missingFromHome', {}),
    at('2026-02-03', 'care.backInHome', {}),
    at('2026-03-01', 'care.missingFromHome', {}),
    at('2026-03-09', 'care.died', {}),
  ]);
  expect([matter!.ranAwayOn, matter!.diedOn, matter!.endedHow]).toEqual([['2026-02-01', '2026-03-01'], '2026-03-09', 'died']);
});
