// Passkeys end to end with an authenticator made of node:crypto: what is accepted, and every way an answer can be false.
import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Passkey, acceptPasskey, checkPasskey, passkeyAuthentication, passkeyRegistration } from './passkey.ts';

const site = { name: 'Vatsalya', domain: 'desk.example.in', origin: 'https://desk.example.in' };
const officer = { id: '0192f0c0-0000-7000-8000-000000000001', userName: 'asha', known: [] };
type Lie = { origin?: string; domain?: string; userVerified?: boolean; counter?: number; challenge?: string };

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');

function authenticator() {
  const id = randomBytes(32);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { id, privateKey, cose: coseOf(publicKey) };
}

function coseOf(key: KeyObject): Uint8Array {
  const { x, y } = key.export({ format: 'jwk' });
  const bytes = (text?: string) => new Uint8Array(Buffer.from(text!, 'base64url'));
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]) as never,
  );
}

function clientData(type: string, challenge: string, lie: Lie): string {
  return JSON.stringify({ type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? site.origin, crossOrigin: false });
}

function authenticatorData(lie: Lie, attested?: { id: Buffer; cose: Uint8Array }): Buffer {
  const flags = 0x01 | (lie.userVerified === false ? 0 : 0x04) | (attested ? 0x40 : 0);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(lie.counter ?? 0);
  const head = Buffer.concat([sha256(lie.domain ?? site.domain), Buffer.from([flags]), counter]);
  if (!attested) return head;
  const length = Buffer.alloc(2);
  length.writeUInt16BE(attested.id.length);
  return Buffer.concat([head, Buffer.alloc(16), length, attested.id, attested.cose]);
}

type Device = ReturnType<typeof authenticator>;

function registrationAnswer(device: Device, challenge: string, lie: Lie = {}) {
  const authData = new Uint8Array(authenticatorData(lie, device));
  const attestation = isoCBOR.encode(
    new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]) as never,
  );
  const response = {
    clientDataJSON: base64url(clientData('webauthn.create', challenge, lie)),
    attestationObject: base64url(attestation),
    transports: ['internal'],
  };
  return { id: base64url(device.id), rawId: base64url(device.id), type: 'public-key', clientExtensionResults: {}, response };
}

function authenticationAnswer(device: Device, challenge: string, lie: Lie = {}) {
  const data = authenticatorData({ counter: 1, ...lie });
  const client = clientData('webauthn.get', challenge, lie);
  const signature = sign('sha256', Buffer.concat([data, sha256(client)]), device.privateKey);
  const response = { clientDataJSON: base64url(client), authenticatorData: base64url(data), signature: base64url(signature) };
  return { id: base64url(device.id), rawId: base64url(device.id), type: 'public-key', clientExtensionResults: {}, response };
}

async function registered(): Promise<{ device: Device; passkey: Passkey }> {
  const device = authenticator();
  const { challenge } = await passkeyRegistration(site, officer);
  const passkey = await acceptPasskey(site, challenge, registrationAnswer(device, challenge));
  if (isRefusal(passkey)) throw new Error('the registration was refused');
  return { device, passkey };
}

test('a passkey registers and signs in, and its counter moves', async () => {
  const { device, passkey } = await registered();
  expect(passkey).toMatchObject({ id: base64url(device.id), counter: 0, transports: ['internal'] });
  const { challenge, allowCredentials, userVerification } = await passkeyAuthentication(site, [passkey]);
  expect(allowCredentials?.map(({ id }) => id)).toEqual([passkey.id]);
  expect(userVerification).toBe('required');
  expect(await checkPasskey(site, challenge, passkey, authenticationAnswer(device, challenge))).toEqual({ ...passkey, counter: 1 });
});

const lies: [string, Lie][] = [
  ['another site', { origin: 'https://desk.example.evil' }],
  ['another domain', { domain: 'example.evil' }],
  ['no fingerprint or PIN', { userVerified: false }],
  ['an old challenge', { challenge: base64url('an older challenge') }],
];

test.each(lies)('registration is refused for %s', async (_title, lie) => {
  const { challenge } = await passkeyRegistration(site, officer);
  expect(isRefusal(await acceptPasskey(site, challenge, registrationAnswer(authenticator(), challenge, lie)))).toBe(true);
});

test.each([...lies, ['a copied key (counter gone back)', { counter: 3 }] as [string, Lie]])(
  'sign-in is refused for %s',
  async (_title, lie) => {
    const { device, passkey } = await registered();
    const { challenge } = await passkeyAuthentication(site, [passkey]);
    expect(
      isRefusal(
        await checkPasskey(site, challenge, { ...passkey, counter: 5 }, authenticationAnswer(device, challenge, { counter: 6, ...lie })),
      ),
    ).toBe(true);
  },
);

test('another device cannot answer for this passkey', async () => {
  const { device, passkey } = await registered();
  const { challenge } = await passkeyAuthentication(site, [passkey]);
  const stranger = { ...authenticator(), id: device.id };
  expect(isRefusal(await checkPasskey(site, challenge, passkey, authenticationAnswer(stranger, challenge)))).toBe(true);
});

test.each([undefined, null, {}, 'text', { id: 'x', response: {} }])('%j is refused, not a fault', async (answer) => {
  const { passkey } = await registered();
  expect(isRefusal(await acceptPasskey(site, 'challenge', answer))).toBe(true);
  expect(isRefusal(await checkPasskey(site, 'challenge', passkey, answer))).toBe(true);
});
