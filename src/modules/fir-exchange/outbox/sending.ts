// Sends what waits to the nodes that can be called: several at once to each, those of one paper one after another; a slow node holds up its own alone.
import { newId } from '../../../kernel/ids.ts';
import { addMinutes } from '../../../kernel/time.ts';
import { type Context, type Tools, inContext } from '../../../platform/context.ts';
import { findKey } from '../trust/node-store.ts';
import { claimOfAnswer, verdictOf } from './answer.ts';
import { isGivenUp, nextTry } from './backoff.ts';
import { callAddress } from '../../../platform/messages/index.ts';
import type { Called, Caller } from './call.ts';
import { type Due, noteDelivered, noteFailed, takeDue } from './sending-store.ts';

const AT_ONCE = 8;
/** Longer than a call can last: what a worker that was killed had in hand is sent again after it, under the same id. */
const HELD_MINUTES = 1;
/** While calls are out, new messages are looked for so often. */
const LOOK_AGAIN_MILLISECONDS = 500;

const asking = { actor: { kind: 'system', name: 'exchange' }, ground: { name: 'exchange.send', purpose: 'exchange' } } as const;
const run = <T>(tools: Tools, work: (context: Context) => Promise<T>): Promise<T> =>
  inContext(tools, { ...asking, requestId: newId() }, work);

export type SendingWatch = { onFault(error: unknown): void; onDead?(due: Pick<Due, 'nodeCode'>, reason: string): void };

/** What came back is judged and noted in one transaction, by the keys as they stand then. */
async function noteAnswer(context: Context, due: Due, called: Called, watch: SendingWatch): Promise<void> {
  const claim = claimOfAnswer(called);
  const known = claim ? await findKey(context, claim.keyId) : null;
  const verdict = verdictOf(called, due, known?.key ?? null, context.now);
  if (verdict.kind === 'receipt') return noteDelivered(context, due, verdict.receipt);
  const { reason } = verdict;
  const dead = verdict.kind === 'refused' || isGivenUp(due.triedSince, context.now);
  const nextAt = nextTry(due.attempts, context.now, Math.random());
  await noteFailed(context, due, { state: dead ? 'dead' : 'waiting', reason, nextAt });
  if (dead) watch.onDead?.(due, reason);
}

async function sendOne(tools: Tools, caller: Caller, due: Due, watch: SendingWatch): Promise<void> {
  const url = callAddress(due.callUrl, { loopback: tools.demo });
  const called = url ? await caller.call(url, Buffer.from(due.body), tools.clock()) : { failed: 'call-address' };
  await run(tools, (context) => noteAnswer(context, due, called, watch));
}

/** Until nothing is due and nothing is in hand. Asked to stop it takes no more and notes what comes back. */
export async function sendOutgoing(tools: Tools, caller: Caller, watch: SendingWatch, goOn: () => boolean = () => true): Promise<void> {
  const inHand: Record<string, number> = {};
  const running = new Set<Promise<void>>();
  let ended = 0;
  try {
    for (;;) {
      const endedBefore = ended; // one that ends while we look may have let the next of its paper pass
      const held = addMinutes(tools.clock(), HELD_MINUTES);
      const taken = goOn() ? await run(tools, (context) => takeDue(context, { inHand, most: AT_ONCE, held })) : [];
      for (const due of taken) {
        const { nodeCode } = due;
        inHand[nodeCode] = (inHand[nodeCode] ?? 0) + 1;
        const sent = sendOne(tools, caller, due, watch)
          .catch((error: unknown) => watch.onFault(error))
          .finally(() => {
            ended += 1;
            inHand[nodeCode]! -= 1;
            running.delete(sent);
          });
        running.add(sent);
      }
      if (running.size === 0 && (ended === endedBefore || !goOn())) return;
      if (running.size > 0) await oneOf(running);
    }
  } finally {
    await Promise.all(running);
  }
}

async function oneOf(running: ReadonlySet<Promise<void>>): Promise<void> {
  const look = Promise.withResolvers<void>();
  const timer = setTimeout(look.resolve, LOOK_AGAIN_MILLISECONDS);
  await Promise.race([...running, look.promise]);
  clearTimeout(timer);
}
