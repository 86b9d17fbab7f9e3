// A pair that somebody looked at: the candidate as the matcher scores it, the judgements, what was asked of the Committee and its answer.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { dayOf } from '../../src/kernel/time.ts';
// The pure files themselves, not the module's door: a teller thread loads a third of the files so.
import { type Band, bandOf } from '../../src/modules/matching/band.ts';
import { prepare } from '../../src/modules/matching/prepare.ts';
import { type Comparison, comparePair } from '../../src/modules/matching/score.ts';
import type { FoundSide, MissingSide } from '../children.ts';
import { seededId } from './ids.ts';
import { entryOf } from './entries.ts';
import type { Paper } from './record-rows.ts';
import type { Telling } from './writing.ts';

export type Pair = { candidateId: string; missingId: string; foundId: string; comparison: Comparison; band: Band };
type Papers = Map<string, Paper>;

export function comparisonOf({ score }: Telling, missing: MissingSide, found: FoundSide): Pick<Pair, 'comparison' | 'band'> {
  const comparison = comparePair(
    prepare(missing.description, { kind: 'missing', happenedOn: dayOf(missing.lastSeenAt), districtCode: missing.lastSeenDistrict }),
    prepare(found.description, { kind: 'found', happenedOn: dayOf(found.foundAt), districtCode: found.foundDistrict }),
    score,
  );
  return { comparison, band: bandOf(comparison) };
}

/** How strong the pair was said to be is what the matcher says of it, whatever the story guessed. */
export function withBand(diary: readonly DiaryFact[], band: Pair['band']): DiaryFact[] {
  const told = band === 'likely' ? 'likely' : 'possible';
  return diary.map((entry) => (entry.happening === 'match.proposed' ? { ...entry, facts: { ...entry.facts, band: told } } : entry));
}

/** From the diary of the found side; the answer is the paper behind each of its entries. */
export function writePair(telling: Telling, pair: Pair, found: FoundSide, diary: readonly DiaryFact[]): Papers {
  const { batch } = telling;
  const { comparison, band, candidateId } = pair;
  const proposed = entryOf(diary, 'match.proposed');
  const judged = entryOf(diary, 'match.judged');
  const reversed = entryOf(diary, 'match.judgementReversed');
  batch.add('match_candidate', {
    id: candidateId,
    missing_id: pair.missingId,
    found_id: pair.foundId,
    probability: comparison.probability,
    total_bits: comparison.totalBits,
    one_in: comparison.oneInN,
    band,
    comparison: JSON.stringify(comparison),
    weights_version: comparison.weightsVersion,
    missing_version: 1,
    found_version: 1,
    computed_at: (proposed ?? diary[0]!).recordedAt,
    standing: judged && !reversed ? judged.facts.verdict : 'open',
  });
  const papers: Papers = new Map();
  if (judged) writeJudgements(telling, pair, judged, reversed, papers);
  writeRequest(telling, pair, found, diary, papers);
  return papers;
}

function writeJudgements(
  telling: Telling,
  { candidateId }: Pair,
  judged: DiaryFact<'match.judged'>,
  reversed: DiaryFact<'match.judgementReversed'> | undefined,
  papers: Papers,
): void {
  const write = (entry: DiaryFact, verdict: string, reason: string, reverses: string | null): string => {
    const id = seededId(telling.random, entry.recordedAt);
    papers.set(entry.entryId, { kind: 'judgement', id });
    const by = { judged_by: telling.world.signer(entry.byOffice!), office_id: entry.byOffice, judged_at: entry.recordedAt };
    telling.batch.add('match_judgement', {
      ...by,
      id,
      candidate_id: candidateId,
      verdict,
      reason,
      missing_version: 1,
      found_version: 1,
      reverses,
    });
    return id;
  };
  const same = judged.facts.verdict === 'same';
  const reason = same
    ? 'Names of the parents and the marks agree; the family knew the clothes.'
    : 'The height seemed too great for this age.';
  const first = write(judged, judged.facts.verdict, reason, null);
  if (reversed) write(reversed, 'reversed', 'The family was asked again: the child had grown.', first);
}

function writeRequest(telling: Telling, pair: Pair, found: FoundSide, diary: readonly DiaryFact[], papers: Papers): void {
  const asked = entryOf(diary, 'identity.productionAsked');
  if (!asked) return;
  const confirmed = entryOf(diary, 'identity.confirmed');
  const id = seededId(telling.random, asked.recordedAt);
  papers.set(asked.entryId, { kind: 'production-request', id });
  if (confirmed) papers.set(confirmed.entryId, { kind: 'production-request', id });
  telling.batch.add('production_request', {
    id,
    found_id: pair.foundId,
    missing_id: pair.missingId,
    candidate_id: pair.candidateId,
    cwc_id: telling.world.office(found.committeeCode).id,
    asked_by: asked.byOffice && telling.world.signer(asked.byOffice),
    asked_at: asked.recordedAt,
    answer: confirmed ? 'confirmed' : null,
    answered_at: confirmed?.recordedAt ?? null,
    answered_by: confirmed ? [telling.world.signer(found.committeeCode)] : [],
    basis: confirmed ? ['parent-recognised', 'document'] : [],
    reasons: confirmed ? 'Parents heard, the school certificate seen; the child knew them.' : null,
  });
}
