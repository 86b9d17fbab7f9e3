// The Committee's cause list: who is to be produced, whose identity is to be decided, whose restoration is to be recorded.
import type { RecordId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { OfficerActor } from '../../platform/context.ts';
import type { RequestContext } from '../../web/route.ts';
import {
  type ChildRecord,
  type RecordListItem,
  childName,
  listRecords,
  readDescriptions,
  readRecords,
  scopeOf,
} from '../children/index.ts';
import { type DocketRow, docketOf } from './docket.ts';
import { dueAfter } from './due-after.ts';
import type { ProductionRequest } from './identity.ts';
import { openRequests, producedAmong, unproduced, unrestored } from './store.ts';

const MOST_ROWS = 200;

/**
 * A request with the child it is about. `since` is when it came to the Committee, `dueAt` when it is to be answered; `produceBy` is when a child
 * not yet before a Committee must be: a request does not stop that clock.
 */
export type Cause = {
  request: ProductionRequest;
  found: ChildRecord;
  name: string;
  /** The report the child may be of; null where whoever reads may not see it. */
  missing: { reference: string; child: string } | null;
  since: Instant;
  dueAt: Instant;
  produceBy: Instant | null;
};

export type CausePermissions = { produce: boolean; confirm: boolean; restore: boolean };

/** The earlier of a cause's two deadlines. */
export function firstDue({ dueAt, produceBy }: Pick<Cause, 'dueAt' | 'produceBy'>): Instant {
  return produceBy !== null && produceBy < dueAt ? produceBy : dueAt;
}

/** A child of the district not yet before a Committee. The journey is not known to this list, so `dueAt` is the earliest it can be. */
export type Awaited = { record: RecordListItem; dueAt: Instant };
/** `docket`: what only a Committee has: placements to ratify, children to hear today, orders to sign. */
export type CauseList = { identities: Cause[]; restorations: Cause[]; awaited: Awaited[]; docket: DocketRow[] };

async function causesOf(context: RequestContext, requests: ProductionRequest[], ruleId: 'P04' | 'P06'): Promise<Cause[]> {
  const ids = [...new Set(requests.flatMap(({ foundId, missingId }) => [foundId, missingId]))];
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  const [descriptions, produced] = [await readDescriptions(context, ids), await producedAmong(context, ids)];
  return requests.flatMap((request) => {
    const found = records.get(request.foundId);
    if (!found) return [];
    const since = request.answeredAt ?? request.askedAt;
    const name = childName(context.view, descriptions.get(found.id));
    const produceBy = produced.has(found.id) ? null : dueAfter('F03', found.happenedAt, found.stateCode);
    const report = records.get(request.missingId);
    const missing = report ? { reference: report.reference, child: childName(context.view, descriptions.get(report.id)) } : null;
    return [{ request, found, name, missing, since, dueAt: dueAfter(ruleId, since, found.stateCode), produceBy }];
  });
}

async function awaited(context: RequestContext, actor: OfficerActor, asked: ReadonlySet<RecordId>): Promise<Awaited[]> {
  const scope = scopeOf(actor);
  if (!scope) return [];
  const waiting = (await unproduced(context, scope)).filter((id) => !asked.has(id));
  const records = await listRecords(context, { kind: 'found', open: true, scope, among: waiting, limit: MOST_ROWS });
  return records
    .map((record) => ({ record, dueAt: dueAfter('F03', record.happenedAt, record.stateCode) }))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
}

/** Which steps of the list the officer may take. */
export function causePermissions({ tools, actor }: RequestContext): CausePermissions {
  return {
    produce: tools.may(actor, 'production.record'),
    confirm: tools.may(actor, 'identity.confirm'),
    restore: tools.may(actor, 'restoration.record'),
  };
}

/** `on`: as it will be on that day of sitting. For a Committee its own list; for a home or a child protection unit, what concerns the children it sees. */
export async function causeList(context: RequestContext, actor: OfficerActor, on?: Day): Promise<CauseList> {
  const cwcId = actor.officeKind === 'cwc' ? actor.officeId : null;
  const identities = await causesOf(context, await openRequests(context, cwcId), 'P04');
  const restorations = await causesOf(context, await unrestored(context, cwcId), 'P06');
  const asked = new Set(identities.map((cause) => cause.found.id));
  identities.sort((one, other) => (firstDue(one) < firstDue(other) ? -1 : 1));
  const docket = await docketOf(context, actor, on);
  return { identities, restorations, awaited: await awaited(context, actor, asked), docket };
}
