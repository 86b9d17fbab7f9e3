// Which words of the vocabulary sound like a given word, and how much: worked out once per word of a query, then used for every name.
import { soundSimilarity } from '../../../kernel/names/index.ts';
import { patternOf, roughDistance } from './rough-distance.ts';
import { type Vocabulary, lengthShift, lookupKeys, maskOf, shortestCut, soundBits } from './vocabulary.ts';
import { bitsIn, farthest, lookAtAll, mostInWhole } from './whole-vocabulary.ts';

/** Best first. `alike` is soundSimilarity, 0 to 1. */
export type Neighbours = { words: Uint32Array; alike: Float32Array };

/** Less alike than this is no evidence of being the same word. */
const leastAlike = 0.5;
/** Who compares thousands of words takes what he finds. */
const loosest = { compared: 5000, alike: 0.15 } as const;
/** Who lets no more words be compared in full is a person waiting. */
export const waiting = 100;
/** Words looked at cheaply: what a short skeleton reaches in a vocabulary of a million is cut here. */
const mostLookedAt = 65536;

const near = new Uint32Array(mostInWhole);
const apart = new Uint8Array(mostInWhole);

/** Words that differ by more than this in the sounds they hold and in length are passed over: an edit changes two such
 * bits, or one and the length. Who compares many words passes over fewer. */
function bitsAllowed(phonemes: string, most: number): number {
  return 4 + (phonemes.length >> 2) + (most > waiting ? 4 : 0);
}

/** Who is in no hurry looks under every key; a person waiting not under the two classes left of three, which nearly halves the work. */
function shortestCutFor(most: number): number {
  return most > waiting ? shortestCut : shortestCut + 1;
}

/** Fills `near` and `apart` with the words sharing a key, each once; answers how many. */
function lookAt(vocabulary: Vocabulary, phonemes: string, keys: Iterable<string>, most: number): number {
  const mine = maskOf(phonemes);
  const pattern = patternOf(phonemes);
  const { data: sounds } = vocabulary.sounds;
  const { data: start } = vocabulary.soundStart;
  const seen = vocabulary.seen.data;
  const turn = ++vocabulary.turn;
  const allowed = bitsAllowed(phonemes, most);
  let count = 0;
  for (const key of keys) {
    const words = vocabulary.byKey.get(key);
    if (words === undefined) continue;
    for (let at = 0; at < words.length && count < mostLookedAt; at += 2) {
      const other = words[at + 1]!;
      const bits = bitsIn((mine ^ other) & soundBits);
      if (bits + Math.abs((mine >>> lengthShift) - (other >>> lengthShift)) > allowed) continue;
      const word = words[at]!;
      if (seen[word] === turn) continue;
      seen[word] = turn;
      near[count] = word;
      const edits = roughDistance(pattern, sounds, start[word]!, start[word + 1]!);
      apart[count++] = Math.min(farthest, 4 * edits + bits);
    }
  }
  return count;
}

/** The distance up to which about `most` of the words looked at lie. */
function reachOf(count: number, most: number): number {
  const perDistance = new Uint32Array(farthest + 1);
  for (let at = 0; at < count; at++) perDistance[apart[at]!]!++;
  let [distance, sum] = [0, perDistance[0]!];
  while (distance < farthest && sum + perDistance[distance + 1]! <= most) sum += perDistance[++distance]!;
  return distance;
}

/** `most`: how many words are compared in full, the nearest by a rough distance. With many, all words of a small vocabulary are looked at. */
export function neighboursOf(vocabulary: Vocabulary, text: string, phonemes: string, most: number): Neighbours {
  const whole = most > waiting && vocabulary.phonemes.length <= mostInWhole;
  const count = whole
    ? lookAtAll(vocabulary, phonemes, near, apart)
    : lookAt(vocabulary, phonemes, lookupKeys(text, shortestCutFor(most)), most);
  const reach = reachOf(count, most);
  const least = most > loosest.compared ? loosest.alike : leastAlike;
  const words: number[] = [];
  const alikes: number[] = [];
  for (let at = 0; at < count; at++) {
    if (apart[at]! > reach) continue;
    const alike = soundSimilarity(phonemes, vocabulary.phonemes[near[at]!]!);
    if (alike < least) continue;
    words.push(near[at]!);
    alikes.push(alike);
  }
  const order = Uint32Array.from(words.keys()).sort((one, other) => alikes[other]! - alikes[one]!);
  return { words: order.map((at) => words[at]!), alike: Float32Array.from(order, (at) => alikes[at]!) };
}
