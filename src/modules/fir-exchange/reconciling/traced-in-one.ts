// List 3: one side says that the child is traced or the case closed, the other that the child is missing.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Mismatch, Placed } from './mismatch.ts';

export type Standing = Placed & {
  recordId: RecordId;
  paperKey: string;
  childNumber: number;
  /** The record says that the child is looked for. */
  missingHere: boolean;
  /** What the police's system says and has not taken back. */
  saysTraced: Instant | null;
  saysClosed: Instant | null;
  /** Of it: the station answered that it is not so. */
  denied: boolean;
};

/** Traced comes before closed: a child traced first is on the list for that. What the station denied the police's system has to put right. */
export function tracedInOne(child: Standing, now: Instant): Mismatch[] {
  const { recordId, paperKey, stationId, districtCode, missingHere, saysTraced, saysClosed } = child;
  const said = saysTraced ?? saysClosed;
  if (missingHere === (said === null)) return [];
  const reason = !missingHere ? 'portal-traced' : child.denied ? 'denied' : saysTraced ? 'police-traced' : 'police-closed';
  const subject = `${paperKey}#${child.childNumber}`;
  return [{ reason, subject, recordId, otherRecordId: null, paperKey, stationId, districtCode, since: said ?? now }];
}
