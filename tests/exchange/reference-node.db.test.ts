// The reference node as its own process against the door and the worker of a small seeded portal: what it tells arrives whole, also when it misbehaves in every way.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedNation } from '../../seed/index.ts';
import { startExchange } from '../../src/apps/exchange.ts';
import { startWorker } from '../../src/apps/worker.ts';
import { type Config, readConfig } from '../../src/platform/config.ts';
import type { Db } from '../../src/platform/context.ts';
import { kyselyOver, openPool } from '../../src/platform/database/index.ts';
import { openLog } from '../../src/platform/log.ts';
import { type TestDatabase, createTestDatabase } from '../database/test-database.ts';

type Summary = {
  told: number;
  taken: number;
  papers: number;
  lost: number;
  sentAgain: number;
  heard: number;
  duplicates: number;
  quarantined: Record<string, number>;
  refused: Record<string, number>;
  complete: boolean;
  completeUpTo: string | null;
  unknown: string[];
  differing: { paper: string; why: string }[];
};
type Run = { code: number | null; summary: Summary };
type Kept = { kept?: { messageId: string; paper?: unknown } };

const root = join(import.meta.dirname, '../..');
const secret = 'a secret of one test, long enough to be taken for one';
let database: TestDatabase;
let config: Config;
let admin: Db;
let folder: string;
let address: string;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-node-'));
  const ports = { EXCHANGE_PORT: '0', WORKER_PORT: '0', CITIZEN_PORT: '0', DESK_PORT: '0' };
  config = readConfig({ DEMO: 'true', SECRET: secret, DATA_DIRECTORY: folder, DATABASE_POOL_SIZE: '4', ...ports });
  admin = kyselyOver(openPool({ url: database.adminUrl, size: 2, applicationName: 'test' }));
  await seedNation({ adminUrl: database.adminUrl, children: 20, dataDirectory: folder, secret, say: () => {} });
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

async function runNode(state: string, ...options: string[]): Promise<Run> {
  const node = startNode(state, options);
  let told = '';
  let complaint = '';
  node.stdout.on('data', (data: Buffer) => (told += data.toString()));
  node.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  const code = await new Promise<number | null>((resolve) => node.once('close', resolve));
  if (!told) throw new Error(complaint);
  return { code, summary: JSON.parse(told) as Summary };
}

function startNode(state: string, options: readonly string[]) {
  const usual = ['--state', state, '--url', address, '--total', '40', '--rate', '50', '--json', '--outbox', outboxOf(state)];
  const environment = { PATH: process.env['PATH'], SECRET: secret, DATA_DIRECTORY: folder, DEMO: 'true' };
  return spawn(process.execPath, ['reference-node/cctns-node.ts', ...usual, ...options], { cwd: root, env: environment });
}

const outboxOf = (state: string): string => join(folder, `${state}.ndjson`);
const toldBy = (state: string) =>
  readFileSync(outboxOf(state), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as Kept).kept ?? []);

type Became = { messageId: string | null; state: string; reason: string | null; refused: string | null };
async function became(node: string): Promise<Became[]> {
  const { rows } =
    await sql<Became>`select m.message_id, m.state, m.reason, d.refused from exchange_message m join exchange_delivery d on d.id = m.delivery_id
    where m.node_code = ${node} order by m.sequence`.execute(admin);
  return rows;
}
async function agreed(node: string): Promise<{ whole: boolean; papers: number }> {
  const { rows } = await sql<{
    whole: boolean;
    papers: number;
  }>`select bool_and(complete_up_to = up_to and digest_here = digest_there) as whole,
    sum(count_here)::int as papers from exchange_digest where node_code = ${node}`.execute(admin);
  return rows[0]!;
}

/** A node waits, tries again and is slow on a busy machine: this only ends what hangs. */
const PATIENCE = 300_000;

describe('the reference node', { timeout: PATIENCE }, () => {
  test('tells forty messages, each applied, and both sides hold the same', async () => {
    const { code, summary } = await runNode('WB');
    expect(summary).toMatchObject({ told: 40, taken: 40, lost: 0, quarantined: {}, refused: {}, complete: true, unknown: [] });
    expect(code).toBe(0);
    const messages = await became('police-WB');
    expect(messages.map(({ messageId }) => messageId).toSorted()).toEqual(toldBy('WB').map(({ messageId }) => messageId).toSorted()); // prettier-ignore
    expect(messages.filter(({ state }) => state !== 'applied')).toEqual([]);
    expect(await agreed('police-WB')).toEqual({ whole: true, papers: summary.papers });
    const { rows } = await sql<{
      reports: number;
    }>`select count(*)::int as reports from exchange_paper_child c join exchange_paper p using (paper_key)
      join record r on r.id = c.record_id where p.node_code = 'police-WB'`.execute(admin);
    expect(rows[0]!.reports).toBeGreaterThanOrEqual(summary.papers);
  });

  test('misbehaves in every way and ends complete all the same: what was lost was found by the digests, and nothing unsigned was applied', async () => {
    const { code, summary } = await runNode('BR', '--misbehave', 'all');
    expect(code).toBe(0);
    expect(summary).toMatchObject({ told: 40, taken: 40, complete: true, unknown: [] });
    expect(summary.lost).toBeGreaterThan(0);
    expect(summary.sentAgain).toBeGreaterThanOrEqual(summary.lost);
    expect(summary.duplicates).toBeGreaterThan(40);
    expect(Object.keys(summary.quarantined).toSorted()).toEqual(['json-broken', 'not-a-code']);
    expect(Object.keys(summary.refused).toSorted()).toEqual(['401 digest-wrong', '401 signature-wrong']);
    const messages = await became('police-BR');
    const applied = messages.filter(({ state }) => state === 'applied');
    expect(applied.map(({ messageId }) => messageId).toSorted()).toEqual(toldBy('BR').map(({ messageId }) => messageId).toSorted()); // prettier-ignore
    expect(messages.every(({ state, reason }) => state === 'applied' || (state === 'quarantined' && reason))).toBe(true);
    expect(messages.filter(({ refused }) => refused !== null)).toEqual([]);
    expect(await agreed('police-BR')).toEqual({ whole: true, papers: summary.papers });
    const refused = await sql`select 1 from exchange_delivery where node_code = 'police-BR' and refused is not null`.execute(admin);
    expect(refused.rows.length).toBeGreaterThan(0); // control: something unsigned came, and was kept for a person to look at
  });

  test('writes XML by the published schema, misbehaves in every way, and ends complete as with JSON', async () => {
    const { code, summary } = await runNode('OD', '--xml', '--misbehave', 'all');
    expect([code, summary.complete, summary.unknown]).toEqual([0, true, []]);
    expect(summary).toMatchObject({ told: 40, taken: 40 });
    expect(Object.keys(summary.quarantined).toSorted()).toEqual(['not-a-code', 'xml-broken']);
    expect(Object.keys(summary.refused).toSorted()).toEqual(['401 digest-wrong', '401 signature-wrong']);
    expect(await agreed('police-OD')).toEqual({ whole: true, papers: summary.papers });
    const { rows } = await sql<{
      type: string;
    }>`select distinct media_type as type from exchange_delivery where node_code = 'police-OD'`.execute(admin);
    expect(rows).toEqual([{ type: 'application/xml' }]);
  });

  test('goes on where it stopped: started again with its outbox, it tells new papers under new numbers', async () => {
    const { code, summary } = await runNode('WB');
    expect([code, summary.complete]).toEqual([0, true]);
    expect(toldBy('WB')).toHaveLength(80);
    expect(summary.heard).toBeGreaterThan(0); // what the portal told meanwhile of the first forty, kept and acknowledged
    expect((await became('police-WB')).filter(({ state }) => state !== 'applied')).toEqual([]);
  });

  test('is killed while it tells, and started again: all that it had told arrives', async () => {
    const node = startNode('KL', ['--total', '5000']);
    const gone = new Promise((resolve) => node.once('close', resolve));
    while (!existsSync(outboxOf('KL')) || !readFileSync(outboxOf('KL'), 'utf8').includes('taken')) await pause(50);
    node.kill('SIGKILL');
    await gone;
    const told = toldBy('KL').length;
    const { code, summary } = await runNode('KL', '--total', '1');
    expect([code, summary.complete, summary.told]).toEqual([0, true, 1]);
    expect(toldBy('KL').length).toBe(told + 1);
    const applied = (await became('police-KL')).filter(({ state }) => state === 'applied');
    expect(applied.map(({ messageId }) => messageId).toSorted()).toEqual(toldBy('KL').map(({ messageId }) => messageId).toSorted()); // prettier-ignore
  });

  test('changes to its next key while it tells; the one before may then be revoked', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const file = join(folder, 'next.pem');
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
    await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
      values ('police-TN:next', 'police-TN', ${raw}, now() - interval '1 day', now(), now())`.execute(admin);
    const next = ['--next-key', file, '--next-key-id', 'police-TN:next'];
    const { code, summary } = await runNode('TN', ...next, '--rotate-after', '10', '--total', '20');
    expect([code, summary.complete, summary.refused]).toEqual([0, true, {}]);
    const { rows } = await sql<{
      keys: number;
    }>`select count(distinct key_id)::int as keys from exchange_delivery where node_code = 'police-TN'`.execute(admin);
    expect(rows[0]!.keys).toBe(2);
    await sql`update exchange_node_key set revoked_at = now() where node_code = 'police-TN' and key_id <> 'police-TN:next'`.execute(admin);
    const later = await runNode('TN', '--key', file, '--key-id', 'police-TN:next', '--total', '5');
    expect([later.code, later.summary.complete]).toEqual([0, true]);
    await expect(runNode('TN', '--total', '1')).rejects.toThrow(/401.*key-revoked/); // control: with the old key it is not let in
  });

  test('control: without its outbox it does not know what it told, and both sides see that they differ', async () => {
    rmSync(outboxOf('BR'));
    const { code, summary } = await runNode('BR', '--total', '5', '--seed', 'another', '--patience', '3');
    expect([code, summary.complete]).toEqual([1, false]);
    expect(summary.unknown.length).toBeGreaterThan(0);
    expect(summary.differing.map(({ paper }) => paper)).toEqual(expect.arrayContaining(summary.unknown));
    expect(summary.differing.filter(({ why }) => why.startsWith('the portal has it, or more')).length).toBe(summary.unknown.length);
  });
});
