// One run of the node: stations tell, messages go out, outcomes come back, digests are exchanged; at the end until both sides agree, or patience is over.
import { randomUUID } from 'node:crypto';
import type { Options } from './arguments.ts';
import { type Differing, differingIn } from './differing.ts';
import { type Exchanged, exchangeDigests, stationsOf } from './digests.ts';
import { rootOf } from './digest-tree.ts';
import type { Door } from './door.ts';
import { type Listening, calledOut } from './listening.ts';
import { type Message, paperKeyOf } from './message.ts';
import { DELAY_SECONDS, SILENCE_SECONDS, bursting, suffers } from './misbehaving.ts';
import type { Outbox } from './outbox.ts';
import { fetchOutcomes, unsettled } from './outcomes.ts';
import { fetchTold, waitsToBeTold } from './outgoing.ts';
import { pause, paced, patient } from './pace.ts';
import { codesOf, flawsOf } from './published.ts';
import { type Sending, flood, sendOwed } from './sending.ts';
import type { Key } from './signing.ts';
import { type Summary, type Tally, summaryOf } from './tally.ts';
import type { Draft } from './telling/cases.ts';
import { type Telling, tellState } from './telling/telling.ts';

const TICK = 100;
const OUTCOMES_EVERY = 2_000;
const SETTLING_SECONDS = 10;

export type Node = {
  options: Options;
  code: string;
  door: Door;
  outbox: Outbox;
  tally: Tally;
  strangeKey: Key;
  say: (line: string) => void;
  now: () => number;
  /** Aborted when the node is to come to an end. */
  stop: AbortSignal;
  rotate: () => void;
  /** Where the portal calls it; null: it fetches what it is told. */
  listening: Listening | null;
};

type Held = { until: number; number: number };
/** `numbers`: how many messages stood before each in this run; `held`: kept back on purpose. */
type Running = Node & { telling: Telling; sending: Sending; numbers: Map<string, number>; held: Map<string, Held> };

export async function run(node: Node): Promise<Summary> {
  const began = node.now();
  const running = begin(node);
  const { options, outbox, tally, say, now, stop } = running;
  if (options.history > 0 && outbox.messages().length === 0)
    for (const draft of running.telling.history(options.history)) keep(running, draft);
  const pace = paced(options.rate);
  let [heard, compared, said] = [now(), now(), now()];
  const ended = (): boolean =>
    stop.aborted ||
    (options.total !== null && tally.told >= options.total) ||
    (options.seconds !== null && now() - began >= options.seconds * 1000);
  while (!ended()) {
    for (let due = pace.due(now()); due > 0 && !ended(); due--) await tellOne(running);
    await sendOwed(running.sending, (messageId) => isHeld(running, messageId));
    if (now() - heard >= OUTCOMES_EVERY) {
      await fetchOutcomes(running);
      if (!running.listening) await fetchTold(running);
      heard = now();
    }
    if (now() - compared >= options.digestSeconds * 1000) {
      const exchanged = await compare(running);
      if (exchanged) await heal(running, exchanged, true);
      compared = now();
    }
    if (now() - said >= OUTCOMES_EVERY) {
      say(`${Math.round((now() - began) / 1000)} s: told ${tally.told}, taken ${tally.taken}, duplicates ${tally.duplicates}`);
      said = now();
    }
    await pause(TICK);
  }
  const { exchanged, differing } = await finish(running);
  const untold = (): number => firsUntold(running).length;
  const waits = (): Promise<boolean | null> => waitsToBeTold(running.door);
  if (running.listening) await calledOut(running.listening, { untold, waits }, options.patienceSeconds, now);
  else await fetchTold(running);
  return summaryOf(tally, {
    state: options.state,
    papers: [...outbox.papers().values()].flat().length,
    complete: exchanged?.agrees === true,
    completeUpTo: exchanged?.completeUpTo ?? null,
    unknown: exchanged?.unknown ?? [],
    isAnswered: exchanged !== null,
    differing,
    called: running.listening && { ...running.listening.called(), untold: untold() },
    root: rootOf(stationsOf(outbox.papers())),
    seconds: Math.round((now() - began) / 100) / 10,
  });
}

function begin(node: Node): Running {
  const { options, outbox, door, tally, strangeKey } = node;
  const numbers = new Map<string, number>();
  const papers = new Map<string, number>();
  for (const { paper, sequence } of outbox.messages()) {
    if (!paper || sequence !== 1) continue;
    const row = `${paper.station} ${paper.kind} ${paper.year}`;
    papers.set(row, (papers.get(row) ?? 0) + 1);
  }
  const telling = tellState({
    state: options.state,
    seed: options.seed,
    told: outbox.messages().length,
    numbers: papers,
    languages: codesOf('Language'),
  });
  const sending = {
    door,
    outbox,
    tally,
    misbehave: options.misbehave,
    strangeKey,
    xml: options.xml,
    numberOf: (messageId: string) => numbers.get(messageId),
  };
  return { ...node, telling, sending, numbers, held: new Map() };
}

/** A message is in the file before anything of it leaves. */
function keep({ outbox, tally, code, now, numbers }: Running, { paper, ...draft }: Draft): Message {
  const row = paper && {
    paper,
    rawNumber: `CCTNS/${paper.station}/${paper.year}/${paper.number.padStart(7, '0')}`,
    sequence: outbox.nextSequence(paper),
  };
  const sentAt = new Date(now()).toISOString();
  const { type, eventAt, body } = draft;
  const message: Message = { messageId: randomUUID(), type, version: 1, node: code, sentAt, eventAt, ...row, body };
  const flaws = flawsOf(message);
  if (flaws.length > 0) throw new Error(`a message of this node breaks the contract: ${flaws.slice(0, 3).join('; ')}`);
  outbox.keep(message);
  tally.told += 1;
  numbers.set(message.messageId, tally.told);
  return message;
}

async function tellOne(running: Running): Promise<void> {
  const { telling, options, outbox, tally, held, now, say, rotate } = running;
  const message = keep(running, telling.next(new Date(now())));
  const { misbehave } = options;
  const number = tally.told;
  if (options.rotateAfter === number) rotate();
  if (suffers(misbehave, 'lose', number) && message.paper) {
    outbox.stand([[message.messageId, 'lost']]);
    tally.lost += 1;
  }
  if (suffers(misbehave, 'delay', number)) held.set(message.messageId, { until: now() + DELAY_SECONDS * 1000, number: Infinity });
  if (suffers(misbehave, 'reorder', number)) held.set(message.messageId, { until: Infinity, number: number + 3 });
  if (bursting(misbehave, 'flood', number)) {
    say('flooding on purpose');
    await flood(running.sending);
  }
  if (bursting(misbehave, 'silent', number)) {
    say(`silent on purpose for ${SILENCE_SECONDS} s`);
    await pause(SILENCE_SECONDS * 1000);
  }
}

function isHeld({ held, now, tally }: Running, messageId: string): boolean {
  const one = held.get(messageId);
  if (one && (one.until <= now() || one.number <= tally.told)) held.delete(messageId);
  return held.has(messageId);
}

/** What the digests find missing at the portal is owed again; while the portal works, not what it has in hand. */
async function heal(running: Running, { wanted, unknown }: Exchanged, portalWorks: boolean): Promise<void> {
  const { outbox, tally, say } = running;
  const missing = wanted.filter((paper) => !portalWorks || !outbox.inHand(paper));
  for (const paper of missing) tally.sentAgain += outbox.again(paper);
  if (missing.length + unknown.length > 0) say(`digests: ${missing.length} papers are sent again, ${unknown.length} are not known here`);
}

async function compare({ door, outbox, tally, now }: Running): Promise<Exchanged | null> {
  const exchanged = await exchangeDigests({ door, outbox, tally }, new Date(now()));
  if (exchanged?.agrees && exchanged.completeUpTo) outbox.agree(exchanged.completeUpTo);
  return exchanged;
}

/** Waits while outcomes come; answers whether nothing is waited for any more. */
async function settled(running: Running): Promise<boolean> {
  const { outbox, options, now } = running;
  const isOver = patient(Math.min(SETTLING_SECONDS, options.patienceSeconds) * 1000, now);
  for (;;) {
    const all = await fetchOutcomes(running);
    const left = unsettled(outbox);
    if (all && left === 0) return true;
    if (isOver(left)) return false;
    await pause(TICK * 5);
  }
}

/** FIRs of this run that opened a record at the portal, of which it told nothing yet. One that carries on a Zero FIR may have been told under that. */
function firsUntold({ outbox, numbers, listening }: Running): Message[] {
  return outbox.messages().filter(({ messageId, type, paper, body }) => {
    const opens = numbers.has(messageId) && type === 'FIR.registered' && paper?.kind === 'fir' && body['transferredFrom'] === undefined;
    return opens && outbox.standingOf(messageId) === 'applied' && !listening?.isTold(paperKeyOf(paper));
  });
}

/** Nothing is held back any more; what was lost is found by the digests, and sent again for as long as that brings the two sides nearer. */
async function finish(running: Running): Promise<{ exchanged: Exchanged | null; differing: Differing[] }> {
  const { held, sending, options, outbox, now } = running;
  const isOver = patient(options.patienceSeconds * 1000, now);
  held.clear();
  for (;;) {
    await sendOwed(sending, () => false);
    const portalWorks = await settled(running);
    const exchanged = await compare(running);
    const differing = exchanged ? differingIn(outbox, exchanged) : [];
    if (exchanged?.agrees || isOver(exchanged ? differing.length + unsettled(outbox) : Infinity)) return { exchanged, differing };
    if (exchanged) await heal(running, exchanged, portalWorks);
    if (outbox.owed().length === 0) await pause(TICK * 10);
  }
}
