// SQL of the case history: every save is kept, of each part the latest is read.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { OpenClasses } from '../../unsealing/index.ts';
import { type HistoryEntry, type HistoryPart, type HistoryWords, sealedParts } from './history.ts';

/** The caller has read (and so audited) the record. `open`: the sealed classes the reader may open. */
export async function historyOf(context: Context, recordId: RecordId, open: OpenClasses): Promise<Map<HistoryPart, HistoryEntry>> {
  const { rows } = await sql<
    Omit<HistoryEntry, 'words'> & { wordsSealed: Buffer }
  >`select distinct on (h.part) h.part, h.edit, h.words_sealed, f.name as office_name, o.name as saved_by, h.saved_at
    from case_history h join office f on f.id = h.office_id join officer o on o.id = h.saved_by
    where h.record_id = ${recordId} order by h.part, h.edit desc`.execute(context.db);
  return new Map(
    rows.map(({ wordsSealed, ...entry }) => {
      const of = sealedParts.get(entry.part);
      const isShut = of !== undefined && !open.has(of);
      const words = isShut ? null : (JSON.parse(context.tools.unseal(wordsSealed)) as HistoryWords);
      return [entry.part, { ...entry, words }];
    }),
  );
}

/** `over`: the save it was begun from; 0 where nothing was there. False if somebody saved since: then nothing is written. */
export async function writeHistory(
  context: Context,
  recordId: RecordId,
  { part, words, over, officer }: { part: HistoryPart; words: HistoryWords; over: number; officer: OfficerActor },
): Promise<boolean> {
  const done = await sql`insert into case_history (record_id, part, edit, words_sealed, office_id, saved_by, saved_at)
    select ${recordId}, ${part}, ${over + 1}, ${context.tools.seal(JSON.stringify(words))}, ${officer.officeId}, ${officer.officerId}, ${context.now}
    where ${over} = coalesce((select max(h.edit) from case_history h where h.record_id = ${recordId} and h.part = ${part}), 0)
    on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}
