// Alerts queued at once, two workers sending, one killed in the middle: how long until the provider has each, and whether each took effect once.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Figure, atMost, observed, percentile } from '../../scripts/figures.ts';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type Instant, milliseconds, systemClock } from '../../src/kernel/time.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Tools, inContext } from '../../src/platform/context.ts';
import { grantDoorLogins, migrate, startEmbedded } from '../../src/platform/database/index.ts';
import { queueMessage } from '../../src/platform/messages/store.ts';
import type { Report } from './gateway.ts';

/** `latency` in milliseconds and `rate` a second (0: as many as come) are the provider's, as text. */
export type FanOut = { messages: number; channel: 'sms' | 'email'; latency: string; rate: string };
export const usualFanOut: FanOut = { messages: 10_000, channel: 'sms', latency: '100', rate: '0' };

const root = join(import.meta.dirname, '../..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const GOAL_SECONDS = 60;
const KILL_AFTER_SHARE = 0.4;
const MOST_SECONDS = 300;

const loader = ['--import', join(root, 'scripts/tsx-loader.ts')];

type Gateway = { child: ChildProcess; port: number; ask<T>(question: 'report' | 'count'): Promise<T> };

async function startGateway({ channel, latency, rate }: FanOut): Promise<Gateway> {
  const child = spawn(
    process.execPath,
    [...loader, join(root, `bench/messages/${channel === 'sms' ? 'gateway' : 'mail-server'}.ts`), latency, rate],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    child,
    port,
    async ask<T>(question: 'report' | 'count') {
      child.send(question);
      return ((await once(child, 'message')) as [T])[0];
    },
  };
}

async function startWorker(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...loader, join(root, 'src/apps/door.ts'), 'worker'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(() => {
    throw new Error('a worker stopped before it was ready');
  });
  await Promise.race([once(child, 'message'), died]);
  died.catch(() => {}); // one is killed later, on purpose
  return child;
}

const asking = {
  actor: { kind: 'system', name: 'bench' },
  requestId: newId(),
  ground: { name: 'bench', purpose: 'duty' },
} as const;

/** One alert to each of so many invented numbers, in one transaction. Seconds it took. */
async function queueAll(tools: Tools, { messages, channel }: FanOut): Promise<number> {
  const started = performance.now();
  await inContext(tools, asking, async (context) => {
    for (let n = 0; n < messages; n += 1) {
      const facts = { reference: `MC-BR-2026-${String(n).padStart(6, '0')}-K`, office: 'PS Bantra', link: 'https://desk.example/alerts' };
      const to = channel === 'sms' ? `+9160000${String(n).padStart(5, '0')}` : `office-${n}@example.in`;
      await queueMessage(context, { channel, to, template: 'nodalAlert', facts, locale: 'en', urgency: 'alarm' });
    }
  });
  return (performance.now() - started) / 1000;
}

async function waitFor(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await isSo())) {
    if (performance.now() - started > MOST_SECONDS * 1000) throw new Error(`${what}: not within ${MOST_SECONDS} s`);
    await pause(100);
  }
}

async function measure(tools: Tools, environment: Record<string, string>, gateway: Gateway, asked: FanOut): Promise<Figure[]> {
  const { messages: wanted, channel } = asked;
  const gatewayOfSms = { SMS_GATEWAY_URL: `http://127.0.0.1:${gateway.port}/sms`, SMS_GATEWAY_KEY: 'bench', SMS_SENDER: 'VATSLY' };
  const mailServer = { SMTP_URL: `smtp://127.0.0.1:${gateway.port}`, MAIL_FROM: 'no-reply@vatsalya.example' };
  const env: Record<string, string> = { ...environment, ...(channel === 'sms' ? gatewayOfSms : mailServer) };
  const workers = [await startWorker(env), await startWorker(env)];
  try {
    const queueing = await queueAll(tools, asked);
    say(`${wanted} queued in ${queueing.toFixed(1)} s, load ${loadavg()[0]!.toFixed(1)}`);
    await waitFor('the middle', async () => (await gateway.ask<{ taken: number }>('count')).taken >= wanted * KILL_AFTER_SHARE);
    workers[0]!.kill('SIGKILL');
    await once(workers[0]!, 'exit');
    const unnoted = await count(tools, sql`attempts > 0 and sent_at is null`);
    workers[0] = await startWorker(env);
    await waitFor('the end', async () => (await count(tools, sql`sent_at is null`)) === 0);
    const { rows } = await sql<{ id: string; createdAt: Instant }>`select id, created_at from message`.execute(tools.db);
    const { first, asked: askedOf } = await gateway.ask<Report>('report');
    const waits = rows.map(({ id, createdAt }) => ((first[id] ?? Number.NaN) - milliseconds(createdAt)) / 1000);
    const twice = Object.values(askedOf).filter((times) => times > 1).length;
    const reached = rows.filter(({ id }) => id in first).length;
    const last = Math.max(...Object.values(first));
    const seconds = (last - milliseconds(rows[0]!.createdAt)) / 1000;
    say(`load ${loadavg()[0]!.toFixed(1)}`);
    return [
      atMost('messages.queueing-transaction', queueing, 's', wanted, null),
      atMost('messages.to-provider.p50', percentile(waits, 0.5), 's', wanted, null),
      atMost('messages.to-provider.p99', percentile(waits, 0.99), 's', wanted, GOAL_SECONDS),
      atMost('messages.to-provider.last', seconds, 's', wanted, 5 * GOAL_SECONDS),
      observed('messages.killed-with-some-in-hand', unnoted > 0),
      atMost('messages.without-effect', rows.length - reached, 'messages', wanted, 0),
      atMost('messages.effects-of-nothing-queued', Object.keys(first).length - reached, 'effects', wanted, 0),
      // A gateway takes a key once. A mail server knows none: two mails of one Message-ID, which mailboxes may show as one.
      atMost(channel === 'sms' ? 'messages.handed-over-twice-taken-once' : 'messages.mailed-twice', twice, 'messages', wanted, null),
    ];
  } finally {
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(
      workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map((worker) => once(worker, 'exit')),
    );
  }
}

async function count({ db }: Tools, which: ReturnType<typeof sql>): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from message where ${which}`.execute(db)).rows[0]!.n;
}

export async function fanOutFigures(asked: FanOut = usualFanOut): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-messages-'));
  const database = await startEmbedded({ directory: join(directory, 'postgres') });
  const gateway = await startGateway(asked);
  try {
    await migrate(database.url);
    const logins = await grantDoorLogins(database.url);
    const secret = `secret of a bench, ${systemClock()}`;
    const environment = {
      DATABASE_URL: logins.worker,
      DEMO: 'true',
      SECRET: secret,
      DATA_DIRECTORY: directory,
      WORKER_PORT: '0',
      LOG_LEVEL: 'error',
    };
    const { tools, close } = openTools('worker', readConfig(environment), logins.worker);
    try {
      return await measure(tools, environment, gateway, asked);
    } finally {
      await close();
    }
  } finally {
    gateway.child.kill();
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
