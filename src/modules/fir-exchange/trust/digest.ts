// Content-Digest (RFC 9530): SHA-256 of the bytes of a body, as they are sent.
import { createHash } from 'node:crypto';

export function sha256(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest();
}

export function contentDigest(digest: Buffer): string {
  return `sha-256=:${digest.toString('base64')}:`;
}

/** Whether the field says exactly this digest, in the one form there is of it, and no other beside it. */
export function saysDigest(field: string, digest: Buffer): boolean {
  return field === contentDigest(digest);
}
