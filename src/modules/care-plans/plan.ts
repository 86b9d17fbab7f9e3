// The Individual Care Plan (Form 7, part A): the needs it looks at, what a need must have before the plan can be made, and the ladder of where a child lives best.
import type { RecordId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { SealedClass } from '../unsealing/index.ts';

/** The rows of the form's grid, in its order. */
export const domains = [
  'expectations', 'health', 'emotional', 'education', 'leisure', 'attachments', 'beliefs', 'self-care', 'independent-living', 'other',
] as const; // prettier-ignore
export type Domain = (typeof domains)[number];

/** Medical, psychological, and what was done to the child, each with its class: opened by a permission of its own, or by two people (domain sheet §1.7, JJ Act s.99). */
export const sealedDomains: ReadonlyMap<Domain, SealedClass> = new Map([
  ['health', 'medical'],
  ['emotional', 'psychological'],
  ['other', 'harm'],
]);

export const concerns = ['none', 'low', 'medium', 'high'] as const;
export type Concern = (typeof concerns)[number];

/** What the Ministry counts measures by. */
export const measures = [
  'family-based-care',
  'sponsorship',
  'education',
  'counselling',
  'health-care',
  'skill-development',
  'other-support',
] as const;
export type Measure = (typeof measures)[number];

export const hearings = ['spoken', 'drawn', 'interpreter', 'signs', 'not-yet'] as const;

/** From the best for a child downwards (Form 7 of 2007, still the working rule): whoever stays below the first says why not above. */
export const ladder = ['own-family', 'kin', 'adoption', 'foster', 'adoption-abroad', 'institution'] as const;
export type Rung = (typeof ladder)[number];

export const needWords = ['concern', 'goal', 'intervention', 'who', 'agency', 'success'] as const;
export type NeedWords = Partial<Record<(typeof needWords)[number], string>>;

export type Need = {
  domain: Domain;
  concern: Concern;
  measure: Measure | null;
  scheme: string | null;
  startsOn: Day | null;
  reviewOn: Day | null;
  /** Null: sealed to this reader. */
  words: NeedWords | null;
  edit: number;
  savedBy: string;
  savedAt: Instant;
};

export type PlanWords = { wishes?: string; notHeardBecause?: string; caseWorker?: string; ladderReasons?: string; changed?: string };

export type Plan = {
  id: string;
  recordId: RecordId;
  version: number;
  officeId: string;
  officeName: string;
  begunAt: Instant;
  words: PlanWords;
  wishesLanguage: string | null;
  heard: (typeof hearings)[number] | null;
  ladder: Rung | null;
  madeAt: Instant | null;
  madeBy: string | null;
  decision: 'approved' | 'returned' | null;
  decidedAt: Instant | null;
  decidedBy: string | null;
  reasons: string | null;
  needs: Need[];
};

/** What a flagged need lacks. Nothing is asked of one that gives no concern. */
export type NeedGap = 'concern' | 'goal' | 'intervention' | 'who' | 'agency' | 'success' | 'measure' | 'startsOn' | 'reviewOn';

export function gapsOf(need: Pick<Need, 'concern' | 'words' | 'measure' | 'startsOn' | 'reviewOn'>): NeedGap[] {
  if (need.concern === 'none') return [];
  const said = needWords.filter((word) => need.words !== null && !need.words[word]);
  const kept = (['measure', 'startsOn', 'reviewOn'] as const).filter((field) => need[field] === null);
  return [...said, ...kept];
}

export type PlanGap =
  | { of: 'wishes' | 'not-heard' | 'language' | 'case-worker' | 'ladder' | 'ladder-reasons' | 'changed' }
  | { of: 'not-looked-at'; domain: Domain }
  | { of: 'need'; domain: Domain; lacks: NeedGap[] };

/**
 * What stands between a draft and a plan: the child's own wishes come first, every domain has been looked at, every flagged one has all it takes, and
 * whoever chooses a lower rung says why no higher one serves this child. A later version says what changed and why.
 */
export function planGaps(plan: Pick<Plan, 'version' | 'words' | 'heard' | 'wishesLanguage' | 'ladder' | 'needs'>): PlanGap[] {
  const { words, heard, needs } = plan;
  const gaps: PlanGap[] = [];
  if (heard === null) gaps.push({ of: 'wishes' });
  else if (heard === 'not-yet') gaps.push(...(words.notHeardBecause ? [] : [{ of: 'not-heard' } as const]));
  else {
    if (!words.wishes) gaps.push({ of: 'wishes' });
    if (!plan.wishesLanguage) gaps.push({ of: 'language' });
  }
  if (!words.caseWorker) gaps.push({ of: 'case-worker' });
  if (plan.ladder === null) gaps.push({ of: 'ladder' });
  else if (plan.ladder !== 'own-family' && !words.ladderReasons) gaps.push({ of: 'ladder-reasons' });
  if (plan.version > 1 && !words.changed) gaps.push({ of: 'changed' });
  for (const domain of domains) {
    const need = needs.find((one) => one.domain === domain);
    if (!need) gaps.push({ of: 'not-looked-at', domain });
    else {
      const lacks = gapsOf(need);
      if (lacks.length > 0) gaps.push({ of: 'need', domain, lacks });
    }
  }
  return gaps;
}

/** The last that was made: what the child may hold others to. The draft is not. */
export function planInForce<Standing extends Pick<Plan, 'version' | 'madeAt' | 'decision'>>(
  plans: readonly Standing[],
): Standing | undefined {
  return plans.filter(({ madeAt, decision }) => madeAt !== null && decision !== 'returned').toSorted((one, other) => one.version - other.version).at(-1); // prettier-ignore
}

export function draftOf<Standing extends Pick<Plan, 'madeAt'>>(plans: readonly Standing[]): Standing | undefined {
  return plans.find(({ madeAt }) => madeAt === null);
}
