// The vocabulary: every word of every name, as it sounds, once. Keys to look for alike words stand here, over words, never over records.
import { type SoundToken, soundKeys } from '../../../kernel/names/index.ts';
import { type Column, column8, column32, push } from './columns.ts';
import { folded } from './rough-distance.ts';
import { type WordsByKey, lengthShift, settleWordsByKey, startWordsByKey } from './words-by-key.ts';

/** `kind`: 1 a weak word (Singh, Kumari), 2 an initial. `mass`: how much of a name the word is. `uses`: in how many unique names. */
export type Vocabulary = {
  ids: Map<string, number>;
  phonemes: string[];
  mass: Column<Uint8Array>;
  kind: Column<Uint8Array>;
  /** Sounds of word n, folded, from `soundStart[n]` to `soundStart[n + 1]`. */
  sounds: Column<Uint8Array>;
  soundStart: Column<Uint32Array>;
  /** As `maskOf`; 0 for an initial. */
  masks: Column<Uint32Array>;
  uses: Column<Uint32Array>;
  byKey: WordsByKey;
};

export const WEAK = 1;
export const INITIAL = 2;
const heaviest = 30;
/** A skeleton of two classes is kept whole. */
export const shortestCut = 3;

export function startVocabulary(): Vocabulary {
  return {
    ids: new Map(),
    phonemes: [],
    mass: column8(),
    kind: column8(),
    sounds: column8(),
    soundStart: startingAtZero(),
    masks: column32(),
    uses: column32(),
    byKey: startWordsByKey(),
  };
}

function startingAtZero(): Column<Uint32Array> {
  const column = column32();
  push(column, 0);
  return column;
}

export function kindOf(token: SoundToken): number {
  return token.text.length === 1 ? INITIAL : token.weak ? WEAK : 0;
}

/** Consonants weigh two, vowels and breaths one, sounds that come and go nothing; a weak word half, an initial two. At most 30. */
export function massOf(phonemes: string, kind: number): number {
  if (kind === INITIAL) return 2;
  let mass = 0;
  for (const phoneme of phonemes) mass += '@*^~%!'.includes(phoneme) ? 0 : 'aeiouAIUOEVwYNhy'.includes(phoneme) ? 1 : 2;
  return Math.max(1, Math.min(heaviest, kind === WEAK ? mass >> 1 : mass));
}

/** One bit per folded sound, and how many sounds: a cheap first look at whether two words can be alike. */
export function maskOf(phonemes: string): number {
  const sounds = folded(phonemes);
  return sounds.reduce((mask, sound) => mask | (1 << sound), sounds.length << lengthShift);
}

/** The number of a word, given when it is first met. An initial is another word than the same sound as a whole name. */
export function wordId(vocabulary: Vocabulary, token: SoundToken): number {
  const kind = kindOf(token);
  const sounds = token.phonemes;
  const written = kind === INITIAL ? `${sounds}.` : sounds;
  const known = vocabulary.ids.get(written);
  if (known !== undefined) {
    if (kind === WEAK) vocabulary.kind.data[known] = WEAK;
    return known;
  }
  const id = vocabulary.phonemes.length;
  vocabulary.ids.set(written, id);
  vocabulary.phonemes.push(sounds);
  push(vocabulary.mass, massOf(sounds, kind));
  push(vocabulary.kind, kind);
  for (const sound of folded(token.phonemes)) push(vocabulary.sounds, sound);
  push(vocabulary.soundStart, vocabulary.sounds.length);
  push(vocabulary.uses, 0);
  const mask = kind === INITIAL ? 0 : maskOf(token.phonemes);
  push(vocabulary.masks, mask);
  if (kind === INITIAL) return id;
  for (const key of lookupKeys(token.text, shortestCut)) {
    const list = vocabulary.byKey.late.get(key);
    if (list === undefined) vocabulary.byKey.late.set(key, [id]);
    else list.push(id);
  }
  return id;
}

/** Lays out anew what words are looked up by. */
export function settleVocabulary({ byKey, masks, sounds, soundStart }: Vocabulary): void {
  settleWordsByKey(byKey, masks, sounds, soundStart);
}

/** The consonant skeletons the word may have, and each of them less one class: two words sharing one differ by at most a class or two.
 * `shortest`: skeletons of fewer classes are not cut, since what is left is in thousands of words. */
export function lookupKeys(word: string, shortest: number): Set<string> {
  const keys = new Set<string>();
  for (const key of soundKeys(word)) {
    if (!key.startsWith('s:')) continue;
    const skeleton = key.slice(2);
    keys.add(skeleton);
    if (skeleton.length >= shortest) for (let at = 0; at < skeleton.length; at++) keys.add(skeleton.slice(0, at) + skeleton.slice(at + 1));
  }
  return keys;
}
