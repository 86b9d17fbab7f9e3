// The bundled server: starts, keeps its data, survives its program's crash, refuses what is taken.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { freePort } from './port.ts';

const settings = { fsync: 'off' };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vatsalya-embedded-'));
  chmodSync(made, 0o755);
  onTestFinished(() => rmSync(made, { recursive: true }));
  return join(made, 'postgres');
}

async function start(directory: string, port?: number): Promise<EmbeddedServer> {
  const server = await startEmbedded({ directory, port, settings });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

test('data is there after a stop and a second start, on the same password', async () => {
  const directory = folder();
  const first = await start(directory);
  await ask(first.url, 'create table kite as select 7 as id');
  await first.stop();
  await expect(ask(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  const second = await start(directory);
  expect(await ask(second.url, 'select id from kite')).toEqual([{ id: 7 }]);
  expect(new URL(second.url).password).toBe(new URL(first.url).password);
});

test('the password is needed and only its owner can read it; the server listens on loopback only', async () => {
  const directory = folder();
  const { url } = await start(directory);
  expect(statSync(join(directory, 'password')).mode & 0o777).toBe(0o600);
  const guess = new URL(url);
  guess.password = 'guess';
  await expect(ask(guess.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
});

test('the server log repeats neither statements nor values', async () => {
  const directory = folder();
  const { url } = await start(directory);
  await ask(url, `create table kite (name text primary key); insert into kite values ('Ashapurna')`);
  await expect(ask(url, `insert into kite values ('Ashapurna')`)).rejects.toThrow('duplicate key');
  const log = readFileSync(join(directory, 'server.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('Ashapurna');
});

test('a taken port is refused by number', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  await expect(start(folder(), port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is already in use`);
});

test('a folder whose server runs is refused', async () => {
  const directory = folder();
  await start(directory);
  await expect(startEmbedded({ directory, settings })).rejects.toThrow('still runs');
});

test('the lock file of a dead server is cleared, even if its number is another process by now', async () => {
  const directory = folder();
  await (await start(directory)).stop();
  writeFileSync(join(directory, 'cluster', 'postmaster.pid'), `${process.pid}\n`);
  const { url } = await start(directory);
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a setting the server refuses is told in its own words', async () => {
  const refused = startEmbedded({ directory: folder(), settings: { ...settings, shared_buffers: 'lots' } });
  await expect(refused).rejects.toThrow('shared_buffers');
});

test('a program that is killed takes its server with it, and the next one starts', async () => {
  const directory = folder();
  const module = JSON.stringify(join(import.meta.dirname, 'embedded.ts'));
  const program = `import { startEmbedded } from ${module};
    const server = await startEmbedded({ directory: ${JSON.stringify(directory)}, settings: { fsync: 'off' } });
    console.log(server.url); setInterval(() => {}, 1000);`;
  const killed = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => killed.stdout.once('data', resolve));
  expect(existsSync(join(directory, 'cluster', 'postmaster.pid'))).toBe(true);
  const gone = new Promise((resolve) => killed.once('exit', resolve));
  killed.kill('SIGKILL');
  await gone;
  expect(await ask((await start(directory)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});
