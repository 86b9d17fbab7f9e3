// Marks on the body by kind, site and side; a mark swapped left for right is a usual slip of whoever described it.
import type { Mark, MarkKind } from '../../children/index.ts';
import { type AspectResult, atLevel, known, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { markShares, marks as weights, siteShare } from '../weights.ts';

type Shared = { code: 'kindSiteSide' | 'kindSite' | 'swappedSide' | 'kindOnly'; bits: number; mark: Mark };

const mostMarks = 12;
/** Marks that do not fade: if the missing child had one and the found child's marks are listed without it, that speaks against. */
const lasting: ReadonlySet<MarkKind> = new Set(['amputation', 'missing-finger', 'cleft-lip', 'leucoderma']);

function shared(one: Mark, other: Mark): Shared | null {
  if (one.kind !== other.kind) return null;
  const kind = markShares[one.kind];
  if (one.site === null || other.site === null) return sharedAt('kindOnly', kind, one);
  if (one.site !== other.site) return null;
  if (one.side === null || other.side === null) return sharedAt('kindSite', kind * siteShare, one);
  return one.side === other.side
    ? sharedAt('kindSiteSide', (kind * siteShare) / 2, one)
    : sharedAt('swappedSide', (kind * siteShare) / 2, one);
}

function sharedAt(code: Shared['code'], chance: number, mark: Mark): Shared {
  return { code, mark, bits: Math.log2(weights[code] / chance) };
}

/** `missing-finger` as `missingFinger`: message selectors may not hold a hyphen. */
function spoken(kind: MarkKind): string {
  return kind.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
}

/** Bits of the best shared mark in full, of further ones in part. Facts: kind, site and side of the best, and how many are shared. */
export function compareMarks(missing: Prepared, found: Prepared): AspectResult {
  const ones = missing.description.marks.slice(0, mostMarks);
  const others = found.description.marks.slice(0, mostMarks);
  if (ones.length === 0 || others.length === 0) return unknown('marks');
  const matches: Shared[] = [];
  for (const one of ones) {
    let best: Shared | null = null;
    for (const other of others) {
      const match = shared(one, other);
      if (match && (best === null || match.bits > best.bits)) best = match;
    }
    if (best) matches.push(best);
  }
  const absent = ones.find((mark) => lasting.has(mark.kind) && !others.some((other) => other.kind === mark.kind));
  if (matches.length === 0) {
    return absent
      ? atLevel('marks', weights.lastingAbsent, 'lastingAbsent', { kind: spoken(absent.kind) })
      : atLevel('marks', weights.noneShared, 'noneShared', {});
  }
  matches.sort((a, b) => b.bits - a.bits);
  const best = matches[0]!;
  const further = matches.slice(1).reduce((sum, match) => sum + Math.max(0, match.bits) * weights.secondMark, 0);
  const facts = {
    kind: spoken(best.mark.kind),
    site: best.mark.site ?? 'unknown',
    side: best.mark.side ?? 'unknown',
    count: matches.length,
  };
  const tries = ones.length * others.length; // many listed marks agree by chance sooner
  const bits = Math.max(0.1, Math.min(weights.most, best.bits + further - Math.log2(tries) / 2));
  return known('marks', bits, best.code, facts);
}
