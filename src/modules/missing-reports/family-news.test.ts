// Whom the status page tells that the child was found, and to whom it says nothing.
import { expect, test } from 'vitest';
import type { DiaryFact, Happening, HappeningFacts } from '../../kernel/happenings.ts';
import { type Day, instantAt } from '../../kernel/time.ts';
import { type FamilyNews, familyNews } from './family-news.ts';

const at = instantAt('2026-11-12' as Day, '10:00');

function entry<H extends Happening>(happening: H, facts: HappeningFacts[H]): DiaryFact {
  return { entryId: happening, happening, facts, happenedAt: at, recordedAt: at, byOffice: null, corrects: null } as DiaryFact;
}

const traced = entry('missing.traced', { how: 'by-police', alive: true });
const tracedDead = entry('missing.traced', { how: 'by-police', alive: false });
const confirmed = entry('identity.confirmed', { candidate: 'c1' });
const restored = entry('found.restored', { to: 'parents' });
const reopened = entry('missing.reopened', {});
const closed = (outcome: HappeningFacts['missing.closed']['outcome']) => entry('missing.closed', { outcome });

const table: [string, FamilyNews, DiaryFact[]][] = [
  ['traced', 'found', [traced]],
  ['identity confirmed', 'found', [confirmed]],
  ['restored by the Committee', 'restored', [confirmed, restored]],
  ['closed as restored', 'restored', [traced, closed('restored')]],
  ['closed in care', 'found', [traced, closed('in-care')]],
  ['found dead', 'closed', [tracedDead]],
  ['died after being traced', 'closed', [traced, closed('deceased')]],
  ['traced, then a false report', 'closed', [traced, closed('false-report')]],
  ['a duplicate', 'closed', [closed('duplicate')]],
  ['reopened after a false report, then traced', 'found', [entry('missing.falseReport', {}), reopened, traced]],
  ['restored, missing again, traced', 'found', [traced, restored, reopened, traced]],
];

test.each(table)('%s: %s', (_name, news, diary) => {
  expect(familyNews(diary, { contactBarred: false, askerBarred: false })).toBe(news);
});

test('one the child is kept from is told nothing, whatever happened; nor is anyone where that is not known', () => {
  for (const [, , diary] of table) {
    expect(familyNews(diary, { contactBarred: true, askerBarred: false })).toBe('closed');
    expect(familyNews(diary, { contactBarred: false, askerBarred: true })).toBe('closed');
    expect(familyNews(diary, undefined)).toBe('closed');
  }
});
