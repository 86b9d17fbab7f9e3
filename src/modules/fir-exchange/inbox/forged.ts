// Rows no door or desk of ours wrote: whoever has a door's login and not the portal's secret can add such, and nothing comes of them.
import type { Context } from '../../../platform/context.ts';
import { bearsMark } from '../trust/kept.ts';
import { type Stored, markSettled } from './settle-store.ts';

export async function markForged(context: Context, rows: readonly { row: number; attempts: number }[]): Promise<void> {
  const fate = { state: 'quarantined', reason: 'forged', facts: null, nextAt: null } as const;
  await markSettled(context, rows.map(({ row, attempts }) => ({ row, attempts, ...fate }))); // prettier-ignore
}

/** Before any of them is judged: one that is judged takes the place of another. Answers how many there were; what is left is read anew. */
export async function setForgedApart(context: Context, arrived: readonly Stored[]): Promise<number> {
  const forged = arrived.filter((one) => (one.state === 'received' || one.state === 'parked') && !bearsMark(context.tools, one, one.mark));
  await markForged(context, forged);
  return forged.length;
}
