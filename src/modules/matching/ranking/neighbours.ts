// Which words of the vocabulary sound like a given word, and how much: worked out once per word of a query, then used for every name.
import { bitsIn } from '../../../kernel/edits.ts';
import { soundSimilarity } from '../../../kernel/names/index.ts';
import { type Nearest, offer, startNearest } from './nearest.ts';
import { type Pattern, patternOf, roughDistance } from './rough-distance.ts';
import { type Vocabulary, lookupKeys, maskOf, shortestCut } from './vocabulary.ts';
import { lookAtAll, mostInWhole } from './whole-vocabulary.ts';
import { lengthShift, soundBits } from './words-by-key.ts';

/** Best first. `alike` is soundSimilarity, 0 to 1. */
export type Neighbours = { words: Uint32Array; alike: Float32Array };

/** Less alike than this is no evidence of being the same word. */
const leastAlike = 0.5;
/** Who compares thousands of words takes what he finds. */
const loosest = { compared: 5000, alike: 0.15 } as const;
/** Who lets no more words be compared in full is a person waiting. */
export const waiting = 100;

/** Words that differ by more than this in the sounds they hold and in length are passed over: an edit changes two such
 * bits, or one and the length. Who compares many words passes over fewer. */
function bitsAllowed(phonemes: string, most: number): number {
  return 4 + (phonemes.length >> 2) + (most > waiting ? 4 : 0);
}

/** Who is in no hurry looks under every key; a person waiting not under the two classes left of three, which nearly halves the work. */
function shortestCutFor(most: number): number {
  return most > waiting ? shortestCut : shortestCut + 1;
}

/** The word that is asked about, made ready for the sifting. */
type Sifted = { mask: number; pattern: Pattern; allowed: number };

/** Offers the words settled under one key. The sounds stand beside the words, in their order: a word passed over is stepped over. */
function sift({ byKey }: Vocabulary, list: number, { mask, pattern, allowed }: Sifted, nearest: Nearest): void {
  const { words, masks, sounds } = byKey;
  const { seen } = nearest;
  const end = words.start[list + 1]!;
  let next = byKey.soundsFrom[list]!;
  for (let at = words.start[list]!; at < end; at++) {
    const other = masks[at]!;
    const from = next;
    next += other >>> lengthShift;
    const bits = bitsIn((mask ^ other) & soundBits);
    const lengths = Math.abs((mask >>> lengthShift) - (other >>> lengthShift));
    if (bits + lengths > allowed || 4 * ((bits + lengths + 1) >> 1) + bits > nearest.reach) continue;
    const word = words.values[at]!;
    if ((seen[word >>> 5]! >>> (word & 31)) & 1) continue;
    seen[word >>> 5]! |= 1 << (word & 31);
    offer(nearest, word, 4 * roughDistance(pattern, sounds, from, next) + bits);
  }
}

/** Offers the words that came under a key since it was settled. */
function siftLate(vocabulary: Vocabulary, words: readonly number[], { mask, pattern, allowed }: Sifted, nearest: Nearest): void {
  const { masks, sounds, soundStart } = vocabulary;
  for (const word of words) {
    const other = masks.data[word]!;
    const bits = bitsIn((mask ^ other) & soundBits);
    if (bits + Math.abs((mask >>> lengthShift) - (other >>> lengthShift)) > allowed) continue;
    if ((nearest.seen[word >>> 5]! >>> (word & 31)) & 1) continue;
    nearest.seen[word >>> 5]! |= 1 << (word & 31);
    offer(nearest, word, 4 * roughDistance(pattern, sounds.data, soundStart.data[word]!, soundStart.data[word + 1]!) + bits);
  }
}

/** The words sharing a key, each once: about `most` of them, the nearest. */
function lookUp(vocabulary: Vocabulary, text: string, phonemes: string, most: number): Nearest {
  const nearest = startNearest(most, vocabulary.phonemes.length);
  const sifted = { mask: maskOf(phonemes), pattern: patternOf(phonemes), allowed: bitsAllowed(phonemes, most) };
  const { numbers, late } = vocabulary.byKey;
  for (const key of lookupKeys(text, shortestCutFor(most))) {
    const list = numbers.get(key);
    if (list !== undefined) sift(vocabulary, list, sifted, nearest);
    const words = late.size > 0 ? late.get(key) : undefined;
    if (words) siftLate(vocabulary, words, sifted, nearest);
  }
  return nearest;
}

/** `most`: how many words are compared in full, the nearest by a rough distance. With many, all words of a small vocabulary are looked at. */
export function neighboursOf(vocabulary: Vocabulary, text: string, phonemes: string, most: number): Neighbours {
  const whole = most > waiting && vocabulary.phonemes.length <= mostInWhole;
  const { near, apart, count, reach } = whole ? lookAtAll(vocabulary, phonemes, most) : lookUp(vocabulary, text, phonemes, most);
  const least = most > loosest.compared ? loosest.alike : leastAlike;
  const words: number[] = [];
  const alikes: number[] = [];
  for (let at = 0; at < count; at++) {
    if (apart[at]! > reach) continue;
    const alike = soundSimilarity(phonemes, vocabulary.phonemes[near[at]!]!, least);
    if (alike < least) continue;
    words.push(near[at]!);
    alikes.push(alike);
  }
  const order = Uint32Array.from(words.keys()).sort((one, other) => alikes[other]! - alikes[one]!);
  return { words: order.map((at) => words[at]!), alike: Float32Array.from(order, (at) => alikes[at]!) };
}
