// The desk's pages of the Committee: the cause list, and a form for each of its steps.
import type { z } from 'zod';
import { type Reference, readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { type FormValues, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { type ChildRecord, childName, readDescription, readRecords, readToChange } from '../children/index.ts';
import { officesOfKind } from '../officers/index.ts';
import { answerIdentity, recordProduction, recordRestoration } from './actions.ts';
import { causeList, causePermissions } from './cause-list.ts';
import { comparedRequests } from './compared.ts';
import { identitySchema, productionSchema, restorationSchema } from './form.ts';
import { type CommitteeStep, type ProductionRequest, isConfirmed } from './identity.ts';
import { type ActionPageProps, type ConfirmedOther, IdentityPage, ProductionPage, RestorationPage } from './pages/action-pages.tsx';
import { CauseListPage } from './pages/cause-list-page.tsx';
import { fileRoutes } from './file.ts';
import { offenceRoutes } from './offences/desk.ts';
import { orderRoutes } from './orders/desk.ts';
import { numberOf } from './orders/order.ts';
import { ordersOf } from './orders/order-store.ts';
import { scheduleRoutes } from './schedule/desk.ts';
import { paperRoutes } from './papers/desk.ts';
import { shortRoutes } from './short-forms.ts';
import { sittingOn } from './sittings/sitting-store.ts';
import { sittingRoutes } from './sittings/desk.ts';
import { reportRoutes } from './social-reports/desk.ts';
import { requestsOf } from './store.ts';

type Step<Schema extends z.ZodType> = {
  step: CommitteeStep;
  permission: 'production.record' | 'identity.confirm' | 'restoration.record';
  schema: Schema;
  begin(context: RequestContext, query: Record<string, string>, record: ChildRecord): FormValues | Promise<FormValues>;
  draw(context: RequestContext, record: ChildRecord, props: ActionPageProps): Promise<ReturnType<typeof ProductionPage> | Refusal>;
  save(context: RequestContext, reference: Reference, draft: z.output<Schema>): Promise<ChildRecord | Refusal>;
};

function stepRoute<Schema extends z.ZodType>({ step, permission, schema, begin, draw, save }: Step<Schema>): Route {
  return form({
    path: `/cwc/:reference/${step}`,
    permission,
    audit: `cwc.${step}`,
    purpose: 'production',
    schema,
    async show(context, { params, query, values, errors }) {
      const reference = readReference(params.reference ?? '');
      const record = reference ? await readToChange(context, reference, 'found') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const { view } = context;
      const name = childName(view, await readDescription(context, record.id));
      const title = view.t(`cwc.${step}.title`, { name, known: name === view.t('children.nameUnknown') ? 'no' : 'yes' });
      const begun = Object.keys(values).length > 0 ? values : await begin(context, query, record);
      const body = await draw(context, record, { view, form: { values: begun, errors }, reference: record.reference, title });
      return isRefusal(body) ? body : show(title, body);
    },
    async save(context, { params, draft }) {
      const reference = readReference(params.reference ?? '');
      if (!reference) return refuse('web.error.notFound');
      const record = await save(context, reference, draft);
      return isRefusal(record) ? record : redirect('/cwc', `cwc.done.${step}`);
    },
  });
}

/** The missing reports this child is already confirmed to be, each with the pair: which one it is has to be known before a second is added. */
async function confirmedOthers(context: RequestContext, asked: readonly ProductionRequest[]): Promise<ConfirmedOther[]> {
  const confirmed = asked.filter((request) => isConfirmed([request]));
  const records = await readRecords(
    context,
    confirmed.map(({ missingId }) => missingId),
  );
  return confirmed.map(({ candidateId, missingId }) => {
    const record = records.find(({ id }) => id === missingId);
    return { reference: record?.reference ?? '…', matchPath: record && context.view.may('match.read') ? `/matches/${candidateId}` : null };
  });
}

async function drawIdentity(context: RequestContext, record: ChildRecord, props: ActionPageProps) {
  const asked = await requestsOf(context, record.id);
  const open = asked.filter((request) => request.answer === null);
  const requests = await comparedRequests(context, open);
  if (requests.length === 0) return refuse('cwc.error.nothingAsked');
  const { requestId, request, candidate } = props.form.values;
  const only = requests.length === 1 && !requestId ? { requestId: requests[0]!.id } : {};
  const meant = (one: (typeof requests)[number]) => one.id === request || one.candidateId === candidate;
  return IdentityPage({
    ...props,
    form: { ...props.form, values: { ...props.form.values, ...only } },
    requests: requests.toSorted((one, other) => Number(meant(other)) - Number(meant(one))),
    others: await confirmedOthers(context, asked),
  });
}

/** With the order of Form 44 the register holds, if it holds one. */
async function restorationBegun(context: RequestContext, _: unknown, record: ChildRecord): Promise<FormValues> {
  const today = dayOf(context.now);
  const order = (await ordersOf(context, record.id)).find(({ type, madeAt }) => type === 'restoration' && madeAt !== null);
  return { restoredOn: today, ...(order ? { orderNumber: numberOf(order), orderedOn: dayOf(order.madeAt!) } : { orderedOn: today }) };
}

const causeListRoute = page({
  path: '/cwc',
  permission: 'production.read',
  audit: 'cwc.causeList',
  purpose: 'production',
  async answer(context) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const causes = await causeList(context, actor);
    const sitting = actor.officeKind === 'cwc' ? await sittingOn(context, actor.officeId, dayOf(context.now)) : undefined;
    return show(view.t('cwc.list.title'), CauseListPage({ view, causes, may: causePermissions(context), sitting: sitting ?? null }));
  },
});

export function deskRoutes(): Route[] {
  return [
    causeListRoute,
    ...sittingRoutes,
    ...scheduleRoutes,
    ...orderRoutes,
    ...reportRoutes,
    ...paperRoutes,
    ...shortRoutes,
    ...fileRoutes,
    ...offenceRoutes,
    stepRoute({
      step: 'production',
      permission: 'production.record',
      schema: productionSchema,
      begin: ({ now }) => ({ producedOn: dayOf(now), sitting: 'committee' }),
      draw: async (context, { districtCode }, props) =>
        ProductionPage({ ...props, homes: await officesOfKind(context, 'children-home', districtCode) }),
      save: recordProduction,
    }),
    stepRoute({
      step: 'identity',
      permission: 'identity.confirm',
      schema: identitySchema,
      // Which one the page was opened for stands first; of several none is chosen: whoever confirms the first has not seen the others.
      begin: (_, { request, candidate }): FormValues => (request ? { request } : candidate ? { candidate } : {}),
      draw: drawIdentity,
      save: answerIdentity,
    }),
    stepRoute({
      step: 'restoration',
      permission: 'restoration.record',
      schema: restorationSchema,
      begin: restorationBegun,
      draw: async (_, __, props) => RestorationPage(props),
      save: recordRestoration,
    }),
  ];
}
