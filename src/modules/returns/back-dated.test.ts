// What another system told: said when it was written down there, so that a line that was down makes no office late; what it found frozen, it found here.
import { expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import { type Day, type Instant, addDays, instantAt } from '../../kernel/time.ts';
import { lateEntries } from '../timeliness/late-entry.ts';
import { uploadPolicy } from '../../law/index.ts';
import { type Seal, backDatedAmong } from './back-dated.ts';

const on = '2026-11-10' as Day;
const after = (days: number): Instant => instantAt(addDays(on, days), '10:00');

function fir(enteredAfter: number | null, recordedAfter: number): DiaryFact {
  const enteredAt = enteredAfter === null ? null : after(enteredAfter);
  const facts = { paper: 'fir', trafficking: false } as const;
  return {
    entryId: 'one',
    happening: 'missing.firRegistered',
    facts,
    happenedAt: after(0),
    enteredAt,
    recordedAt: after(recordedAfter),
    byOffice: 'station',
    corrects: null,
  };
}
const station = { officeId: 'station', officeKind: 'police-station', stateCode: 'WB' };
const sealed: Seal[] = [{ officeId: 'station', period: '2026-11', sealedAt: after(25) }];

test.each([
  ['entered here late', fir(null, 9), { days: 9, late: 1, seals: 0 }],
  ['entered there at once and here late', fir(0, 9), { days: null, late: 0, seals: 0 }],
  ['entered there late', fir(8, 9), { days: 8, late: 1, seals: 0 }],
  ['entered there at once, here after the month was certified', fir(0, 30), { days: 0, late: 0, seals: 1 }],
])('%s', (_, entry, { days, late, seals }) => {
  const [found] = backDatedAmong([entry], sealed);
  expect([found?.days ?? null, found?.seals.length ?? 0]).toEqual([days, seals]);
  expect(lateEntries(uploadPolicy, [entry], station)).toHaveLength(late);
});
