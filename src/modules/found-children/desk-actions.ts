// The short forms at /found/:reference/<action>. Each opens the record anew, so each is audited and none outlives a changed right.
import { z } from 'zod';
import { type Reference, readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf, timeOfDay } from '../../kernel/time.ts';
import {
  type FieldErrors,
  type FormValues,
  type RequestContext,
  type Route,
  type UploadedFile,
  form,
  redirect,
  show,
} from '../../web/route.ts';
import { whenNow } from '../../web/when.ts';
import { type ChildRecord, purposeSuffix, readDescription, readToChange, recordPath, toFormValues } from '../children/index.ts';
import { type District, allDistricts } from '../places/index.ts';
import {
  addFoundPhotograph,
  closeFoundChild,
  describeFoundChild,
  fileProductionReport,
  recordInformation,
  recordJourney,
} from './actions.ts';
import { changeDescriptionSchema, closeFoundSchema, informationSchema, journeySchema, productionReportSchema } from './form.ts';
import { ClosePage, DescriptionPage, InformationPage, JourneyPage, PhotographPage } from './pages/action-pages.tsx';
import { FitPage, UnfitPage, UnfitReportPage } from './pages/unfit-pages.tsx';
import { recordFit, recordUnfit, reportUnfit } from './unfit/actions.ts';
import { fitSchema, unfitReportSchema, unfitSchema } from './unfit/form.ts';
import { ProductionReportPage } from './pages/production-report-page.tsx';
import type { FoundAction } from './pages/record-page.tsx';

type Drawn = { view: RequestContext['view']; form: { values: FormValues; errors: FieldErrors }; reference: string; suffix: string };

type Action<Schema extends z.ZodType> = {
  name: FoundAction;
  permission: 'foundChild.act' | 'photograph.add';
  schema: Schema;
  draw(props: Drawn & { districts: readonly District[] }): ReturnType<typeof JourneyPage>;
  /** What the form holds before anything was typed. */
  begin?(context: RequestContext, record: ChildRecord): Promise<FormValues>;
  save(context: RequestContext, reference: Reference, draft: z.output<Schema>, files: UploadedFile[]): Promise<ChildRecord | Refusal>;
};

function actionRoute<Schema extends z.ZodType>(action: Action<Schema>): Route {
  return form({
    path: `/found/:reference/${action.name}`,
    permission: action.permission,
    audit: `foundChild.${action.name}`,
    purpose: 'casework',
    schema: action.schema,
    async show(context, { params, query, values, errors }) {
      const reference = readReference(params.reference ?? '');
      const record = reference ? await readToChange(context, reference, 'found') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const begun = Object.keys(values).length > 0 || !action.begin ? values : await action.begin(context, record);
      const { view } = context;
      const body = action.draw({
        view,
        form: { values: begun, errors },
        reference: record.reference,
        suffix: purposeSuffix(query),
        districts: await allDistricts(context),
      });
      return show(`${view.t(`found-children.action.${action.name}`)} ${record.reference}`, body);
    },
    async save(context, { params, query, draft, files }) {
      const reference = readReference(params.reference ?? '');
      if (!reference) return refuse('web.error.notFound');
      const record = await action.save(context, reference, draft, files);
      return isRefusal(record)
        ? record
        : redirect(recordPath(record) + purposeSuffix(query), `found-children.done.${action.name.replace('-', '')}`);
    },
  });
}

async function currentDescription(context: RequestContext, record: ChildRecord): Promise<FormValues> {
  const description = await readDescription(context, record.id);
  return { ...(description ? toFormValues(description) : {}), version: String(record.version) };
}

export const actionRoutes: Route[] = [
  actionRoute({
    name: 'description',
    permission: 'foundChild.act',
    schema: changeDescriptionSchema,
    draw: DescriptionPage,
    begin: currentDescription,
    save: describeFoundChild,
  }),
  actionRoute({
    name: 'photograph',
    permission: 'photograph.add',
    schema: z.strictObject({}),
    draw: PhotographPage,
    save: (context, reference, _, files) => addFoundPhotograph(context, reference, files),
  }),
  actionRoute({
    name: 'production-report',
    permission: 'foundChild.act',
    schema: productionReportSchema,
    draw: ProductionReportPage,
    begin: async ({ now, actor }) => ({
      ...whenNow(now),
      ...(actor.kind === 'officer' ? { producerName: actor.name, producerOrganisation: actor.officeName } : {}),
    }),
    save: fileProductionReport,
  }),
  actionRoute({
    name: 'information',
    permission: 'foundChild.act',
    schema: informationSchema,
    draw: InformationPage,
    begin: async ({ now }) => ({ informedOn: dayOf(now), informedAt: timeOfDay(now) }),
    save: recordInformation,
  }),
  actionRoute({
    name: 'journey',
    permission: 'foundChild.act',
    schema: journeySchema,
    draw: JourneyPage,
    begin: async ({ now }, record) => ({ startedOn: dayOf(record.happenedAt), endedOn: dayOf(now) }),
    save: recordJourney,
  }),
  actionRoute({
    name: 'unfit',
    permission: 'foundChild.act',
    schema: unfitSchema,
    draw: UnfitPage,
    begin: async ({ now }) => whenNow(now),
    save: recordUnfit,
  }),
  actionRoute({
    name: 'unfit-report',
    permission: 'foundChild.act',
    schema: unfitReportSchema,
    draw: UnfitReportPage,
    begin: async ({ now }) => whenNow(now),
    save: reportUnfit,
  }),
  actionRoute({
    name: 'fit',
    permission: 'foundChild.act',
    schema: fitSchema,
    draw: FitPage,
    begin: async ({ now }) => whenNow(now),
    save: recordFit,
  }),
  actionRoute({
    name: 'close',
    permission: 'foundChild.act',
    schema: closeFoundSchema,
    draw: ClosePage,
    begin: async ({ now }) => whenNow(now),
    save: closeFoundChild,
  }),
];
