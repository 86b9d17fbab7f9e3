// What chance does: how often the levels of each aspect are seen between records of different children, learned from random pairs.
import type { Aspect } from '../aspect.ts';
import { commonness } from '../compare/alike.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { compareRaw } from '../score.ts';
import type { Level, NameLevel, Weights } from '../weighing/weights.ts';

/** A missing report and a found child's record. */
export type Pair = { readonly missing: Prepared; readonly found: Prepared };

const years = 26;
/** Nothing is impossible by chance: the least share a level or a year may have. */
const least = 1e-5;

type Counts = Map<Aspect, Map<string, number>>;

function count(counts: Counts, aspect: Aspect, level: string, amount: number): void {
  let levels = counts.get(aspect);
  if (!levels) counts.set(aspect, (levels = new Map()));
  levels.set(level, (levels.get(level) ?? 0) + amount);
}

/** The table with one side of its levels replaced by what was counted; `before` weighs as much as `strength` sightings. */
export function withShares(
  table: Readonly<Record<string, Level>>,
  counted: ReadonlyMap<string, number> | undefined,
  side: 'm' | 'u',
  strength: number,
): Record<string, Level> {
  const seen = [...(counted?.values() ?? [])].reduce((sum, amount) => sum + amount, 0);
  const before = Object.values(table).reduce((sum, level) => sum + level[side], 0);
  const share = (name: string, level: Level): number =>
    Math.max(least, ((counted?.get(name) ?? 0) + (strength * level[side]) / before) / (seen + strength));
  return Object.fromEntries(Object.entries(table).map(([name, level]) => [name, { ...level, [side]: share(name, level) }]));
}

const named = { name: 'child', father: 'father', mother: 'mother' } as const;

/** Of a level, how many times oftener it is met by chance than the name is common: over the child's and both parents' names together. */
function nameChances(pairs: readonly Pair[], counts: Counts, context: ScoreContext): Weights['nameChance'] {
  let common = 0;
  const seen: Partial<Record<NameLevel, number>> = {};
  for (const [aspect, bearer] of Object.entries(named) as ['name', 'child'][]) {
    for (const { missing, found } of pairs) {
      const name = found.names[bearer][0];
      if (name && missing.names[bearer].length > 0) common += commonness(name, context.frequencies);
    }
    for (const level of ['same', 'part', 'close'] as const) seen[level] = (seen[level] ?? 0) + (counts.get(aspect)?.get(level) ?? 0);
  }
  return Object.fromEntries(Object.entries(seen).map(([level, times]) => [level, Math.max(0.2, times / Math.max(least, common))]));
}

function sharesOf(amounts: readonly number[]): number[] {
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map((amount) => Math.max(least, amount / Math.max(1, all)));
}

function agesOf(pairs: readonly Pair[]): number[] {
  const amounts = Array.from({ length: years }, () => 0);
  for (const { missing, found } of pairs) {
    if (missing.age === null) continue;
    const age = (missing.age.low + missing.age.high) / 2 + (found.day - missing.day) / 365.2425;
    const year = Math.max(0, Math.min(years - 1, Math.floor(age)));
    amounts[year]!++;
  }
  return sharesOf(amounts);
}

function sexesOf(pairs: readonly Pair[]): Weights['sexes'] {
  const amount = (sex: string): number => pairs.filter(({ missing }) => missing.description.sex === sex).length;
  const [female, male, third] = sharesOf([amount('female'), amount('male'), amount('third')]);
  return { female: female!, male: male!, third: third! };
}

/**
 * The weights with everything chance decides learned anew. `pairs`: records of different children drawn at random, 100,000 or more. Height,
 * build and complexion are counted among children of like age only: beyond that they would repeat what age says.
 */
export function learnChance(pairs: readonly Pair[], context: ScoreContext, strength = 50): Weights {
  const counts: Counts = new Map();
  for (const { missing, found } of pairs) {
    const results = compareRaw(missing, found, context);
    const likeAge = results.some(({ aspect, level }) => aspect === 'age' && level === 'within1');
    for (const { aspect, level } of results) {
      if (level === null || (aspect === 'height' && !likeAge)) continue;
      count(counts, aspect, level, 1);
    }
  }
  const tables = Object.entries(context.weights.levels) as [Aspect, Weights['levels'][Aspect]][];
  return {
    ...context.weights,
    levels: Object.fromEntries(
      tables.map(([aspect, table]) => [aspect, withShares(table, counts.get(aspect), 'u', strength)]),
    ) as Weights['levels'],
    nameChance: nameChances(pairs, counts, context),
    ages: agesOf(pairs),
    sexes: sexesOf(pairs),
  };
}
