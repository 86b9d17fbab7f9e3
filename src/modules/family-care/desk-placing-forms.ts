// The forms of a placing at the desk: applied for, approved, ordered, paid, ended; and a paper begun.
import { z } from 'zod';
import { type Reference, readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { rupeesOf } from '../../kernel/money.ts';
import { dayOf } from '../../kernel/time.ts';
import { schemeOn } from '../../law/index.ts';
import { formatDay } from '../../platform/i18n/index.ts';
import { type FormValues, type RequestContext, type Route, form, redirect, show } from '../../web/route.ts';
import { type ChildRecord } from '../children/index.ts';
import { numberOf, ordersOf } from '../cwc/index.ts';
import { families } from './families/family-store.ts';
import { type Asked, FormSheet } from './pages/form-sheet.tsx';
import { applicationAsks, approvalAsks, endAsks, orderAsks, paymentAsks } from './pages/placing-forms.ts';
import { periodInWords, rupees } from './pages/words.tsx';
import { begin } from './papers/actions.ts';
import { isPaperKind } from './papers/paper-fields.ts';
import { paymentSchema } from './payments/form.ts';
import { paymentsOf } from './payments/payment-store.ts';
import { apply, approve, end, pay, place } from './placings/actions.ts';
import { type ApplicationDraft, applicationSchemas, approvalSchema, endSchema, orderSchema } from './placings/form.ts';
import { type OpenedChild } from './placings/opening.ts';
import { type Placing, placingKinds } from './placings/placing.ts';

import { duesOfPlacing, seenChild, seenPlacing, titled } from './desk-placings.ts';

const placingPath = (reference: string, id: string): string => `/found/${reference}/family-care/placings/${id}`;
const begun = (values: FormValues, first: FormValues): FormValues => (Object.keys(values).length > 0 ? values : first);

const applyRoutes: readonly Route[] = placingKinds.map((kind) =>
  form({
    path: `/found/:reference/family-care/apply/${kind}`,
    permission: 'familyCare.write',
    audit: `familyCare.apply.${kind}`,
    purpose: 'care',
    schema: applicationSchemas[kind],
    async show(context, { params, values, errors }) {
      const opened = await seenChild(context, params);
      if (isRefusal(opened)) return opened;
      const { view, now } = context;
      const title = await titled(context, `family-care.apply.title.${kind}`, opened);
      const options = (await families(context)).map(({ id, words }) => ({ value: id, label: words.name }));
      const base = `/found/${opened.record.reference}/family-care`;
      const scheme = schemeOn(kind, dayOf(now));
      const why = `${view.t(`family-care.apply.why.${kind}`)} ${scheme?.citation ?? ''}`;
      const about = {
        view,
        form: { values: begun(values, { appliedOn: dayOf(now) }), errors },
        title,
        back: base,
        action: `${base}/apply/${kind}`,
      };
      return show(title, FormSheet({ ...about, why, save: view.t('family-care.apply.save'), asks: applicationAsks(kind, options) }));
    },
    async save(context, { params, draft }) {
      const reference = readReference(params['reference'] ?? '');
      const saved = reference ? await apply(context, reference, kind, draft as ApplicationDraft) : refuse('web.error.notFound');
      return isRefusal(saved) ? saved : redirect(`/found/${saved.reference}/family-care`, 'family-care.done.applied');
    },
  }),
);

type ActRoute<Schema extends z.ZodType> = {
  act: 'approve' | 'order' | 'pay' | 'end';
  permission: 'familyCare.write' | 'familyCare.decide' | 'familyCare.read';
  schema: Schema;
  asks(context: RequestContext, seen: OpenedChild & { placing: Placing }): Promise<readonly Asked[]>;
  first(context: RequestContext, seen: OpenedChild & { placing: Placing }): FormValues;
  save(context: RequestContext, reference: Reference, placingId: string, draft: z.output<Schema>): Promise<ChildRecord | Refusal>;
};

function actRoute<Schema extends z.ZodType>({ act, permission, schema, asks, first, save }: ActRoute<Schema>): Route {
  return form({
    path: `/found/:reference/family-care/placings/:placing/${act}`,
    permission,
    audit: `familyCare.${act}`,
    purpose: 'care',
    schema,
    async show(context, { params, values, errors }) {
      const seen = await seenPlacing(context, params);
      if (isRefusal(seen)) return seen;
      const { view } = context;
      const title = await titled(context, `family-care.${act}.title`, seen);
      const back = placingPath(seen.record.reference, seen.placing.id);
      const about = { view, form: { values: begun(values, first(context, seen)), errors }, title, back, action: `${back}/${act}` };
      return show(
        title,
        FormSheet({
          ...about,
          why: view.t(`family-care.${act}.why`),
          save: view.t(`family-care.${act}.save`),
          asks: await asks(context, seen),
        }),
      );
    },
    async save(context, { params, draft }) {
      const reference = readReference(params['reference'] ?? '');
      const saved = reference ? await save(context, reference, params['placing'] ?? '', draft) : refuse('web.error.notFound');
      return isRefusal(saved) ? saved : redirect(placingPath(saved.reference, params['placing']!), `family-care.done.${act}`);
    },
  });
}

const actRoutes: readonly Route[] = [
  actRoute({
    act: 'approve',
    permission: 'familyCare.write',
    schema: approvalSchema,
    asks: async ({ view }) => approvalAsks((seat, what) => view.t(`family-care.seat.${what}`, { seat })),
    first: ({ now }) => ({ metOn: dayOf(now) }),
    save: approve,
  }),
  actRoute({
    act: 'order',
    permission: 'familyCare.decide',
    schema: orderSchema,
    async asks(context, { record, placing }) {
      const orders = (await ordersOf(context, record.id)).filter(({ type, withdrawnAt }) => type === placing.kind && withdrawnAt === null);
      return orderAsks(placing.kind, orders.map((order) => ({ value: order.id, label: numberOf(order) }))); // prettier-ignore
    },
    first({ now }, { placing }) {
      const monthly = schemeOn(placing.kind, dayOf(now))?.monthly;
      return { fromOn: dayOf(now), pays: monthly ? 'monthly' : 'nothing', ...(monthly ? { amount: String(rupeesOf(monthly)) } : {}) };
    },
    save: place,
  }),
  actRoute({
    act: 'pay',
    permission: 'familyCare.write',
    schema: paymentSchema,
    async asks(context, { record, placing }) {
      const dues = duesOfPlacing(placing, (await paymentsOf(context, [record.id])).get(placing.id) ?? [], context);
      return paymentAsks(dues.map(({ period, amount, state, payment }) => {
        const paid = state === 'paid' ? `, ${context.view.t('family-care.due.paid', { on: formatDay(context.view, payment!.paidOn!) })}` : '';
        return { value: period, label: `${periodInWords(context.view, period)}: ${rupees(amount)}${paid}` };
      })); // prettier-ignore
    },
    first: ({ now }, { placing }) => ({ act: 'paid', paidOn: dayOf(now), amount: placing.amount ? String(rupeesOf(placing.amount)) : '' }),
    save: pay,
  }),
  actRoute({
    act: 'end',
    permission: 'familyCare.read',
    schema: endSchema,
    asks: async () => endAsks,
    first: ({ now }) => ({ endedOn: dayOf(now) }),
    save: end,
  }),
];

const beginRoute = form({
  path: '/found/:reference/family-care/placings/:placing/papers/:kind',
  permission: 'familyCare.read',
  audit: 'familyCare.beginPaper',
  purpose: 'care',
  schema: z.strictObject({}),
  async save(context, { params }) {
    const reference = readReference(params['reference'] ?? '');
    const kind = params['kind'];
    const saved =
      reference && isPaperKind(kind) ? await begin(context, reference, params['placing'] ?? '', kind) : refuse('web.error.notFound');
    return isRefusal(saved) ? saved : redirect(`/found/${saved.record.reference}/family-care/papers/${saved.id}`);
  },
});

export const placingFormRoutes: readonly Route[] = [...applyRoutes, ...actRoutes, beginRoute];
