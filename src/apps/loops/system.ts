// What the loops of a worker share: whom they act as, how many go side by side, how often they look.
import { newId } from '../../kernel/ids.ts';
import type { Config } from '../../platform/config.ts';
import { type Context, type Tools, inContext } from '../../platform/context.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { type Log, factsOfFault } from '../../platform/log.ts';
import type { Precedence } from '../precedence.ts';

export type Worker = { tools: Tools; config: Config; databaseUrl: string; jobs: Jobs; precedence: Precedence; log: Log };

export const OFTEN_MILLISECONDS = 5_000; // for news announced while nobody listened
export const UPKEEP_MILLISECONDS = 60_000;
export const FIGURES_MILLISECONDS = 300_000; // pages say when their figures were added up

export async function asSystem<T>(tools: Tools, name: string, work: (context: Context) => Promise<T>): Promise<T> {
  return inContext(tools, { actor: { kind: 'system', name }, requestId: newId(), ground: { name, purpose: 'duty' } }, work);
}

/** Transactions one after another until one does nothing. */
export async function untilDone(
  tools: Tools,
  name: string,
  goOn: () => boolean,
  work: (context: Context) => Promise<number | boolean>,
): Promise<void> {
  while (goOn() && Number(await asSystem(tools, name, work)) > 0);
}

/** Several lanes of one loop; none runs on into the next round. */
export async function together(lanes: number, lane: () => Promise<void>): Promise<void> {
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Notes a fault that ends one piece of work and no loop. */
export function noting(log: Log, queue: string, event: Parameters<Log['error']>[1]): (fault: unknown) => void {
  return (fault) => log.error({ queue, ...factsOfFault(fault) }, event);
}
