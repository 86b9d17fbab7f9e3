// A Committee's calendar: the days it sits, in full or by a single member, who came, and whether that is a quorum (JJ Act s.27, s.28).
import type { Day, Instant } from '../../../kernel/time.ts';
import { benches } from '../../../law/index.ts';
import type { sittings } from '../identity.ts';

export type SittingMember = { officerId: string; name: string };
export type Sitting = {
  id: string;
  cwcId: string;
  sitsAt: Instant;
  sitsOn: Day;
  bench: (typeof sittings)[number];
  /** Null while it is only planned. */
  heldAt: Instant | null;
  members: SittingMember[];
};

/** A full bench needs its quorum; a single member sits alone. */
export function hasQuorum({ bench, members }: Pick<Sitting, 'bench' | 'members'>): boolean {
  return members.length >= benches[bench === 'committee' ? 'quorum' : 'one-member'].members;
}

export const presences = ['child', 'parents', 'relative', 'police', 'social-worker', 'home', 'lawyer', 'interpreter', 'other'] as const;
export const adjourners = ['committee', 'police', 'parents', 'home', 'social-worker', 'other'] as const;

export type Hearing = {
  id: string;
  sittingId: string;
  heardAt: Instant;
  present: (typeof presences)[number][];
  said: string | null;
  adjournedFor: (typeof adjourners)[number] | null;
  adjournedBecause: string | null;
  nextOn: Day | null;
  /** Members of the sitting, as every order of a proceeding must name who heard it. */
  members: string[];
};
