// The monitoring sheet of Form 26 (MR r.20(1)), read from the diary: every step with the day fixed for it and the day it was done.
import type { DiaryFact, Happening } from '../../../kernel/happenings.ts';
import { type Day, type Instant, addMonths, dayOf } from '../../../kernel/time.ts';
import type { Description } from '../../children/index.ts';

export const sheetSteps = ['age', 'report', 'further-investigation', 'statement', 'care-plan', 'final-order', 'review'] as const;
export type SheetStep = (typeof sheetSteps)[number];

export type SheetLine = { reference: string; entryId: string; step: SheetStep; plannedFor: Day; doneOn: Day | null };

/** `diary` as corrected: a day put off is a correction of the line. */
export function linesOf(diary: readonly DiaryFact[]): SheetLine[] {
  const lines = new Map<string, SheetLine>();
  for (const entry of diary) {
    if (entry.happening === 'inquiry.stepScheduled') {
      const { reference, step, plannedFor } = entry.facts;
      lines.set(reference, { reference, step, entryId: entry.entryId, plannedFor: plannedFor as Day, doneOn: null });
    }
  }
  for (const entry of diary) {
    const line = entry.happening === 'inquiry.stepDone' ? lines.get(entry.facts.reference) : undefined;
    if (line) line.doneOn ??= dayOf(entry.happenedAt);
  }
  return [...lines.values()];
}

export function openLinesOf(diary: readonly DiaryFact[], step: SheetStep): SheetLine[] {
  return linesOf(diary).filter((line) => line.step === step && line.doneOn === null);
}

/** What the diary says was done of a step nobody put on a day. */
const told: Partial<Record<SheetStep, Happening>> = {
  age: 'care.ageTestReported',
  report: 'inquiry.reportSubmitted',
  'care-plan': 'care.planMade',
  'final-order': 'inquiry.finalOrderMade',
  review: 'inquiry.placementReviewed',
};

export function unscheduledOf(diary: readonly DiaryFact[]): { step: SheetStep; doneOn: Day }[] {
  const scheduled = new Set(linesOf(diary).map(({ step }) => step));
  return sheetSteps.flatMap((step) => {
    const done = diary.findLast(({ happening }) => happening === told[step]);
    return scheduled.has(step) || !done ? [] : [{ step, doneOn: dayOf(done.happenedAt) }];
  });
}

const ADULT_MONTHS = 18 * 12;

/** The day on which, by what is written now, the child was or will be eighteen, if that day has come. It ends no inquiry: the Committee decides what follows. */
export function eighteenSince(description: Pick<Description, 'birthDate' | 'age'> | undefined, now: Instant): Day | null {
  const today = dayOf(now);
  const { birthDate, age } = description ?? {};
  const on = birthDate ? addMonths(birthDate, ADULT_MONTHS) : age ? addMonths(age.on, ADULT_MONTHS - age.lowMonths) : null;
  return on !== null && on <= today ? on : null;
}

export type Sheet = {
  policeStation: string | null;
  sections: string | null;
  paperNumber: string | null;
  probationOfficer: string | null;
  investigatingOfficer: string | null;
  medicalOn: Day | null;
  ageEvidence: 'document' | 'medical' | null;
};
