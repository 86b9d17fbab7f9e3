// An order of the Board that others have yet to sign: read, signed by each in the own name, made by the last, or withdrawn.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { isOwnName } from '../officers/index.ts';
import { openCase, takeEffect, writtenIn } from './actions.ts';
import { type Paper, holdDiary, papersOf, signPaper, withdrawPaper } from './paper-store.ts';
import type { Proceeding } from './proceeding.ts';
import type { Step } from './step.ts';
import { stepByCode } from './steps/all.ts';
import type { Opened } from './vault-store.ts';

type Named = { id: string | undefined; paperId: string | undefined };

/** An order that waits for signatures, opened for one who is named in it. */
export async function openToSign(
  context: Context,
  actor: OfficerActor,
  { id, paperId }: Named,
  action: 'read' | 'write' = 'read',
): Promise<(Opened & { paper: Paper; step: Step }) | Refusal> {
  const opened = await openCase(context, id, action);
  if (isRefusal(opened)) return opened;
  if (action === 'write') await holdDiary(context, opened.proceeding.id);
  const paper = (await papersOf(context, opened.proceeding.id, opened.key)).find((one) => one.id === paperId);
  const step = paper && stepByCode(paper.kind);
  if (!paper?.said || !step || paper.madeAt || paper.withdrawnAt) return refuse('web.error.notFound');
  return paper.bench.some(({ officerId }) => officerId === actor.officerId) ? { ...opened, paper, step } : refuse('web.error.notFound');
}

/** In the own name; the last signature makes the order, if the case still stands so that it can be made. */
export async function sign(context: Context, actor: OfficerActor, named: Named, consent: string): Promise<Proceeding | Refusal> {
  const opened = await openToSign(context, actor, named, 'write');
  if (isRefusal(opened)) return opened;
  const { proceeding, paper, step } = opened;
  if (!isOwnName(consent, actor.name)) return refuse('jjb.error.consent', { name: actor.name }, 'consent');
  if (paper.bench.find(({ officerId }) => officerId === actor.officerId)!.signedAt) return refuse('jjb.error.signed', {}, 'consent');
  if (!(await signPaper(context, paper.id, actor.officerId, consent))) return proceeding;
  const taking = {
    proceeding,
    said: paper.said!,
    paperId: paper.id,
    written: await writtenIn(context, proceeding.id),
    at: paper.happenedAt,
  };
  if (!step.offered(proceeding, taking.written)) return refuse('jjb.error.notNow', {}, 'consent');
  const wrong = step.refuses?.(taking);
  return wrong ? { ...wrong, field: 'consent' } : takeEffect(context, step, taking);
}

/** By any who is named in it, while it is not made. */
export async function withdraw(context: Context, actor: OfficerActor, named: Named): Promise<Proceeding | Refusal> {
  const opened = await openToSign(context, actor, named, 'write');
  if (isRefusal(opened)) return opened;
  return (await withdrawPaper(context, opened.paper.id)) ? opened.proceeding : refuse('jjb.error.notNow');
}
