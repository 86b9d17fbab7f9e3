// A sexual offence against a child (POCSO Act 2012 s.19(6); POCSO Rules 2020 r.4): what the police took down and told, what the Committee decided, who stays by the child.
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';

export const settings = ['elsewhere', 'shared-household', 'institution-without-parents', 'no-home-or-support'] as const;
export type Setting = (typeof settings)[number];

/** Where the home is not safe the child is brought before the Committee within a day (r.4(3)); elsewhere only told. */
export const isUnsafe = (setting: Setting): boolean => setting !== 'elsewhere';

export const stepKinds = ['told-committee', 'told-court', 'produced', 'household', 'support-report', 'compensation'] as const;
export type StepKind = (typeof stepKinds)[number];

export const helperKinds = ['support-person', 'interpreter', 'special-educator'] as const;
export type HelperKind = (typeof helperKinds)[number];
export const consents = ['child', 'guardian', 'both'] as const;

export type HelperWords = {
  name: string;
  organisation?: string | undefined;
  telephone?: string | undefined;
  language?: string | undefined;
};

export type Helper = {
  id: string;
  kind: HelperKind;
  words: HelperWords;
  officeName: string | null;
  consentBy: (typeof consents)[number] | null;
  fromOn: Day;
  endedOn: Day | null;
  endedBecause: string | null;
};

export type OffenceStep = {
  id: string;
  kind: StepKind;
  happenedAt: Instant;
  leaves: boolean | null;
  rupees: number | null;
  words: string;
  officeName: string;
  recordedByName: string;
};

export type OffenceCase = {
  id: string;
  recordId: RecordId;
  stationId: OfficeId;
  stationName: string;
  setting: Setting;
  takenAt: Instant;
  paper: string | null;
  told: string;
  steps: OffenceStep[];
  helpers: Helper[];
};

export const supportOf = ({ helpers }: Pick<OffenceCase, 'helpers'>): Helper | undefined =>
  helpers.find(({ kind, endedOn }) => kind === 'support-person' && endedOn === null);

export type OffenceAct = 'tell' | 'produced' | 'household' | 'helper' | 'helper-ended' | 'support-report' | 'compensation';
type Rights = { isStation: boolean; decides: boolean; reports: boolean };

/** What may be written next, by whom: each act once its ground is there. */
export function nextActs(one: OffenceCase, { isStation, decides, reports }: Rights): OffenceAct[] {
  const done = new Set(one.steps.map(({ kind }) => kind));
  const police: OffenceAct[] = [
    ...(done.has('told-committee') && done.has('told-court') ? [] : (['tell'] as const)),
    ...(isUnsafe(one.setting) && !done.has('produced') ? (['produced'] as const) : []),
  ];
  const committee: OffenceAct[] = [
    ...(done.has('produced') && !done.has('household') ? (['household'] as const) : []),
    'helper',
    ...(one.helpers.some(({ endedOn }) => endedOn === null) ? (['helper-ended'] as const) : []),
    'compensation',
  ];
  return [...(isStation ? police : []), ...(decides ? committee : []), ...(reports && supportOf(one) ? (['support-report'] as const) : [])];
}
