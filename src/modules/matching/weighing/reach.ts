// How likely weights can call a pair at the very most: weights by which none could ever be shown would empty every list of matches in silence.
import { type Aspect, type AspectResult, aspects } from '../aspect.ts';
import { bandFrom } from '../band.ts';
import { calibratedSum } from './calibrated.ts';
import { counted, forSameness } from './damping.ts';
import { type Weights, nameFrequency } from './weights.ts';

/** Open records of a middling State: among fewer a pair is likelier from the start. */
const among = 10_000;
/** Of these the chance follows from the values told, and may be as small as it likes: only their limit bounds them. */
const byValue: ReadonlySet<Aspect> = new Set(['age', 'sex', 'marks', 'language']);

/** Bits of the level that says most for sameness; never less than nothing. */
function mostOf(aspect: Aspect, weights: Weights): number {
  const bits = Object.entries(weights.levels[aspect]).map(([level, { m, u }]) => {
    const common = (weights.nameChance as Partial<Record<string, number>>)[level];
    const chance = common === undefined ? u : Math.min(u, common * nameFrequency.lowest);
    return byValue.has(aspect) ? weights.limits[aspect].most : Math.log2(m / chance);
  });
  return Math.max(0, Math.min(weights.limits[aspect].most, Math.max(...bits)));
}

/** `most`: bits of a pair that agrees in everything, the rarest values said. `needed`: those with which it would be shown, among ten thousand. */
export function reachOf(weights: Weights): { most: number; needed: number } {
  const results = aspects.map((aspect): AspectResult => ({
    aspect,
    outcome: 'agree',
    level: null,
    bits: mostOf(aspect, weights),
    sentence: { code: '', facts: {} },
  }));
  const most = calibratedSum(results, (some) => forSameness(some, counted(some, weights)), weights.calibration);
  return { most, needed: Math.log2(bandFrom.possible / (1 - bandFrom.possible)) + Math.log2(among - 1) };
}
