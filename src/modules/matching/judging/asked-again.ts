// What changed since a pair was judged: why somebody's "no" is before an officer again, and what of a judged pair nobody has judged.
import type { ChildRecord, Description, Photograph } from '../../children/index.ts';
import type { Aspect } from '../aspect.ts';
import type { Candidate, Judgement } from '../candidate.ts';
import { type Evidence, type PrintKey, askedAgainFor, changedSince, evidenceOf } from './cited.ts';
import { circumstancesOf } from '../register/prepared-records.ts';

export type AskedAgain = { judgement: Judgement; changed: Aspect[] };

type Side = { record: ChildRecord; description: Description; photograph: Photograph | null };
type Sides = { missing: Side; found: Side };

/** Null unless the pair is open after a "no" or "can't tell" that nobody took back. */
export function askedAgainOf(
  key: PrintKey,
  candidate: Candidate,
  judgements: readonly Judgement[],
  { missing, found }: Sides,
): AskedAgain | null {
  const judgement = judgements.at(-1);
  if (candidate.standing !== 'open' || !judgement || (judgement.verdict !== 'different' && judgement.verdict !== 'unsure')) return null;
  const now = evidenceNow(key, candidate, { missing, found });
  return { judgement, changed: askedAgainFor({ ...judgement, verdict: judgement.verdict }, now) };
}

function evidenceNow(key: PrintKey, candidate: Candidate, { missing, found }: Sides): Evidence {
  const described = ({ record, description }: Side) => ({ description, circumstances: circumstancesOf(record) });
  const pair = { candidateId: candidate.id, missing: described(missing), found: described(found) };
  return evidenceOf(key, pair, candidate.comparison.aspects);
}

/** `aspects`: the facts that say something else; `sides`: records of which something changed, be it no fact that is compared; a picture added counts. */
export type ChangedSince = { aspects: Aspect[]; sides: ('missing' | 'found')[]; pictures: boolean };

/** Of a pair that stands as judged: what its page shows that nobody judged. Null if nothing. */
export function changedSinceJudged(
  key: PrintKey,
  candidate: Candidate,
  judgements: readonly Judgement[],
  { missing, found }: Sides,
): ChangedSince | null {
  const judgement = judgements.at(-1);
  if (!judgement || judgement.verdict !== candidate.standing) return null;
  const kept = Object.keys(judgement.evidence).length > 0; // judged before evidence was kept: only that something changed is known
  const aspects = kept ? changedSince(judgement.evidence, evidenceNow(key, candidate, { missing, found })) : [];
  const pictures = [missing, found].some(({ photograph }) => photograph !== null && photograph.addedAt > judgement.judgedAt);
  const sides = (['missing', 'found'] as const).filter((side) =>
    side === 'missing' ? missing.record.version > judgement.missingVersion : found.record.version > judgement.foundVersion,
  );
  return aspects.length > 0 || sides.length > 0 || pictures ? { aspects, sides, pictures } : null;
}
