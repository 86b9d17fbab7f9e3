// A loop of the worker: works done one after another at once, at each period and whenever asked, never twice at a time; one that faults is noted, and
// neither keeps the others from their turn nor the next round from coming.
import { listenTo } from '../../platform/database/index.ts';
import { type Log, factsOfFault } from '../../platform/log.ts';

export type Loop = { run(): void; stop(): Promise<void> };
/** Long work asks between its steps whether to go on: the worker may be stopping. */
export type LoopWork = (goOn: () => boolean) => Promise<unknown>;
/** `name` is for the log. */
export type LoopOptions = { name: string; milliseconds: number; log: Log };

export function repeat({ name, milliseconds, log }: LoopOptions, ...works: readonly LoopWork[]): Loop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const goOn = (): boolean => !stopped;
  const round = async (): Promise<void> => {
    for (const work of works)
      if (goOn()) await work(goOn).catch((error: unknown) => log.error({ queue: name, ...factsOfFault(error) }, 'loop.fault'));
  };
  const run = (): void => {
    again = running !== null;
    if (again || stopped) return;
    running = round().finally(() => {
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
export function whenever(url: string, options: LoopOptions, ...works: readonly LoopWork[]): Loop {
  const loop = repeat(options, ...works);
  const listening = listenTo(url, options.name, loop.run, loop.run);
  return {
    run: loop.run,
    async stop() {
      await listening.stop();
      await loop.stop();
    },
  };
}
