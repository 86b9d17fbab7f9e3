// The other names of a place, found by sound and in any script: बंबई is Mumbai, Cawnpore is Kanpur.
import { type SoundToken, soundKeys, soundSimilarity, soundsOf } from '../names/index.ts';
import { renamedPlaces } from './renamed.ts';

/** One name of one place: `sound` is that of its words run together, `place` the number of the place. */
type Known = { name: string; sound: string; words: number; place: number };

const longestPlace = 4;
/** Pandit Deen Dayal Upadhyaya Nagar and one more. */
const longestOfficial = 6;
const surelyAlike = 0.9;
const most = 12;

const soundOf = (tokens: readonly SoundToken[]): string => tokens.map(({ phonemes }) => phonemes).join('');

/** Keys of words run together: whoever writes Trichinopoly in two words has another word, but the same sounds. */
const keysOf = (tokens: readonly SoundToken[]): string[] => soundKeys(tokens.map(({ text }) => text).join(''));

let byKey: Map<string, Known[]> | undefined;

function knownByKey(): Map<string, Known[]> {
  if (byKey) return byKey;
  byKey = new Map();
  for (const [place, names] of renamedPlaces.entries()) {
    for (const name of names) {
      const tokens = soundsOf(name);
      const known = { name, sound: soundOf(tokens), words: tokens.length, place };
      for (const key of keysOf(tokens)) byKey.set(key, [...(byKey.get(key) ?? []), known]);
    }
  }
  return byKey;
}

/** Places of which these words, together, are a name: those that sound most alike, if any does surely. */
function placesCalled(tokens: readonly SoundToken[]): Set<number> {
  const sound = soundOf(tokens);
  const found = new Map<number, number>();
  for (const { sound: other, place } of keysOf(tokens).flatMap((key) => knownByKey().get(key) ?? [])) {
    const alike = sound === other ? 1 : soundSimilarity(sound, other);
    if (alike >= surelyAlike) found.set(place, Math.max(alike, found.get(place) ?? 0));
  }
  const best = Math.max(...found.values());
  return new Set([...found].filter(([, alike]) => alike >= best - 0.02).map(([place]) => place));
}

/**
 * Names of one word for places the text calls by several: "Gautam Buddha Nagar" is Noida. What a place of one word was called besides, words
 * themselves know (names/ties.ts); this is for who compares word by word. Words of the other name that stand for themselves ("Nagar") are not given.
 */
export function oneWordNames(text: string): string[] {
  const tokens = soundsOf(text);
  const found = new Set<string>();
  for (let length = Math.min(longestOfficial, tokens.length); length > 1; length--)
    for (let at = 0; at + length <= tokens.length; at++)
      for (const place of placesCalled(tokens.slice(at, at + length)))
        for (const name of renamedPlaces[place]!) if (!name.includes(' ')) found.add(name);
  return [...found].slice(0, most);
}

/**
 * The text with a place in it called by its other names, without the text itself; none if it names no such place. "Bombay Central" gives
 * "Mumbai Central". At most twelve. Of several places in a text each is changed alone; a longer name goes before the shorter ones in it.
 */
export function otherPlaceNames(text: string): string[] {
  const tokens = soundsOf(text);
  const found = new Set<string>();
  const taken = new Set<number>();
  for (let length = Math.min(longestPlace, tokens.length); length > 0; length--) {
    for (let at = 0; at + length <= tokens.length; at++) {
      const part = tokens.slice(at, at + length);
      if (part.some((_, word) => taken.has(at + word))) continue;
      const called = placesCalled(part);
      if (called.size > 0) part.forEach((_, word) => taken.add(at + word));
      const around = (name: string): string =>
        [...tokens.slice(0, at).map(({ text: word }) => word), name, ...tokens.slice(at + length).map(({ text: word }) => word)].join(' ');
      for (const place of called)
        for (const name of renamedPlaces[place]!) if (soundOf(soundsOf(name)) !== soundOf(part)) found.add(around(name));
    }
  }
  return [...found].slice(0, most);
}
