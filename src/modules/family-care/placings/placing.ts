// A placing of a child in care outside an institution, from the application to its end: how it stands, and what signs say that it should stop. Pure.
import { type Age, ageOn } from '../../../kernel/age.ts';
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Paise } from '../../../kernel/money.ts';
import { type Day, addMonths } from '../../../kernel/time.ts';
import type { Area, Hardship, StopSign } from '../../../law/index.ts';

export const placingKinds = ['sponsorship', 'foster', 'kinship', 'aftercare'] as const;
export type PlacingKind = (typeof placingKinds)[number];

export const forms = { sponsorship: ['preventive', 'rehabilitative'], foster: ['individual', 'group'] } as const;
export const relations = ['mother', 'father', 'grandparent', 'uncle-aunt', 'sibling', 'other-kin', 'guardian', 'not-related'] as const;
export const incomeProofs = ['certificate', 'ration-card', 'own-word', 'none'] as const;
export const purposes = ['education', 'health', 'nutrition', 'training', 'lodging', 'other'] as const;
export const paces = ['monthly', 'quarterly', 'once', 'nothing'] as const;
export type Pace = (typeof paces)[number];
export const standings = ['chairperson', 'protection-officer', 'committee-member', 'agency', 'organisation', 'other'] as const;
export const endings = ['eighteen', 'means', 'in-a-home', 'absence', 'other'] as const;

/** Approved by the Sponsorship and Foster Care Approval Committee before they are ordered. */
export const needsApproval = (kind: PlacingKind): boolean => kind === 'sponsorship' || kind === 'foster';

/** Of whoever cares; `income` in whole rupees a year. */
export type PlacingWords = {
  carerName?: string;
  relation?: (typeof relations)[number];
  address?: string;
  telephone?: string;
  income?: number;
  incomeProof?: (typeof incomeProofs)[number];
  organisation?: string;
  why?: string;
};
export type OrderWords = { holder?: string; account?: string; branch?: string; operator?: string };

export type Approver = { name: string; standing: (typeof standings)[number] };
export type Approval = {
  metOn: Day;
  decision: 'approved' | 'returned' | 'refused';
  reasons: string;
  members: Approver[];
  recordedBy: string;
};

export type Placing = {
  id: string;
  recordId: RecordId;
  kind: PlacingKind;
  form: string | null;
  hardships: Hardship[];
  area: Area | null;
  familyId: string | null;
  siblingsTogether: boolean;
  words: PlacingWords;
  officeId: OfficeId;
  appliedOn: Day;
  appliedBy: string;
  orderId: string | null;
  orderNumber: string | null;
  fromOn: Day | null;
  toOn: Day | null;
  pays: Pace | null;
  amount: Paise | null;
  purposes: string[];
  orderWords: OrderWords;
  stopSign: StopSign | null;
  endedOn: Day | null;
  endedBecause: (typeof endings)[number] | null;
  endReasons: string | null;
  endedBy: string | null;
  approvals: Approval[];
};

export type PlacingState = 'applied' | 'returned' | 'approved' | 'refused' | 'running' | 'ended' | 'withdrawn';

export function stateOf({ kind, approvals, fromOn, endedOn }: Pick<Placing, 'kind' | 'approvals' | 'fromOn' | 'endedOn'>): PlacingState {
  if (endedOn !== null) return fromOn === null ? 'withdrawn' : 'ended';
  if (fromOn !== null) return 'running';
  const last = approvals.at(-1)?.decision;
  return last ?? (needsApproval(kind) ? 'applied' : 'approved');
}

/** The first day on which the child surely, and on which the child may have, completed so many years; null where nothing is known of the age. */
export function completes(age: Age | null, years: number): { earliest: Day; latest: Day } | null {
  if (!age) return null;
  return { earliest: addMonths(age.on, years * 12 - age.highMonths), latest: addMonths(age.on, years * 12 - age.lowMonths) };
}

export type Seen = {
  today: Day;
  age: Age | null;
  livesInHome: boolean;
  /** As the last review says it: rupees a year, and days missed in a row. */
  review: { aboveCeiling: boolean | null; daysAbsent: number | null } | null;
};

const GROWN_MONTHS = 18 * 12;

/** Signs that a running placing should stop. A sign stops nothing: a person does, with a reason. An age known as a range counts once its lower end is there. */
export function signsOf(stops: readonly StopSign[], absenceAfterDays: number, { today, age, livesInHome, review }: Seen): StopSign[] {
  const shows: Record<StopSign, boolean> = {
    eighteen: age !== null && ageOn(age, today).lowMonths >= GROWN_MONTHS,
    'in-a-home': livesInHome,
    means: review?.aboveCeiling === true,
    absence: (review?.daysAbsent ?? 0) > absenceAfterDays,
  };
  return stops.filter((sign) => shows[sign]);
}

/** All but its last four signs hidden. */
export function masked(account: string): string {
  return account.length > 4 ? `${'•'.repeat(account.length - 4)}${account.slice(-4)}` : account;
}
