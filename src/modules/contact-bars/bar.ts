// A contact bar: somebody a child is kept from, by an order or by the child's own words (JJ Act s.3(vi) safety, s.74; peers: a poster is how a fled child is found).
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export const barGrounds = ['order', 'child-words'] as const;
export type BarGround = (typeof barGrounds)[number];

export type Bar = {
  id: string;
  recordId: RecordId;
  ground: BarGround;
  /** Who it is, and the order or what the child said. */
  words: { who: string; because: string };
  officeId: string;
  recordedAt: Instant;
  recordedBy: string;
  /** By the child's Committee: it holds no longer. */
  lifted: { at: Instant; by: string; because: string } | null;
  /** How the barred person asked, and when. */
  asks: readonly { aboutKind: 'report' | 'check'; askedAt: Instant }[];
};
