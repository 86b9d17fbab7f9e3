// The portal's keys: what it signs with and what comes next are told; without a key only a demonstration signs.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyIdOf, publicKeyPem, rawPublicKey } from '../../../platform/credentials/index.ts';
import { portalKeys } from './portal-key.ts';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(publicKey);
  return {
    raw,
    keyId: keyIdOf('portal', raw),
    signing: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    pem: publicKeyPem(raw),
  };
};
const [now, next] = [pair(), pair()];
const secret = 'a secret of tests, long enough to be taken for one';

test('the key that comes next is told before it signs, and is then the same by its id', () => {
  const before = portalKeys({ signing: now.signing, next: next.pem, secret, demo: false })!;
  expect(before.published.keys.map(({ keyId, use }) => [keyId, use])).toEqual([
    [now.keyId, 'signing'],
    [next.keyId, 'next'],
  ]);
  expect(before.signer.keyId).toBe(now.keyId);
  const after = portalKeys({ signing: next.signing, next: undefined, secret, demo: false })!;
  expect([after.signer.keyId, after.published.keys[0]!.pem]).toEqual([next.keyId, before.published.keys[1]!.pem]);
});

test('a set key is taken in a demonstration too; without one only a demonstration signs, always with the same', () => {
  const idOf = (signing: string | undefined, demo: boolean) => portalKeys({ signing, next: undefined, secret, demo })?.signer.keyId;
  expect(idOf(now.signing, true)).toBe(now.keyId);
  expect(idOf(undefined, false)).toBeUndefined();
  expect(idOf(undefined, true)).toBe(idOf(undefined, true));
});
