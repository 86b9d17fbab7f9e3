// Work that is done later, at least once: a queue in PostgreSQL, so a job sent in a transaction exists only if it commits.
import { type Job, type KyselyTransactionLike, type WorkOptions, PgBoss, fromKysely } from 'pg-boss';
import type { Instant } from '../../kernel/time.ts';
import { type JobData, type JobFinished, type JobHandler, type JobReport, runBatch } from './run-batch.ts';

export type JobsSettings = {
  /** The worker's login, which owns the schema `jobs`; a direct connection: LISTEN does not pass a transaction-pooling proxy. */
  url: string;
  /** Told of every failed job and every trouble of the queue itself. `about` has ids and queue names only. */
  onError(error: Error, about: JobReport): void;
  onFinished?(job: JobFinished): void;
};

/**
 * Rules of one queue, taken by jobs when they are sent: those sent before `work` was first called keep the defaults. A failed job is tried `retryLimit` more times (default 5), waiting about 2, 4, 8… seconds between.
 */
export type QueueRules = {
  retryLimit?: number;
  retryDelaySeconds?: number;
  /** A job running longer is taken to hang and tried again, though its worker lives. Default 900. */
  expireInSeconds?: number;
  /** How many jobs of this queue one worker runs at once. At least 10, the default: smaller batches drain slowly. */
  batchSize?: number;
};

export type SendOptions = {
  /** While a job with this key waits, another one is not added: "match this record again" is asked once. */
  singletonKey?: string;
  startAfter?: Instant;
  /** A Kysely transaction: the job is sent if and when it commits. */
  transaction?: KyselyTransactionLike;
};

export type Jobs = {
  /** Starts working on a queue. Handlers must be safe to run twice with the same data. */
  work<Data extends JobData>(queue: string, handler: JobHandler<Data>, rules?: QueueRules): Promise<void>;
  /** The job's id, or null when one with the same `singletonKey` waits already. `data` holds ids, never anything personal. */
  send(queue: string, data: JobData, options?: SendOptions): Promise<string | null>;
  /** Many at once, each under a key of its own, in one statement of the transaction. */
  sendAll(queue: string, jobs: readonly { key: string; data: JobData }[], transaction: KyselyTransactionLike): Promise<void>;
  /** Sends a job at each time of the cron expression by the clock in India. Repeating the call replaces the schedule of that `key`. */
  schedule(queue: string, cron: string, options?: { data?: JobData; key?: string }): Promise<void>;
  /** Sends failed jobs that ran out of tries to their queue again. Returns how many. */
  retryDead(queue: string, limit?: number): Promise<number>;
  /** Takes no new jobs, lets running ones finish (at most `seconds`, default 10), closes connections. May be called twice. */
  stop(seconds?: number): Promise<void>;
};

/** Where jobs end up whose tries ran out. Nobody works on it: an operator reads it. */
export const deadJobs = 'dead-jobs';

/** Makes or upgrades the queue's tables and connects. Several workers may start at once. */
export async function startJobs(settings: JobsSettings): Promise<Jobs> {
  const boss = await open(settings);
  await boss.createQueue(deadJobs);
  const known = new Set<string>();

  /** 'short' lets one job wait per key, which is what `singletonKey` promises; with the standard policy a key alone does nothing. */
  async function ensure(queue: string): Promise<void> {
    if (known.has(queue)) return;
    await boss.createQueue(queue, { policy: 'short', notify: true, deadLetter: deadJobs, ...retries({}) });
    known.add(queue);
  }

  return {
    async work<Data extends JobData>(queue: string, handler: JobHandler<Data>, rules: QueueRules = {}) {
      await ensure(queue);
      await boss.updateQueue(queue, { notify: true, deadLetter: deadJobs, ...retries(rules) });
      await boss.work(
        queue,
        { ...draining, heartbeatRefreshSeconds: ALIVE_EVERY_SECONDS, batchSize: Math.max(10, rules.batchSize ?? 10) },
        (batch: Job<Data>[]) => runBatch(queue, batch, handler, settings),
      );
    },

    async send(queue, data, { singletonKey, startAfter, transaction } = {}) {
      await ensure(queue);
      return boss.send(queue, data, {
        singletonKey: singletonKey ?? crypto.randomUUID(), // without a key all jobs of the queue would share the empty one
        ...(startAfter ? { startAfter } : {}),
        ...(transaction ? { db: fromKysely(transaction) } : {}),
      });
    },

    async sendAll(queue, all, transaction) {
      if (all.length === 0) return;
      await ensure(queue);
      await boss.insert(queue, all.map(({ key, data }) => ({ data, singletonKey: key })), { db: fromKysely(transaction) }); // prettier-ignore
    },

    async schedule(queue, cron, { data = {}, key = '' } = {}) {
      await ensure(queue);
      // The key again: a tick that finds the last one still waiting adds nothing. 'once' makes up for ticks missed while we were down.
      await boss.schedule(queue, cron, data, { tz: 'Asia/Kolkata', key, singletonKey: `schedule/${key}`, missed: 'once' });
    },

    retryDead: (queue, limit = 1000) => boss.redrive(deadJobs, { sourceName: queue, limit }),

    stop: (seconds = 10) => boss.stop({ graceful: true, close: true, timeout: seconds * 1000 }),
  };
}

// Measured: one job at a time drains at one or two a second, and by default one failure fails its whole batch.
const draining = {
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 3, // new jobs announce themselves; retries and jobs for later wait for this
} as const satisfies WorkOptions;

/**
 * A worker that was killed says nothing more of the jobs it had in hand: after so long another tries them, about a minute with the looking. Without it they
 * would wait for `expireInSeconds`. Far above what may keep a live worker's processor busy (reading the register takes seconds): else its jobs would run twice.
 */
const SILENT_SECONDS = 30;
const ALIVE_EVERY_SECONDS = 5;
/** One worker in turn looks for such jobs, and counts the queue as it does: more often would cost more than it is worth. */
const LOOK_SECONDS = 30;

function retries({ retryLimit = 5, retryDelaySeconds = 2, expireInSeconds = 900 }: QueueRules) {
  const growing = retryDelaySeconds > 0 ? { retryBackoff: true, retryDelayMax: 600 } : { retryBackoff: false };
  return { retryLimit, retryDelay: retryDelaySeconds, expireInSeconds, heartbeatSeconds: SILENT_SECONDS, ...growing };
}

async function open({ url, onError }: JobsSettings): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    createSchema: false, // a migration made it: the worker may not make schemas
    application_name: 'vatsalya-jobs',
    max: 6,
    useListenNotify: true,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
  });
  // Without a listener an error event would end the process, for instance when the database restarts.
  boss.on('error', (error) => onError(error, {}));
  boss.on('warning', ({ message }) => onError(new Error(message), {}));
  return boss.start();
}
