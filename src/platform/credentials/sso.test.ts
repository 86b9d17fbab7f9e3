// Department sign-in against a real OpenID provider on loopback: the whole journey, and answers that must not be believed.
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error the library comes without types
import OidcProvider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Sso, discoverSso, ssoCallback, ssoLogin } from './sso.ts';

const redirect = 'https://desk.example.in/sign-in/department';
const client = { client_id: 'vatsalya', client_secret: 'a secret only these two know', redirect_uris: [redirect] };
const claims = { sub: 'asha', email: 'asha@police.example.in', email_verified: true };

type Provider = {
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ params: { client_id: string } }>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  Grant: new (of: { accountId: string; clientId: string }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
};

let server: Server;
let issuer: string;
let sso: Sso;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = makeProvider();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/who')) void signAshaIn(provider, request, response);
    else provider.callback()(request, response);
  });
  sso = await discoverSso({ issuer, clientId: client.client_id, clientSecret: client.client_secret, redirect });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function makeProvider(): Provider {
  const Library = OidcProvider as new (issuer: string, settings: object) => Provider;
  return new Library(issuer, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only for this test'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => claims }),
    interactions: { url: () => '/who' },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
}

async function signAshaIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: 'asha', clientId: params.client_id });
  grant.addOIDCScope('openid email');
  await provider.interactionFinished(request, response, { login: { accountId: 'asha' }, consent: { grantId: await grant.save() } });
}

/** Walks the provider's redirects as a browser would, and returns the query it sends back to us. */
async function browse(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  for (let step = 0; step < 8 && !address.startsWith(redirect); step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (!next) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
    address = new URL(next, address).href;
  }
  return new URL(address).search;
}

test('an officer signs in', async () => {
  const { url, pending } = await ssoLogin(sso);
  expect(await ssoCallback(sso, await browse(url), pending)).toEqual({ issuer, subject: 'asha', email: claims.email });
});

test('an address the provider has not verified is not passed on', async () => {
  claims.email_verified = false;
  const { url, pending } = await ssoLogin(sso);
  const identity = await ssoCallback(sso, await browse(url), pending);
  claims.email_verified = true;
  expect(identity).toEqual({ issuer, subject: 'asha', email: null });
});

test('an answer is good once', async () => {
  const { url, pending } = await ssoLogin(sso);
  const answer = await browse(url);
  expect(isRefusal(await ssoCallback(sso, answer, pending))).toBe(false);
  expect(isRefusal(await ssoCallback(sso, answer, pending))).toBe(true);
});

test.each(['state', 'nonce', 'verifier'] as const)('an answer to someone else’s sign-in is refused (%s)', async (part) => {
  const [mine, theirs] = [await ssoLogin(sso), await ssoLogin(sso)];
  const pending = { ...mine.pending, [part]: theirs.pending[part] };
  expect(isRefusal(await ssoCallback(sso, await browse(mine.url), pending))).toBe(true);
});

test('a refusal by the provider says why', async () => {
  const { pending } = await ssoLogin(sso);
  const answer = new URLSearchParams({ error: 'access_denied', state: pending.state, iss: issuer });
  expect(await ssoCallback(sso, `?${answer}`, pending)).toMatchObject({
    code: 'credentials.ssoRefused',
    facts: { because: 'access_denied' },
  });
});

test('plain http is only for loopback', async () => {
  const settings = { clientId: 'x', clientSecret: 'x', redirect, issuer: 'http://sso.example.in' };
  await expect(discoverSso(settings)).rejects.toThrow(/HTTPS/);
});
