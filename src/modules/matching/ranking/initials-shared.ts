// What initials add to the first pass: R. K. Narayan shares little of the mass of Narayan Rasipuram Krishnaswami until R and K stand for the two words.
import { mayBegin } from '../../../kernel/names/index.ts';
import { type Comparison, initialAlike, initialMass } from './compare-names.ts';
import { INITIAL } from './vocabulary.ts';

/** Words of the name already taken, and the change of what is shared and of both masses. */
const found = { taken: 0, shared: 0, mass: 0 };

function pair(mass: number): void {
  found.shared += initialAlike * initialMass;
  found.mass += initialMass - mass;
}

/** An initial that was asked for, against a word of the name that no word of the query is like. */
function pairMine({ names, vocabulary, places }: Comparison, letter: string, from: number, end: number): void {
  for (let at = from; at < end; at++) {
    const word = names.words.data[at]!;
    if (found.taken & (1 << (at - from)) || places[word] !== 0 || vocabulary.kind.data[word] === INITIAL) continue;
    if (!mayBegin(letter, vocabulary.phonemes[word]!)) continue;
    found.taken |= 1 << (at - from);
    return pair(vocabulary.mass.data[word]!);
  }
}

/** An initial of the name, against a word asked for that found nothing like it. `met`: one bit per word that did. Answers the bits then met. */
function pairTheirs({ query }: Comparison, letter: string, met: number): number {
  for (let own = 0; own < query.own; own++) {
    const word = query.words[own]!;
    if (met & (1 << own) || word.kind === INITIAL || !mayBegin(letter, word.phonemes)) continue;
    pair(word.mass);
    return met | (1 << own);
  }
  return met;
}

/** Twice the shared mass over both masses, with the initials of either side taken for the words they may stand for. */
export function shareWithInitials(comparison: Comparison, name: number, sum: number, met: number): number {
  const { query, names, vocabulary, places } = comparison;
  const [from, end] = [names.start.data[name]!, names.start.data[name + 1]!];
  found.taken = found.shared = found.mass = 0;
  for (let own = 0; own < query.own; own++) {
    const { kind, phonemes } = query.words[own]!;
    if (kind === INITIAL && !(met & (1 << own))) pairMine(comparison, phonemes, from, end);
  }
  let bits = met;
  for (let at = from; names.initials.data[name]! > 0 && at < end; at++) {
    const word = names.words.data[at]!;
    if (vocabulary.kind.data[word] === INITIAL && places[word] === 0) bits = pairTheirs(comparison, vocabulary.phonemes[word]!, bits);
  }
  return Math.min(1, (2 * (sum + found.shared)) / (query.mass + names.mass.data[name]! + found.mass));
}
