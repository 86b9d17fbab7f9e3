// Records ready for comparison, kept between comparisons: the same few thousand open records are met again and again.
import type { RecordId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context, Tools } from '../../platform/context.ts';
import { type ChildRecord, type Circumstances, type Description, readDescriptions } from '../children/index.ts';
import { type Prepared, prepare } from './prepare.ts';

/** About 4 KB each: the worker's memory is bounded, and a register larger than this only loses speed. */
const MOST_KEPT = 10_000;

type Kept = Pick<ChildRecord, 'version' | 'districtCode' | 'happenedAt'> & { prepared: Prepared };
const keptBy = new WeakMap<Tools, Map<RecordId, Kept>>();

/** When and where, as matching compares it. */
export function circumstancesOf(record: ChildRecord): Circumstances {
  return { kind: record.kind, happenedOn: dayOf(record.happenedAt), districtCode: record.districtCode };
}

export function prepareRecord(record: ChildRecord, description: Description): Prepared {
  return prepare(description, circumstancesOf(record));
}

/** By record id. A record changed since it was kept is read anew; one without a description is left out. */
export async function preparedRecords(context: Context, records: readonly ChildRecord[]): Promise<Map<RecordId, Prepared>> {
  const kept = keptBy.get(context.tools) ?? new Map<RecordId, Kept>();
  keptBy.set(context.tools, kept);
  const ready = new Map<RecordId, Prepared>();
  const unread: ChildRecord[] = [];
  for (const record of records) {
    const known = kept.get(record.id);
    if (known && isSame(known, record)) ready.set(record.id, known.prepared);
    else unread.push(record);
  }
  const descriptions = await readDescriptions(
    context,
    unread.map((record) => record.id),
  );
  for (const record of unread) {
    const description = descriptions.get(record.id);
    if (!description) continue;
    const { version, districtCode, happenedAt } = record;
    const prepared = prepareRecord(record, description);
    ready.set(record.id, prepared);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(record.id, { version, districtCode, happenedAt, prepared });
  }
  return ready;
}

function isSame(known: Kept, record: ChildRecord): boolean {
  return known.version === record.version && known.districtCode === record.districtCode && known.happenedAt === record.happenedAt;
}
