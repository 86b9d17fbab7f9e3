// An order of a Committee: numbered, in words, named members who each sign it, and from then on unchangeable.
import { createHash } from 'node:crypto';
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import { benches } from '../../../law/index.ts';
import type { Locale } from '../../../platform/i18n/index.ts';
import type { placements } from '../identity.ts';
import { type OrderType, type escorts, type followers, kindOf, type suitabilities } from './order-type.ts';

/** `signatureId`: the picture of the signature this order was signed with; null where the member had none. */
export type Signer = { officerId: string; name: string; signedAt: Instant | null; signatureId: string | null };

export type Order = {
  id: string;
  recordId: RecordId;
  cwcId: OfficeId;
  year: number;
  number: number;
  type: OrderType;
  language: Locale;
  text: string;
  leastSigners: number;
  corrects: string | null;
  toOfficeId: OfficeId | null;
  toOfficeName: string | null;
  placedWith: (typeof placements)[number] | null;
  dueOn: Day | null;
  who: (typeof escorts)[number] | (typeof followers)[number] | null;
  suitableBy: (typeof suitabilities)[number] | null;
  draftedBy: string;
  draftedAt: Instant;
  madeAt: Instant | null;
  withdrawnAt: Instant | null;
  doneOn: Day | null;
  signers: Signer[];
};

export function numberOf({ number, year }: Pick<Order, 'number' | 'year'>): string {
  return `${number}/${year}`;
}

/** How many members must sign an order of this kind. */
export function leastSigners(type: OrderType): number {
  return benches[kindOf(type).signedBy].members;
}

export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

export type OrderStanding = 'draft' | 'made' | 'withdrawn';
export function standingOf({ madeAt, withdrawnAt }: Pick<Order, 'madeAt' | 'withdrawnAt'>): OrderStanding {
  if (withdrawnAt !== null) return 'withdrawn';
  return madeAt === null ? 'draft' : 'made';
}
