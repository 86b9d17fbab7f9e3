// A candidate pair and the judgements on it. A person decides; nothing is merged; a "no" is remembered until a cited field changes.
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Aspect } from './aspect.ts';
import { type Band, bandFrom } from './band.ts';
import type { Evidence } from './judging/cited.ts';
import type { Comparison } from './score.ts';

export const verdicts = ['same', 'different', 'unsure'] as const;
export type Verdict = (typeof verdicts)[number];
export type Standing = 'open' | Verdict | 'withdrawn';

export type Candidate = {
  id: string;
  missingId: RecordId;
  foundId: RecordId;
  probability: number;
  band: Band;
  comparison: Comparison;
  missingVersion: number;
  foundVersion: number;
  computedAt: Instant;
  standing: Standing;
};

export type Judgement = {
  id: string;
  candidateId: string;
  verdict: Verdict | 'reversed';
  /** May be empty where facts are ticked. */
  reason: string;
  /** The facts that decided. */
  cited: Aspect[];
  evidence: Evidence;
  judgedAt: Instant;
  judgedBy: string;
  officerName: string;
  officeName: string;
  officeId: string;
  missingVersion: number;
  foundVersion: number;
};

/** How a pair stands after it was scored anew. A judgement is never undone by the machine; "no" and "can't tell" may be asked again (cited.ts). */
export function standingAfter(before: Standing | undefined, now: { band: Band; askedAgain: boolean }): Standing {
  const shown = now.band !== 'weak';
  if (!before || before === 'withdrawn' || before === 'open') return shown ? 'open' : 'withdrawn';
  return before !== 'same' && shown && now.askedAgain ? 'open' : before;
}

/** The last judgement of a pair as a form carries it. */
export function lastSeen(judgements: readonly Pick<Judgement, 'id'>[]): string {
  return judgements.at(-1)?.id ?? 'none';
}

/** More likely the same child than not: of two such pairs that share a record both can be true only if two of the records are one child's. */
export function isLikely(probability: number): boolean {
  return probability >= bandFrom.likely;
}
