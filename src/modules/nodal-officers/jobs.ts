// What the worker does for posts that must answer: asks those not seen for 24 days, once a month each, and notes whose message came back.
import { addHours } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { queueMessage, refusedReceivers } from '../../platform/messages/store.ts';
import type { Kept } from '../../platform/retention.ts';
import { allStates } from '../places/index.ts';
import { type Due, insertConfirmation, markBounced, takeDue } from './confirmation-store.ts';
import { linkTo } from './confirmation.ts';

const BATCH = 200;
/** Messages given up are kept so long (platform/retention.ts). */
const LOOK_BACK_HOURS = 7 * 24;

/** Answers how many posts were asked. The message is queued in the transaction that notes the question: neither is without the other. */
export async function askUnseenPosts(context: Context): Promise<number> {
  const languages = new Map((await allStates(context)).map((state) => [state.code, state.languages]));
  let asked = 0;
  for (const due of await takeDue(context, BATCH)) {
    const confirmation = await insertConfirmation(context, due);
    if (!confirmation) continue;
    asked++;
    const facts = { office: due.officeName, link: linkTo(context.tools, confirmation) };
    const locale = languages.get(due.stateCode ?? '')?.[0] === 'hi' ? 'hi' : 'en';
    await queueMessage(context, { ...receiverOf(due), template: 'nodalConfirmation', facts, locale }, confirmation.id);
  }
  return asked;
}

/** By SMS, which officers read sooner, where the officer's number is known. */
function receiverOf({ telephone, email }: Due): { channel: 'sms' | 'email'; to: string } {
  return telephone ? { channel: 'sms', to: telephone } : { channel: 'email', to: email };
}

/** A carrier that refuses the receiver for good: the post is unreachable until it is heard of. */
export async function noteBounces(context: Context): Promise<number> {
  return markBounced(context, await refusedReceivers(context, 'nodalConfirmation', addHours(context.now, -LOOK_BACK_HOURS)));
}

/** A list read in and never said yes to. */
export const kept: readonly Kept[] = [{ table: 'directory_import', since: 'read_at', hours: 7 * 24 }];
