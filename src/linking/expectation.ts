// Expectation–maximisation over patterns of levels: what true pairs look like, learned without anybody saying which pairs are true.
// Patterns number thousands where pairs number millions, so this is instant whatever the size of the files.
import { type Field, householdFields, onlyAgainst } from './aspects.ts';
import { guessedShares, guessedStrangers, sharesOf } from './weights.ts';

/** Patterns seen and how often; a pattern is its levels as letters, field by field. */
export type Patterns = { readonly counts: Map<string, number> };

export function newPatterns(): Patterns {
  return { counts: new Map() };
}

export function addPattern({ counts }: Patterns, levels: Uint8Array): void {
  const pattern = String.fromCharCode(...levels);
  counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
}

type Row = { readonly levels: number[]; readonly count: number };

function patternRows(patterns: Patterns): Row[] {
  return [...patterns.counts].map(([pattern, count]) => ({ levels: Array.from(pattern, (letter) => letter.charCodeAt(0)), count }));
}

/** `free`: fields that the block did not force to agree. `matched` is the expected number of true pairs among the patterns. */
export type Session = {
  readonly m: (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  readonly matched: number;
  readonly share: number;
};

const rounds = 40;
const imagined = 12;
/** Where strangers are learned as well: pairs of strangers imagined. */
const imaginedStrangers = 100;

/**
 * Learns m of the free fields and the share of true pairs; `u` stays fixed. A few imagined pairs hold every level to common sense,
 * so that a hundred pairs do not teach nonsense. Besides true pairs and strangers a block holds pairs of one household: alike in what
 * households share, strangers in the rest; without a class of their own they would teach that true pairs often differ.
 * `strangersToo`: the patterns are all pairs of small files, so that what strangers show is learned from them as well, true pairs left out.
 */
export function learn(
  patterns: Patterns,
  fields: readonly Field[],
  given: readonly (readonly number[])[],
  free: readonly boolean[],
  strangersToo = false,
): Session {
  const rows = patternRows(patterns);
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const guesses = fields.map(guessedShares);
  const against = fields.map((field) => onlyAgainst.includes(field));
  const shared = fields.map((field) => householdFields.includes(field));
  let m: number[][] = guesses.map((guess) => [...guess]);
  let u = given;
  let [share, household, matched] = strangersToo ? [0.02, 0.01, 0] : [0.2, 0.05, 0];
  for (let round = 0; round < rounds; round++) {
    const counts = m.map((levels) => levels.map(() => 0));
    const apart = m.map((levels) => levels.map(() => 0));
    let [same, ofHouse] = [0, 0];
    for (const { levels, count } of rows) {
      let [all, house] = [share, household];
      for (let at = 0; at < levels.length; at++) {
        const level = levels[at]!;
        if (!free[at] || level === 0) continue;
        const ratio = Math.min(m[at]![level]! / u[at]![level]!, against[at] ? 1 : Infinity);
        all *= ratio;
        if (shared[at]) house *= ratio;
      }
      const whole = all + house + (1 - share - household);
      const weight = (count * all) / whole;
      same += weight;
      ofHouse += (count * house) / whole;
      for (let at = 0; at < levels.length; at++) {
        counts[at]![levels[at]!]! += weight;
        apart[at]![levels[at]!]! += (count * (1 - share - household + (shared[at] ? 0 : house))) / whole;
      }
    }
    m = fields.map((field, at) => sharesOf(field, counts[at]!, guesses[at]!, imagined));
    if (strangersToo) u = fields.map((field, at) => sharesOf(field, apart[at]!, guessedStrangers(field), imaginedStrangers));
    matched = same;
    share = Math.min(0.998, Math.max(1e-6, same / total));
    household = Math.min(0.999 - share, Math.max(1e-6, ofHouse / total));
  }
  return { m, u, matched, share };
}
