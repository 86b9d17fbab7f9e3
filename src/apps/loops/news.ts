// The diary's news goes to whoever listens, each in a queue of its own.
import type { Context } from '../../platform/context.ts';
import { listeners as alertListeners } from '../../modules/alerts/index.ts';
import { listeners as barListeners } from '../../modules/contact-bars/index.ts';
import { listeners as cwcListeners } from '../../modules/cwc/index.ts';
import { type HappeningNews, type Listener, newsFor, takeNews } from '../../modules/diary/index.ts';
import { listeners as exchangeListeners } from '../../modules/fir-exchange/index.ts';
import { listeners as familyCareListeners } from '../../modules/family-care/index.ts';
import { listeners as homeListeners } from '../../modules/institutions/index.ts';
import { listeners as matchingListeners } from '../../modules/matching/index.ts';
import { listeners as missingListeners } from '../../modules/missing-reports/index.ts';
import { type Loop, whenever } from './loop.ts';
import { OFTEN_MILLISECONDS, type Worker, asSystem } from './system.ts';

const listeners: readonly Listener[] = [
  ...alertListeners,
  ...missingListeners,
  ...barListeners,
  ...matchingListeners,
  ...cwcListeners,
  ...homeListeners,
  ...familyCareListeners,
  ...exchangeListeners,
];

export async function hearNews({ tools, jobs, precedence }: Worker): Promise<void> {
  for (const listener of listeners) {
    const run = <T>(work: (context: Context) => Promise<T>): Promise<T> => asSystem(tools, listener.name, work);
    await jobs.work<HappeningNews>(listener.name, async ({ data }) => {
      await precedence.turn();
      await listener.before?.(tools, run);
      await run((context) => listener.hear(context, data));
    });
  }
}

/** Moves news from the diary's outbox into each listener's queue, in one transaction, until there is none. */
async function dispatch({ tools, jobs, precedence }: Worker, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    await precedence.turn();
    const taken = await asSystem(tools, 'diary.dispatch', async (context) => {
      const news = await takeNews(context);
      for (const listener of listeners) await jobs.sendAll(listener.name, newsFor(listener, news), context.db);
      return news.length;
    });
    if (taken === 0) return;
  }
}

export function newsLoop(worker: Worker): Loop {
  return whenever(worker.databaseUrl, { name: 'diary', milliseconds: OFTEN_MILLISECONDS, log: worker.log }, (goOn) =>
    dispatch(worker, goOn),
  );
}
