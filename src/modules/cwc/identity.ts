// The Committee's part in a reunion: the child is produced, its identity confirmed, its restoration ordered (JJ Act s.31, s.37, s.40; Form 44).
import type { RecordId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';

export const identityBases = ['document', 'parent-recognised', 'child-recognised', 'dna', 'photograph', 'other'] as const;
export type IdentityBasis = (typeof identityBases)[number];

export const sittings = ['committee', 'single-member'] as const;
export const placements = [
  'children-home',
  'open-shelter',
  'adoption-agency',
  'fit-person',
  'fit-facility',
  'parents-pending-inquiry',
] as const;

export const relations = ['parents', 'guardian', 'relative'] as const;

export type ProductionRequest = {
  id: string;
  foundId: RecordId;
  missingId: RecordId;
  candidateId: string;
  cwcId: string;
  askedAt: Instant;
  answer: 'confirmed' | 'refused' | null;
  answeredAt: Instant | null;
  /** The judgement behind it was taken back then: after the answer, or in its place. */
  takenBackAt: Instant | null;
  basis: IdentityBasis[];
  reasons: string | null;
};

/** Whether a child stands confirmed by any of the requests about it. One taken back reads as refused. */
export function isConfirmed(requests: readonly Pick<ProductionRequest, 'answer'>[]): boolean {
  return requests.some(({ answer }) => answer === 'confirmed');
}

/** Other reports somebody holds this child to be of: unanswered, or confirmed. With any of them the child is confirmed only by who compared all. */
export function otherClaims<Request extends Pick<ProductionRequest, 'id' | 'answer'>>(requests: readonly Request[], id: string): Request[] {
  return requests.filter((request) => request.id !== id && request.answer !== 'refused');
}

export type Production = {
  id: string;
  recordId: RecordId;
  cwcId: string;
  /** Form 17, if one came along. */
  reportId: string | null;
  sitting: (typeof sittings)[number];
  producedAt: Instant;
  producedBy: string | null;
  journeyMinutes: number;
  childHeard: string | null;
  placedWith: (typeof placements)[number] | null;
};

export type Restoration = {
  id: string;
  recordId: RecordId;
  missingId: RecordId | null;
  orderNumber: string;
  orderedOn: Day;
  toRelation: (typeof relations)[number];
  restoredAt: Instant;
  conditions: string | null;
  escortedBy: string | null;
};

/** The Committee's steps, in their order; each is also the last part of its form's address. */
export const committeeSteps = ['production', 'identity', 'restoration'] as const;
export type CommitteeStep = (typeof committeeSteps)[number];

/** What the Committee may do next about a child: each step needs the one before it (JJ Act s.31, s.37, s.40). */
export function nextSteps(state: { produced: boolean; unanswered: number; confirmed: boolean; restored: boolean }): CommitteeStep[] {
  if (state.restored) return [];
  if (!state.produced) return ['production'];
  const identity: CommitteeStep[] = state.unanswered > 0 ? ['identity'] : [];
  return state.confirmed ? [...identity, 'restoration'] : identity;
}
