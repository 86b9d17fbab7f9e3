// One child's stay in one home: by whose order it began, when the child is away from it, and how it ends. Pure.
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';

/** By whose order a child is taken in. `not-yet`: the home took the child in before anybody could order it; production follows within 24 hours (s.31). */
export const orderedBy = ['committee', 'single-member', 'not-yet'] as const;
export type OrderedBy = (typeof orderedBy)[number] | 'transfer';

/** How a child leaves for good by the Committee's order; a transfer and a death are acts of their own. */
export const leavings = ['restored', 'family-care', 'aftercare', 'other-institution', 'other'] as const;
export type Leaving = (typeof leavings)[number] | 'transferred' | 'died';

export const toldOf = ['police', 'committee', 'parents'] as const;

export type Residence = {
  id: string;
  recordId: RecordId;
  officeId: OfficeId;
  unitId: string;
  admissionNumber: string;
  admittedAt: Instant;
  orderedBy: OrderedBy;
  orderNumber: string | null;
  orderedOn: Day | null;
  belongings: string | null;
  overStrengthReason: string | null;
  apartReason: string | null;
  sex: string | null;
  leftAt: Instant | null;
  leftHow: Leaving | null;
  leftTo: string | null;
};

export type AbsenceKind = 'leave' | 'hospital' | 'missing';
export type Absence = {
  id: string;
  residenceId: string;
  recordId: RecordId;
  kind: AbsenceKind;
  fromAt: Instant;
  dueBackAt: Instant | null;
  backAt: Instant | null;
  place: string | null;
  withWhom: string | null;
  orderNumber: string | null;
  words: string | null;
  missingId: RecordId | null;
};

export type Transfer = {
  id: string;
  recordId: RecordId;
  residenceId: string;
  toOfficeId: OfficeId;
  toName: string;
  fromName: string;
  orderNumber: string;
  orderedOn: Day;
  reason: string;
  apartReason: string | null;
  askedAt: Instant;
};

/** A brother or sister in care: in which home now, or in none. */
export type Sibling = { recordId: RecordId; homeId: OfficeId | null; homeName: string | null };

/** Brothers and sisters who live in another home than this one. */
export function apartFrom(home: string, siblings: readonly Sibling[]): Sibling[] {
  return siblings.filter(({ homeId }) => homeId !== null && homeId !== home);
}

export const residentActs = ['leave', 'hospital', 'missing', 'back', 'told', 'transfer', 'sibling', 'discharge', 'died'] as const;
export type ResidentAct = (typeof residentActs)[number];

/** What a home may record next of a child who lives there: who is away comes back, first. */
export function nextActs(away: AbsenceKind | null, transferAsked: boolean): ResidentAct[] {
  if (away === 'missing') return ['told', 'back', 'died'];
  const back: ResidentAct[] = away === null ? ['leave', 'hospital'] : ['back'];
  const gone: ResidentAct[] = transferAsked ? [] : ['transfer'];
  return [...back, 'missing', ...gone, 'sibling', 'discharge', 'died'];
}
