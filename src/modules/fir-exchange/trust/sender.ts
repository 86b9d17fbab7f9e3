// Who sent a request, and whether it is really theirs: the signature held against the key, the clock and the very bytes.
import type { IncomingMessage } from 'node:http';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { publicKeyOf } from '../../../platform/credentials/index.ts';
import { saysDigest } from './digest.ts';
import { type KeyStanding, type Node, type NodeKey, standingOf } from './node.ts';
import { type Claim, type Components, type Profile, type SignatureFault, holds, inWindow, readSignature } from './signature.ts';

type KeyFault = `key-${Exclude<KeyStanding, 'in-force'>}` | 'key-unknown' | 'node-closed';
/** Why a request is not let in; the answer names it, so that a developer knows what to mend. */
export type SenderFault = SignatureFault | KeyFault | 'header-repeated' | 'clock' | 'digest-missing' | 'digest-wrong' | 'signature-wrong';

/** What must not come twice: of two, one may have been signed and the other be read. */
const ONCE = ['signature', 'signature-input', 'content-digest', 'content-type', 'content-length', 'content-encoding', 'transfer-encoding'];

export function repeatsHeader({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  return ONCE.some((name) => names.indexOf(name) !== names.lastIndexOf(name));
}

/** As RFC 9421 §2.1 and §2.2 have it: fields without outer blanks, method, path and query as they stood in the request line. */
export function componentsOf({ method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Components {
  const cut = url.indexOf('?');
  return {
    '"@method"': method,
    '"@path"': cut < 0 ? url : url.slice(0, cut),
    '"@query"': cut < 0 ? '?' : url.slice(cut),
    '"content-digest"': headers['content-digest']?.toString().trim(),
    '"content-type"': headers['content-type']?.trim(),
  };
}

/** Reads who says to be sending. Nothing is proved yet. */
export function claimOf(profile: Profile, request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): Claim | SenderFault {
  if (repeatsHeader(request)) return 'header-repeated';
  const { 'signature-input': input, signature } = request.headers;
  return readSignature(profile, { input: input?.toString(), signature: signature?.toString() });
}

/** Null: the request is the node's. `digest` of the body as it came, where there is one. */
export function faultOf(
  claim: Claim,
  components: Components,
  { key, node }: { key: NodeKey; node: Node },
  now: Instant,
  digest?: Buffer,
): SenderFault | null {
  const standing = standingOf(key, now);
  if (standing !== 'in-force') return `key-${standing}`;
  if (node.closedAt !== null && node.closedAt <= now) return 'node-closed';
  if (!inWindow(claim, Math.floor(milliseconds(now) / 1000))) return 'clock';
  if (!holds(claim, components, publicKeyOf(key.publicKey))) return 'signature-wrong';
  if (!digest) return null;
  const said = components['"content-digest"'];
  return said === undefined ? 'digest-missing' : saysDigest(said, digest) ? null : 'digest-wrong';
}
