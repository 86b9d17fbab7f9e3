// Ed25519 keys of machines: read as people bring them, called by the print of their bytes, made from a secret where a demonstration needs one.
import { type KeyObject, createHash, createHmac, createPrivateKey, createPublicKey } from 'node:crypto';

/** What stands before the 32 bytes of a key in DER: SubjectPublicKeyInfo (RFC 8410) and PKCS#8. */
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Points of small order, their sign bit cleared: under such a key anybody can make a signature that holds. */
const WEAK = new Set([
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

function isWeak(raw: Buffer): boolean {
  const plain = Buffer.from(raw);
  plain[31]! &= 0x7f;
  return WEAK.has(plain.toString('hex'));
}

/** The 32 bytes of a public key given as PEM, or as DER or the bare bytes in base64. Null: it is none, or one that protects nothing. */
export function readPublicKey(text: string): Buffer | null {
  const bare = text.replace(/-----(?:BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s/g, '');
  if (!/^[\w+/-]{43,60}={0,2}$/.test(bare)) return null;
  const bytes = Buffer.from(bare, 'base64');
  const raw = bytes.length === 44 && bytes.subarray(0, 12).equals(PUBLIC_HEAD) ? bytes.subarray(12) : bytes;
  return raw.length === 32 && !isWeak(raw) ? raw : null;
}

/** True of text that holds a private key: it must never be sent, and is told apart from a key that is merely wrong. */
export function holdsPrivateKey(text: string): boolean {
  return /PRIVATE KEY/.test(text) || Buffer.from(text.replace(/\s/g, ''), 'base64').subarray(0, 16).equals(PRIVATE_HEAD);
}

export function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: 'der', type: 'spki' });
}

export function publicKeyPem(raw: Buffer): string {
  return publicKeyOf(raw).export({ format: 'pem', type: 'spki' }).toString();
}

/** PKCS#8 as PEM, also with `\n` written out as settings files have it, or its DER in base64. Null: no Ed25519 key. */
export function readPrivateKey(text: string): KeyObject | null {
  const bare = text.replaceAll('\\n', '\n').replace(/-----(?:BEGIN|END) PRIVATE KEY-----/g, '');
  try {
    const key = createPrivateKey({ key: Buffer.from(bare, 'base64'), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** The same key for the same secret and purpose, for a demonstration: keys of machines that carry anything real are made by who keeps them. */
export function privateKeyFromSecret(secret: string, purpose: string): KeyObject {
  const seed = createHmac('sha256', secret).update(`ed25519\0${purpose}`).digest();
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

export function rawPublicKey(key: KeyObject): Buffer {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  return open.export({ format: 'der', type: 'spki' }).subarray(12);
}

/** SHA-256 of the 32 bytes, in hex: what two people read to each other. */
export function keyPrint(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex');
}

/** What a key is called: its owner and the beginning of its print. `police-WB:9f86d081884c7d65` */
export function keyIdOf(owner: string, raw: Buffer): string {
  return `${owner}:${keyPrint(raw).slice(0, 16)}`;
}
