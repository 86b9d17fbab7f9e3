// What happens to a child in a home or in a family that is not the child's own (JJ Act s.39-56; JJ Model Rules 2016 r.23-25, r.39, r.69; Mission Vatsalya
// Guidelines 2022 4.1-4.3). Read from the diary of the child's record at the Committee (`found`).

export type CareFacts = {
  /** `home`: the office, here and where the child is transferred. */
  'care.admitted': { home: string };
  'care.planMade': { version: number };
  /** Form 43: a part of the case history was written for the first time. */
  'care.historyWritten': Record<never, never>;
  /** Part B of the plan. */
  'care.progressReported': Record<never, never>;
  /** Three months of progress reports are over: from here they are monthly. */
  'care.firstMonthsOver': Record<never, never>;
  /** `plannedFor`: the day fixed for the release. */
  'care.releaseFixed': { plannedFor: string };
  /** Part C of the plan. */
  'care.preReleaseReported': Record<never, never>;
  'care.released': Record<never, never>;
  'care.transferred': { home: string };
  /** Away for a while, and expected back. */
  'care.wentAway': { for: 'leave' | 'hospital' };
  'care.cameBack': { from: 'leave' | 'hospital' };
  /** Gone from the home without leave. */
  'care.missingFromHome': Record<never, never>;
  'care.absenceReported': { to: 'police' | 'committee' | 'parents' | 'portal' };
  'care.backInHome': Record<never, never>;
  'care.turnedEighteen': Record<never, never>;
  'care.died': Record<never, never>;
  'care.fosterPlaced': Record<never, never>;
  'care.fosterInspected': Record<never, never>;
  'care.fosterEnded': Record<never, never>;
  /** A visit (Form 35) found that the child is hurt or made to work there: it leaves the family at once. */
  'care.fosterAbuseFound': Record<never, never>;
  'care.kinPlaced': Record<never, never>;
  'care.kinEnded': Record<never, never>;
  /** Form 37. */
  'care.aftercareOrdered': Record<never, never>;
  'care.aftercareReported': Record<never, never>;
  'care.aftercareEnded': Record<never, never>;
  'care.sponsorshipGranted': Record<never, never>;
  'care.sponsorshipReviewed': Record<never, never>;
  'care.sponsorshipStopped': { because: 'eighteen' | 'means' | 'in-a-home' | 'absence' | 'other' };
  /** The portal saw that a sponsorship should stop: somebody looks. */
  'care.sponsorshipStopSeen': { because: 'eighteen' | 'means' | 'in-a-home' | 'absence' };
  /** By order of the Committee (s.94). A Board's order stands in its own vault. */
  'care.ageTestOrdered': { order: string };
  'care.ageTestReported': { order: string };
};

export const careHappenings = [
  'care.admitted',
  'care.planMade',
  'care.historyWritten',
  'care.progressReported',
  'care.firstMonthsOver',
  'care.releaseFixed',
  'care.preReleaseReported',
  'care.released',
  'care.transferred',
  'care.wentAway',
  'care.cameBack',
  'care.missingFromHome',
  'care.absenceReported',
  'care.backInHome',
  'care.turnedEighteen',
  'care.died',
  'care.fosterPlaced',
  'care.fosterInspected',
  'care.fosterEnded',
  'care.fosterAbuseFound',
  'care.kinPlaced',
  'care.kinEnded',
  'care.aftercareOrdered',
  'care.aftercareReported',
  'care.aftercareEnded',
  'care.sponsorshipGranted',
  'care.sponsorshipReviewed',
  'care.sponsorshipStopped',
  'care.sponsorshipStopSeen',
  'care.ageTestOrdered',
  'care.ageTestReported',
] as const satisfies readonly (keyof CareFacts)[];
