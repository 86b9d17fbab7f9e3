// A rough edit distance between words, some twenty times cheaper than the true price of a difference: it only decides which words are worth that.
// Bit-parallel (Myers 1999, in the form of Hyyrö 2001), over sounds folded to what all scripts and spellings tell apart.

const unsaid = '@*^~%!';
const folds: Readonly<Record<string, string>> = {
  K: 'k',
  C: 'c',
  T: 't',
  P: 'p',
  S: 's',
  z: 'j',
  Z: 'l',
  R: 'r',
  O: 'a',
  J: 'y',
  v: 'b',
  f: 'p',
  E: 'e',
  V: 'o',
  w: 'o',
  Y: 'i',
  N: 'e',
  X: 'k',
  L: 'k',
  q: 'k',
  Q: 'c',
  W: 'j',
  H: 't',
  x: 't',
  F: 't',
};
const longest = 31;

/** Sounds as small numbers: 1 to 31. At most 31 of them; those that come and go are left out. */
export function folded(phonemes: string): number[] {
  const codes: number[] = [];
  for (const phoneme of phonemes)
    if (!unsaid.includes(phoneme) && codes.length < longest) codes.push((folds[phoneme] ?? phoneme).charCodeAt(0) & 31);
  return codes;
}

/** By sound, at which places of the word it stands: one bit per place. Sounds of `passed` (one bit each) are passed over in the other word. */
export type Pattern = { places: Uint32Array; length: number; passed: number };

export function patternOf(phonemes: string): Pattern {
  const places = new Uint32Array(32);
  const codes = folded(phonemes);
  codes.forEach((code, at) => (places[code]! |= 1 << at));
  return { places, length: codes.length, passed: 0 };
}

const classes = ['kg', 'cjs', 'td', 'pb', 'nm', 'rl'];
const codeOf = (sound: string): number => sound.charCodeAt(0) & 31;
const comeAndGo = [...'aeiouhy'].reduce((mask, sound) => mask | (1 << codeOf(sound)), 0);

/** As `patternOf`, of consonants only, and any of a class for another. */
export function classedPattern(phonemes: string): Pattern {
  const places = new Uint32Array(32);
  const codes = folded(phonemes).filter((code) => !((comeAndGo >>> code) & 1));
  codes.forEach((code, at) => (places[code]! |= 1 << at));
  for (const members of classes) {
    const all = [...members].reduce((bits, sound) => bits | places[codeOf(sound)]!, 0);
    for (const sound of members) places[codeOf(sound)] = all;
  }
  return { places, length: codes.length, passed: comeAndGo };
}

/** Insertions, deletions and exchanges between the pattern and `codes[from]` to `codes[to - 1]`. */
export function roughDistance({ places, length, passed }: Pattern, codes: Uint8Array, from: number, to: number): number {
  if (length === 0) return to - from;
  const last = 1 << (length - 1);
  let [more, less, distance] = [-1, 0, length];
  for (let at = from; at < to; at++) {
    if ((passed >>> codes[at]!) & 1) continue;
    const equal = places[codes[at]!]!;
    const vertical = equal | less;
    const horizontal = (((equal & more) + more) ^ more) | equal;
    let rises = less | ~(horizontal | more);
    let falls = more & horizontal;
    if (rises & last) distance++;
    if (falls & last) distance--;
    rises = (rises << 1) | 1;
    falls <<= 1;
    more = falls | ~(vertical | rises);
    less = rises & vertical;
  }
  return distance;
}
