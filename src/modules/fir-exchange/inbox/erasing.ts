// Erasing what police systems sent when its time is over, some hundred rows in a transaction (docs/decisions/0032).
import { addHours } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type Erased, eraseContent, eraseLists, eraseRaw } from './erasing-store.ts';

const MOST = 200;

type Run = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

/** `keepDays` after all of it was settled. */
export async function eraseSettled(run: Run, keepDays: number, goOn: () => boolean, most = MOST): Promise<void> {
  for (const erase of [eraseRaw, eraseContent, eraseLists]) {
    let done: Erased = { count: most, to: null };
    while (goOn() && done.count === most) {
      const from = done.to;
      done = await run((context) => erase(context, { settledBefore: addHours(context.now, -24 * keepDays), from, most }));
    }
  }
}
