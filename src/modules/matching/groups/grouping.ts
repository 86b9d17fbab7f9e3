// The group a record stands in, walked from pair to pair; and the news of it: joined or parted, written to every record concerned.
import type { RecordId } from '../../../kernel/ids.ts';
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { Context } from '../../../platform/context.ts';
import { type HappeningNews, type Listener, effectiveEntries, holdDiaries, lastOf, readDiary, writeDiary } from '../../diary/index.ts';
import { type Edge, isStrong, joinedWith } from './group.ts';
import { differentAmong, readCandidate, samePairs } from '../store.ts';

/** No child is in more records than this; a chain that long is an error to look at, not to follow. */
const MOST_RECORDS = 30;

/** What the Committee last said of a pair, in either record's diary; null before it answered, and once the judgement was taken back. */
export function committeeSaid(diary: readonly DiaryFact[], candidateId: string): 'confirmed' | 'refused' | null {
  const last = diary.findLast(
    ({ happening, facts }) =>
      (happening === 'identity.confirmed' || happening === 'identity.refused' || happening === 'match.judgementReversed') &&
      (facts as { candidate: string }).candidate === candidateId,
  );
  if (!last || last.happening === 'match.judgementReversed') return null;
  return last.happening === 'identity.confirmed' ? 'confirmed' : 'refused';
}

/** Of the records reached from one over confirmed pairs, every pair judged the same, and those among them judged not the same. An officer reaches only what row security shows. */
export async function edgesAround(context: Context, recordId: RecordId): Promise<Edge[]> {
  const edges = new Map<string, Edge>();
  const seen = new Set<RecordId>();
  let next = [recordId];
  while (next.length > 0 && seen.size < MOST_RECORDS) {
    for (const id of next) seen.add(id);
    const pairs = (await samePairs(context, next)).filter(({ candidateId }) => !edges.has(candidateId));
    for (const pair of pairs) edges.set(pair.candidateId, await asEdge(context, pair));
    const strong = pairs.map(({ candidateId }) => edges.get(candidateId)!).filter(isStrong);
    next = [...new Set(strong.flatMap(({ missingId, foundId }) => [missingId, foundId]))].filter((id) => !seen.has(id));
  }
  for (const pair of await differentAmong(context, [...seen])) edges.set(pair.candidateId, { ...pair, confirmed: false });
  return [...edges.values()];
}

/** The answer stands in both diaries: an officer may see only one of them. The Committee's refusal is a "not the same". */
async function asEdge(context: Context, pair: Omit<Edge, 'confirmed'>): Promise<Edge> {
  const saidIn = async (id: RecordId) => committeeSaid(effectiveEntries(await readDiary(context, id)), pair.candidateId);
  const said = (await saidIn(pair.foundId)) ?? (await saidIn(pair.missingId));
  return said === 'refused' ? { ...pair, standing: 'different', confirmed: false } : { ...pair, confirmed: said === 'confirmed' };
}

/** The records this record was last told to be one child with; itself alone if never. */
function toldIn(diary: readonly DiaryFact[], recordId: RecordId): RecordId[] {
  const told = lastOf(diary, 'identity.joined', 'identity.parted');
  return told ? (told.facts.members.split(' ') as RecordId[]) : [recordId];
}

/**
 * Safe to run twice: a record is told only what differs from what it was told last. Record ids are told, never an id of the group: groups change.
 * Every diary it may write is held in one step, in everybody's order, and read again then. A pair judged meanwhile, which may bring more records, tells them itself.
 */
export async function tellGroups(context: Context, candidateId: string): Promise<void> {
  const pair = await readCandidate(context, candidateId);
  if (!pair) return;
  const ends = [pair.missingId, pair.foundId];
  const touched = new Set<RecordId>(ends);
  for (const id of ends) {
    for (const member of toldIn(await readDiary(context, id), id)) touched.add(member);
    for (const member of joinedWith(id, await edgesAround(context, id))) touched.add(member);
  }
  await holdDiaries(context, [...touched]);
  for (const id of touched) await tell(context, id, candidateId, ends);
}

async function tell(context: Context, id: RecordId, candidateId: string, ends: readonly RecordId[]): Promise<void> {
  const diary = await readDiary(context, id);
  const members = joinedWith(id, await edgesAround(context, id));
  const wasPair =
    ends.includes(id) && diary.some(({ happening, facts }) => happening === 'identity.confirmed' && facts.candidate === candidateId);
  // A pair confirmed before groups were told was a group of two.
  const told = lastOf(diary, 'identity.joined', 'identity.parted') || !wasPair || members.length > 1 ? toldIn(diary, id) : ends;
  const left = told.some((one) => !members.includes(one));
  if (!left && told.length === members.length) return;
  const happening = left ? 'identity.parted' : 'identity.joined';
  await writeDiary(context, id, { happening, facts: { records: members.length, members: members.join(' ') } });
}

async function hear(context: Context, news: HappeningNews): Promise<void> {
  const entry = (await readDiary(context, news.recordId)).find(({ entryId }) => entryId === news.entryId);
  if (entry && 'candidate' in entry.facts) await tellGroups(context, entry.facts.candidate);
}

export const groupListener: Listener = {
  name: 'matching.group',
  happenings: ['match.judged', 'match.judgementReversed', 'identity.confirmed', 'identity.refused'],
  hear,
};
