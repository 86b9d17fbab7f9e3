// The forms of what is done on a missing report, one small page each under /missing/:reference/.
import type { z } from 'zod';
import { readReference, type Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { addDays, dayOf, timeOfDay } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type FormValues, type Params, type RequestContext, type Route, type UploadedFile, form, redirect, show } from '../../web/route.ts';
import {
  type ChildRecord,
  photographsOf,
  readDescription,
  readToChange,
  recordPath,
  toFormValues,
  purposeSuffix,
} from '../children/index.ts';
import { authoritiesFor, noticeSchema, withdrawNoticeSchema } from '../notices/index.ts';
import { officesOfKind } from '../officers/index.ts';
import { allDistricts } from '../places/index.ts';
import { registerFir } from './actions.ts';
import { addMissingPhotograph, describeMissingChild } from './description-actions.ts';
import * as forms from './follow-up-form.ts';
import { paperSchema } from './form.ts';
import * as investigation from './investigation.ts';
import { type ActionName, steps } from './next-actions.ts';
import { publishNotice, unclearSections, withdrawNotice } from './publication.ts';
import { moveToStation } from './move.ts';
import { closeReport, markTraced, recordProducedByPolice, reopenReport } from './outcome.ts';
import { ActionPage, type Choices } from './pages/action-page.tsx';

type Answer = ChildRecord | Refusal | Refusal[];
type Action = {
  name: ActionName;
  schema: z.ZodType;
  act(context: Context, reference: Reference, draft: unknown, files: UploadedFile[]): Promise<Answer>;
};

function action<Schema extends z.ZodType>(
  name: ActionName,
  schema: Schema,
  act: (context: Context, reference: Reference, draft: z.output<Schema>, files: UploadedFile[]) => Promise<Answer>,
): Action {
  return { name, schema, act: act as Action['act'] };
}

const actions: readonly Action[] = [
  action('fir', paperSchema, registerFir),
  action('move', forms.moveSchema, moveToStation),
  action('risk', forms.riskSchema, investigation.assessRisk),
  action('forward', forms.stepSchema, investigation.forwardToJuvenilePoliceUnit),
  action('legal-services', forms.stepSchema, investigation.sendCopyToLegalServices),
  action('agencies', forms.agenciesSchema, investigation.sendToAgencies),
  action('hue-and-cry', forms.stepSchema, investigation.issueHueAndCry),
  action('trafficking', forms.traffickingSchema, investigation.suspectTrafficking),
  action('transfer', forms.transferSchema, investigation.transferToAntiTrafficking),
  action('progress', forms.stepSchema, investigation.reportProgress),
  action('bar', forms.barSchema, investigation.barFromPublication),
  action('description', forms.descriptionChangeSchema, describeMissingChild),
  action('photograph', forms.photographSchema, addMissingPhotograph),
  action('notice', noticeSchema, publishNotice),
  action('notice/withdraw', withdrawNoticeSchema, withdrawNotice),
  action('traced', forms.tracedSchema, markTraced),
  action('produced', forms.producedSchema, recordProducedByPolice),
  action('close', forms.closeSchema, closeReport),
  action('reopen', forms.reopenSchema, reopenReport),
];

/** What each form starts with: now, for what is being recorded as it happens; for a notice, a month. */
async function firstValues(context: RequestContext, name: ActionName, record: ChildRecord): Promise<FormValues> {
  const [today, clock] = [dayOf(context.now), timeOfDay(context.now)];
  if (name === 'description') {
    const description = await readDescription(context, record.id);
    return { ...(description ? toFormValues(description) : {}), version: String(record.version) };
  }
  const now = { doneOn: today, doneAt: clock, tracedOn: today, tracedAt: clock, paperOn: today, paperAt: clock };
  return { ...now, fields: ['name', 'age', 'sex', 'photograph', 'clothing', 'lastSeen'], expiresOn: addDays(today, 30) };
}

/** What the lists of a form offer for this record and this officer. */
async function choicesFor(context: RequestContext, name: ActionName, record: ChildRecord): Promise<Choices> {
  const { actor } = context;
  const transfers = name === 'trafficking' || name === 'transfer';
  return {
    units: transfers ? await officesOfKind(context, 'anti-trafficking-unit', record.districtCode) : [],
    stations:
      name === 'move'
        ? (await officesOfKind(context, 'police-station', record.districtCode)).filter(({ id }) => id !== record.officeId)
        : [],
    districts: name === 'description' ? await allDistricts(context) : [],
    authorities: name === 'notice' && actor.kind === 'officer' ? authoritiesFor(actor.officeKind) : [],
    unclearSections: name === 'notice' ? await unclearSections(context, record.id) : [],
    record,
    photographs: name === 'notice' ? ((await photographsOf(context, [record.id])).get(record.id) ?? []) : [],
  };
}

async function recordAsked(context: Context, params: Params): Promise<ChildRecord | Refusal> {
  const reference = readReference(params['reference']!);
  return reference ? readToChange(context, reference, 'missing') : refuse('web.error.notFound');
}

/** After a stale edit the form must carry the version now stored, or it could never be saved. */
function withVersion(name: ActionName, values: FormValues, record: ChildRecord): FormValues {
  return name === 'description' ? { ...values, version: String(record.version) } : values;
}

/** The fields of a stale edit by the names they have on screen. */
function withFieldNames({ view }: RequestContext, refusal: Refusal): Refusal {
  const { fields } = refusal.facts;
  if (typeof fields !== 'string') return refusal;
  const names = fields.split(',').map((name) => view.t(name === 'marks' ? 'children.group.marks' : `children.field.${name}`));
  return { ...refusal, facts: { ...refusal.facts, fields: names.join(', ') } };
}

/** `notice/withdraw` → `noticeWithdraw`: keys of what is said when it is done hold letters only. */
function camelCase(name: ActionName): string {
  return name.replace(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function actionRoute({ name, schema, act }: Action): Route {
  const title = `missing-reports.action.${name.replace('/', '-')}`;
  return form({
    path: `/missing/:reference/${name}`,
    permission: steps[name].permission,
    audit: `missingReport.${name.replace('/', '-')}`,
    purpose: 'casework',
    schema,
    async show(context, { params, query, values, errors }) {
      const record = await recordAsked(context, params);
      if (isRefusal(record)) return record;
      const wrong = Object.keys(errors).length > 0;
      const shown = wrong ? withVersion(name, values, record) : await firstValues(context, name, record);
      const choices = await choicesFor(context, name, record);
      return show(
        context.view.t(title),
        ActionPage({ view: context.view, record, name, form: { values: shown, errors }, choices, suffix: purposeSuffix(query) }),
      );
    },
    async save(context, { params, query, draft, files }) {
      const reference = readReference(params['reference']!);
      const answer = reference ? await act(context, reference, draft, files) : refuse('web.error.notFound');
      if (Array.isArray(answer)) return answer;
      if (isRefusal(answer)) return withFieldNames(context, answer);
      return redirect(`${recordPath(answer)}${purposeSuffix(query)}`, `missing-reports.done.${camelCase(name)}`);
    },
  });
}

export const actionRoutes: Route[] = actions.map(actionRoute);
