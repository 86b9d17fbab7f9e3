// The law's own worked examples, and the cases that break clocks: midnight in India, corrections, journeys, second starts, States.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordKind } from '../../kernel/reference.ts';
import { addHours, dayOf, type Day, instantAt } from '../../kernel/time.ts';
import { endOf, entry, falseReport, fir, found, indian, journey, produced, reopened, reported, traced } from '../../law/examples/write.ts';
import { law, type Rule, ruleById, runningLaw } from '../../law/index.ts';
import { obligationAt, obligationsOf, storedObligationsOf } from './index.ts';
import type { Place } from './obligation.ts';

const WB = { stateCode: 'WB' };

function only(ruleId: string, diary: DiaryFact[], now: string, place: { stateCode: string } = WB) {
  return obligationsOf(diary, [ruleById(ruleId)!], indian(now), place);
}

describe.each(law)('$id', (rule) => {
  test.each(rule.examples)('$name', (example) => {
    const place = { stateCode: example.stateCode, record: rule.record, journalOf: rule.journalOf ?? rule.actor };
    const states = obligationsOf(example.diary, [rule], example.now, place).map(({ state, dueAt }) => ({ state, dueAt }));
    expect(states).toEqual([...(example.expected ? [example.expected] : []), ...(example.next ?? [])]);
  });
});

/** All that closes a record, whatever its outcome. */
const closings = {
  missing: [
    ...(['restored', 'in-care', 'deceased', 'false-report', 'duplicate'] as const).map(
      (outcome) => ['missing.closed', { outcome }] as const,
    ),
    ['missing.falseReport', {}] as const,
  ],
  found: [
    ...(['restored', 'in-care', 'transferred', 'not-a-child'] as const).map((outcome) => ['found.closed', { outcome }] as const),
    ['found.restored', { to: 'parents' }] as const,
  ],
  sighting: [],
} as const;

/** Duties of the examples still open at their `now`, and what became of each when the record was closed a minute later. */
function closedWhileOpen(rules: readonly Rule[]) {
  return rules.flatMap((rule) =>
    rule.examples.flatMap((example) =>
      (closings[rule.record as RecordKind] ?? []).map(([happening, facts]) => {
        const place = { stateCode: example.stateCode, record: rule.record, journalOf: rule.journalOf ?? rule.actor };
        const at = addHours(example.now, 1 / 60);
        const closing = { ...entry('2026-01-01 00:00', happening, facts), entryId: 'closing', happenedAt: at, recordedAt: at } as DiaryFact;
        const [before] = obligationsOf(example.diary, [rule], example.now, place);
        const [after] = obligationsOf([...example.diary, closing], [rule], addHours(at, 1), place);
        return { what: `${rule.id} ${example.name} ${happening}`, open: before?.ending === null, after };
      }),
    ),
  ).filter(({ open }) => open); // prettier-ignore
}

describe('a closed record', () => {
  test('has no duty left open, and each says that it was the closing', () => {
    const duties = closedWhileOpen(runningLaw);
    expect(new Set(duties.map(({ after }) => after!.ruleId)).size).toBeGreaterThan(15);
    for (const { what, after } of duties) expect(after, what).toMatchObject({ endedByEntryId: 'closing' });
  });

  test('would show a rule that forgot the closing', () => {
    const forgetful = { ...ruleById('M01')!, cancelledBy: [] };
    expect(closedWhileOpen([forgetful]).every(({ after }) => after?.ending === null)).toBe(true);
  });
});

describe('corrections', () => {
  const wrong = fir('2026-07-13 14:20');
  const right = entry('2026-07-15 09:00', 'missing.firRegistered', { paper: 'fir', trafficking: false }, wrong.entryId);

  test('a corrected start moves the due moment and is the entry that started the duty', () => {
    expect(only('M11', [wrong, right], '2026-11-14 09:00')).toMatchObject([
      { triggerEntryId: right.entryId, dueAt: endOf('2026-11-15'), state: 'nearly-late' },
    ]);
  });

  test('a correction that says something else takes the start away', () => {
    const diaryEntry = entry('2026-07-13 14:20', 'missing.firRegistered', { paper: 'general-diary', trafficking: false }, wrong.entryId);
    expect(only('M11', [wrong, diaryEntry], '2026-11-14 09:00')).toEqual([]);
  });

  test('of two corrections of one entry the later recorded stands', () => {
    const again = { ...right, entryId: 'again', happenedAt: indian('2026-07-20 09:00'), recordedAt: addHours(right.recordedAt, 1) };
    expect(only('M11', [again, wrong, right], '2026-11-14 09:00')).toMatchObject([{ triggerEntryId: 'again', dueAt: endOf('2026-11-20') }]);
  });

  test('a correction of a correction stands', () => {
    const back = { ...wrong, entryId: 'back', corrects: right.entryId };
    expect(only('M11', [back, right, wrong], '2026-11-14 09:00')).toMatchObject([{ triggerEntryId: 'back', dueAt: endOf('2026-11-13') }]);
  });
});

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

describe('an office’s journal', () => {
  const quarter = entry('2026-10-01 00:00', 'office.periodEnded', { length: 'quarter', period: '2026-Q3' });
  const halfYear = entry('2026-10-01 00:01', 'office.periodEnded', { length: 'half-year', period: '2026-H1' });
  const month = entry('2026-10-01 00:02', 'office.periodEnded', { length: 'month', period: '2026-09' });
  const asked = (journalOf: Place['journalOf']) =>
    storedObligationsOf([quarter, halfYear, month], law, { ...WB, record: 'office', journalOf })
      .map(({ ruleId }) => ruleId)
      .toSorted();

  test('asks only what is read from the journal of that office, though a period ends for all', () => {
    expect(asked('cwc')).toEqual(['C07', 'C08', 'C09', 'C10', 'C13', 'C14']);
    expect(asked('jjb')).toEqual(['J06', 'J07', 'J08', 'J08.2', 'J10']);
    expect(asked('children-home')).toEqual(['I03', 'I07']);
    expect(asked('station-in-charge')).toEqual([]);
  });

  test('is not read without saying whose it is', () => {
    expect(() => storedObligationsOf([quarter], law, { ...WB, record: 'office' })).toThrow('whose journal');
  });
});

describe('whose and whether', () => {
  test('after the transfer the anti-trafficking unit has the duty; what ended before stays with whoever ended it', () => {
    const transfer = entry('2026-11-14 10:00', 'missing.transferredToAntiTrafficking', { toOffice: 'unit' });
    const start = fir('2026-11-13 14:20');
    const sent = entry('2026-11-13 18:00', 'missing.sentToAgencies', { photograph: true });
    expect(only('M07', [start, transfer], '2026-11-14 12:00')).toMatchObject([{ actor: 'anti-trafficking-unit' }]);
    expect(only('M07', [start, sent, transfer], '2026-11-14 12:00')).toMatchObject([{ actor: 'investigating-officer', state: 'met' }]);
  });

  test('who took the child in produces it', () => {
    const diary = [found('2026-11-13 14:20'), entry('2026-11-13 15:00', 'found.registered', { place: 'cci' })];
    expect(only('F03', diary, '2026-11-13 16:00')).toMatchObject([{ actor: 'children-home' }]);
  });

  test('entries copied from the linked found child start no second duty on the missing report', () => {
    const ids = obligationsOf([reported('2026-11-13 14:20'), produced('2026-11-14 11:00')], law, indian('2026-11-15 09:00'), WB).map(
      (o) => o.ruleId,
    );
    expect(ids.filter((id) => id.startsWith('F'))).toEqual([]);
  });

  test('a waived duty is waived, its neighbour is not', () => {
    const diary = [fir('2026-11-13 14:20'), entry('2026-11-13 16:00', 'obligation.waived', { rule: 'M07', orderNumber: 'SP/12' })];
    expect(only('M07', diary, '2026-11-20 09:00')).toMatchObject([{ state: 'waived', metAt: null }]);
    expect(only('M09', diary, '2026-11-20 09:00')).toMatchObject([{ state: 'late' }]);
  });

  test('the second disappearance is not excused by the first production', () => {
    const diary = [traced('2026-09-01 10:00'), produced('2026-09-01 15:00'), reopened('2026-11-01 10:00'), traced('2026-11-13 14:20')];
    expect(only('M15', diary, '2026-11-15 09:00').map((o) => o.state)).toEqual(['met', 'late']);
  });

  test('a false report cancels what is open and leaves what is done', () => {
    const diary = [reported('2026-11-13 14:20'), fir('2026-11-13 14:40'), falseReport('2026-11-13 16:00')];
    const states = Object.fromEntries(obligationsOf(diary, law, indian('2026-11-20 09:00'), WB).map((o) => [o.ruleId, o.state]));
    expect(states).toMatchObject({ M01: 'met', M05: 'cancelled', M11: 'cancelled' });
  });
});

test('soonest due first', () => {
  const due = obligationsOf([reported('2026-11-13 14:20'), fir('2026-11-13 14:40')], law, indian('2026-11-13 15:00'), WB).map(
    (o) => o.dueAt,
  );
  expect(due.length).toBeGreaterThan(5);
  expect(due).toEqual(due.toSorted());
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

  test('the next working day after a Friday is Monday', () => {
    const told = entry('2026-11-13 18:00', 'found.informationGiven', { to: 'cwc' });
    expect(obligationsOf([told], [rule], told.happenedAt, { stateCode: 'DL' })).toMatchObject([{ dueAt: endOf('2026-11-16') }]);
  });
});

describe('properties', () => {
  const pool = law.flatMap((rule) => rule.examples.flatMap((example) => example.diary)).map((fact, at) => ({ ...fact, entryId: `e${at}` }));
  // Any entries of the examples, in any mixture; now and then one corrects the one before it.
  const diaries = fc
    .array(fc.record({ at: fc.nat(pool.length - 1), correcting: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 25 })
    .map((picks) => [...new Map(picks.map((pick) => [pick.at, pick])).values()])
    .map((picks) =>
      picks.map(({ at, correcting }, index): DiaryFact => {
        const corrected = correcting === 0 && index > 0 ? pool[picks[index - 1]!.at]! : null;
        return { ...pool[at]!, corrects: corrected?.entryId ?? null } as DiaryFact;
      }),
    );
  const shuffled = diaries.chain((diary) => fc.tuple(fc.constant(diary), fc.shuffledSubarray(diary, { minLength: diary.length })));

  test('neither the order of the rows nor a row read twice matters', () => {
    fc.assert(
      fc.property(shuffled, ([diary, other]) => {
        const once = storedObligationsOf(diary, law, { stateCode: 'WB', record: 'missing' });
        expect(storedObligationsOf([...other, other[0]!], law, { stateCode: 'WB', record: 'missing' })).toEqual(once);
      }),
    );
  });

  test('what was stored, read at a later moment, is what would be computed then', () => {
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 4000 }), ([diary], hours) => {
        const now = addHours(indian('2026-07-01 00:00'), hours);
        const place: Place = { ...WB, journalOf: 'cwc' };
        const stored = storedObligationsOf(diary, law, place);
        expect(stored.map((one) => obligationAt(one, now))).toEqual(obligationsOf(diary, law, now, place));
      }),
    );
  });

  test('a duty is named once: by its rule and the entry that started it', () => {
    fc.assert(
      fc.property(shuffled, ([diary]) => {
        const names = storedObligationsOf(diary, law, { stateCode: 'WB', record: 'missing' }).map((o) => `${o.ruleId} ${o.triggerEntryId}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('a period of months ends on the same date, or on the last of the month, at the end of the day in India', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (hours) => {
        const start = { ...fir('2026-01-01 00:00'), happenedAt: addHours(instantAt('2026-01-01' as Day), hours) };
        const { dueAt } = obligationsOf([start], [ruleById('M11')!], start.happenedAt, WB)[0]!;
        const [from, to] = [dayOf(start.happenedAt), dayOf(dueAt)].map((day) => day.split('-').map(Number) as [number, number, number]);
        expect((to![0] - from![0]) * 12 + to![1] - from![1]).toBe(4);
        expect(to![2]).toBeLessThanOrEqual(from![2]);
        expect(dayOf(addHours(dueAt, 1))).not.toBe(dayOf(dueAt));
      }),
    );
  });
});

test('a child’s obligations take at most a millisecond', () => {
  const diary = law
    .filter((rule) => rule.record === 'missing')
    .flatMap((rule) => rule.examples.flatMap((example) => example.diary))
    .slice(0, 40);
  const now = indian('2026-11-24 09:00');
  const best = Math.min(...Array.from({ length: 20 }, () => millisecondsOf(() => obligationsOf(diary, law, now, WB), 20))); // the machine may be busy
  expect(best).toBeLessThan(1);
});

function millisecondsOf(work: () => unknown, times: number): number {
  const before = performance.now();
  for (let run = 0; run < times; run++) work();
  return (performance.now() - before) / times;
}

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
