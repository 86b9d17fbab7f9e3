// The diary's pure rules: which entries count once corrections are read in their place, and when each was entered.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { Instant } from '../../kernel/time.ts';

/**
 * The diary as it stands: each corrected entry replaced, in its place, by its correction. Of several corrections of one entry the last recorded
 * stands; a correction may itself be corrected. Rows read twice, or in another order, change nothing but the order of the answer.
 */
export function effectiveEntries<Entry extends DiaryFact>(diary: readonly Entry[]): Entry[] {
  const byId = new Map(diary.map((entry) => [entry.entryId, entry]));
  const correctionOf = new Map<string, Entry>();
  for (const entry of byId.values()) {
    const rival = entry.corrects === null ? undefined : correctionOf.get(entry.corrects);
    if (entry.corrects !== null && (!rival || isRecordedLater(entry, rival))) correctionOf.set(entry.corrects, entry);
  }
  const originOf = (entry: Entry): string[] => {
    if (entry.corrects === null) return [entry.entryId];
    return byId.has(entry.corrects) ? [] : [entry.corrects];
  };
  const standing = (origin: string): Entry => {
    let id = origin;
    for (let correction = correctionOf.get(id); correction; correction = correctionOf.get(id)) id = correction.entryId;
    return byId.get(id)!;
  };
  return [...new Set([...byId.values()].flatMap(originOf))].map(standing);
}

function isRecordedLater(one: DiaryFact, other: DiaryFact): boolean {
  return one.recordedAt === other.recordedAt ? one.entryId > other.entryId : one.recordedAt > other.recordedAt;
}

export function lastOf<H extends DiaryFact['happening']>(
  diary: readonly DiaryFact[],
  ...happenings: H[]
): Extract<DiaryFact, { happening: H }> | undefined {
  return diary.findLast((entry) => (happenings as string[]).includes(entry.happening)) as Extract<DiaryFact, { happening: H }> | undefined;
}

export function has(diary: readonly DiaryFact[], happening: DiaryFact['happening']): boolean {
  return diary.some((entry) => entry.happening === happening);
}

/** Brought years later with a file of the police’s past: it is no office’s entry, so that none answers for when it came. */
export function isOfThePast({ enteredAt, byOffice }: Pick<DiaryFact, 'enteredAt' | 'byOffice'>): boolean {
  return enteredAt !== null && byOffice === null;
}

/** When the office it is an entry of had it written down, wherever that was: up to then the office answers, from then on whoever carried it here. */
export function enteredWhen({ enteredAt, recordedAt }: Pick<DiaryFact, 'enteredAt' | 'recordedAt'>): Instant {
  return enteredAt ?? recordedAt;
}
