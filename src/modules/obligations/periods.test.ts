// How long a duty may take where it depends: on the kind of case, on more time given, on the State.
import { describe, expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { Day } from '../../kernel/time.ts';
import { endOf, entry, indian, produced } from '../../law/examples/write.ts';
import { type Rule, ruleById } from '../../law/index.ts';
import { obligationsOf, storedObligationsOf } from './index.ts';

describe('cases of a kind', () => {
  const rule: Rule = {
    ...ruleById('C01')!,
    onlyIf: [{ happening: 'inquiry.reportSubmitted', where: { order: 'kind' } }],
    due: { months: 2, andDays: 3, basis: 'source' },
  };
  const ordered = (dueOn = '') => entry('2026-11-13 14:20', 'inquiry.reportOrdered', { order: 'A', dueOn });
  const kind = entry('2026-11-20 10:00', 'inquiry.reportSubmitted', { order: 'kind' });
  const due = (diary: DiaryFact[], one = rule) =>
    obligationsOf(diary, [one], indian('2026-11-21 09:00'), { stateCode: 'WB', record: 'found' }).map(({ dueAt }) => dueAt);

  test('a duty of one kind of case binds no other, and counts from its start once the kind is known', () => {
    expect(due([ordered()])).toEqual([]);
    expect(due([ordered(), entry('2026-11-20 10:00', 'inquiry.reportSubmitted', { order: 'another kind' })])).toEqual([]);
    expect(due([ordered(), kind])).toEqual([endOf('2027-01-16')]);
  });

  test('months are counted before days: two months and three days from 31 December end with 3 March', () => {
    const start = entry('2026-12-31 10:00', 'inquiry.reportOrdered', { order: 'A', dueOn: '' });
    expect(due([start, kind])).toEqual([endOf('2027-03-03')]);
  });

  test.each([
    ['2026-11-14 09:30', indian('2026-11-14 09:30')],
    ['2026-11-14', endOf('2026-11-14')],
    ['2027-05-01 09:30', endOf('2027-01-16')],
    ['2026-11-14 25:30', endOf('2027-01-16')],
    ['14-11-2026', endOf('2027-01-16')],
  ])('a start that states %s', (dueOn, moment) => {
    expect(due([ordered(dueOn), kind])).toEqual([moment]);
  });
});

describe('State overrides', () => {
  const rule: Rule = {
    ...ruleById('F02')!,
    stateOverrides: [
      { stateCode: 'DL', due: { hours: 12, basis: 'source' }, from: '2026-01-05' as Day, citation: 'an invented rule', confidence: 'ours' },
      { stateCode: 'DL', due: { workingDays: 1, basis: 'source' }, from: '2026-11-01' as Day, citation: 'another', confidence: 'ours' },
    ],
  };
  test.each([
    ['DL', '2026-01-04 23:59', '2026-01-05 23:59'],
    ['DL', '2026-01-05 00:00', '2026-01-05 12:00'],
    ['WB', '2026-01-05 00:00', '2026-01-06 00:00'],
  ])('%s, told %s: due %s', (stateCode, toldAt, dueAt) => {
    const told = entry(toldAt, 'found.informationGiven', { to: 'cwc' });
    expect(obligationsOf([told], [rule], told.happenedAt, { stateCode })).toMatchObject([{ dueAt: indian(dueAt) }]);
  });

  const closed = { holidays: new Set(['2026-11-16', '2026-11-17'] as Day[]), saturdays: [{ from: '2026-01-01' as Day, closed: [2, 4] }] };
  test.each([
    ['a Friday', '2026-11-13 18:00', undefined, '2026-11-14'],
    ['a Friday, the second Saturday and two holidays ahead', '2026-11-13 18:00', closed, '2026-11-18'],
    ['a Friday before a third Saturday', '2026-11-20 18:00', closed, '2026-11-21'],
    ['a Saturday', '2026-11-21 18:00', undefined, '2026-11-23'],
    ['the day before Republic Day', '2027-01-25 18:00', undefined, '2027-01-27'],
  ])('the working day after %s', (_, toldAt, calendar, dueOn) => {
    const told = entry(toldAt, 'found.informationGiven', { to: 'cwc' });
    expect(obligationsOf([told], [rule], told.happenedAt, { stateCode: 'DL', calendar })).toMatchObject([{ dueAt: endOf(dueOn) }]);
  });
});

describe('periods that depend on the case', () => {
  const inquiry: Rule = {
    ...ruleById('C01')!,
    startedBy: [{ happening: 'found.produced' }],
    pairedBy: undefined,
    orStatedDay: undefined,
    due: { months: 4, basis: 'source' },
    dueBy: [{ happening: 'found.placed', where: { with: 'adoption-agency' }, due: { months: 2, basis: 'source' } }],
    extendedBy: [{ happening: 'record.corrected', where: { field: 'time' }, months: 2 }],
    stateOverrides: [
      {
        stateCode: 'DL',
        from: '2026-11-01' as Day,
        escalation: [{ to: 'district-magistrate', afterHours: 5 }],
        citation: 'invented',
        confidence: 'ours',
      },
    ],
  } as Rule;
  const started = produced('2026-10-31 10:00');
  const placed = entry('2026-11-05 10:00', 'found.placed', { with: 'adoption-agency' });
  const moreTime = entry('2026-12-05 10:00', 'record.corrected', { field: 'time' });
  const stored = (diary: DiaryFact[], stateCode = 'WB') => storedObligationsOf(diary, [inquiry], { stateCode, record: 'found' })[0]!;

  test('the kind of case decides', () => {
    expect(stored([started])).toMatchObject({ variant: null, dueAt: endOf('2027-02-28') });
    expect(stored([started, placed])).toMatchObject({ variant: 0, dueAt: endOf('2026-12-31') });
  });

  test('more time counts from the first day, once however often written down', () => {
    expect(stored([started, moreTime])).toMatchObject({ extendedMonths: 2, dueAt: endOf('2027-04-30') });
    expect(stored([started, moreTime, { ...moreTime, entryId: 'again' }])).toMatchObject({ extendedMonths: 2 });
  });

  test('the kind at the start decides where the rule says so: a later phase makes no late duty timely', () => {
    const atStart: Rule = { ...inquiry, kindAtStart: true };
    const due = (...diary: DiaryFact[]) => storedObligationsOf(diary, [atStart], { stateCode: 'WB', record: 'found' })[0]!;
    expect(due(started, placed)).toMatchObject({ variant: null, dueAt: endOf('2027-02-28') });
    const before = entry('2026-10-30 10:00', 'found.placed', { with: 'adoption-agency' });
    expect(due(before, started)).toMatchObject({ variant: 0, dueAt: endOf('2026-12-31') });
  });

  test('an order may give time up to a day it names: the furthest counts, and none takes time away', () => {
    const by = 'conflict.timeExtendedByMagistrate';
    const limitless: Rule = { ...inquiry, extendedTo: [{ happening: by, where: { of: 'inquiry' } }] };
    const given = (at: string, until: string, of: 'inquiry' | 'preliminary-assessment' = 'inquiry') =>
      entry(at, by, { of, gravity: 'heinous', until });
    const due = (...diary: DiaryFact[]) => storedObligationsOf([started, ...diary], [limitless], { stateCode: 'WB', record: 'found' })[0]!;
    expect(due()).toMatchObject({ extendedTo: null, dueAt: endOf('2027-02-28') });
    expect(due(given('2026-12-05 10:00', '2027-03-31'), given('2027-01-05 10:00', '2027-03-15')).dueAt).toBe(endOf('2027-03-31'));
    expect(due(given('2026-12-05 10:00', '2027-01-31'))).toMatchObject({ extendedTo: '2027-01-31', dueAt: endOf('2027-02-28') });
    expect(due(given('2026-12-05 10:00', '2027-03-31', 'preliminary-assessment')).extendedTo).toBeNull();
    expect(due(given('2026-12-05 10:00', 'soon')).extendedTo).toBeNull();
  });

  test.each([
    ['counted back from the day named', '2026-11-30', '2026-11-15'],
    ['over the end of February', '2027-03-10', '2027-02-23'],
    ['over a leap day', '2028-03-10', '2028-02-24'],
    ['fewer days left than asked: the day of the start', '2026-11-10', '2026-10-31'],
    ['no day named: the day of the start', '', '2026-10-31'],
  ])('days before: %s', (_, plannedFor, last) => {
    const release = entry('2026-10-31 10:00', 'care.releaseFixed', { plannedFor });
    const rule: Rule = { ...inquiry, startedBy: [{ happening: 'care.releaseFixed' }], due: { daysBefore: 15, basis: 'source' } };
    expect(storedObligationsOf([release], [rule], { stateCode: 'WB', record: 'found' })[0]!.dueAt).toBe(endOf(last));
  });

  test('a State may tell others, from its day on', () => {
    expect(stored([produced('2026-11-02 10:00')], 'DL')).toMatchObject({ escalatesTo: ['district-magistrate'] });
    expect(stored([started], 'DL').escalatesTo).toEqual(inquiry.escalation.map(({ to }) => to));
  });
});
