// A case of a child in conflict with law before a Juvenile Justice Board (JJ Act s.8-24): what is known of it, and the pure rules of its time.
import type { ConflictFacts } from '../../kernel/happenings/conflict.ts';
import type { OfficeId } from '../../kernel/ids.ts';
import { type Day, type Instant, addMonths, dayOf } from '../../kernel/time.ts';

export const gravities = ['petty', 'serious', 'heinous'] as const;
export type Gravity = (typeof gravities)[number];

/** How a case can end: the order types of the Board's monthly return [C R2], and that its time was over (s.14(4)). */
export const disposals = [
  'discharge',
  'advice',
  'group-counselling',
  'community-service',
  'fine',
  'probation',
  'compromise',
  'plea',
  'to-committee',
  'special-home',
  'other-board',
  'childrens-court',
  'time-over',
  'other',
] as const;
export type Disposal = (typeof disposals)[number];

type EndedBy = ConflictFacts['conflict.proceedingEnded']['by'];
/** What the diary says of each end. */
export function endOf(disposal: Disposal): EndedBy {
  if (disposal === 'time-over') return 'termination';
  return disposal === 'to-committee' || disposal === 'other-board' || disposal === 'childrens-court' ? 'transfer' : 'final-order';
}

/** Sealed under the key of the case: nothing of it stands in a column. */
export type Identity = {
  name: string;
  guardian?: string | undefined;
  born?: Day | undefined;
  age?: string | undefined;
  sex: 'female' | 'male' | 'third';
  address?: string | undefined;
  language?: string | undefined;
};

export type Proceeding = {
  id: string;
  year: number;
  number: number;
  boardId: OfficeId;
  policeId: OfficeId;
  unitId: OfficeId;
  homeId: OfficeId | null;
  stateCode: string;
  boardName: string;
  policeName: string;
  homeName: string | null;
  gravity: Gravity | null;
  sixteenAtOffence: boolean | null;
  apprehendedAt: Instant;
  producedAt: Instant | null;
  nextOn: Day | null;
  endedAt: Instant | null;
  endedBy: Disposal | null;
  appealOverAt: Instant | null;
  destroyedAt: Instant | null;
  /** Null once its key is destroyed. */
  identity: Identity | null;
};

/** The name a case has: its number of the Board's year. */
export function numberOf({ number, year }: Pick<Proceeding, 'number' | 'year'>): string {
  return `${number}/${year}`;
}

/** Rule 14 [M]: about seven years after the period for appeal. */
const KEPT_MONTHS = 84;
/** How long before that day its order may be written, so that it can be carried out on the day. */
const ORDERED_MONTHS_BEFORE = 3;

/** Heinous at sixteen or older: the records are kept (s.24(2), s.19(1)(i)). */
export function isKept({ gravity, sixteenAtOffence }: Pick<Proceeding, 'gravity' | 'sixteenAtOffence'>): boolean {
  return gravity === 'heinous' && sixteenAtOffence === true;
}

/** The first day on which its records may be destroyed; null where that day is not known, or never comes. */
export function destroyedOn(proceeding: Pick<Proceeding, 'appealOverAt' | 'gravity' | 'sixteenAtOffence'>): Day | null {
  return proceeding.appealOverAt && !isKept(proceeding) ? addMonths(dayOf(proceeding.appealOverAt), KEPT_MONTHS) : null;
}

export function mayBeOrdered(proceeding: Proceeding, now: Instant): boolean {
  const on = destroyedOn(proceeding);
  return on !== null && proceeding.destroyedAt === null && dayOf(now) >= addMonths(on, -ORDERED_MONTHS_BEFORE);
}

/** The buckets of the Board's return (s.16(3)): by whole months since first production; on its last day a case is not older yet. */
export const ages = ['under-4', '4-6', '6-12', 'over-12'] as const;
export type Age = (typeof ages)[number];

export function ageOn(producedAt: Instant, to: Day): Age {
  const from = dayOf(producedAt);
  const over = (months: number): boolean => to > addMonths(from, months);
  return !over(4) ? 'under-4' : !over(6) ? '4-6' : !over(12) ? '6-12' : 'over-12';
}
