// Texts kept once and known by number: a million rows hold far fewer names, and a comparison of two numbers is cheap.

export type Vocabulary = { readonly texts: string[]; readonly numbers: Map<string, number> };

/** A Map of V8 ends at 2^24 entries; a little less, so that the sentence comes before the crash. */
export const mostTexts = 16_000_000;

export function newVocabulary(): Vocabulary {
  return { texts: [], numbers: new Map() };
}

/** The number of the text, a new one if it was not seen before; −1 for the empty text, which says nothing. */
export function numberOf(vocabulary: Vocabulary, text: string): number {
  if (text === '') return -1;
  const known = vocabulary.numbers.get(text);
  if (known !== undefined) return known;
  const number = vocabulary.texts.length;
  vocabulary.texts.push(text);
  vocabulary.numbers.set(text, number);
  return number;
}

/** A list of whole numbers that grows without holding each as an object. */
export type Growing = { values: Int32Array; length: number };

export function newGrowing(): Growing {
  return { values: new Int32Array(1024), length: 0 };
}

export function push(list: Growing, value: number): void {
  if (list.length === list.values.length) {
    const larger = new Int32Array(list.values.length * 2);
    larger.set(list.values);
    list.values = larger;
  }
  list.values[list.length++] = value;
}

/** A well-mixed 32-bit number from two; never 0, which stands for "no key". */
export function mixed(one: number, other: number): number {
  let value = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x7f4a7c15, 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return (value ^ (value >>> 16)) >>> 0 || 1;
}

export function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash, text.length);
}
