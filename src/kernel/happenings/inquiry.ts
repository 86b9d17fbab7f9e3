// What a Child Welfare Committee does between production and the last follow-up (JJ Act s.29-40, s.95; JJ Model Rules 2016 r.17-20, r.82).
// Read from the diary of the child's record at the Committee (`found`); a night in a home may also be of a child before the Board.

/** The steps of Form 26. */
type InquiryStep = 'age' | 'report' | 'further-investigation' | 'statement' | 'care-plan' | 'final-order' | 'review';

export type InquiryFacts = {
  /** Under two years old and medically unfit to be brought before the Committee. */
  'inquiry.unfitForProduction': Record<never, never>;
  'inquiry.unfitReported': { photograph: boolean };
  'inquiry.medicallyFit': Record<never, never>;
  'inquiry.placementRatified': Record<never, never>;
  /** Form 42. `dueOn`: the day and hour, `2026-11-14 10:00`, by which the police take the child over, or '' if it states none. */
  'inquiry.keptOvernight': { dueOn: string };
  'inquiry.takenOverByPolice': Record<never, never>;
  'inquiry.notTakenOver': Record<never, never>;
  /** POCSO. `setting`: what the child's safety depends on, never what was done. */
  'inquiry.sexualOffenceRecorded': { setting: 'elsewhere' | 'shared-household' | 'institution-without-parents' | 'no-home-or-support' };
  'inquiry.sexualOffenceReported': { to: 'committee' | 'special-court' };
  /** Before the Committee because the home is not safe, with the reasons of the police (POCSO Rules r.4). */
  'inquiry.producedForSafety': Record<never, never>;
  'inquiry.householdDecided': { leaves: boolean };
  'inquiry.supportPersonNamed': Record<never, never>;
  'inquiry.supportPersonReported': Record<never, never>;
  'inquiry.supportPersonReleased': Record<never, never>;
  /** Form 21. `dueOn`: the day the order itself states, or '' if it states none. */
  'inquiry.reportOrdered': { order: string; dueOn: string };
  /** Form 22. */
  'inquiry.reportSubmitted': { order: string };
  'inquiry.hearingHeld': Record<never, never>;
  /** Form 26, the sheet of the case: every step with its day. */
  'inquiry.scheduleFixed': Record<never, never>;
  /** `reference`: this line of the sheet, of which two may be of one kind, such as a second review. `plannedFor`: its day. */
  'inquiry.stepScheduled': { reference: string; step: InquiryStep; plannedFor: string };
  'inquiry.stepDone': { reference: string; step: InquiryStep };
  /** The inquiry is that of s.38: nobody is there to whom the child could go. `age`: on the day of production. */
  'inquiry.takenAsWithoutParents': { because: 'orphan' | 'abandoned' | 'surrendered'; age: 'two-or-under' | 'over-two' };
  'inquiry.familyCameForward': Record<never, never>;
  /** Any order of the Committee's register, signed by every member named. `type`: as the register names it. */
  'inquiry.orderMade': { type: string };
  'inquiry.finalOrderMade': Record<never, never>;
  'inquiry.declaredLegallyFree': Record<never, never>;
  /** Form 25. */
  'inquiry.certificateGiven': Record<never, never>;
  'inquiry.placementReviewed': Record<never, never>;
  /** Form 45. */
  'inquiry.escortOrdered': { order: string; of: 'dcpu' | 'police' | 'childline' | 'organisation' };
  'inquiry.escortArranged': { order: string };
  'inquiry.residenceElsewhere': { in: 'district' | 'state' | 'country' };
  'inquiry.transferOrdered': Record<never, never>;
  'inquiry.recordsSent': Record<never, never>;
  /** By the Committee the child was transferred to. Refused, the matter is back where it was. */
  'inquiry.transferAccepted': Record<never, never>;
  'inquiry.transferRefused': Record<never, never>;
  /** Whom the care plan names to follow up. */
  'inquiry.followUpNamed': { who: 'probation-officer' | 'social-worker' | 'organisation' };
  /** Part D of the care plan. */
  'inquiry.followedUp': { visit: 'first' | 'two-months' | 'six-months' };
};

export const inquiryHappenings = [
  'inquiry.unfitForProduction',
  'inquiry.unfitReported',
  'inquiry.medicallyFit',
  'inquiry.placementRatified',
  'inquiry.keptOvernight',
  'inquiry.takenOverByPolice',
  'inquiry.notTakenOver',
  'inquiry.sexualOffenceRecorded',
  'inquiry.sexualOffenceReported',
  'inquiry.producedForSafety',
  'inquiry.householdDecided',
  'inquiry.supportPersonNamed',
  'inquiry.supportPersonReported',
  'inquiry.supportPersonReleased',
  'inquiry.reportOrdered',
  'inquiry.reportSubmitted',
  'inquiry.hearingHeld',
  'inquiry.scheduleFixed',
  'inquiry.stepScheduled',
  'inquiry.stepDone',
  'inquiry.takenAsWithoutParents',
  'inquiry.familyCameForward',
  'inquiry.orderMade',
  'inquiry.finalOrderMade',
  'inquiry.declaredLegallyFree',
  'inquiry.certificateGiven',
  'inquiry.placementReviewed',
  'inquiry.escortOrdered',
  'inquiry.escortArranged',
  'inquiry.residenceElsewhere',
  'inquiry.transferOrdered',
  'inquiry.recordsSent',
  'inquiry.transferAccepted',
  'inquiry.transferRefused',
  'inquiry.followUpNamed',
  'inquiry.followedUp',
] as const satisfies readonly (keyof InquiryFacts)[];
