// How many members of a Committee it takes: data, so that a lawyer reads it where the other rules of the law are.
import type { Confidence, PeriodBasis } from './rule.ts';

export type Bench = { readonly members: number; readonly basis: PeriodBasis; readonly citation: string; readonly confidence: Confidence };

export const benches = {
  /** A single member, the Committee not sitting: places the child, and no more (F06). */
  'one-member': {
    members: 1,
    basis: 'source',
    citation: 'JJ Act 2015 s.28(4) (sub-section to be checked), JJ Model Rules 2016 r.17-18 [M]',
    confidence: 'M',
  },
  quorum: {
    members: 3,
    basis: 'portal',
    citation: 'JJ Act 2015 s.27, s.28: a chairperson and four members; no quorum read in a source, the portal takes three of the five [M]',
    confidence: 'M',
  },
  three: { members: 3, basis: 'source', citation: 'JJ Act 2015 s.38(1), (4): at least three members', confidence: 'C' },
} as const satisfies Record<string, Bench>;

export type BenchName = keyof typeof benches;
