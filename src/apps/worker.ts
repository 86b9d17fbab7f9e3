// The worker: hands the diary's news to listeners, sends messages, compares what nothing has compared yet, forgets what must be forgotten.
import pg from 'pg';
import { newId } from '../kernel/ids.ts';
import type { Config } from '../platform/config.ts';
import { type Context, type Tools, inContext } from '../platform/context.ts';
import { createServer } from '../platform/http/server.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log.ts';
import { type Providers, outboxProvider, sendWaitingMessages, smsOverHttp } from '../platform/messages/index.ts';
import { forgetOldRows, platformKept } from '../platform/retention.ts';
import { observeJob } from '../platform/metrics.ts';
import { kept as citizenKept } from '../modules/citizens/index.ts';
import { listeners as cwcListeners } from '../modules/cwc/index.ts';
import { type HappeningNews, type Listener, takeNews } from '../modules/diary/index.ts';
import { listeners as matchingListeners, catchUp } from '../modules/matching/index.ts';
import { listeners as missingListeners } from '../modules/missing-reports/index.ts';
import { expireNotices } from '../modules/notices/index.ts';
import { kept as officerKept } from '../modules/officers/index.ts';
import { openTools } from './tools.ts';

const listeners: readonly Listener[] = [...missingListeners, ...matchingListeners, ...cwcListeners];
const CATCH_UP_MILLISECONDS = 5_000; // for news announced while nobody listened

async function asSystem<T>(tools: Tools, name: string, work: (context: Context) => Promise<T>): Promise<T> {
  return inContext(tools, { actor: { kind: 'system', name }, requestId: newId(), ground: { name, purpose: 'duty' } }, work);
}

/** Moves news from the diary's outbox into each listener's queue, in one transaction, until there is none. */
async function dispatch(tools: Tools, jobs: Jobs): Promise<void> {
  for (;;) {
    const taken = await asSystem(tools, 'diary.dispatch', async (context) => {
      const news = await takeNews(context);
      for (const item of news) {
        for (const listener of listeners.filter((candidate) => candidate.happenings.includes(item.happening))) {
          await jobs.send(listener.name, item, { transaction: context.db, singletonKey: item.entryId });
        }
      }
      return news.length;
    });
    if (taken === 0) return;
  }
}

/** Runs `work` now, whenever one of `channels` is notified, and every few seconds; never twice at once. */
function whenever(url: string, channels: string[], work: () => Promise<void>, log: Log): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const run = (): void => {
    if (running || stopped) {
      again = true;
      return;
    }
    again = false;
    running = work()
      .catch((error: Error) =>
        log.error({ queue: channels[0]!, errorName: error.name, errorCode: (error as { code?: string }).code ?? '' }),
      )
      .finally(() => {
        running = null;
        if (again) run();
      });
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url });
    next.on('error', () => {});
    next.on('end', () => (client = null));
    next.on('notification', run);
    await next.connect();
    for (const channel of channels) await next.query(`listen ${channel}`);
    client = next;
  };
  const timer = setInterval(() => {
    if (!client && !stopped) void connect().catch(() => {});
    run();
  }, CATCH_UP_MILLISECONDS);
  void connect().then(run, () => {});
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await client?.end();
      await running;
    },
  };
}

export async function startWorker(config: Config, databaseUrl: string, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  const { tools, close } = openTools('worker', config, databaseUrl);
  const jobs = await startJobs({
    url: databaseUrl,
    onError: (error, about) => log.error({ ...about, errorName: error.name }),
    onFinished: observeJob,
  });
  for (const listener of listeners) {
    await jobs.work<HappeningNews>(listener.name, async ({ data }) =>
      asSystem(tools, listener.name, (context) => listener.hear(context, data)),
    );
  }
  const providers: Providers = {
    sms: config.sms ? smsOverHttp(config.sms) : outboxProvider('sms', config.demo),
    email: outboxProvider('email', config.demo), // no carrier of e-mail yet: nothing is written to one that can go by SMS
  };
  const faulted = (error: Error): void => log.error({ queue: 'matching.catchUp', errorName: error.name });
  const loops = [
    whenever(databaseUrl, ['diary'], () => dispatch(tools, jobs), log),
    whenever(databaseUrl, ['message'], () => sendWaitingMessages(tools, providers), log),
    whenever(
      databaseUrl,
      ['catch_up'],
      async () => {
        while ((await catchUp((work) => asSystem(tools, 'matching.catchUp', work), faulted)) > 0);
      },
      log,
    ),
    whenever(
      databaseUrl,
      ['upkeep'],
      async () => {
        await asSystem(tools, 'notice.expire', expireNotices);
        await asSystem(tools, 'retention', (context) => forgetOldRows(context, [...platformKept, ...citizenKept, ...officerKept]));
      },
      log,
    ),
  ];
  const server = await createServer(tools, log, config);
  const url = await server.listen(config.host, config.ports.worker);
  return {
    url,
    async stop() {
      for (const loop of loops) await loop.stop();
      await jobs.stop();
      await server.stop();
      await close();
    },
  };
}
