// What of a child's file is sealed, by class, and how a request to open one class stands. Pure. Half an hour, read-only, agreed to by another office (JJ Act s.99, POCSO Act s.23).
import type { RecordId } from '../../kernel/ids.ts';
import { type Instant, addMinutes } from '../../kernel/time.ts';
import { statedPurposes } from '../../web/stated-purposes.ts';

export const sealedClasses = ['medical', 'psychological', 'harm', 'sexual-offence'] as const;
export type SealedClass = (typeof sealedClasses)[number];
/** What a reader may open now. */
export type OpenClasses = ReadonlySet<SealedClass>;
export const nothingOpen: OpenClasses = new Set();
export const allOpen: OpenClasses = new Set(sealedClasses);

export const purposes = statedPurposes;
export type Purpose = (typeof purposes)[number];

const OPEN_MINUTES = 30;
export const openUntil = (agreedAt: Instant): Instant => addMinutes(agreedAt, OPEN_MINUTES);

/** Where at the desk what was opened is read, after the child's reference. */
export const placesOf: Readonly<Record<SealedClass, readonly ('plan' | 'history' | 'report' | 'offence')[]>> = {
  medical: ['plan', 'history'],
  psychological: ['plan', 'report'],
  harm: ['plan', 'history', 'report'],
  'sexual-offence': ['offence'],
};
export function placePath(reference: string, place: 'plan' | 'history' | 'report' | 'offence'): string {
  return place === 'report' ? `/cwc/${reference}/opened` : `/found/${reference}/${place}`;
}

export type Unsealing = {
  id: string;
  recordId: RecordId;
  class: SealedClass;
  purpose: Purpose;
  need: string;
  askedBy: string;
  askedByName: string;
  askedOffice: string;
  askedOfficeName: string;
  askedAt: Instant;
  answer: 'agreed' | 'refused' | null;
  because: string | null;
  answeredByName: string | null;
  answeredOfficeName: string | null;
  answeredAt: Instant | null;
  openUntil: Instant | null;
};

export type Standing = 'waiting' | 'open' | 'over' | 'refused';

/** It ends by itself: nobody has to remember to shut it. */
export function standingOf({ answer, openUntil: until }: Pick<Unsealing, 'answer' | 'openUntil'>, now: Instant): Standing {
  if (answer === null) return 'waiting';
  if (answer === 'refused') return 'refused';
  return until! > now ? 'open' : 'over';
}
