// Signatures: the RFC's own example holds, what is signed here holds, and every other way of writing or covering is refused by its name.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Claim, type Components, type Profile, holds, inWindow, profiles, readSignature, signed } from './signature.ts';

const profile = profiles.send;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const components: Components = {
  '"@method"': 'POST',
  '"@path"': '/v1/messages',
  '"@query"': '?',
  '"content-digest"': 'sha-256=:x:',
  '"content-type"': 'application/json',
};
const CREATED = 1_795_000_000;
const fields = signed(profile, { keyId: 'police-BR:1', key: privateKey }, components, CREATED);
const given = { input: fields['signature-input'], signature: fields.signature };
const read = (change: Partial<typeof given> = {}, by: Profile = profile) => readSignature(by, { ...given, ...change });
const claim = read() as Claim;

test('the example of RFC 9421, B.2.6, holds', () => {
  const covers = ['"date"', '"@method"', '"@path"', '"@authority"', '"content-type"', '"content-length"'];
  const parameters = `(${covers.join(' ')});created=1618884473;keyid="test-key-ed25519"`;
  const signature = Buffer.from('wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==', 'base64');
  const example = {
    '"date"': 'Tue, 20 Apr 2021 02:07:55 GMT',
    '"@method"': 'POST',
    '"@path"': '/foo',
    '"@authority"': 'example.com',
    '"content-type"': 'application/json',
    '"content-length"': '18',
  };
  const pem = 'MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF';
  const key = createPublicKey(createPrivateKey({ key: Buffer.from(pem, 'base64'), format: 'der', type: 'pkcs8' }));
  const its: Claim = { keyId: 'test-key-ed25519', created: 1_618_884_473, covered: covers, parameters, signature };
  expect(holds(its, example, key)).toBe(true);
  expect(holds(its, { ...example, '"content-length"': '19' }, key)).toBe(false);
});

test('what is signed is read and holds, in whatever order it is covered', () => {
  expect(claim).toMatchObject({ keyId: 'police-BR:1', created: CREATED });
  expect(holds(claim, components, publicKey)).toBe(true);
  const turned = { ...profile, covers: profile.covers.toReversed() };
  const other = signed(turned, { keyId: 'police-BR:1', key: privateKey }, components, CREATED);
  const reread = readSignature(profile, { input: other['signature-input'], signature: other.signature }) as Claim;
  expect(holds(reread, components, publicKey)).toBe(true);
});

const changed = (from: string, to: string): [Partial<typeof given>] => [{ input: given.input.replace(from, to) }];
const refused: [string, string, [Partial<typeof given>]][] = [
  ['no Signature-Input', 'signature-missing', [{ input: '' }]],
  ['no Signature', 'signature-missing', [{ signature: '' }]],
  ['no structured field', 'signature-malformed', [{ input: 'sig1=(' }]],
  ['another label in each', 'signature-malformed', [{ signature: given.signature.replace('sig1', 'sig2') }]],
  ['two signatures', 'signature-malformed', [{ input: `${given.input}, b=()`, signature: `${given.signature}, b=:AA==:` }]],
  ['a label that stands twice', 'signature-malformed', [{ input: `sig1=(), ${given.input}` }]],
  ['a parameter that stands twice', 'signature-malformed', changed(';created=', ';created=1;created=')],
  ['written in another way', 'signature-malformed', changed('" "', '"  "')],
  ['a signature that is text', 'signature-malformed', [{ signature: 'sig1="x"' }]],
  ['a signature too short', 'signature-malformed', [{ signature: `sig1=:${Buffer.alloc(63).toString('base64')}:` }]],
  ['one component less', 'signature-components', changed(' "content-digest"', '')],
  ['one component more', 'signature-components', changed('"@method"', '"@method" "@authority"')],
  ['a component that stands twice', 'signature-components', changed('"@path"', '"@method"')],
  ['a component of the request asked of a request', 'signature-components', changed('"@path"', '"@path";req')],
  ['only a part of a field', 'signature-components', changed('"content-digest"', '"content-digest";key="sha-256"')],
  ['no moment', 'signature-parameters', changed(`;created=${CREATED}`, '')],
  ['a moment in words', 'signature-parameters', changed(`created=${CREATED}`, `created="${CREATED}"`)],
  ['no key', 'signature-parameters', changed(';keyid="police-BR:1"', '')],
  ['an end of its own', 'signature-parameters', changed(';alg=', ';expires=1;alg=')],
  ['a nonce', 'signature-parameters', changed(';alg=', ';nonce="x";alg=')],
  ['another purpose', 'signature-parameters', changed('"vatsalya-exchange"', '"vatsalya-receipt"')],
  ['another algorithm', 'signature-algorithm', changed('alg="ed25519"', 'alg="hmac-sha256"')],
];

describe('refused', () => {
  test.each(refused)('%s: %s', (_what, fault, [change]) => {
    expect(read(change)).toBe(fault);
  });

  test.each(Object.keys(components).filter((name) => name !== '"@query"'))('%s changed after signing', (name) => {
    expect(holds(claim, { ...components, [name]: `${components[name]}x` }, publicKey)).toBe(false);
    expect(holds(claim, { ...components, [name]: undefined }, publicKey)).toBe(false);
  });

  test('the moment or the key id changed after signing, and another’s key', () => {
    for (const [from, to] of [
      [`created=${CREATED}`, `created=${CREATED + 1}`],
      ['police-BR:1', 'police-BR:2'],
    ] as const)
      expect(holds(read(...changed(from, to)) as Claim, components, publicKey)).toBe(false);
    expect(holds(claim, components, generateKeyPairSync('ed25519').publicKey)).toBe(false);
  });
});

test.each([
  [-301, false],
  [-300, true],
  [0, true],
  [300, true],
  [301, false],
])('a clock %d seconds from ours: %s', (seconds, inside) => {
  expect(inWindow({ ...claim, created: CREATED + seconds }, CREATED)).toBe(inside);
});
