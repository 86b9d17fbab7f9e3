// Build and complexion: how a child looks to a stranger, in words that mean little; weak evidence either way.
import type { Description } from '../../children/index.ts';
import { type AspectResult, atLevel, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { looks as weights } from '../weights.ts';

/** In order, so that neighbours are one step apart. */
const builds = ['thin', 'medium', 'stout'] as const satisfies readonly Description['build'][];
const complexions = ['fair', 'wheatish', 'dusky', 'dark'] as const satisfies readonly Description['complexion'][];

function compareOnScale<Word extends string>(
  aspect: 'build' | 'complexion',
  scale: readonly Word[],
  one: Word | null,
  other: Word | null,
): AspectResult {
  if (one === null || other === null) return unknown(aspect);
  const steps = Math.abs(scale.indexOf(one) - scale.indexOf(other));
  const code = steps === 0 ? 'same' : steps === 1 ? 'near' : 'far';
  return atLevel(aspect, weights[code], code, { missing: one, found: other });
}

export function compareBuild(missing: Prepared, found: Prepared): AspectResult {
  return compareOnScale('build', builds, missing.description.build, found.description.build);
}

export function compareComplexion(missing: Prepared, found: Prepared): AspectResult {
  return compareOnScale('complexion', complexions, missing.description.complexion, found.description.complexion);
}
