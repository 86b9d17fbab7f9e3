// Records ready for comparison, kept between comparisons: the same few thousand open records are met again and again.
import type { RecordId } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Context, Tools } from '../../../platform/context.ts';
import { type ChildRecord, type Circumstances, type Description, peekRecords, readDescriptions } from '../../children/index.ts';
import type { Source } from '../places.ts';
import { type Prepared, prepare } from '../prepare.ts';
import { reportersOf } from './register-store.ts';

/** About 4 KB each: the worker's memory is bounded, and a register larger than this only loses speed. */
const MOST_KEPT = 10_000;

/** `version` is that of the description prepared. */
export type Ready = Pick<ChildRecord, 'id' | 'kind' | 'version'> & { readonly prepared: Prepared; readonly source: Source };
type Kept = { records: Map<RecordId, Ready>; /** How often something was forgotten. */ forgotten: number };
const keptBy = new WeakMap<Tools, Kept>();

function keptFor(tools: Tools): Kept {
  const kept = keptBy.get(tools) ?? { records: new Map<RecordId, Ready>(), forgotten: 0 };
  keptBy.set(tools, kept);
  return kept;
}

type Happened = Pick<ChildRecord, 'kind' | 'happenedAt' | 'districtCode'>;

/** When and where, as matching compares it. */
export function circumstancesOf(record: Happened): Circumstances {
  return { kind: record.kind, happenedOn: dayOf(record.happenedAt), districtCode: record.districtCode };
}

export function prepareRecord(record: Happened, description: Description): Prepared {
  return prepare(description, circumstancesOf(record));
}

/** The record changed: it is read anew when next asked for. */
export function forgetPrepared(tools: Tools, id: RecordId): void {
  const kept = keptFor(tools);
  kept.records.delete(id);
  kept.forgotten++;
}

/** By record id, each as it was when the register was last brought up to date, or later. One without a description is left out. */
export async function preparedRecords(context: Context, ids: readonly RecordId[]): Promise<Map<RecordId, Ready>> {
  const kept = keptFor(context.tools);
  const { records, forgotten } = kept;
  const ready = new Map<RecordId, Ready>();
  const unread: RecordId[] = [];
  for (const id of ids) {
    const known = records.get(id);
    if (!known) {
      unread.push(id);
      continue;
    }
    ready.set(id, known);
    records.delete(id); // the longest not asked for stands first
    records.set(id, known);
  }
  for (const one of await readReady(context, unread)) {
    ready.set(one.id, one);
    if (kept.forgotten !== forgotten) continue; // one of them may have changed while it was read
    if (records.size >= MOST_KEPT) records.delete(records.keys().next().value!);
    records.set(one.id, one);
  }
  return ready;
}

/** Read from the database, without keeping. One that faults is told and left out, or it would stop every record it is compared with. */
async function readReady(context: Context, ids: readonly RecordId[]): Promise<Ready[]> {
  const records = await peekRecords(context, ids);
  const descriptions = await readDescriptions(context, ids);
  const reporters = await reportersOf(context, ids);
  return records.flatMap((record) => {
    const description = descriptions.get(record.id);
    if (!description) return [];
    try {
      const { id, kind, version, officeId, openedAt } = record;
      const source = { kind, reporter: reporters.get(id) ?? null, officeId, openedAt };
      return [{ id, kind, version, source, prepared: prepareRecord(record, description) }];
    } catch (fault) {
      context.tools.passedOver(record.id, fault);
      return [];
    }
  });
}
