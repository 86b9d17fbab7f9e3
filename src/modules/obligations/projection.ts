// Keeps the obligations of records in step with their diaries, each with the office that owes it.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { type Rule, runningLaw } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { readDiary } from '../diary/index.ts';
import { responsibleOffices } from '../officers/index.ts';
import { storedObligationsOf } from './obligations-of.ts';
import { type OwnedObligation, writeObligations } from './store.ts';

type Diaries = ReadonlyMap<RecordId, readonly DiaryFact[]>;

export async function projectObligations(
  context: Context,
  records: readonly ChildRecord[],
  diaries: Diaries,
  rules: readonly Rule[] = runningLaw,
): Promise<void> {
  await writeObligations(context, await owedBy(context, records, diaries, rules));
}

/** What the diary and the law say now, for one record. */
export async function ownedObligations(context: Context, record: ChildRecord): Promise<OwnedObligation[]> {
  return (await owedBy(context, [record], new Map([[record.id, await readDiary(context, record.id)]]), runningLaw)).get(record.id)!;
}

async function owedBy(
  context: Context,
  records: readonly ChildRecord[],
  diaries: Diaries,
  rules: readonly Rule[],
): Promise<Map<RecordId, OwnedObligation[]>> {
  const officeOf = await responsibleOffices(
    context,
    records.map(({ districtCode, stateCode, officeId }) => ({ districtCode, stateCode, recordOfficeId: officeId })),
  );
  return new Map(
    records.map((record, at) => {
      const stored = storedObligationsOf(diaries.get(record.id) ?? [], rules, { stateCode: record.stateCode, record: record.kind });
      return [record.id, stored.map((obligation) => ({ ...obligation, officeId: officeOf[at]!(obligation.actor).id }))];
    }),
  );
}
