// The verbs of a child under two who is too ill to be produced: the written report with the photograph stands in for the production (F05), until the child is fit.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, dayOf, monthsBetween } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type When, momentOf, notBefore } from '../../../web/when.ts';
import { type ChildRecord, openForChange, photographsOf, readDescription } from '../../children/index.ts';
import { effectiveEntries, has, readDiary, writeDiary } from '../../diary/index.ts';
import type { FitDraft, UnfitDraft, UnfitReportDraft } from './form.ts';
import { insertUnfit, readUnfit, writeFit, writeUnfitReport } from './store.ts';

const YOUNG_MONTHS = 24;

/** Still to be produced: afterwards there is nothing the report could stand in for. */
async function openUnproduced(context: Context, reference: Reference): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  return has(effectiveEntries(await readDiary(context, record.id)), 'found.produced')
    ? refuse('found-children.error.producedAlready')
    : record;
}

function moment(context: Context, when: When, limit: Instant, early: string): Instant | Refusal {
  const at = momentOf(when, context.now);
  if (isRefusal(at)) return at;
  return notBefore(at, limit) ?? refuse(`found-children.error.${early}`, {}, 'doneOn');
}

/** An age nobody knows is no bar: whoever holds an infant sees that it is one. Known to be two or older, the child is produced, ill or not. */
async function isTooOld(context: Context, record: ChildRecord): Promise<boolean> {
  const description = await readDescription(context, record.id);
  const today = dayOf(context.now);
  if (description?.birthDate) return monthsBetween(description.birthDate, today) >= YOUNG_MONTHS;
  const { age } = description ?? {};
  return age !== null && age !== undefined && age.lowMonths + monthsBetween(age.on, today) >= YOUNG_MONTHS;
}

export async function recordUnfit(context: Context, reference: Reference, draft: UnfitDraft): Promise<ChildRecord | Refusal> {
  const record = await openUnproduced(context, reference);
  if (isRefusal(record)) return record;
  if (await isTooOld(context, record)) return refuse('found-children.error.twoOrOlder', {}, 'illness');
  const at = moment(context, draft, record.happenedAt, 'unfitBeforeFound');
  if (isRefusal(at)) return at;
  if (!(await insertUnfit(context, record.id, at, draft))) return refuse('found-children.error.unfitAlready');
  await writeDiary(context, record.id, { happening: 'inquiry.unfitForProduction', facts: {}, happenedAt: at });
  return record;
}

/** Without a photograph it is no report in place of a production: whoever reads it has to know which child it is. */
export async function reportUnfit(context: Context, reference: Reference, draft: UnfitReportDraft): Promise<ChildRecord | Refusal> {
  const record = await openUnproduced(context, reference);
  if (isRefusal(record)) return record;
  const unfit = await readUnfit(context, record.id);
  if (!unfit) return refuse('found-children.error.unfitFirst');
  if ((await photographsOf(context, [record.id])).get(record.id) === undefined)
    return refuse('found-children.error.photographFirst', {}, 'report');
  const at = moment(context, draft, unfit.unfitAt, 'beforeUnfit');
  if (isRefusal(at)) return at;
  await writeUnfitReport(context, record.id, at, draft);
  await writeDiary(context, record.id, { happening: 'inquiry.unfitReported', facts: { photograph: true }, happenedAt: at });
  return record;
}

/** From now on the child is to be produced, with the certificate (F05.2). */
export async function recordFit(context: Context, reference: Reference, draft: FitDraft): Promise<ChildRecord | Refusal> {
  const record = await openUnproduced(context, reference);
  if (isRefusal(record)) return record;
  const unfit = await readUnfit(context, record.id);
  if (!unfit || unfit.fitAt) return refuse(unfit ? 'found-children.error.fitAlready' : 'found-children.error.unfitFirst');
  const at = moment(context, draft, unfit.unfitAt, 'beforeUnfit');
  if (isRefusal(at)) return at;
  await writeFit(context, record.id, at, draft);
  await writeDiary(context, record.id, { happening: 'inquiry.medicallyFit', facts: {}, happenedAt: at });
  return record;
}
