// Passkeys (WebAuthn level 2): thin functions over the verifying library that fix our choices in one place.
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON as Registration,
  PublicKeyCredentialRequestOptionsJSON as Authentication,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** `domain` is the host without port (the relying party's id); `origin` is what the browser shows, `https://host[:port]`. */
export type PasskeySite = { name: string; domain: string; origin: string };
/** What is stored for one passkey. `publicKey` is COSE bytes in base64url; `counter` is the last one seen. */
export type Passkey = { id: string; publicKey: string; counter: number; transports: string[] };

/** Read when first asked for: three hundred files of certificates, which three of the four doors never need, would stand in each one's memory. */
const library = () => import('@simplewebauthn/server');

/** Options for `navigator.credentials.create`. Keep `challenge` with the session until the answer comes, use it once. */
export async function passkeyRegistration(
  site: PasskeySite,
  officer: { id: string; userName: string; known: Passkey[] },
): Promise<Registration> {
  return (await library()).generateRegistrationOptions({
    rpName: site.name,
    rpID: site.domain,
    userID: new TextEncoder().encode(officer.id),
    userName: officer.userName,
    attestationType: 'none',
    excludeCredentials: officer.known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: [-8, -7, -257], // EdDSA, ES256, RS256: what authenticators in use can do
  });
}

/** The passkey to store, or the refusal `credentials.passkeyRefused`. `response` is the browser's answer as it came. */
export async function acceptPasskey(site: PasskeySite, challenge: string, response: unknown): Promise<Passkey | Refusal> {
  try {
    const { registrationInfo } = await (
      await library()
    ).verifyRegistrationResponse({
      response: response as RegistrationResponseJSON, // the library checks every part of it
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.domain,
      requireUserVerification: true,
      supportedAlgorithmIDs: [-8, -7, -257],
    });
    if (!registrationInfo) return refuse('credentials.passkeyRefused');
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
  } catch {
    return refuse('credentials.passkeyRefused');
  }
}

/** Options for `navigator.credentials.get`. With no `known` passkeys the browser offers those it has for this site. */
export async function passkeyAuthentication(site: PasskeySite, known: Passkey[] = []): Promise<Authentication> {
  return (await library()).generateAuthenticationOptions({
    rpID: site.domain,
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'required',
  });
}

/** The passkey with its new counter, to be stored, or the refusal. A counter that goes back means a copied key and is refused. */
export async function checkPasskey(site: PasskeySite, challenge: string, passkey: Passkey, response: unknown): Promise<Passkey | Refusal> {
  const { id, counter, transports } = passkey;
  try {
    const { verified, authenticationInfo } = await (
      await library()
    ).verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.domain,
      credential: { id, counter, transports, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')) },
      requireUserVerification: true,
    });
    return verified ? { ...passkey, counter: authenticationInfo.newCounter } : refuse('credentials.passkeyRefused');
  } catch {
    return refuse('credentials.passkeyRefused');
  }
}
