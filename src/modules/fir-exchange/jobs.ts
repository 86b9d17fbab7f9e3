// What the worker does for the exchange: settles all that is due, in transactions of some hundred messages each.
import type { Context } from '../../platform/context.ts';
import { type Settling, settleNext } from './inbox/settle.ts';
import { settleStationDays } from './inbox/station-days.ts';
import { allStates } from '../places/index.ts';
import { reconcileState } from './reconciling/reconcile.ts';

/** Keeps the five standing lists, a State in a transaction. */
export async function keepLists(run: <T>(work: (context: Context) => Promise<T>) => Promise<T>, goOn: () => boolean): Promise<void> {
  for (const { code } of await run(allStates)) while (goOn() && (await run((context) => reconcileState(context, code))));
}

/** One transaction's worth. Answers how many messages were settled: none, where nothing is due. */
export async function settleDue(context: Context, settling?: Settling): Promise<number> {
  return (await settleNext(context, settling)) + (await settleStationDays(context));
}
