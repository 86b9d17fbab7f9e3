// HTTP message signatures (RFC 9421) in the one form the exchange speaks: what is covered, with which parameters, and what the signed bytes are.
import { type KeyObject, sign, verify } from 'node:crypto';
import { type InnerList, isInnerList, parseDictionary, serializeDictionary, serializeInnerList, serializeItem } from 'structured-headers';

/** What must be covered, all of it and nothing else, in any order. Components are written as in the signature: `"@path";req`. */
export type Profile = { covers: readonly string[]; tag: string };

const TAG = 'vatsalya-exchange';
const RECEIPT_TAG = 'vatsalya-receipt';
export const profiles = {
  /** A node sends. */
  send: { covers: ['"@method"', '"@path"', '"content-digest"', '"content-type"'], tag: TAG },
  /** A node fetches: there is no body, and what it asks for stands in the query. */
  fetch: { covers: ['"@method"', '"@path"', '"@query"'], tag: TAG },
  /** The portal answers what was sent: bound to the very bytes. */
  receipt: { covers: ['"@status"', '"content-digest"', '"content-type"', '"@path";req', '"content-digest";req'], tag: RECEIPT_TAG },
  /** The portal answers what was asked. */
  answer: { covers: ['"@status"', '"content-digest"', '"content-type"', '"@path";req', '"@query";req'], tag: RECEIPT_TAG },
} as const satisfies Record<string, Profile>;

/** How far a sender's clock may be from ours, in seconds. */
export const CLOCK_WINDOW = 300;

/** What a message says of itself, by component as written in the signature. A component without a value is not there. */
export type Components = Readonly<Record<string, string | undefined>>;

export type SignatureFault =
  | 'signature-missing'
  | 'signature-malformed'
  | 'signature-components'
  | 'signature-parameters'
  | 'signature-algorithm';
/** A signature as it came, not yet held against a key. */
export type Claim = { keyId: string; created: number; covered: readonly string[]; parameters: string; signature: Buffer };

const PARAMETERS = ['alg', 'created', 'keyid', 'tag'];

/** The one member both fields have, if they are written in the one form there is of them: nothing may stand twice, or in a second way. */
function memberOf(input: string, signature: string): { list: InnerList; bytes: ArrayBuffer } | null {
  try {
    const [inputs, signatures] = [parseDictionary(input), parseDictionary(signature)];
    if (serializeDictionary(inputs) !== input || serializeDictionary(signatures) !== signature) return null;
    const [label, list] = [...inputs][0] ?? [];
    const member = label === undefined ? undefined : signatures.get(label);
    if (inputs.size !== 1 || signatures.size !== 1 || !list || !member || !isInnerList(list)) return null;
    const [bytes, about] = member;
    return bytes instanceof ArrayBuffer && about.size === 0 ? { list, bytes } : null;
  } catch {
    return null; // not a structured field
  }
}

/** Reads Signature-Input and Signature against what is expected of them. */
export function readSignature(
  profile: Profile,
  fields: { input: string | undefined; signature: string | undefined },
): Claim | SignatureFault {
  if (!fields.input || !fields.signature) return 'signature-missing';
  const member = memberOf(fields.input, fields.signature);
  if (!member) return 'signature-malformed';
  const [items, about] = member.list;
  const covered = items.map((item) => serializeItem(item));
  const exact = covered.length === profile.covers.length && profile.covers.every((component) => covered.includes(component));
  if (!exact) return 'signature-components';
  if ([...about.keys()].toSorted().join() !== PARAMETERS.join()) return 'signature-parameters';
  const [created, keyId] = [about.get('created'), about.get('keyid')];
  if (!Number.isSafeInteger(created) || typeof keyId !== 'string' || about.get('tag') !== profile.tag) return 'signature-parameters';
  if (about.get('alg') !== 'ed25519') return 'signature-algorithm'; // a key is of one algorithm: what the signature says can only agree
  if (member.bytes.byteLength !== 64) return 'signature-malformed';
  return { keyId, created: created as number, covered, parameters: serializeInnerList(member.list), signature: Buffer.from(member.bytes) };
}

/** The signed text (RFC 9421 §2.5), or null if a covered component is not in the message. */
function baseOf(covered: readonly string[], parameters: string, components: Components): string | null {
  const lines = covered.map((component) => (components[component] === undefined ? null : `${component}: ${components[component]}`));
  return lines.includes(null) ? null : [...lines, `"@signature-params": ${parameters}`].join('\n');
}

/** What a claim says was signed: kept, so that it can be verified once more without the request. */
export const signedText = ({ covered, parameters }: Claim, components: Components): string => baseOf(covered, parameters, components) ?? '';

/** The node's own clock, in seconds before or after ours. */
export function inWindow({ created }: Claim, nowSeconds: number): boolean {
  return Math.abs(nowSeconds - created) <= CLOCK_WINDOW;
}

export function holds(claim: Claim, components: Components, key: KeyObject): boolean {
  const base = baseOf(claim.covered, claim.parameters, components);
  return base !== null && verify(null, Buffer.from(base, 'latin1'), key, claim.signature);
}

export type Signer = { keyId: string; key: KeyObject };

/** The two fields that sign these components. Every component the profile covers must be among them. */
export function signed(
  profile: Profile,
  signer: Signer,
  components: Components,
  createdSeconds: number,
): { signature: string; 'signature-input': string } {
  const parameters = `(${profile.covers.join(' ')});created=${createdSeconds};keyid="${signer.keyId}";alg="ed25519";tag="${profile.tag}"`;
  const base = baseOf(profile.covers, parameters, components);
  if (!base) throw new Error('a component to be signed is not in the message');
  return {
    'signature-input': `sig1=${parameters}`,
    signature: `sig1=:${sign(null, Buffer.from(base, 'latin1'), signer.key).toString('base64')}:`,
  };
}
