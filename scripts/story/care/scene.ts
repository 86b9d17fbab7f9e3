// What the acts of the story of care share: who plays, and what became known on the way.
import type { Instant } from '../../../src/kernel/time.ts';
import type { Person } from '../person.ts';
import type { Play } from '../play.ts';
import type { Place } from './cast.ts';

export type Scene = {
  step: Play['step'];
  known: { drive: string; gone: string; plannedAt: Instant; nameOf: Map<string, string> };
  national: Person;
  ministry: Person;
  /** The two places, one in each State. */
  places: [here: Place, there: Place];
  raidedAt: Instant;
  now: Instant;
};

/** Of the children of a place, those who go home; the one after them runs away. */
export const goHome = ({ children }: Place): string[] => children.slice(0, 9);
