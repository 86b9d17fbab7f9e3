// Requests whose signature does not hold: the first of a node in an hour are kept for a person to look at, the rest are only counted, and seldom.
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { type Tools, inContext } from '../../../platform/context.ts';
import { type Delivery, keepRefused } from '../inbox/message-store.ts';
import { UNKNOWN, countRefused } from './node-store.ts';

/** Anybody may send under a node's key id, which is no secret: neither the rows nor their bytes may fill a disk. */
export const MOST_KEPT_AN_HOUR = 1_000;
export const MOST_KEPT_BYTES = 4 * 1024;
const COUNTED_EVERY_SECONDS = 10;

const asking = { actor: { kind: 'system', name: 'exchange' }, ground: { name: 'exchange.refused', purpose: 'exchange' } } as const;
const hourOf = (now: Instant): number => Math.floor(milliseconds(now) / 3_600_000);

type Uncounted = { count: number; since: number };
export type Refusals = {
  unknown(requestId: string): Promise<void>;
  ofNode(requestId: string, delivery: Delivery, fault: string): Promise<void>;
};

export function openRefusals(tools: Tools): Refusals {
  const uncounted = new Map<string, Uncounted>();
  const full = new Map<string, number>(); // the hour in which no more of a node is kept
  /** How many to count now: none while the last ones were counted a moment ago. */
  const due = (name: string, now: Instant): number => {
    const at = milliseconds(now) / 1000;
    const waiting = uncounted.get(name) ?? { count: 0, since: 0 };
    waiting.count += 1;
    uncounted.set(name, waiting);
    if (at - waiting.since < COUNTED_EVERY_SECONDS) return 0;
    uncounted.set(name, { count: 0, since: at });
    return waiting.count;
  };
  const countSome = async (requestId: string, name: string, now: Instant): Promise<void> => {
    const count = due(name, now);
    if (count > 0) await inContext(tools, { ...asking, requestId }, (context) => countRefused(context, name, count));
  };
  return {
    unknown: (requestId) => countSome(requestId, UNKNOWN, tools.clock()),
    async ofNode(requestId, delivery, fault) {
      const now = tools.clock();
      const { nodeCode } = delivery;
      if (full.get(nodeCode) === hourOf(now)) return countSome(requestId, nodeCode, now);
      await inContext(tools, { ...asking, requestId }, async (context) => {
        const seen = await countRefused(context, nodeCode, 1);
        if (seen >= MOST_KEPT_AN_HOUR) full.set(nodeCode, hourOf(now));
        if (seen <= MOST_KEPT_AN_HOUR) await keepRefused(context, { ...delivery, raw: delivery.raw.subarray(0, MOST_KEPT_BYTES) }, fault);
      });
    },
  };
}
