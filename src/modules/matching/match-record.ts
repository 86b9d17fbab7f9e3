// Matching records: find candidates, score them, keep what an officer should see. Several at a time, so that a record costs few round trips to the database.
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { markMatched, peekRecords } from '../children/index.ts';
import { holdDiaries } from '../diary/index.ts';
import { bandOf } from './band.ts';
import { standingAfter } from './candidate.ts';
import { type Cited, type PrintKey, askedAgainFor, evidenceOf, printKeyOf } from './judging/cited.ts';
import { citedBy } from './judging/judgement-store.ts';
import { type KnownPair, type PairKey, keepPairs, pairKey, tellWithdrawn } from './keeping.ts';
import { placed } from './places.ts';
import { type Ready, forgetPrepared, preparedRecords } from './register/prepared-records.ts';
import { currentRegister, findCandidates, openAmong } from './register/register.ts';
import { type ScoreContext, comparePair } from './score.ts';
import { type ScoredPair, pairsOf, setStanding } from './store.ts';

type Before = { pair: KnownPair; cited: Cited | undefined; key: PrintKey };

function scorePair(mine: Ready, theirs: Ready, score: ScoreContext, before: Before | undefined): ScoredPair {
  const [missing, found] = mine.kind === 'missing' ? [mine, theirs] : [theirs, mine];
  const comparison = comparePair(missing.prepared, found.prepared, score);
  const band = bandOf(comparison);
  const evidence = ({ pair, key }: Before) =>
    evidenceOf(key, { candidateId: pair.id, missing: missing.prepared, found: found.prepared }, comparison.aspects);
  const askedAgain = before?.cited !== undefined && askedAgainFor(before.cited, evidence(before)).length > 0;
  const standingBefore = before?.pair.standing;
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

type Known = ReadonlyMap<PairKey, KnownPair>;
type Compared = { mine: Ready; kept: ScoredPair[] };

const keyOf = (mine: Ready, other: Ready): PairKey => (mine.kind === 'missing' ? pairKey(mine.id, other.id) : pairKey(other.id, mine.id));

/** Compares each record with all whom it may be, and with those it stood in a pair with before. One without a description is left out. */
async function comparedPairs(context: Context, ids: readonly RecordId[], score: ScoreContext, known: Known): Promise<Compared[]> {
  const register = await currentRegister(context, score, (id) => forgetPrepared(context.tools, id));
  const ready = [...(await preparedRecords(context, ids)).values()];
  const cited = await citedBy(context, [...known.values()]);
  const key = printKeyOf(context.tools);
  const found = await findCandidates(context, register, ready, score);
  const partners = Map.groupBy(
    [...known.values()].flatMap(({ missingId, foundId }) => [[missingId, foundId] as const, [foundId, missingId] as const]),
    ([id]) => id,
  );
  const whom = new Map(
    ready.map((mine) => {
      const before = (partners.get(mine.id) ?? []).map(([, other]) => other);
      return [mine.id, new Set([...(found.get(mine.id) ?? []), ...openAmong(register, mine.kind, before)])];
    }),
  );
  const theirs = await preparedRecords(context, [...new Set([...whom.values()].flatMap((others) => [...others]))]);
  const scored = new Map<PairKey, ScoredPair>(); // two that are compared at once meet from both sides
  const pairOf = (mine: Ready, other: Ready): ScoredPair => {
    const before = known.get(keyOf(mine, other));
    return scored.get(keyOf(mine, other)) ?? scorePair(mine, other, score, before && { pair: before, cited: cited.get(before.id), key });
  };
  return ready.map((mine) => {
    const others = [...whom.get(mine.id)!].flatMap((id) => theirs.get(id) ?? []);
    const kept = worthKeeping(mine, others, pairOf, { known, now: context.now });
    for (const pair of kept) scored.set(pairKey(pair.missingId, pair.foundId), pair);
    return { mine, kept };
  });
}

/**
 * Every pair that stood before, or an officer would read what is no longer so and a "no" would never be asked again; of the new ones those worth showing
 * that get a place among the likeliest that wait (places.ts). Answered pairs take no place. The many others are forgotten one by one: held together they would fill the worker's heap.
 */
function worthKeeping(
  mine: Ready,
  others: readonly Ready[],
  pairOf: (mine: Ready, other: Ready) => ScoredPair,
  { known, now }: { known: Known; now: Instant },
): ScoredPair[] {
  const before: ScoredPair[] = [];
  const waiting: { pair: ScoredPair; other: Ready }[] = [];
  for (const other of others) {
    const pair = pairOf(mine, other);
    if (known.has(keyOf(mine, other))) before.push(pair);
    if (pair.standing === 'open') waiting.push({ pair, other });
  }
  const ranked = waiting.toSorted((a, b) => b.pair.comparison.totalBits - a.pair.comparison.totalBits);
  return [...new Set([...before, ...placed(ranked, ({ other }) => other.source, now).map(({ pair }) => pair)])];
}

/** Likelihoods so near have the same words and the same place in a list. */
const SAME_BITS = 0.01;

/** Whether the database holds the pair just so: compared from the other side before, or once more for nothing. */
function isStored(pair: ScoredPair, before: KnownPair | undefined): boolean {
  return (
    before !== undefined &&
    before.standing === pair.standing &&
    before.band === pair.band &&
    before.missingVersion === pair.missingVersion &&
    before.foundVersion === pair.foundVersion &&
    before.weightsVersion === pair.comparison.weightsVersion &&
    Math.abs(before.totalBits - pair.comparison.totalBits) < SAME_BITS
  );
}

/**
 * Scores open records against the other side and stores the result, all in the caller's transaction. Safe to run again. Returns how many new candidates
 * officers were shown. Diaries are held last, together and in one order: whoever writes to one of these records waits for the storing, not for the comparing.
 */
export async function matchRecords(context: Context, recordIds: readonly RecordId[], score: ScoreContext): Promise<number> {
  const records = (await peekRecords(context, recordIds)).filter(({ closedAt }) => closedAt === null);
  if (records.length === 0) return 0;
  const ids = records.map(({ id }) => id);
  const known = new Map((await pairsOf(context, ids)).map((pair) => [pairKey(pair.missingId, pair.foundId), pair]));
  const compared = await comparedPairs(context, ids, score, known);
  const kept = new Set(compared.flatMap((one) => one.kept));
  const changed = [...kept].filter((pair) => !isStored(pair, known.get(pairKey(pair.missingId, pair.foundId))));
  const touched = [...new Set([...ids, ...changed.flatMap(({ missingId, foundId }) => [missingId, foundId])])];
  await holdDiaries(context, touched);
  const fresh = changed.length === 0 ? 0 : await keepPairs(context, changed, known, await peekRecords(context, touched));
  const versions = new Map(compared.map(({ mine }) => [mine.id, mine.version]));
  await markMatched(
    context,
    records.map(({ id, version }) => ({ id, version: versions.get(id) ?? version })),
  );
  return fresh;
}

/** A record was closed: pairs nobody judged are asked about no more. Opened again, it is compared anew. */
export async function withdrawPairs(context: Context, recordId: RecordId): Promise<void> {
  const [record] = await peekRecords(context, [recordId]);
  if (!record?.closedAt) return; // opened again meanwhile
  const open = (await pairsOf(context, [recordId])).filter(({ standing, band }) => standing === 'open' && band !== 'weak');
  const touched = [recordId, ...open.flatMap(({ missingId, foundId }) => [missingId, foundId])];
  await holdDiaries(context, touched);
  const withdrawn: KnownPair[] = [];
  for (const pair of open) if (await setStanding(context, pair, 'withdrawn')) withdrawn.push(pair);
  await tellWithdrawn(context, withdrawn, await peekRecords(context, touched));
}
