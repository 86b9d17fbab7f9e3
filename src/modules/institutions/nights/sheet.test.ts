// The month's sheet, night by night: each expectation counted by hand.
import { describe, expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import { type Day, type Instant, instantAt } from '../../../kernel/time.ts';
import { type AwaySpan, type Span, daysOfMonth, sheetOf } from './sheet.ts';

const at = (moment: string): Instant => instantAt(moment.slice(0, 10) as Day, moment.slice(11));
const asha = 'asha' as RecordId;
const stay = (from: string, until: string | null = null): Span => ({
  recordId: asha,
  admissionNumber: '1',
  admittedAt: at(from),
  leftAt: until === null ? null : at(until),
});
const gone = (kind: AwaySpan['kind'], from: string, back: string | null): AwaySpan => ({
  recordId: asha,
  kind,
  fromAt: at(from),
  backAt: back === null ? null : at(back),
});
const letters = (spans: Span[], away: AwaySpan[], now: string) =>
  sheetOf('2026-11', spans, away, at(now)).rows.map(
    ({ marks, nights }) => `${marks.map((mark) => (mark === '' ? '.' : mark[0])).join('')} ${nights}`,
  );

test.each([
  ['2026-11', 30],
  ['2028-02', 29],
  ['2026-12', 31],
])('%s has %i days', (month, count) => {
  expect(daysOfMonth(month)).toHaveLength(count);
});

describe('a night counts at nine in the evening', () => {
  test.each([
    [
      'from the evening of the admission to the night before the discharge',
      [stay('2026-11-03 20:59', '2026-11-06 10:00')],
      [],
      '2026-12-01 00:00',
      `..ppp${'.'.repeat(25)} 3`,
    ],
    [
      'admitted after nine: from the next night',
      [stay('2026-11-03 21:01', '2026-11-05 10:00')],
      [],
      '2026-12-01 00:00',
      `...p${'.'.repeat(26)} 1`,
    ],
    ['nights that are not over are empty', [stay('2026-10-01 10:00')], [], '2026-11-03 20:59', `pp${'.'.repeat(28)} 2`],
    [
      'leave, hospital and gone without leave, each by its letter',
      [stay('2026-10-01 10:00')],
      [
        gone('leave', '2026-11-01 10:00', '2026-11-03 18:00'),
        gone('hospital', '2026-11-04 22:00', '2026-11-06 21:00'),
        gone('missing', '2026-11-07 19:00', null),
      ],
      '2026-11-09 00:00',
      `llpphpmm${'.'.repeat(22)} 3`,
    ],
    [
      'away and back the same day is here',
      [stay('2026-10-01 10:00')],
      [gone('leave', '2026-11-01 08:00', '2026-11-01 20:00')],
      '2026-11-02 00:00',
      `p${'.'.repeat(29)} 1`,
    ],
  ] as const)('%s', (_, spans, away, now, expected) => {
    expect(letters([...spans], [...away], now)).toEqual([expected]);
  });
});

test('a child who left and came again has a line for each stay, and counts once a night', () => {
  const sheet = sheetOf('2026-11', [stay('2026-11-01 10:00', '2026-11-02 10:00'), stay('2026-11-02 12:00')], [], at('2026-11-03 22:00'));
  expect(sheet.totals.slice(0, 4)).toEqual([1, 1, 1, 0]);
});
