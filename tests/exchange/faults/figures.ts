// The fault tests as rows of figures: orders, kills, the whole set, and broken variants that must be seen.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Figure, atLeast, atMost, observed } from '../../../scripts/figures.ts';
import type { Instant } from '../../../src/kernel/time.ts';
import { seeded } from '../../seeded.ts';
import { END, receiptedIn } from './client.ts';
import { childrenHeld, doubled, messagesKept } from './end-state.ts';
import { type FaultySet, arrange, faultySet, shares } from './faulty-set.ts';
import { folded, readAsTheDoor } from './folding.ts';
import { type AfterKills, afterKills, settled } from './kills.ts';
import type { FaultNation } from './nation.ts';
import { type Ending, ORDERS_TRIED, brokenVariants, endingOf, isSeen, unlike } from './shuffles.ts';
import { type Stand, openStand, supervise } from './stand.ts';

/** `say`: how far a long part has come. */
type Trying = { messages: number; seed: number; now: Instant; say: (line: string) => void };

const SAID_ORDERS = 20;
const SAID_MILLISECONDS = 30_000;
const shuffling = { duplicate: shares.duplicate, reordered: 1, most: 50 };
const setOf = (nation: FaultNation, { messages, seed, now }: Omit<Trying, 'say'>): FaultySet =>
  faultySet(seeded(seed), { stations: nation.stations, messages, now });

export async function shuffled(nation: FaultNation, { orders, ...trying }: Trying & { orders: number }): Promise<Figure[]> {
  const set = setOf(nation, trying);
  const endings: Ending[] = [];
  for (let at = 0; at < orders; at++) {
    endings.push(await endingOf(nation, set, seeded(trying.seed * 1000 + at), shuffling));
    if ((at + 1) % SAID_ORDERS === 0) trying.say(`${at + 1} of ${orders} orders`);
  }
  const sum = (read: (ending: Ending) => number): number => endings.reduce((total, one) => total + read(one), 0);
  return [
    atMost('faults.shuffles.differentEnds', new Set(endings.map(({ end }) => end)).size, 'ends', orders, 1),
    atMost('faults.shuffles.againstTheRules', sum(({ wrong }) => wrong.length), 'messages', orders * set.lines.length, 0),
    atMost('faults.shuffles.unsignedKept', sum(({ unsignedKept }) => unsignedKept), 'messages', orders * set.shares.forged, 0),
    atMost('faults.shuffles.doubled', sum((one) => one.doubled + Math.abs(one.children - set.children)), 'effects', orders * set.children, 0),
  ]; // prettier-ignore
}

/** The rules alone, over the whole set: what becomes of each message in every order. */
export function foldedSet(nation: FaultNation, { orders, ...trying }: Trying & { orders: number }): Figure[] {
  const set = setOf(nation, trying);
  const readable = readAsTheDoor(set);
  const ends = new Set<string>();
  let wrong = 0;
  for (let at = 0; at < orders; at++) {
    const { end, said } = folded(seeded(trying.seed * 1000 + at), readable, { now: trying.now, duplicate: shares.duplicate });
    ends.add(end);
    wrong += unlike(said, set.expected).length;
    if ((at + 1) % SAID_ORDERS === 0) trying.say(`${at + 1} of ${orders} orders`);
  }
  const sent = set.lines.length;
  return [
    atMost('faults.fold.differentEnds', ends.size, 'ends', orders, 1),
    atMost('faults.fold.againstTheRules', wrong, 'messages', orders * sent, 0),
    atMost('faults.fold.messages', sent, 'messages', orders, null),
  ];
}

/** Whether the fold tells orders apart where the first to come stands: in one of a few, as one may be right by chance. */
function firstToComeIsSeen(set: FaultySet, { seed, now }: Omit<Trying, 'messages' | 'say'>): boolean {
  const readable = readAsTheDoor(set);
  const broken = Array.from({ length: ORDERS_TRIED }, (_, order) =>
    folded(seeded(seed * 1000 + order), readable, { now, duplicate: shares.duplicate, byComing: true }),
  );
  return new Set(broken.map(({ end }) => end)).size > 1 && broken.some(({ said }) => unlike(said, set.expected).length > 0);
}

/** Whether a message has brought something about and is not marked: never seen of a worker that does both at once. */
async function isHalfDone({ held }: Stand): Promise<boolean> {
  const { rows } = await sql<{
    seen: boolean;
  }>`select exists (select from exchange_report r join exchange_message m on m.sequence = r.message_sequence where m.state = 'received') as seen`.execute(
    held.admin,
  );
  return rows[0]!.seen;
}

/** The check must see each broken variant, or it would see nothing. */
export async function controlsSeen(
  { durable, fast }: { durable: FaultNation; fast: FaultNation },
  trying: Omit<Trying, 'messages'>,
): Promise<Figure[]> {
  const set = setOf(fast, { ...trying, messages: 200 });
  const rows = [observed('faults.control.the first to come stands', firstToComeIsSeen(set, trying))];
  for (const [name, broken] of Object.entries(brokenVariants)) {
    rows.push(observed(`faults.control.${name}`, await isSeen(fast, set, broken, shuffling)));
  }
  const few = setOf(durable, { ...trying, messages: 60 });
  // What a broken door lost is waited for in vain: not for long.
  const struck = (broken: Omit<Parameters<typeof afterKills>[2], 'kills' | 'chance'>): Promise<AfterKills> =>
    afterKills(durable, few, { kills: 6, chance: seeded(trying.seed), telling: false, stillMilliseconds: 20_000, ...broken });
  const { lost } = await struck({ victims: ['door'], door: 'tests/exchange/faults/hasty-door.ts' });
  const twice = await struck({ victims: ['worker'], worker: 'tests/exchange/faults/hasty-worker.ts', aim: isHalfDone });
  return [
    ...rows,
    observed('faults.control.a receipt before the commit', lost > 0),
    observed('faults.control.effects before the mark', twice.doubled > 0),
  ];
}

export async function killed(nation: FaultNation, { kills, ...trying }: Trying & { kills: number }): Promise<Figure[]> {
  const set = setOf(nation, trying);
  const after = await afterKills(nation, set, { kills, chance: seeded(trying.seed), workers: 2, say: trying.say });
  const struck = Object.entries(after.kills).map(([victim, times]) => atMost(`faults.kills.of.${victim}`, times, 'kills', kills, null));
  const { outgoing } = after;
  return [
    ...struck,
    atMost('faults.kills.receiptedLost', after.lost, 'messages', after.receipted, 0),
    atMost('faults.kills.doubled', after.doubled, 'effects', set.children, 0),
    atMost('faults.kills.unsettled', after.unsettled, 'messages', set.lines.length, 0),
    atMost('faults.kills.againstTheRules', after.wrong.length, 'messages', set.lines.length, 0),
    atMost(
      'faults.kills.outgoing.notTold',
      outgoing.untold + Math.max(0, set.children - outgoing.written),
      'messages',
      outgoing.written,
      0,
    ),
    atMost('faults.kills.outgoing.twice', Math.max(0, outgoing.written - set.children) + outgoing.unknown, 'messages', outgoing.written, 0),
    atMost('faults.kills.outgoing.sentAgain', outgoing.repeated, 'messages', outgoing.written, null),
  ];
}

/** The whole set through the door and the workers as they run, once. */
export async function wholeSet(nation: FaultNation, trying: Trying): Promise<Figure[]> {
  const set = setOf(nation, trying);
  const stand = await openStand(nation, { workers: 2 });
  const [parcelFile, journal] = ['parcels', 'receipts'].map((name) => join(nation.folder, `${stand.held.name}.${name}`)) as [
    string,
    string,
  ];
  try {
    const parcels = arrange(seeded(trying.seed), set.lines, { ...shares, most: 300 });
    writeFileSync(parcelFile, parcels.map((one) => `${JSON.stringify(one)}\n`).join(''));
    appendFileSync(parcelFile, `${END}\n`);
    const began = performance.now();
    const saying = setInterval(
      () => trying.say(`${receiptedIn(journal).length} of ${parcels.length} deliveries are receipted`),
      SAID_MILLISECONDS,
    );
    await new Promise<void>((resolve) => {
      supervise('tests/exchange/faults/client.ts', {
        arguments: [stand.url, parcelFile, journal],
        onEnd: (code) => (code === 0 ? (resolve(), false) : true),
      });
    });
    clearInterval(saying);
    trying.say(`everything is receipted after ${Math.round((performance.now() - began) / 1000)} s`);
    await settled(stand, { told: false, say: trying.say });
    const seconds = (performance.now() - began) / 1000;
    const { admin } = stand.held;
    const [kept, twice, children] = [await messagesKept(admin), await doubled(admin), await childrenHeld(admin)];
    const sent = parcels.reduce((sum, { lines }) => sum + lines, 0);
    return [
      atMost('faults.whole.againstTheRules', unlike(kept, set.expected).length, 'messages', sent, 0),
      atLeast('faults.whole.badQuarantined', kept.filter((one) => one.includes(' quarantined ')).length, 'messages', set.lines.length, set.expected.filter((one) => one.includes(' quarantined ')).length),
      atMost('faults.whole.unsignedKept', kept.filter((one) => set.forged.has(one.split(' ')[0]!)).length, 'messages', set.forged.size, 0),
      atMost('faults.whole.doubled', twice.records + twice.entries + twice.papers + Math.abs(children.length - set.children), 'effects', set.children, 0),
      atMost('faults.whole.seconds', seconds, 's', sent, null),
    ]; // prettier-ignore
  } finally {
    await stand.stop();
  }
}
