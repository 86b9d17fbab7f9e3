// Places that have, or had, more than one name: names given up, colonial spellings, names in other languages. From general knowledge; add to it.
import { northAndEast } from './renamed-north-east.ts';
import { westAndSouth } from './renamed-west-south.ts';

/** The names of each place, today's official one first; a name shared by two places stands with both. */
export const renamedPlaces: readonly (readonly string[])[] = `${northAndEast}${westAndSouth}`
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(',').map((name) => name.trim()));
