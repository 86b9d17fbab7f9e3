// A set of messages in which everything goes wrong that may: and what must become of each, worked out here by the rules in words, not by the code that is tried.
import { type Instant, addMinutes } from '../../../src/kernel/time.ts';
import type { PaperMessage } from '../../../src/modules/fir-exchange/messages/index.ts';
import { type Chance, type Station, idOf, nodeOf, pick, policeStories } from './police-stories.ts';

/** One message as it is sent: by which node, in which words; `forged`: under a key that is not the node's. */
export type Line = { node: string; text: string; forged: boolean };
export type FaultySet = {
  lines: Line[];
  /** What stands in the database at the end, one text for each message: its id, its state and why. */
  expected: string[];
  /** Ids no signature vouched for: none of them may ever be kept as a message. */
  forged: ReadonlySet<string>;
  papers: number;
  children: number;
  shares: { malformed: number; forged: number; wrongState: number; conflicting: number };
};

/** Of a hundred messages sent. Duplicates and another order come when the set is arranged. */
export const shares = { duplicate: 0.2, reordered: 0.2, malformed: 0.1, forged: 0.05, wrongState: 0.05, conflicting: 0.02 };

type Tree = Record<string, unknown>;
type Spoilt = { reason: string; spoil(message: Tree): Tree | string };

const spoilt: readonly Spoilt[] = [
  { reason: 'json-broken', spoil: (message) => JSON.stringify(message).slice(0, -40) },
  { reason: 'missing', spoil: ({ paper: _gone, ...message }) => message },
  { reason: 'type-unknown', spoil: (message) => ({ ...message, type: 'FIR.imagined' }) },
  { reason: 'version-unknown', spoil: (message) => ({ ...message, version: 2 }) },
  { reason: 'wrong-kind', spoil: (message) => ({ ...message, sequence: '1' }) },
  { reason: 'unknown-field', spoil: (message) => ({ ...message, body: { ...(message['body'] as Tree), religion: 'any' } }) },
  { reason: 'not-a-code', spoil: (message) => ({ ...message, paper: { ...(message['paper'] as Tree), kind: 'rumour' } }) },
  { reason: 'not-an-instant', spoil: (message) => ({ ...message, eventAt: 'yesterday' }) },
];

/** A message and what becomes of it, in one text. */
export const kept = (messageId: string | null, state: string, reason = ''): string => `${messageId ?? '-'} ${state} ${reason}`.trimEnd();
const line = (node: string, message: unknown, forged = false): Line => ({
  node,
  forged,
  text: typeof message === 'string' ? message : JSON.stringify(message),
});

/** The same place told otherwise: the one sent first stands, whichever came first. With the same id, the id was used twice. */
function rivalOf(chance: Chance, one: PaperMessage): { rival: PaperMessage; lost: PaperMessage; reason: string } {
  const sameId = chance() < 0.5;
  const earlier = chance() < 0.5;
  const rival = {
    ...one,
    messageId: sameId ? one.messageId : idOf(chance),
    sentAt: addMinutes(one.sentAt, earlier ? -1 : 1),
    rawNumber: `${one.rawNumber}-again`,
  } as PaperMessage;
  return { rival, lost: earlier ? one : rival, reason: sameId ? 'message-id-reused' : 'conflict' };
}

/** About `messages` messages without the duplicates. */
export function faultySet(
  chance: Chance,
  { stations, messages, now }: { stations: readonly Station[]; messages: number; now: Instant },
): FaultySet {
  const bad = { malformed: 0, forged: 0, wrongState: 0, conflicting: 0 };
  for (const fault of Object.keys(bad) as (keyof typeof bad)[]) bad[fault] = Math.round(messages * shares[fault]);
  const good = messages - Object.values(bad).reduce((sum, one) => sum + one, 0);
  const stories = policeStories(chance, { stations, papers: Math.round(good * 0.6), now });
  const states = [...new Set(stations.map(({ stateCode }) => stateCode))];
  const all = stories.flat();
  const lines = all.map((one) => line(one.node, one));
  const ends = new Map(all.map((one) => [one, kept(one.messageId, 'applied')]));
  const expected: string[] = [];
  const forged = new Set<string>();
  for (let at = 0; at < bad.malformed; at++) {
    const one = { ...pick(chance, all), messageId: idOf(chance) };
    const { reason, spoil } = spoilt[at % spoilt.length]!;
    const said = spoil(one as unknown as Tree);
    lines.push(line(one.node, said));
    expected.push(kept(typeof said === 'string' ? null : one.messageId, 'quarantined', reason));
  }
  for (let at = 0; at < bad.forged; at++) {
    const one = { ...pick(chance, all), messageId: idOf(chance), sentAt: addMinutes(now, -400), rawNumber: 'forged' };
    lines.push(line(one.node, one, true));
    forged.add(one.messageId);
  }
  for (let at = 0; at < bad.wrongState; at++) {
    const own = pick(chance, all);
    const node = nodeOf(pick(chance, states.filter((state) => state !== own.paper.state))); // prettier-ignore
    const one = { ...own, node, messageId: idOf(chance), sentAt: addMinutes(now, -400) };
    lines.push(line(node, one));
    expected.push(kept(one.messageId, 'quarantined', 'not-your-state'));
  }
  const contested = new Set<PaperMessage>();
  for (let at = 0; at < bad.conflicting; at++) {
    const one = pick(chance, all);
    if (contested.has(one)) continue;
    contested.add(one);
    const { rival, lost, reason } = rivalOf(chance, one);
    lines.push(line(rival.node, rival));
    ends.set(rival, kept(rival.messageId, 'applied'));
    ends.set(lost, kept(lost.messageId, 'quarantined', reason));
  }
  const children = stories.reduce((sum, [fir]) => sum + (fir!.body as { children: unknown[] }).children.length, 0);
  return { lines, expected: [...expected, ...ends.values()].toSorted(), forged, papers: stories.length, children, shares: bad };
}

export type Parcel = { node: string; forged: boolean; type: 'application/json' | 'application/x-ndjson'; body: string; lines: number };

/** How often a message comes again, how many stand elsewhere than they were written, and how many go in one delivery. */
export type Arranging = { duplicate: number; reordered: number; most: number };

/** The lines in an order of chance, packed as nodes pack them. */
export function arrange(chance: Chance, lines: readonly Line[], { duplicate, reordered, most }: Arranging): Parcel[] {
  const copies = lines.filter(() => chance() < duplicate);
  const placed = [...lines.map((one, at) => ({ one, at })), ...copies.map((one) => ({ one, at: chance() * lines.length }))];
  const order = placed
    .map(({ one, at }) => ({ one, place: chance() < reordered ? chance() * lines.length : at }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
  const parcels: Parcel[] = [];
  for (let from = 0; from < order.length;) {
    const window = order.slice(from, (from += 1 + Math.floor(chance() * most * 8)));
    for (const own of Map.groupBy(window, ({ node, forged }) => `${node} ${forged}`).values())
      for (let at = 0; at < own.length; at += most) parcels.push(parcelOf(own.slice(at, at + most)));
  }
  return parcels;
}

function parcelOf(lines: readonly Line[]): Parcel {
  const { node, forged } = lines[0]!;
  const type = lines.length === 1 ? 'application/json' : 'application/x-ndjson';
  return { node, forged, type, body: lines.map(({ text }) => text).join('\n'), lines: lines.length };
}
