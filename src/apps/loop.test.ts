// Long work is told that the worker stops, stopping waits for its step, and a fault ends no loop and tells no more than it may.
import { expect, test } from 'vitest';
import { openLog } from '../platform/log.ts';
import { repeat } from './loop.ts';

const quiet = { name: 'test', milliseconds: 60_000, log: openLog('silent') };

test('work without end ends when its loop stops', async () => {
  let rounds = 0;
  const loop = repeat(quiet, async (goOn) => {
    for (; goOn(); rounds += 1) await new Promise((resolve) => setImmediate(resolve));
  });
  await loop.stop();
  const then = rounds;
  loop.run();
  await loop.stop();
  expect(rounds).toBe(then);
});

test('asked while it works, it works once more; a fault is noted by its place, not its words', async () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line: string) => void lines.push(line) });
  const twice = Promise.withResolvers<void>();
  let rounds = 0;
  const loop = repeat({ ...quiet, log }, async () => {
    rounds += 1;
    if (rounds === 2) twice.resolve();
    throw new RangeError('Asha');
  });
  loop.run();
  loop.run();
  await twice.promise;
  await loop.stop();
  expect(rounds).toBe(2);
  expect(lines.join()).toMatch(/"errorName":"RangeError".*"frames":"loop\.test\.ts/);
  expect(lines.join()).not.toContain('Asha');
});
