// A node that may speak, its keys, and how a key stands at a moment: it opens the door only while it is in force.
import type { Instant } from '../../../kernel/time.ts';

/** `stateCode` null: it may speak of every State's papers. */
export type Node = { code: string; name: string; stateCode: string | null; messagesAMinute: number; closedAt: Instant | null };

export type KeyDates = { validFrom: Instant; validUntil: Instant | null; confirmedAt: Instant | null; revokedAt: Instant | null };
export type NodeKey = KeyDates & { keyId: string; nodeCode: string; publicKey: Buffer };

export type KeyStanding = 'unconfirmed' | 'not-yet' | 'in-force' | 'past' | 'revoked';

export function standingOf(key: KeyDates, now: Instant): KeyStanding {
  if (key.revokedAt !== null) return 'revoked'; // at once: also of a moment ahead
  if (key.confirmedAt === null) return 'unconfirmed';
  if (now < key.validFrom) return 'not-yet';
  return key.validUntil !== null && now >= key.validUntil ? 'past' : 'in-force';
}

/** What a State's node is called, and the grid that speaks for all of them. */
export const GRID_NODE = 'grid-IN';
export const nodeOfState = (stateCode: string): string => `police-${stateCode}`;
