// Keys of machines: read in every way people bring them, and nothing else; a key that protects nothing is none.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { holdsPrivateKey, keyIdOf, privateKeyFromSecret, publicKeyPem, rawPublicKey, readPrivateKey, readPublicKey } from './ed25519.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const raw = rawPublicKey(publicKey);
const pem = publicKeyPem(raw);
const privatePem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

test.each([
  ['PEM', pem],
  ['PEM in one line', pem.replaceAll('\n', ' ')],
  ['DER in base64', publicKey.export({ format: 'der', type: 'spki' }).toString('base64')],
  ['the bytes in base64', raw.toString('base64')],
  ['the bytes in base64url', raw.toString('base64url')],
])('a public key as %s', (_how, text) => {
  expect(readPublicKey(text)).toEqual(raw);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
test.each([
  ['nothing', ''],
  ['words', 'our key is under the mat'],
  ['a byte too few', raw.subarray(1).toString('base64')],
  ['a key of another kind', rsa],
  ['a private key', privatePem],
  ['nothing but zeros', Buffer.alloc(32).toString('base64')],
  ['a point of small order', Buffer.from('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', 'hex').toString('base64')],
])('no public key: %s', (_what, text) => {
  expect(readPublicKey(text)).toBeNull();
});

test('a private key is noticed, read also with its line ends written out, and never made of anything else', () => {
  expect([privatePem, privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), pem].map(holdsPrivateKey)).toEqual([
    true,
    true,
    false,
  ]);
  for (const text of [privatePem, privatePem.replaceAll('\n', '\\n')]) expect(rawPublicKey(readPrivateKey(text)!)).toEqual(raw);
  expect(readPrivateKey(pem)).toBeNull();
});

test('one secret makes one key for one purpose', () => {
  const made = (secret: string, purpose: string) => rawPublicKey(privateKeyFromSecret(secret, purpose)).toString('hex');
  expect(made('a', 'x')).toBe(made('a', 'x'));
  expect(new Set([made('a', 'x'), made('a', 'y'), made('b', 'x')]).size).toBe(3);
});

test('a key is called by its owner and its print', () => {
  expect(keyIdOf('police-BR', Buffer.alloc(32, 1))).toMatch(/^police-BR:[0-9a-f]{16}$/);
});
