// Sign-in through a department's own identity provider: OpenID Connect authorisation code with PKCE, state and nonce.
import type { Configuration } from 'openid-client';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** `redirect` is our callback's full address as registered with the provider. */
export type SsoSettings = { issuer: string; clientId: string; clientSecret: string; redirect: string };
export type Sso = { configuration: Configuration; redirect: string };
/** Kept in the browser's pre-sign-in session between the two legs, used once. */
export type SsoPending = { state: string; nonce: string; verifier: string };
/** An officer is known by `issuer` and `subject` together. `email` is null unless the provider says it has verified it. */
export type SsoIdentity = { issuer: string; subject: string; email: string | null };

/** Read when first asked for: only a desk with such a provider needs it. */
const library = () => import('openid-client');

/** Reads the provider's published settings. Throws if it is unreachable or speaks plain http anywhere but on loopback. */
export async function discoverSso(settings: SsoSettings): Promise<Sso> {
  const { allowInsecureRequests, discovery } = await library();
  const issuer = new URL(settings.issuer);
  const execute = issuer.hostname === '127.0.0.1' || issuer.hostname === 'localhost' ? [allowInsecureRequests] : [];
  const configuration = await discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute, timeout: 10 });
  return { configuration, redirect: settings.redirect };
}

export async function ssoLogin(sso: Sso): Promise<{ url: string; pending: SsoPending }> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await library();
  const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(sso.configuration, {
    redirect_uri: sso.redirect,
    scope: 'openid email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, pending };
}

/** `query` is the callback's query string. Anything the provider or the answer gets wrong is the refusal `credentials.ssoRefused`. */
export async function ssoCallback(sso: Sso, query: string, pending: SsoPending): Promise<SsoIdentity | Refusal> {
  const { AuthorizationResponseError, authorizationCodeGrant } = await library();
  const answer = new URL(sso.redirect);
  answer.search = query; // our own address, not the Host header's: behind a proxy that one may differ
  try {
    const tokens = await authorizationCodeGrant(sso.configuration, answer, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return refuse('credentials.ssoRefused', { because: 'noIdentity' });
    const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'] : null;
    return { issuer: claims.iss, subject: claims.sub, email };
  } catch (fault) {
    const because = fault instanceof AuthorizationResponseError ? fault.error : 'answerNotAccepted';
    return refuse('credentials.ssoRefused', { because });
  }
}
