// A mismatch: police and portal are not one about a paper or a child. Five standing lists of them, and which rows put a duty of their own on the station.
import type { MismatchList } from '../../../kernel/happenings/missing.ts';
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';

export const lists = ['no-record', 'no-paper', 'traced-in-one', 'differs', 'duplicate'] as const satisfies readonly MismatchList[];
export type List = MismatchList;

export type Mismatch = {
  reason: string;
  /** What it is about: no two open rows of a list are about one thing for one reason. */
  subject: string;
  recordId: RecordId | null;
  otherRecordId: RecordId | null;
  paperKey: string | null;
  /** Null: the paper names a station there is not. */
  stationId: OfficeId | null;
  districtCode: string | null;
  since: Instant;
};

/** Whose record, paper and station a row is of, as they are read with each candidate. */
export type Placed = Pick<Mismatch, 'recordId' | 'paperKey' | 'stationId' | 'districtCode'>;

export const isList = (text: string | undefined): text is List => (lists as readonly (string | undefined)[]).includes(text);

/** What already runs a clock of its own: the FIR itself (s.173 BNSS, M01), and what the police say became of a child (P09, P10). */
const otherwiseOwed: readonly string[] = ['no-fir', 'police-traced', 'police-closed'];

/** Whether the row is owed by its station as a duty of its own. A row of no record has no diary to be owed in: its office answers on its page. */
export function hasOwnDuty({ recordId, reason }: Pick<Mismatch, 'recordId' | 'reason'>): boolean {
  return recordId !== null && !otherwiseOwed.includes(reason);
}
