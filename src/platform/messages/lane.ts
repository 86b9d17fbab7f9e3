// The lane of one channel: so many messages in the carrier's hands at once, an alarm before what is ordinary; a carrier that is slow or dead holds up its own lane alone.
import type { Tools } from '../context.ts';
import { translatorFor, type Locale } from '../i18n/index.ts';
import { milliseconds } from '../../kernel/time.ts';
import { observeGivenUp, observeMessage, observeMessageWait } from '../metrics.ts';
import { type Message, writeMessage } from './message.ts';
import { paceOf } from './pace.ts';
import type { Delivery, MessageProvider } from './provider.ts';
import { type Outcome, type Room, TRIES, type Waiting, isGivenUp, takeTurn } from './sending-store.ts';
import type { Urgency } from './templates.ts';

const AT_ONCE = 64;
/** Most of the hands that one kind may fill. An alarm finds a hand free while ordinary messages hang; a one-time code is not shut out by a storm of alarms. */
const SHARE: Record<Urgency, number> = { alarm: 7 / 8, ordinary: 3 / 4 };
/** A carrier that has not answered by then is asked again later. Shorter than a claim holds. */
const ANSWER_MILLISECONDS = 15_000;
/** While messages are in hand the lane looks so often for new ones: with a dead carrier nothing else would wake it. */
const LOOK_AGAIN_MILLISECONDS = 250;
/** So that answers which come close together are noted together. */
const GATHER_MILLISECONDS = 5;

/** Told of faults of ours, and of every message given up with its template, language and a code: the operator's log, without data of anybody. */
export type LaneWatch = {
  onFault(error: unknown): void;
  onGivenUp?(message: Pick<Waiting, 'channel' | 'template' | 'locale'>, because: string): void;
};

export function openMessage(tools: Tools, row: Pick<Waiting, 'channel' | 'urgency' | 'toSealed' | 'template' | 'factsSealed' | 'locale'>) {
  const facts = JSON.parse(tools.unseal(row.factsSealed)) as Message['facts'];
  const { channel, urgency, template, locale } = row;
  return { channel, urgency, to: tools.unseal(row.toSealed), template, facts, locale } as Message;
}

/** A message that cannot be opened or worded is a fault of ours: noted, and tried again like one whose carrier is out of reach. */
async function handOver(tools: Tools, row: Waiting, provider: MessageProvider, watch: LaneWatch): Promise<Delivery> {
  try {
    const message = writeMessage(row.id, openMessage(tools, row), (locale, key, facts) =>
      translatorFor(locale as Locale)(key, facts as Record<string, string | number>),
    );
    return await answered(provider.send(message));
  } catch (error) {
    watch.onFault(error);
    return { outcome: 'tryAgain', because: 'fault' };
  }
}

async function answered(delivery: Promise<Delivery>): Promise<Delivery> {
  const late = Promise.withResolvers<Delivery>();
  const timer = setTimeout(() => late.resolve({ outcome: 'tryAgain', because: 'no-answer' }), ANSWER_MILLISECONDS);
  return Promise.race([delivery, late.promise]).finally(() => clearTimeout(timer));
}

const NO_ROOM: Room = { alarm: 0, ordinary: 0, both: 0 };

/** How many more may be claimed, given how many are in hand. */
function roomFor(inHand: Readonly<Record<Urgency, number>>, atOnce: number): Room {
  const most = (kind: Urgency): number => Math.max(1, Math.floor(atOnce * SHARE[kind])) - inHand[kind];
  return { alarm: most('alarm'), ordinary: most('ordinary'), both: atOnce - inHand.alarm - inHand.ordinary };
}

/**
 * Sends what waits on the provider's channel until nothing waits and nothing is in hand. Asked to stop it claims no more and notes what comes back.
 * Where the database is lost meanwhile, what was handed over stays unnoted and is handed over again under the same id.
 */
export async function sendLane(tools: Tools, provider: MessageProvider, watch: LaneWatch, goOn: () => boolean = () => true): Promise<void> {
  const pace = paceOf(provider.atOnce ?? AT_ONCE);
  const inHand: Record<Urgency, number> = { alarm: 0, ordinary: 0 };
  const running = new Set<Promise<void>>();
  const answers: Outcome[] = [];

  async function carry(row: Waiting): Promise<void> {
    if (row.attempts === 1) observeMessageWait(row, Math.max(0, milliseconds(tools.clock()) - milliseconds(row.createdAt)) / 1000);
    const delivery = await handOver(tools, row, provider, watch);
    inHand[row.urgency] -= 1;
    pace.hear(delivery.outcome, performance.now());
    const outcome = { row, delivery };
    observeMessage({ channel: row.channel, outcome: delivery.outcome });
    answers.push(outcome);
    if (!isGivenUp(outcome)) return;
    const because = delivery.outcome === 'rejected' ? delivery.because : TRIES;
    observeGivenUp({ channel: row.channel, because });
    watch.onGivenUp?.(row, because);
  }

  try {
    for (;;) {
      const room = goOn() && !pace.rests(performance.now()) ? roomFor(inHand, pace.most()) : NO_ROOM;
      for (const row of await takeTurn(tools, answers.splice(0), provider.channel, room)) {
        inHand[row.urgency] += 1;
        const carried = carry(row).finally(() => running.delete(carried));
        running.add(carried);
      }
      if (running.size === 0 && answers.length === 0 && !(goOn() && pace.waits(performance.now()))) return;
      await nextAnswer(running);
    }
  } finally {
    await Promise.allSettled(running); // none runs on into the lane's next round
  }
}

async function nextAnswer(running: ReadonlySet<Promise<void>>): Promise<void> {
  const look = Promise.withResolvers<void>();
  const timer = setTimeout(look.resolve, LOOK_AGAIN_MILLISECONDS);
  await Promise.race([...running, look.promise]);
  clearTimeout(timer);
  await new Promise((resolve) => setTimeout(resolve, GATHER_MILLISECONDS));
}
