// What the worker does for intimations: tells who is on duty, then, while nobody answers, the next channel, officer, level; and what a flood holds back, together.
import { newId } from '../../kernel/ids.ts';
import { addMinutes, instantFrom, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Message } from '../../platform/messages/message.ts';
import { queueMessages } from '../../platform/messages/store.ts';
import { undoneIfFaulty } from '../../platform/undone.ts';
import { type InPost, type Office, officesAbove, readOffices } from '../officers/index.ts';
import { allStates } from '../places/index.ts';
import { tellTogether } from './actions.ts';
import { isOnDuty, quietUntil } from './duty.ts';
import { sift } from './flood.ts';
import { countWords, hold, takeDigest } from './flood-store.ts';
import { whoAnswers } from './people.ts';
import { type Level, type Person, type Target, type Tried, type Way, nextRound } from './plan.ts';
import { turnsOf } from './roster-store.ts';
import { type Due, type Stepped, followsDigest, insertAttempts, noteSteps, postpone, quietHoursOf, takeDue, triedOf } from './store.ts';
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

/** Of each office by its id: it and those above it, with who is there now. */
async function levelsOf(context: Context, officeIds: readonly string[]): Promise<Map<string, Level[]>> {
  const own = [...(await readOffices(context, [...new Set(officeIds)])).values()];
  const ladders = (await officesAbove(context, own)).map((above, at) => [own[at]!, ...above]);
  const ids = [...new Set(ladders.flat().map(({ id }) => id))];
  const people = Map.groupBy(await whoAnswers(context, ids), ({ officeId }) => officeId);
  const turns = await turnsOf(context, ids);
  const officers = [...new Set([...people.values()].flat().map(({ officerId }) => officerId))];
  const quiet = new Map((await quietHoursOf(context, officers)).map((hours) => [hours.officerId, hours]));
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
  const levelOf = (office: Office): Level => ({ office, ways: ownWays(office), people: (people.get(office.id) ?? []).map(personOf) });
  return new Map(ladders.map((offices) => [offices[0]!.id, offices.map(levelOf)]));
}

function languageOf(states: Awaited<ReturnType<typeof allStates>>, { stateCode }: Office): string {
  return states.find(({ code }) => code === stateCode)?.languages[0] === 'hi' ? 'hi' : 'en';
}

/** Whom to tell of one, and what becomes of it then. `above`: whoever is above the office asked, of who did not answer. */
type Telling = { due: Due; targets: readonly Target[]; levels: readonly Level[]; above: boolean; stepped: Stepped };

function unanswered({ aboutKind }: Due, { reference, count, link }: Record<string, string | number>, office: string) {
  return aboutKind === 'digest'
    ? { template: 'digestUnanswered', facts: { count, office, link } }
    : { template: 'unanswered', facts: { reference, office, link } };
}

/** The tries are written before their messages, in one transaction: neither is without the other. */
async function send(context: Context, tellings: readonly Telling[]): Promise<void> {
  const states = await allStates(context);
  const sendings = tellings.flatMap(({ targets, ...telling }) =>
    targets.map((target) => ({ ...telling, target, messageId: newId<'message'>(milliseconds(context.now)) })),
  );
  const tried = await insertAttempts(context, sendings.map(({ due, target, messageId }) => ({ intimationId: due.id, target, messageId }))); // prettier-ignore
  const messageOf = ({ due, target, levels, above }: (typeof sendings)[number]): Message => {
    const facts = JSON.parse(context.tools.unseal(due.factsSealed)) as Record<string, string | number>;
    const told = levels.find(({ office }) => office.id === target.officeId)!.office;
    const said = above ? unanswered(due, facts, levels[0]!.office.name) : { template: due.template, facts };
    const urgency = due.alarm ? 'alarm' : 'ordinary';
    return { channel: target.channel, to: target.to, ...said, locale: languageOf(states, told), urgency } as Message;
  };
  const first = sendings.filter(({ messageId }) => tried.has(messageId));
  await queueMessages(context, first.map((sending) => ({ id: sending.messageId, message: messageOf(sending) }))); // prettier-ignore
}

/** Told once and no further: duties climb by themselves, and a report opened again was told, and perhaps answered, before. */
const onceKinds: readonly string[] = ['duties', 'reopened'];

/** A word of the public, told for the first time: a flood of them may hold it back. */
function isSifted({ wordOf, isVouched, isFirst }: Due): boolean {
  return wordOf !== null && !isVouched && isFirst;
}

/** True if it may be told now by itself. */
async function passes(context: Context, due: Due, own: Office): Promise<boolean> {
  const counted = await countWords(context, due, wordsAnHour(own.kind));
  const sifted = sift({ saidAt: instantFrom(due.createdAt), officeKind: own.kind, ...counted }, context.now);
  if (sifted.verdict === 'hold') await hold(context, due, sifted.single);
  if (sifted.verdict === 'wait') await postpone(context, due.id, sifted.until);
  return sifted.verdict === 'send';
}

/** Of a word that could not be worked. */
const AGAIN_MINUTES = 1;

/** In one transaction. */
const TOGETHER = 50;

/**
 * One step of the intimations due, as many as go together. False if none is due. What faults is undone and tried again later, alone: at the head of the queue
 * it would keep every alarm untold. Words that a flood may hold back go one after another, since each is counted by the next.
 */
export async function tellNext(context: Context, onFault?: (fault: unknown) => void): Promise<boolean> {
  const due = await takeDue(context, TOGETHER);
  await noteSteps(context, due.filter(({ isClosed }) => isClosed).map(({ id }) => ({ id, sent: false, nextAt: null, ended: 'closed' }))); // prettier-ignore
  const open = due.filter(({ isClosed }) => !isClosed);
  const alone = open.filter((one) => isSifted(one) || one.aboutKind === 'digest');
  const together = open.filter((one) => !alone.includes(one));
  for (const dues of [together, ...alone.map((one) => [one])]) await tell(context, dues, onFault);
  return due.length > 0;
}

async function tell(context: Context, dues: readonly Due[], onFault?: (fault: unknown) => void): Promise<void> {
  if (dues.length === 0) return;
  const fault = await undoneIfFaulty(context, () => step(context, dues));
  if (fault === null) return;
  if (dues.length > 1) {
    for (const one of dues) await tell(context, [one], onFault);
    return;
  }
  onFault?.(fault);
  await postpone(context, dues[0]!.id, addMinutes(context.now, AGAIN_MINUTES));
}

async function step(context: Context, dues: readonly Due[]): Promise<void> {
  const levels = await levelsOf(context, dues.map(({ officeId }) => officeId)); // prettier-ignore
  const tried = await triedOf(context, dues.map(({ id }) => id)); // prettier-ignore
  const tellings: Telling[] = [];
  for (const due of dues) {
    const here = levels.get(due.officeId) ?? [];
    if (here[0] && isSifted(due) && !(await passes(context, due, here[0].office))) continue;
    const once = onceKinds.includes(due.aboutKind) || (await followsDigest(context, due));
    tellings.push(tellingOf(context, due, here, tried.get(due.id) ?? [], once));
  }
  await send(context, tellings);
  await noteSteps(context, tellings.map(({ stepped }) => stepped)); // prettier-ignore
}

function tellingOf({ now }: Context, due: Due, levels: readonly Level[], tried: readonly Tried[], once: boolean): Telling {
  const round = nextRound({ levels, tried, alarm: due.alarm, now });
  const { id } = due;
  if (round.kind !== 'tell') {
    const stepped: Stepped =
      round.kind === 'wait' ? { id, sent: false, nextAt: round.until, ended: null } : { id, sent: false, nextAt: null, ended: 'exhausted' };
    return { due, targets: [], levels, above: false, stepped };
  }
  const { targets, above } = round;
  return { due, targets, levels, above, stepped: { id, sent: true, nextAt: once ? null : round.nextAt, ended: once ? 'once' : null } };
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
