// Every state that follows from the diary, stored in the writing transaction: records and diaries are read once for all that derive from them.
import type { DiaryFact } from '../kernel/happenings.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { Context } from '../platform/context.ts';
import { type ChildRecord, peekRecords, setStatuses } from '../modules/children/index.ts';
import { readDiaries } from '../modules/diary/index.ts';
import { foundStanding } from '../modules/found-children/index.ts';
import { missingStanding, projectTakedown } from '../modules/missing-reports/index.ts';
import { projectObligations } from '../modules/obligations/index.ts';
import { projectMatters } from '../modules/returns/index.ts';
import { sightingStanding } from '../modules/sightings/index.ts';

const standingOf = { missing: missingStanding, found: foundStanding, sighting: sightingStanding };

type Read = { records: ChildRecord[]; diaries: ReadonlyMap<RecordId, DiaryFact[]> };

async function readFor(context: Context, recordIds: readonly RecordId[]): Promise<Read> {
  const records = await peekRecords(context, recordIds);
  return { records, diaries: records.length === 0 ? new Map() : await readDiaries(context, recordIds) };
}

async function standings(context: Context, { records, diaries }: Read): Promise<void> {
  await setStatuses(
    context,
    records.map((record) => ({ record, ...standingOf[record.kind](diaries.get(record.id) ?? []) })),
  );
  await projectMatters(
    context,
    records.filter(({ kind }) => kind === 'found'),
    diaries,
  );
}

/** Records the actor cannot see are left as they are. The takedown comes last: it writes the diary, which comes back here. */
export async function project(context: Context, recordIds: readonly RecordId[]): Promise<void> {
  const read = await readFor(context, recordIds);
  if (read.records.length === 0) return;
  await standings(context, read);
  await projectObligations(context, read.records, read.diaries);
  await takedowns(context, read);
}

async function takedowns(context: Context, { records, diaries }: Read): Promise<void> {
  for (const record of records) if (record.kind === 'missing') await projectTakedown(context, record, diaries.get(record.id) ?? []);
}

/** The same in two: what the next message of a transaction depends on as each entry is written, the duties once at its end, however many entries there were. */
export const inTwo = {
  async now(context: Context, recordIds: readonly RecordId[]): Promise<void> {
    const read = await readFor(context, recordIds);
    if (read.records.length === 0) return;
    await standings(context, read);
    // What this transaction opened nobody has published.
    await takedowns(context, { ...read, records: read.records.filter(({ openedAt }) => openedAt !== context.now) });
  },
  async atEnd(context: Context, recordIds: readonly RecordId[]): Promise<void> {
    const { records, diaries } = await readFor(context, recordIds);
    if (records.length > 0) await projectObligations(context, records, diaries);
  },
};
