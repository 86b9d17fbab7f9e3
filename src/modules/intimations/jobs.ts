// What the worker does for intimations: tells who is on duty, then, while nobody answers, the next channel, officer, level; and what a flood holds back, together.
import type { OfficeId } from '../../kernel/ids.ts';
import { instantFrom } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Message } from '../../platform/messages/message.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import { type InPost, type Office, may, officersInPost, officesAbove, readOffice } from '../officers/index.ts';
import { allStates } from '../places/index.ts';
import { tellOnce } from './actions.ts';
import { isOnDuty, quietUntil } from './duty.ts';
import { sift } from './flood.ts';
import { countWords, hold, takeDigest } from './flood-store.ts';
import { onceKinds } from './intimation.ts';
import { type Level, type Person, type Target, type Way, nextRound } from './plan.ts';
import { turnsOf } from './roster-store.ts';
import { type Due, end, insertAttempt, noteSent, postpone, quietHoursOf, takeDue, tieMessage, triedOf } from './store.ts';
import { wordsAnHour } from './waits.ts';

/** By SMS first, which is read soonest. */
function waysOf({ telephone, email }: Pick<Office, 'telephone' | 'email'>, isPerson: boolean): Way[] {
  const byTelephone = telephone ? (isPerson ? (['sms', 'whatsapp'] as const) : (['sms'] as const)) : [];
  return [...byTelephone.map((channel) => ({ channel, to: telephone! })), ...(email ? [{ channel: 'email' as const, to: email }] : [])];
}

function mayAnswer({ role, officeId }: InPost, office: Office): boolean {
  const actor = { kind: 'officer', role, officeId, officeKind: office.kind } as Parameters<typeof may>[0];
  return may(actor, 'alert.acknowledge') || may(actor, 'duties.read');
}

/** The office and those above it, with who is there now. */
async function levelsOf(context: Context, officeId: OfficeId): Promise<Level[]> {
  const own = await readOffice(context, officeId);
  if (!own) return [];
  const offices = [own, ...(await officesAbove(context, own))];
  const ids = offices.map(({ id }) => id);
  const people = await officersInPost(context, ids);
  const turns = await turnsOf(context, ids);
  const quiet = new Map((await quietHoursOf(context, people.map(({ officerId }) => officerId))).map((hours) => [hours.officerId, hours])); // prettier-ignore
  const personOf = (one: InPost): Person => {
    const hours = quiet.get(one.officerId);
    return {
      officerId: one.officerId,
      isHead: one.isHead,
      onDuty: turns.some((turn) => turn.officeId === one.officeId && turn.officerId === one.officerId && isOnDuty(turn, context.now)),
      quietUntil: hours ? quietUntil(hours, context.now) : null,
      ways: waysOf(one, true),
    };
  };
  return offices.map((office) => {
    const here = people.filter((one) => one.officeId === office.id && mayAnswer(one, office));
    const once = here.filter((one, at) => here.findIndex(({ officerId }) => officerId === one.officerId) === at);
    return { office, ways: waysOf(office, false), people: once.map(personOf) };
  });
}

async function languageOf(context: Context, { stateCode }: Office): Promise<string> {
  const state = (await allStates(context)).find(({ code }) => code === stateCode);
  return state?.languages[0] === 'hi' ? 'hi' : 'en';
}

type Sending = { due: Due; target: Target; levels: readonly Level[]; above: boolean };

/** The try is written before its message, in one transaction: neither is without the other. Whoever is above the office asked is told who did not answer. */
async function send(context: Context, { due, target, levels, above }: Sending): Promise<void> {
  const attemptId = await insertAttempt(context, due.id, target);
  if (!attemptId) return;
  const facts = JSON.parse(context.tools.unseal(due.factsSealed)) as Record<string, string>;
  const told = levels.find(({ office }) => office.id === target.officeId)!.office;
  const said = above
    ? { template: 'unanswered', facts: { reference: facts['reference'], office: levels[0]!.office.name, link: facts['link'] } }
    : { template: due.template, facts };
  const message = {
    channel: target.channel,
    to: target.to,
    ...said,
    locale: await languageOf(context, told),
    urgency: due.alarm ? 'alarm' : 'ordinary',
  } as Message;
  const messageId = await queueMessage(context, message);
  if (messageId) await tieMessage(context, attemptId, messageId);
}

/** True if it may be told now by itself. */
async function passes(context: Context, due: Due, own: Office): Promise<boolean> {
  if (due.wordOf === null || due.isVouched || !due.isFirst) return true;
  const counted = await countWords(context, due, wordsAnHour(own.kind));
  const sifted = sift({ saidAt: instantFrom(due.createdAt), officeKind: own.kind, ...counted }, context.now);
  if (sifted.verdict === 'hold') await hold(context, due);
  if (sifted.verdict === 'wait') await postpone(context, due.id, sifted.until);
  return sifted.verdict === 'send';
}

/** One step of one intimation. False if none is due. */
export async function tellNext(context: Context): Promise<boolean> {
  const due = await takeDue(context);
  if (!due) return false;
  if (due.isClosed) await end(context, due.id, 'closed');
  else await step(context, due);
  return true;
}

async function step(context: Context, due: Due): Promise<void> {
  const levels = await levelsOf(context, due.officeId);
  const own = levels[0]?.office;
  if (!own) return end(context, due.id, 'exhausted');
  if (!(await passes(context, due, own))) return;
  const round = nextRound({ levels, tried: await triedOf(context, due.id), alarm: due.alarm, now: context.now });
  if (round.kind === 'wait') return postpone(context, due.id, round.until);
  if (round.kind === 'exhausted') return end(context, due.id, 'exhausted');
  for (const target of round.targets) await send(context, { due, target, levels, above: round.above });
  const once = (onceKinds as readonly string[]).includes(due.aboutKind);
  await noteSent(context, due.id, once ? null : round.nextAt);
  if (once) await end(context, due.id, 'once');
}

/** One office's digest. False if none is due. */
export async function tellDigest(context: Context): Promise<boolean> {
  const digest = await takeDigest(context);
  if (!digest) return false;
  const { officeId, count, since } = digest;
  if (count === 0) return true;
  const facts = { count, link: `${context.tools.deskOrigin}/alerts?held=yes` };
  await tellOnce(context, {
    officeId,
    template: 'alertDigest',
    facts,
    alarm: false,
    about: { kind: 'digest', id: `${officeId} ${since}` },
  });
  return true;
}
