// List 1: the police's system told an FIR, and no record here is of it.
import { type Instant, addHours } from '../../../kernel/time.ts';
import type { Mismatch, Placed } from './mismatch.ts';

/** A paper without a child here, and its messages that took no effect. */
export type Unopened = Placed & { paperKey: string; states: readonly string[]; reasons: readonly string[]; since: Instant };

/** How long a message may wait for one before it: administrative. */
export const WAIT_HOURS = 1;

/** One row a paper: a message a person must look at comes before one that waits. */
export function withoutRecord(paper: Unopened, now: Instant): Mismatch[] {
  const reason = paper.states.includes('quarantined')
    ? 'quarantined'
    : paper.reasons.includes('no-fir')
      ? 'fir-not-told'
      : 'message-missing';
  if (reason !== 'quarantined' && addHours(paper.since, WAIT_HOURS) > now) return [];
  const { states: _states, reasons: _reasons, ...placed } = paper;
  return [{ ...placed, reason, subject: paper.paperKey, recordId: null, otherRecordId: null }];
}
