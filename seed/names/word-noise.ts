// Small changes inside one written word, by script.
import type { Random } from '../random.ts';
import type { NoiseRates } from './noise.ts';
import { type Brahmic, blockOf, scriptOfText } from './script.ts';

type Swap = readonly [from: string, to: string];

const latinVowels: readonly Swap[] = [
  ['aa', 'a'],
  ['ee', 'i'],
  ['oo', 'u'],
  ['i', 'ee'],
  ['u', 'oo'],
  ['a', 'aa'],
];
const latinConsonants: readonly Swap[] = [
  ['sh', 's'],
  ['v', 'b'],
  ['b', 'v'],
  ['w', 'v'],
  ['v', 'w'],
  ['z', 'j'],
  ['ph', 'f'],
  ['th', 't'],
  ['chh', 'ch'],
  ['ksh', 'x'],
  ['s', 'sh'],
  ['bh', 'b'],
  ['kh', 'k'],
  ['j', 'z'],
];
/** By place in the Brahmic plan: short and long i, u; the three sibilants; b and v; n; r and the retroflex d. */
const brahmicVowels: Readonly<Record<number, number>> = { 0x3f: 0x40, 0x40: 0x3f, 0x41: 0x42, 0x42: 0x41, 0x47: 0x48 };
const brahmicConsonants: Readonly<Record<number, number>> = {
  0x36: 0x38,
  0x38: 0x36,
  0x37: 0x36,
  0x2c: 0x35,
  0x35: 0x2c,
  0x23: 0x28,
  0x1d: 0x1c,
};
/** Tamil, Bengali, Odia and Gurmukhi lack some of these letters: a swap into a gap is not made. */
const missing: Readonly<Partial<Record<Brahmic, readonly number[]>>> = {
  Taml: [0x2c, 0x36, 0x1c],
  Beng: [0x35],
  Orya: [0x35],
  Guru: [0x36, 0x37],
};
const urduConsonants: readonly Swap[] = [
  ['ز', 'ذ'],
  ['ض', 'ز'],
  ['ص', 'س'],
  ['ط', 'ت'],
  ['ح', 'ہ'],
  ['ق', 'ک'],
  ['ع', 'ا'],
  ['ث', 'س'],
];

function swapOnce(random: Random, word: string, swaps: readonly Swap[]): string {
  const start = random.integer(0, swaps.length - 1);
  for (let step = 0; step < swaps.length; step++) {
    const [from, to] = swaps[(start + step) % swaps.length]!;
    const at = word.toLowerCase().indexOf(from);
    if (at >= 0) return keepCapital(word, word.slice(0, at) + to + word.slice(at + from.length));
  }
  return word;
}

function keepCapital(before: string, after: string): string {
  return /^[A-Z]/.test(before) ? after.charAt(0).toUpperCase() + after.slice(1) : after;
}

function placeSwap(random: Random, word: string, script: Brahmic, swaps: Readonly<Record<number, number>>): string {
  const places = [...word].map((character) => character.codePointAt(0)! - blockOf[script]);
  const possible = places.flatMap((place, at) => {
    const to = swaps[place];
    return to === undefined || missing[script]?.includes(to) ? [] : [at];
  });
  if (possible.length === 0) return word;
  const at = random.pick(possible);
  return String.fromCodePoint(...places.map((place, index) => blockOf[script] + (index === at ? swaps[place]! : place)));
}

function doubledOrSingle(random: Random, word: string): string {
  const double = /([a-z])\1/.exec(word);
  if (double) return word.slice(0, double.index) + word.slice(double.index + 1);
  const at = random.integer(1, word.length - 1);
  return /[bdgklmnprst]/.test(word[at]!) ? word.slice(0, at) + word[at]! + word.slice(at) : word;
}

function slip(random: Random, word: string): string {
  const at = random.integer(1, word.length - 2);
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
}

/** The word with each kind of change at its rate. Words of one or two letters stay. */
export function wordNoise(random: Random, word: string, rates: NoiseRates): string {
  if (word.length < 3) return word;
  const script = scriptOfText(word);
  if (script === 'Latn') return latinNoise(random, word, rates);
  if (script === 'Arab') return random.chance(rates.consonant) ? swapOnce(random, word, urduConsonants) : word;
  let changed = word;
  if (random.chance(rates.vowelLength)) changed = placeSwap(random, changed, script, brahmicVowels);
  if (random.chance(rates.consonant)) changed = placeSwap(random, changed, script, brahmicConsonants);
  const last = changed.codePointAt(changed.length - 1)! - blockOf[script];
  if (random.chance(rates.finalLost) && last >= 0x3e && last <= 0x4c) changed = changed.slice(0, -1);
  return changed;
}

function latinNoise(random: Random, word: string, rates: NoiseRates): string {
  let changed = word;
  if (random.chance(rates.vowelLength)) changed = swapOnce(random, changed, latinVowels);
  if (random.chance(rates.consonant)) changed = swapOnce(random, changed, latinConsonants);
  if (random.chance(rates.doubled)) changed = doubledOrSingle(random, changed);
  if (changed.length > 3 && random.chance(rates.finalLost) && /[aeiouh]$/.test(changed)) changed = changed.slice(0, -1);
  if (changed.length > 4 && random.chance(rates.slip)) changed = slip(random, changed);
  return changed;
}
