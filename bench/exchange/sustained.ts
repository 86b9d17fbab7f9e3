// Sustained messages: how many a second the door keeps and receipts, one by one and many in a delivery, and how many go through whole, settled and visible, with one worker and with two; all of it on the same processors as PostgreSQL.
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDoor } from '../../reference-node/door.ts';
import { fetchPortalKeys } from '../../reference-node/keys.ts';
import { type Figure, atLeast, atMost } from '../../scripts/figures.ts';
import { milliseconds, systemClock } from '../../src/kernel/time.ts';
import { type Line, type Parcel, arrange } from '../../tests/exchange/faults/faulty-set.ts';
import { keyFor } from '../../tests/exchange/faults/keys.ts';
import { type FaultNation, faultNation } from '../../tests/exchange/faults/nation.ts';
import { policeStories } from '../../tests/exchange/faults/police-stories.ts';
import { type Stand, openStand } from '../../tests/exchange/faults/stand.ts';
import { seeded } from '../../tests/seeded.ts';

const GOAL_A_SECOND = 300;
const LANES = 4;
const PAPERS = 1_200;
const PAPERS_WHOLE = 6_000;
/** Told before: a portal that has been in use, whose statistics are of tables that hold something. */
const CHILDREN = 2_000;
const SINGLE_PAPERS = 300;
const CLOCK_TICKS_A_SECOND = 100;

function linesOf(nation: FaultNation, papers: number, from: number): Line[] {
  const stories = policeStories(seeded(from), { stations: nation.stations, papers, now: systemClock(), from });
  return stories.flat().map((one) => ({ node: one.node, text: JSON.stringify(one), forged: false }));
}

/** Several deliveries at a time, as several nodes send. Answers the seconds until the last receipt. */
async function deliver({ url }: Stand, parcels: readonly Parcel[]): Promise<number> {
  const keys = await fetchPortalKeys(url);
  const now = (): number => milliseconds(systemClock());
  const began = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let parcel = parcels[next++]; parcel; parcel = parcels[next++]) {
      const { status, doubt } = await openDoor(url, keyFor(parcel), keys, now).post('/v1/messages', Buffer.from(parcel.body), parcel.type);
      if (status !== 202 || doubt) throw new Error(`the door answers ${status} ${doubt ?? ''}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return (performance.now() - began) / 1000;
}

async function settled({ held }: Stand): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ left: number }>`select count(*) as left from exchange_message where state = 'received'`.execute(
      held.admin,
    );
    if (rows[0]!.left === 0) return;
    await pause(100);
  }
}

/** What follows from them is done: handed on, told, compared. */
async function caughtUp({ held }: Stand): Promise<void> {
  for (;;) {
    const { rows } = await sql<{
      left: boolean;
    }>`select exists (select from diary_outbox) or exists (select from jobs.job where state in ('created', 'active', 'retry')
      and name not like '\\_\\_%' and start_after <= now()) or exists (select from intimation where first_sent_at is null and next_at <= now())
      or exists (select from record where closed_at is null and kind <> 'sighting' and matched_version is distinct from version) as left`.execute(
      held.admin,
    );
    if (!rows[0]!.left) return;
    await pause(250);
  }
}

/** The worker is through with what it does once when it starts: adding up the months, reading the register. */
async function quiet({ held }: Stand): Promise<void> {
  for (let calm = 0; calm < 8; await pause(250)) {
    const { rows } = await sql<{ busy: boolean }>`select exists (select from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and state <> 'idle') as busy`.execute(held.admin);
    calm = rows[0]!.busy ? 0 : calm + 1;
  }
}

/** Processor seconds a process has used, from the system. */
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_A_SECOND;
  } catch {
    return 0; // gone meanwhile
  }
}

/** Of all processes that serve this database. */
function databaseSeconds(name: string): number {
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(` ${name} `)) sum += processorSeconds(Number(pid));
    } catch {
      // gone meanwhile
    }
  }
  return sum;
}

const many = { duplicate: 0, reordered: 0, most: 100 };
const single = { duplicate: 0, reordered: 0, most: 1 };

async function atTheDoor(nation: FaultNation): Promise<Figure[]> {
  const stand = await openStand(nation, { workers: 0 });
  try {
    const figures: Figure[] = [];
    for (const [name, papers, packed] of [
      ['batches', PAPERS, many],
      ['single', SINGLE_PAPERS, single],
    ] as const) {
      const lines = linesOf(nation, papers, papers * 100);
      const before = processorSeconds(stand.door.pid()!);
      const seconds = await deliver(stand, arrange(seeded(1), lines, packed));
      figures.push(
        atLeast(`sustained.receipted.${name}`, lines.length / seconds, 'messages/s', lines.length, GOAL_A_SECOND),
        atMost(
          `sustained.receipted.${name}.doorProcessor`,
          ((processorSeconds(stand.door.pid()!) - before) * 1000) / lines.length,
          'ms/message',
          lines.length,
          null,
        ),
      );
    }
    return figures;
  } finally {
    await stand.stop();
  }
}

/** From the first message sent until the last is settled: the door and the workers at work at the same time. */
async function whole(nation: FaultNation, workers: number): Promise<Figure[]> {
  const stand = await openStand(nation, { workers });
  try {
    await sql`analyze`.execute(stand.held.admin);
    const warm = linesOf(nation, 20, 1_000);
    await deliver(stand, arrange(seeded(1), warm, many));
    await settled(stand);
    await caughtUp(stand);
    await quiet(stand);
    const lines = linesOf(nation, PAPERS_WHOLE, 200_000);
    const used = () => ({
      worker: stand.workers.reduce((sum, one) => sum + processorSeconds(one.pid()!), 0),
      database: databaseSeconds(stand.held.name),
    });
    const before = used();
    const began = performance.now();
    await deliver(stand, arrange(seeded(1), lines, many));
    await settled(stand);
    const seconds = (performance.now() - began) / 1000;
    const after = used();
    await caughtUp(stand);
    const behind = (performance.now() - began) / 1000 - seconds;
    const each = (from: number, to: number): number => ((to - from) * 1000) / lines.length;
    const name = `sustained.whole.workers${workers}`;
    return [
      atLeast(name, lines.length / seconds, 'messages/s', lines.length, GOAL_A_SECOND),
      atMost(`${name}.workerProcessor`, each(before.worker, after.worker), 'ms/message', lines.length, null),
      atMost(`${name}.databaseProcessor`, each(before.database, after.database), 'ms/message', lines.length, null),
      atMost(`${name}.then until all are told and compared`, behind, 's', lines.length, null),
    ];
  } finally {
    await stand.stop();
  }
}

export async function sustainedFigures(): Promise<Figure[]> {
  const nation = await faultNation({ durable: true, children: CHILDREN });
  try {
    return [...(await atTheDoor(nation)), ...(await whole(nation, 1)), ...(await whole(nation, 2))];
  } finally {
    await nation.stop();
  }
}
