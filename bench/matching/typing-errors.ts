// How a clerk spoils a text: slips of the keyboard, letters misread, letters written as they sound.
import type { Random } from '../../seed/random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const sounds: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['th', 't'],
  ['ee', 'ea'],
  ['ou', 'u'],
  ['y', 'i'],
  ['c', 'k'],
  ['s', 'z'],
  ['ie', 'y'],
  ['ll', 'l'],
  ['ss', 's'],
  ['mc', 'mac'],
  ['e', ''],
];
const misread: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['w', 'vv'],
  ['l', '1'],
  ['o', '0'],
  ['h', 'b'],
  ['g', 'q'],
  ['5', 's'],
  ['8', 'b'],
  ['1', '7'],
  ['0', '6'],
];

function slip(random: Random, text: string): string {
  const at = random.integer(0, text.length - 1);
  const alphabet = /\d/.test(text[at]!) ? digits : letters;
  const letter = alphabet[random.integer(0, alphabet.length - 1)]!;
  const kind = random.next();
  if (kind < 0.3) return text.slice(0, at) + letter + text.slice(at + 1);
  if (kind < 0.5) return text.slice(0, at) + letter + text.slice(at);
  if (kind < 0.75 && text.length > 1) return text.slice(0, at) + text.slice(at + 1);
  return at + 1 < text.length ? text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2) : text;
}

function replaced(random: Random, text: string, pairs: readonly (readonly [string, string])[]): string {
  const fitting = pairs.filter(([from]) => text.includes(from));
  if (fitting.length === 0) return slip(random, text);
  const [from, to] = random.pick(fitting);
  return text.replace(from, to);
}

/** One error: a slip in six of ten, a sound in three, a misreading in one. */
export function spoil(random: Random, text: string): string {
  if (text === '') return text;
  const kind = random.next();
  return kind < 0.6 ? slip(random, text) : kind < 0.9 ? replaced(random, text, sounds) : replaced(random, text, misread);
}
