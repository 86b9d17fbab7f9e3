// Identifiers: UUIDv7 inside, spoken references with a check character, and unguessable public ids unrelated to either.
import { randomBytes } from 'node:crypto';
import { milliseconds, systemClock } from './time.ts';

declare const idOf: unique symbol;
/** A UUIDv7 naming one thing of kind `Kind`. Sorts by creation time. */
export type Id<Kind extends string> = string & { readonly [idOf]: Kind };

export type RecordId = Id<'record'>;
export type OfficerId = Id<'officer'>;
export type OfficeId = Id<'office'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A new UUIDv7 (RFC 9562 §5.7) for the given moment in Unix milliseconds. */
export function newId<Kind extends string>(atMilliseconds: number = milliseconds(systemClock())): Id<Kind> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMilliseconds, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
}

/** 128 random bits as 26 lower-case letters and digits: names of public pages and photographs. */
export function newPublicId(): string {
  let value = BigInt(`0x${randomBytes(16).toString('hex')}`);
  let text = '';
  for (let digit = 0; digit < 26; digit++) {
    text = '0123456789abcdefghjkmnpqrstvwxyz'[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}
