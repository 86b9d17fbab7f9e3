// Long work is told that the worker stops, stopping waits for its step, and a fault ends no loop and tells no more than it may.
import { expect, test } from 'vitest';
import { openLog } from '../../platform/log.ts';
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

test('of the works of one loop, one that faults does not keep the next from its turn, and both faults are noted', async () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line: string) => void lines.push(line) });
  const done: string[] = [];
  const faulting = (name: string) => async () => {
    done.push(name);
    throw new RangeError(name);
  };
  const last = Promise.withResolvers<void>();
  const loop = repeat({ ...quiet, log }, faulting('first'), faulting('second'), async () => last.resolve());
  await last.promise;
  await loop.stop();
  expect(done).toEqual(['first', 'second']);
  expect(lines.join().match(/loop\.fault/g)).toHaveLength(2);
});

test('stopped between two works, the second is left to the next worker', async () => {
  const began = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  let second = false;
  const loop = repeat(
    quiet,
    async () => {
      began.resolve();
      await gate.promise;
    },
    async () => {
      second = true;
    },
  );
  await began.promise;
  const stopping = loop.stop();
  gate.resolve();
  await stopping;
  expect(second).toBe(false);
});
