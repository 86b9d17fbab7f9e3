// Which script each word of a name is written in, and the cleaning every script needs before its sounds are read.

export const scripts = [
  'latin',
  'devanagari',
  'bengali',
  'gurmukhi',
  'gujarati',
  'odia',
  'tamil',
  'telugu',
  'kannada',
  'malayalam',
  'sinhala',
  'arabic',
  'other',
] as const;
export type Script = (typeof scripts)[number];

/** Ten Brahmic blocks of 128 code points each, from U+0900 on, in the order Unicode lays them out. */
const brahmicBlocks: readonly Script[] = [
  'devanagari',
  'bengali',
  'gurmukhi',
  'gujarati',
  'odia',
  'tamil',
  'telugu',
  'kannada',
  'malayalam',
  'sinhala',
];

/** Characters of a name that are read at all: a name longer than this is noise, and work on it must stay bounded. */
export const longestName = 240;
/** Words of a name that are read at all. */
export const mostWords = 8;

const JOINERS = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g; // ZWJ, ZWNJ, bidi controls: they change the shape of a letter, never its sound
const ARABIC_SIGNS = /\u0640|[\u{64B}-\u{65F}]|\u0670|[\u{6D6}-\u{6ED}]/gu; // tatweel and short-vowel signs, written by few
const UNHEARD_ARABIC_SIGNS = /\u0640|[\u{64B}-\u{64D}\u{653}-\u{65F}]|\u0670|[\u{6D6}-\u{6ED}]/gu; // all but short vowels, doubling and "no vowel"
const APOSTROPHES = /['’‘`ʼ]/g;

/** NFC, cut to a bounded length, without invisible joiners. NFC already writes most nukta letters as base + sign; Brahmic readers rely on it. */
export function cleanName(text: string): string {
  return text.slice(0, longestName).normalize('NFC').replace(JOINERS, '').replace(ARABIC_SIGNS, '').replace(APOSTROPHES, '');
}

/** The same, but with the short vowels of Arabic script where somebody wrote them: they are heard, never shown or compared as letters. */
export function cleanForHearing(text: string): string {
  return text.slice(0, longestName).normalize('NFC').replace(JOINERS, '').replace(UNHEARD_ARABIC_SIGNS, '').replace(APOSTROPHES, '');
}

export function withoutArabicSigns(word: string): string {
  return word.replace(ARABIC_SIGNS, '');
}

/** The words of a cleaned name: runs of letters and signs. Digits, emoji and punctuation only separate. */
export function wordsOf(cleaned: string): string[] {
  return (cleaned.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, mostWords);
}

/** The same words, and whether a dot follows each: in names it ends an initial or a short form. */
export function dottedWordsOf(cleaned: string): { word: string; dotted: boolean }[] {
  return (cleaned.match(/[\p{L}\p{M}]+\.?/gu) ?? [])
    .slice(0, mostWords)
    .map((match) => (match.endsWith('.') ? { word: match.slice(0, -1), dotted: true } : { word: match, dotted: false }));
}

/** The script of one word, by its first letter that tells. Records mix scripts, so this is asked per word, never per name. */
export function scriptOf(word: string): Script {
  for (const character of word) {
    const code = character.codePointAt(0)!;
    if (code >= 0x0900 && code < 0x0e00) return brahmicBlocks[(code - 0x0900) >> 7]!;
    if ((code >= 0x0600 && code < 0x0780) || (code >= 0xfb50 && code < 0xfeff)) return 'arabic';
    if ((code >= 0x41 && code <= 0x7a) || (code >= 0xc0 && code < 0x250) || (code >= 0x1e00 && code < 0x1f00)) return 'latin';
  }
  return 'other';
}
