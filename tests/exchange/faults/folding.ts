// The rules of settling over a whole faulty set, without a database: in each order of coming, with whatever was settled before the rest came, every message must end alike.
import { hash } from 'node:crypto';
import { type Instant, addHours } from '../../../src/kernel/time.ts';
import { findMessages } from '../../../src/modules/fir-exchange/inbox/finding.ts';
import { type Verdict, reusedAmong } from '../../../src/modules/fir-exchange/inbox/order.ts';
import { planOf } from '../../../src/modules/fir-exchange/inbox/plan.ts';
import type { Stored } from '../../../src/modules/fir-exchange/inbox/settle-store.ts';
import { type FaultySet, type Line, kept } from './faulty-set.ts';
import type { Chance } from './police-stories.ts';

type Found = Omit<Stored, 'row' | 'receivedAt' | 'state'>;
/** `setAside`: what the door put in quarantine, in the words of `expected`. */
export type Readable = { found: Found[]; setAside: string[] };

/** As the door reads it. What is forged it does not take. */
export function readAsTheDoor({ lines }: FaultySet): Readable {
  const readable: Readable = { found: [], setAside: [] };
  for (const line of lines.filter(({ forged }) => !forged)) {
    const one = findMessages(Buffer.from(line.text), 'application/json', nodeNamed(line))[0]!;
    if (one.reason) readable.setAside.push(kept(one.messageId, 'quarantined', one.reason));
    else
      readable.found.push({
        node: line.node,
        messageId: one.messageId!,
        paperKey: one.paperKey!,
        sequence: one.paperSequence!,
        type: one.type!,
        sentAt: one.sentAt!,
        eventAt: one.eventAt!,
        digest: one.contentDigest,
        fromDesk: false,
        failed: false,
        reason: null,
        attempts: 0,
        nextAt: null,
        deliveryId: '',
        position: 1,
        mark: Buffer.alloc(0),
        erased: false,
        settledAt: null,
        keyRevoked: false,
        released: false,
        bytes: 0,
      });
  }
  return readable;
}

function nodeNamed({ node }: Line) {
  return { code: node, stateCode: node.slice(-2), name: node, messagesAMinute: 1_000_000, closedAt: null };
}

/** In the order in which they come: each once, as the door keeps it, though some come twice. */
function shuffledOnce(chance: Chance, found: readonly Found[], duplicate: number): Found[] {
  const copies = found.filter(() => chance() < duplicate);
  const order = [...found, ...copies].map((one) => ({ one, place: chance() })).toSorted((a, b) => a.place - b.place);
  return [...new Set(order.map(({ one }) => one))];
}

function verdictsOf(messages: readonly Stored[], now: Instant): Map<number, Verdict> {
  const reused = reusedAmong(messages);
  const all = new Map<number, Verdict>();
  for (const paper of Map.groupBy(messages, ({ paperKey }) => paperKey).values())
    for (const [row, verdict] of planOf(paper, { reused, isKnown: false, now }).verdicts) all.set(row, verdict);
  return all;
}

const said = (messageId: string, verdict: Verdict): string =>
  verdict.place === 'stands' ? kept(messageId, 'applied') : kept(messageId, verdict.place, verdict.reason);

export type Folded = { end: string; said: string[] };

/** `byComing`: the rule broken on purpose, by which whoever comes first stands. */
export function folded(
  chance: Chance,
  { found, setAside }: Readable,
  { now, duplicate, byComing = false }: { now: Instant; duplicate: number; byComing?: boolean },
): Folded {
  const row = new Map(shuffledOnce(chance, found, duplicate).map((one, at) => [one, at]));
  const came = Array.from(row, ([one, at]): Stored => {
    const sentAt = byComing ? addHours(now, -1 + at / found.length) : one.sentAt;
    return { ...one, sentAt, row: at, receivedAt: now, state: 'received' };
  });
  const before = came.slice(0, Math.floor(chance() * came.length));
  for (const [at, { place }] of verdictsOf(before, now)) if (place === 'stands') came[at]!.state = 'applied';
  const verdicts = verdictsOf(came, now);
  const all = [...setAside, ...found.map((one) => said(one.messageId, verdicts.get(row.get(one)!)!))];
  return { end: hash('sha256', all.join('\n')), said: all };
}
