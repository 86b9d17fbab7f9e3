// Reading a diary that is about to be written.
import type { DiaryFact, Happening } from '../../src/kernel/happenings.ts';

/** The last entry of that kind, if there is one. */
export function entryOf<H extends Happening>(diary: readonly DiaryFact[], happening: H): DiaryFact<H> | undefined {
  return diary.findLast((entry) => entry.happening === happening) as DiaryFact<H> | undefined;
}
