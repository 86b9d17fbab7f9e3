// Matching one record: find candidates, score them, store what an officer should see, let the other office in, tell both.
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/live.ts';
import { type ChildRecord, endAccess, markMatched, peekRecords, shareRecord } from '../children/index.ts';
import { holdDiaries, writeDiary } from '../diary/index.ts';
import { bandOf } from './band.ts';
import { type Candidate, standingAfter } from './candidate.ts';
import { type Cited, type PrintKey, askedAgainFor, evidenceOf, printKeyOf } from './judging/cited.ts';
import { citedBy } from './judging/judgement-store.ts';
import { type Ready, forgetPrepared, preparedRecords } from './register/prepared-records.ts';
import { currentRegister, findCandidates, openAmong } from './register/register.ts';
import { type ScoreContext, comparePair } from './score.ts';
import { type ScoredPair, candidatesOf, isPairedWith, saveCandidate, setStanding } from './store.ts';

/** A record keeps at most this many candidates in front of its officer. */
const MOST_CANDIDATES = 10;

type Before = { candidate: Candidate; cited: Cited | undefined; key: PrintKey };

function scorePair(mine: Ready, theirs: Ready, score: ScoreContext, before: Before | undefined): ScoredPair {
  const [missing, found] = mine.kind === 'missing' ? [mine, theirs] : [theirs, mine];
  const comparison = comparePair(missing.prepared, found.prepared, score);
  const band = bandOf(comparison);
  const evidence = ({ candidate, key }: Before) =>
    evidenceOf(key, { candidateId: candidate.id, missing: missing.prepared, found: found.prepared }, comparison.aspects);
  const askedAgain = before?.cited !== undefined && askedAgainFor(before.cited, evidence(before)).length > 0;
  const standingBefore = before?.candidate.standing;
  return {
    missingId: missing.id,
    foundId: found.id,
    comparison,
    band,
    missingVersion: missing.version,
    foundVersion: found.version,
    standing: standingAfter(standingBefore, { band, askedAgain }),
    standingBefore: standingBefore ?? null,
  };
}

/** Compares the record with all whom it may be, and with those it stood in a pair with before. */
async function comparedPairs(context: Context, recordId: RecordId, score: ScoreContext, known: ReadonlyMap<RecordId, Candidate>) {
  const register = await currentRegister(context, score, (id) => forgetPrepared(context.tools, id));
  const mine = (await preparedRecords(context, [recordId])).get(recordId);
  if (!mine) return null;
  const cited = await citedBy(context, [...known.values()]);
  const key = printKeyOf(context.tools);
  const judgedBefore = (candidate: Candidate | undefined) => candidate && { candidate, cited: cited.get(candidate.id), key };
  const found = await findCandidates(context, register, mine, score);
  const ids = new Set([...found, ...openAmong(register, mine.kind, [...known.keys()])]);
  const theirs = [...(await preparedRecords(context, [...ids])).values()];
  return { mine, pairs: theirs.map((one) => scorePair(mine, one, score, judgedBefore(known.get(one.id)))) };
}

/** Scores a record against the other side and stores the result. Safe to run again. Returns how many new candidates officers were shown. */
export async function matchRecord(context: Context, recordId: RecordId, score: ScoreContext): Promise<number> {
  const [record] = await peekRecords(context, [recordId]);
  if (!record || record.closedAt) return 0;
  const known = new Map(
    (await candidatesOf(context, recordId, { shown: false })).map((candidate) => [otherSide(candidate, recordId), candidate]),
  );
  const compared = await comparedPairs(context, recordId, score, known);
  const pairs = compared?.pairs ?? [];
  const shown = pairs.filter((pair) => pair.band !== 'weak').toSorted((a, b) => b.comparison.totalBits - a.comparison.totalBits);
  const kept = [
    ...shown.slice(0, MOST_CANDIDATES),
    ...pairs.filter((pair) => pair.band === 'weak' && known.has(otherSide(pair, recordId))),
  ];
  const otherIds = kept.map((pair) => otherSide(pair, recordId));
  await holdDiaries(context, [recordId, ...otherIds]);
  const others = new Map((await peekRecords(context, otherIds)).map((other) => [other.id, other]));
  let fresh = 0;
  for (const pair of kept) {
    const theirs = others.get(otherSide(pair, recordId));
    if (theirs && theirs.closedAt === null) fresh += await keepPair(context, pair, known.get(theirs.id), record, theirs);
  }
  await markMatched(context, recordId, compared?.mine.version ?? record.version);
  return fresh;
}

/** A record was closed: pairs nobody judged are asked about no more. Opened again, it is compared anew. */
export async function withdrawPairs(context: Context, recordId: RecordId): Promise<void> {
  const [record] = await peekRecords(context, [recordId]);
  if (!record?.closedAt) return; // opened again meanwhile
  const others = new Map((await candidatesOf(context, recordId, { shown: true })).map((pair) => [otherSide(pair, recordId), pair]));
  await holdDiaries(context, [recordId, ...others.keys()]);
  for (const other of await peekRecords(context, [...others.keys()])) {
    const candidate = others.get(other.id)!;
    if (candidate.standing === 'open' && (await setStanding(context, candidate, 'withdrawn')))
      await tellWithdrawn(context, candidate.id, record, other);
  }
}

/** Nobody can judge the pair any more: both diaries say so, which ends the duty to look at it, and neither office is let in by it. */
async function tellWithdrawn(context: Context, candidate: string, mine: ChildRecord, theirs: ChildRecord): Promise<void> {
  const withdrawn = { happening: 'match.withdrawn', facts: { candidate } } as const;
  await writeDiary(context, mine.id, withdrawn);
  await writeDiary(context, theirs.id, withdrawn);
  if (!(await isPairedWith(context, mine.id, theirs.officeId))) await endAccess(context, mine.id, theirs.officeId, 'match');
  if (!(await isPairedWith(context, theirs.id, mine.officeId))) await endAccess(context, theirs.id, mine.officeId, 'match');
}

function otherSide(pair: { missingId: RecordId; foundId: RecordId }, recordId: RecordId): RecordId {
  return pair.missingId === recordId ? pair.foundId : pair.missingId;
}

async function keepPair(
  context: Context,
  pair: ScoredPair,
  before: Candidate | undefined,
  mine: ChildRecord,
  theirs: ChildRecord,
): Promise<number> {
  const { id, standing, inserted } = await saveCandidate(context, pair);
  if (before?.standing === 'open' && standing === 'withdrawn') await tellWithdrawn(context, id, mine, theirs);
  const asked = standing === 'open' && pair.band !== 'weak' && (inserted || before !== undefined);
  if (!asked || (before?.standing === 'open' && before.band === pair.band)) return 0;
  await shareRecord(context, mine.id, theirs.officeId, 'match');
  await shareRecord(context, theirs.id, mine.officeId, 'match');
  const proposed = { happening: 'match.proposed', facts: { candidate: id, band: pair.band === 'likely' ? 'likely' : 'possible' } } as const;
  await writeDiary(context, mine.id, proposed);
  await writeDiary(context, theirs.id, proposed);
  const offices: OfficeId[] = [...new Set([mine.officeId, theirs.officeId])];
  await announce(context, { kind: 'match', offices, count: 1 });
  return 1;
}
