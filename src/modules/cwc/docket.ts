// The docket of a sitting: what else the law or the Committee's own dates want decided, beside the cause list. Each child listed is written down as read.
import type { RecordId } from '../../kernel/ids.ts';
import { type Instant, dayOf, endOfDay, instantAt } from '../../kernel/time.ts';
import type { OfficerActor } from '../../platform/context.ts';
import type { RequestContext } from '../../web/route.ts';
import { childName, readDescriptions, readRecords } from '../children/index.ts';
import { toSign } from './orders/order-store.ts';
import { toBeHeard, unratified } from './sittings/sitting-store.ts';
import { dueAfter } from './due-after.ts';

export const docketKinds = ['ratify', 'hearing', 'sign'] as const;
export type DocketRow = {
  kind: (typeof docketKinds)[number];
  name: string;
  reference: string;
  /** When it is to be done; null where no day is set. */
  due: Instant | null;
  href: string;
};

type Item = { kind: DocketRow['kind']; recordId: RecordId; due(stateCode: string): Instant | null; path: string };

export async function docketOf(context: RequestContext, cwc: OfficerActor): Promise<DocketRow[]> {
  const today = dayOf(context.now);
  const items: Item[] = [
    ...(await unratified(context, cwc.officeId)).map(({ recordId, producedAt }): Item => ({
      kind: 'ratify', recordId, due: (stateCode) => dueAfter('F06', producedAt, stateCode), path: 'ratify',
    })),
    ...(await toBeHeard(context, cwc.officeId, today)).map(({ recordId, nextOn }): Item => ({
      kind: 'hearing', recordId, due: () => endOfDay(nextOn), path: 'hearing',
    })),
    ...(await toSign(context, cwc.officerId)).map(({ recordId, orderId }): Item => ({
      kind: 'sign', recordId, due: () => null, path: `orders/${orderId}`,
    })),
  ]; // prettier-ignore
  const ids = [...new Set(items.map(({ recordId }) => recordId))];
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  const descriptions = await readDescriptions(context, ids);
  const rows = items.flatMap(({ kind, recordId, due, path }): DocketRow[] => {
    const record = records.get(recordId);
    if (!record) return [];
    const { reference, stateCode } = record;
    return [
      {
        kind,
        reference,
        name: childName(context.view, descriptions.get(recordId)),
        due: due(stateCode),
        href: `/cwc/${reference}/${path}`,
      },
    ];
  });
  return rows.toSorted((one, other) => ((one.due ?? instantAt(today)) < (other.due ?? instantAt(today)) ? -1 : 1));
}
