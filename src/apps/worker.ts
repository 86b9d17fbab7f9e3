// The worker: hands the diary's news to listeners, sends messages, compares what nothing has compared yet, forgets what must be forgotten.
import { newId } from '../kernel/ids.ts';
import type { Config } from '../platform/config.ts';
import { type Context, type Tools, inContext } from '../platform/context.ts';
import { createServer } from '../platform/http/server.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import { type Log, factsOfFault } from '../platform/log.ts';
import { pushKeys, takeReceipts } from '../platform/messages/index.ts';
import { forgetOldRows, platformKept } from '../platform/retention.ts';
import { observeJob } from '../platform/metrics.ts';
import { listeners as alertListeners } from '../modules/alerts/index.ts';
import { kept as calendarKept } from '../modules/calendars/index.ts';
import { kept as citizenKept } from '../modules/citizens/index.ts';
import { endFirstMonths } from '../modules/care-plans/index.ts';
import { listeners as cwcListeners } from '../modules/cwc/index.ts';
import { countDutiesOfCases, reachEveryone } from '../modules/directives/index.ts';
import { raiseStopSigns } from '../modules/family-care/index.ts';
import { type HappeningNews, type Listener, newsFor, takeNews } from '../modules/diary/index.ts';
import { countNextDrive } from '../modules/drives/index.ts';
import {
  listeners as exchangeListeners,
  countExchange,
  eraseSettled,
  keepDigests,
  keepLists,
  kept as exchangeKept,
  openCaller,
  portalKeys,
  sendOutgoing,
  settleDue,
} from '../modules/fir-exchange/index.ts';
import { listeners as homeListeners } from '../modules/institutions/index.ts';
import { tellDigest, tellNext } from '../modules/intimations/index.ts';
import { carryOutDue, followLaw as followLawInConflict } from '../modules/jjb/index.ts';
import { listeners as matchingListeners, catchUp, registerHeld, serveWeights, warmRegister } from '../modules/matching/index.ts';
import { listeners as missingListeners } from '../modules/missing-reports/index.ts';
import { askUnseenPosts, kept as nodalKept, noteBounces } from '../modules/nodal-officers/index.ts';
import { openPeriods } from '../modules/journals/index.ts';
import { expireNotices, kept as noticeKept, renewManifest, signingKey } from '../modules/notices/index.ts';
import { kept as officerKept } from '../modules/officers/index.ts';
import { followLaw, projectNextJournals, projectNextPage, serveLaw, tellOffices, tickDuties } from '../modules/obligations/index.ts';
import { countOneMonth } from '../modules/timeliness/index.ts';
import { carriersOf, pushOver, startLanes } from './carriers.ts';
import { repeat, whenever } from './loop.ts';
import { openPrecedence } from './precedence.ts';
import { openTools } from './tools.ts';

const listeners: readonly Listener[] = [
  ...alertListeners,
  ...missingListeners,
  ...matchingListeners,
  ...cwcListeners,
  ...homeListeners,
  ...exchangeListeners,
];
const CATCH_UP_MILLISECONDS = 5_000; // for news announced while nobody listened
const CATCH_UP_LANES = 2; // while one waits for the database the other compares
const LAW_LANES = 2; // the same
const SETTLING_LANES = 2; // the same; each in a State of its own
const UPKEEP_MILLISECONDS = 60_000; // the public sees no notice past its day meanwhile: the view hides it by itself
const LAW_NEWS_RECORDS = 10_000; // how often the log says how far a change of law has come
const TICK_MILLISECONDS = 15_000; // how late word of lateness may be
const ERASING_MILLISECONDS = 3_600_000;
const FIGURES_MILLISECONDS = 300_000; // the nation's page says when its figures were added up

async function asSystem<T>(tools: Tools, name: string, work: (context: Context) => Promise<T>): Promise<T> {
  return inContext(tools, { actor: { kind: 'system', name }, requestId: newId(), ground: { name, purpose: 'duty' } }, work);
}

/** Several lanes of one loop; none runs on into the next round. */
async function together(lanes: number, lane: () => Promise<void>): Promise<void> {
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Moves news from the diary's outbox into each listener's queue, in one transaction, until there is none. */
async function dispatch(tools: Tools, jobs: Jobs, turn: () => Promise<void>, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    await turn();
    const taken = await asSystem(tools, 'diary.dispatch', async (context) => {
      const news = await takeNews(context);
      for (const listener of listeners) await jobs.sendAll(listener.name, newsFor(listener, news), context.db);
      return news.length;
    });
    if (taken === 0) return;
  }
}

export async function startWorker(config: Config, databaseUrl: string, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  const { tools, close } = openTools('worker', config, databaseUrl, { log });
  const jobs = await startJobs({
    url: databaseUrl,
    onError: (error, about) => log.error({ ...about, ...factsOfFault(error) }, 'job.fault'),
    onFinished: observeJob,
  });
  const precedence = openPrecedence();
  for (const listener of listeners) {
    const run = <T>(work: (context: Context) => Promise<T>): Promise<T> => asSystem(tools, listener.name, work);
    await jobs.work<HappeningNews>(listener.name, async ({ data }) => {
      await precedence.turn();
      await listener.before?.(tools, run);
      await run((context) => listener.hear(context, data));
    });
  }
  const change = await asSystem(tools, 'matching.weights', (context) => serveWeights(context));
  if (change?.faults.length) log.error({ version: change.version, count: change.faults.length }, 'weights.storedUnusable');
  if (change)
    log.warn({ version: change.version, count: change.records, rule: change.silent.join('+') || 'none' }, 'weights.changedDisabling');
  await asSystem(tools, 'law.serve', (context) => serveLaw(context));
  const keys = await asSystem(tools, 'push.keys', pushKeys);
  const faulted = (error: Error): void => log.error({ queue: 'matching.catchUp', ...factsOfFault(error) }, 'catchUp.fault');
  const unworded = (fault: unknown): void => log.error({ queue: 'duties', ...factsOfFault(fault) }, 'duties.fault');
  const tick = (kind: 'record' | 'office') => async (goOn: () => boolean) => {
    while (goOn() && (await asSystem(tools, 'duties.tick', (context) => tickDuties(context, kind, undefined, unworded))) > 0);
  };
  const untold = (fault: unknown): void => log.error({ queue: 'intimation', ...factsOfFault(fault) }, 'intimation.fault');
  const unsettled = (fault: unknown): void => log.error({ queue: 'exchange', ...factsOfFault(fault) }, 'exchange.fault');
  const signing = portalKeys({ ...config.exchangeKeys, secret: config.secret, demo: config.demo });
  const vouching = signingKey({ ...config.noticeKeys, secret: config.secret, demo: config.demo });
  const caller = signing && openCaller(signing.signer);
  const onDead = ({ nodeCode: node }: { nodeCode: string }, errorCode: string): void =>
    log.warn({ node, errorCode }, 'exchange.undelivered');
  const often = { milliseconds: CATCH_UP_MILLISECONDS, log };
  // The door answers before the loops begin: reading the register keeps the processor busy for seconds.
  const server = await createServer(tools, log, config);
  const url = await server.listen(config.host, config.ports.worker);
  const loops = [
    whenever(databaseUrl, { name: 'diary', ...often }, (goOn) => dispatch(tools, jobs, precedence.turn, goOn)),
    whenever(databaseUrl, { name: 'exchange_message', ...often }, (goOn) =>
      together(SETTLING_LANES, () =>
        precedence.lead(() => asSystem(tools, 'exchange.settle', (context) => settleDue(context, { onFault: unsettled })), goOn),
      ),
    ),
    ...(caller
      ? [
          whenever(databaseUrl, { name: 'exchange_outgoing', ...often }, (goOn) =>
            sendOutgoing(tools, caller, { onFault: unsettled, onDead }, goOn),
          ),
        ]
      : []),
    startLanes(tools, databaseUrl, carriersOf(config, log, pushOver(tools, config, keys)), often),
    whenever(databaseUrl, { name: 'message_receipt', ...often }, async (goOn) => {
      while (goOn() && (await asSystem(tools, 'message.receipts', takeReceipts)) > 0);
    }),
    whenever(
      databaseUrl,
      { name: 'intimation', ...often },
      async (goOn) => {
        do await precedence.turn();
        while (goOn() && (await asSystem(tools, 'intimation.tell', (context) => tellNext(context, untold))));
      },
      async (goOn) => {
        while (goOn() && (await asSystem(tools, 'intimation.digest', tellDigest)));
      },
    ),
    // A notice that goes up is shown, and one whose day is over is gone from the list, when this has run; nothing is shown where it does not run.
    whenever(databaseUrl, { name: 'notice', milliseconds: UPKEEP_MILLISECONDS, log }, async () => {
      if (vouching) await asSystem(tools, 'notice.manifest', (context) => renewManifest(context, vouching));
      else log.warn({ queue: 'notice' }, 'notices.darkWithoutKey');
    }),
    repeat({ name: 'catch-up', ...often }, async (goOn) => {
      const held = (): Promise<void> => registerHeld(tools, (work) => asSystem(tools, 'matching.register', work));
      await held();
      await asSystem(tools, 'matching.register', warmRegister);
      const lane = async (): Promise<void> => {
        let done = 1;
        while (goOn() && done > 0) {
          await precedence.turn();
          await held();
          done = await catchUp((work) => asSystem(tools, 'matching.catchUp', work), faulted);
        }
      };
      await together(CATCH_UP_LANES, lane);
    }),
    repeat({ name: 'law', milliseconds: UPKEEP_MILLISECONDS, log }, async (goOn) => {
      let told = 0;
      await together(LAW_LANES, () =>
        followLaw(
          () => asSystem(tools, 'law.project', (context) => projectNextPage(context)),
          goOn,
          ({ version, records, finished }) => {
            if (!finished && records < told + LAW_NEWS_RECORDS) return;
            told = records;
            log.info({ version, count: records }, finished ? 'law.followed' : 'law.following');
          },
        ),
      );
    }),
    repeat({ name: 'duties', milliseconds: TICK_MILLISECONDS, log }, tick('record'), tick('office'), () =>
      asSystem(tools, 'duties.tell', tellOffices),
    ),
    repeat(
      { name: 'periods', milliseconds: UPKEEP_MILLISECONDS, log },
      async (goOn) => {
        while (goOn() && (await asSystem(tools, 'journals.openPeriods', (context) => openPeriods(context))) > 0);
      },
      async (goOn) => {
        while (goOn() && (await asSystem(tools, 'law.projectJournals', (context) => projectNextJournals(context))) > 0);
      },
      async (goOn) => {
        while (goOn() && (await asSystem(tools, 'conflict.law', (context) => followLawInConflict(context))) > 0);
      },
    ),
    repeat({ name: 'figures', milliseconds: FIGURES_MILLISECONDS, log }, async (goOn) => {
      const taken = new Set<string>();
      while (goOn() && (await asSystem(tools, 'timeliness.count', (context) => countOneMonth(context, taken))));
    }),
    repeat({ name: 'drives', milliseconds: TICK_MILLISECONDS, log }, async (goOn) => {
      while (goOn() && (await asSystem(tools, 'drives.count', countNextDrive)));
    }),
    repeat(
      { name: 'exchange-figures', milliseconds: UPKEEP_MILLISECONDS, log },
      (goOn) => countExchange((work) => asSystem(tools, 'exchange.count', work), goOn),
      (goOn) => keepDigests((work) => asSystem(tools, 'exchange.digests', work), goOn),
    ),
    repeat({ name: 'exchange-erasing', milliseconds: ERASING_MILLISECONDS, log }, (goOn) =>
      eraseSettled((work) => asSystem(tools, 'exchange.erase', work), config.exchangeKeepDays, goOn),
    ),
    repeat({ name: 'reconciling', milliseconds: UPKEEP_MILLISECONDS, log }, (goOn) =>
      keepLists((work) => asSystem(tools, 'exchange.reconcile', work), goOn),
    ),
    // At once when one is issued; between, for offices opened since and for months that begin.
    whenever(
      databaseUrl,
      { name: 'directive', milliseconds: FIGURES_MILLISECONDS, log },
      async (goOn) => {
        const reached = await reachEveryone((work) => asSystem(tools, 'directives.reach', work), goOn);
        if (reached > 0) log.info({ count: reached }, 'directives.reached');
      },
      () => asSystem(tools, 'directives.cases', countDutiesOfCases),
    ),
    repeat(
      { name: 'upkeep', milliseconds: UPKEEP_MILLISECONDS, log },
      () => asSystem(tools, 'notice.expire', expireNotices),
      () => asSystem(tools, 'carePlan.firstMonthsOver', endFirstMonths),
      () => asSystem(tools, 'conflict.destroy', carryOutDue),
      () => asSystem(tools, 'familyCare.stopSigns', raiseStopSigns),
      () => asSystem(tools, 'nodalPosts.ask', askUnseenPosts),
      () => asSystem(tools, 'nodalPosts.bounced', noteBounces),
      () =>
        asSystem(tools, 'retention', (context) =>
          forgetOldRows(context, [
            ...platformKept,
            ...citizenKept,
            ...officerKept,
            ...nodalKept,
            ...calendarKept,
            ...noticeKept,
            ...exchangeKept,
          ]),
        ),
    ),
  ];
  return {
    url,
    async stop() {
      await Promise.all([server.stop(), ...loops.map((loop) => loop.stop())]);
      caller?.close();
      await jobs.stop();
      await close();
    },
  };
}
