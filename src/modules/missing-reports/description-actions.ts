// What is known of a missing child changes: a description corrected or added to, a photograph added.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { UploadedFile } from '../../web/route.ts';
import {
  type ChildRecord,
  type Description,
  addPhotograph,
  changeDescription,
  openForChange,
  readDescription,
  checkHomeDistrict,
  toDescription,
  toFormValues,
} from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import type { DescriptionChangeDraft, PhotographDraft } from './follow-up-form.ts';

/** Names of the form's fields in which two descriptions differ: what changed under a stale edit. */
export function changedFields(before: Description, after: Description): string[] {
  const [old, now] = [toFormValues(before), toFormValues(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].map((name) => (name.startsWith('marks.') ? 'marks' : name));
  const markText = (values: Record<string, unknown>) =>
    JSON.stringify(Object.entries(values).filter(([name]) => name.startsWith('marks.')));
  const differs = (name: string) =>
    name === 'marks' ? markText(old) !== markText(now) : String(old[name] ?? '') !== String(now[name] ?? '');
  return [...new Set(names)].filter(differs);
}

/**
 * Replaces the description read at `draft.version`. Where someone changed it since, refuses and says in which fields the stored one differs from
 * what was typed, so nothing is silently lost.
 */
export async function describeMissingChild(
  context: Context,
  reference: Reference,
  draft: DescriptionChangeDraft,
): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const unknown = await checkHomeDistrict(context, draft);
  if (unknown) return unknown;
  if (draft.birthDate && draft.birthDate > dayOf(record.happenedAt)) return refuse('children.error.bornLater', {}, 'birthDate');
  const before = await readDescription(context, record.id);
  const on = before?.age?.on ?? dayOf(record.happenedAt);
  const { version, ...fields } = draft;
  const after = toDescription(fields, on, 'told');
  const changed = await changeDescription(context, record.id, version, after);
  if (isRefusal(changed)) {
    const fieldNames = before ? changedFields(before, after) : [];
    return refuse('missing-reports.error.staleEdit', { version: record.version, fields: fieldNames.join(',') });
  }
  await writeDiary(context, record.id, { happening: 'record.described', facts: { version: changed } });
  return record;
}

export async function addPictures(
  context: Context,
  record: ChildRecord,
  files: readonly UploadedFile[],
  about: { takenOn: Day | null; suppliedBy: string },
): Promise<Refusal | null> {
  for (const file of files) {
    const added = await addPhotograph(context, record.id, file, about);
    if (isRefusal(added)) return added;
    await writeDiary(context, record.id, { happening: 'missing.photographAdded', facts: {}, paper: { kind: 'photograph', id: added.id } });
  }
  return null;
}

export async function addMissingPhotograph(
  context: Context,
  reference: Reference,
  draft: PhotographDraft,
  files: readonly UploadedFile[],
): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  if (files.length === 0) return refuse('missing-reports.error.photograph', {}, 'photograph');
  if (draft.takenOn && draft.takenOn > dayOf(context.now)) return refuse('missing-reports.error.future', {}, 'takenOn');
  return (
    (await addPictures(context, record, files, { takenOn: draft.takenOn ?? null, suppliedBy: draft.suppliedBy ?? 'office' })) ?? record
  );
}
