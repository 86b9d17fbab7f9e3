// What follows waits while messages press, no longer than a step, and not at all otherwise.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPrecedence } from './precedence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function isDone(turn: Promise<void>): Promise<boolean> {
  let done = false;
  void turn.then(() => (done = true));
  await vi.advanceTimersByTimeAsync(0);
  return done;
}

/** Steps that are over when told. */
function pile() {
  let current = Promise.withResolvers<number>();
  return {
    step: () => current.promise,
    async did(many: number) {
      const was = current;
      current = Promise.withResolvers();
      was.resolve(many);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('nothing waits while little is to be done, nor once it is done', async () => {
  const precedence = openPrecedence();
  const messages = pile();
  void precedence.lead(messages.step, () => true);
  await messages.did(99);
  expect(await isDone(precedence.turn())).toBe(true);
  await messages.did(200);
  const waiting = precedence.turn();
  expect(await isDone(waiting)).toBe(false); // control: it does wait
  await messages.did(3);
  expect(await isDone(waiting)).toBe(true);
});

test('of two lanes the one that still has much is enough', async () => {
  const precedence = openPrecedence();
  const [one, other] = [pile(), pile()];
  for (const { step } of [one, other]) void precedence.lead(step, () => true);
  await one.did(200);
  await other.did(200);
  const waiting = precedence.turn();
  await one.did(0);
  expect(await isDone(waiting)).toBe(false);
  await other.did(0);
  expect(await isDone(waiting)).toBe(true);
});

test('however long messages press, a step is taken each second', async () => {
  const precedence = openPrecedence();
  const messages = pile();
  void precedence.lead(messages.step, () => true);
  await messages.did(200);
  const waiting = precedence.turn();
  await vi.advanceTimersByTimeAsync(900);
  await messages.did(200);
  expect(await isDone(waiting)).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(await isDone(waiting)).toBe(true);
});

test('a fault of what goes first holds up nothing behind it', async () => {
  const precedence = openPrecedence();
  const steps = [() => Promise.resolve(200), () => Promise.reject(new Error('the database is gone'))];
  await expect(precedence.lead(() => steps.shift()!(), () => true)).rejects.toThrow('gone'); // prettier-ignore
  expect(await isDone(precedence.turn())).toBe(true);
});
