// A night in the home of a child the police brought (Model Rules r.69-D(4), Form 42): kept, handed back by the stated hour, or not fetched.
import { z } from 'zod';
import { type Reference, readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { addDays, dayOf, instantAt } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { choice, day, optionalText, text, time } from '../../../web/fields.ts';
import { type FormValues, type RequestContext, type Route, form, redirect, show } from '../../../web/route.ts';
import { momentOf, notBefore, whenFields, whenNow } from '../../../web/when.ts';
import { type ChildRecord, auditWrite, childName, readDescription, readToChange, recordPath } from '../../children/index.ts';
import { holdDiaries, writeDiary } from '../../diary/index.ts';
import { HandOverPage, OvernightPage } from './pages/overnight-pages.tsx';
import { endStay, insertStay, openStay } from './overnight-store.ts';

const overnightSchema = z.strictObject({
  broughtBy: text(200, 'institutions.error.broughtBy'),
  dueOn: day().optional(),
  dueAt: time().optional(),
  condition: optionalText(500),
  ...whenFields,
});
const handOverSchema = z.strictObject({
  endedHow: choice(['taken-over', 'not-taken-over'], 'institutions.error.endedHow'),
  endedBy: optionalText(200),
  ...whenFields,
});

async function openHere(context: Context, reference: Reference): Promise<{ record: ChildRecord; home: OfficerActor } | Refusal> {
  const { actor } = context;
  const record = await readToChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  if (actor.kind !== 'officer' || record.officeId !== actor.officeId) return refuse('institutions.error.notHere');
  await holdDiaries(context, [record.id]);
  await auditWrite(context, record.id);
  return { record, home: actor };
}

async function keepOvernight(
  context: Context,
  reference: Reference,
  draft: z.output<typeof overnightSchema>,
): Promise<ChildRecord | Refusal> {
  const opened = await openHere(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, home } = opened;
  const at = momentOf(draft, context.now);
  if (isRefusal(at)) return at;
  const broughtAt = notBefore(at, record.happenedAt);
  if (broughtAt === null) return refuse('institutions.error.beforeFound', {}, 'doneOn');
  if ((draft.dueOn === undefined) !== (draft.dueAt === undefined))
    return refuse('institutions.error.dueHour', {}, draft.dueOn ? 'dueAt' : 'dueOn');
  const dueAt = draft.dueOn && draft.dueAt ? instantAt(draft.dueOn, draft.dueAt) : null;
  if (dueAt !== null && dueAt <= broughtAt) return refuse('institutions.error.dueBeforeBrought', {}, 'dueOn');
  const { broughtBy, condition } = draft;
  const id = await insertStay(context, { recordId: record.id, officeId: home.officeId, broughtBy, broughtAt, dueAt, condition });
  if (id === undefined) return refuse('institutions.error.keptAlready');
  const dueOn = draft.dueOn && draft.dueAt ? `${draft.dueOn} ${draft.dueAt}` : '';
  const paper = { kind: 'form-42', id };
  await writeDiary(context, record.id, { happening: 'inquiry.keptOvernight', facts: { dueOn }, happenedAt: broughtAt, paper });
  return record;
}

async function handOver(context: Context, reference: Reference, draft: z.output<typeof handOverSchema>): Promise<ChildRecord | Refusal> {
  const opened = await openHere(context, reference);
  if (isRefusal(opened)) return opened;
  const { record } = opened;
  const stay = await openStay(context, record.id);
  if (!stay) return refuse('institutions.error.notKept');
  const at = momentOf(draft, context.now);
  if (isRefusal(at)) return at;
  const endedAt = notBefore(at, stay.broughtAt);
  if (endedAt === null) return refuse('institutions.error.beforeBrought', {}, 'doneOn');
  await endStay(context, stay.id, { at: endedAt, how: draft.endedHow, by: draft.endedBy });
  const when = { happenedAt: endedAt, paper: { kind: 'form-42', id: stay.id } };
  if (draft.endedHow === 'taken-over') await writeDiary(context, record.id, { happening: 'inquiry.takenOverByPolice', facts: {}, ...when });
  else await writeDiary(context, record.id, { happening: 'inquiry.notTakenOver', facts: {}, ...when });
  return record;
}

type Act<Schema extends z.ZodType> = {
  name: 'overnight' | 'hand-over';
  schema: Schema;
  begin(context: RequestContext): FormValues;
  draw: typeof OvernightPage;
  save(context: Context, reference: Reference, draft: z.output<Schema>): Promise<ChildRecord | Refusal>;
};

function nightRoute<Schema extends z.ZodType>({ name, schema, begin, draw, save }: Act<Schema>): Route {
  return form({
    path: `/residents/:reference/${name}`,
    permission: 'resident.act',
    audit: `resident.${name}`,
    purpose: 'care',
    schema,
    async show(context, { params, values, errors }) {
      const reference = readReference(params.reference ?? '');
      const record = reference ? await readToChange(context, reference, 'found') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const { view } = context;
      const begun = Object.keys(values).length > 0 ? values : begin(context);
      const child = childName(view, await readDescription(context, record.id));
      return show(
        `${view.t(`institutions.act.${name}`)} ${record.reference}`,
        draw({ view, form: { values: begun, errors }, reference: record.reference, name: child }),
      );
    },
    async save(context, { params, draft }) {
      const reference = readReference(params.reference ?? '');
      if (!reference) return refuse('web.error.notFound');
      const record = await save(context, reference, draft);
      return isRefusal(record) ? record : redirect(recordPath(record), `institutions.done.${name}`);
    },
  });
}

export const overnightRoutes: readonly Route[] = [
  nightRoute({
    name: 'overnight',
    schema: overnightSchema,
    begin: ({ now }) => ({ ...whenNow(now), dueOn: addDays(dayOf(now), 1), dueAt: '10:00' }),
    draw: OvernightPage,
    save: keepOvernight,
  }),
  nightRoute({ name: 'hand-over', schema: handOverSchema, begin: ({ now }) => whenNow(now), draw: HandOverPage, save: handOver }),
];
