// List 4: both have the child, and tell age, sex, name or another thing differently; or two messages contradict each other.
import type { Instant } from '../../../kernel/time.ts';
import type { Mismatch, Placed } from './mismatch.ts';

/** `field` null: two messages of one place in the paper, of which one waits in quarantine. */
export type Differing = Placed & { paperKey: string; childNumber: number; field: string | null; since: Instant };

export function differing({ childNumber, field, ...placed }: Differing): Mismatch[] {
  const subject = field === null ? placed.paperKey : `${placed.paperKey}#${childNumber}`;
  return [{ ...placed, reason: field ?? 'messages', subject, otherRecordId: null }];
}
