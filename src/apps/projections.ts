// Every state that follows from the diary, stored in the writing transaction: records and diaries are read once for all that derive from them.
import type { RecordId } from '../kernel/ids.ts';
import type { Context } from '../platform/context.ts';
import { peekRecords } from '../modules/children/index.ts';
import { readDiaries } from '../modules/diary/index.ts';
import { projectFoundChild } from '../modules/found-children/index.ts';
import { projectMissingReport, projectTakedown } from '../modules/missing-reports/index.ts';
import { projectObligations } from '../modules/obligations/index.ts';
import { projectMatters } from '../modules/returns/index.ts';
import { projectSighting } from '../modules/sightings/index.ts';

const projectStatus = { missing: projectMissingReport, found: projectFoundChild, sighting: projectSighting };

/** Records the actor cannot see are left as they are. The takedown comes last: it writes the diary, which comes back here. */
export async function project(context: Context, recordIds: readonly RecordId[]): Promise<void> {
  const records = await peekRecords(context, recordIds);
  if (records.length === 0) return;
  const diaries = await readDiaries(context, recordIds);
  for (const record of records) await projectStatus[record.kind](context, record, diaries.get(record.id) ?? []);
  await projectMatters(
    context,
    records.filter(({ kind }) => kind === 'found'),
    diaries,
  );
  await projectObligations(context, records, diaries);
  for (const record of records) if (record.kind === 'missing') await projectTakedown(context, record, diaries.get(record.id) ?? []);
}
