// A found child's status as a fold over its diary (domain §3.10).
import { expect, test } from 'vitest';
import type { DiaryFact, Happening, HappeningFacts } from '../../kernel/happenings.ts';
import type { Instant } from '../../kernel/time.ts';
import { confirmedCandidates, foundStatus, intakePlace } from './found-child.ts';

const at = '2026-11-24T06:30:00.000Z' as Instant;
function entry<H extends Happening>(happening: H, facts: HappeningFacts[H]): DiaryFact {
  return { entryId: happening, happening, facts, happenedAt: at, recordedAt: at, byOffice: null, corrects: null } as unknown as DiaryFact;
}

const registered = entry('found.registered', { place: 'cci' });
const same = entry('match.judged', { candidate: 'a', verdict: 'same' });
const reversed = entry('match.judgementReversed', { candidate: 'a' });
const confirmed = entry('identity.confirmed', { candidate: 'a' });
const refused = entry('identity.refused', { candidate: 'a' });
const refusedOther = entry('identity.refused', { candidate: 'b' });
const restored = entry('found.restored', { to: 'parents' });
const inCare = entry('found.closed', { outcome: 'in-care' });
const transferred = entry('found.closed', { outcome: 'transferred' });

test.each<[string, DiaryFact[], string, boolean]>([
  ['registered', [registered], 'unidentified', false],
  ['judged the same child', [registered, same], 'match-proposed', false],
  ['a judgement taken back', [registered, same, reversed], 'unidentified', false],
  ['refused by the Committee', [registered, same, refused], 'unidentified', false],
  ['confirmed by the Committee', [registered, same, confirmed], 'identity-confirmed', false],
  ['confirmed for one family, refused for another', [registered, same, confirmed, refusedOther], 'identity-confirmed', false],
  ['restored', [registered, same, confirmed, restored], 'restored', true],
  ['left in care', [registered, inCare], 'in-care', true],
  ['restored out of care', [registered, inCare, confirmed, restored], 'restored', true],
  ['handed over', [registered, transferred], 'closed', true],
])('%s', (_, diary, status, closed) => {
  const { status: now, closedAt } = foundStatus(diary);
  expect([now, closedAt !== null]).toEqual([status, closed]);
});

test('a confirmation later refused no longer stands', () => {
  expect(confirmedCandidates([confirmed, refusedOther])).toEqual(['a']);
  expect(confirmedCandidates([confirmed, refused])).toEqual([]);
});

test.each([
  ['children-home', 'cci'],
  ['railway-post', 'railway'],
  ['police-station', 'police'],
  ['anti-trafficking-unit', 'police'],
])('an intake at a %s counts as %s', (kind, place) => {
  expect(intakePlace(kind)).toBe(place);
});
