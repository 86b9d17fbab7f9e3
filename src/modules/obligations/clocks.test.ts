// The cases that break clocks: midnight in India, journeys, twins of one minute, orders that hold a duty up.
import { describe, expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import { endOf, entry, fir, found, indian, journey, produced, reported } from '../../law/examples/write.ts';
import { law, type Rule, ruleById } from '../../law/index.ts';
import { obligationsOf, storedObligationsOf } from './index.ts';

const WB = { stateCode: 'WB' };

function only(ruleId: string, diary: DiaryFact[], now: string, place: { stateCode: string } = WB) {
  return obligationsOf(diary, [ruleById(ruleId)!], indian(now), place);
}

describe('clocks', () => {
  test('the moment it happened counts, not the moment it was recorded', () => {
    const late = { ...produced('2026-11-14 11:00'), recordedAt: indian('2026-11-20 11:00') };
    expect(only('F03', [found('2026-11-13 14:20'), late], '2026-11-21 09:00')).toMatchObject([{ state: 'met' }]);
  });

  test.each([
    ['23:59 in India is still that day', '2026-07-13 23:59', '2026-11-13'],
    ['00:00 in India is the next day, though it is the day before in UTC', '2026-07-14 00:00', '2026-11-14'],
  ])('%s', (_, registeredAt, lastDay) => {
    expect(only('M11', [fir(registeredAt)], '2026-07-14 09:00')).toMatchObject([{ dueAt: endOf(lastDay) }]);
  });

  test('a journey told twice counts once, overlapping ones together, and none excuses more than there was', () => {
    const due = (...journeys: Parameters<typeof journey>[]) =>
      only('F03', [found('2026-11-13 14:20'), ...journeys.map((one) => journey(...one))], '2026-11-14 09:00')[0]!.journeyMinutes;
    expect(due(['2026-11-13 18:00', 120], ['2026-11-13 18:00', 120])).toBe(120);
    expect(due(['2026-11-13 18:00', 120], ['2026-11-13 19:00', 120])).toBe(180);
    expect(due(['2026-11-13 18:00', 14_400], ['2026-11-13 18:00', 14_400])).toBe(220);
  });

  test('journeys before production add up, and excuse nothing where the law does not say so', () => {
    const diary = [found('2026-11-13 14:20'), journey('2026-11-13 18:00', 45), journey('2026-11-14 08:00', 75)];
    expect(only('F03', diary, '2026-11-14 09:00')).toMatchObject([{ dueAt: indian('2026-11-14 16:20'), journeyMinutes: 120 }]);
    const told = entry('2026-11-13 16:00', 'found.informationGiven', { to: 'cwc' });
    expect(only('F02', [...diary, told], '2026-11-14 09:00')).toMatchObject([{ dueAt: indian('2026-11-14 16:00'), journeyMinutes: 0 }]);
  });

  test('an entry of the same moment counts, whatever its id', () => {
    const judged = { ...entry('2026-11-13 14:20', 'match.judged', { candidate: 'F', verdict: 'same' }), entryId: 'z' };
    const asked = { ...entry('2026-11-13 14:20', 'identity.productionAsked', { candidate: 'F' }), entryId: 'a' };
    expect(obligationsOf([judged, asked], [ruleById('P03')!], judged.happenedAt, { stateCode: 'WB', record: 'missing' })).toMatchObject([
      { state: 'met', metEntryId: 'a' },
    ]);
  });

  test('an entry that also starts the rule ends it only from later in the diary: of twins of one minute one clock runs on', () => {
    const ends = (rule: Rule) => [...rule.metBy, ...rule.cancelledBy];
    const chained = law.flatMap((rule) => {
      const both = rule.startedBy.find((start) => ends(rule).some((end) => end.happening === start.happening && !end.where) ||
        ends(rule).some((end) => JSON.stringify(end) === JSON.stringify(start)));
      return both ? [{ rule, both }] : [];
    }); // prettier-ignore
    expect(chained.map(({ rule }) => rule.id).toSorted()).toEqual(['C16', 'F10.3', 'I02', 'I04', 'I13', 'I14', 'I15', 'M13']);
    for (const { rule, both } of chained) {
      const facts = Object.fromEntries(Object.entries(both.where ?? {}).map(([name, wanted]) => [name, [wanted].flat()[0]]));
      const twin = { ...entry('2026-11-13 14:20', both.happening, facts as never), recordedAt: indian('2026-11-13 14:25') };
      const twins = ['b', 'a'].map((entryId) => ({ ...twin, entryId })) as DiaryFact[];
      const stored = storedObligationsOf(twins, [rule], { ...WB, record: rule.record });
      expect(
        stored.map(({ triggerEntryId, endedByEntryId }) => [triggerEntryId, endedByEntryId]),
        rule.id,
      ).toEqual([
        ['a', 'b'],
        ['b', null],
      ]);
    }
  });

  test('escalation climbs while the duty is late and stops when it ends', () => {
    const start = reported('2026-11-13 14:20');
    const step = (now: string, ...more: DiaryFact[]) => only('M01', [start, ...more], now)[0]!.escalationStep;
    expect([step('2026-11-13 15:20'), step('2026-11-13 15:21'), step('2026-11-14 15:21'), step('2026-11-16 15:21')]).toEqual([0, 1, 2, 3]);
    expect(step('2026-12-24 09:00', fir('2026-11-14 16:00'))).toBe(2);
  });
});

describe('an order that holds a duty up', () => {
  const suspended = (at: string, rule = 'M10') => entry(at, 'obligation.suspended', { rule, orderNumber: 'W.P. 12' });
  const resumed = (at: string) => entry(at, 'obligation.resumed', { rule: 'M10', orderNumber: 'W.P. 13' });
  const registered = fir('2026-11-01 10:00');

  test('stops the clock, and nobody above is told meanwhile', () => {
    const [duty] = only('M10', [registered, suspended('2026-11-03 10:00')], '2027-01-01 09:00');
    expect(duty).toMatchObject({ state: 'suspended', suspendedAt: indian('2026-11-03 10:00'), escalationStep: 0 });
  });

  test('days held up are added, and the last day ends with the day', () => {
    const diary = [registered, suspended('2026-11-03 10:00'), resumed('2026-11-05 12:00')];
    expect(only('M10', diary, '2026-11-09 09:00')).toMatchObject([
      { suspendedMinutes: 50 * 60, dueAt: endOf('2026-11-11'), state: 'running' },
    ]);
  });

  test('two orders at once hold it up once, another duty’s order not at all', () => {
    const diary = [
      registered,
      suspended('2026-11-03 10:00'),
      suspended('2026-11-04 10:00'),
      suspended('2026-11-02 10:00', 'M07'),
      resumed('2026-11-05 10:00'),
    ];
    expect(only('M10', diary, '2026-11-09 09:00')).toMatchObject([{ suspendedMinutes: 48 * 60, suspendedAt: null }]);
  });
});
