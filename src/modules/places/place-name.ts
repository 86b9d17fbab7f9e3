// What a place is called in the reader's language. States have a name in each; districts are called as their list has them.
import { type Words, hasWords } from '../../platform/i18n/index.ts';
import type { District } from './place.ts';

/** `code` of any place or office: one that is no State keeps the name given, and so does a State the catalogues do not know. */
export function placeName({ t }: Pick<Words, 't'>, { code, name }: { code: string; name: string }): string {
  const key = `places.state.${code}`;
  return hasWords(key) ? t(key) : name;
}

export function districtInState(words: Pick<Words, 't'>, { name, stateCode, stateName }: District): string {
  return `${name}, ${placeName(words, { code: stateCode, name: stateName })}`;
}
