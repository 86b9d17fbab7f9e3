// A loop of the worker: work done at once, at each period and whenever asked, never twice at a time; a fault is noted and the next round comes.
import { listenTo } from '../platform/database/index.ts';
import { type Log, factsOfFault } from '../platform/log.ts';

export type Loop = { run(): void; stop(): Promise<void> };
/** Long work asks between its steps whether to go on: the worker may be stopping. */
export type LoopWork = (goOn: () => boolean) => Promise<void>;
/** `name` is for the log. */
export type LoopOptions = { name: string; milliseconds: number; log: Log };

export function repeat({ name, milliseconds, log }: LoopOptions, work: LoopWork): Loop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const run = (): void => {
    again = running !== null;
    if (again || stopped) return;
    running = work(() => !stopped)
      .catch((error: unknown) => log.error({ queue: name, ...factsOfFault(error) }, 'loop.fault'))
      .finally(() => {
        running = null;
        if (again) run();
      });
  };
  const timer = setInterval(run, milliseconds);
  run();
  return {
    run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** The same, and at each notification of the channel of its name. */
export function whenever(url: string, options: LoopOptions, work: LoopWork): Loop {
  const loop = repeat(options, work);
  const listening = listenTo(url, options.name, loop.run, loop.run);
  return {
    run: loop.run,
    async stop() {
      await listening.stop();
      await loop.stop();
    },
  };
}
