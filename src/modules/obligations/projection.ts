// Keeps the obligations of records in step with their diaries, each with the office that owes it.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { type Rule, runningLaw } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { readDiary } from '../diary/index.ts';
import { responsibleOffices } from '../officers/index.ts';
import { calendarsFor } from './calendars-for.ts';
import { handedOver, writerOf } from './handed-over.ts';
import { lateWhenKnown } from './late-when-known.ts';
import { storedObligationsOf } from './obligations-of.ts';
import { type OwnedObligation, writeObligations } from './store.ts';
import { nextMoment } from './word-moments.ts';
import { type ToldOf, toldOf } from './word-store.ts';

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
export async function ownedObligations(
  context: Context,
  record: ChildRecord,
  rules: readonly Rule[] = runningLaw,
): Promise<OwnedObligation[]> {
  return (await owedBy(context, [record], new Map([[record.id, await readDiary(context, record.id)]]), rules)).get(record.id)!;
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
  const told: ToldOf = await toldOf(
    context,
    records.map(({ id }) => id),
  );
  const calendars = await calendarsFor(context, records, rules);
  return new Map(
    records.map((record, at) => {
      const diary = diaries.get(record.id) ?? [];
      const place = { stateCode: record.stateCode, record: record.kind, calendar: calendars.get(record.stateCode) };
      const stored = storedObligationsOf(diary, rules, place);
      const handedTo = handedOver(diary);
      const isLateWhenKnown = lateWhenKnown(diary);
      const owned = stored.map((obligation) => ({
        ...obligation,
        officeId: handedTo(obligation) ?? writerOf(diary, obligation) ?? officeOf[at]!(obligation.actor).id,
        lateWhenKnown: isLateWhenKnown(obligation),
        nextAt: isLateWhenKnown(obligation) ? null : nextMoment(obligation, told({ recordId: record.id, ...obligation })),
      }));
      return [record.id, owned];
    }),
  );
}
