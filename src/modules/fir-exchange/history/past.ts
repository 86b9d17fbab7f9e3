// What of a police system's past is past: an administrative rule of the portal, no law names it. Pure.
import { type Instant, addHours } from '../../../kernel/time.ts';
import type { Past } from '../applying/step.ts';
import type { Arrived } from '../inbox/order.ts';

/** An FIR in a file that is older than this alerts nobody: those it concerned were told, or not, when it was new. */
export const ALERT_DAYS = 30;
const ends: ReadonlySet<string> = new Set(['MissingPerson.traced', 'Case.closed']);
const openers: ReadonlySet<string> = new Set(['FIR.registered', 'UnidentifiedChild.found']);

/** Of a paper, by all its messages. Only what a file brought: a node tells of today, also when it is late. */
export function pastOf(messages: readonly Pick<Arrived, 'type' | 'eventAt' | 'fromFile'>[], now: Instant): Past {
  const opener = messages.find(({ type, fromFile }) => openers.has(type) && fromFile);
  if (!opener) return null;
  if (opener.eventAt < addHours(now, -24 * ALERT_DAYS)) return 'old';
  return messages.some(({ type, fromFile }) => fromFile && ends.has(type)) ? 'told' : 'young';
}
