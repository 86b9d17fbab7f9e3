// The verb others call: an office is told of a matter, in the transaction that makes it so. Whom at the office, when and by what, the worker finds a moment later.
import type { Context } from '../../platform/context.ts';
import type { NewIntimation, TogetherKind, TogetherTemplate } from './intimation.ts';
import { insertIntimations } from './store.ts';
import type { FactsOf } from '../../platform/messages/templates.ts';
import type { OfficeId } from '../../kernel/ids.ts';

/**
 * Tells an office once of one matter; told again, nothing happens, unless an officer now stands for what a citizen alone had said. `alarm` wakes who
 * is asleep. At a door only in the transaction that writes the record's diary; the worker as it likes.
 */
export async function intimate(context: Context, matter: NewIntimation): Promise<boolean> {
  return (await intimateAll(context, [matter])) > 0;
}

/** The same of many, in one statement. Answers how many were told. */
export async function intimateAll(context: Context, all: readonly NewIntimation[]): Promise<number> {
  return insertIntimations(context, all.map(({ wordOf, ...matter }) => ({ ...matter, word: wordOf?.reporterKey ?? null }))); // prettier-ignore
}

export type NewDigest<T extends TogetherTemplate = TogetherTemplate> = {
  [Id in T]: { officeId: OfficeId; template: Id; facts: FactsOf<Id>; alarm: boolean; about: { kind: TogetherKind; id: string } };
}[T];

/**
 * Tells whoever is on duty at an office of several things together. Duties once and by one way, since each of them climbs by itself; of words of the public
 * one telling goes on until somebody looks at them, those that follow it meanwhile are told once. The worker alone.
 */
export async function tellTogether(context: Context, { officeId, template, facts, alarm, about }: NewDigest): Promise<void> {
  await insertIntimations(context, [{ officeId, template, facts, alarm, about: { ...about, recordId: null }, word: null }]);
}
