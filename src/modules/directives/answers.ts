// The verbs of an addressee: acknowledge a directive, answer one of its points. A later answer supersedes the one before; none is changed.
import { isUuid } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { acknowledgeIntimation } from '../intimations/index.ts';
import { noteSignOfLife } from '../officers/index.ts';
import { type Owed, insertAnswer, markAcknowledged, owedOf, receiptOf } from './answer-store.ts';
import type { Directive } from './directive.ts';
import type { AnswerDraft } from './form.ts';
import { endOf, readDirective } from './store.ts';
import { aboutDirective } from './tell.ts';

/** An issued directive, in force or not. */
export async function readIssued(context: Context, id: string): Promise<Directive | Refusal> {
  const found = isUuid(id) ? await readDirective(context, id) : undefined;
  return found && found.issuedAt !== null ? found : refuse('web.error.notFound');
}

export async function acknowledge(context: Context, officer: OfficerActor, id: string): Promise<true | Refusal> {
  const directive = await readIssued(context, id);
  if (isRefusal(directive)) return directive;
  const receipt = await receiptOf(context, id, officer.officeId);
  if (!receipt) return refuse('web.error.notFound');
  if (!(await markAcknowledged(context, officer, id))) return refuse('directives.error.acknowledged');
  await heardOf(context, officer, id);
  return true;
}

/** Nobody is told further, and the post is alive. */
async function heardOf(context: Context, { postingId }: OfficerActor, id: string): Promise<void> {
  await acknowledgeIntimation(context, aboutDirective(id));
  await noteSignOfLife(context, postingId, 'directive');
}

/** Points of a directive the officer's office owes; none if it was not reached. */
export async function ownPoints(context: Context, officer: OfficerActor, id: string): Promise<Owed[]> {
  return owedOf(context, id, officer.officeId);
}

export async function answerPoint(context: Context, officer: OfficerActor, id: string, draft: AnswerDraft): Promise<true | Refusal> {
  const directive = await readIssued(context, id);
  if (isRefusal(directive)) return directive;
  const owed = (await ownPoints(context, officer, id)).find(({ pointId, period }) => pointId === draft.point && period === draft.period);
  if (!owed) return refuse('directives.error.noSuchPoint', {}, 'point');
  if (await endOf(context, id)) return refuse('directives.error.noLongerInForce', {}, 'answer');
  if (draft.answer === 'done' && draft.doneOn! > dayOf(context.now)) return refuse('directives.error.doneInFuture', {}, 'doneOn');
  if (draft.answer === 'done' && owed.figure !== null && draft.figure === undefined) return refuse('directives.error.figure', {}, 'figure');
  await insertAnswer(context, officer, { ...draft, figure: owed.figure === null ? undefined : draft.figure });
  if ((await receiptOf(context, id, officer.officeId))?.acknowledgedAt === null) await markAcknowledged(context, officer, id);
  await heardOf(context, officer, id);
  return true;
}
