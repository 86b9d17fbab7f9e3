// The verbs of a case: opened by the police who apprehended the child, and every step after, each with its paper, its entries and the duties that follow.
import { isUuid, newId } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type When, momentOf, notBefore } from '../../web/when.ts';
import { effectiveEntries } from '../diary/index.ts';
import { officeForPlace, officersInPost } from '../officers/index.ts';
import { projectDuties, versionOfLaw } from './duties.ts';
import type { OpeningDraft } from './form.ts';
import { appendEntries, diaryOf, holdDiary, insertPaper, newPaperId } from './paper-store.ts';
import type { Proceeding } from './proceeding.ts';
import { type Said, type Step, type Taking, type Written, isSigned } from './step.ts';
import { changeProceeding, insertProceeding, noteLooks, type Opened, readProceeding } from './vault-store.ts';

/** Not found where row security shows none: as for a case that does not exist. */
export async function openCase(context: Context, id: string | undefined, action: 'read' | 'write' = 'read'): Promise<Opened | Refusal> {
  const opened = id && isUuid(id) ? await readProceeding(context, id) : undefined;
  if (!opened) return refuse('web.error.notFound');
  await noteLooks(context, action, [opened.proceeding.id]);
  return opened;
}

export async function writtenIn(context: Context, proceedingId: string): Promise<Written[]> {
  return effectiveEntries(await diaryOf(context, proceedingId)) as readonly Written[] as Written[];
}

/** Answers the id of the case. The Board and the probation officer are those of the district. */
export async function apprehend(context: Context, actor: OfficerActor, draft: OpeningDraft): Promise<string | Refusal> {
  const at = momentOf(draft, context.now);
  if (isRefusal(at)) return at;
  if (draft.born && draft.born > at.slice(0, 10)) return refuse('jjb.error.bornLater', {}, 'born');
  const district = actor.districtCode ?? '';
  const [board, unit] = [await officeForPlace(context, 'jjb', district), await officeForPlace(context, 'dcpu', district)];
  if (!board || !unit || !actor.stateCode) return refuse('jjb.error.noBoard');
  const id = newId<'proceeding'>(milliseconds(context.now));
  const place = { id, boardId: board.id, policeId: actor.officeId, unitId: unit.id, stateCode: actor.stateCode };
  const { doneOn: _on, doneAt: _at, ...identity } = draft;
  await insertProceeding(context, { ...place, apprehendedAt: at }, identity, versionOfLaw, actor);
  await noteLooks(context, 'write', [id]);
  await holdDiary(context, id);
  await appendEntries(context, id, [{ happening: 'conflict.apprehended', facts: {} }], { happenedAt: at, paperId: null });
  await projectDuties(context, { ...place, homeId: null });
  return id;
}

type Taken = Said & When;

/** `waits`: an order was written that others have yet to sign. */
export type AfterStep = Proceeding & { waits?: boolean };

/** Takes a step of a case; refused where it makes no sense now, or lies in the future or before the apprehension. */
export async function takeStep(
  context: Context,
  actor: OfficerActor,
  id: string | undefined,
  step: Step,
  draft: Taken,
): Promise<AfterStep | Refusal> {
  const opened = await openCase(context, id, 'write');
  if (isRefusal(opened)) return opened;
  const { proceeding, key } = opened;
  await holdDiary(context, proceeding.id);
  const written = await writtenIn(context, proceeding.id);
  if (!key || !step.offered(proceeding, written)) return refuse('jjb.error.notNow');
  const given = momentOf(draft, context.now);
  if (isRefusal(given)) return given;
  const at = notBefore(given, proceeding.apprehendedAt);
  if (at === null) return refuse('jjb.error.beforeApprehension', {}, 'doneOn');
  const { doneOn: _on, doneAt: _at, ...said } = draft;
  const bench = await benchSaid(context, proceeding, step, said);
  if (isRefusal(bench)) return bench;
  const signed = isSigned(step);
  if (signed && !bench.includes(actor.officerId)) return refuse('jjb.error.notOfBench', {}, 'bench');
  const paperId = newPaperId(context);
  const taking = { proceeding, said, paperId, written, at };
  const wrong = step.refuses?.(taking);
  if (wrong) return wrong;
  const { code: kind, side } = step;
  const paper = { id: paperId, proceedingId: proceeding.id, kind, side, happenedAt: at, said, bench, signed };
  const made = await insertPaper(context, key, paper, actor);
  return made ? takeEffect(context, step, taking) : { ...proceeding, waits: true };
}

/** What a paper begins, once it is made. */
export async function takeEffect(context: Context, step: Step, taking: Taking): Promise<Proceeding> {
  const { proceeding, written, at, paperId } = taking;
  const entries = step.entries?.(taking) ?? [];
  const corrected = entries.some(({ corrects }) => corrects !== undefined);
  const first = corrected ? written.find(({ entryId }) => entryId === entries[0]!.corrects) : undefined;
  await appendEntries(context, proceeding.id, entries, { happenedAt: first?.happenedAt ?? at, paperId });
  const changes = step.changes?.(taking) ?? {};
  await changeProceeding(context, proceeding.id, changes);
  const now = { ...proceeding, ...changes };
  if (entries.length > 0) await projectDuties(context, now);
  return now;
}

/** An order names who made it (2024 INSC 387); a final order takes the Principal Magistrate and one member more (s.7(3) [M]). */
async function benchSaid(context: Context, { boardId }: Proceeding, { code, fields }: Step, said: Said): Promise<string[] | Refusal> {
  const asked = fields.find(({ kind }) => kind === 'bench');
  if (!asked) return [];
  const sat = said[asked.name] as readonly string[];
  const members = (await officersInPost(context, [boardId])).filter(({ role }) => role === 'jjb-magistrate' || role === 'jjb-member');
  const there = members.filter(({ officerId }) => sat.includes(officerId));
  if (there.length === 0 || there.length !== sat.length) return refuse('jjb.error.whoSat', {}, asked.name);
  const whole = there.length >= 2 && there.some(({ role }) => role === 'jjb-magistrate');
  return (code === 'disposal' || code === 'assessment') && !whole ? refuse('jjb.error.quorum', {}, 'bench') : [...sat];
}
