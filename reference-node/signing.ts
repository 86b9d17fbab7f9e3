// RFC 9421 signatures and RFC 9530 digests over the raw body, from node:crypto alone: the second implementation the exchange door meets.
import { type KeyObject, createHash, sign, verify } from 'node:crypto';

export type Key = { keyId: string; privateKey: KeyObject };
export type Headers = Record<string, string>;
/** Values by component, written as in the signature: `"@path"`, `"content-digest";req`. */
export type Components = Record<string, string | undefined>;

const REQUEST_TAG = 'vatsalya-exchange';
const ANSWER_TAG = 'vatsalya-receipt';
const sending = ['"@method"', '"@path"', '"content-digest"', '"content-type"'];
const fetching = ['"@method"', '"@path"', '"@query"'];
/** What the portal's own word must cover, or it is not about what was asked. */
const answering = {
  sent: ['"@status"', '"content-digest"', '"@path";req', '"content-digest";req'],
  asked: ['"@status"', '"content-digest"', '"@path";req', '"@query";req'],
};

export const contentDigest = (body: Buffer): string => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

function base(covered: readonly string[], values: Components, params: string): Buffer {
  return Buffer.from([...covered.map((name) => `${name}: ${values[name]}`), `"@signature-params": ${params}`].join('\n'), 'latin1');
}

export type Request = { method: 'GET' | 'POST'; path: string; query: string; body: { bytes: Buffer; type: string } | null };

function componentsOf({ method, path, query, body }: Request): Components {
  const about = { '"@method"': method, '"@path"': path };
  return body
    ? { ...about, '"content-digest"': contentDigest(body.bytes), '"content-type"': body.type }
    : { ...about, '"@query"': `?${query}` };
}

/** The fields that sign a request: over its body where it has one, else over what it asks for. */
export function signed(key: Key, request: Request, created: number): Headers {
  const values = componentsOf(request);
  const covered = request.body ? sending : fetching;
  const params = `(${covered.join(' ')});created=${created};keyid="${key.keyId}";alg="ed25519";tag="${REQUEST_TAG}"`;
  const signature = sign(null, base(covered, values, params), key.privateKey).toString('base64');
  const fields = { 'signature-input': `sig1=${params}`, signature: `sig1=:${signature}:` };
  const { '"content-digest"': digest, '"content-type"': type } = values;
  return digest && type ? { ...fields, 'content-digest': digest, 'content-type': type } : fields;
}

export type Answer = { status: number; headers: Headers; body: Buffer };

/** Null if the answer is the portal's own word on this very request; else why it is not. */
export function doubtOf(answer: Answer, request: Request, keys: ReadonlyMap<string, KeyObject>): string | null {
  const { headers, body, status } = answer;
  const input = /^(\w+)=(\(([^)]*)\)(.*))$/.exec(headers['signature-input'] ?? '');
  const value = /^(\w+)=:([A-Za-z0-9+/=]+):$/.exec(headers['signature'] ?? '');
  if (!input || !value || input[1] !== value[1]) return 'no signature';
  const covered = input[3]!.split(' ');
  const must = request.body ? answering.sent : answering.asked;
  if (!must.every((name) => covered.includes(name))) return 'the signature covers too little';
  const parameter = (name: string): string | undefined => new RegExp(`;${name}="?([^";]+)"?`).exec(input[4]!)?.[1];
  if (parameter('tag') !== ANSWER_TAG) return 'signed for something else';
  const key = keys.get(parameter('keyid') ?? '');
  if (!key) return `unknown key ${parameter('keyid')}`;
  if (headers['content-digest'] !== contentDigest(body)) return 'the digest does not fit the bytes';
  const asked = Object.entries(componentsOf(request)).map(([name, said]) => [`${name};req`, said]);
  const own = Object.entries(headers).map(([name, said]) => [`"${name}"`, said]);
  const values: Components = { ...Object.fromEntries(asked), ...Object.fromEntries(own), '"@status"': String(status) };
  if (!covered.every((name) => values[name] !== undefined)) return 'signs what is not there';
  return verify(null, base(covered, values, input[2]!), key, Buffer.from(value[2]!, 'base64')) ? null : 'the signature does not hold';
}

const CLOCK_SECONDS = 300;

/** Null if a call is the portal's own, for this path and these bytes, of now; else why it is not. */
export function doubtOfCall(
  { method, path, headers, body }: { method: string; path: string; headers: Headers; body: Buffer },
  keys: ReadonlyMap<string, KeyObject>,
  nowSeconds: number,
): string | null {
  const input = /^(\w+)=(\(([^)]*)\);created=(\d+);keyid="([^"]+)";alg="ed25519";tag="([^"]+)")$/.exec(headers['signature-input'] ?? '');
  const value = /^(\w+)=:([A-Za-z0-9+/=]+):$/.exec(headers['signature'] ?? '');
  if (!input || !value || input[1] !== value[1]) return 'no signature';
  const [, , params, names, created, keyId, tag] = input;
  const covered = names!.split(' ');
  if (covered.length !== sending.length || !sending.every((name) => covered.includes(name))) return 'the signature covers something else';
  if (tag !== REQUEST_TAG) return 'signed for something else';
  if (Math.abs(nowSeconds - Number(created)) > CLOCK_SECONDS) return 'signed at another time';
  const key = keys.get(keyId!);
  if (!key) return `unknown key ${keyId}`;
  if (headers['content-digest'] !== contentDigest(body)) return 'the digest does not fit the bytes';
  const values: Components = {
    '"@method"': method,
    '"@path"': path,
    '"content-digest"': headers['content-digest'],
    '"content-type"': headers['content-type'],
  };
  return verify(null, base(covered, values, params!), key, Buffer.from(value[2]!, 'base64')) ? null : 'the signature does not hold';
}

/** The fields of the node's own receipt: over what was called, and what is answered. */
export function receiptFields(
  key: Key,
  answer: { status: number; body: Buffer },
  called: { path: string; body: Buffer },
  created: number,
): Headers {
  const [type, digest] = ['application/json', contentDigest(answer.body)];
  const values: Components = {
    '"@status"': String(answer.status),
    '"content-digest"': digest,
    '"content-type"': type,
    '"@path";req': called.path,
    '"content-digest";req': contentDigest(called.body),
  };
  const covered = Object.keys(values);
  const params = `(${covered.join(' ')});created=${created};keyid="${key.keyId}";alg="ed25519";tag="${ANSWER_TAG}"`;
  const signature = sign(null, base(covered, values, params), key.privateKey).toString('base64');
  return { 'content-type': type, 'content-digest': digest, 'signature-input': `sig1=${params}`, signature: `sig1=:${signature}:` };
}
