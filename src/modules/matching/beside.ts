// Pairs beside a pair, of which not both can be true unless two of the records are one child's: what of them an officer is told, and what never.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { peekRecords } from '../children/index.ts';
import { type TimelineEntry, effectiveEntries, readTimeline } from '../diary/index.ts';
import { type Candidate, isLikely } from './candidate.ts';
import { headersOf } from './contradictions/contradiction-store.ts';
import { committeeSaid } from './groups/grouping.ts';
import { type PairBeside, pairsBeside } from './store.ts';

/** The Committee confirmed the other pair; an officer judged it the same; it fits clearly better; or it fits too. */
const foremostFirst = ['confirmed', 'same', 'better', 'too'] as const;
export type BesideStanding = (typeof foremostFirst)[number];

/**
 * `of`: which record both pairs share. `committee`: who confirmed it. `opened` is null where the officer may not open the other record. Of those it is told
 * that there is one and how it stands, of each side the foremost only: no number of them, percent, place, office or reference. That something fits
 * better leaks next to nothing: it says that a report exists of some child like one whose record the officer reads already. Left unsaid, a wrong pair at
 * 95 % looks certain while the right one stands in another office's list, and a child goes home to strangers.
 */
export type Rival = {
  of: 'missing' | 'found';
  standing: BesideStanding;
  committee: string | null;
  opened: { id: string; probability: number } | null;
};

/** Bits: twice as likely. */
const CLEARLY_BETTER = 1;
/** So many that can be opened are listed. */
const MOST_OPENED = 10;

export type Compared = Pick<Candidate, 'id' | 'missingId' | 'foundId' | 'probability'> & { comparison: { totalBits: number } };

/** By pair, the foremost first. `likelyOnly` leaves out those that are not more likely than not: for lists, which tell but the foremost. */
export async function rivalsOf(
  context: Context,
  candidates: readonly Compared[],
  options: { likelyOnly: boolean },
): Promise<Map<string, Rival[]>> {
  const ids = [...new Set(candidates.flatMap(({ missingId, foundId }) => [missingId, foundId]))];
  if (ids.length === 0) return new Map();
  const standing = await stillOpen(context, await pairsBeside(context, ids, options));
  const ends = [...new Set(standing.flatMap(({ missingId, foundId }) => [missingId, foundId]))];
  const visible = new Set((await peekRecords(context, ends)).map(({ id }) => id));
  const diaries = new Map<RecordId, TimelineEntry[]>();
  const confirmedBy = async (pair: PairBeside, sharedId: RecordId): Promise<string | null> => {
    if (pair.standing !== 'same') return null;
    if (!diaries.has(sharedId)) diaries.set(sharedId, await readTimeline(context, sharedId));
    return committeeThatConfirmed(diaries.get(sharedId)!, pair.id);
  };
  const rivals = new Map<string, Rival[]>();
  for (const candidate of candidates) {
    const own: Rival[] = [];
    for (const pair of standing) {
      const of = sharedBy(candidate, pair);
      const said = of && saidOf(candidate, pair);
      if (!said) continue;
      const committee = await confirmedBy(pair, of === 'found' ? candidate.foundId : candidate.missingId);
      const opens = visible.has(pair.missingId) && visible.has(pair.foundId);
      own.push({
        of,
        standing: committee === null ? said : 'confirmed',
        committee,
        opened: opens ? { id: pair.id, probability: pair.probability } : null,
      });
    }
    if (own.length > 0) rivals.set(candidate.id, told(own));
  }
  return rivals;
}

/** Without those of a closed record, unless somebody judged them: its child is sought no more. */
async function stillOpen(context: Context, pairs: readonly PairBeside[]): Promise<PairBeside[]> {
  const headers = await headersOf(context, [...new Set(pairs.flatMap(({ missingId, foundId }) => [missingId, foundId]))]);
  const isClosed = (id: RecordId) => headers.get(id)?.status === 'closed';
  return pairs.filter(({ missingId, foundId, standing }) => standing === 'same' || !(isClosed(missingId) || isClosed(foundId)));
}

function sharedBy(candidate: Compared, pair: PairBeside): Rival['of'] | null {
  if (pair.id === candidate.id) return null;
  if (pair.foundId === candidate.foundId) return 'found';
  return pair.missingId === candidate.missingId ? 'missing' : null;
}

function saidOf({ probability, comparison }: Compared, pair: PairBeside): 'same' | 'better' | 'too' | null {
  if (pair.standing === 'same') return 'same';
  if (pair.totalBits >= comparison.totalBits + CLEARLY_BETTER) return 'better';
  return isLikely(probability) && isLikely(pair.probability) ? 'too' : null;
}

/** Every one that can be opened; of the others, of each side the foremost. */
function told(rivals: readonly Rival[]): Rival[] {
  const place = ({ standing }: Rival) => foremostFirst.indexOf(standing);
  const ranked = rivals.toSorted((one, other) => place(one) - place(other));
  const hidden = (['found', 'missing'] as const).flatMap((side) => ranked.find(({ of, opened }) => of === side && !opened) ?? []);
  const opened = ranked.filter(({ opened }) => opened).slice(0, MOST_OPENED);
  return [...opened, ...hidden].toSorted((one, other) => place(one) - place(other));
}

function committeeThatConfirmed(diary: readonly TimelineEntry[], candidateId: string): string | null {
  if (committeeSaid(effectiveEntries(diary), candidateId) !== 'confirmed') return null;
  const said = diary.findLast(
    ({ happening, facts }) => happening === 'identity.confirmed' && (facts as { candidate: string }).candidate === candidateId,
  );
  return said?.byOfficeName ?? '';
}
