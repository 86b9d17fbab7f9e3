// An answer signed by the portal and bound to what it answers: the receipt of a delivery, or what a node asked for.
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { contentDigest, sha256 } from './digest.ts';
import { type Components, type Profile, type Signer, signed } from './signature.ts';

export type SignedAnswer = { body: Buffer; headers: Record<string, string> };

const TYPE = 'application/json';

/** `asked`: the components of the request that is answered. */
export function signedAnswer(
  { profile, signer, status, value }: { profile: Profile; signer: Signer; status: number; value: unknown },
  asked: Components,
  now: Instant,
): SignedAnswer {
  const body = Buffer.from(`${JSON.stringify(value)}\n`);
  const digest = contentDigest(sha256(body));
  const ofRequest = Object.entries(asked).map(([component, said]) => [`${component};req`, said]);
  const components: Components = {
    ...Object.fromEntries(ofRequest),
    '"@status"': String(status),
    '"content-digest"': digest,
    '"content-type"': TYPE,
  };
  const fields = signed(profile, signer, components, Math.floor(milliseconds(now) / 1000));
  return { body, headers: { 'content-type': TYPE, 'content-digest': digest, ...fields } };
}
