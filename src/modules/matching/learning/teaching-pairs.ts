// Which judged pairs of a portal may teach, as both records are compared now; the others are counted by why they may not.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { type ChildRecord, peekRecords } from '../../children/index.ts';
import { effectiveEntries, readDiary } from '../../diary/index.ts';
import { committeeSaid } from '../groups/grouping.ts';
import { type Ready, preparedRecords } from '../register/prepared-records.ts';
import { type ScoreContext, compareRaw } from '../score.ts';
import { type LastWord, lastWords } from './verdict-store.ts';
import type { TeachingPair } from './verdicts.ts';

export const whyNot = {
  reversed: 'taken back',
  unsure: 'nobody could tell',
  askedAgain: 'asked again since',
  unconfirmed: 'said to be the same, and not yet confirmed by the Committee',
  hidden: 'a record sealed, destroyed or gone',
  sighting: 'a sighting, which is never judged to be a child',
  falseReport: 'a false report',
  changed: 'a record changed since: it may repeat what the other said',
  silent: 'nothing both records say',
} as const;
type Why = keyof typeof whyNot;

/** 8 KB a pair are held at once; the newest count. */
const MOST = 20_000;
const AT_ONCE = 500;

export type TeachingPairs = { verdicts: TeachingPair[]; leftOut: Map<Why, number> };

type Side = { record: ChildRecord | undefined; ready: Ready | undefined };

/** What the pair's last word is worth; the Committee's refusal of a "same" is a "no". */
async function wordOf(
  context: Context,
  { verdict, standing, candidateId, missingId, foundId }: LastWord,
): Promise<Why | 'same' | 'different'> {
  if (verdict === 'reversed' || verdict === 'unsure') return verdict;
  if (standing !== verdict) return 'askedAgain';
  if (verdict === 'different') return 'different';
  for (const id of [foundId, missingId]) {
    const said = committeeSaid(effectiveEntries(await readDiary(context, id)), candidateId);
    if (said) return said === 'confirmed' ? 'same' : 'different';
  }
  return 'unconfirmed';
}

/** Null: they may teach. A record nobody can read any more, at this door, has no description here. */
function whyNotOf(word: LastWord, missing: Side, found: Side, score: ScoreContext): Why | null {
  if (!missing.record || !missing.ready || !found.record || !found.ready) return 'hidden';
  if (found.record.kind === 'sighting') return 'sighting';
  if (missing.record.status === 'false-report') return 'falseReport';
  const unchanged = (version: number, { record, ready }: Side): boolean => record!.version === version && ready!.version === version;
  if (!unchanged(word.missingVersion, missing) || !unchanged(word.foundVersion, found)) return 'changed';
  const says = compareRaw(missing.ready.prepared, found.ready.prepared, score).some(
    ({ aspect, level }) => level !== null && aspect !== 'dates' && aspect !== 'distance',
  );
  return says ? null : 'silent';
}

async function readSides(context: Context, ids: readonly RecordId[]): Promise<(id: RecordId) => Side> {
  const records = new Map((await peekRecords(context, ids)).map((record) => [record.id, record]));
  const ready = await preparedRecords(context, ids);
  return (id) => ({ record: records.get(id), ready: ready.get(id) });
}

/** Reads only what the worker's door may; shows nobody anything of a child. */
export async function teachingPairs(context: Context, score: ScoreContext): Promise<TeachingPairs> {
  const result: TeachingPairs = { verdicts: [], leftOut: new Map() };
  const words = await lastWords(context, MOST);
  for (let at = 0; at < words.length; at += AT_ONCE) {
    const those = words.slice(at, at + AT_ONCE);
    const sideOf = await readSides(context, [...new Set(those.flatMap(({ missingId, foundId }) => [missingId, foundId]))]);
    for (const word of those) {
      const [missing, found] = [sideOf(word.missingId), sideOf(word.foundId)];
      const said = await wordOf(context, word);
      const why = said === 'same' || said === 'different' ? whyNotOf(word, missing, found, score) : said;
      if (why !== null) {
        result.leftOut.set(why, (result.leftOut.get(why) ?? 0) + 1);
        continue;
      }
      const { missingId, foundId, judgedBy: officer, officeId: office } = word;
      const [one, other] = [missing.ready!.prepared, found.ready!.prepared];
      result.verdicts.push({ missing: one, found: other, missingId, foundId, same: said === 'same', officer, office });
    }
  }
  return result;
}
