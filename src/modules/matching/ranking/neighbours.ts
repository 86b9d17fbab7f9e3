// Which words of the vocabulary sound like a given word, and how much: worked out once per word of a query, then used for every name.
import { soundSimilarity } from '../../../kernel/names/index.ts';
import { type Vocabulary, lookupKeys, maskOf } from './vocabulary.ts';

/** Best first. `alike` is soundSimilarity, 0 to 1. */
export type Neighbours = { words: Uint32Array; alike: Float32Array };

/** Words compared in full, after the cheap look; with a million words a short skeleton would reach tens of thousands. */
const mostCompared = 600;
/** Less alike than this is no evidence of being the same word. */
const leastAlike = 0.5;
const farthest = 63;

function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Words sharing a key, nearest by sounds held and by length first, cut at `mostCompared`. */
function within(vocabulary: Vocabulary, phonemes: string, keys: Iterable<string>): number[] {
  const mask = maskOf(phonemes);
  const byDistance: number[][] = [];
  const seen = new Set<number>();
  for (const key of keys) {
    for (const word of vocabulary.byKey.get(key) ?? []) {
      if (seen.has(word)) continue;
      seen.add(word);
      const apart = 2 * bitsIn(mask ^ vocabulary.mask.data[word]!) + Math.abs(phonemes.length - vocabulary.phonemes[word]!.length);
      (byDistance[Math.min(apart, farthest)] ??= []).push(word);
    }
  }
  const near: number[] = [];
  for (const words of byDistance) {
    if (near.length >= mostCompared) break;
    if (words) for (const word of words) near.push(word);
  }
  return near;
}

export function neighboursOf(vocabulary: Vocabulary, text: string, phonemes: string): Neighbours {
  const found: [word: number, alike: number][] = [];
  for (const word of within(vocabulary, phonemes, lookupKeys(text))) {
    const alike = soundSimilarity(phonemes, vocabulary.phonemes[word]!);
    if (alike >= leastAlike) found.push([word, alike]);
  }
  found.sort((one, other) => other[1] - one[1]);
  return { words: Uint32Array.from(found, ([word]) => word), alike: Float32Array.from(found, ([, alike]) => alike) };
}
