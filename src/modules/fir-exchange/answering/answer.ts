// An officer answers what the police's system says of a child: the station that it is not so (that it is so it says by the act itself), or that the search goes on; the Committee either.
import { z } from 'zod';
import type { PoliceReport } from '../../../kernel/happenings/missing.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { choice, text } from '../../../web/fields.ts';
import { type ChildRecord, auditWrite, readRecord, readToChange } from '../../children/index.ts';
import { type NewEntry, effectiveEntries, holdDiaries, readDiary, writeDiary } from '../../diary/index.ts';
import { type ToldReport, insertAnswer, reportsOfRecord } from './answer-store.ts';
import { isNoEnd, waitsFor } from './open-question.ts';

const MOST_WORDS = 2000;
export const policeReports = ['traced', 'closed', 'transferred'] as const;
export const denialSchema = z.strictObject({
  what: choice(policeReports, 'police-system.error.what'),
  words: text(MOST_WORDS, 'police-system.error.words'),
});
export const committeeSchema = z.strictObject({
  answer: choice(['confirmed', 'denied'], 'police-system.error.answer'),
  words: text(MOST_WORDS, 'police-system.error.words'),
});

type By = 'station' | 'committee';

/** The last of what the police say that is still asked. */
async function asked(context: Context, record: ChildRecord, what: PoliceReport, by: By): Promise<ToldReport | undefined> {
  await holdDiaries(context, [record.id]);
  const diary = effectiveEntries(await readDiary(context, record.id));
  return (await reportsOfRecord(context, record.id)).findLast((report) => report.what === what && waitsFor(diary, report)[by]);
}

export async function denyForStation(
  context: Context,
  reference: Reference,
  draft: z.output<typeof denialSchema>,
): Promise<ChildRecord | Refusal> {
  const record = await readToChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const { what, words } = draft;
  const report = await asked(context, record, what, 'station');
  if (!report) return refuse('police-system.error.notAsked', {}, 'what');
  const goesOn = isNoEnd(report);
  const paper = await insertAnswer(context, { recordId: record.id, what, answer: goesOn ? 'goes-on' : 'denied', words });
  await auditWrite(context, record.id);
  const entry: NewEntry = goesOn
    ? { happening: 'missing.searchGoesOn', facts: {}, paper }
    : { happening: 'missing.policeReportDenied', facts: { what, by: 'station' }, paper };
  await writeDiary(context, record.id, entry);
  return record;
}

/** Of a child the police call traced: whether it came before the Committee, or the Committee knows of it otherwise. */
export async function answerForCommittee(
  context: Context,
  reference: Reference,
  draft: z.output<typeof committeeSchema>,
): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer' || actor.officeKind !== 'cwc') return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'missing');
  if (isRefusal(record)) return record;
  if (actor.districtCode !== record.districtCode) return refuse('children.error.notYours');
  if (!(await asked(context, record, 'traced', 'committee'))) return refuse('police-system.error.notAsked');
  const { answer, words } = draft;
  const paper = await insertAnswer(context, { recordId: record.id, what: 'traced', answer, words });
  await auditWrite(context, record.id);
  const happening = answer === 'confirmed' ? 'missing.policeReportConfirmed' : 'missing.policeReportDenied';
  await writeDiary(context, record.id, { happening, facts: { what: 'traced', by: 'committee' }, paper });
  return record;
}
