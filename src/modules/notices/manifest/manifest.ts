// The dead-man switch of public notices: a list of what may be shown, signed by the worker, good for a quarter of an hour. Old, ahead of the clock,
// altered or signed by another key, it is as if there were none, and nothing is shown: a poster of a child already found does more harm than none.
import { type KeyObject, sign, verify } from 'node:crypto';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { privateKeyFromSecret, publicKeyOf, rawPublicKey, readPrivateKey, readPublicKey } from '../../../platform/credentials/index.ts';

export const GOOD_FOR_MINUTES = 15;
/** Between the clocks of two machines that keep time; a list from further ahead means that one of them does not. */
const AHEAD_MINUTES = 2;

export type Manifest = { madeAt: Instant; publicIds: readonly string[]; signature: Buffer };

/** As set: the worker's private key (PKCS#8), the doors' public one. A demonstration makes both from its secret. */
export type NoticeKeySettings = { signing: string | undefined; published: string | undefined; secret: string; demo: boolean };

function wordsOf(madeAt: Instant, publicIds: readonly string[]): Buffer {
  return Buffer.from(['vatsalya-notices-1', madeAt, ...publicIds].join('\n'));
}

/** For the worker alone. Null: no key is set, and every door stays dark. */
export function signingKey({ signing, secret, demo }: NoticeKeySettings): KeyObject | null {
  return signing ? readPrivateKey(signing) : demo ? privateKeyFromSecret(secret, 'notices') : null;
}

/** For the doors. Null: no key is set, and nothing is shown. */
export function checkingKey({ published, secret, demo }: NoticeKeySettings): KeyObject | null {
  const raw = published ? readPublicKey(published) : demo ? rawPublicKey(privateKeyFromSecret(secret, 'notices')) : null;
  return raw && publicKeyOf(raw);
}

export function signManifest(key: KeyObject, madeAt: Instant, publicIds: readonly string[]): Manifest {
  return { madeAt, publicIds, signature: sign(null, wordsOf(madeAt, publicIds), key) };
}

export function holds(key: KeyObject, { madeAt, publicIds, signature }: Manifest): boolean {
  return verify(null, wordsOf(madeAt, publicIds), key, signature);
}

export function isFresh(madeAt: Instant, now: Instant): boolean {
  const old = milliseconds(now) - milliseconds(madeAt);
  return old < GOOD_FOR_MINUTES * 60_000 && old > -AHEAD_MINUTES * 60_000;
}
