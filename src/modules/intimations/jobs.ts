// What the worker does for intimations: tells who is on duty, then, while nobody answers, the next channel, officer, level; and what a flood holds back, together.
import { addMinutes, instantFrom } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Message } from '../../platform/messages/message.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import { undoneIfFaulty } from '../../platform/undone.ts';
import { type InPost, type Office, officesAbove, readOffice } from '../officers/index.ts';
import { allStates } from '../places/index.ts';
import { tellTogether } from './actions.ts';
import { isOnDuty, quietUntil } from './duty.ts';
import { sift } from './flood.ts';
import { countWords, hold, takeDigest } from './flood-store.ts';
import { whoAnswers } from './people.ts';
import { type Level, type Person, type Target, type Way, nextRound } from './plan.ts';
import { turnsOf } from './roster-store.ts';
import { type Due, end, followsDigest, insertAttempt, noteSent, postpone, quietHoursOf, takeDue, tieMessage, triedOf } from './store.ts';
import { wordsAnHour } from './waits.ts';

/** By SMS first, which reaches a telephone without a network of data. */
function waysOf({ telephone, deviceId, email }: InPost): Way[] {
  return [
    ...(telephone ? [{ channel: 'sms' as const, to: telephone }] : []),
    ...(deviceId ? [{ channel: 'push' as const, to: deviceId }] : []),
    ...(telephone ? [{ channel: 'whatsapp' as const, to: telephone }] : []),
    ...(email ? [{ channel: 'email' as const, to: email }] : []),
  ];
}

/** The office's own telephone may be a landline: no more than an SMS goes there. */
function ownWays({ telephone, email }: Office): Way[] {
  return [...(telephone ? [{ channel: 'sms' as const, to: telephone }] : []), ...(email ? [{ channel: 'email' as const, to: email }] : [])];
}

/** The office and those above it, with who is there now. */
async function levelsOf(context: Context, own: Office): Promise<Level[]> {
  const offices = [own, ...(await officesAbove(context, own))];
  const ids = offices.map(({ id }) => id);
  const people = await whoAnswers(context, ids);
  const turns = await turnsOf(context, ids);
  const quiet = new Map((await quietHoursOf(context, people.map(({ officerId }) => officerId))).map((hours) => [hours.officerId, hours])); // prettier-ignore
  const personOf = (one: InPost): Person => {
    const hours = quiet.get(one.officerId);
    return {
      officerId: one.officerId,
      isHead: one.isHead,
      onDuty: turns.some((turn) => turn.officeId === one.officeId && turn.officerId === one.officerId && isOnDuty(turn, context.now)),
      quietUntil: hours ? quietUntil(hours, context.now) : null,
      ways: waysOf(one),
    };
  };
  return offices.map((office) => ({
    office,
    ways: ownWays(office),
    people: people.filter(({ officeId }) => officeId === office.id).map(personOf),
  }));
}

async function languageOf(context: Context, { stateCode }: Office): Promise<string> {
  const state = (await allStates(context)).find(({ code }) => code === stateCode);
  return state?.languages[0] === 'hi' ? 'hi' : 'en';
}

type Sending = { due: Due; target: Target; levels: readonly Level[]; above: boolean };

function unanswered({ aboutKind }: Due, { reference, count, link }: Record<string, string | number>, office: string) {
  return aboutKind === 'digest'
    ? { template: 'digestUnanswered', facts: { count, office, link } }
    : { template: 'unanswered', facts: { reference, office, link } };
}

/** The try is written before its message, in one transaction: neither is without the other. Whoever is above the office asked is told who did not answer. */
async function send(context: Context, { due, target, levels, above }: Sending): Promise<void> {
  const attemptId = await insertAttempt(context, due.id, target);
  if (!attemptId) return;
  const facts = JSON.parse(context.tools.unseal(due.factsSealed)) as Record<string, string | number>;
  const told = levels.find(({ office }) => office.id === target.officeId)!.office;
  const said = above ? unanswered(due, facts, levels[0]!.office.name) : { template: due.template, facts };
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

/** Told once and no further: duties climb by themselves, and a report opened again was told, and perhaps answered, before. */
const onceKinds: readonly string[] = ['duties', 'reopened'];

/** True if it may be told now by itself. */
async function passes(context: Context, due: Due, own: Office): Promise<boolean> {
  if (due.wordOf === null || due.isVouched || !due.isFirst) return true;
  const counted = await countWords(context, due, wordsAnHour(own.kind));
  const sifted = sift({ saidAt: instantFrom(due.createdAt), officeKind: own.kind, ...counted }, context.now);
  if (sifted.verdict === 'hold') await hold(context, due, sifted.single);
  if (sifted.verdict === 'wait') await postpone(context, due.id, sifted.until);
  return sifted.verdict === 'send';
}

/** Of a word that could not be worked. */
const AGAIN_MINUTES = 1;

/** One step of one intimation. False if none is due. One that faults is undone and tried again later: at the head of the queue it would keep every alarm untold. */
export async function tellNext(context: Context, onFault?: (fault: unknown) => void): Promise<boolean> {
  const due = await takeDue(context);
  if (!due) return false;
  if (due.isClosed) await end(context, due.id, 'closed');
  else {
    const fault = await undoneIfFaulty(context, () => step(context, due));
    if (fault !== null) {
      onFault?.(fault);
      await postpone(context, due.id, addMinutes(context.now, AGAIN_MINUTES));
    }
  }
  return true;
}

async function step(context: Context, due: Due): Promise<void> {
  const own = await readOffice(context, due.officeId);
  if (!own) return end(context, due.id, 'exhausted');
  if (!(await passes(context, due, own))) return;
  const levels = await levelsOf(context, own);
  const round = nextRound({ levels, tried: await triedOf(context, due.id), alarm: due.alarm, now: context.now });
  if (round.kind === 'wait') return postpone(context, due.id, round.until);
  if (round.kind === 'exhausted') return end(context, due.id, 'exhausted');
  for (const target of round.targets) await send(context, { due, target, levels, above: round.above });
  const once = onceKinds.includes(due.aboutKind) || (await followsDigest(context, due));
  await noteSent(context, due.id, once ? null : round.nextAt);
  if (once) await end(context, due.id, 'once');
}

/** One office's digest. False if none is due. */
export async function tellDigest(context: Context): Promise<boolean> {
  const digest = await takeDigest(context);
  if (!digest) return false;
  const { officeId, count, since, alarm } = digest;
  if (count === 0) return true;
  const facts = { count, link: `${context.tools.deskOrigin}/alerts?held=yes` };
  await tellTogether(context, {
    officeId,
    template: 'alertDigest',
    facts,
    alarm, // each of them alone would have woken whoever is asleep
    about: { kind: 'digest', id: `${officeId} ${since}` },
  });
  return true;
}
