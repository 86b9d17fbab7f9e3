// Adding a passkey, and signing in with one. A passkey that checks its holder is both factors at once.
import type { OfficerId } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import {
  type PasskeySite,
  acceptPasskey,
  checkPasskey,
  passkeyAuthentication,
  passkeyRegistration,
} from '../../platform/credentials/index.ts';
import { insertPasskey, lockPasskey, passkeysOf, writeCounter } from './passkey-store.ts';
import { startStep, takeStep } from './step-store.ts';

/** `options` go to the browser as they are; `step` comes back with its answer. */
export type Challenge = { step: string; options: unknown };
/** What came back: `answer` is the browser's JSON, untrusted. */
export type Said = { step: string; answer: string };

export async function challengeToAdd(context: Context, site: PasskeySite, officer: { id: OfficerId; name: string }): Promise<Challenge> {
  const known = await passkeysOf(context, officer.id);
  const options = await passkeyRegistration(site, { id: officer.id, userName: officer.name, known });
  return { step: await startStep(context, 'passkey-registration', { officerId: officer.id, secret: options.challenge }), options };
}

export async function addPasskey(context: Context, site: PasskeySite, officerId: OfficerId, said: Said): Promise<Refusal | null> {
  const step = await takeStep(context, 'passkey-registration', said.step);
  if (!step?.secret || step.officerId !== officerId) return refuse('credentials.passkeyRefused');
  const passkey = await acceptPasskey(site, step.secret, jsonIn(said.answer));
  if (isRefusal(passkey)) return passkey;
  await insertPasskey(context, officerId, passkey);
  return null;
}

/** For anyone: the browser offers the passkeys it has for this site. */
export async function challengeToSignIn(context: Context, site: PasskeySite): Promise<Challenge> {
  const options = await passkeyAuthentication(site);
  return { step: await startStep(context, 'passkey', { secret: options.challenge }), options };
}

/** The officer whose passkey answered. One refusal for an unknown passkey, a wrong answer and a used-up challenge. */
export async function officerByPasskey(context: Context, site: PasskeySite, said: Said): Promise<OfficerId | Refusal> {
  const step = await takeStep(context, 'passkey', said.step);
  const answer = jsonIn(said.answer);
  const passkey = await lockPasskey(context, String((answer as { id?: unknown } | null)?.id ?? ''));
  if (!step?.secret || !passkey) return refuse('credentials.passkeyRefused');
  const checked = await checkPasskey(site, step.secret, passkey, answer);
  if (isRefusal(checked)) return checked;
  await writeCounter(context, checked);
  return passkey.officerId;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused like any other wrong answer
  }
}
