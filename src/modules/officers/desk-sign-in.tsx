// Routes of signing in with password and code, and of signing out.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { audit } from '../../platform/audit.ts';
import { type FieldErrors, type Params, type RequestContext, type Route, form, redirect, show } from '../../web/route.ts';
import { welcome, withNext } from './after-sign-in.ts';
import { endDeviceOfBrowser } from './device-store.ts';
import { maySignInFrom } from './flood.ts';
import { codeSchema, nothingSchema, passwordSchema } from './form.ts';
import { CodePage } from './pages/code-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { clearedCookies, deviceCookieName, safeNext, stepCookie, stepCookieName } from './session.ts';
import { endSession } from './sessions.ts';
import { codeStep, finishSignIn, tryCode, tryPassword } from './sign-in.ts';

// A wrong password is answered with a redirect, not a refusal: a refusal would undo the counting of the failure.
function failedBefore({ view }: RequestContext, query: Params, errors: FieldErrors, code: string): FieldErrors {
  return query['again'] && Object.keys(errors).length === 0 ? { '': view.t(code) } : errors;
}

const password = (offers: { sso: boolean }) =>
  form({
    path: '/sign-in',
    permission: 'anyone',
    audit: 'signIn.password',
    purpose: 'sign-in',
    schema: passwordSchema,
    async show(context, { query, values, errors }) {
      const { view } = context;
      const state = { values, errors: failedBefore(context, query, errors, 'officers.error.wrong') };
      const next = safeNext(query['next'] ?? (typeof values['next'] === 'string' ? values['next'] : undefined));
      return show(view.t('officers.signIn.title'), SignInPage({ view, form: state, next, sso: offers.sso }), { bare: true });
    },
    async save(context, { draft, networkAddress }) {
      if (!(await maySignInFrom(context, networkAddress))) return refuse('web.error.tooMany');
      const token = await tryPassword(context, draft);
      if (!token) return redirect(withNext('/sign-in', draft.next, { again: '1' }));
      return redirect(withNext('/sign-in/code', draft.next), undefined, [stepCookie(token)]);
    },
  });

const code = form({
  path: '/sign-in/code',
  permission: 'anyone',
  audit: 'signIn.code',
  purpose: 'sign-in',
  schema: codeSchema,
  async show(context, { query, cookies, values, errors }) {
    const { view } = context;
    const step = await codeStep(context, cookies[stepCookieName]);
    if (!step) return redirect(withNext('/sign-in', query['next']));
    const state = { values: {}, errors: failedBefore(context, query, errors, 'officers.error.wrongCode') };
    const next = safeNext(query['next'] ?? (typeof values['next'] === 'string' ? values['next'] : undefined));
    return show(view.t('officers.code.title'), CodePage({ view, form: state, next, enrol: step.enrolment }), { bare: true });
  },
  async save(context, { draft, cookies }) {
    const officerId = await tryCode(context, cookies[stepCookieName], draft.code);
    if (!officerId) return redirect(withNext('/sign-in/code', draft.next, { again: '1' }));
    const signedIn = await finishSignIn(context, { officerId, method: 'password-totp', cookies });
    return isRefusal(signedIn) ? signedIn : welcome(signedIn, draft.next);
  },
});

const signOut = form({
  path: '/sign-out',
  permission: 'anyone',
  audit: 'signOut',
  purpose: 'sign-out',
  schema: nothingSchema,
  async save(context, { cookies }) {
    await endSession(context, cookies);
    await endDeviceOfBrowser(context, cookies[deviceCookieName]);
    if (context.actor.kind === 'officer') await audit(context, 'sign-out');
    return redirect('/sign-in', 'officers.done.signedOut', clearedCookies());
  },
});

export function signInRoutes(offers: { sso: boolean }): Route[] {
  return [password(offers), code, signOut];
}
