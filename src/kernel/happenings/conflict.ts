// What happens to a child in conflict with law (JJ Act s.8-24, s.94; JJ Model Rules 2016 r.8-14). These diaries stand in a vault of their own: no other
// record's reader may learn that one exists (JJ Act s.74, s.24).

/** Who may hold records of a proceeding, and must destroy them. */
type Keeper = 'board' | 'police' | 'court';
/** Of the offence (JJ Act s.2(33), (45), (54)): only a serious or heinous one may be given more time by a Magistrate. */
type Gravity = 'petty' | 'serious' | 'heinous';

export type ConflictFacts = {
  'conflict.apprehended': Record<never, never>;
  'conflict.parentsTold': Record<never, never>;
  'conflict.probationOfficerTold': Record<never, never>;
  /** The social investigation report of s.13, before the Board. */
  'conflict.socialReportSubmitted': Record<never, never>;
  /** For the first time in this proceeding. `sixteenAtOffence`: sixteen or older when it is said to have happened; an entry is corrected when this is found otherwise. */
  'conflict.producedBeforeBoard': { gravity: Gravity; sixteenAtOffence: boolean };
  'conflict.journeyRecorded': { minutes: number };
  'conflict.preliminaryAssessmentMade': Record<never, never>;
  /** The Board's own extension of s.14(2), with reasons. */
  'conflict.timeExtendedByBoard': { gravity: Gravity };
  /** By the Chief Judicial or Chief Metropolitan Magistrate, with reasons. `until`: the last day of the time given. */
  'conflict.timeExtendedByMagistrate': { of: 'inquiry' | 'preliminary-assessment'; gravity: Gravity; until: string };
  'conflict.ageTestOrdered': { order: string };
  'conflict.ageTestReported': { order: string };
  'conflict.bailGranted': { order: string };
  'conflict.bailConditionsMet': { order: string };
  'conflict.broughtBackBeforeBoard': Record<never, never>;
  'conflict.turnedEighteen': Record<never, never>;
  /** The final order, or an end without one: discharged, transferred, terminated, found to be grown up. */
  'conflict.proceedingEnded': { by: 'final-order' | 'termination' | 'transfer' | 'not-a-child' };
  /** `heinousAndSixteen`: the records of these are kept. */
  'conflict.appealPeriodOver': { heinousAndSixteen: boolean };
  'conflict.recordsDestroyed': { by: Keeper };
  /** The child is gone from the home or the place of safety, without leave. */
  'conflict.missingFromHome': Record<never, never>;
  'conflict.absenceReported': { to: 'police' | 'board' | 'parents' };
  'conflict.backInHome': Record<never, never>;
};

export const conflictHappenings = [
  'conflict.apprehended',
  'conflict.parentsTold',
  'conflict.probationOfficerTold',
  'conflict.socialReportSubmitted',
  'conflict.producedBeforeBoard',
  'conflict.journeyRecorded',
  'conflict.preliminaryAssessmentMade',
  'conflict.timeExtendedByBoard',
  'conflict.timeExtendedByMagistrate',
  'conflict.ageTestOrdered',
  'conflict.ageTestReported',
  'conflict.bailGranted',
  'conflict.bailConditionsMet',
  'conflict.broughtBackBeforeBoard',
  'conflict.turnedEighteen',
  'conflict.proceedingEnded',
  'conflict.appealPeriodOver',
  'conflict.recordsDestroyed',
  'conflict.missingFromHome',
  'conflict.absenceReported',
  'conflict.backInHome',
] as const satisfies readonly (keyof ConflictFacts)[];
