// Which weights serve: those an operator stored last, else those in the code. A change has every open record compared anew, in the background, and says which aspects it leaves without a voice.
import { isDeepStrictEqual } from 'node:util';
import { audit } from '../../../platform/audit.ts';
import type { Context, Tools } from '../../../platform/context.ts';
import { matchAllAgain } from '../../children/index.ts';
import type { Aspect } from '../aspect.ts';
import { type ServedRow, holdServing, insertServed, serveVersion, servedAs, servedNow, servedRow, servedRows } from './serving-store.ts';
import { servedWeights } from './served-weights.ts';
import { type Made, readWeights } from './stored-weights.ts';
import { pairVersion } from './versions.ts';
import type { Weights } from './weights.ts';

/** Aspects that can speak neither for nor against. */
export function silentAspects({ limits }: Pick<Weights, 'limits'>): Aspect[] {
  return (Object.keys(limits) as Aspect[]).filter((aspect) => limits[aspect].most === 0 && limits[aspect].least === 0);
}

/** `faults`: what is wrong with the row that should serve; then those in the code do. Empty: it serves. */
type Served = { weights: Weights; faults: string[] };
const kept = new WeakMap<Tools, { sequence: number; served: Served }>();

function usable(row: ServedRow | undefined): Served {
  if (!row || row.weights === null) return { weights: servedWeights, faults: [] };
  const { weights, faults } = readWeights(row.weights);
  return weights ? { weights, faults: [] } : { weights: servedWeights, faults };
}

/** Until this transaction ends no others serve. Asked before every comparison; read only when they changed. */
export async function weightsNow(context: Context): Promise<Served> {
  const sequence = await servedNow(context);
  const known = kept.get(context.tools);
  if (known?.sequence === sequence) return known.served;
  const served = usable(await servedRow(context, sequence));
  kept.set(context.tools, { sequence, served });
  return served;
}

/** `records`: how many are compared anew. `faults`: as above. */
export type WeightsChange = { version: string; records: number; silent: Aspect[]; faults: string[] };

async function change(context: Context, { weights, faults }: Served): Promise<WeightsChange | null> {
  const changed = (await serveVersion(context, pairVersion(weights))) === 'changed';
  if (!changed && faults.length === 0) return null;
  return { version: weights.version, records: changed ? await matchAllAgain(context) : 0, silent: silentAspects(weights), faults };
}

/** Called when a worker starts: what is stored, or what it was built with, serves from now on. Null if it served before and nothing is wrong. */
export async function serveWeights(context: Context): Promise<WeightsChange | null> {
  return change(context, await weightsNow(context));
}

export type Proposed = { weights: Weights; made: Made | null };

/** Those that served before these; the code's if these were the first. Null if nothing was ever served. */
export async function previousWeights(context: Context): Promise<(Proposed & { faults: string[] }) | null> {
  const [now, ...before] = await servedRows(context, 100);
  if (!now) return null;
  const row = before.find(({ version }) => version !== now.version);
  return { ...usable(row), made: (row?.made as Made | null | undefined) ?? null };
}

/** Why these may not serve; null if they may. A version stands for one set of numbers, or nobody could say by which a pair was weighed. */
export async function servingRefused(context: Context, { weights }: Proposed): Promise<'servesNow' | 'otherNumbers' | null> {
  const known = weights.version === servedWeights.version ? servedWeights : await servedAs(context, weights.version);
  if (known !== null && !isDeepStrictEqual(known, JSON.parse(JSON.stringify(weights)))) return 'otherNumbers';
  return (await weightsNow(context)).weights.version === weights.version ? 'servesNow' : null;
}

/**
 * From the end of this transaction on these serve, in every worker. Who had them serve is kept and audited, and every open record waits to be
 * compared anew. The caller asked `servingRefused`.
 */
export async function serveStored(context: Context, { weights, made }: Proposed, servedBy: string): Promise<WeightsChange | null> {
  await holdServing(context);
  await change(context, await weightsNow(context)); // of a portal no worker was started in yet, so that the change is seen as one
  const ofCode = weights.version === servedWeights.version;
  await insertServed(context, { version: weights.version, weights: ofCode ? null : weights, made: ofCode ? null : made, servedBy });
  await audit(context, 'write');
  return change(context, await weightsNow(context));
}
