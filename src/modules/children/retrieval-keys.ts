// Sounds of the names a record is searched by, in three families: the child's, the father's and the mother's.
import { soundKeys } from '../../kernel/names/index.ts';
import { type Description, namesOf } from './description.ts';

export type RetrievalKey = { family: 'child-name' | 'father' | 'mother'; key: string };

const MOST_NAMES = 12; // a record with more names than this is noise; its first names still find it

function nameKeys(description: Description, bearer: 'child' | 'father' | 'mother'): RetrievalKey[] {
  const family = bearer === 'child' ? 'child-name' : bearer;
  return namesOf(description, bearer)
    .slice(0, MOST_NAMES)
    .flatMap((name) => soundKeys(name))
    .map((key) => ({ family, key }));
}

export function retrievalKeysOf(description: Description): RetrievalKey[] {
  const all = (['child', 'father', 'mother'] as const).flatMap((bearer) => nameKeys(description, bearer));
  return [...new Map(all.map((key) => [`${key.family}\u0000${key.key}`, key])).values()];
}
