// The verbs of Form 26: fix a day for each step, put one off, say that one was done. What the portal sees done by itself it notes by itself.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Day, type Instant, dayOf, instantAt } from '../../../kernel/time.ts';
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { Context } from '../../../platform/context.ts';
import type { ChildRecord } from '../../children/index.ts';
import { type NewEntry, effectiveEntries, has, readDiary, writeDiary } from '../../diary/index.ts';
import { openProduced } from '../opening.ts';
import type { ScheduleDraft, StepDoneDraft } from './form.ts';
import { type SheetStep, linesOf, openLinesOf, sheetSteps } from './sheet.ts';
import { writeSheet } from './sheet-store.ts';

/** A day for a step that has an open line puts it off, unless it is the same day; else it is a line of its own. */
function scheduled(diary: readonly DiaryFact[], step: SheetStep, plannedFor: Day): NewEntry | null {
  const [open] = openLinesOf(diary, step);
  if (open?.plannedFor === plannedFor) return null;
  const reference = open?.reference ?? `${step}-${linesOf(diary).filter((line) => line.step === step).length + 1}`;
  const entry = { happening: 'inquiry.stepScheduled', facts: { reference, step, plannedFor } } as const;
  return open ? { ...entry, corrects: open.entryId } : entry;
}

/** Form 26: at the first hearing a day for every step (MR r.20(1)). A day that is past is nobody's plan. */
export async function fixSchedule(context: Context, reference: Reference, draft: ScheduleDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference, 'also-restored');
  if (isRefusal(opened)) return opened;
  const { record, cwc } = opened;
  const diary = effectiveEntries(await readDiary(context, record.id));
  const today = dayOf(context.now);
  const entries: NewEntry[] = [];
  for (const step of sheetSteps) {
    const plannedFor = draft[step];
    const entry = plannedFor ? scheduled(diary, step, plannedFor) : null;
    if (entry && plannedFor! < today) return refuse('cwc-schedule.error.past', {}, step);
    if (entry) entries.push(entry);
  }
  if (linesOf(diary).length + entries.length === 0) return refuse('cwc-schedule.error.none', {}, 'report');
  if (draft.medicalOn && draft.medicalOn > today) return refuse('cwc.error.future', {}, 'medicalOn');
  if (draft.medicalOn && draft.medicalOn < dayOf(record.happenedAt)) return refuse('cwc.error.beforeFound', {}, 'medicalOn');
  await writeSheet(context, cwc, record.id, draft);
  if (!has(diary, 'inquiry.scheduleFixed')) entries.unshift({ happening: 'inquiry.scheduleFixed', facts: {} });
  if (entries.length > 0) await writeDiary(context, record.id, ...entries);
  return record;
}

export async function recordStep(context: Context, reference: Reference, draft: StepDoneDraft): Promise<ChildRecord | Refusal> {
  const opened = await openProduced(context, reference, 'also-restored');
  if (isRefusal(opened)) return opened;
  const { record, producedAt } = opened;
  const line = linesOf(effectiveEntries(await readDiary(context, record.id))).find((one) => one.reference === draft.reference);
  if (!line || line.doneOn !== null) return refuse('web.error.chooseOne', {}, 'reference');
  const today = dayOf(context.now);
  if (draft.doneOn > today) return refuse('cwc.error.future', {}, 'doneOn');
  if (draft.doneOn < dayOf(producedAt)) return refuse('cwc-schedule.error.beforeProduction', {}, 'doneOn');
  const happenedAt = draft.doneOn === today ? context.now : laterOf(instantAt(draft.doneOn, '12:00'), producedAt);
  await writeDiary(context, record.id, {
    happening: 'inquiry.stepDone',
    facts: { reference: line.reference, step: line.step },
    happenedAt,
  });
  return record;
}

const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** What ends the open lines of a step, when the portal itself sees it done. */
export function stepEntries(
  diary: readonly DiaryFact[],
  step: SheetStep,
  paper: { kind: string; id: string },
  happenedAt?: Instant,
): NewEntry[] {
  return openLinesOf(diary, step).map(({ reference }) => ({
    happening: 'inquiry.stepDone',
    facts: { reference, step },
    paper,
    ...(happenedAt ? { happenedAt } : {}),
  }));
}
