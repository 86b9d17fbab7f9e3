// What is still to be done in a case under the POCSO Act, and by when: told within a day (s.19(6)), produced within a day where the home is not safe, decided in three (Rules r.4).
import type { Instant } from '../../../kernel/time.ts';
import { dueAfter } from '../due-after.ts';
import { type OffenceCase, isUnsafe, supportOf } from './offence.ts';

export type OffenceDue = { what: 'told-committee' | 'told-court' | 'produced' | 'household' | 'helper'; at: Instant };

/** The earliest first. */
export function duesOf(one: OffenceCase, stateCode: string): OffenceDue[] {
  const done = new Set(one.steps.map(({ kind }) => kind));
  const dues: OffenceDue[] = [];
  const add = (what: OffenceDue['what'], rule: string, from: Instant) => dues.push({ what, at: dueAfter(rule, from, stateCode) });
  if (!done.has('told-committee')) add('told-committee', 'F08', one.takenAt);
  if (!done.has('told-court')) add('told-court', 'F08.2', one.takenAt);
  if (isUnsafe(one.setting) && !done.has('produced')) add('produced', 'F09', one.takenAt);
  const produced = one.steps.find(({ kind }) => kind === 'produced')?.happenedAt;
  if (produced && !done.has('household')) add('household', 'F10', produced);
  if (produced && !supportOf(one)) add('helper', 'F10.2', produced);
  return dues.toSorted((first, second) => (first.at < second.at ? -1 : 1));
}
