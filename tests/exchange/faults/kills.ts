// Any part killed at any moment while messages flow: nothing that has a receipt is lost, nothing takes effect twice, and everything ends settled.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Receipted, END, receiptedIn } from './client.ts';
import { childrenHeld, doubled, messagesKept } from './end-state.ts';
import { type FaultySet, type Parcel, arrange } from './faulty-set.ts';
import type { FaultNation } from './nation.ts';
import { type Chance, pick } from './police-stories.ts';
import { unlike } from './shuffles.ts';
import { type Stand, openStand, patiently, supervise } from './stand.ts';
import { openToldNode } from './told-node.ts';

const victims = ['door', 'worker', 'server', 'backend', 'client'] as const;
export type Victim = (typeof victims)[number];

export type AfterKills = {
  kills: Record<Victim, number>;
  receipted: number;
  /** Receipted, and no row says so. */
  lost: number;
  doubled: number;
  unsettled: number;
  /** Messages that stand otherwise than the rules say. */
  wrong: string[];
  children: number;
  outgoing: { written: number; untold: number; unknown: number; repeated: number };
};

type Killing = {
  kills: number;
  chance: Chance;
  victims?: readonly Victim[];
  workers?: number;
  door?: string;
  worker?: string;
  telling?: boolean;
  /** The blow falls once this is so, or after a while; without it at any moment. */
  aim?: (stand: Stand) => Promise<boolean>;
  /** How long nothing may move at the end before it is taken to be over. */
  stillMilliseconds?: number;
  say?: (line: string) => void;
};

const SAID_KILLS = 10;
const SAID_MILLISECONDS = 15_000;
const PROGRESS_MILLISECONDS = 15_000;
const STILL_MILLISECONDS = 300_000;
/** How long after new parcels were given the blow falls: at most. */
const FLOW_MILLISECONDS = 600;

/** How many messages with a receipt are not there, by what the receipts name. */
async function lostOf(stand: Stand, receipts: readonly Receipted[]): Promise<{ receipted: number; lost: number }> {
  const named = receipts.flatMap(({ receipt }) =>
    (receipt?.messages ?? []).map(({ position, messageId, state }) => ({
      deliveryId: receipt!.deliveryId,
      position,
      messageId: messageId ?? null,
      state,
    })),
  );
  const { rows } = await sql<{ lost: number }>`select count(*) as lost from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
      as r ("deliveryId" uuid, position int, "messageId" uuid, state text)
    where not exists (select from exchange_delivery d where d.id = r."deliveryId")
      or (state <> 'duplicate' and not exists (select from exchange_message m where m.delivery_id = r."deliveryId" and m.position = r.position))
      or (state = 'duplicate' and "messageId" is not null and not exists (select from exchange_message m where m.message_id = r."messageId"))`.execute(
    stand.held.admin,
  );
  return { receipted: named.length, lost: rows[0]!.lost };
}

async function waiting(stand: Stand): Promise<{ messages: number; told: number }> {
  const { rows } = await sql<{ messages: number; told: number }>`select
    (select count(*) from exchange_message where state in ('received', 'parked')) as messages,
    (select count(*) from exchange_paper_child c where not exists (select from exchange_outgoing o where o.record_id = c.record_id and o.state = 'delivered')
      ) + (select count(*) from exchange_outgoing where state <> 'delivered') as told`.execute(stand.held.admin);
  return rows[0]!;
}

/** Until everything is settled and told, or nothing has moved for long. */
export async function settled(
  stand: Stand,
  {
    told,
    stillMilliseconds = STILL_MILLISECONDS,
    say = () => {},
  }: { told: boolean; stillMilliseconds?: number | undefined; say?: (line: string) => void },
): Promise<void> {
  let [last, moved, said] = ['', performance.now(), performance.now()];
  while (performance.now() - moved < stillMilliseconds) {
    const left = await patiently(() => waiting(stand));
    if (left.messages === 0 && (!told || left.told === 0)) return;
    const now = JSON.stringify(left);
    if (now !== last) [last, moved] = [now, performance.now()];
    if (performance.now() - said > SAID_MILLISECONDS) {
      say(`${left.messages} messages wait to be settled, ${left.told} to be told`);
      said = performance.now();
    }
    await pause(250);
  }
}

export async function afterKills(nation: FaultNation, set: FaultySet, killing: Killing): Promise<AfterKills> {
  const {
    kills,
    chance,
    victims: among = victims,
    workers = 1,
    door,
    worker,
    telling = true,
    aim,
    stillMilliseconds,
    say = () => {},
  } = killing;
  const stand = await openStand(nation, { workers, door, worker });
  const node = await openToldNode(chance);
  const [parcelFile, journal] = ['parcels', 'receipts'].map((name) => join(nation.folder, `${stand.held.name}.${name}`)) as [
    string,
    string,
  ];
  const struck: Record<Victim, number> = { door: 0, worker: 0, server: 0, backend: 0, client: 0 };
  try {
    if (telling) await sql`update exchange_node set call_url = ${node.urlOf('')} || code`.execute(stand.held.admin);
    writeFileSync(parcelFile, '');
    const ended = Promise.withResolvers<void>();
    const client = supervise('tests/exchange/faults/client.ts', {
      arguments: [stand.url, parcelFile, journal],
      onEnd: (code) => (code === 0 ? (ended.resolve(), false) : true),
    });
    const parcels = arrange(chance, set.lines, { duplicate: 0.2, reordered: 1, most: 6 });
    const give = (some: readonly Parcel[]): void => appendFileSync(parcelFile, some.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const each = Math.ceil(parcels.length / (kills + 1));
    for (let at = 0; at < kills; at++) {
      const before = { receipts: receiptedIn(journal).length, settled: await patiently(() => settledSoFar(stand)) };
      give(parcels.slice(at * each, (at + 1) * each));
      await (aim ? until(() => aim(stand)) : pause(chance() * FLOW_MILLISECONDS));
      const victim = pick(chance, among);
      await strike(victim, { nation, stand, client, chance });
      struck[victim] += 1;
      await movedOn(stand, journal, before);
      if ((at + 1) % SAID_KILLS === 0)
        say(`${at + 1} of ${kills} kills, ${receiptedIn(journal).length} of ${parcels.length} deliveries receipted`);
    }
    give(parcels.slice(kills * each));
    appendFileSync(parcelFile, `${END}\n`);
    await ended.promise;
    say('everything is receipted');
    await settled(stand, { told: telling, stillMilliseconds, say });
    return { kills: struck, ...(await found(stand, set, receiptedIn(journal), node.taken)) };
  } finally {
    node.close();
    await stand.stop();
  }
}

async function settledSoFar({ held }: Stand): Promise<number> {
  const { rows } = await sql<{ done: number }>`select count(*) as done from exchange_message where settled_at > received_at`.execute(
    held.admin,
  );
  return rows[0]!.done;
}

/** Until something was receipted and something settled since: or every blow would fall on parts that had not risen from the last. */
async function movedOn(stand: Stand, journal: string, before: { receipts: number; settled: number }): Promise<void> {
  await until(
    async () =>
      receiptedIn(journal).length > before.receipts &&
      ((await patiently(() => settledSoFar(stand))) > before.settled || (await patiently(() => waiting(stand))).messages === 0),
  );
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const since = performance.now();
  while (!(await isSo()) && performance.now() - since < PROGRESS_MILLISECONDS) await pause(50);
}

async function strike(
  victim: Victim,
  on: { nation: FaultNation; stand: Stand; client: { kill(): Promise<void> }; chance: Chance },
): Promise<void> {
  const { nation, stand, client, chance } = on;
  if (victim === 'door') return stand.door.kill();
  if (victim === 'worker') return pick(chance, stand.workers).kill();
  if (victim === 'client') return client.kill();
  if (victim === 'server') return patiently(() => nation.killServer());
  return patiently(() => stand.killBackend(chance()));
}

async function found(
  stand: Stand,
  set: FaultySet,
  receipts: readonly Receipted[],
  taken: ReadonlyMap<string, number>,
): Promise<Omit<AfterKills, 'kills'>> {
  const { admin } = stand.held;
  const twice = await patiently(() => doubled(admin));
  const left = await waiting(stand);
  const children = (await childrenHeld(admin)).length;
  const { rows: written } = await sql<{ messageId: string }>`select message_id from exchange_outgoing`.execute(admin);
  const ids = new Set(written.map(({ messageId }) => messageId));
  return {
    ...(await lostOf(stand, receipts)),
    doubled: twice.records + twice.entries + twice.papers + Math.max(0, children - set.children),
    unsettled: left.messages,
    wrong: unlike(await messagesKept(admin), set.expected),
    children,
    outgoing: {
      written: ids.size,
      untold: [...ids].filter((id) => !taken.has(id)).length + left.told,
      unknown: [...taken.keys()].filter((id) => !ids.has(id)).length,
      repeated: [...taken.values()].filter((times) => times > 1).length,
    },
  };
}
