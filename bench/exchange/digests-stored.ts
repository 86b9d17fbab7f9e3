// Figures of the digests in the database: what an exchange costs the portal with a million papers of one node, and in how many messages it finds the one that differs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Figure, atMost } from '../../scripts/figures.ts';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Context, type Db, type Tools, inContext } from '../../src/platform/context.ts';
import { grantDoorLogins, kyselyOver, migrate, openPool, startEmbedded } from '../../src/platform/database/index.ts';
import { stationSummaries } from '../../src/modules/fir-exchange/digests/digest-store.ts';
import { answerDigests } from '../../src/modules/fir-exchange/digests/exchange-digests.ts';
import { workedByServer } from '../worked.ts';
import { MOST_SPOTS, type Spot, tell } from '../../src/modules/fir-exchange/digests/narrow.ts';
import { type Leaf, rootOf, treeOf } from '../../src/modules/fir-exchange/digests/tree.ts';
import type { DigestAnswer, DigestRequest } from '../../src/modules/fir-exchange/messages/digests.ts';

const PAPERS = 1_000_000;
const STATIONS = 2_400;
const MOST_MESSAGES = 20;
const NODE = 'police-WB';
const ROUNDS = 40;
/** Of a processor for the database, each time: a node may compare every minute if it likes. */
const MOST_WORK = 50;

async function arrange(admin: Db): Promise<void> {
  await sql`insert into exchange_node (code, name, messages_a_minute, silent_after_minutes, opened_at) values (${NODE}, 'Police', 20000, 720, now())`.execute(
    admin,
  );
  await sql`insert into office (id, kind, code, name, opened_on) select gen_random_uuid(), 'police-station', 'PS-WB-' || n, 'PS ' || n, '2020-01-01'
    from generate_series(0, ${STATIONS - 1}::int) n`.execute(admin);
  await sql`insert into exchange_paper (paper_key, node_code, kind, state_code, district_code, station_code, year, number, opened_by_feed, last_sequence, last_digest)
    select 'WB/WB-HWH/PS-WB-' || n % ${STATIONS}::int || '/fir/2026/' || n, ${NODE}, 'fir', 'WB', 'WB-HWH', 'PS-WB-' || n % ${STATIONS}::int, 2026, n::text, true, 1,
      sha256(convert_to(n::text, 'UTF8')) from generate_series(0, ${PAPERS - 1}::int) n order by hashint4(n)`.execute(admin);
  await sql`vacuum analyze exchange_paper`.execute(admin);
}

/** What the node holds of one station: as the portal has it, but for one paper, further there. */
async function oneFurther(admin: Db, station: string): Promise<Leaf[]> {
  const { rows } = await sql<Leaf>`select paper_key, last_sequence as sequence, encode(last_digest, 'hex') as digest from exchange_paper
    where node_code = ${NODE} and station_code = ${station}`.execute(admin);
  return rows.map((leaf, at) => (at === 17 ? { ...leaf, sequence: 2 } : leaf));
}

async function timed<T>(work: () => Promise<T>): Promise<{ made: T; milliseconds: number }> {
  const began = performance.now();
  return { made: await work(), milliseconds: performance.now() - began };
}

async function figures(admin: Db, tools: Tools, directory: string): Promise<Figure[]> {
  const asking = { actor: { kind: 'system', name: 'bench' }, ground: { name: 'bench', purpose: 'exchange' } } as const;
  const run = <T>(work: (context: Context) => Promise<T>): Promise<T> => inContext(tools, { ...asking, requestId: newId() }, work);
  const { made: ours, milliseconds: allNew } = await timed(() => run((context) => stationSummaries(context, NODE)));
  const station = 'PS-WB-1234';
  const tree = treeOf(await oneFurther(admin, station));
  const theirs = ours.map((one) => (one.station === station ? { station, ...tree.summary() } : one));
  const side = {
    children: (spots: readonly Spot[]) => spots.map(({ prefix }) => tree.children(prefix)),
    leaves: (spots: readonly Spot[]) => spots.map(({ prefix }) => tree.leaves(prefix)),
  };
  const ask = async (body: Partial<DigestRequest>): Promise<DigestAnswer> => {
    const heading = { day: '2026-11-24', upTo: tools.clock() } as Pick<DigestRequest, 'day' | 'upTo'>;
    const answer = await run((context) => answerDigests(context, NODE, { ...heading, ...body }));
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer;
  };
  const before = workedByServer(directory);
  const same: number[] = [];
  for (let round = 0; round < ROUNDS; round++) same.push((await timed(() => ask({ root: rootOf(ours), stations: ours }))).milliseconds);
  const nothingNew = (workedByServer(directory) - before) / ROUNDS;
  let messages = 1;
  const narrowing: number[] = [];
  const wanted: string[] = [];
  const first = await timed(() => ask({ root: rootOf(theirs), stations: theirs }));
  const open = [...(first.made.narrow ?? [])];
  while (open.length > 0) {
    const told = await tell(
      side,
      open.splice(0, MOST_SPOTS).map(({ station: at, prefix = '' }) => ({ station: at, prefix })),
    );
    const branches = told.map((one) =>
      'leaves' in one ? { ...one, leaves: one.leaves.map(({ paperKey, ...leaf }) => ({ paper: paperKey, ...leaf })) } : one,
    );
    const { made, milliseconds } = await timed(() => ask({ branches }));
    narrowing.push(milliseconds);
    open.push(...(made.narrow ?? []));
    wanted.push(...(made.wanted ?? []));
    messages += 1;
  }
  return [
    atMost('digests.stored.allNew', allNew, 'ms', PAPERS, null),
    atMost('digests.stored.nothingNew.processor', nothingNew, 'ms', ROUNDS, MOST_WORK),
    atMost('digests.stored.nothingNew', same.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!, 'ms', ROUNDS, null),
    atMost('digests.stored.firstMessage', first.milliseconds, 'ms', PAPERS, null),
    atMost('digests.stored.narrowing', Math.max(...narrowing), 'ms', narrowing.length, null),
    atMost('digests.stored.1.messages', messages, 'messages', PAPERS, MOST_MESSAGES),
    atMost('digests.stored.1.notFound', 1 - wanted.length, 'papers', 1, 0),
  ];
}

export async function storedDigestFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-digests-'));
  const server = await startEmbedded({ directory: join(folder, 'postgres'), settings: { fsync: 'off' } });
  try {
    await migrate(server.url);
    const logins = await grantDoorLogins(server.url);
    const pool = openPool({ url: server.url, size: 2, applicationName: 'bench' });
    const admin = kyselyOver(pool);
    await arrange(admin);
    const config = readConfig({ DEMO: 'true', SECRET: 'a secret of benches, long enough for one', DATA_DIRECTORY: folder });
    const { tools, close } = openTools('exchange', config, logins.exchange);
    const rows = await figures(admin, tools, server.directory);
    await close();
    await pool.end();
    return rows;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
