// Sends what is owed: in order for each paper, tried again with longer waits until the portal's signed receipt says it was taken.
import type { Misbehaviour } from './arguments.ts';
import { type Answer, type Door, ifReached } from './door.ts';
import type { Message } from './message.ts';
import { type Corruption, FLOOD_REPEATS, corruptionOf, strangeCopyOf, suffers } from './misbehaving.ts';
import type { Outbox } from './outbox.ts';
import { backoff, pause } from './pace.ts';
import type { Key } from './signing.ts';
import { type Tally, count } from './tally.ts';
import { xmlOf } from './xml.ts';

const MESSAGES = '/v1/messages';
const MOST_AT_ONCE = 500;
const [JSON_TYPE, LINES_TYPE, XML_TYPE] = ['application/json', 'application/x-ndjson', 'application/xml'];
/** A refusal that time does not mend is asked for a few times only, one of the signature least of all. */
const MOST_REFUSALS = { signature: 3, other: 12 };

type Receipt = { messages: { messageId: string | null; state: 'taken' | 'duplicate' | 'quarantined'; reason?: string }[] };
/** `strangeKey`: a key nobody entered at the portal. */
export type Sending = {
  door: Door;
  outbox: Outbox;
  tally: Tally;
  misbehave: ReadonlySet<Misbehaviour>;
  numberOf: (messageId: string) => number | undefined;
  strangeKey: Key;
  xml: boolean;
};

/** The portal will not have this node: no use in going on. */
export class Refused extends Error {}

export async function sendOwed(sending: Sending, held: (messageId: string) => boolean): Promise<void> {
  let most = sending.xml ? 1 : MOST_AT_ONCE; // of XML the contract has one message a delivery
  let tries = 0;
  for (;;) {
    const owed = sending.outbox
      .owed()
      .filter(({ messageId }) => !held(messageId))
      .slice(0, most);
    if (owed.length === 0) return;
    if (tries === 0) await misbehaveFirst(sending, owed);
    const answer = await deliver(sending, owed);
    if (answer?.status === 202 && answer.doubt === null) {
      noteReceipt(sending, answer.body as Receipt);
      tries = 0;
      continue;
    }
    if (answer?.status === 202) sending.tally.unprovenAnswers += 1;
    if (answer?.status === 413) most = Math.max(1, Math.floor(most / 2));
    tries += 1;
    if (
      tries > (answer?.status === 401 ? MOST_REFUSALS.signature : MOST_REFUSALS.other) &&
      answer &&
      answer.status < 500 &&
      answer.status !== 429
    )
      throw new Refused(
        `the portal answers ${answer.status}${answer.doubt ? ` (${answer.doubt})` : ''}: ${JSON.stringify(answer.body)}${hintOf(answer.body)}`,
      );
    await pause(answer?.retryAfterSeconds ? answer.retryAfterSeconds * 1000 : backoff(tries));
  }
}

/** What whoever starts a node beside a demonstration stumbles over first. */
function hintOf(body: unknown): string {
  const isUnknown = (body as { error?: unknown } | null)?.error === 'key-unknown';
  return isUnknown ? "\na demonstration's key follows its secret: start the node with the DATA_DIRECTORY (or SECRET) of the portal" : '';
}

/** The type of a delivery of one message, and the message as it goes. */
const typeOf = ({ xml }: Sending): string => (xml ? XML_TYPE : JSON_TYPE);
const textOf = ({ xml }: Sending, message: Message): string => (xml ? xmlOf(message) : JSON.stringify(message));

async function deliver(sending: Sending, messages: readonly Message[]): Promise<Answer | null> {
  const { door, tally } = sending;
  const texts = messages.map((message) => textOf(sending, message));
  tally.sent += messages.length;
  return posted(door, tally, texts.join('\n'), messages.length === 1 ? typeOf(sending) : LINES_TYPE);
}

/** An answer, or null if none came. */
async function posted(door: Door, tally: Tally, text: string, type: string, by = {}): Promise<Answer | null> {
  const answer = await ifReached(door.post(MESSAGES, Buffer.from(text), type, by));
  if (!answer) count(tally.refused, 'unreachable');
  else if (answer.status !== 202)
    count(tally.refused, `${answer.status} ${(answer.body as { error?: string } | null)?.error ?? ''}`.trim());
  return answer;
}

/** What was taken once counts once: the same bytes have the same receipt, and what became of a message since still stands. */
function noteReceipt({ outbox, tally }: Sending, receipt: Receipt): void {
  for (const { messageId, state, reason } of receipt.messages) {
    const said = messageId ? outbox.saidOf(messageId) : undefined;
    if (state === 'quarantined') count(tally.quarantined, reason ?? 'unexplained');
    else if (state === 'taken' && !said) tally.taken += 1;
    else tally.duplicates += 1;
    if (messageId) outbox.stand([[messageId, state === 'quarantined' ? state : (said ?? 'taken')]]);
  }
}

/** What goes wrong with a message on its first way out; the right one follows. */
async function misbehaveFirst(sending: Sending, owed: readonly Message[]): Promise<void> {
  const { door, tally, misbehave, numberOf, strangeKey } = sending;
  for (const message of owed) {
    const number = numberOf(message.messageId);
    if (number === undefined || sending.outbox.saidOf(message.messageId)) continue;
    const corruption = corruptionOf(misbehave, number);
    if (corruption) await sendCorrupted(sending, message, corruption);
    const [text, type] = [textOf(sending, message), typeOf(sending)];
    if (suffers(misbehave, 'wrong-key', number)) await posted(door, tally, text, type, { key: strangeKey });
    if (suffers(misbehave, 'duplicate', number)) noteOf(sending, await posted(door, tally, text, type));
  }
}

function noteOf(sending: Sending, answer: Answer | null): void {
  if (answer?.status !== 202) return;
  if (answer.doubt === null) noteReceipt(sending, answer.body as Receipt);
  else sending.tally.unprovenAnswers += 1;
}

async function sendCorrupted(sending: Sending, message: Message, how: Corruption): Promise<void> {
  const { door, tally } = sending;
  const [text, type] = [textOf(sending, message), typeOf(sending)];
  if (how === 'changed-after-signing') {
    const changed = Buffer.from(text.replace(/("sequence":|<sequence>)(\d+)/, '$19$2'));
    await posted(door, tally, text, type, { bytesSent: changed });
  } else if (how === 'cut-off') noteOf(sending, await posted(door, tally, text.slice(0, text.length / 2), type));
  else {
    const strange = strangeCopyOf(message, crypto.randomUUID());
    noteOf(sending, await posted(door, tally, textOf(sending, strange), type));
  }
}

/** The same message over and over, as fast as it goes, until the door's breaker says no. */
export async function flood(sending: Sending): Promise<void> {
  const { door, tally, outbox } = sending;
  const last = outbox.messages().at(-1);
  if (!last) return;
  for (let at = 0; at < FLOOD_REPEATS; at++) {
    tally.sent += 1;
    const answer = await posted(door, tally, textOf(sending, last), typeOf(sending));
    noteOf(sending, answer);
    if (answer?.status !== 202) return pause((answer?.retryAfterSeconds ?? 1) * 1000);
  }
}
