// The sample client, plain sh with curl and openssl, against the door on loopback: another implementation of every signature there is.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/time.ts';
import { readPublicKey } from '../../src/platform/credentials/index.ts';
import { type Nation, startNation } from '../database/tools.ts';
import { linesOf, messageOf, openExchangeDoor, openNodes } from './node.ts';

const run = promisify(execFile);
const client = join(import.meta.dirname, '../../contract/v1/sample-client.sh');
let nation: Nation;
let app: FastifyInstance;
let folder: string;
let address: string;

beforeAll(async () => {
  nation = await startNation();
  nation.clock.now = systemClock(); // the client has a clock of its own
  await openNodes(nation);
  app = await openExchangeDoor(nation);
  address = await app.listen({ host: '127.0.0.1', port: 0 });
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-client-'));
});
afterAll(async () => {
  await app?.close();
  await nation?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function says(...words: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], NODE: 'police-BR', EXCHANGE: address };
  return (await run('/bin/sh', [client, ...words], { cwd: folder, env })).stdout;
}
const refusalOf = (...words: string[]): Promise<string> =>
  says(...words).then(
    () => 'taken',
    (error: { stderr: string }) => error.stderr.trim(),
  );
function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

test('makes a key, sends what it signs, believes only the portal, and learns what became of it', async () => {
  const made = await says('key');
  const keyId = made.split('\n')[0]!;
  const message = fileOf('one.json', JSON.stringify(messageOf(nation)));
  expect(await refusalOf('send', message)).toMatch(/401.*key-unknown/);
  await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
    values (${keyId}, 'police-BR', ${readPublicKey(made.slice(keyId.length))}, ${nation.clock.now}, ${nation.clock.now}, ${nation.clock.now})`.execute(
    nation.admin,
  );
  expect(await refusalOf('send', message)).toMatch(/first fetch the portal's key/);
  expect(await says('trust')).toMatch(/^portal:[0-9a-f]{16}\n$/);
  const receipt = JSON.parse(await says('send', message)) as { messages: { state: string }[] };
  expect(receipt.messages.map(({ state }) => state)).toEqual(['taken']);
  const lines = fileOf('three.ndjson', linesOf([messageOf(nation), { broken: true }, messageOf(nation)]));
  const batch = JSON.parse(await says('send', lines)) as typeof receipt;
  expect(batch.messages.map(({ state }) => state)).toEqual(['taken', 'quarantined', 'taken']);
  const { outcomes } = JSON.parse(await says('outcomes')) as { outcomes: { state: string; reason: string }[] };
  expect(outcomes.map(({ state, reason }) => `${state} ${reason}`)).toEqual(['quarantined missing']);
  expect(await refusalOf('send', 'nowhere.json')).toBe('no file nowhere.json can be read');
});

test('fetches what the portal tells, and says up to where it has it', async () => {
  expect(JSON.parse(await says('told'))).toMatchObject({ node: 'police-BR', messages: [], more: false });
  expect(JSON.parse(await says('have', '7'))).toMatchObject({ node: 'police-BR', upTo: 7, acknowledged: 0 });
  expect(await refusalOf('have', 'all')).toMatch(/^not taken \(400\)/);
});

test('control: it does not believe an answer that another key signed', async () => {
  const { stdout } = await run('openssl', ['genpkey', '-algorithm', 'ed25519']);
  writeFileSync(join(folder, 'other.pem'), stdout);
  await run('openssl', ['pkey', '-in', join(folder, 'other.pem'), '-pubout', '-out', join(folder, 'portal.pem')]);
  expect(await refusalOf('outcomes')).toMatch(/not signed as it should be/);
});
