// A citizen is known only by a telephone they have proved with a one-time code: codes out, codes back, and thirty minutes of being that person.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { addMinutes } from '../../kernel/time.ts';
import { type Actor, type Context, type Tools, asReporter } from '../../platform/context.ts';
import { codeRules, issueCode, newToken, tryCode } from '../../platform/credentials/index.ts';
import { spend } from '../../platform/http/budget.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import type { Cookie, Params } from '../../web/route.ts';
import { findCitizenSession, insertCitizenSession, insertCode, lastCodeOf, writeTry } from './citizen-store.ts';

export const CITIZEN_COOKIE = '__Host-citizen';
const CITIZEN_MINUTES = 30;
const LONGEST_TOKEN = 100;
const CODES_PER_TELEPHONE_AN_HOUR = 5;
const CODES_PER_ADDRESS_AN_HOUR = 20;

/** `purpose` keeps a code for one flow from opening another. `networkAddress` is the caller's IP address. */
export type CodeRequest = { telephone: string; purpose: string; locale: string; networkAddress: string };

/** Sends a code, or refuses when the telephone or the network address has had too many this hour. */
export async function sendCode(context: Context, request: CodeRequest): Promise<Refusal | null> {
  const { tools, now } = context;
  const { telephone, purpose, locale, networkAddress } = request;
  const telephoneKey = tools.keyedHash(telephone);
  const withinTelephone = await spend(context, `code:telephone:${telephoneKey}`, CODES_PER_TELEPHONE_AN_HOUR, 60);
  const withinAddress = await spend(context, `code:address:${tools.keyedHash(networkAddress)}`, CODES_PER_ADDRESS_AN_HOUR, 60);
  if (!withinTelephone || !withinAddress) return refuse('missing-reports.error.tooManyCodes', {}, 'informantTelephone');
  const { code, kept } = issueCode({ secret: tools.secret, telephone, purpose }, now);
  await insertCode(context, { telephoneKey, purpose }, kept.hash, kept.expiresAt);
  await queueMessage(context, {
    channel: 'sms',
    to: telephone,
    template: 'oneTimeCode',
    facts: { code, minutes: codeRules.minutes },
    locale,
  });
  return null;
}

/**
 * Checks what was typed against the last code sent. Null if it is right. The caller must let the transaction commit either way (answer a wrong
 * code with a redirect, not a refusal), or wrong tries would not be counted.
 */
export async function checkCode(context: Context, attempt: { telephone: string; purpose: string; typed: string }): Promise<Refusal | null> {
  const { tools, now } = context;
  const { telephone, purpose, typed } = attempt;
  const code = await lastCodeOf(context, { telephoneKey: tools.keyedHash(telephone), purpose });
  if (!code) return refuse('credentials.codeExpired', {}, 'code');
  const kept = { hash: code.codeHash.toString('hex'), expiresAt: code.expiresAt, triesLeft: codeRules.tries - code.tries };
  const tried = tryCode({ secret: tools.secret, telephone, purpose }, kept, { typed, now });
  await writeTry(context, code.id, codeRules.tries - tried.kept.triesLeft, tried.right ? now : null);
  return tried.right ? null : tried.refusal;
}

/** From here to the end of the transaction the caller is the citizen of that telephone, for row security too. Only after checkCode said so. */
export function becomeCitizen<Asked extends Context>(context: Asked, telephone: string): Promise<Asked> {
  return asReporter(context, context.tools.keyedHash(telephone));
}

/** Opens a session for a proved telephone and answers the cookie that carries it. */
export async function startCitizenSession(context: Context, telephone: string): Promise<Cookie> {
  const { token } = newToken();
  await insertCitizenSession(context, token, telephone, addMinutes(context.now, CITIZEN_MINUTES));
  return { name: CITIZEN_COOKIE, value: token, maxAgeSeconds: CITIZEN_MINUTES * 60 };
}

/** The citizen behind the request's cookies; null if nobody proved a telephone in the last half hour. */
export async function identifyCitizen(tools: Tools, cookies: Params): Promise<Actor | null> {
  const token = cookies[CITIZEN_COOKIE];
  if (!token || token.length > LONGEST_TOKEN) return null;
  const reporterKey = await findCitizenSession(tools, token);
  return reporterKey ? { kind: 'citizen', reporterKey } : null;
}
