// What the worker does for the exchange: settles all that is due, in transactions of some hundred messages each.
import type { Context } from '../../platform/context.ts';
import { type Settling, settleNext } from './inbox/settle.ts';
import { settleStationDays } from './inbox/station-days.ts';
import { undoNext } from './lists/undo.ts';
import type { Kept } from '../../platform/retention.ts';
import { allStates } from '../places/index.ts';
import { changedNodes, renewDigests } from './digests/digest-store.ts';
import { countDay, countPlaces, daysDue } from './figures/figures-store.ts';
import { watchSilence } from './silence/watch.ts';
import { reconcileState } from './reconciling/reconcile.ts';
import { noteChanges } from './reconciling/scope-store.ts';

/** Keeps the five standing lists, a State in a transaction: what changed since, and once a day everything. */
export async function keepLists(run: <T>(work: (context: Context) => Promise<T>) => Promise<T>, goOn: () => boolean): Promise<void> {
  await run(noteChanges);
  for (const { code } of await run(allStates)) while (goOn() && (await run((context) => reconcileState(context, code))));
}

/** Keeps the digests of stations, so that the door seldom has any to hash. */
export async function keepDigests(run: <T>(work: (context: Context) => Promise<T>) => Promise<T>, goOn: () => boolean): Promise<void> {
  for (const node of await run(changedNodes)) if (goOn()) await run((context) => renewDigests(context, node));
}

/** Counts the days of which something changed, adds them up by place, and sees who fell silent. */
export async function countExchange(run: <T>(work: (context: Context) => Promise<T>) => Promise<T>, goOn: () => boolean): Promise<void> {
  for (const day of await run(daysDue)) if (goOn()) await run((context) => countDay(context, day));
  if (goOn()) await run(countPlaces);
  if (goOn()) await run(watchSilence);
}

/** One transaction's worth. Answers how much was done: none, where nothing is due. Taking a list back holds papers and diaries of its own, and so is alone in its transaction. */
export async function settleDue(context: Context, settling?: Settling): Promise<number> {
  return (await undoNext(context)) || (await settleNext(context, settling)) + (await settleStationDays(context));
}

/** A list nobody said yes to. */
export const kept: readonly Kept[] = [{ table: 'exchange_list', since: 'forget_from', hours: 7 * 24 }];
