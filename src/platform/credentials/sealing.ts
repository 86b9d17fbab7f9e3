// Sealed text in the database: AES-256-GCM under a key made from the installation's secret, one key for each purpose (threat A5).
import { type KeyObject, createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

/** `purpose` is a constant of the code, such as `totp`; `boundTo` is the row's id: a seal moved to another row does not open. */
export type SealContext = { secret: string; purpose: string; boundTo: string };

const VERSION = 'v1';
const MINIMUM_SECRET = 32;

/** `v1.<nonce>.<text and tag>` in base64url. Throws if the secret is too short to be one. */
export function seal(context: SealContext, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(context), nonce);
  cipher.setAAD(bindingOf(context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Throws when the seal was broken, belongs to another row or purpose, or was made with another secret: a fault, not a refusal. */
export function unseal(context: SealContext, sealed: string): string {
  const [version, nonce, body] = sealed.split('.');
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (version !== VERSION || !nonce || bytes.length < 16) throw new Error('not a sealed text');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(context), Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(bindingOf(context));
  decipher.setAuthTag(bytes.subarray(-16)); // the length is fixed above: a shorter tag could be guessed
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
}

const NONCE = 12;
const TAG = 16;

/** Bytes: nonce, what is sealed, tag. Each row has a key of its own, made from the purpose's, so that no key seals often however many rows there are. */
export function sealBytes(context: SealContext, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', rowKeyOf(context), nonce);
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws as `unseal` does. */
export function unsealBytes(context: SealContext, sealed: Buffer): Buffer {
  if (sealed.length < NONCE + TAG) throw new Error('not sealed bytes');
  const decipher = createDecipheriv('aes-256-gcm', rowKeyOf(context), sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
}

/** By which it is known later that whoever has the secret wrote this text, and nobody else. */
export function markOf({ secret, purpose }: Omit<SealContext, 'boundTo'>, text: string): Buffer {
  return createHmac('sha256', keyOf({ secret, purpose, boundTo: '' }))
    .update(text)
    .digest();
}

const rowKeyOf = ({ boundTo, ...context }: SealContext): Buffer => markOf(context, boundTo);

const keys = new Map<string, KeyObject>(); // an installation has one secret and a handful of purposes

function keyOf({ secret, purpose }: SealContext): KeyObject {
  const name = `${purpose}\0${secret}`;
  let key = keys.get(name);
  if (!key) {
    if (secret.length < MINIMUM_SECRET) throw new Error(`the secret must have at least ${MINIMUM_SECRET} characters`);
    key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'vatsalya', `seal/${VERSION}/${purpose}`, 32)));
    keys.set(name, key);
  }
  return key;
}

function bindingOf({ purpose, boundTo }: SealContext): Buffer {
  return Buffer.from(`${purpose}\0${boundTo}`);
}
