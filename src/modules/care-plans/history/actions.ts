// The case history is written part by part, by whoever writes the child's plan.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { type ChildRecord, openForChange } from '../../children/index.ts';
import { writeDiary } from '../../diary/index.ts';
import { opensSealed } from '../actions.ts';
import { type HistoryField, type HistoryPart, historyFields, sealedParts } from './history.ts';
import { writeHistory } from './history-store.ts';

export type PartDraft = Partial<Record<HistoryField, string | undefined>> & { edit: number };

/** Refused where nothing is said, where the part is sealed to this officer, and where somebody saved it since the form was opened. */
export async function writePart(
  context: Context,
  reference: Reference,
  part: HistoryPart,
  draft: PartDraft,
): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  if (sealedParts.has(part) && !opensSealed(context)) return refuse('care-plans.error.sealed');
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const asked: readonly HistoryField[] = historyFields[part];
  const words = Object.fromEntries(asked.flatMap((name) => (draft[name] ? [[name, draft[name]]] : [])));
  if (Object.keys(words).length === 0) return refuse('care-plans.error.historyEmpty', {}, asked[0]!);
  if (!(await writeHistory(context, record.id, { part, words, over: draft.edit, officer: actor })))
    return refuse('care-plans.error.savedSince');
  if (draft.edit === 0) await writeDiary(context, record.id, { happening: 'care.historyWritten', facts: {} });
  return record;
}
