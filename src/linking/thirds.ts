// Within one file a third record speaks too: if it is surely one person with both, they are one; if it is surely one person with the first and
// surely not with the second, they are not. Never through one weak edge: only near-certain pairs let a record speak for another.
import type { Scorer } from './scoring.ts';
import { type Mixture, type Resolved, byProbability, effectiveBits, probabilityOf } from './resolving.ts';

/** A pair this likely lets either record speak for the other. */
const sure = 0.9;
const mostThirds = 10;
/** Of what a third record says for a pair so much is counted: one slip may be copied into both. Settled on development seeds. */
const counted = 0.7;

/** One pair weighed: `fields` in bits, 0 where unknown; `household`: bits (below 0) that go because a household would share as much. */
type Edge = { readonly fields: Float64Array; readonly bits: number; readonly household: number };

function edgeOf(scorer: Scorer, mixture: Mixture, one: number, other: number): Edge {
  const fields = new Float64Array(scorer.fields.length);
  const bits = scorer.score(Math.min(one, other), Math.max(one, other), fields);
  return { fields, bits, household: effectiveBits(bits, scorer.shared(), mixture) - bits };
}

function neighboursOf(pairs: readonly Resolved[], records: number): (number[] | undefined)[] {
  const near: (number[] | undefined)[] = Array.from({ length: records });
  for (const { one, other, probability } of pairs) {
    if (probability < sure) break;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const list = (near[from] ??= []);
      if (list.length < mostThirds) list.push(to);
    }
  }
  return near;
}

const middle = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/**
 * Evidence that three records are one. A field in which all three agree speaks for two pairs, not three: that the third pair agrees follows.
 * Of three pairs the two strongest count, where a record does not say the field the one that is known.
 */
function together(ab: Edge, ac: Edge, bc: Edge): number {
  let bits = middle(ab.household, ac.household, bc.household) + Math.min(ab.household, ac.household, bc.household);
  for (let at = 0; at < ab.fields.length; at++) {
    const [x, y, z] = [ab.fields[at]!, ac.fields[at]!, bc.fields[at]!];
    const known = Number(x !== 0) + Number(y !== 0) + Number(z !== 0);
    bits += known < 3 ? x + y + z : Math.max(x, y, z) + middle(x, y, z);
  }
  return bits;
}

/** Of the ways in which three records can stand to each other the share in which the first two are one, as a factor of their odds. */
function factorOf(ab: Edge, ac: Edge, bc: Edge, prior: number): number {
  const odds = (edge: Edge): number => prior * 2 ** Math.min(60, edge.bits + edge.household);
  const all = prior * prior * 2 ** Math.min(120, together(ab, ac, bc));
  return (1 + all / odds(ab)) / (1 + odds(ac) + odds(bc));
}

/** Pairs that no key brought together but a third record does. */
function broughtTogether(near: readonly (number[] | undefined)[], known: ReadonlySet<number>): [number, number][] {
  const found = new Map<number, [number, number]>();
  for (const list of near)
    for (const [at, a] of (list ?? []).entries())
      for (const b of list!.slice(at + 1)) {
        const [one, other] = a < b ? [a, b] : [b, a];
        const key = one * near.length + other;
        if (!known.has(key)) found.set(key, [one, other]);
      }
  return [...found.values()];
}

/** `pairs` likeliest first. Gives them with what third records say counted in, and those only third records bring together, down to `floor`. */
export function withThirds(pairs: readonly Resolved[], mixture: Mixture, records: number, scorer: Scorer, floor: number): Resolved[] {
  const prior = mixture.expected / Math.max(1, mixture.possible - mixture.expected);
  const near = neighboursOf(pairs, records);
  const sureEdges = new Map<number, Edge>();
  const sureEdge = (one: number, other: number): Edge => {
    const key = Math.min(one, other) * records + Math.max(one, other);
    const edge = sureEdges.get(key) ?? edgeOf(scorer, mixture, one, other);
    sureEdges.set(key, edge);
    return edge;
  };
  /** Bits of the most telling third record for, and of the most telling against. */
  const spoken = (one: number, other: number, edge: Edge): number => {
    let [most, least] = [1, 1];
    const ask = (here: number, there: number): void => {
      for (const third of near[here] ?? []) {
        if (third === there) continue;
        const factor = factorOf(edge, sureEdge(here, third), edgeOf(scorer, mixture, there, third), prior);
        if (factor > most) most = factor;
        if (factor < least) least = factor;
      }
    };
    ask(one, other);
    ask(other, one);
    return counted * Math.log2(most) + Math.log2(least);
  };
  const known = new Set(pairs.map(({ one, other }) => one * records + other));
  const all = [...pairs.map(({ one, other }) => [one, other] as const), ...broughtTogether(near, known)];
  const resolved: Resolved[] = [];
  for (const [one, other] of all) {
    const edge = edgeOf(scorer, mixture, one, other);
    const bits = edge.bits + edge.household;
    const thirds = spoken(one, other, edge);
    const probability = probabilityOf(bits + thirds, mixture);
    if (probability >= floor) resolved.push({ one, other, bits, thirds, probability });
  }
  return resolved.sort(byProbability);
}
