// A telephone is proved by a one-time code sent to it: codes out, within a budget, and codes back, each try counted.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { codeRules, issueCode, tryCode } from '../../platform/credentials/index.ts';
import { spend } from '../../platform/http/budget.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import { insertCode, lastCodeOf, writeTry } from './store.ts';

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
  if (!withinTelephone || !withinAddress) return refuse('citizens.error.tooManyCodes', {}, 'informantTelephone');
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
