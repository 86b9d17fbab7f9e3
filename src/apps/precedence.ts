// While the police's messages come faster than they are settled, what follows from them (comparing, telling, handing on) takes one step in a while only: an FIR
// is on the station's screen first. It never stands still: a flood of messages must not silence the alarms of the children before it.
const STEP_MILLISECONDS = 1_000;
/** Done in one transaction: more waits. */
const MANY = 100;

export type Precedence = {
  /** Steps one after another until there is nothing left to do; several lanes may. A step answers how much it did. */
  lead(step: () => Promise<number>, goOn: () => boolean): Promise<void>;
  /** Waits before a step of what comes after, while much of the first waits; never longer than a second. */
  turn(): Promise<void>;
};

export function openPrecedence(): Precedence {
  let pressing: PromiseWithResolvers<void> | null = null;
  let lanes = 0; // of which the last step did much
  const press = (): void => {
    lanes += 1;
    pressing ??= Promise.withResolvers();
  };
  const relieve = (): void => {
    lanes -= 1;
    if (lanes > 0) return;
    pressing?.resolve();
    pressing = null;
  };
  return {
    async lead(step, goOn) {
      let presses = false;
      try {
        for (let done = 1; goOn() && done > 0;) {
          done = await step();
          if (done >= MANY === presses) continue;
          presses = !presses;
          if (presses) press();
          else relieve();
        }
      } finally {
        if (presses) relieve();
      }
    },
    async turn() {
      if (!pressing) return;
      let timer: NodeJS.Timeout | undefined;
      const longest = new Promise<void>((resolve) => (timer = setTimeout(resolve, STEP_MILLISECONDS)));
      await Promise.race([pressing.promise, longest]);
      clearTimeout(timer);
    },
  };
}
