// How a key stands: in force from its beginning to before its end, never unconfirmed, never again once revoked.
import { expect, test } from 'vitest';
import { type Instant, addMinutes } from '../../../kernel/time.ts';
import { type KeyDates, standingOf } from './node.ts';

const noon = '2026-11-24T06:30:00.000Z' as Instant;
const key: KeyDates = { validFrom: noon, validUntil: addMinutes(noon, 60), confirmedAt: noon, revokedAt: null };

test.each([
  ['before its beginning', 'not-yet', key, -1],
  ['at its beginning', 'in-force', key, 0],
  ['a minute before its end', 'in-force', key, 59],
  ['at its end', 'past', key, 60],
  ['without an end', 'in-force', { ...key, validUntil: null }, 600_000],
  ['confirmed by nobody', 'unconfirmed', { ...key, confirmedAt: null }, 1],
  ['revoked', 'revoked', { ...key, revokedAt: noon }, 1],
  ['revoked before anybody confirmed it', 'revoked', { ...key, confirmedAt: null, revokedAt: noon }, 1],
] as const)('%s: %s', (_what, standing, dates, minutes) => {
  expect(standingOf(dates, addMinutes(noon, minutes))).toBe(standing);
});
