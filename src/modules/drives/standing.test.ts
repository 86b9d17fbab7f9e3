// Each edge of how a rescued child stands: not due yet, late, done late, fallen away, and what cannot be told.
import { describe, expect, test } from 'vitest';
import type { DiaryFact, Happening, HappeningFacts } from '../../kernel/happenings.ts';
import { type Day, type Instant, addHours, instantAt } from '../../kernel/time.ts';
import { countsOf, summed, told } from './figure.ts';
import { type PlanRead, standingOf } from './standing.ts';

const found = instantAt('2026-01-10' as Day, '10:00');
const later = (days: number, hours = 0): Instant => addHours(found, days * 24 + hours);
let entries = 0;
function at<H extends Happening>(happenedAt: Instant, happening: H, facts: HappeningFacts[H], corrects: string | null = null): DiaryFact {
  const entryId = `entry-${String(entries++).padStart(4, '0')}`;
  return { entryId, happening, facts, happenedAt, recordedAt: happenedAt, enteredAt: null, byOffice: null, corrects } as DiaryFact;
}
const begun = () => at(found, 'found.found', {});
const produced = (hours: number) => at(later(0, hours), 'found.produced', { sitting: 'committee' });
const admitted = (day: number) => at(later(day), 'care.admitted', { home: 'h' });
const planned = (day: number) => at(later(day), 'care.planMade', { version: 1 });
const restored = (day: number) => at(later(day), 'found.restored', { to: 'parents' });
const visited = (day: number, visit: 'two-months' | 'six-months') => at(later(day), 'inquiry.followedUp', { visit });
const stands = (diary: DiaryFact[], now: Instant, plan?: PlanRead) => standingOf(diary, plan, now, 'BR');

describe('production within twenty-four hours, journeys left out', () => {
  test.each([
    ['not due yet', [begun()], later(0, 23), 'running'],
    ['to the minute it is not late', [begun()], later(0, 24), 'running'],
    ['overdue', [begun()], addHours(later(0, 24), 0.1), 'overdue'],
    ['done in time', [begun(), produced(24)], later(9), 'in-time'],
    ['done late', [begun(), produced(25)], later(9), 'late'],
    ['late by the clock, in time without the journey', [begun(), at(later(0, 20), 'found.journeyRecorded', { minutes: 120 }), produced(25)], later(9), 'in-time'],
    ['done, but nobody wrote down when the child was found', [produced(25)], later(9), 'unknown'],
    ['nothing known at all', [], later(9), 'not-owed'],
    ['too ill to travel: the report stands in for it', [begun(), at(later(0, 3), 'inquiry.unfitReported', { photograph: true })], later(9), 'not-owed'],
  ] as [string, DiaryFact[], Instant, string][])('%s', (_, diary, now, state) => expect(stands(diary, now).production.state).toBe(state)); // prettier-ignore

  test('by when, and when', () => {
    const { production } = stands([begun(), produced(25)], later(9));
    expect([production.dueAt, production.doneAt]).toEqual([later(0, 24), later(0, 25)]);
  });
});

describe('the care plan within a month of admission', () => {
  test.each([
    ['nobody was admitted, so nothing is owed', [begun()], later(90), 'not-owed'],
    ['not due yet', [admitted(1)], later(20), 'running'],
    ['overdue', [admitted(1)], later(40), 'overdue'],
    ['in time', [admitted(1), planned(20)], later(90), 'in-time'],
    ['late', [admitted(1), planned(40)], later(90), 'late'],
    ['made without an admission: from when it ran cannot be told', [planned(40)], later(90), 'unknown'],
  ] as [string, DiaryFact[], Instant, string][])('%s', (_, diary, now, state) => expect(stands(diary, now).plan.state).toBe(state));

  test('the plan in force says with which measures; a sponsorship granted outside it counts too, each once, in the Ministry’s order', () => {
    const plan = { approved: true, measures: ['education', 'sponsorship'] } as const;
    const child = stands([begun(), at(later(30), 'care.sponsorshipGranted', {}), at(later(31), 'care.fosterPlaced', {})], later(40), plan);
    expect([child.approved, child.measures]).toEqual([true, ['family-based-care', 'sponsorship', 'education']]);
    expect(stands([begun()], later(1))).toMatchObject({ approved: false, measures: [] });
  });
});

describe('where the child is', () => {
  test.each([
    ['not placed yet', [begun()], 'not-placed'],
    ['ordered to a home', [at(later(1), 'found.placed', { with: 'open-shelter' })], 'home'],
    ['with a fit person', [at(later(1), 'found.placed', { with: 'fit-person' })], 'other-care'],
    ['with the parents while it is inquired', [at(later(1), 'found.placed', { with: 'parents-pending-inquiry' })], 'with-parents'],
    ['on leave it is the home’s', [admitted(1), at(later(2), 'care.wentAway', { for: 'leave' })], 'home'],
    ['gone', [admitted(1), at(later(2), 'care.missingFromHome', {})], 'gone'],
    ['back', [admitted(1), at(later(2), 'care.missingFromHome', {}), at(later(3), 'care.backInHome', {})], 'home'],
    ['restored, whichever the home wrote first', [admitted(1), restored(9), at(later(10), 'care.released', {})], 'restored'],
    ['discharged, then restored', [admitted(1), at(later(8), 'care.released', {}), restored(9)], 'restored'],
    ['discharged to another institution', [admitted(1), at(later(8), 'care.released', {})], 'elsewhere'],
    ['in a foster family', [admitted(1), at(later(8), 'care.fosterPlaced', {}), at(later(8), 'care.released', {})], 'family-care'],
    ['with kin', [admitted(1), at(later(8), 'care.kinPlaced', {}), at(later(8), 'care.released', {})], 'family-care'],
    ['no longer with kin', [at(later(8), 'care.kinPlaced', {}), at(later(9), 'care.kinEnded', {})], 'not-placed'],
    ['came into care again', [restored(9), admitted(40)], 'home'],
    ['died', [admitted(1), at(later(3), 'care.died', {})], 'died'],
  ] as [string, DiaryFact[], string][])('%s', (_, diary, where) => expect(stands(diary, later(60)).where).toBe(where));

  test('an entry that was corrected counts no more', () => {
    const wrong = restored(9);
    expect(stands([admitted(1), wrong, at(later(10), 'care.admitted', { home: 'h' }, wrong.entryId)], later(60)).where).toBe('home');
  });
});

describe('still in touch', () => {
  test.each([
    ['not restored: nothing is owed', [admitted(1)], later(300), 'not-owed', 'not-owed', false],
    ['two months are not over', [restored(9)], later(40), 'running', 'running', false],
    ['nobody came at two months', [restored(9)], later(80), 'overdue', 'running', true],
    ['came late', [restored(9), visited(90, 'two-months')], later(95), 'late', 'running', false],
    ['came, and not again', [restored(9), visited(60, 'two-months')], later(300), 'in-time', 'overdue', true],
    ['came both times', [restored(9), visited(60, 'two-months'), visited(180, 'six-months')], later(300), 'in-time', 'in-time', false],
    ['of a second restoration the clock runs anew', [restored(9), visited(60, 'two-months'), admitted(70), restored(250)], later(260), 'running', 'running', false],
  ] as [string, DiaryFact[], Instant, string, string, boolean][])('%s', (_, diary, now, two, six, lost) => {
    const child = stands(diary, now);
    expect([child.twoMonths.state, child.sixMonths.state, child.lostTouch]).toEqual([two, six, lost]);
  }); // prettier-ignore
});

describe('counted', () => {
  const children = [
    stands([begun(), produced(3), admitted(1)], later(60)),
    stands([begun(), produced(30), admitted(1), planned(9)], later(60), { approved: true, measures: ['education'] }),
  ];

  test('each child once under each question', () => {
    const counts = countsOf(children);
    expect(['children', 'production.in-time', 'production.late', 'plan.overdue', 'plan.in-time', 'plan.approved', 'measure.education', 'where.home'].map((of) => counts.get(of)))
      .toEqual([2, 1, 1, 1, 1, 1, 1, 2]); // prettier-ignore
    expect(counts.has('where.restored')).toBe(false);
  });

  test('whoever may not see the children reads a few as a few, and all else in fives', () => {
    const row = { place: 'BR-1', name: 'Saran', counts: new Map([['children', 12], ['lost-touch', 4]]) }; // prettier-ignore
    const whole = summed([row, row]);
    expect([told(row, true).of('children'), told(row, false).of('children'), told(row, false).of('lost-touch'), told(row, false).of('where.died')]).toEqual([12, 10, 'few', 0]); // prettier-ignore
    expect([whole.counts.get('children'), told(whole, false).of('lost-touch')]).toEqual([24, 5]);
  });
});
