// The rules of a desk session (threat A11): fifteen minutes idle, eight hours in all, a cookie no script and no other host can read.
import type { Cookie } from '../../web/route.ts';

export const sessionLimits = { idleMinutes: 15, wholeMinutes: 8 * 60, seenEveryMinutes: 1 } as const;
export const stepMinutes = 10;

/** `__Host-` makes the browser insist on Secure, Path=/ and no Domain. */
export const sessionCookieName = '__Host-vatsalya';
export const stepCookieName = '__Host-vatsalya-step';
export const deviceCookieName = '__Host-vatsalya-device';

export type SignInMethod = 'password-totp' | 'passkey' | 'sso' | 'demo';

export function sessionCookie(token: string): Cookie {
  return { name: sessionCookieName, value: token, maxAgeSeconds: sessionLimits.wholeMinutes * 60, once: true };
}

export function stepCookie(token: string): Cookie {
  return { name: stepCookieName, value: token, maxAgeSeconds: stepMinutes * 60, once: true };
}

const A_YEAR_IN_SECONDS = 365 * 24 * 3600;

/** Tells this browser's device among the officer's, so that signing out here ends alerts here and nowhere else. It opens nothing. */
export function deviceCookie(id: string): Cookie {
  return { name: deviceCookieName, value: id, maxAgeSeconds: A_YEAR_IN_SECONDS };
}

export function clearedCookies(): Cookie[] {
  return [sessionCookieName, stepCookieName, deviceCookieName].map((name) => ({ name, value: '', maxAgeSeconds: 0 }));
}

/** Where to go after signing in: a path of this site, or home. Anything a browser could read as another site is home. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return '/';
  return /^\/sign-(in|out)\b/.test(next) ? '/' : next;
}
