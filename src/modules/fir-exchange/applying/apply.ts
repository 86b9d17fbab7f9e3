// Which verb each type of message has; messages of one type take effect together, and one that faults alone.
import type { Context } from '../../../platform/context.ts';
import { undoneIfFaulty } from '../../../platform/undone.ts';

import { applyFound } from './found.ts';
import { applyRegistered } from './registered.ts';
import { applyReported, retract } from './reported.ts';
import type { Outcome, PaperType, Step, StepOf } from './step.ts';
import { applyUpdated } from './updated.ts';
import { applyZeroTransferred } from './zero-transferred.ts';

type Apply<Type extends PaperType> = (context: Context, steps: readonly StepOf<Type>[]) => Promise<Outcome[]>;

const verbs: { [Type in PaperType]: Apply<Type> } = {
  'FIR.registered': applyRegistered,
  'FIR.zeroTransferred': applyZeroTransferred,
  'MissingPerson.updated': applyUpdated,
  'MissingPerson.traced': applyReported,
  'UnidentifiedChild.found': applyFound,
  'Case.transferredToAHTU': applyReported,
  'Case.closed': applyReported,
};

export type Done = { step: Step; outcome: Outcome } | { step: Step; fault: unknown };

/**
 * Of papers that differ. In one savepoint; if anything faults in it, each in one of its own. One type after another, as the verbs stand: the serials of
 * what they open stay taken until the transaction ends, and two workers must not take those of reports and of found children both ways round.
 */
export async function applySteps(context: Context, steps: readonly Step[]): Promise<Done[]> {
  const done: Done[] = [];
  const byType = Map.groupBy(steps, ({ message }) => message.type);
  for (const type of Object.keys(verbs) as PaperType[])
    if (byType.has(type)) done.push(...(await applyType(context, type, byType.get(type)!)));
  return done;
}

async function applyType(context: Context, type: PaperType, steps: readonly Step[]): Promise<Done[]> {
  let outcomes: Outcome[] = [];
  const fault = await undoneIfFaulty(context, async () => {
    await retract(context, steps.flatMap(({ paperKey, insteadOf }) => insteadOf.map((messageId) => ({ paperKey, messageId })))); // prettier-ignore
    outcomes = await (verbs[type] as Apply<PaperType>)(context, steps as StepOf<PaperType>[]);
  });
  if (fault === null) return steps.map((step, at) => ({ step, outcome: outcomes[at]! }));
  if (steps.length === 1) return [{ step: steps[0]!, fault }];
  const done: Done[] = [];
  for (const step of steps) done.push(...(await applyType(context, type, [step])));
  return done;
}
