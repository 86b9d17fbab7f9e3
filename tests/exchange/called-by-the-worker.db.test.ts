// The reference node as its own process where the worker of a small seeded portal calls it: every message is receipted, in order for each child.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedNation } from '../../seed/index.ts';
import { startExchange } from '../../src/apps/exchange.ts';
import { startWorker } from '../../src/apps/worker.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Db } from '../../src/platform/context.ts';
import { kyselyOver, openPool } from '../../src/platform/database/index.ts';
import { openLog } from '../../src/platform/log.ts';
import { type TestDatabase, createTestDatabase } from '../database/test-database.ts';

type Summary = {
  complete: boolean;
  heard: number;
  called: { told: number; again: number; badly: number; open: number; outOfOrder: number; children: number; untold: number };
};

const root = join(import.meta.dirname, '../..');
const secret = 'a secret of one test, long enough to be taken for one';
let database: TestDatabase;
let admin: Db;
let folder: string;
let address: string;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-called-'));
  const ports = { EXCHANGE_PORT: '0', WORKER_PORT: '0', CITIZEN_PORT: '0', DESK_PORT: '0' };
  const config = readConfig({ DEMO: 'true', SECRET: secret, DATA_DIRECTORY: folder, DATABASE_POOL_SIZE: '4', ...ports });
  admin = kyselyOver(openPool({ url: database.adminUrl, size: 2, applicationName: 'test' }));
  await seedNation({ adminUrl: database.adminUrl, children: 1, dataDirectory: folder, secret, say: () => {} });
  const log = openLog('silent');
  const door = await startExchange(config, database.urls.exchange, log);
  running.push(door, await startWorker(config, database.urls.worker, log));
  address = door.url;
});
afterAll(async () => {
  for (const one of running) await one.stop();
  await admin?.destroy();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function runNode(...options: string[]): Promise<Summary> {
  const usual = ['--state', 'AS', '--url', address, '--rate', '50', '--json', '--outbox', join(folder, 'AS.ndjson')];
  const environment = { PATH: process.env['PATH'], SECRET: secret, DATA_DIRECTORY: folder, DEMO: 'true' };
  const node = spawn(process.execPath, ['reference-node/cctns-node.ts', ...usual, ...options], { cwd: root, env: environment });
  let [told, complaint] = ['', ''];
  node.stdout.on('data', (data: Buffer) => (told += data.toString()));
  node.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  await new Promise((resolve) => node.once('close', resolve));
  if (!told) throw new Error(complaint);
  return JSON.parse(told) as Summary;
}

/** A portal so busy that it tells nothing before the node has told all and both sides agree. */
async function busyWhile(node: Promise<unknown>): Promise<void> {
  const isOver = node.then(() => true);
  await admin.transaction().execute(async (held) => {
    await sql`lock table exchange_outgoing in share row exclusive mode`.execute(held);
    const agreed = sql`select 1 from exchange_digest where node_code = 'police-AS' and complete_up_to = up_to`;
    while ((await agreed.execute(admin)).rows.length === 0 && !(await Promise.race([isOver, pause(100)])));
  });
}

test('is called by the worker, answers one call with an error and one with another’s signature, and has receipted all in order for each child', async () => {
  const port = await freePort();
  await sql`update exchange_node set call_url = ${`http://127.0.0.1:${port}/from-portal`} where code = 'police-AS'`.execute(admin);
  const node = runNode('--listen', String(port), '--answer-badly', 'error,wrong-receipt', '--total', '20');
  await busyWhile(node);
  const summary = await node;
  expect(summary).toMatchObject({ complete: true, heard: 0, called: { open: 0, outOfOrder: 0, badly: 2, untold: 0 } });
  const { rows } = await sql<{
    state: string;
    messages: number;
    receipts: number;
  }>`select state, count(*)::int as messages, count(receipt)::int as receipts
    from exchange_outgoing where node_code = 'police-AS' group by state`.execute(admin);
  expect(rows).toEqual([{ state: 'delivered', messages: summary.called.told, receipts: summary.called.told }]);
  expect(summary.called.told).toBeGreaterThan(11);
  expect(summary.called.again).toBeGreaterThanOrEqual(2);
}, 120_000);
