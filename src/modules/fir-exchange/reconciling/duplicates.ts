// List 5: one child in two FIRs, or one FIR in two records.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import { canonicalNumber } from '../messages/index.ts';
import type { Mismatch, Placed } from './mismatch.ts';

/** One record in several papers; `from`: what each carries on. A Zero FIR and the FIR it became are one. */
export type InPapers = Placed & { recordId: RecordId; papers: readonly { key: string; from: string | null }[]; since: Instant };
/** Two reports judged and confirmed to be of the same found child. */
export type SameChild = Placed & { recordId: RecordId; otherRecordId: RecordId; since: Instant };
/** Two reports of a station whose papers bear one number, written in two ways. */
export type SameNumber = SameChild & { year: number; number: string; otherNumber: string };

export function inTwoPapers({ papers, ...placed }: InPapers): Mismatch[] {
  const carriedOn = new Set(papers.map(({ from }) => from));
  const ends = papers.filter(({ key }) => !carriedOn.has(key));
  return ends.length > 1 ? [{ ...placed, reason: 'two-papers', subject: placed.recordId, otherRecordId: null }] : [];
}

/** The pair once, whichever is read first. */
const pairOf = ({ recordId, otherRecordId }: SameChild): string => [recordId, otherRecordId].toSorted().join('+');

export function sameChild(pair: SameChild): Mismatch[] {
  return [{ ...pair, reason: 'same-child', subject: pairOf(pair) }];
}

export function sameNumber({ year, number, otherNumber, ...pair }: SameNumber): Mismatch[] {
  const isOne = canonicalNumber(number, year) === canonicalNumber(otherNumber, year);
  return isOne ? [{ ...pair, reason: 'two-records', subject: pairOf(pair) }] : [];
}
