// A key of one case: what is sealed under it can be read while the key is there, and by nobody once it is destroyed. Kept in no cache of this process.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** 32 random bytes, to be sealed under the installation's secret before they are stored. */
export function newCaseKey(): Buffer {
  return randomBytes(32);
}

/** AES-256-GCM: nonce, what is sealed, tag. `boundTo` is the row's id: a seal moved to another row does not open. */
export function sealUnder(key: Buffer, boundTo: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when it was sealed under another key, for another row, or broken: a fault, not a refusal. */
export function unsealUnder(key: Buffer, boundTo: string, sealed: Buffer): string {
  if (sealed.length < NONCE + TAG) throw new Error('not sealed bytes');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
}
