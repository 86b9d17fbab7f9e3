// To whom: the node of each State whose paper the child stands in, one paper to each, the latest of a Zero FIR's chain.
import { type Paper, canonicalNumber, paperKey } from '../messages/index.ts';

/** A paper the child stands in: told by the feed (`childNumber`), or typed at a station. `nodeCode`: of its State, if there is an open one. */
export type ChildPaper = {
  name: Paper;
  key: string;
  nodeCode: string;
  childNumber: number | null;
  transferredFrom: string | null;
};
export type Addressee = { nodeCode: string; paper: Paper; paperKey: string; childNumber: number | null };

/** A word of more letters than any abbreviation before a number has. */
const WORD = /[\p{L}\p{M}]{5}/u;

/** What a station typed as the number, if it is one: whatever else was typed there goes nowhere. */
export function typedPaper(typed: Paper): { name: Paper; key: string } | null {
  const number = canonicalNumber(typed.number, typed.year);
  const isNumber = /^[\p{L}\p{M}\p{Nd}/.,()#:_-]{1,30}$/u.test(number) && /\p{Nd}/u.test(number) && !WORD.test(number);
  return isNumber ? { name: { ...typed, number }, key: paperKey({ ...typed, number }) } : null;
}

/** One for each node. Of several papers at one node that which no other carries on; what the feed told before what was typed. */
export function addresseesOf(papers: readonly ChildPaper[]): Addressee[] {
  const carriedOn = new Set(papers.map(({ transferredFrom }) => transferredFrom));
  const rank = ({ key, childNumber }: ChildPaper): string => `${carriedOn.has(key) ? 1 : 0}${childNumber === null ? 1 : 0} ${key}`;
  return [...Map.groupBy(papers, ({ nodeCode }) => nodeCode)].map(([nodeCode, own]) => {
    const { name, key, childNumber } = own.reduce((best, one) => (rank(one) < rank(best) ? one : best));
    return { nodeCode, paper: name, paperKey: key, childNumber };
  });
}
