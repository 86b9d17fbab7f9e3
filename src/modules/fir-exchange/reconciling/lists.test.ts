// The rules of the five standing lists, case by case: what stands on which, for what reason.
import { expect, test } from 'vitest';
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import { type Instant, addHours, instantFrom } from '../../../kernel/time.ts';
import { inTwoPapers, sameChild, sameNumber } from './duplicates.ts';
import { hasOwnDuty } from './mismatch.ts';
import { withoutPaper } from './no-paper.ts';
import { withoutRecord } from './no-record.ts';
import { tracedInOne } from './traced-in-one.ts';

const now = instantFrom('2026-11-24T06:30:00Z');
const ago = (hours: number): Instant => addHours(now, -hours);
const paperKey = 'BR/BR-SAR/PS/fir/2026/7';
const record = 'a' as RecordId;
const placed = { recordId: record, paperKey, stationId: 's' as OfficeId, districtCode: '220' };
const reasons = (rows: readonly { reason: string }[]) => rows.map(({ reason }) => reason);

test.each([
  ['a message in quarantine, at once', ['quarantined', 'parked'], ['unreadable', 'no-fir'], 0, ['quarantined']],
  ['news without its FIR, an hour old', ['parked'], ['no-fir'], 1, ['fir-not-told']],
  ['a message that waits for one before it, an hour old', ['parked'], ['gap'], 1, ['message-missing']],
  ['what waits as it may', ['parked'], ['gap'], 0.9, []],
])('FIR without a record: %s', (_name, states, why, hours, expected) => {
  expect(reasons(withoutRecord({ ...placed, states, reasons: why, since: ago(hours) }, now))).toEqual(expected);
});

test.each([
  ['no FIR for a day', null, false, 24, 100, ['no-fir']],
  ['a diary entry alone', 'general-diary', false, 24, 100, ['no-fir']],
  ['no FIR in a State without a node', null, false, 24, null, ['no-fir']],
  ['typed, and not told for a day', 'fir', false, 24, 100, ['unconfirmed']],
  ['typed a day ago, the node opened since', 'fir', false, 30, 23, []],
  ['typed just now', 'fir', false, 23, 100, []],
  ['typed in a State without a node: nothing can confirm it', 'zero-fir', false, 100, null, []],
  ['told, without this child', 'fir', true, 24, 100, ['child-not-told']],
] as const)('record without an FIR: %s', (_name, paper, paperTold, opened, node, expected) => {
  const nodeSince = node === null ? null : ago(node);
  expect(reasons(withoutPaper({ ...placed, openedAt: ago(opened), paper, paperTold, nodeSince }, now))).toEqual(expected);
});

test.each([
  ['both looked for', true, null, null, false, []],
  ['both traced', false, 5, null, false, []],
  ['traced, say the police', true, 5, null, false, ['police-traced']],
  ['traced and closed, say the police', true, 5, 4, false, ['police-traced']],
  ['closed, say the police', true, null, 4, false, ['police-closed']],
  ['so they say still, the station does not', true, 5, null, true, ['denied']],
  ['traced here alone', false, null, null, false, ['portal-traced']],
])('traced in one: %s', (_name, missingHere, traced, closed, denied, expected) => {
  const at = (hours: number | null) => (hours === null ? null : ago(hours));
  const rows = tracedInOne({ ...placed, childNumber: 1, missingHere, saysTraced: at(traced), saysClosed: at(closed), denied }, now);
  expect(reasons(rows)).toEqual(expected);
});

const paper = (key: string, from: string | null = null) => ({ key, from });
test.each([
  ['two FIRs', [paper('A'), paper('B')], ['two-papers']],
  ['a Zero FIR and the FIR it became', [paper('A'), paper('B', 'A')], []],
  ['a Zero FIR become two', [paper('A'), paper('B', 'A'), paper('C', 'A')], ['two-papers']],
  ['a chain of three', [paper('A'), paper('B', 'A'), paper('C', 'B')], []],
])('one child in two papers: %s', (_name, papers, expected) => {
  expect(reasons(inTwoPapers({ ...placed, papers, since: now }))).toEqual(expected);
});

test('a pair is one row, whichever is read first', () => {
  const other = 'b' as RecordId;
  const [one] = sameChild({ ...placed, otherRecordId: other, since: now });
  const [turned] = sameChild({ ...placed, recordId: other, otherRecordId: record, since: now });
  expect(one!.subject).toBe(turned!.subject);
});

test.each([
  ['12', '012/2026', ['two-records']],
  ['12', 'FIR No. 12', ['two-records']],
  ['12', '12-A', []],
  ['12/2025', '12', []],
])('numbers %s and %s of one station and year', (number, otherNumber, expected) => {
  expect(reasons(sameNumber({ ...placed, otherRecordId: 'b' as RecordId, since: now, year: 2026, number, otherNumber }))).toEqual(expected);
});

test.each([
  ['differs', 'age', record, true],
  ['no second clock beside the FIR’s own', 'no-fir', record, false],
  ['nor beside what the police say became of a child', 'police-traced', record, false],
  ['no record, no diary', 'quarantined', null, false],
])('a duty of its own: %s', (_name, reason, recordId, owed) => {
  expect(hasOwnDuty({ reason, recordId })).toBe(owed);
});
