// Destroying the records of a case (JJ Act s.24(2), s.3(xiv); Model Rules 2016 r.14): by order of two of the Board, on the day its years are over.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { openCase } from './actions.ts';
import { projectDuties } from './duties.ts';
import { placesOf } from './duty-store.ts';
import {
  type Destruction,
  agreeToDestruction,
  destroyRecords,
  destructionOf,
  dueDestructions,
  insertDestruction,
} from './destruction-store.ts';
import { appendEntries, holdDiary } from './paper-store.ts';
import { type Proceeding, destroyedOn, mayBeOrdered } from './proceeding.ts';

export async function orderDestruction(
  context: Context,
  actor: OfficerActor,
  id: string | undefined,
  { ground }: Pick<Destruction, 'ground'>,
): Promise<Proceeding | Refusal> {
  const opened = await openCase(context, id, 'write');
  if (isRefusal(opened)) return opened;
  const { proceeding } = opened;
  if (!mayBeOrdered(proceeding, context.now) || (await destructionOf(context, proceeding.id))) return refuse('jjb.error.notNow');
  await insertDestruction(context, proceeding.id, { ground, takesEffectOn: destroyedOn(proceeding)! }, actor);
  return proceeding;
}

/** The second of two; carried out at once where its day has come, else by the worker on that day. */
export async function agree(context: Context, actor: OfficerActor, id: string | undefined): Promise<Proceeding | Refusal> {
  const opened = await openCase(context, id, 'write');
  if (isRefusal(opened)) return opened;
  const { proceeding } = opened;
  if (!(await agreeToDestruction(context, proceeding.id, actor))) return refuse('jjb.error.another');
  const order = (await destructionOf(context, proceeding.id))!;
  if (order.takesEffectOn <= dayOf(context.now)) await carryOut(context, proceeding.id);
  return proceeding;
}

async function carryOut(context: Context, id: string): Promise<void> {
  await holdDiary(context, id);
  await appendEntries(context, id, [{ happening: 'conflict.recordsDestroyed', facts: { by: 'board' } }], {
    happenedAt: context.now,
    paperId: null,
  });
  const [place] = await placesOf(context, [id]);
  await projectDuties(context, place!);
  await destroyRecords(context, id);
}

const AT_ONCE = 20;

/** The worker's part. Answers how many. */
export async function carryOutDue(context: Context): Promise<number> {
  const due = await dueDestructions(context, AT_ONCE);
  for (const id of due) await carryOut(context, id);
  return due.length;
}
