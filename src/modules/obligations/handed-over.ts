// Which office a duty was handed to: by the diary, so that what is stored of it can be worked out again. Its clock and its ladder run on.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { OfficeId } from '../../kernel/ids.ts';
import { ruleById } from '../../law/index.ts';
import { effectiveEntries } from '../diary/index.ts';

const moves: ReadonlySet<string> = new Set([
  'missing.movedToStation',
  'missing.transferredToAntiTrafficking',
  'sighting.movedToStation',
  'care.transferred',
]);

type Key = { readonly ruleId: string; readonly triggerEntryId: string };
const keyOf = (ruleId: string, triggerEntryId: string): string => `${ruleId} ${triggerEntryId}`;

/** By the latest hand-over of the duty; once the whole record moved to another office, what was agreed before no longer holds. */
export function handedOver(diary: readonly DiaryFact[]): (duty: Key) => OfficeId | undefined {
  const to = new Map<string, OfficeId>();
  for (const { happening, facts } of effectiveEntries(diary).toSorted(asRecorded)) {
    if (moves.has(happening)) to.clear();
    if (happening !== 'obligation.handedOver') continue;
    const { rule, duty, toOffice } = facts as { rule: string; duty: string; toOffice: string };
    to.set(keyOf(rule, duty), toOffice as OfficeId);
  }
  return ({ ruleId, triggerEntryId }) => to.get(keyOf(ruleId, triggerEntryId));
}

/** Two of one moment stay as the diary has them: it is read in the order it was written. */
function asRecorded(one: DiaryFact, other: DiaryFact): number {
  return one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0;
}

/** Where the law has whoever wrote down the start owe the duty (`owedByWriter`). */
export function writerOf(diary: readonly DiaryFact[], { ruleId, triggerEntryId }: Key): OfficeId | undefined {
  if (!ruleById(ruleId)?.owedByWriter) return undefined;
  return (diary.find(({ entryId }) => entryId === triggerEntryId)?.byOffice ?? undefined) as OfficeId | undefined;
}

/** How often the duty was handed over already. */
export function timesHandedOver(diary: readonly DiaryFact[], { ruleId, triggerEntryId }: Key): number {
  return effectiveEntries(diary).filter(
    ({ happening, facts }) =>
      happening === 'obligation.handedOver' &&
      keyOf((facts as { rule: string }).rule, (facts as { duty: string }).duty) === keyOf(ruleId, triggerEntryId),
  ).length;
}
