// By what a pair was weighed: the weights' own numbers and the way the scorer uses them. A change of either has every open record compared anew.
import { createHash } from 'node:crypto';
import type { Weights } from './weights.ts';

/** Raised by hand when the same weights give another score; `versions.test.ts` notices that they do. */
const scorer = 3;

/** What is kept with each pair, and of what serves. */
export function pairVersion({ version }: Pick<Weights, 'version'>): string {
  return `${version}+scorer${scorer}`;
}

function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted().map(([key, inner]) => [key, inOneOrder(inner)])); // prettier-ignore
}

/** Eight letters that change with any number of the weights, whatever order they are written in. */
export function printOf(weights: Weights): string {
  return createHash('sha256')
    .update(JSON.stringify(inOneOrder({ ...weights, version: '' })))
    .digest('hex')
    .slice(0, 8);
}
