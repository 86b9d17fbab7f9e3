// How a name changes between the mouth that says it and the register that keeps it. All rates stand in one table, at three levels.
import type { Random } from '../random.ts';
import { type Name, type PersonName, writeWord } from './names.ts';
import { type Script, scriptOfText } from './script.ts';
import { wordNoise } from './word-noise.ts';

export type NoiseLevel = 'low' | 'middle' | 'high';

/** Probabilities, except `ageError` and `heightError` (standard deviations, years and centimetres). */
export type NoiseRates = {
  /** Another customary romanisation of the same name (Pooja, Puja). Per word. */
  spelling: number;
  /** A long vowel written short or the other way. Per word. */
  vowelLength: number;
  /** A letter doubled or a double one written once. Per word. */
  doubled: number;
  /** b/v, s/sh, j/z, w/v, ph/f, th/t. Per word. */
  consonant: number;
  /** The last vowel or h lost. Per word. */
  finalLost: number;
  /** A slip of the keyboard: two letters exchanged. Per word. */
  slip: number;
  /** First name cut down to its initial (only where another word remains). */
  initial: number;
  /** Second word first. */
  orderSwapped: number;
  /** Second word not said. */
  secondLost: number;
  /** Called by a pet name instead. */
  nickname: number;
  /** Written in a script that is neither the office's nor Latin. */
  otherScript: number;
  /** The name is not known at all. */
  unknown: number;
  parentUnknown: number;
  markLost: number;
  sideSwapped: number;
  ageError: number;
  heightError: number;
};

export const noiseRates: Readonly<Record<NoiseLevel, NoiseRates>> = {
  low: {
    spelling: 0.15,
    vowelLength: 0.04,
    doubled: 0.02,
    consonant: 0.03,
    finalLost: 0.02,
    slip: 0.01,
    initial: 0.02,
    orderSwapped: 0.02,
    secondLost: 0.1,
    nickname: 0.02,
    otherScript: 0.03,
    unknown: 0.01,
    parentUnknown: 0.15,
    markLost: 0.15,
    sideSwapped: 0.03,
    ageError: 0.6,
    heightError: 1.5,
  },
  middle: {
    spelling: 0.3,
    vowelLength: 0.1,
    doubled: 0.06,
    consonant: 0.08,
    finalLost: 0.05,
    slip: 0.02,
    initial: 0.04,
    orderSwapped: 0.04,
    secondLost: 0.3,
    nickname: 0.06,
    otherScript: 0.08,
    unknown: 0.05,
    parentUnknown: 0.4,
    markLost: 0.3,
    sideSwapped: 0.06,
    ageError: 1.2,
    heightError: 2.5,
  },
  high: {
    spelling: 0.5,
    vowelLength: 0.2,
    doubled: 0.12,
    consonant: 0.18,
    finalLost: 0.12,
    slip: 0.05,
    initial: 0.06,
    orderSwapped: 0.06,
    secondLost: 0.5,
    nickname: 0.12,
    otherScript: 0.15,
    unknown: 0.15,
    parentUnknown: 0.6,
    markLost: 0.5,
    sideSwapped: 0.1,
    ageError: 1.8,
    heightError: 4,
  },
};

function noisyWord(random: Random, word: Name, script: Script, rates: NoiseRates): string {
  const spelling = random.chance(rates.spelling) ? random.integer(0, word.latin.length - 1) : 0;
  return wordNoise(random, writeWord(word, script, spelling), rates);
}

function initialOf(text: string): string {
  return scriptOfText(text) === 'Latn' ? `${text[0]!}.` : text;
}

/** The person's name as another clerk, in `script`, would have it. One word at least. */
export function noisyName(random: Random, person: PersonName, script: Script, rates: NoiseRates): string {
  const words = person.words.map((word) => noisyWord(random, word, script, rates));
  if (words.length < 2) return words.join(' ');
  if (random.chance(rates.secondLost)) return words[0]!;
  if (random.chance(rates.initial)) words[0] = initialOf(words[0]!);
  if (random.chance(rates.orderSwapped)) words.reverse();
  return words.join(' ');
}
