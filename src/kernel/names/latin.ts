// Reads a word in Latin letters, as Indians spell names, into sounds. Longest spelling first; every rule is one row.

/** Spelling → sound. `c` alone is read before e and i as s, else k. */
const spellings: ReadonlyArray<readonly [string, string]> = [
  ['ksh', 'kS'],
  ['chh', 'c'],
  ['cch', 'c'],
  ['dny', 'gy'],
  ['tth', 't'],
  ['ddh', 'd'],
  ['sch', 'sk'],
  ['ch', 'c'],
  ['kh', 'k'],
  ['gh', 'g'],
  ['jh', 'j'],
  ['th', 't'],
  ['dh', 'd'],
  ['ph', 'f'],
  ['bh', 'b'],
  ['sh', 'S'],
  ['zh', 'Z'],
  ['rh', 'R'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['ee', 'i'],
  ['ea', 'ia'],
  ['oo', 'u'],
  ['aa', 'a'],
  ['ae', 'e'],
  ['ai', 'ay'],
  ['ei', 'e'],
  ['ey', 'ey'],
  ['ie', 'ie'],
  ['au', 'o'],
  ['ou', 'o'],
  ['ii', 'i'],
  ['uu', 'u'],
  ['x', 'kS'],
  ['q', 'k'],
  ['w', 'v'],
];
const longest = 3;
const bySpelling: ReadonlyMap<string, string> = new Map(spellings);
const PLAIN = 'abdefghijklmnoprstuvyz';

function oneLetter(word: string, at: number): string {
  const letter = word[at]!;
  const next = word[at + 1] ?? '';
  if (letter === 'c') return /[eiy]/.test(next) ? 's' : 'k';
  if (letter === 'y' && at > 0 && !/[aeiou]/.test(next) && !/[aeiou]/.test(word[at - 1]!)) return 'i'; // Amy, Sathyan before a consonant
  return PLAIN.includes(letter) ? letter : '';
}

/** Sounds of a Latin word. Marks of scholarly spelling are read (ś, ṣ as sh), others dropped. */
export function readLatin(word: string): string {
  const plain = word.toLowerCase().replace(/[śṣş]/g, 'sh').replace(/ñ/g, 'n').normalize('NFD').replace(/\p{M}/gu, '');
  let phonemes = /^[gj]n/.test(plain) ? 'gy' : plain.startsWith('x') ? 'z' : '';
  let at = phonemes.length === 2 ? 2 : phonemes.length;
  while (at < plain.length) {
    let length = Math.min(longest, plain.length - at);
    let sound: string | undefined;
    for (; length > 1 && sound === undefined; length--) sound = bySpelling.get(plain.slice(at, at + length));
    if (sound !== undefined) length++;
    else sound = bySpelling.get(plain[at]!) ?? oneLetter(plain, at);
    phonemes += sound;
    at += length;
  }
  return phonemes.replace(/ov(?=[^aeiou]|$)/g, 'o');
}
