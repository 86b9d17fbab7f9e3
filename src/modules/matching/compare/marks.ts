// Marks on the body by kind, site and side; a mark swapped left for right is a usual slip of whoever described it.
import type { Mark, MarkKind } from '../../children/index.ts';
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { furtherMark, markShares, siteShare } from '../weighing/weights.ts';

/** `rarity`: bits, how seldom another child has it. */
type Shared = { level: 'kindSiteSide' | 'kindSite' | 'swappedSide' | 'kindOnly'; rarity: number; mark: Mark };

const mostMarks = 12;
/** Marks that do not fade: if the missing child had one and the found child's marks are listed without it, that speaks against. */
const lasting: ReadonlySet<MarkKind> = new Set(['amputation', 'missing-finger', 'cleft-lip', 'leucoderma']);

/** Kinds that can be in one place only: naming the place adds nothing. */
const ownPlace: ReadonlySet<MarkKind> = new Set(['missing-finger', 'squint', 'cleft-lip', 'limp', 'pierced-nose']);
/** A swapped side is a slip as often as another child's mark: worth so many bits less than the same side. */
const swapCost = 2;

function shared(one: Mark, other: Mark): Shared | null {
  if (one.kind !== other.kind) return null;
  const kind = -Math.log2(markShares[one.kind]);
  if (one.site === null || other.site === null) return { level: 'kindOnly', rarity: kind, mark: one };
  if (one.site !== other.site) return null;
  const rarity = ownPlace.has(one.kind) ? kind : kind - Math.log2(siteShare);
  if (one.side === null || other.side === null) return { level: 'kindSite', rarity, mark: one };
  return { level: one.side === other.side ? 'kindSiteSide' : 'swappedSide', rarity: rarity + 1, mark: one };
}

function worthOf({ level, rarity }: Shared): number {
  return level === 'swappedSide' ? rarity - swapCost : rarity;
}

/** The best mark each of the family's has among the child's, the rarest first. */
function sharedMarks(ones: readonly Mark[], others: readonly Mark[]): Shared[] {
  const best = ones.map((one) => others.map((other) => shared(one, other)).filter((match) => match !== null));
  return best
    .flatMap((matches) => (matches.length > 0 ? [matches.reduce((most, match) => (worthOf(match) > worthOf(most) ? match : most))] : []))
    .toSorted((a, b) => worthOf(b) - worthOf(a));
}

/** `missing-finger` as `missingFinger`: message selectors may not hold a hyphen. */
function spoken(kind: MarkKind): string {
  return kind.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
}

/** The best shared mark in full, further ones in part. Facts: kind, site and side of the best, and how many are shared. */
export function compareMarks(missing: Prepared, found: Prepared, { weights }: ScoreContext): AspectResult {
  const ones = missing.description.marks.slice(0, mostMarks);
  const others = found.description.marks.slice(0, mostMarks);
  if (ones.length === 0 || others.length === 0) return unknown('marks');
  const matches = sharedMarks(ones, others);
  const best = matches[0];
  if (!best) {
    const absent = ones.find((mark) => lasting.has(mark.kind) && !others.some((other) => other.kind === mark.kind));
    if (absent) return weigh(weights, 'marks', { level: 'lastingAbsent', facts: { kind: spoken(absent.kind) } });
    return weigh(weights, 'marks', { level: 'noneShared', facts: {} });
  }
  const { kind, site, side } = best.mark;
  const further = matches.slice(1).reduce((sum, match) => sum + Math.max(0, match.rarity) * furtherMark, 0);
  const tries = ones.length * others.length; // many listed marks agree by chance sooner
  const chance = 2 ** -(best.rarity + further) * Math.sqrt(tries);
  const facts = { kind: spoken(kind), site: site ?? 'unknown', side: side ?? 'unknown', count: matches.length };
  return weigh(weights, 'marks', { level: best.level, chance, facts });
}
