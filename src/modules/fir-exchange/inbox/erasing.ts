// Erasing what police systems sent when its time is over, some hundred rows in a transaction (docs/decisions/0032).
import { addHours } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { eraseContent, eraseLists, eraseRaw } from './erasing-store.ts';

const MOST = 200;

type Run = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

/** `keepDays` after all of it was settled. */
export async function eraseSettled(run: Run, keepDays: number, goOn: () => boolean): Promise<void> {
  for (const erase of [eraseRaw, eraseContent, eraseLists])
    while (goOn() && (await run((context) => erase(context, addHours(context.now, -24 * keepDays), MOST))) === MOST);
}
