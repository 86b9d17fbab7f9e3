// The diary as it stands: each corrected entry replaced by its latest correction, in the order things happened.
import type { DiaryFact } from '../../kernel/happenings.ts';

/** Of an entry and all corrections of it (and corrections of those) only the one recorded last stands. Order of rows and repeats do not matter. */
export function standingFacts(diary: readonly DiaryFact[]): DiaryFact[] {
  const byId = new Map(diary.map((fact) => [fact.entryId, fact]));
  const standing = new Map<string, DiaryFact>();
  for (const fact of byId.values()) {
    const origin = originOf(fact, byId);
    const rival = standing.get(origin);
    if (!rival || isLater(fact, rival)) standing.set(origin, fact);
  }
  return [...standing.values()].toSorted(byHappening);
}

function originOf(fact: DiaryFact, byId: ReadonlyMap<string, DiaryFact>): string {
  let origin = fact;
  // Bounded by the diary's length, so that a ring of corrections, which only a fault could write, cannot hang a page.
  for (let left = byId.size; left > 0 && origin.corrects !== null; left--) {
    const corrected = byId.get(origin.corrects);
    if (!corrected) return origin.corrects;
    origin = corrected;
  }
  return origin.entryId;
}

function isLater(fact: DiaryFact, than: DiaryFact): boolean {
  if (fact.corrects === than.entryId) return true;
  if (than.corrects === fact.entryId) return false;
  return fact.recordedAt === than.recordedAt ? fact.entryId > than.entryId : fact.recordedAt > than.recordedAt;
}

function byHappening(one: DiaryFact, other: DiaryFact): number {
  if (one.happenedAt !== other.happenedAt) return one.happenedAt < other.happenedAt ? -1 : 1;
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? -1 : 1;
  return one.entryId < other.entryId ? -1 : 1;
}
