// A name that is asked for, made ready: its words with their neighbours in the vocabulary, and the same words joined and split.
import { type SoundToken, hearName } from '../../../kernel/names/index.ts';
import { joined, split } from './joined-words.ts';
import type { Neighbours } from './neighbours.ts';
import { type QueryWord, neighbours } from './query-word.ts';
import type { RankingIndex } from './ranking-index.ts';
import { INITIAL, WEAK, kindOf, massOf } from './vocabulary.ts';

/** `mass` is that of the own words, which stand first. */
export type QueryName = { words: QueryWord[]; own: number; mass: number };

/** With the eight words of a name, sixteen: one bit each. */
const mostExtra = 8;

/** An initial is only itself: what it may stand for is asked when names are compared in full. */
function sameInitial(index: RankingIndex, letter: string): Neighbours {
  const word = index.vocabulary.ids.get(`${letter}.`);
  return { words: Uint32Array.from(word === undefined ? [] : [word]), alike: Float32Array.from(word === undefined ? [] : [1]) };
}

function ownWord(index: RankingIndex, token: SoundToken, at: number, compared: number): QueryWord {
  const { skeleton, phonemes } = token;
  const known = index.vocabulary.ids.get(phonemes);
  const kind = kindOf(token) || (known !== undefined && index.vocabulary.kind.data[known] === WEAK ? WEAK : 0);
  const near = kind === INITIAL ? sameInitial(index, phonemes) : neighbours(index, token.text, phonemes, compared);
  return { ...near, phonemes, skeleton, kind, mass: massOf(phonemes, kind), extra: false, part: false, covers: 1 << at };
}

function queryName(index: RankingIndex, tokens: readonly SoundToken[], compared: number): QueryName {
  const own = tokens.map((token, at) => ownWord(index, token, at, compared));
  const extra = [...joined(index, tokens, own, compared), ...own.flatMap((word, at) => split(index, tokens[at]!, word, compared))];
  const mass = own.reduce((sum, word) => sum + word.mass, 0);
  return { words: [...own, ...extra.slice(0, mostExtra)], own: own.length, mass };
}

/** Every way the person is called. Empty if there is nothing to read. `compared`: words of the vocabulary compared in full with each word. */
export function queryNames(index: RankingIndex, written: string | readonly string[] | null | undefined, compared: number): QueryName[] {
  if (!written) return [];
  const all = typeof written === 'string' ? [written] : written;
  return all.flatMap((name) => hearName(name).variants.map((variant) => queryName(index, variant, compared)));
}
