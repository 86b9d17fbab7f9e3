// An age is a range on a day, with the basis on which it is known; it drifts as the child grows.
import { type Day, addMonths, daysBetween, monthsBetween } from './time.ts';

/** How we know: a document, a medical finding, what someone said, or how the child looks. Ordered from strong to weak. */
export const ageBases = ['document', 'medical', 'told', 'apparent'] as const;
export type AgeBasis = (typeof ageBases)[number];

/** `low`..`high` completed months on the day `on`. */
export type Age = { lowMonths: number; highMonths: number; on: Day; basis: AgeBasis };

/** From years as people say them: 9 means 9 years 0 months up to 9 years 11 months. */
export function ageInYears(lowYears: number, highYears: number, on: Day, basis: AgeBasis): Age {
  return { lowMonths: lowYears * 12, highMonths: highYears * 12 + 11, on, basis };
}

export function ageFromBirth(birth: Day, on: Day): Age {
  let months = Math.floor(monthsBetween(birth, on));
  while (daysBetween(addMonths(birth, months + 1), on) >= 0) months++;
  while (months > 0 && daysBetween(addMonths(birth, months), on) < 0) months--;
  return { lowMonths: months, highMonths: months, on, basis: 'document' };
}

/** The same child's age carried to another day. Never below zero. */
export function ageOn(age: Age, on: Day): Age {
  const drift = Math.round(monthsBetween(age.on, on));
  return { ...age, lowMonths: Math.max(0, age.lowMonths + drift), highMonths: Math.max(0, age.highMonths + drift), on };
}

/** Completed years at both ends, for showing "9–11". */
export function yearsOf(age: Age): { low: number; high: number } {
  return { low: Math.floor(age.lowMonths / 12), high: Math.floor(age.highMonths / 12) };
}
