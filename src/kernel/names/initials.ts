// Initials, in any script: K., के., எம்., and the letters of a first word written together (MG Ramachandran).
import { scriptOf } from './script.ts';

/** What a letter is called in India, as folded sounds, and the sound a name under it begins with. */
const letterNames: ReadonlyMap<string, string> = new Map(
  `e:a bi:b si:c di:d i:i ef:f ji:g ec:h ay:a je:j ke:k el:l em:m en:n o:o pi:p kyu:k ar:r es:s ti:t yu:u vi:v dablyu:v dablu:v dabalyu:v eks:k
   vay:y zed:z jed:z yam:m yan:n yas:s yal:l i:i`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

const folds: Readonly<Record<string, string>> = {
  A: 'a',
  I: 'i',
  U: 'u',
  E: 'e',
  K: 'k',
  C: 'c',
  T: 't',
  F: 't',
  P: 'p',
  N: 'a',
  '~': 'y',
  '*': '',
  J: 'j',
  O: 'o',
};

function folded(phonemes: string, urduI: string): string {
  return [...phonemes].map((sound) => (sound === 'Y' ? urduI : (folds[sound] ?? sound))).join('');
}

/** The sound an initial stands for if the word is the name of a letter (एम is m), else null. Tamil சி may be c or s, டி t or d: keys hold them together. */
function spokenLetter(phonemes: string): string | null {
  return letterNames.get(folded(phonemes, 'e')) ?? letterNames.get(folded(phonemes, 'i')) ?? null;
}

/** One letter with its vowel sign, as Tamil and Telugu initials often are: மு., వి. */
const ONE_SYLLABLE = /^\p{L}\p{M}*$/u;

/**
 * The sound of an initial, or null if the word is none. In Latin letters: a single letter. Elsewhere: the name of a letter, or with a dot one syllable;
 * without a dot only before another word, since बी is a surname.
 */
export function initialOf(word: string, phonemes: string, dotted: boolean, isLast: boolean): string | null {
  if (scriptOf(word) === 'latin') return word.length === 1 ? (/c/i.test(word) ? 'c' : null) : null;
  if (!dotted && isLast) return null;
  const spoken = spokenLetter(phonemes);
  if (spoken !== null || !dotted) return spoken;
  return ONE_SYLLABLE.test(word) ? (folded(phonemes, 'i')[0] ?? null) : null;
}

/** MG Ramachandran: two or three consonants in front that no word could be, taken as letters. */
export function lettersWrittenTogether(word: string, at: number, words: number): string[] {
  return at === 0 && words > 1 && /^[B-DF-HJ-NP-TV-Z]{2,3}$/.test(word) ? [...word] : [word];
}
