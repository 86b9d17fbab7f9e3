// A wrong code is answered with a redirect, so that the try is counted; the page it leads to says what was wrong from its address.
import type { Refusal } from '../../kernel/refusal.ts';
import type { FieldErrors, Params } from '../../web/route.ts';
import type { View } from '../../web/view.ts';

const KNOWN = ['credentials.codeWrong', 'credentials.codeExpired', 'credentials.codeSpent'];

/** The address of the code page with what was wrong in it. */
export function wrongCode(path: string, refusal: Refusal): string {
  const left = typeof refusal.facts['triesLeft'] === 'number' ? `&left=${refusal.facts['triesLeft']}` : '';
  return `${path}?wrong=${refusal.code}${left}`;
}

/** Reads it back. Anything else in the address is ignored: it is the visitor's to write. */
export function codeErrors(view: Pick<View, 't'>, query: Params): FieldErrors {
  const code = query['wrong'] ?? '';
  if (!KNOWN.includes(code)) return {};
  const triesLeft = /^\d$/.test(query['left'] ?? '') ? Number(query['left']) : 0;
  return { code: view.t(code, { triesLeft }) };
}
