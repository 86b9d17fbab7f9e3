// Photographs of a record: rendered anew by the pipeline, kept under unguessable names, shown only to those who may open the record.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Day, type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import {
  type Rendered,
  keepPhotograph,
  photographLimits,
  removePhotograph,
  renderPhotograph,
} from '../../../platform/photographs/index.ts';
import type { UploadedFile } from '../../../web/route.ts';
import { keepLook } from './likeness-store.ts';

export type Photograph = {
  id: string;
  recordId: RecordId;
  name: string;
  takenOn: Day | null;
  suppliedBy: string;
  addedAt: Instant;
  croppedFrom: string | null;
};

type About = { takenOn: Day | null; suppliedBy: string };

/** Renders, stores and records one picture. Refuses what is not a picture, or too large, at the field it came in. */
export async function addPhotograph(context: Context, recordId: RecordId, file: UploadedFile, about: About): Promise<Photograph | Refusal> {
  if (file.tooLarge) return refuse('photograph.tooLarge', { megabytes: photographLimits.bytes / 1024 / 1024 }, file.field);
  const rendered = await renderPhotograph(file.bytes);
  if (isRefusal(rendered)) return { ...rendered, field: file.field };
  const added = await insertPhotograph(context, recordId, rendered, { ...about, croppedFrom: null });
  if (rendered.look) await keepLook(context, added.id, rendered.look);
  return added;
}

/** A part of a picture, kept beside it. It has no look of its own: what it shows was sent with the whole. */
export async function addCrop(context: Context, whole: Photograph, part: Rendered): Promise<Photograph> {
  const { recordId, takenOn, suppliedBy } = whole;
  return insertPhotograph(context, recordId, part, { takenOn, suppliedBy, croppedFrom: whole.id });
}

async function insertPhotograph(
  context: Context,
  recordId: RecordId,
  rendered: Rendered,
  about: About & { croppedFrom: string | null },
): Promise<Photograph> {
  const { photographDirectory } = context.tools;
  const kept = await keepPhotograph(photographDirectory, rendered);
  context.onRollback(() => removePhotograph(photographDirectory, kept.name)); // no picture of a child without its record
  const id = newId<'photograph'>(milliseconds(context.now));
  const addedBy = context.actor.kind === 'officer' ? context.actor.officerId : null;
  await sql`insert into photograph (id, record_id, name, taken_on, supplied_by, width, height, sha256, added_at, added_by, cropped_from)
    values (${id}, ${recordId}, ${kept.name}, ${about.takenOn}, ${about.suppliedBy}, ${rendered.width}, ${rendered.height}, ${Buffer.from(kept.sha256, 'hex')},
      ${context.now}, ${addedBy}, ${about.croppedFrom})`.execute(context.db);
  return { id, recordId, name: kept.name, ...about, addedAt: context.now };
}

const columns = sql`id, record_id, name, taken_on, supplied_by, added_at, cropped_from`;

/** Newest first; what was cut out of one comes after all that were sent. */
export async function photographsOf(context: Context, recordIds: readonly RecordId[]): Promise<Map<RecordId, Photograph[]>> {
  if (recordIds.length === 0) return new Map();
  const { rows } =
    await sql<Photograph>`select ${columns} from photograph where record_id = any (${recordIds as RecordId[]}::uuid[]) and removed_at is null
    order by cropped_from is not null, added_at desc`.execute(context.db);
  return Map.groupBy(rows, (photograph) => photograph.recordId);
}

/** The photograph of that name if the caller may see its record. */
export async function findPhotograph(context: Context, name: string): Promise<Photograph | undefined> {
  const { rows } = await sql<Photograph>`select ${columns} from photograph where name = ${name} and removed_at is null`.execute(context.db);
  return rows[0];
}

/** Where the desk shows it. */
export function photographPath(name: string, size: 'full' | 'small' = 'small'): string {
  return `/photographs/${name}${size === 'small' ? '-320' : ''}.jpg`;
}
