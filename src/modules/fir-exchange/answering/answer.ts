// An officer answers what the police's system says of a child: the station that it is not so (that it is so it says by the act itself), the Committee either.
import { z } from 'zod';
import type { PoliceReport } from '../../../kernel/happenings/missing.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { choice, text } from '../../../web/fields.ts';
import { type ChildRecord, auditWrite, readRecord, readToChange } from '../../children/index.ts';
import { effectiveEntries, holdDiaries, readDiary, writeDiary } from '../../diary/index.ts';
import { insertAnswer, reportsOfRecord } from './answer-store.ts';
import { waitsFor } from './open-question.ts';

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

async function isAsked(context: Context, record: ChildRecord, what: PoliceReport, by: 'station' | 'committee'): Promise<boolean> {
  await holdDiaries(context, [record.id]);
  const diary = effectiveEntries(await readDiary(context, record.id));
  return (await reportsOfRecord(context, record.id)).some((report) => report.what === what && waitsFor(diary, report)[by]);
}

export async function denyForStation(
  context: Context,
  reference: Reference,
  draft: z.output<typeof denialSchema>,
): Promise<ChildRecord | Refusal> {
  const record = await readToChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const { what, words } = draft;
  if (!(await isAsked(context, record, what, 'station'))) return refuse('police-system.error.notAsked', {}, 'what');
  const paper = await insertAnswer(context, { recordId: record.id, what, answer: 'denied', words });
  await auditWrite(context, record.id);
  await writeDiary(context, record.id, { happening: 'missing.policeReportDenied', facts: { what, by: 'station' }, paper });
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
  if (!(await isAsked(context, record, 'traced', 'committee'))) return refuse('police-system.error.notAsked');
  const { answer, words } = draft;
  const paper = await insertAnswer(context, { recordId: record.id, what: 'traced', answer, words });
  await auditWrite(context, record.id);
  const happening = answer === 'confirmed' ? 'missing.policeReportConfirmed' : 'missing.policeReportDenied';
  await writeDiary(context, record.id, { happening, facts: { what: 'traced', by: 'committee' }, paper });
  return record;
}
