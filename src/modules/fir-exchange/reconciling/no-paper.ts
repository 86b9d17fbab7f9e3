// List 2: a child is looked for here, and the police's system has told no FIR of the child.
import { type Instant, addHours } from '../../../kernel/time.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Mismatch, Placed } from './mismatch.ts';

/** An open record that stands in no paper a node told. */
export type Untold = Placed & {
  recordId: RecordId;
  openedAt: Instant;
  /** As the station or a list wrote it; null: none. */
  paper: 'fir' | 'zero-fir' | 'general-diary' | null;
  /** The node told the paper, and not this child. */
  paperTold: boolean;
  /** Since when a node may speak for the State; null: none may, so nothing can be told. */
  nodeSince: Instant | null;
};

/** How long the police's system has to tell it, and the station to register it: administrative. */
export const CONFIRM_HOURS = 24;

export function withoutPaper(record: Untold, now: Instant): Mismatch[] {
  const { openedAt, paper, paperTold, nodeSince, ...placed } = record;
  const isFir = paper === 'fir' || paper === 'zero-fir';
  if (isFir && nodeSince === null) return [];
  const since = isFir && nodeSince !== null && nodeSince > openedAt ? nodeSince : openedAt;
  if (addHours(since, CONFIRM_HOURS) > now) return [];
  const reason = !isFir ? 'no-fir' : paperTold ? 'child-not-told' : 'unconfirmed';
  return [{ ...placed, reason, subject: record.recordId, otherRecordId: null, since }];
}
