// What notices do at a time: end notices whose day is over, so the diary says so too. (The public view hides them by itself.)
import type { Context } from '../../platform/context.ts';
import { expiredNotices } from './store.ts';
import { withdrawLiveNotice } from './actions.ts';

const BATCH = 200;

/** Answers how many notices were ended. For the worker, every few minutes. */
export async function expireNotices(context: Context): Promise<number> {
  const records = await expiredNotices(context, BATCH);
  for (const recordId of records) await withdrawLiveNotice(context, recordId, 'expired');
  return records.length;
}
