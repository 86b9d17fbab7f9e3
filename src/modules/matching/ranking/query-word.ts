// One word of a name that is asked for, and the words of the vocabulary like it, from memory where it was asked for before.
import { type Neighbours, neighboursOf } from './neighbours.ts';
import type { RankingIndex } from './ranking-index.ts';

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
const mostRemembered = 4096;

/** The words of the vocabulary like this one, from memory where it was asked for before. */
export function neighbours(index: RankingIndex, text: string, phonemes: string, most: number): Neighbours {
  const key = `${most} ${phonemes}`;
  const known = index.remembered.get(key);
  if (known) return known;
  const found = neighboursOf(index.vocabulary, text, phonemes, most);
  if (index.remembered.size >= mostRemembered) index.remembered.clear();
  index.remembered.set(key, found);
  return found;
}
