// What happens to a child in conflict with law (JJ Act s.8-24; JJ Model Rules 2016 r.8-14). These diaries stand in a vault of their own: no other
// record's reader may learn that one exists (JJ Act s.74, s.24).

export type ConflictFacts = {
  'conflict.apprehended': Record<never, never>;
  'conflict.producedBeforeBoard': Record<never, never>;
  'conflict.journeyRecorded': { minutes: number };
};

export const conflictHappenings = [
  'conflict.apprehended',
  'conflict.producedBeforeBoard',
  'conflict.journeyRecorded',
] as const satisfies readonly (keyof ConflictFacts)[];
