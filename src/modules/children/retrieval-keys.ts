// Keys a record can be found by, in several families, so that no single missing or wrong field hides it.
import { soundKeys } from '../../kernel/names/index.ts';
import { type Description, namesOf } from './description.ts';

export type RetrievalKey = { family: 'child-name' | 'father' | 'mother' | 'guardian' | 'sibling' | 'mark' | 'home'; key: string };

const MOST_NAMES = 12; // a record with more names than this is noise; its first names still find it

function nameKeys(description: Description, bearer: 'child' | 'father' | 'mother' | 'guardian' | 'sibling'): RetrievalKey[] {
  const family = bearer === 'child' ? 'child-name' : bearer;
  return namesOf(description, bearer)
    .slice(0, MOST_NAMES)
    .flatMap((name) => soundKeys(name))
    .map((key) => ({ family, key }));
}

export function retrievalKeysOf(description: Description): RetrievalKey[] {
  const names = (['child', 'father', 'mother', 'guardian', 'sibling'] as const).flatMap((bearer) => nameKeys(description, bearer));
  const marks = description.marks
    .filter((mark) => mark.kind !== 'other' && mark.site !== null)
    .map((mark): RetrievalKey => ({ family: 'mark', key: `${mark.kind}:${mark.site}` }));
  const home = description.homeWords
    .slice(0, MOST_NAMES)
    .flatMap((word) => soundKeys(word))
    .map((key): RetrievalKey => ({ family: 'home', key }));
  const all = [...names, ...marks, ...home];
  return [...new Map(all.map((key) => [`${key.family}\u0000${key.key}`, key])).values()];
}
