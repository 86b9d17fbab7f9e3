// Fetches what the portal tells the node of its FIRs, keeps it, and only then says under its signature that it has it.
import { type Door, ifReached } from './door.ts';
import type { Outbox } from './outbox.ts';
import { type Tally, count } from './tally.ts';

const OUTGOING = '/v1/outgoing';
const ROUNDS = 20;

type Told = { sequence: number; message: { messageId: string } };
type Page = { messages: Told[]; next: number; more: boolean };

/** Whether anything waits at the portal for this node; null: it does not say. */
export async function waitsToBeTold(door: Door): Promise<boolean | null> {
  const answer = await ifReached(door.get(OUTGOING, 'after=0&limit=1'));
  if (answer?.status !== 200 || answer.doubt !== null) return null;
  return (answer.body as Page).messages.length > 0;
}

/** Answers whether all there was is kept and acknowledged; what is not is offered again. */
export async function fetchTold({ door, outbox, tally }: { door: Door; outbox: Outbox; tally: Tally }): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round++) {
    const answer = await ifReached(door.get(OUTGOING, 'after=0&limit=200'));
    if (answer?.status !== 200 || answer.doubt !== null) {
      count(tally.refused, `outgoing ${answer?.status === 200 ? answer.doubt : (answer?.status ?? 'unreachable')}`);
      return false;
    }
    const { messages, more } = answer.body as Page;
    if (messages.length === 0) return true;
    for (const { message } of messages) if (outbox.hear(message)) tally.heard += 1;
    const body = Buffer.from(JSON.stringify({ upTo: messages.at(-1)!.sequence }));
    const acknowledged = await ifReached(door.post(`${OUTGOING}/acknowledged`, body, 'application/json'));
    if (acknowledged?.status !== 200 && acknowledged?.status !== 202) {
      count(tally.refused, `acknowledgement ${acknowledged?.status ?? 'unreachable'}`);
      return false;
    }
    if (!more) return true;
  }
  return false;
}
