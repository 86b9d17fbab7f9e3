// Why a pair somebody said no to is before an officer again: the judgement, and which of its facts changed since.
import type { ChildRecord, Description } from '../../children/index.ts';
import type { Aspect } from '../aspect.ts';
import type { Candidate, Judgement } from '../candidate.ts';
import { type PrintKey, askedAgainFor, evidenceOf } from './cited.ts';
import { circumstancesOf } from '../register/prepared-records.ts';

export type AskedAgain = { judgement: Judgement; changed: Aspect[] };

type Side = { record: ChildRecord; description: Description };

/** Null unless the pair is open after a "no" or "can't tell" that nobody took back. */
export function askedAgainOf(
  key: PrintKey,
  candidate: Candidate,
  judgements: readonly Judgement[],
  { missing, found }: { missing: Side; found: Side },
): AskedAgain | null {
  const judgement = judgements.at(-1);
  if (candidate.standing !== 'open' || !judgement || (judgement.verdict !== 'different' && judgement.verdict !== 'unsure')) return null;
  const described = ({ record, description }: Side) => ({ description, circumstances: circumstancesOf(record) });
  const pair = { candidateId: candidate.id, missing: described(missing), found: described(found) };
  const now = evidenceOf(key, pair, candidate.comparison.aspects);
  return { judgement, changed: askedAgainFor({ ...judgement, verdict: judgement.verdict }, now) };
}
