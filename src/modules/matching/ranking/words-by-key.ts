// Words under each key they are looked up by, with their sounds beside them: what is sifted in thousands is read in one run of memory.
import { type Column, type Lists, listsOf, noLists } from './columns.ts';

/**
 * List `numbers.get(key)` of `words` holds the words of a key; `masks` stands beside them, entry for entry, as `maskOf`; the folded sounds of the list's
 * words follow one another from `soundsFrom`, as many each as its mask tells. Words that came since stand in `late`.
 */
export type WordsByKey = {
  numbers: Map<string, number>;
  words: Lists;
  masks: Uint32Array;
  soundsFrom: Uint32Array;
  sounds: Uint8Array;
  late: Map<string, number[]>;
};

/** Where in a mask the sounds stand, and where the number of them. */
export const soundBits = 0x07ffffff;
export const lengthShift = 27;

export function startWordsByKey(): WordsByKey {
  return {
    numbers: new Map(),
    words: noLists(),
    masks: new Uint32Array(0),
    soundsFrom: new Uint32Array(1),
    sounds: new Uint8Array(0),
    late: new Map(),
  };
}

/** Every pair of a list and a word: those settled before, then those that came since. */
function tellAll({ numbers, words, late }: WordsByKey, tell: (list: number, word: number) => void): void {
  for (let list = 0; list + 1 < words.start.length; list++)
    for (let at = words.start[list]!; at < words.start[list + 1]!; at++) tell(list, words.values[at]!);
  for (const [key, list] of late) for (const word of list) tell(numbers.get(key)!, word);
}

/** Lays all words out anew, with the masks and sounds of the vocabulary. */
export function settleWordsByKey(
  byKey: WordsByKey,
  masks: Column<Uint32Array>,
  sounds: Column<Uint8Array>,
  soundStart: Column<Uint32Array>,
): void {
  for (const key of byKey.late.keys()) if (!byKey.numbers.has(key)) byKey.numbers.set(key, byKey.numbers.size);
  const words = listsOf(byKey.numbers.size, (tell) => tellAll(byKey, tell));
  byKey.words = words;
  byKey.late = new Map();
  byKey.masks = words.values.map((word) => masks.data[word]!);
  byKey.soundsFrom = new Uint32Array(byKey.numbers.size + 1);
  byKey.sounds = new Uint8Array(byKey.masks.reduce((sum, mask) => sum + (mask >>> lengthShift), 0));
  let to = 0;
  for (let list = 0; list < byKey.numbers.size; list++) {
    byKey.soundsFrom[list] = to;
    for (let at = words.start[list]!; at < words.start[list + 1]!; at++) {
      const from = soundStart.data[words.values[at]!]!;
      for (let sound = 0; sound < byKey.masks[at]! >>> lengthShift; sound++) byKey.sounds[to++] = sounds.data[from + sound]!;
    }
  }
}
