// What the family's page says once nobody searches any longer: a child found is good news and is said; what only a person should say is left to the officer.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { MissingReport } from './missing-report.ts';

export type FamilyNews = 'restored' | 'found' | 'closed';

type Heard = { found: boolean; restored: boolean; hushed: boolean };
const nothingYet: Heard = { found: false, restored: false, hushed: false };

function hear(heard: Heard, entry: DiaryFact): Heard {
  switch (entry.happening) {
    case 'missing.traced':
      return { ...heard, found: true, hushed: heard.hushed || !entry.facts.alive };
    case 'identity.confirmed':
      return { ...heard, found: true };
    case 'found.restored':
      return { ...heard, restored: true };
    case 'missing.falseReport':
      return { ...heard, hushed: true };
    case 'missing.closed': {
      const { outcome } = entry.facts;
      return {
        found: heard.found || outcome === 'restored' || outcome === 'in-care',
        restored: heard.restored || outcome === 'restored',
        hushed:
          heard.hushed || outcome === 'deceased' || outcome === 'false-report' || outcome === 'duplicate' || outcome === 'entered-in-error',
      };
    }
    case 'missing.reopened':
      return nothingYet;
    default:
      return heard;
  }
}

/** A death and a false report are never told by a page; to one the child is kept from, not even that the child was found. */
export function familyNews(
  diary: readonly DiaryFact[],
  report: Pick<MissingReport, 'contactBarred' | 'askerBarred'> | undefined,
): FamilyNews {
  const heard = diary.reduce(hear, nothingYet);
  if (!report || report.contactBarred || report.askerBarred || heard.hushed || !heard.found) return 'closed';
  return heard.restored ? 'restored' : 'found';
}
