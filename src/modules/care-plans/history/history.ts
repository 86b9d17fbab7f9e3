// The case history (Form 43): its heads, and what is asked under each. That the heads exist was read on the form's screens [C-f]; the items are ours [M].
import type { Instant } from '../../../kernel/time.ts';
import type { SealedClass } from '../../unsealing/index.ts';

export const historyParts = ['personal', 'household', 'family', 'offences', 'social', 'education', 'employment', 'health'] as const;
export type HistoryPart = (typeof historyParts)[number];

export const historyFields = {
  personal: ['birth', 'identity', 'beforeCare'],
  household: ['dwelling', 'livesWith', 'means'],
  family: ['members', 'ties', 'events'],
  offences: ['familyOffences'],
  social: ['childhood', 'friends', 'habits', 'interests'],
  education: ['schoolBefore', 'schoolAfter'],
  employment: ['workBefore', 'trainedIn'],
  health: ['healthBefore', 'healthAfter'],
} as const satisfies Record<HistoryPart, readonly string[]>;
export type HistoryField = (typeof historyFields)[HistoryPart][number];
export const allHistoryFields: readonly HistoryField[] = historyParts.flatMap((part) => [...historyFields[part]]);

/** Medical, and what others of the family are accused of: opened like the sealed needs of the plan. */
export const sealedParts: ReadonlyMap<HistoryPart, SealedClass> = new Map([
  ['offences', 'harm'],
  ['health', 'medical'],
]);

export type HistoryWords = Partial<Record<HistoryField, string>>;
export type HistoryEntry = {
  part: HistoryPart;
  /** Null: sealed to this reader. */
  words: HistoryWords | null;
  edit: number;
  officeName: string;
  savedBy: string;
  savedAt: Instant;
};

export const isHistoryPart = (text: string | undefined): text is HistoryPart => historyParts.includes(text as HistoryPart);
