// The verbs of matching: judge a pair, take a judgement back. Each judgement is an entry in both records' diaries.
import type { RecordId } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import {
  type ChildRecord,
  auditWrite,
  emptyDescription,
  endAccess,
  peekRecords,
  readDescriptions,
  readPaired,
  shareRecord,
} from '../children/index.ts';
import { type NewEntry, effectiveEntries, holdDiaries, readDiary, writeDiary } from '../diary/index.ts';
import { type Candidate, lastSeen } from './candidate.ts';
import { type Evidence, evidenceOf, printKeyOf } from './judging/cited.ts';
import type { JudgementDraft } from './form.ts';
import { committeeSaid } from './groups/grouping.ts';
import { insertJudgement, judgementsOf } from './judging/judgement-store.ts';
import { circumstancesOf } from './register/prepared-records.ts';
import { readCandidate, sameAsAnother } from './store.ts';

export type OpenedPair = { candidate: Candidate; missing: ChildRecord; found: ChildRecord };

/**
 * A pair with both its records, each read audited. Refuses as not found when either is hidden from the officer. Opened for a judgement, both
 * diaries are held: nobody closes or judges meanwhile.
 */
export async function openPair(context: Context, candidateId: string, options = { toJudge: false }): Promise<OpenedPair | Refusal> {
  const known = await readCandidate(context, candidateId);
  if (known && options.toJudge) await holdDiaries(context, [known.missingId, known.foundId]);
  const candidate = known && options.toJudge ? await readCandidate(context, candidateId) : known;
  if (!candidate) return refuse('web.error.notFound');
  // Both first: a pair that is not shown is no look at the one side the officer may see.
  if ((await peekRecords(context, [candidate.missingId, candidate.foundId])).length < 2) return refuse('web.error.notFound');
  const missing = await readPaired(context, candidate.missingId);
  const found = await readPaired(context, candidate.foundId);
  if (isRefusal(missing)) return missing;
  return isRefusal(found) ? found : { candidate, missing, found };
}

async function write(context: Context, pair: OpenedPair, entry: NewEntry): Promise<void> {
  for (const record of [pair.missing, pair.found]) {
    await auditWrite(context, record.id);
    await writeDiary(context, record.id, entry);
  }
}

/**
 * A file opens to the other office only by its own office's judgement: whoever registers a record that resembles a stranger's child must not
 * reach that child's file by it.
 */
async function eachOwnFile(
  { missing, found }: OpenedPair,
  officeId: string,
  change: (recordId: RecordId, otherOffice: string) => Promise<void>,
): Promise<void> {
  if (missing.officeId === officeId) await change(missing.id, found.officeId);
  if (found.officeId === officeId) await change(found.id, missing.officeId);
}

/** The verbs ask for the right themselves: the page they stand on may be read by more officers than may judge. */
function mayJudge(context: Context): boolean {
  return context.actor.kind === 'officer' && context.tools.may(context.actor, 'match.judge');
}

function notForYou({ tools }: Context): Refusal {
  return refuse('web.error.mayNot', { who: tools.whoMay('match.judge').join(',') });
}

/** What both records say as they are judged: a "no" is asked again only once a cited part of it changes. */
async function evidenceIn(context: Context, { candidate, missing, found }: OpenedPair): Promise<Evidence> {
  const descriptions = await readDescriptions(context, [missing.id, found.id]);
  const described = (record: ChildRecord) => ({
    description: descriptions.get(record.id) ?? emptyDescription,
    circumstances: circumstancesOf(record),
  });
  const pair = { candidateId: candidate.id, missing: described(missing), found: described(found) };
  return evidenceOf(printKeyOf(context.tools), pair, candidate.comparison.aspects);
}

/** `both` and `seen` may be left out by what is no form. */
export type JudgementAsked = Pick<JudgementDraft, 'verdict' | 'cited' | 'reason'> & Partial<Pick<JudgementDraft, 'both' | 'seen'>>;

/** Records what an officer judged, with what decided. A standing "same" must be taken back before another verdict is given. */
export async function judge(context: Context, candidateId: string, draft: JudgementAsked): Promise<OpenedPair | Refusal> {
  const { verdict, reason = '', cited } = draft;
  if (context.actor.kind !== 'officer' || !mayJudge(context)) return notForYou(context);
  const pair = await openPair(context, candidateId, { toJudge: true });
  if (isRefusal(pair)) return pair;
  if (pair.candidate.standing === 'same') return refuse('matching.error.alreadySame');
  if (verdict === 'same' && pair.found.kind === 'sighting') return refuse('matching.error.sightingIsNobody', {}, 'verdict');
  if (pair.missing.closedAt || pair.found.closedAt) return refuse('matching.error.closed');
  if (draft.seen && draft.seen !== lastSeen(await judgementsOf(context, candidateId))) return refuse('matching.error.judgedMeanwhile');
  if (verdict === 'same' && !draft.both && (await sameAsAnother(context, pair.candidate)))
    return refuse('matching.error.sameAsAnother', {}, 'both');
  const evidence = await evidenceIn(context, pair);
  // Of the records as they were read, which the machine may not have compared yet.
  const read = { ...pair.candidate, missingVersion: pair.missing.version, foundVersion: pair.found.version };
  const id = await insertJudgement(context, read, { verdict, reason, cited, evidence }, context.actor);
  await write(context, pair, { happening: 'match.judged', facts: { candidate: candidateId, verdict }, paper: { kind: 'judgement', id } });
  if (verdict === 'same') await eachOwnFile(pair, context.actor.officeId, (id, office) => shareRecord(context, id, office, 'identity'));
  return pair;
}

/**
 * Whether the judgement of this pair may be taken back by whoever asks: once the Committee confirmed it, by the Committee only; after a child
 * went home on it, by the Committee too, for a wrong child is worse than an open case.
 */
async function mayReverse(context: Context, { candidate, found }: OpenedPair): Promise<Refusal | null> {
  const confirmed = committeeSaid(effectiveEntries(await readDiary(context, found.id)), candidate.id) === 'confirmed';
  if (confirmed) return context.tools.may(context.actor, 'identity.confirm') ? null : refuse('matching.error.identityDecided');
  if (!mayJudge(context)) return notForYou(context);
  return found.closedAt ? refuse('matching.error.closed') : null;
}

/** Takes the last judgement back, confirmed or not: the pair is open again, both diaries say so, and what was joined by it falls apart. */
export async function reverseJudgement(
  context: Context,
  candidateId: string,
  reason: string,
  seen?: string,
): Promise<OpenedPair | Refusal> {
  if (context.actor.kind !== 'officer') return notForYou(context);
  const pair = await openPair(context, candidateId, { toJudge: true });
  if (isRefusal(pair)) return pair;
  const refusal = await mayReverse(context, pair);
  if (refusal) return refusal;
  const judgements = await judgementsOf(context, candidateId);
  if (seen && seen !== lastSeen(judgements)) return refuse('matching.error.judgedMeanwhile');
  const last = judgements.at(-1);
  if (!last || last.verdict === 'reversed') return refuse('matching.error.nothingToReverse');
  const id = await insertJudgement(context, pair.candidate, { verdict: 'reversed', reason, reverses: last.id }, context.actor);
  await write(context, pair, { happening: 'match.judgementReversed', facts: { candidate: candidateId }, paper: { kind: 'judgement', id } });
  await shutFiles(context, pair);
  return pair;
}

/** What the Committee's confirmation had opened: each office's file to the other. */
async function shutFiles(context: Context, { missing, found }: OpenedPair): Promise<void> {
  await endAccess(context, missing.id, found.officeId, 'identity');
  await endAccess(context, found.id, missing.officeId, 'identity');
}
