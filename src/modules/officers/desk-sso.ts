// Routes of signing in through the department's own provider: out with a fresh state, back with an identity we know.
import type { OfficerId } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import {
  type Sso,
  type SsoIdentity,
  type SsoPending,
  type SsoSettings,
  discoverSso,
  ssoCallback,
  ssoLogin,
} from '../../platform/credentials/index.ts';
import { type Route, page, redirect } from '../../web/route.ts';
import { officerBySubject } from './account-store.ts';
import { welcome } from './after-sign-in.ts';
import { safeNext, stepCookie, stepCookieName } from './session.ts';
import { startStep, takeStep } from './step-store.ts';
import { finishSignIn } from './sign-in.ts';

/** Asked for at the first sign-in, not at start: a department's outage must not keep the desk door shut. A failure is asked again. */
function discoverOnce(settings: SsoSettings): () => Promise<Sso> {
  let known: Promise<Sso> | null = null;
  return () => {
    known ??= discoverSso(settings).catch((fault: Error) => {
      known = null;
      throw fault;
    });
    return known;
  };
}

async function officerBySso(context: Context, { issuer, subject, email }: SsoIdentity): Promise<OfficerId | Refusal> {
  return (await officerBySubject(context, `${issuer} ${subject}`, email)) ?? refuse('officers.error.ssoUnknown');
}

type Kept = { pending: SsoPending; next: string };

export function ssoRoutes(settings: SsoSettings): Route[] {
  const sso = discoverOnce(settings);
  const out = page({
    path: '/sign-in/sso',
    permission: 'anyone',
    audit: 'signIn.sso',
    purpose: 'sign-in',
    async answer(context, { query }) {
      const { url, pending } = await ssoLogin(await sso());
      const kept: Kept = { pending, next: safeNext(query['next']) };
      return redirect(url, undefined, [stepCookie(await startStep(context, 'sso', { secret: JSON.stringify(kept) }))]);
    },
  });
  const back = page({
    path: '/sign-in/sso/callback',
    permission: 'anyone',
    audit: 'signIn.sso',
    purpose: 'sign-in',
    async answer(context, { query, cookies }) {
      const step = await takeStep(context, 'sso', cookies[stepCookieName]);
      if (!step?.secret) return redirect('/sign-in');
      const { pending, next } = JSON.parse(step.secret) as Kept;
      const identity = await ssoCallback(await sso(), new URLSearchParams(query).toString(), pending);
      const officerId = isRefusal(identity) ? identity : await officerBySso(context, identity);
      if (typeof officerId !== 'string') return officerId;
      const signedIn = await finishSignIn(context, { officerId, method: 'sso', cookies });
      return isRefusal(signedIn) ? signedIn : welcome(signedIn, next);
    },
  });
  return [out, back];
}
