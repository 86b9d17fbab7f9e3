// A candidate pair and the judgements on it. A person decides; nothing is merged; a "no" is remembered until a cited field changes.
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Band } from './band.ts';
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
  reason: string;
  judgedAt: Instant;
  officerName: string;
  officeName: string;
  missingVersion: number;
  foundVersion: number;
};

/** Bits by which a pair must have changed before a remembered "no" is asked again. */
const WORTH_ASKING_AGAIN = 1;

type Before = { standing: Standing; band: Band; totalBits: number; missingVersion: number; foundVersion: number };
type Now = { band: Band; totalBits: number; missingVersion: number; foundVersion: number };

/** How a pair stands after it was scored anew. A judgement is never undone by the machine; "no" and "can't tell" may be asked again. */
export function standingAfter(before: Before | undefined, now: Now): Standing {
  const shown = now.band !== 'weak';
  if (!before || before.standing === 'withdrawn' || before.standing === 'open') return shown ? 'open' : 'withdrawn';
  if (before.standing === 'same') return 'same';
  const changed = now.missingVersion !== before.missingVersion || now.foundVersion !== before.foundVersion;
  const stronger = now.totalBits - before.totalBits >= WORTH_ASKING_AGAIN;
  return shown && changed && stronger ? 'open' : before.standing;
}
