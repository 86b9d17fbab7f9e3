// The desk's pages of the order register: the list of kinds, a draft, and one order with its signatures.
import { isUuid } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type Locale, type PrintLocale, isPrinted, printLocalesFor, shippedLocales, wordsIn } from '../../../platform/i18n/index.ts';
import type { FormValues, RequestContext, Route } from '../../../web/route.ts';
import { type ChildRecord, childName, readDescription } from '../../children/index.ts';
import { effectiveEntries, lastOf, readDiary } from '../../diary/index.ts';
import { officersInPost, officesOfKind } from '../../officers/index.ts';
import { spokenIn } from '../../places/index.ts';
import { deedOf } from '../adoption/adoption-store.ts';
import { fileForm } from '../file-form.ts';
import { draftOrder, takeStep } from './actions.ts';
import { bindable } from './bound-office.ts';
import { draftSchema, orderStepSchema } from './form.ts';
import { mayOrder } from './may-order.ts';
import { type Order, numberOf, standingOf } from './order.ts';
import { ordersOf, readOrder } from './order-store.ts';
import { type OrderType, carriedOut, orderTypes } from './order-type.ts';
import { type Choices, OrderForm, OrderKinds } from './pages/order-form.tsx';
import { OrderPage, type OrderShown } from './pages/order-page.tsx';
import { journeysOf } from '../transfers/transfer-store.ts';
import { templateOf } from './wording.ts';

const typeAsked = (asked: unknown): OrderType | undefined => orderTypes.find((type) => type === asked);

type Languages = { language: Locale; offered: readonly PrintLocale[] };

/** The foremost language of the State, if its papers have words; else one of the screens that is spoken there; else the reader's. */
async function languageAsked(context: RequestContext, record: ChildRecord, asked: unknown): Promise<Languages> {
  const spoken = await spokenIn(context, record.stateCode);
  const offered = printLocalesFor(spoken);
  const own = isPrinted(spoken[0]) ? spoken[0] : shippedLocales.find((locale) => spoken.includes(locale));
  return { offered, language: offered.find((locale) => locale === asked) ?? own ?? context.view.locale };
}

async function choicesFor(context: RequestContext, record: ChildRecord, type: OrderType): Promise<Choices> {
  const { actor, view } = context;
  const members = actor.kind === 'officer' ? await officersInPost(context, [actor.officeId]) : [];
  const committees = type === 'transfer' ? await officesOfKind(context, 'cwc') : [];
  const made = (await ordersOf(context, record.id)).filter((order) => standingOf(order) === 'made');
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    members: members.map(({ officerId, name, rank }) => ({ value: officerId, label: rank ? `${name}, ${rank}` : name })),
    offices: (await bindable(context, record)).map(named),
    committees: committees.filter(({ districtCode }) => districtCode !== record.districtCode).map(named),
    made: made.map((order) => ({ value: order.id, label: `${numberOf(order)} · ${view.t(`cwc-orders.type.${order.type}`)}` })),
  };
}

/** Said at once, not after the whole text was written: a child who was not produced has no order. */
async function templateFor(context: RequestContext, record: ChildRecord, type: OrderType, language: Locale): Promise<string> {
  const produced = lastOf(await readDiary(context, record.id), 'found.produced');
  const { actor, view } = context;
  const words = wordsIn(language);
  return templateOf(words, type, {
    committee: actor.kind === 'officer' ? actor.officeName : '',
    name: childName({ ...view, ...words }, await readDescription(context, record.id)),
    reference: record.reference,
    producedOn: dayOf(produced?.happenedAt ?? context.now),
  });
}

/** Said in the list, not after the whole order was written. */
async function notNow(context: RequestContext, record: ChildRecord): Promise<Map<OrderType, string>> {
  const diary = effectiveEntries(await readDiary(context, record.id));
  const standing = { diary, today: dayOf(context.now), surrenderedOn: await deedOf(context, record.id) };
  const refusals = orderTypes.map((type) => [type, mayOrder(type, standing)] as const);
  return new Map(
    refusals.flatMap(([type, refusal]) =>
      refusal ? [[type, context.view.t(refusal.code, refusal.facts as Record<string, string | number>)] as const] : [],
    ),
  );
}

async function shownTo(context: RequestContext, record: ChildRecord, order: Order): Promise<OrderShown> {
  const { actor, tools } = context;
  const others = await ordersOf(context, record.id);
  const byId = (id: string | null) => others.find((one) => one.id === id);
  const corrected = others.find((one) => one.corrects === order.id && standingOf(one) === 'made');
  const own = actor.kind === 'officer' && actor.officeId === order.cwcId;
  const draft = standingOf(order) === 'draft' && own;
  const mine =
    actor.kind === 'officer' && order.signers.some(({ officerId, signedAt }) => officerId === actor.officerId && signedAt === null);
  const corrects = byId(order.corrects);
  return {
    order,
    correctsNumber: corrects ? numberOf(corrects) : null,
    correctedBy: corrected ? numberOf(corrected) : null,
    signsAs: draft && mine && actor.kind === 'officer' ? actor.name : null,
    mayWithdraw: draft && order.signers.every(({ signedAt }) => signedAt === null),
    mayCarryOut:
      standingOf(order) === 'made' &&
      order.doneOn === null &&
      carriedOut.includes(order.type) &&
      (own || (actor.kind === 'officer' && actor.officeId === order.toOfficeId)),
    mayTellJourney:
      order.type === 'escort' &&
      standingOf(order) === 'made' &&
      (await journeysOf(context, record.id)).every(({ orderId }) => orderId !== order.id),
    fileHref: tools.may(actor, 'committeeFile.read') ? `/cwc/${record.reference}/file` : `/found/${record.reference}`,
  };
}

const idOf = (value: string | undefined): string | null => (value && isUuid(value) ? value : null);

export const orderRoutes: Route[] = [
  fileForm({
    name: 'order',
    permission: 'committeeFile.keep',
    schema: draftSchema,
    title({ view: { t } }, name, { query }) {
      const type = typeAsked(query.type);
      return type ? t('cwc-orders.draftOf', { name, kind: t(`cwc-orders.type.${type}`) }) : t('cwc-orders.draftTitle', { name });
    },
    async begin(context, record, { query }): Promise<FormValues> {
      const type = typeAsked(query.type);
      if (!type) return {};
      const { language } = await languageAsked(context, record, query.language);
      return { type, language, body: await templateFor(context, record, type, language) };
    },
    async draw(context, record, props, { query }) {
      const type = typeAsked(props.form.values['type'] ?? query.type);
      if (!type) return OrderKinds({ ...props, notNow: await notNow(context, record) });
      const asked = await languageAsked(context, record, props.form.values['language'] ?? query.language);
      return OrderForm({ ...props, type, ...asked, choices: await choicesFor(context, record, type) });
    },
    save: draftOrder,
    done: 'cwc-orders.done.drafted',
    to: (reference, saved) => `/cwc/${reference}/orders/${(saved as Order).id}`,
  }),
  fileForm({
    name: 'orderSigned',
    path: 'orders/:order',
    permission: 'committeeOrder.read',
    schema: orderStepSchema,
    title: ({ view }, name) => view.t('cwc-orders.orderTitle', { name }),
    async draw(context, record, props, { params }) {
      const id = idOf(params['order']);
      const order = id ? await readOrder(context, record.id, id) : undefined;
      if (!order) return refuse('web.error.notFound');
      const title = context.view.t('cwc-orders.title', { kind: context.view.t(`cwc-orders.type.${order.type}`), number: numberOf(order) });
      return OrderPage({ ...props, title, shown: await shownTo(context, record, order) });
    },
    save: async (context, reference, draft, { params }) => {
      const id = idOf(params['order']);
      return id ? takeStep(context, reference, id, draft) : refuse('web.error.notFound');
    },
    done: 'cwc-orders.done.step',
    to: (reference, saved) => `/cwc/${reference}/orders/${(saved as Order).id}`,
  }),
];
