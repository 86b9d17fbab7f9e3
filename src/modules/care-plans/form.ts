// Forms of the care plan: the child's wishes, one need, the plan made, decided, its progress, its reviews, and the release.
import { z } from 'zod';
import { choice, day, optionalText, text, wholeNumber } from '../../web/fields.ts';
import { type Domain, concerns, domains, hearings, ladder, measures } from './plan.ts';
import { marks, reviewOutcomes } from './progress.ts';

const LONG = 2000;

/** Saved in parts: nothing here must be there yet, the plan asks for it when it is made. */
export const wishesSchema = z.strictObject({
  heard: choice(hearings).optional(),
  wishes: optionalText(LONG),
  wishesLanguage: optionalText(60),
  notHeardBecause: optionalText(500),
  caseWorker: optionalText(120),
  ladder: choice(ladder).optional(),
  ladderReasons: optionalText(LONG),
  changed: optionalText(LONG),
});
export type WishesDraft = z.output<typeof wishesSchema>;

export const needSchema = z
  .strictObject({
    concern: choice(concerns, 'care-plans.error.concern'),
    concernWords: optionalText(LONG),
    goal: optionalText(LONG),
    intervention: optionalText(LONG),
    who: optionalText(200),
    agency: optionalText(200),
    success: optionalText(500),
    measure: choice(measures).optional(),
    scheme: optionalText(200),
    startsOn: day().optional(),
    reviewOn: day().optional(),
    /** The save this one was begun from; 0: nothing was there. */
    edit: wholeNumber(0, 1_000_000),
  })
  .refine(({ startsOn, reviewOn }) => !startsOn || !reviewOn || reviewOn >= startsOn, {
    path: ['reviewOn'],
    message: 'care-plans.error.reviewBeforeStart',
  });
export type NeedDraft = z.output<typeof needSchema>;

export const makeSchema = z.strictObject({});

export const decisionSchema = z
  .strictObject({ decision: choice(['approved', 'returned'], 'care-plans.error.decision'), reasons: optionalText(LONG) })
  .refine(({ decision, reasons }) => decision === 'approved' || reasons !== undefined, {
    path: ['reasons'],
    message: 'care-plans.error.reasons',
  });
export type DecisionDraft = z.output<typeof decisionSchema>;

const markField = choice(marks).optional();
/** How each need went, by its name. */
const markFields = Object.fromEntries(domains.map((domain) => [`mark-${domain}`, markField])) as unknown as {
  [Each in Domain as `mark-${Each}`]: typeof markField;
};

export const progressSchema = z
  .strictObject({
    toOn: day(),
    interviewedOn: day(),
    place: text(200, 'care-plans.error.place'),
    conduct: text(LONG, 'care-plans.error.conduct'),
    interventions: optionalText(LONG),
    proceedings: optionalText(LONG),
    residence: optionalText(500),
    childSays: optionalText(LONG),
    ...markFields,
  })
  .refine(({ interviewedOn, toOn }) => interviewedOn <= toOn, { path: ['interviewedOn'], message: 'care-plans.error.interviewAfter' });
export type ProgressDraft = z.output<typeof progressSchema>;

export const reviewSchema = z.strictObject({
  reviewedOn: day(),
  outcome: choice(reviewOutcomes, 'care-plans.error.outcome'),
  sat: text(500, 'care-plans.error.sat'),
  found: text(LONG, 'care-plans.error.found'),
  childSays: optionalText(LONG),
});
export type ReviewDraft = z.output<typeof reviewSchema>;

export const fixReleaseSchema = z.strictObject({ plannedFor: day('care-plans.error.plannedFor') });
/** Part C. */
export const preReleaseSchema = z.strictObject({
  destination: text(500, 'care-plans.error.destination'),
  placements: text(LONG, 'care-plans.error.placements'),
  skills: optionalText(LONG),
  rehabilitation: text(LONG, 'care-plans.error.rehabilitation'),
  escort: optionalText(300),
  followUp: text(300, 'care-plans.error.followUp'),
  sponsorship: optionalText(300),
  medical: optionalText(LONG),
});
export type PreReleaseDraft = z.output<typeof preReleaseSchema>;
export const releaseWords = [
  'destination',
  'placements',
  'skills',
  'rehabilitation',
  'escort',
  'followUp',
  'sponsorship',
  'medical',
] as const;
