// The worker: hands the diary's news to listeners, sends messages, compares what nothing has compared yet, forgets what must be forgotten.
import type { Config } from '../platform/config.ts';
import { createServer } from '../platform/http/server.ts';
import { startJobs } from '../platform/jobs/index.ts';
import { type Log, factsOfFault } from '../platform/log.ts';
import { observeJob } from '../platform/metrics.ts';
import { serveLaw } from '../modules/obligations/index.ts';
import { dutyLoops } from './loops/duties.ts';
import { exchangeLoops } from './loops/exchange.ts';
import { checkLoop, matchingLoop, weigh } from './loops/matching.ts';
import { hearNews, newsLoop } from './loops/news.ts';
import { type Worker, asSystem } from './loops/system.ts';
import { noticeLoops } from './loops/notices.ts';
import { upkeepLoops } from './loops/upkeep.ts';
import { wordLoops } from './loops/words.ts';
import { openPrecedence } from './precedence.ts';
import { openTools } from './tools.ts';

export async function startWorker(config: Config, databaseUrl: string, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  const { tools, close } = openTools('worker', config, databaseUrl, { log });
  const jobs = await startJobs({
    url: databaseUrl,
    onError: (error, about) => log.error({ ...about, ...factsOfFault(error) }, 'job.fault'),
    onFinished: observeJob,
  });
  const worker: Worker = { tools, config, databaseUrl, jobs, precedence: openPrecedence(), log };
  await hearNews(worker);
  await weigh(worker);
  await asSystem(tools, 'law.serve', (context) => serveLaw(context));
  const words = await wordLoops(worker);
  // The door answers before the loops begin: reading the register keeps the processor busy for seconds.
  const server = await createServer(tools, log, config);
  const url = await server.listen(config.host, config.ports.worker);
  const loops = [
    newsLoop(worker),
    ...exchangeLoops(worker),
    ...words(),
    matchingLoop(worker),
    checkLoop(worker),
    ...dutyLoops(worker),
    ...noticeLoops(worker),
    ...upkeepLoops(worker),
  ];
  return {
    url,
    async stop() {
      await Promise.all([server.stop(), ...loops.map((loop) => loop.stop())]);
      await jobs.stop();
      await close();
    },
  };
}
