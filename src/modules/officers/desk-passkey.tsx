// Routes of passkeys: signing in with one, adding one to one's account.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { PasskeySite } from '../../platform/credentials/index.ts';
import { type Route, form, redirect, show } from '../../web/route.ts';
import { welcome } from './after-sign-in.ts';
import { maySignInFrom } from './flood.ts';
import { passkeySchema } from './form.ts';
import { PasskeyPage } from './pages/passkey-page.tsx';
import { addPasskey, challengeToAdd, challengeToSignIn, officerByPasskey } from './passkeys.ts';
import { safeNext } from './session.ts';
import { finishSignIn } from './sign-in.ts';

export function passkeyRoutes(origin: string): Route[] {
  const site: PasskeySite = { name: 'Vatsalya', domain: new URL(origin).hostname, origin };
  return [signInWithPasskey(site), addOne(site)];
}

function signInWithPasskey(site: PasskeySite): Route {
  return form({
    path: '/sign-in/passkey',
    permission: 'anyone',
    audit: 'signIn.passkey',
    purpose: 'sign-in',
    schema: passkeySchema,
    async show(context, { query, values, errors, networkAddress }) {
      const { view } = context;
      if (!(await maySignInFrom(context, networkAddress))) return refuse('web.error.tooMany');
      const next = safeNext(query['next'] ?? (typeof values['next'] === 'string' ? values['next'] : undefined));
      const challenge = await challengeToSignIn(context, site);
      return show(view.t('officers.passkey.title'), PasskeyPage({ view, form: { values, errors }, next, challenge, verb: 'get' }), {
        bare: true,
      });
    },
    async save(context, { draft, cookies }) {
      const officerId = await officerByPasskey(context, site, draft);
      if (typeof officerId !== 'string') return officerId;
      const signedIn = await finishSignIn(context, { officerId, method: 'passkey', cookies });
      return isRefusal(signedIn) ? signedIn : welcome(signedIn, draft.next);
    },
  });
}

function addOne(site: PasskeySite): Route {
  return form({
    path: '/account/passkey',
    permission: 'signed-in',
    audit: 'account.passkeyAdded',
    purpose: 'account',
    schema: passkeySchema,
    async show(context, { values, errors }) {
      const { view, actor } = context;
      if (actor.kind !== 'officer') return redirect('/sign-in');
      const challenge = await challengeToAdd(context, site, { id: actor.officerId, name: actor.name });
      const page = PasskeyPage({ view, form: { values, errors }, next: '/account', challenge, verb: 'create' });
      return show(view.t('officers.passkey.addTitle'), page);
    },
    async save(context, { draft }) {
      if (context.actor.kind !== 'officer') return redirect('/sign-in');
      const refusal = await addPasskey(context, site, context.actor.officerId, draft);
      return refusal ?? redirect('/account', 'officers.done.passkeyAdded');
    },
  });
}
