// Words under their keys: laid out anew, each list holds its words once, with the sounds of the very word beside it.
import { expect, it } from 'vitest';
import { soundsOf } from '../../../kernel/names/index.ts';
import { lookupKeys, settleVocabulary, shortestCut, startVocabulary, wordId } from './vocabulary.ts';
import { lengthShift } from './words-by-key.ts';

const early = ['Pooja', 'Lakshmanan', 'Ramkumar', 'Zubeida', 'Om'];
const since = ['Puja', 'Lakshman', 'Venkateswarlu'];

it('after settling twice every word stands once under each of its keys, beside its own sounds', () => {
  const vocabulary = startVocabulary();
  for (const names of [early, since]) {
    for (const [token] of names.map(soundsOf)) wordId(vocabulary, token!);
    settleVocabulary(vocabulary);
  }
  const { numbers, words, masks, soundsFrom, sounds, late } = vocabulary.byKey;
  expect(late.size).toBe(0);
  const found = new Map<number, string[]>();
  for (const [key, list] of numbers) {
    let from = soundsFrom[list]!;
    for (let at = words.start[list]!; at < words.start[list + 1]!; at++) {
      const word = words.values[at]!;
      const to = from + (masks[at]! >>> lengthShift);
      const [own, end] = [vocabulary.soundStart.data[word]!, vocabulary.soundStart.data[word + 1]!];
      expect(Array.from(sounds.subarray(from, to))).toEqual(Array.from(vocabulary.sounds.data.subarray(own, end)));
      found.set(word, [...(found.get(word) ?? []), key]);
      from = to;
    }
  }
  [...early, ...since].forEach((name, word) => expect(found.get(word)!.toSorted()).toEqual([...lookupKeys(name, shortestCut)].toSorted()));
});
