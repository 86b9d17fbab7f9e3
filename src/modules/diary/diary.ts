// The diary's pure rules: which entries count once corrections are read in their place.
import type { DiaryFact } from '../../kernel/happenings.ts';

/** A correction stands in the place of the entry it corrects (last correction wins); the corrected entry is left out. */
export function effectiveEntries(diary: readonly DiaryFact[]): DiaryFact[] {
  const corrected = new Set(diary.map((entry) => entry.corrects).filter((id) => id !== null));
  return diary.filter((entry) => !corrected.has(entry.entryId));
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
