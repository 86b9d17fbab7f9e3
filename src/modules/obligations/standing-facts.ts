// The diary as it stands: each corrected entry replaced by its latest correction, in the order things happened.
import type { DiaryFact } from '../../kernel/happenings.ts';

/**
 * Of several corrections of one entry the last recorded stands, and a correction may itself be corrected. Order of rows and rows read
 * twice do not matter. (The diary module's `effectiveEntries` serves screens; here two corrections of one entry must not both start a clock.)
 */
export function standingFacts(diary: readonly DiaryFact[]): DiaryFact[] {
  const byId = new Map(diary.map((fact) => [fact.entryId, fact]));
  const correctionOf = new Map<string, DiaryFact>();
  const origins = new Set<string>();
  for (const fact of byId.values()) {
    if (fact.corrects === null) origins.add(fact.entryId);
    else {
      if (!byId.has(fact.corrects)) origins.add(fact.corrects);
      const rival = correctionOf.get(fact.corrects);
      if (!rival || inOrder(rival, fact, 'recordedAt') < 0) correctionOf.set(fact.corrects, fact);
    }
  }
  return [...origins]
    .map((origin) => lastCorrection(origin, byId, correctionOf))
    .toSorted((one, other) => inOrder(one, other, 'happenedAt'));
}

function lastCorrection(origin: string, byId: ReadonlyMap<string, DiaryFact>, correctionOf: ReadonlyMap<string, DiaryFact>): DiaryFact {
  let id = origin;
  for (let correction = correctionOf.get(id); correction; correction = correctionOf.get(id)) id = correction.entryId;
  return byId.get(id)!;
}

function inOrder(one: DiaryFact, other: DiaryFact, by: 'happenedAt' | 'recordedAt'): number {
  if (one[by] !== other[by]) return one[by] < other[by] ? -1 : 1;
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? -1 : 1;
  return one.entryId < other.entryId ? -1 : 1;
}
