// Keeps a record's obligations in step with its diary, each with the office that owes it.
import type { RecordId } from '../../kernel/ids.ts';
import { runningLaw } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, peekRecord } from '../children/index.ts';
import { readDiary } from '../diary/index.ts';
import { responsibleOffices } from '../officers/index.ts';
import { storedObligationsOf } from './obligations-of.ts';
import { type OwnedObligation, writeObligations } from './store.ts';

export async function projectObligations(context: Context, recordId: RecordId): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  if (record) await writeObligations(context, recordId, await ownedObligations(context, record));
}

/** What the diary and the law say now, for one record. */
export async function ownedObligations(context: Context, record: ChildRecord): Promise<OwnedObligation[]> {
  const diary = await readDiary(context, record.id);
  const stored = storedObligationsOf(diary, runningLaw, { stateCode: record.stateCode, record: record.kind });
  const officeOf = await responsibleOffices(context, {
    districtCode: record.districtCode,
    stateCode: record.stateCode,
    recordOfficeId: record.officeId,
  });
  return stored.map((obligation) => ({ ...obligation, officeId: officeOf(obligation.actor).id }));
}
