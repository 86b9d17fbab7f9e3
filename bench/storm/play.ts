// Plays a storm of false reports through the real rows, the worker's steps and the real queue of messages, under a clock turned by the second.
import { sql } from 'kysely';
import { type Instant, addMinutes, fromMilliseconds, milliseconds } from '../../src/kernel/time.ts';
import type { Context, Tools } from '../../src/platform/context.ts';
import { sendLane } from '../../src/platform/messages/index.ts';
import { intimate, tellDigest, tellNext } from '../../src/modules/intimations/index.ts';
import { type Nation, type Who, worker } from '../../tests/database/tools.ts';

/** What a storm is played on. */
export type Ground = Pick<Nation, 'admin' | 'officer' | 'ask'> & { clock: { now: Instant }; tools(door: 'worker'): Tools };

/** `carrierASecond`: messages the carrier takes in a second. `sifted: false` plays them as words an office stands for: the control. */
export type Storm = { falseOnes: number; telephones: number; trueOnes: number; carrierASecond: number; sifted?: boolean };
export type Played = {
  /** From the report to the moment the carrier took the message to the district's nodal officer: its own, or a digest it is counted in. */
  seconds: { station: number[]; telephone: number[] };
  /** At the district's office. */
  held: number;
  sentSingly: number;
  digests: number;
  inDigests: number;
  /** Steps of the worker, and how long they took by the machine's clock. */
  steps: number;
  milliseconds: number;
};

const SECONDS = 600;
/** The clock is turned by so much; a figure is no finer. */
const TURN = 5;
/** So that what came last is followed to its end. */
const AFTER = 150;
const nodal: readonly Who[] = ['district-nodal-officer Saran', 'state-nodal-officer Saran', 'national-nodal-officer Saran'];

async function report(context: Context, nation: Ground, id: string, reporterKey: string | null): Promise<void> {
  const facts = { reference: id, office: 'PS Saran', link: 'https://desk.example/alerts' };
  for (const who of nodal)
    await intimate(context, {
      officeId: nation.officer(who).officeId,
      template: 'nodalAlert',
      facts,
      alarm: true,
      about: { kind: 'alert', id, recordId: null },
      wordOf: reporterKey === null ? null : { reporterKey },
    });
}

/** What is reported in one turn of the clock, spread evenly over the ten minutes. */
function reportedIn(second: number, { falseOnes, telephones, trueOnes, sifted = true }: Storm): { id: string; key: string | null }[] {
  const between = (count: number): number[] => {
    const [from, to] = [Math.floor((second * count) / SECONDS), Math.floor(((second + TURN) * count) / SECONDS)];
    return Array.from({ length: to - from }, (_, at) => from + at);
  };
  return [
    ...between(falseOnes).map((at) => ({ id: `false-${at}`, key: sifted ? `storm ${at % telephones}` : null })),
    ...between(trueOnes).map((at) =>
      at % 2 === 0 ? { id: `station-${at}`, key: null } : { id: `telephone-${at}`, key: sifted ? `parent ${at}` : null },
    ),
  ];
}

async function oneTurn(nation: Ground, storm: Storm, second: number): Promise<number> {
  let steps = 0;
  const reports = second < SECONDS ? reportedIn(second, storm) : [];
  if (reports.length > 0)
    await nation.ask(worker, async (context) => {
      for (const { id, key } of reports) await report(context, nation, id, key);
    });
  while (await nation.ask(worker, tellNext)) steps += 1;
  while (await nation.ask(worker, tellDigest)) steps += 1;
  let taken = 0;
  const carrier = {
    channel: 'sms',
    atOnce: 1,
    send: async () => {
      taken += 1;
      return { outcome: 'accepted', receipt: null } as const;
    },
  } as const;
  const fault = (error: unknown): never => {
    throw error;
  };
  await sendLane(nation.tools('worker'), carrier, { onFault: fault }, () => taken < storm.carrierASecond * TURN);
  return steps;
}

type Row = { aboutId: string; createdAt: Instant; sentAt: Instant | null };

async function secondsOf(ground: Ground, kind: 'station' | 'telephone'): Promise<number[]> {
  const { rows } = await sql<Row>`select i.about_id, i.created_at, min(a.accepted_at) as sent_at from intimation i
      left join intimation d on d.about_kind = 'digest' and d.office_id = i.office_id and d.created_at = i.in_digest_at
      left join intimation_attempt a on a.intimation_id in (i.id, d.id) and a.channel = 'sms' and a.office_id = i.office_id
    where i.office_id = ${ground.officer(nodal[0]!).officeId} and starts_with(i.about_id, ${`${kind}-`}) group by 1, 2`.execute(
    ground.admin,
  );
  return rows.map(({ createdAt, sentAt }) => (sentAt === null ? Infinity : (milliseconds(sentAt) - milliseconds(createdAt)) / 1000));
}

export async function playStorm(nation: Ground, storm: Storm): Promise<Played> {
  const start = nation.clock.now;
  let steps = 0;
  const began = performance.now();
  for (let second = 0; second < SECONDS + AFTER; second += TURN) {
    nation.clock.now = fromMilliseconds(milliseconds(start) + second * 1000);
    steps += await oneTurn(nation, storm, second);
  }
  const took = performance.now() - began;
  const { officeId } = nation.officer(nodal[0]!);
  // What is still held waits for a digest: ten minutes on, the last one has gone.
  nation.clock.now = addMinutes(nation.clock.now, 15);
  while (await nation.ask(worker, tellDigest));
  const { rows } = await sql<
    Pick<Played, 'held' | 'sentSingly' | 'digests' | 'inDigests'>
  >`select count(*) filter (where word_of is not null and held_at is not null) as held,
      count(*) filter (where word_of is not null and held_at is null) as sent_singly, count(*) filter (where about_kind = 'digest') as digests,
      count(*) filter (where in_digest_at is not null) as in_digests
    from intimation where office_id = ${officeId}`.execute(nation.admin);
  const seconds = { station: await secondsOf(nation, 'station'), telephone: await secondsOf(nation, 'telephone') };
  return { seconds, ...rows[0]!, steps, milliseconds: took };
}
