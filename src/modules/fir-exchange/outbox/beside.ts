// Records beside a missing child's whose entries its police are told of: found children held to be this one, and sightings made from its notice.
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import type { ChildRecord } from '../../children/index.ts';
import { readDiaries } from '../../diary/index.ts';
import { noticesOf, recordOfNotice } from '../../notices/index.ts';
import { answeredOfNotices, readSighting } from '../../sightings/index.ts';
import { foundOfPairs, heldReports } from './beside-store.ts';
import type { Beside } from './happened.ts';

/** What they hold goes nowhere: of each only the moment of one entry is told. */
export async function besideOf(context: Context, recordId: RecordId, diary: readonly DiaryFact[]): Promise<Beside[]> {
  const pairs = diary.flatMap((entry) =>
    entry.happening === 'identity.confirmed' || (entry.happening === 'match.judged' && entry.facts.verdict === 'same')
      ? [entry.facts.candidate]
      : [],
  );
  const found = pairs.length === 0 ? [] : await foundOfPairs(context, [...new Set(pairs)]);
  const seen = await answeredOfNotices(
    context,
    (await noticesOf(context, recordId)).map(({ publicId }) => publicId),
  );
  const ids = [...found.map(({ foundId }) => foundId), ...seen];
  if (ids.length === 0) return [];
  const diaries = await readDiaries(context, ids);
  const entriesOf = (id: RecordId) => diaries.get(id) ?? [];
  return [
    ...found.flatMap(({ candidate, foundId }) => entriesOf(foundId).map((entry) => ({ entry, candidate }))),
    ...seen.flatMap((id) => entriesOf(id).map((entry) => ({ entry, candidate: null }))),
  ];
}

/** The missing children whose police may have to be told of what happened to this record. */
export async function reportsConcerned(context: Context, { id, kind }: Pick<ChildRecord, 'id' | 'kind'>): Promise<RecordId[]> {
  if (kind === 'missing') return [id];
  if (kind === 'found') return heldReports(context, id);
  const notice = (await readSighting(context, id))?.noticePublicId;
  const of = notice ? await recordOfNotice(context, notice) : null;
  return of ? [of] : [];
}
