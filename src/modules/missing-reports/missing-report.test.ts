// The status of a missing report after each thing that can happen to it, and after what follows it.
import { expect, test } from 'vitest';
import type { DiaryFact, Happening, HappeningFacts } from '../../kernel/happenings.ts';
import { instantAt } from '../../kernel/time.ts';
import type { Day } from '../../kernel/time.ts';
import { missingStatuses } from '../children/index.ts';
import { type MissingStatus, isStillMissing, missingStatus } from './missing-report.ts';

let minute = 0;

function entry<H extends Happening>(happening: H, facts: HappeningFacts[H]): DiaryFact {
  minute++;
  const at = instantAt('2026-11-12' as Day, `10:${String(minute % 60).padStart(2, '0')}`);
  return { entryId: `e${minute}`, happening, facts, happenedAt: at, recordedAt: at, byOffice: null, corrects: null } as DiaryFact;
}

const reported = entry('missing.reported', { source: 'walk-in' });
const fir = entry('missing.firRegistered', { paper: 'fir', trafficking: false });
const zeroFir = entry('missing.firRegistered', { paper: 'zero-fir', trafficking: false });
const generalDiary = entry('missing.firRegistered', { paper: 'general-diary', trafficking: false });
const risk = entry('missing.riskAssessed', { level: 'high' });
const transferred = entry('missing.transferredToAntiTrafficking', { toOffice: 'unit' });
const traced = entry('missing.traced', { how: 'by-police', alive: true });
const tracedDead = entry('missing.traced', { how: 'by-police', alive: false });
const confirmed = entry('identity.confirmed', { candidate: 'c1' });
const reversed = entry('match.judgementReversed', { candidate: 'c1' });
const otherReversed = entry('match.judgementReversed', { candidate: 'c2' });
const produced = entry('found.produced', { sitting: 'committee' });
const placed = entry('found.placed', { with: 'children-home' });
const restored = entry('found.restored', { to: 'parents' });
const closed = entry('missing.closed', { outcome: 'restored' });
const closedDuplicate = entry('missing.closed', { outcome: 'duplicate' });
const closedFalse = entry('missing.closed', { outcome: 'false-report' });
const falseReport = entry('missing.falseReport', {});
const reopened = entry('missing.reopened', {});

const table: [string, MissingStatus, DiaryFact[]][] = [
  ['nothing but the report', 'reported', [reported]],
  ['an empty diary', 'reported', []],
  ['FIR', 'fir-registered', [reported, fir]],
  ['Zero FIR', 'fir-registered', [reported, zeroFir]],
  ['a general diary entry is no FIR', 'reported', [reported, generalDiary]],
  ['general diary, then FIR', 'fir-registered', [reported, generalDiary, fir]],
  ['FIR, then a stray general diary entry', 'fir-registered', [reported, fir, generalDiary]],
  ['risk assessed', 'under-investigation', [reported, fir, risk]],
  ['risk assessed before the FIR', 'reported', [reported, risk]],
  ['risk assessed, FIR afterwards', 'under-investigation', [reported, risk, fir]],
  ['handed to the unit', 'with-anti-trafficking', [reported, fir, risk, transferred]],
  ['risk assessed by the unit', 'with-anti-trafficking', [reported, fir, transferred, risk]],
  ['traced', 'traced', [reported, fir, risk, traced]],
  ['traced by the unit', 'traced', [reported, fir, transferred, traced]],
  ['traced dead is traced', 'traced', [reported, fir, tracedDead]],
  ['identity confirmed is traced', 'traced', [reported, fir, confirmed]],
  ['a late FIR does not undo the trace', 'traced', [reported, traced, fir]],
  ['confirmation undone', 'fir-registered', [reported, fir, confirmed, reversed]],
  ['another candidate undone', 'traced', [reported, fir, confirmed, otherReversed]],
  ['produced', 'produced', [reported, fir, traced, produced]],
  ['produced before it was known who it is', 'reported', [reported, produced]],
  ['traced again after production', 'produced', [reported, fir, confirmed, produced, traced]],
  ['placed', 'in-care', [reported, fir, traced, produced, placed]],
  ['restored', 'restored', [reported, fir, traced, produced, placed, restored]],
  ['closed', 'closed', [reported, fir, traced, restored, closed]],
  ['duplicate', 'closed', [reported, closedDuplicate]],
  ['false report', 'false-report', [reported, falseReport]],
  ['closed as false', 'false-report', [reported, closedFalse]],
  ['false report, then closed', 'false-report', [reported, falseReport, closedFalse]],
  ['reopened', 'under-investigation', [reported, fir, risk, traced, restored, closed, reopened]],
  ['missing again from the unit', 'with-anti-trafficking', [reported, fir, transferred, traced, reopened]],
  ['reopened and traced again', 'traced', [reported, fir, traced, closed, reopened, traced]],
];

test.each(table)('%s: %s', (_name, status, diary) => {
  expect(missingStatus(diary).status).toBe(status);
});

test('every status is reached by the table', () => {
  expect(new Set(table.map(([, status]) => status))).toEqual(new Set(missingStatuses));
});

test('closed when it was recorded, and no longer once reopened', () => {
  expect(missingStatus([reported, traced]).closedAt).toBeNull();
  expect(missingStatus([reported, closed]).closedAt).toBe(closed.recordedAt);
  expect(missingStatus([reported, falseReport]).closedAt).toBe(falseReport.recordedAt);
  expect(missingStatus([reported, closed, reopened]).closedAt).toBeNull();
});

test('the public may see a child only while nobody knows where the child is', () => {
  expect(missingStatuses.filter(isStillMissing)).toEqual(['reported', 'fir-registered', 'under-investigation', 'with-anti-trafficking']);
});
