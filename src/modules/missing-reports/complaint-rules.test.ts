// A complaint against clock and calendar: what is refused, and at which field.
import { expect, test } from 'vitest';
import { type Day, instantAt } from '../../kernel/time.ts';
import { checkComplaint, isAdult, lastSeenAt, suggestsTrafficking } from './complaint-rules.ts';

const now = instantAt('2026-11-12' as Day, '16:00');
const fine = {
  receivedOn: '2026-11-12' as Day,
  receivedAt: '15:00',
  lastSeenOn: '2026-11-12' as Day,
  lastSeenAt: '11:00',
  lastSeenOnUnknown: false,
  paper: 'fir',
  paperOn: '2026-11-12' as Day,
  paperAt: '15:30',
};
type Draft = typeof fine & { delayReason?: string };

const table: [string, Partial<Draft>, string | null][] = [
  ['all in order', {}, null],
  ['received tomorrow', { receivedOn: '2026-11-13' as Day }, 'receivedOn'],
  ['received later today', { receivedAt: '16:01' }, 'receivedAt'],
  ['seen on a day after the report', { lastSeenOn: '2026-11-13' as Day }, 'lastSeenOn'],
  ['seen after the report was made', { lastSeenAt: '15:01' }, 'lastSeenAt'],
  ['day of last seeing known, hour not', { lastSeenAt: undefined }, null],
  ['nobody knows when', { lastSeenOnUnknown: true, lastSeenOn: '2026-11-13' as Day }, null],
  ['paper in the future', { paperAt: '16:01' }, 'paperAt'],
  ['paper dated tomorrow', { paperOn: '2026-11-13' as Day }, 'paperOn'],
  ['paper before the report', { paperAt: '14:59' }, 'paperAt'],
  ['paper the day before', { paperOn: '2026-11-11' as Day }, 'paperOn'],
  ['no paper yet', { paper: 'to-be-registered', paperOn: undefined, paperAt: undefined }, null],
  ['paper a day late without a reason', { receivedOn: '2026-11-11' as Day, lastSeenOn: '2026-11-11' as Day }, 'delayReason'],
  [
    'paper a day late with one',
    { receivedOn: '2026-11-11' as Day, lastSeenOn: '2026-11-11' as Day, delayReason: 'Station flooded.' },
    null,
  ],
];

test.each(table)('%s', (_name, change, field) => {
  expect(checkComplaint({ ...fine, ...change } as Draft, now).map((refusal) => refusal.field)).toEqual(field === null ? [] : [field]);
});

test.each([
  [{ ageFrom: 17 }, 'ageFrom', false],
  [{ ageFrom: 18 }, 'ageFrom', true],
  [{ ageTo: 18 }, 'ageTo', true],
  [{ ageFrom: 16, ageTo: 18 }, 'ageTo', false],
  [{ birthDate: '2008-11-13' as Day }, 'birthDate', false],
  [{ birthDate: '2008-11-12' as Day }, 'birthDate', true],
] as const)('%o by %s: adult %s', (child, field, adult) => {
  expect(isAdult(child, field, '2026-11-12' as Day)).toBe(adult);
});

test('last seen at noon when only the day is known, but never after the report', () => {
  const received = instantAt('2026-11-12' as Day, '09:00');
  expect(lastSeenAt({ lastSeenOn: '2026-11-11' as Day, lastSeenOnUnknown: false }, received)).toBe(instantAt('2026-11-11' as Day, '12:00'));
  expect(lastSeenAt({ lastSeenOn: '2026-11-12' as Day, lastSeenOnUnknown: false }, received)).toBe(received);
  expect(lastSeenAt({ lastSeenOn: '2026-11-01' as Day, lastSeenOnUnknown: true }, received)).toBe(received);
});

test.each([
  ['trafficking-suspected', [], true],
  ['lost', ['BNS 143(4)'], true],
  ['lost', ['IPC 370A'], true],
  ['lost', ['BNS 137(2)'], false],
  ['lost', ['BNS 1430'], false],
] as const)('%s with %o suggests trafficking: %s', (circumstance, sections, expected) => {
  expect(suggestsTrafficking(circumstance, sections)).toBe(expected);
});
