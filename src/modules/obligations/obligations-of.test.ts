// The law's own worked examples; what a closing, a correction, a transfer and a waiver make of a duty; whose it is.
import { describe, expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordKind } from '../../kernel/reference.ts';
import { addHours } from '../../kernel/time.ts';
import { endOf, entry, falseReport, fir, found, indian, produced, reopened, reported, traced } from '../../law/examples/write.ts';
import { law, type Rule, ruleById, runningLaw } from '../../law/index.ts';
import { obligationsOf, storedObligationsOf } from './index.ts';
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
    ...(['restored', 'in-care', 'deceased', 'false-report', 'duplicate', 'entered-in-error', 'before-the-portal'] as const).map(
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

/**
 * P13: of a closed report too, portal and police must come to say one thing; what ends it is that they do. C…: a record closed because the child stays in
 * care, or went home, leaves the Committee what it owes the child: to declare free, to look again at what it decided, to follow home; and whoever was to be told, the word that a child was gone.
 */
const outlivesClosing: readonly string[] = [
  'F08',
  'F08.2',
  'F09',
  'F10',
  'F10.2',
  'F10.3', // a sexual offence is reported, decided and followed wherever the child is
  'P13',
  'C05',
  'C06',
  'C15.3',
  'C16',
  'C17',
  'C18.2',
  'C20',
  'C20.2',
  'C20.6',
  'J05.2',
  'I01',
  'I02',
  'I04',
  'I06',
  'I13',
  'I13.3',
  'I14',
  'I15',
  'I15.3',
  'I10',
  'I10.2',
  'I06.2',
  'I06.3',
  'I06.4',
];

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
    const duties = closedWhileOpen(runningLaw.filter(({ id }) => !outlivesClosing.includes(id)));
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
