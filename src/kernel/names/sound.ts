// How a name sounds, whatever its script: the words of it as sounds, keys to find it by in a database index, and Latin letters to show it in.
import { readArabic } from './arabic.ts';
import { type Reading, readBrahmic } from './brahmic.ts';
import { readLatin } from './latin.ts';
import { coarseOf, settle, skeletonOf } from './phonemes.ts';
import { remembered } from './remembered.ts';
import { cleanName, scriptOf, wordsOf } from './script.ts';
import { type Title, isDeceasedMark, isHonorific, isWeak, longForm, splitAliases } from './titles.ts';

/** One word of a name. `phonemes` is in the alphabet of phonemes.ts; `weak` marks a word that tells little (Kumari, Singh). */
export type SoundToken = { readonly text: string; readonly phonemes: string; readonly skeleton: string; readonly weak: boolean };

/** A name taken apart: each variant is one way the person is called, the first as written first; `relative` follows "son of". */
export type HeardName = {
  readonly variants: readonly (readonly SoundToken[])[];
  readonly titles: readonly Title[];
  readonly relative: string | null;
};

const longestWord = 32;
const mostKeys = 40;

function readWord(word: string): Reading {
  const script = scriptOf(word);
  if (script === 'latin') return { phonemes: readLatin(word), latin: word };
  if (script === 'arabic') return readArabic(word);
  return script === 'other' ? { phonemes: '', latin: word } : readBrahmic(word, script);
}

type HeardWord = { readonly token: SoundToken; readonly honorific: boolean; readonly late: boolean };

const hearWord = remembered((word): HeardWord => {
  const long = longForm(word);
  const phonemes = settle(readWord(long.slice(0, longestWord)).phonemes);
  const token = { text: word, phonemes, skeleton: skeletonOf(phonemes), weak: isWeak(long) };
  return { token, honorific: isHonorific(word), late: isDeceasedMark(word) };
});

/** Takes a name as written apart into its variants. Never throws; a name with no readable letter has no variants. */
export function hearName(name: string): HeardName {
  const { names, relative } = splitAliases(cleanName(name));
  const found = new Set<Title>();
  const variants: SoundToken[][] = [];
  for (const written of names) {
    const words = wordsOf(written).map(hearWord);
    const own = words.filter(({ honorific, late }) => !honorific && !late);
    if (words.some(({ honorific }) => honorific)) found.add('honorific');
    if (words.some(({ late }) => late)) found.add('late');
    const tokens = (own.length > 0 ? own : words).map(({ token }) => token).filter(({ phonemes }) => phonemes !== '');
    if (tokens.length > 0) variants.push(tokens);
  }
  return { variants, titles: [...found], relative };
}

/** The words of a name, aliases after the main name, without titles and without the parent named after "son of". */
export function soundsOf(name: string): SoundToken[] {
  return hearName(name).variants.flat();
}

/** Other skeletons the word could have had in another script: flap as d, Bengali y as j, Tamil k for h, a nasal at the end unwritten. */
function otherSkeletons(phonemes: string): string[] {
  const others: string[] = [];
  if (phonemes.includes('R')) others.push(phonemes.replaceAll('R', 'd'));
  if (phonemes.startsWith('y')) others.push(`j${phonemes.slice(1)}`);
  if (/[aeiou*]K(?=[aeiou@])/.test(phonemes)) others.push(phonemes.replace(/([aeiou*])K(?=[aeiou@])/g, '$1h'));
  if (phonemes.includes('J')) others.push(phonemes.replaceAll('J', 'y'));
  if (phonemes.includes('jn')) others.push(phonemes.replaceAll('jn', 'gy'));
  if (phonemes.includes('Z')) others.push(phonemes.replaceAll('Z', 'z'));
  if (phonemes.includes('kS')) others.push(phonemes.replaceAll('kS', 'k')); // Bengali Lokkhi
  if (/ng(?![aeiouO@*])/.test(phonemes)) others.push(phonemes.replace(/ng(?![aeiouO@*])/g, 'n'));
  if (/[aeiou]\^$/.test(phonemes)) others.push(phonemes.replace(/\^$/, 'n'));
  return others.map(skeletonOf);
}

const keysOfPhonemes = remembered((phonemes): readonly string[] => {
  const skeletons = [skeletonOf(phonemes), ...otherSkeletons(phonemes)].filter((skeleton) => skeleton !== '');
  return skeletons.flatMap((skeleton) => [`s:${skeleton}`, `c:${coarseOf(skeleton)}`]);
});

/**
 * Keys for a database index: two names that may be the same share at least one. `s:` is the full consonant skeleton, `c:` a coarser family.
 * Weak words and single letters give keys only when the name has nothing else.
 */
export function soundKeys(name: string): string[] {
  const tokens = soundsOf(name);
  const telling = tokens.filter((token) => !token.weak && token.phonemes.length > 1);
  const keys = new Set((telling.length > 0 ? telling : tokens).flatMap(({ phonemes }) => keysOfPhonemes(phonemes)));
  return [...keys].slice(0, mostKeys);
}

/** A readable spelling in Latin letters, for officers who do not read the script. For the eye only: never compare it. */
export function toLatin(name: string): string {
  return cleanName(name).replace(/[\p{L}\p{M}]+/gu, (word) => {
    if (scriptOf(word) === 'latin' || scriptOf(word) === 'other') return word;
    const latin = readWord(word).latin;
    return latin.slice(0, 1).toUpperCase() + latin.slice(1);
  });
}
