// Names run together and taken apart: Ram Kumar and Ramkumar, in either order.
import { type SoundToken, soundsOf } from '../../../kernel/names/index.ts';
import { waiting } from './neighbours.ts';
import { type QueryWord, neighbours } from './query-word.ts';
import type { RankingIndex } from './ranking-index.ts';
import { INITIAL, massOf } from './vocabulary.ts';

const shortestPart = 3;
/** Two words joined are seldom one: fewer words of the vocabulary are compared with them. */
const joinedPart = 0.4;
/** A cut counts where both parts are at least so like a word, and only so many cuts do. */
const leastPart = 0.8;
const mostCuts = 2;
const comparedWithPart = 60;

function join(index: RankingIndex, one: SoundToken, other: SoundToken, mass: number, covers: number, compared: number): QueryWord[] {
  const phonemes = one.phonemes + other.phonemes;
  const near = neighbours(index, one.text + other.text, phonemes, compared);
  if (near.words.length === 0) return [];
  return [{ ...near, phonemes, skeleton: one.skeleton + other.skeleton, kind: 0, mass, extra: true, part: false, covers }];
}

/** Ram Kumar, written Ramkumar; where nobody waits, also Kumarram. */
export function joined(index: RankingIndex, tokens: readonly SoundToken[], own: readonly QueryWord[], compared: number): QueryWord[] {
  return tokens.slice(1).flatMap((token, at) => {
    const before = tokens[at]!;
    if (own[at]!.kind === INITIAL || own[at + 1]!.kind === INITIAL) return [];
    const mass = own[at]!.mass + own[at + 1]!.mass;
    const most = Math.min(waiting, Math.ceil(compared * joinedPart)); // under keys: to look at every word for them would double the work
    const inOrder = join(index, before, token, mass, 3 << at, most);
    return compared > waiting ? [...inOrder, ...join(index, token, before, mass, 3 << at, most)] : inOrder;
  });
}

/** Ramkumar, written Ram Kumar. */
export function split(index: RankingIndex, token: SoundToken, word: QueryWord, compared: number): QueryWord[] {
  if (word.kind !== 0) return [];
  return compared > waiting ? splitRoughly(index, token, word) : splitExactly(index, word);
}

/** Only where both parts are words of the vocabulary. */
function splitExactly(index: RankingIndex, word: QueryWord): QueryWord[] {
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

function partOf(index: RankingIndex, text: string, covers: number): QueryWord | undefined {
  const [token] = soundsOf(text);
  if (token === undefined || token.phonemes.length < shortestPart) return undefined;
  const near = neighbours(index, text, token.phonemes, comparedWithPart);
  if (!(near.alike[0]! >= leastPart)) return undefined;
  return {
    ...near,
    phonemes: token.phonemes,
    skeleton: token.skeleton,
    kind: 0,
    mass: massOf(token.phonemes, 0),
    extra: true,
    part: true,
    covers,
  };
}

/** The written word cut at every letter: the cuts whose two parts are most like words of the vocabulary. */
function splitRoughly(index: RankingIndex, { text }: SoundToken, { covers }: QueryWord): QueryWord[] {
  const cuts: Array<{ both: QueryWord[]; alike: number }> = [];
  for (let at = shortestPart; at <= text.length - shortestPart; at++) {
    if (/^\p{M}/u.test(text.slice(at))) continue;
    const one = partOf(index, text.slice(0, at), covers);
    const other = one && partOf(index, text.slice(at), covers);
    if (other) cuts.push({ both: [one, other], alike: one.alike[0]! * other.alike[0]! });
  }
  return cuts
    .sort((one, other) => other.alike - one.alike)
    .slice(0, mostCuts)
    .flatMap(({ both }) => both);
}
