// The portal's own keys: what it signs receipts with, and what it will sign with next, told beforehand so that nodes know it when it comes.
import {
  keyIdOf,
  privateKeyFromSecret,
  publicKeyPem,
  rawPublicKey,
  readPrivateKey,
  readPublicKey,
} from '../../../platform/credentials/index.ts';
import type { Signer } from './signature.ts';

export const PORTAL = 'portal';

/** As set: a private key to sign with (PKCS#8), a public key that comes next. A demonstration makes its own from its secret. */
export type PortalKeySettings = { signing: string | undefined; next: string | undefined; secret: string; demo: boolean };
export type PortalKeys = {
  signer: Signer;
  published: { keys: { keyId: string; algorithm: 'ed25519'; use: 'signing' | 'next'; publicKey: string; pem: string }[] };
};

function published(raw: Buffer, use: 'signing' | 'next'): PortalKeys['published']['keys'][number] {
  return { keyId: keyIdOf(PORTAL, raw), algorithm: 'ed25519', use, publicKey: raw.toString('base64'), pem: publicKeyPem(raw) };
}

/** Null: no key is set, and the door takes no messages. Settings were checked when they were read. */
export function portalKeys({ signing, next, secret, demo }: PortalKeySettings): PortalKeys | null {
  const key = signing ? readPrivateKey(signing) : demo ? privateKeyFromSecret(secret, PORTAL) : null;
  if (!key) return null;
  const raw = rawPublicKey(key);
  const coming = next ? readPublicKey(next) : null;
  return {
    signer: { keyId: keyIdOf(PORTAL, raw), key },
    published: { keys: [published(raw, 'signing'), ...(coming ? [published(coming, 'next')] : [])] },
  };
}
