// Which weights serve. A change has every open record compared anew, in the background, and says which aspects it leaves without a voice.
import type { Context } from '../../../platform/context.ts';
import { matchAllAgain } from '../../children/index.ts';
import type { Aspect } from '../aspect.ts';
import { serveVersion } from './serving-store.ts';
import { servedWeights } from './served-weights.ts';
import type { Weights } from './weights.ts';

/** Aspects that can speak neither for nor against. */
export function silentAspects({ limits }: Pick<Weights, 'limits'>): Aspect[] {
  return (Object.keys(limits) as Aspect[]).filter((aspect) => limits[aspect].most === 0 && limits[aspect].least === 0);
}

/** `records`: how many are compared anew. */
export type WeightsChange = { version: string; records: number; silent: Aspect[] };

/** Called when a worker starts: the weights it was built with serve from now on. Null if they served before, or nothing did. */
export async function serveWeights(context: Context, weights: Weights = servedWeights): Promise<WeightsChange | null> {
  if ((await serveVersion(context, weights.version)) !== 'changed') return null;
  return { version: weights.version, records: await matchAllAgain(context), silent: silentAspects(weights) };
}
