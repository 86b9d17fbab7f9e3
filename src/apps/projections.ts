// Every state that follows from the diary, stored in the writing transaction: records and diaries are read once for all that derive from them.
import type { RecordId } from '../kernel/ids.ts';
import type { Context } from '../platform/context.ts';
import { peekRecords, setStatuses } from '../modules/children/index.ts';
import { readDiaries } from '../modules/diary/index.ts';
import { foundStanding } from '../modules/found-children/index.ts';
import { missingStanding, projectTakedown } from '../modules/missing-reports/index.ts';
import { projectObligations } from '../modules/obligations/index.ts';
import { projectMatters } from '../modules/returns/index.ts';
import { sightingStanding } from '../modules/sightings/index.ts';

const standingOf = { missing: missingStanding, found: foundStanding, sighting: sightingStanding };

/** Records the actor cannot see are left as they are. The takedown comes last: it writes the diary, which comes back here. */
export async function project(context: Context, recordIds: readonly RecordId[]): Promise<void> {
  const records = await peekRecords(context, recordIds);
  if (records.length === 0) return;
  const diaries = await readDiaries(context, recordIds);
  await setStatuses(
    context,
    records.map((record) => ({ record, ...standingOf[record.kind](diaries.get(record.id) ?? []) })),
  );
  await projectMatters(
    context,
    records.filter(({ kind }) => kind === 'found'),
    diaries,
  );
  await projectObligations(context, records, diaries);
  for (const record of records) if (record.kind === 'missing') await projectTakedown(context, record, diaries.get(record.id) ?? []);
}
