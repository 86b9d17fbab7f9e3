// A citizen is known only by a telephone they have proved: thirty minutes of being that person, carried by a cookie.
import { addMinutes } from '../../kernel/time.ts';
import { type Actor, type Context, type Tools, asReporter } from '../../platform/context.ts';
import { newToken } from '../../platform/credentials/index.ts';
import type { Cookie, Params } from '../../web/route.ts';
import { findCitizenSession, insertCitizenSession } from './store.ts';

const CITIZEN_COOKIE = '__Host-citizen';
const CITIZEN_MINUTES = 30;
const LONGEST_TOKEN = 100;

/** From here to the end of the transaction the caller is the citizen of that telephone, for row security too. Only after checkCode said so. */
export function becomeCitizen<Asked extends Context>(context: Asked, telephone: string): Promise<Asked> {
  return asReporter(context, context.tools.keyedHash(telephone));
}

/** Opens a session for a proved telephone and answers the cookie that carries it. */
export async function startCitizenSession(context: Context, telephone: string): Promise<Cookie> {
  const { token } = newToken();
  await insertCitizenSession(context, token, telephone, addMinutes(context.now, CITIZEN_MINUTES));
  return { name: CITIZEN_COOKIE, value: token, maxAgeSeconds: CITIZEN_MINUTES * 60, once: true };
}

/** The citizen behind the request's cookies; null if nobody proved a telephone in the last half hour. */
export async function identifyCitizen(tools: Tools, cookies: Params): Promise<Actor | null> {
  const token = cookies[CITIZEN_COOKIE];
  if (!token || token.length > LONGEST_TOKEN) return null;
  const reporterKey = await findCitizenSession(tools, token);
  return reporterKey ? { kind: 'citizen', reporterKey } : null;
}
