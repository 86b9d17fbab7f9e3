// A name that is asked for, made ready: its words with their neighbours in the vocabulary, and the same words joined and split.
import { type SoundToken, hearName } from '../../../kernel/names/index.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';
import type { RankingIndex } from './ranking-index.ts';
import { INITIAL, WEAK, kindOf, massOf } from './vocabulary.ts';

/** `extra`: a joined or split form of other words of the name; it may earn their mass but brings none of its own. `part`: it is split from one. `covers`: one bit per own word. */
export type QueryWord = Neighbours & {
  phonemes: string;
  skeleton: string;
  kind: number;
  mass: number;
  extra: boolean;
  part: boolean;
  covers: number;
};
/** `mass` is that of the own words, which stand first. */
export type QueryName = { words: QueryWord[]; own: number; mass: number };

const mostRemembered = 4096;
const shortestPart = 3;
/** Two words joined are seldom one: fewer words of the vocabulary are compared with them. */
const joinedPart = 0.4;

function neighbours(index: RankingIndex, text: string, phonemes: string, most: number): Neighbours {
  const key = `${most} ${phonemes}`;
  const known = index.remembered.get(key);
  if (known) return known;
  const found = neighboursOf(index.vocabulary, text, phonemes, most);
  if (index.remembered.size >= mostRemembered) index.remembered.clear();
  index.remembered.set(key, found);
  return found;
}

/** An initial is only itself: what it may stand for is asked when names are compared in full. */
function sameInitial(index: RankingIndex, phonemes: string): Neighbours {
  const word = index.vocabulary.ids.get(`${phonemes}.`);
  return { words: Uint32Array.from(word === undefined ? [] : [word]), alike: Float32Array.from(word === undefined ? [] : [1]) };
}

function ownWord(index: RankingIndex, token: SoundToken, at: number, compared: number): QueryWord {
  const { phonemes, skeleton } = token;
  const known = index.vocabulary.ids.get(phonemes);
  const kind = kindOf(token) || (known !== undefined && index.vocabulary.kind.data[known] === WEAK ? WEAK : 0);
  const near = kind === INITIAL ? sameInitial(index, phonemes) : neighbours(index, token.text, phonemes, compared);
  return { ...near, phonemes, skeleton, kind, mass: massOf(phonemes, kind), extra: false, part: false, covers: 1 << at };
}

/** Ram Kumar, written Ramkumar. */
function joined(index: RankingIndex, tokens: readonly SoundToken[], own: readonly QueryWord[], compared: number): QueryWord[] {
  return tokens.slice(1).flatMap((token, at) => {
    const before = tokens[at]!;
    if (own[at]!.kind === INITIAL || own[at + 1]!.kind === INITIAL) return [];
    const text = before.text + token.text;
    const phonemes = before.phonemes + token.phonemes;
    const near = neighbours(index, text, phonemes, Math.ceil(compared * joinedPart));
    if (near.words.length === 0) return [];
    const mass = own[at]!.mass + own[at + 1]!.mass;
    return [{ ...near, phonemes, skeleton: before.skeleton + token.skeleton, kind: 0, mass, extra: true, part: false, covers: 3 << at }];
  });
}

/** Ramkumar, written Ram Kumar: only where both parts are words of the vocabulary. */
function split(index: RankingIndex, word: QueryWord): QueryWord[] {
  const parts: QueryWord[] = [];
  const { ids } = index.vocabulary;
  for (let at = shortestPart; at <= word.phonemes.length - shortestPart && parts.length < 4; at++) {
    const both = [word.phonemes.slice(0, at), word.phonemes.slice(at)];
    if (!both.every((part) => ids.has(part))) continue;
    for (const phonemes of both) {
      const near = { words: Uint32Array.of(ids.get(phonemes)!), alike: Float32Array.of(1) };
      parts.push({ ...near, phonemes, skeleton: '', kind: 0, mass: massOf(phonemes, 0), extra: true, part: true, covers: word.covers });
    }
  }
  return parts;
}

function queryName(index: RankingIndex, tokens: readonly SoundToken[], compared: number): QueryName {
  const own = tokens.map((token, at) => ownWord(index, token, at, compared));
  const extra = [...joined(index, tokens, own, compared), ...own.flatMap((word) => (word.kind === 0 ? split(index, word) : []))];
  const mass = own.reduce((sum, word) => sum + word.mass, 0);
  return { words: [...own, ...extra.slice(0, 7)], own: own.length, mass };
}

/** Every way the person is called. Empty if there is nothing to read. `compared`: words of the vocabulary compared in full with each word. */
export function queryNames(index: RankingIndex, written: string | readonly string[] | null | undefined, compared: number): QueryName[] {
  if (!written) return [];
  const all = typeof written === 'string' ? [written] : written;
  return all.flatMap((name) => hearName(name).variants.map((variant) => queryName(index, variant, compared)));
}
