// The short forms of a child's way to another Committee, home, or into adoption: what each asks, and the verb that keeps it.
import type { z } from 'zod';
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { formatDay } from '../../platform/i18n/index.ts';
import type { RequestContext, Route } from '../../web/route.ts';
import { familyCame, giveCertificate, takeAsWithoutParents } from './adoption/actions.ts';
import { ages, because, certificateSchema, familySchema, withoutParentsSchema } from './adoption/form.ts';
import { type FileForm, fileForm } from './file-form.ts';
import { type Order, numberOf, standingOf } from './orders/order.ts';
import { ordersOf } from './orders/order-store.ts';
import { type AskedField, AskedFields } from './pages/fields.tsx';
import { ShortForm } from './pages/short-form.tsx';
import { answerForTransfer, recordAppeal, recordEscortJourney, recordFollowUp, sendRecords, tellResidence } from './transfers/actions.ts';
import {
  type FollowUpDraft, answerSchema, appealSchema, appealTo, followUpSchema, journeySchema, residenceSchema, residences, sentSchema, transferAnswers, visits,
} from './transfers/form.ts'; // prettier-ignore

type Short<Schema extends z.ZodType> = Pick<FileForm<Schema>, 'permission' | 'schema' | 'save'> & {
  name: string;
  /** Days that begin with today. */
  today?: string;
  /** Of the child's orders, those the form may be about. */
  orders?: (order: Order) => boolean;
  reads?: 'shared';
  to?: string;
  fields(orders: readonly { value: string; label: string }[]): AskedField[];
};

function shortForm<Schema extends z.ZodType>({ name, permission, schema, save, today, orders, fields, reads, to }: Short<Schema>): Route {
  return fileForm({
    name,
    permission,
    schema,
    ...(reads ? { reads } : {}),
    title: ({ view }, child) => view.t(`cwc-moves.${name}.title`, { name: child }),
    begin: async ({ now }, _, { query }) => ({
      ...(today ? { [today]: dayOf(now) } : {}),
      ...(orders && query.order ? { order: query.order } : {}),
    }),
    async draw({ view, ...context }, record, props) {
      const known = orders ? (await ordersOf(context, record.id)).filter((order) => standingOf(order) === 'made' && orders(order)) : [];
      const options = known.map((order) => ({ value: order.id, label: `${numberOf(order)} · ${view.t(`cwc-orders.type.${order.type}`)}` }));
      return ShortForm({
        ...props,
        name,
        ...(reads ? { back: 'record' } : {}),
        children: AskedFields({ view, form: props.form, fields: fields(options) }),
      });
    },
    save,
    done: `cwc-moves.done.${name}`,
    ...(to ? { to: () => to } : {}),
  });
}

/** The day from which the visit counts is said as the reader writes days. */
async function followedUp(context: RequestContext, reference: Reference, draft: FollowUpDraft): Promise<unknown> {
  const saved = await recordFollowUp(context, reference, draft);
  const from = isRefusal(saved) ? (saved.facts['from'] as Day | undefined) : undefined;
  return from ? { ...(saved as Refusal), facts: { from: formatDay(context.view, from) } } : saved;
}

export const shortRoutes: Route[] = [
  shortForm({
    name: 'residence',
    permission: 'committeeFile.keep',
    schema: residenceSchema,
    save: tellResidence,
    fields: () => [
      { name: 'liesIn', kind: 'choice', options: residences },
      { name: 'place', kind: 'line' },
    ],
  }),
  shortForm({
    name: 'sent',
    permission: 'committeeFile.keep',
    schema: sentSchema,
    save: sendRecords,
    today: 'sentOn',
    fields: () => [
      { name: 'sentOn', kind: 'day' },
      { name: 'sentHow', kind: 'line', optional: true },
    ],
  }),
  shortForm({
    name: 'transfer',
    permission: 'committeeFile.keep',
    schema: answerSchema,
    save: answerForTransfer,
    reads: 'shared',
    to: '/cwc',
    fields: () => [
      { name: 'transferAnswer', kind: 'choice', options: transferAnswers },
      { name: 'answerBecause', kind: 'text', optional: true },
    ],
  }),
  shortForm({
    name: 'journey',
    permission: 'committeeOrder.read',
    schema: journeySchema,
    save: recordEscortJourney,
    orders: ({ type }) => type === 'escort',
    to: '/cwc',
    fields: (orders) => [
      { name: 'order', kind: 'select', options: orders },
      { name: 'escortName', kind: 'line' },
      { name: 'escortId', kind: 'line', optional: true },
      { name: 'startedOn', kind: 'day' },
      { name: 'startedAt', kind: 'time' },
      { name: 'endedOn', kind: 'day' },
      { name: 'endedAt', kind: 'time' },
      { name: 'handedTo', kind: 'line' },
      { name: 'receipt', kind: 'line', optional: true },
    ],
  }),
  shortForm({
    name: 'follow-up',
    permission: 'socialReport.write',
    schema: followUpSchema,
    save: followedUp,
    today: 'visitedOn',
    to: '/cwc',
    fields: () => [
      { name: 'visit', kind: 'choice', options: visits },
      { name: 'visitedOn', kind: 'day' },
      { name: 'visitFound', kind: 'text' },
    ],
  }),
  shortForm({
    name: 'appeal',
    permission: 'committeeFile.keep',
    schema: appealSchema,
    save: recordAppeal,
    today: 'appealedOn',
    orders: () => true,
    fields: (orders) => [
      { name: 'order', kind: 'select', options: orders },
      { name: 'appealTo', kind: 'choice', options: appealTo },
      { name: 'appealedOn', kind: 'day' },
      { name: 'appealBy', kind: 'line' },
      { name: 'appealOutcome', kind: 'text', optional: true },
    ],
  }),
  shortForm({
    name: 'without-parents',
    permission: 'committeeFile.keep',
    schema: withoutParentsSchema,
    save: takeAsWithoutParents,
    fields: () => [
      { name: 'because', kind: 'choice', options: because },
      { name: 'ageThen', kind: 'choice', options: ages },
      { name: 'appliedOn', kind: 'day', optional: true },
      { name: 'deedOn', kind: 'day', optional: true },
      { name: 'surrenderedBy', kind: 'line', optional: true },
      { name: 'surrenderReasons', kind: 'text', optional: true },
      { name: 'counselled', kind: 'tick' },
    ],
  }),
  shortForm({
    name: 'family',
    permission: 'committeeFile.keep',
    schema: familySchema,
    save: familyCame,
    today: 'cameOn',
    fields: () => [
      { name: 'cameOn', kind: 'day' },
      { name: 'whoCame', kind: 'line' },
    ],
  }),
  shortForm({
    name: 'certificate',
    permission: 'committeeFile.keep',
    schema: certificateSchema,
    save: giveCertificate,
    today: 'givenOn',
    fields: () => [
      { name: 'givenOn', kind: 'day' },
      { name: 'basis', kind: 'text' },
      { name: 'restorationTried', kind: 'tick' },
      { name: 'counsellingDone', kind: 'tick' },
      { name: 'photographSent', kind: 'tick' },
    ],
  }),
];
