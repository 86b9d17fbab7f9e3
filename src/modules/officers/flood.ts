// How many sign-ins one network address may begin: each costs a password's work or a row that waits ten minutes.
import type { Context } from '../../platform/context.ts';
import { spend } from '../../platform/http/budget.ts';

/** A district headquarters may stand behind one address. */
const ATTEMPTS = 120;
const MINUTES = 15;

/** False once the address has spent its attempts for this quarter of an hour. The address itself is not stored. */
export function maySignInFrom(context: Context, networkAddress: string): Promise<boolean> {
  return spend(context, `signIn:${context.tools.keyedHash(networkAddress)}`, ATTEMPTS, MINUTES);
}
