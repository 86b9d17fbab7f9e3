// The verb others call: an office is told of a matter, in the transaction that makes it so. Whom at the office, when and by what, the worker finds a moment later.
import type { Context } from '../../platform/context.ts';
import type { NewIntimation } from './intimation.ts';
import { insertIntimation } from './store.ts';

/**
 * Tells an office once of one matter; told again, nothing happens, unless an officer now stands for what a citizen alone had said. `alarm` wakes who
 * is asleep. At a door only in the transaction that writes the record's diary; the worker as it likes.
 */
export async function intimate(context: Context, { officeId, template, facts, alarm, about, wordOf }: NewIntimation): Promise<boolean> {
  return insertIntimation(context, { officeId, template, facts, alarm, about, word: wordOf?.reporterKey ?? null });
}
