// Lets a few tasks through at once and a few wait; the rest are turned away, so a burst of uploads cannot take the memory.

/** Runs the task when its turn comes, or returns undefined at once because the queue is full. */
export type Turnstile = <Result>(task: () => Promise<Result>) => Promise<Result | undefined>;

export function makeTurnstile(limits: { atOnce: number; waiting: number }): Turnstile {
  const queue: (() => void)[] = [];
  let inside = 0;

  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else inside--; // a place handed on keeps the count as it is
  }

  return async function enter(task) {
    if (inside >= limits.atOnce) {
      if (queue.length >= limits.waiting) return undefined;
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      inside++;
    }
    try {
      return await task();
    } finally {
      leave();
    }
  };
}
