// Build and complexion: how a child looks to a stranger, in words that mean little; weak evidence either way.
import type { Description } from '../../children/index.ts';
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';

/** In order, so that neighbours are one step apart. */
const builds = ['thin', 'medium', 'stout'] as const satisfies readonly Description['build'][];
const complexions = ['fair', 'wheatish', 'dusky', 'dark'] as const satisfies readonly Description['complexion'][];

function compareOnScale<Word extends string>(
  aspect: 'build' | 'complexion',
  scale: readonly Word[],
  one: Word | null,
  other: Word | null,
  { weights }: ScoreContext,
): AspectResult {
  if (one === null || other === null) return unknown(aspect);
  const steps = Math.abs(scale.indexOf(one) - scale.indexOf(other));
  return weigh(weights, aspect, { level: steps === 0 ? 'same' : steps === 1 ? 'near' : 'far', facts: { missing: one, found: other } });
}

export function compareBuild(missing: Prepared, found: Prepared, context: ScoreContext): AspectResult {
  return compareOnScale('build', builds, missing.description.build, found.description.build, context);
}

export function compareComplexion(missing: Prepared, found: Prepared, context: ScoreContext): AspectResult {
  return compareOnScale('complexion', complexions, missing.description.complexion, found.description.complexion, context);
}
