// What happens to a sighting: somebody saw a child.
import type { MovedTo } from './moved-to.ts';

export type SightingFacts = {
  'sighting.reported': { source: 'citizen-door' | 'telephone' | 'childline' | 'railway' };
  'sighting.movedToStation': MovedTo;
  /** `childOfNotice`: by the officer's word the child seen is the one on the notice the sighting was made from. */
  'sighting.answered': { outcome: 'child-found' | 'nobody-there' | 'no-concern' | 'hoax'; childOfNotice?: true };
};

export const sightingHappenings = [
  'sighting.reported',
  'sighting.movedToStation',
  'sighting.answered',
] as const satisfies readonly (keyof SightingFacts)[];
