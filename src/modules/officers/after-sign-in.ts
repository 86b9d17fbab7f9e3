// Where an officer goes once signed in: on to the page that was asked for, or first to the choice among several postings.
import { type RedirectAnswer, redirect } from '../../web/route.ts';
import { clearedCookies, safeNext, sessionCookie, stepCookieName } from './session.ts';
import type { SignedIn } from './sign-in.ts';

export function welcome(signedIn: SignedIn, next: string | undefined): RedirectAnswer {
  const to = safeNext(next);
  const cleared = clearedCookies().filter(({ name }) => name === stepCookieName);
  const first = signedIn.postings > 1 ? withNext('/account/posting', to) : to;
  return redirect(first, undefined, [sessionCookie(signedIn.token), ...cleared]);
}

/** A path that remembers where the officer was going. */
export function withNext(path: string, next: string | undefined, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(more);
  const to = safeNext(next);
  if (to !== '/') query.set('next', to);
  return query.size > 0 ? `${path}?${query}` : path;
}
