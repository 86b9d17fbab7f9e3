// The desk's forms of Form 26, and what of it stands on the child's page.
import { refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { RequestContext, Route } from '../../../web/route.ts';
import { type ChildRecord, readDescription } from '../../children/index.ts';
import { effectiveEntries, lastOf, readDiary } from '../../diary/index.ts';
import { fileForm } from '../file-form.ts';
import { hearingsOf } from '../sittings/sitting-store.ts';
import { fixSchedule, recordStep } from './actions.ts';
import { scheduleSchema, stepDoneSchema } from './form.ts';
import { inquiryDue } from './inquiry-due.ts';
import { SchedulePage, type SheetShown, StepDonePage } from './pages/schedule-page.tsx';
import { eighteenSince, linesOf, unscheduledOf } from './sheet.ts';
import { sheetOf } from './sheet-store.ts';

/** Null for a child who was not yet before a Committee. */
export async function sheetShown(context: RequestContext, record: ChildRecord): Promise<SheetShown | null> {
  const diary = effectiveEntries(await readDiary(context, record.id));
  const produced = diary.find(({ happening }) => happening === 'found.produced');
  if (!produced) return null;
  return {
    reference: record.reference,
    lines: linesOf(diary),
    unscheduled: unscheduledOf(diary),
    sheet: await sheetOf(context, record.id),
    producedOn: dayOf(produced.happenedAt),
    eighteenOn: eighteenSince(await readDescription(context, record.id), context.now),
    due: inquiryDue(diary, record.stateCode),
    heard: (await hearingsOf(context, record.id)).at(-1) ?? null,
    open: record.status !== 'restored' && record.status !== 'closed' && !lastOf(diary, 'inquiry.finalOrderMade'),
  };
}

async function begun(context: RequestContext, record: ChildRecord) {
  const sheet = await sheetOf(context, record.id);
  const open = linesOf(effectiveEntries(await readDiary(context, record.id))).filter(({ doneOn }) => doneOn === null);
  const facts = Object.entries(sheet ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries([...facts, ...open.map(({ step, plannedFor }) => [step, plannedFor])]);
}

export const scheduleRoutes: Route[] = [
  fileForm({
    name: 'schedule',
    permission: 'committeeFile.keep',
    schema: scheduleSchema,
    title: ({ view }, name) => view.t('cwc-schedule.formTitle', { name }),
    begin: begun,
    draw: async (_, __, props) => SchedulePage(props),
    save: fixSchedule,
    done: 'cwc-schedule.done.fixed',
  }),
  fileForm({
    name: 'step',
    permission: 'committeeFile.keep',
    schema: stepDoneSchema,
    title: ({ view }, name) => view.t('cwc-schedule.stepTitle', { name }),
    begin: async ({ now }) => ({ doneOn: dayOf(now) }),
    async draw(context, record, props, { query }) {
      const lines = linesOf(effectiveEntries(await readDiary(context, record.id)));
      const line =
        lines.find(({ reference, doneOn }) => reference === query.line && doneOn === null) ?? lines.find(({ doneOn }) => doneOn === null);
      return line ? StepDonePage({ ...props, line }) : refuse('cwc-schedule.error.nothingOpen');
    },
    save: recordStep,
    done: 'cwc-schedule.done.step',
  }),
];
