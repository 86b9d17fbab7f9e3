// Whatever nothing has compared yet is compared, also what was announced while no worker ran.
import type { Context } from '../../platform/context.ts';
import { compareNextCheck, tellChecks } from '../../modules/checks/index.ts';
import { catchUp, registerHeld, serveWeights, warmRegister } from '../../modules/matching/index.ts';
import { type Loop, repeat, whenever } from './loop.ts';
import { OFTEN_MILLISECONDS, UPKEEP_MILLISECONDS, type Worker, asSystem, noting, together, untilDone } from './system.ts';

const LANES = 2; // while one waits for the database the other compares

export async function weigh({ tools, log }: Worker): Promise<void> {
  const change = await asSystem(tools, 'matching.weights', (context) => serveWeights(context));
  if (change?.faults.length) log.error({ version: change.version, count: change.faults.length }, 'weights.storedUnusable');
  if (change)
    log.warn({ version: change.version, count: change.records, rule: change.silent.join('+') || 'none' }, 'weights.changedDisabling');
}

export function matchingLoop({ tools, precedence, log }: Worker): Loop {
  const faulted = noting(log, 'matching.catchUp', 'catchUp.fault');
  return repeat({ name: 'catch-up', milliseconds: OFTEN_MILLISECONDS, log }, async (goOn) => {
    const held = (): Promise<void> =>
      registerHeld(tools, <T>(work: (context: Context) => Promise<T>) => asSystem(tools, 'matching.register', work));
    await held();
    await asSystem(tools, 'matching.register', warmRegister);
    await together(LANES, async () => {
      for (let done = 1; goOn() && done > 0;) {
        await precedence.turn();
        await held();
        done = await catchUp((work) => asSystem(tools, 'matching.catchUp', work), faulted);
      }
    });
  });
}

/** Private checks: compared once the register is held, then the offices told. */
export function checkLoop({ tools, databaseUrl, log }: Worker): Loop {
  return whenever(
    databaseUrl,
    { name: 'check', milliseconds: UPKEEP_MILLISECONDS, log },
    async (goOn) => {
      await registerHeld(tools, <T>(work: (context: Context) => Promise<T>) => asSystem(tools, 'matching.register', work));
      await untilDone(tools, 'check.compare', goOn, compareNextCheck);
    },
    () => asSystem(tools, 'check.tell', tellChecks),
  );
}
