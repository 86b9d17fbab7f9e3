// The queue on a real database: transactions, retries, dead jobs, keys, schedules and stopping.
import { spawn } from 'node:child_process';
import { once as nodeOnce } from 'node:events';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addHours, systemClock } from '../../kernel/time.ts';
import { type TestDatabase, createTestDatabase } from '../../../tests/database/test-database.ts';
import { type JobFinished, type JobReport, type Jobs, deadJobs, startJobs } from './index.ts';

let database: TestDatabase;
let db: Kysely<unknown>;
let jobs: Jobs;
let errors: JobReport[];
let finished: JobFinished[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.urls.worker, max: 2 }) }) });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(async () => {
  errors = [];
  finished = [];
  jobs = await startJobs({
    url: database.urls.worker,
    onError: (_error, about) => errors.push(about),
    onFinished: (job) => finished.push(job),
  });
});
afterEach(() => jobs.stop(2));

/** Jobs of a queue by state, as the database has them. */
async function statesOf(queue: string): Promise<string[]> {
  const { rows } = await sql<{
    state: string;
  }>`select state::text from jobs.job where name = ${queue} order by created_on, data::text`.execute(db);
  return rows.map(({ state }) => state);
}

function once(): { promise: Promise<void>; done: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, done: resolve };
}

const soon = { timeout: 20_000, interval: 50 };

test('a job reaches its handler with its data, at once', async () => {
  const arrived = Promise.withResolvers<unknown>();
  await jobs.work<{ record: string }>('greet', async ({ data }) => arrived.resolve(data));
  const start = performance.now();
  await jobs.send('greet', { record: 'r-1' });
  expect(await arrived.promise).toEqual({ record: 'r-1' });
  expect(performance.now() - start).toBeLessThan(1500); // announced, not found by the next poll
});

test('a full queue drains in batches', async () => {
  for (let number = 0; number < 120; number++) await jobs.send('many', { number });
  const seen = new Set<number>();
  const start = performance.now();
  await jobs.work<{ number: number }>('many', async ({ data: { number } }) => void seen.add(number));
  await expect.poll(() => seen.size, soon).toBe(120);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('one failure is tried again, then set aside, and its neighbours are done', async () => {
  const attempts: number[] = [];
  await jobs.work<{ record: string }>(
    'mixed',
    async ({ data: { record }, attempt }) => {
      if (record === 'good') return;
      attempts.push(attempt);
      throw new RangeError('Meenakshi, 9 years');
    },
    { retryLimit: 1, retryDelaySeconds: 0 },
  );
  await db.transaction().execute(async (transaction) => {
    for (const record of ['bad', 'good']) await jobs.send('mixed', { record }, { transaction }); // they arrive together, as one batch
  });
  await expect.poll(() => statesOf(deadJobs), soon).toEqual(['created']);
  expect(attempts).toEqual([1, 2]);
  expect(await statesOf('mixed')).toEqual(['failed', 'completed']);
  expect(errors.map(({ queue, attempt }) => [queue, attempt])).toEqual([
    ['mixed', 1],
    ['mixed', 2],
  ]);
  const { rows } = await sql<{ row: string }>`select j::text as row from jobs.job j where name in ('mixed', ${deadJobs})`.execute(db);
  expect(JSON.stringify(rows)).not.toContain('Meenakshi');
  expect(await jobs.retryDead('mixed')).toBe(1);
});

test('a job sent in a transaction exists only if it commits', async () => {
  const failing = db.transaction().execute(async (transaction) => {
    await jobs.send('careful', { record: 'no' }, { transaction });
    throw new Error('changed our mind');
  });
  await expect(failing).rejects.toThrow('changed our mind');
  expect(await statesOf('careful')).toEqual([]);
  await db.transaction().execute((transaction) => jobs.send('careful', { record: 'yes' }, { transaction }));
  expect(await statesOf('careful')).toEqual(['created']);
});

test('one waits per key; without a key each waits for itself', async () => {
  expect(await jobs.send('keyed', { n: 1 }, { singletonKey: 'record-1' })).not.toBeNull();
  expect(await jobs.send('keyed', { n: 2 }, { singletonKey: 'record-1' })).toBeNull();
  expect(await jobs.send('keyed', { n: 3 }, { singletonKey: 'record-2' })).not.toBeNull();
  expect(await jobs.send('keyed', { n: 4 })).not.toBeNull();
  expect(await jobs.send('keyed', { n: 5 })).not.toBeNull();
});

test('a job for later waits', async () => {
  const ran: string[] = [];
  await jobs.send('later', { record: 'later' }, { startAfter: addHours(systemClock(), 1) });
  await jobs.send('later', { record: 'now' });
  await jobs.work<{ record: string }>('later', async ({ data: { record } }) => void ran.push(record));
  await expect.poll(() => statesOf('later'), soon).toEqual(['created', 'completed']);
  expect(ran).toEqual(['now']);
});

test('schedules run by the clock in India and replace themselves', async () => {
  await jobs.schedule('nightly', '0 2 * * *', { key: 'rebuild' });
  await jobs.schedule('nightly', '30 2 * * *', { key: 'rebuild' });
  const { rows } = await sql`select cron, timezone from jobs.schedule where name = 'nightly'`.execute(db);
  expect(rows).toEqual([{ cron: '30 2 * * *', timezone: 'Asia/Kolkata' }]);
});

test('stopping lets a running job finish', async () => {
  const [started, release] = [once(), once()];
  await jobs.work('slow', async () => {
    started.done();
    await release.promise;
  });
  await jobs.send('slow', {});
  await started.promise;
  const stopping = jobs.stop(10);
  release.done();
  await stopping;
  expect(await statesOf('slow')).toEqual(['completed']);
  expect(finished.map(({ queue, outcome }) => [queue, outcome])).toEqual([['slow', 'completed']]);
  await jobs.stop();
});

test('two workers share one queue', async () => {
  const other = await startJobs({ url: database.urls.worker, onError: (error) => expect.fail(error.message) });
  const arrived = once();
  await jobs.work('across', async () => arrived.done());
  await other.send('across', {});
  await arrived.promise;
  await other.stop();
});

/** A worker as a process of its own that takes jobs and never ends them. */
async function workerThatHangs(queue: string): Promise<{ kill(): Promise<void> }> {
  const program = `import { startJobs } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    const jobs = await startJobs({ url: process.env.URL, onError() {} });
    await jobs.work(${JSON.stringify(queue)}, () => new Promise(() => process.send('taken')));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { URL: database.urls.worker },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await nodeOnce(child, 'message');
  return {
    async kill() {
      child.kill('SIGKILL');
      await nodeOnce(child, 'exit');
    },
  };
}

const heartbeats = async (queue: string) => {
  const { rows } = await sql<{ state: string; moved: boolean }>`select state::text, heartbeat_on > started_on as moved
    from jobs.job where name = ${queue}`.execute(db);
  return rows;
};

test('what a killed worker had in hand is tried by another; what a living one has in hand is not', { timeout: 120_000 }, async () => {
  const [killed, release, again] = ['killed', once(), Promise.withResolvers<number>()] as const;
  let runs = 0;
  await jobs.work('living', async () => void (runs++, await release.promise));
  await jobs.send('living', {});
  await jobs.send(killed, {});
  const hanging = await workerThatHangs(killed);
  await expect.poll(() => heartbeats(killed), soon).toEqual([{ state: 'active', moved: true }]);
  await expect.poll(() => heartbeats('living'), soon).toEqual([{ state: 'active', moved: true }]);
  await hanging.kill();
  // Half a minute goes by: whoever lives says so before the next look, whoever does not cannot.
  await sql`update jobs.job set heartbeat_on = heartbeat_on - interval '25 seconds' where name = any (${[killed, 'living']})`.execute(db);
  await jobs.work(killed, async ({ attempt }) => again.resolve(attempt));
  expect(await again.promise).toBe(2);
  expect(runs).toBe(1);
  expect(await statesOf('living')).toEqual(['active']);
  release.done();
  await expect.poll(() => statesOf('living'), soon).toEqual(['completed']);
});
