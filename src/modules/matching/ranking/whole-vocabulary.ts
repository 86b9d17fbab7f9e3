// Every word of a vocabulary that is not too large, by how far it is from one word: for files, where nobody waits and two words need share no key.
import { bitsIn } from '../../../kernel/edits.ts';
import { type Nearest, offer, startNearest } from './nearest.ts';
import { type Pattern, classedPattern, patternOf, roughDistance } from './rough-distance.ts';
import { type Vocabulary, maskOf } from './vocabulary.ts';

/** Words looked at one by one; in a larger vocabulary keys are needed. */
export const mostInWhole = 200_000;

/** Consonants that may differ, as bits of a mask: two for each exchanged, one for each left out. */
const consonantBits = 6;
const consonants = [...'bcdgjklmnprst'].reduce((mask, sound) => mask | (1 << (sound.charCodeAt(0) & 31)), 0);

/** Edits over all sounds and over classes of consonants together: short vowels are often unwritten, and voices confused. */
function edits(full: Pattern, classed: Pattern, codes: Uint8Array, from: number, to: number): number {
  return roughDistance(full, codes, from, to) + roughDistance(classed, codes, from, to);
}

/** About `most` words of the vocabulary, the nearest. */
export function lookAtAll(vocabulary: Vocabulary, phonemes: string, most: number): Nearest {
  const nearest = startNearest(most, vocabulary.phonemes.length);
  const mine = maskOf(phonemes);
  const [full, classed] = [patternOf(phonemes), classedPattern(phonemes)];
  const masks = vocabulary.masks.data;
  const sounds = vocabulary.sounds.data;
  const start = vocabulary.soundStart.data;
  const words = vocabulary.masks.length;
  for (let word = 0; word < words; word++) {
    if (masks[word] === 0) continue;
    const bits = bitsIn((mine ^ masks[word]!) & consonants);
    if (bits > consonantBits) continue;
    offer(nearest, word, 4 * edits(full, classed, sounds, start[word]!, start[word + 1]!) + bits);
  }
  return nearest;
}
