// How a name sounds, whatever its script: the words of it as sounds, keys to find it by in a database index, and Latin letters to show it in.
import { readArabic } from './arabic.ts';
import { type Reading, readBrahmic } from './brahmic.ts';
import { readLatin } from './latin.ts';
import { initialOf, lettersWrittenTogether } from './initials.ts';
import { splitJoined } from './joined-words.ts';
import { coarseOf, settle, skeletonOf } from './phonemes.ts';
import { remembered } from './remembered.ts';
import { cleanForHearing, cleanName, dottedWordsOf, mostWords, scriptOf, withoutArabicSigns } from './script.ts';
import { tiedTo } from './ties.ts';
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

const hearWord = remembered((written): HeardWord => {
  const word = withoutArabicSigns(written);
  const long = longForm(word);
  const phonemes = settle(readWord((long === word ? written : long).slice(0, longestWord)).phonemes);
  const token = { text: word, phonemes, skeleton: skeletonOf(phonemes), weak: isWeak(long) };
  return { token, honorific: isHonorific(word), late: isDeceasedMark(word) };
});

type Written = { word: string; dotted: boolean };

/** Letters written together and words written onto a name, each by itself; at most as many words as a name is read for. */
function apart(words: readonly Written[]): Written[] {
  return words
    .flatMap(({ word, dotted }, at) => {
      const parts =
        isHonorific(word) || longForm(word) !== word
          ? [word]
          : lettersWrittenTogether(word, at, words.length).flatMap((part) => splitJoined(part, (stem) => hearWord(stem).token.skeleton));
      return parts.map((part, place) => ({ word: part, dotted: dotted && place === parts.length - 1 }));
    })
    .slice(0, mostWords);
}

/** An initial is a word of one letter, in Latin whatever it was written in: whoever compares names knows it by that. */
function asInitial(sound: string): SoundToken {
  return { text: sound, phonemes: sound, skeleton: skeletonOf(sound), weak: false };
}

/** A title or "late" is one only beside another word; so is the name of a letter. */
function hearWords(words: readonly Written[]): HeardWord[] {
  return words.map(({ word, dotted }, at) => {
    const heard = hearWord(word);
    if (heard.honorific || heard.late || words.length === 1) return heard;
    const initial = initialOf(heard.token.text, heard.token.phonemes, dotted, at === words.length - 1);
    return initial === null ? heard : { ...heard, token: asInitial(initial) };
  });
}

/** Takes a name as written apart into its variants. Never throws; a name with no readable letter has no variants. */
export function hearName(name: string): HeardName {
  const { names, relative } = splitAliases(cleanForHearing(name));
  const found = new Set<Title>();
  const variants: SoundToken[][] = [];
  for (const written of names) {
    const words = hearWords(apart(dottedWordsOf(written)));
    const own = words.filter(({ honorific, late }) => !honorific && !late);
    if (words.some(({ honorific }) => honorific)) found.add('honorific');
    if (words.some(({ late }) => late)) found.add('late');
    const tokens = (own.some(({ token }) => token.text.length > 1) ? own : words)
      .map(({ token }) => token)
      .filter(({ phonemes }) => phonemes !== '');
    if (tokens.length > 0) variants.push(tokens);
  }
  return { variants, titles: [...found], relative };
}

/** The words of a name, aliases after the main name, without titles and without the parent named after "son of". */
export function soundsOf(name: string): SoundToken[] {
  return hearName(name).variants.flat();
}

/** Other skeletons the word could have had in another script: what stands for what, one row each. */
const otherReadings: ReadonlyArray<readonly [RegExp, string]> = [
  [/R/g, 'd'], // flap
  [/^y/g, 'j'], // Bengali y
  [/([aeiouAIU*])K(?=[aeiouAIU@])/g, '$1h'], // Tamil k for h
  [/J/g, 'y'],
  [/jn/g, 'gy'],
  [/Z/g, 'z'],
  [/([sS])v(?=[aeiouA])/g, '$1'], // swamy, samy
  [/kS/g, 'k'], // Bengali Lokkhi
  [/ng(?![aeiouAIUOEVwY@*])/g, 'n'],
  [/([aeiouAIU])\^$/g, '$1n'], // a nasal at the end unwritten
];

function otherSkeletons(phonemes: string): string[] {
  return otherReadings
    .map(([written, said]) => phonemes.replace(written, said))
    .filter((other) => other !== phonemes)
    .map(skeletonOf);
}

const keysOfPhonemes = remembered((phonemes): readonly string[] => {
  const skeletons = [skeletonOf(phonemes), ...otherSkeletons(phonemes)].filter((skeleton) => skeleton !== '');
  const ties = [...(tiedTo(phonemes)?.keys() ?? [])].map((tied) => `s:${skeletonOf(tied)}`);
  return [...skeletons.flatMap((skeleton) => [`s:${skeleton}`, `c:${coarseOf(skeleton)}`]), ...ties];
});

/**
 * Keys for a database index: two names that may be the same share at least one. `s:` is the full consonant skeleton, `c:` a coarser family.
 * Weak words and single letters give keys only when the name has nothing else.
 */
export function soundKeys(name: string): string[] {
  const tokens = soundsOf(name);
  const telling = tokens.filter((token) => !token.weak && token.phonemes.length > 1);
  const keys = new Set((telling.length > 0 ? telling : tokens).flatMap(({ phonemes }) => keysOfPhonemes(phonemes)));
  tokens.forEach(({ skeleton, weak }, at) => {
    const before = tokens[at - 1];
    if (before && weak !== before.weak && before.phonemes.length > 1) keys.add(`s:${before.skeleton}${skeleton}`); // Siva Kumar, Sivakumar
  });
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
