// The docket of a sitting: what else the law or the Committee's own dates want decided, beside the cause list. Each child listed is written down as read.
import type { RecordId } from '../../kernel/ids.ts';
import { type Day, type Instant, addDays, addHours, dayOf, endOfDay, instantAt } from '../../kernel/time.ts';
import type { OfficerActor } from '../../platform/context.ts';
import type { RequestContext } from '../../web/route.ts';
import { childName, readDescriptions, readRecords } from '../children/index.ts';
import { type Order, numberOf } from './orders/order.ts';
import { ordersTo, toSign } from './orders/order-store.ts';
import { carriedOut } from './orders/order-type.ts';
import { submittedLately, toWrite } from './social-reports/report-store.ts';
import { transfersToAnswer } from './transfers/transfer-store.ts';
import { toBeHeard, unratified } from './sittings/sitting-store.ts';
import { dueAfter } from './due-after.ts';

export const docketKinds = ['ratify', 'hearing', 'sign', 'transfer', 'report', 'write', 'order'] as const;
export type DocketRow = {
  kind: (typeof docketKinds)[number];
  name: string;
  reference: string;
  /** The order it is about, in words; null where it is about none. */
  order: string | null;
  /** When it is to be done; null where no day is set. */
  due: Instant | null;
  href: string;
};

type Item = {
  kind: DocketRow['kind'];
  recordId: RecordId;
  order?: Pick<Order, 'type' | 'number' | 'year'>;
  due(stateCode: string): Instant | null;
  path: string;
};

/** `on`: the day whose hearings are due. Of a Committee; and of an office its orders bind: the reports it writes and what it is to carry out. */
export async function docketOf(context: RequestContext, officer: OfficerActor, on: Day = dayOf(context.now)): Promise<DocketRow[]> {
  const items = officer.officeKind === 'cwc' ? await ofCommittee(context, officer, on) : await ofBoundOffice(context, officer);
  const today = dayOf(context.now);
  const ids = [...new Set(items.map(({ recordId }) => recordId))];
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  const descriptions = await readDescriptions(context, ids);
  const rows = items.flatMap(({ kind, recordId, order: about, due, path }): DocketRow[] => {
    const record = records.get(recordId);
    if (!record) return [];
    const { reference, stateCode } = record;
    const name = childName(context.view, descriptions.get(recordId));
    const { t } = context.view;
    const order = about ? t('cwc-orders.title', { kind: t(`cwc-orders.type.${about.type}`), number: numberOf(about) }) : null;
    return [{ kind, reference, name, order, due: due(stateCode), href: `/cwc/${reference}/${path}` }];
  });
  return rows.toSorted((one, other) => ((one.due ?? instantAt(today)) < (other.due ?? instantAt(today)) ? -1 : 1));
}

/** How long a report submitted stands among what the Committee has to read. */
const REPORT_DAYS = 14;

async function ofBoundOffice(context: RequestContext, { officeId }: OfficerActor): Promise<Item[]> {
  const orders = await ordersTo(context, officeId, carriedOut);
  return [
    ...(await toWrite(context, officeId)).map(({ recordId, reportId, dueOn }): Item => ({
      kind: 'write', recordId, due: () => endOfDay(dueOn), path: `reports/${reportId}`,
    })),
    ...orders.map(({ id, recordId, type, number, year, madeAt }): Item => ({
      kind: 'order', recordId, order: { type, number, year }, due: (stateCode) => dueAfter(type === 'escort' ? 'C17' : 'J05.2', madeAt!, stateCode), path: `orders/${id}`,
    })),
  ]; // prettier-ignore
}

async function ofCommittee(context: RequestContext, cwc: OfficerActor, on: Day): Promise<Item[]> {
  return [
    ...(await transfersToAnswer(context, cwc.officeId)).map(({ recordId, sentOn }): Item => ({
      kind: 'transfer', recordId, due: () => endOfDay(addDays(sentOn, 7)), path: 'transfer',
    })),
    ...(await submittedLately(context, cwc.officeId, addHours(context.now, -24 * REPORT_DAYS))).map(({ recordId, reportId }): Item => ({
      kind: 'report', recordId, due: () => null, path: `reports/${reportId}/read`,
    })),
    ...(await unratified(context, cwc.officeId)).map(({ recordId, producedAt }): Item => ({
      kind: 'ratify', recordId, due: (stateCode) => dueAfter('F06', producedAt, stateCode), path: 'ratify',
    })),
    ...(await toBeHeard(context, cwc.officeId, on)).map(({ recordId, nextOn }): Item => ({
      kind: 'hearing', recordId, due: () => endOfDay(nextOn), path: 'hearing',
    })),
    ...(await toSign(context, cwc.officerId)).map(({ recordId, orderId, ...order }): Item => ({
      kind: 'sign', recordId, order, due: () => null, path: `orders/${orderId}`,
    })),
  ]; // prettier-ignore
}
