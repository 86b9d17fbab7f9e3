// Misbehaviour on purpose, and bounded: which message suffers what follows from its number alone, so that a run can be repeated. Nothing is spared for ever:
// what is lost here is found by the digests and sent again.
import type { Misbehaviour } from './arguments.ts';
import type { Json, Message } from './message.ts';

/** Each twentieth message suffers each of these, beginning with the one so numbered. */
const everyTwenty: Readonly<Record<Exclude<Misbehaviour, 'flood' | 'silent'>, readonly number[]>> = {
  duplicate: [2, 12],
  reorder: [4],
  lose: [6],
  delay: [8],
  corrupt: [10, 14, 16],
  'wrong-key': [18],
};
/** Of how many messages each goes off once, and how often at most in one run. */
const bursts = { flood: { every: 30, most: 3 }, silent: { every: 35, most: 2 } } as const;

export const FLOOD_REPEATS = 200;
export const SILENCE_SECONDS = 3;
export const DELAY_SECONDS = 2;

/** How a corrupted copy goes out before the right one: changed after it was signed, cut off, or with a code no list has. */
export const corruptions = ['changed-after-signing', 'cut-off', 'strange-code'] as const;
export type Corruption = (typeof corruptions)[number];

export function suffers(on: ReadonlySet<Misbehaviour>, what: keyof typeof everyTwenty, number: number): boolean {
  return on.has(what) && everyTwenty[what].includes(number % 20);
}

export function corruptionOf(on: ReadonlySet<Misbehaviour>, number: number): Corruption | null {
  return suffers(on, 'corrupt', number) ? corruptions[everyTwenty.corrupt.indexOf(number % 20)]! : null;
}

export function bursting(on: ReadonlySet<Misbehaviour>, what: keyof typeof bursts, number: number): boolean {
  const { every, most } = bursts[what];
  return on.has(what) && number > 0 && number % every === 0 && number / every <= most;
}

/** The message under another id, with a code no list has: both renderings can say it. */
export function strangeCopyOf(message: Message, messageId: string): Message {
  if (message.paper) return { ...message, messageId, paper: { ...message.paper, kind: 'rumour' as 'fir' } };
  return {
    ...message,
    messageId,
    body: { ...message.body, station: { ...(message.body['station'] as { [name: string]: Json }), state: 'ZZ' } },
  };
}
