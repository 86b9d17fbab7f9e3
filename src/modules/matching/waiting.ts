// The pairs waiting for an officer, grouped by the missing child: a family has one child, and asks one question.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import {
  type ChildRecord,
  type Description,
  type Photograph,
  type Scope,
  emptyDescription,
  photographsOf,
  readDescriptions,
  readRecords,
  scopeOf,
} from '../children/index.ts';
import { allDistricts } from '../places/index.ts';
import type { Candidate } from './candidate.ts';
import type { Side } from './review.ts';
import { countWaiting, waitingFor } from './store.ts';

/** A page shows so many pairs; the rest come up as these are judged. */
const MOST_SHOWN = 60;

export type Listed = Pick<Side, 'record' | 'description' | 'photograph' | 'district'>;
export type WaitingGroup = { missing: Listed; pairs: { candidate: Candidate; found: Listed }[] };
export type Waiting = { groups: WaitingGroup[]; total: number; shown: number };

/** The office's own records; for an office that watches over a district or a State, all of it. */
function watchedBy(officer: OfficerActor): Scope {
  const scope = scopeOf(officer);
  return scope && !('nation' in scope) ? scope : { officeId: officer.officeId };
}

export async function loadWaiting(context: Context, officer: OfficerActor): Promise<Waiting> {
  const scope = watchedBy(officer);
  const candidates = await waitingFor(context, scope, MOST_SHOWN);
  const listed = await listedRecords(context, [...new Set(candidates.flatMap(({ missingId, foundId }) => [missingId, foundId]))]);
  const byMissing = Map.groupBy(candidates, ({ missingId }) => missingId);
  const groups = [...byMissing].map(([missingId, own]) => ({
    missing: listed.get(missingId)!,
    pairs: own.map((candidate) => ({ candidate, found: listed.get(candidate.foundId)! })),
  }));
  const total = candidates.length < MOST_SHOWN ? candidates.length : await countWaiting(context, scope);
  return { groups, total, shown: candidates.length };
}

/** Records with what a line of a list shows of them, in five statements however many there are. Each is audited as read. */
export async function listedRecords(context: Context, ids: readonly RecordId[]): Promise<Map<RecordId, Listed>> {
  const records = await readRecords(context, ids);
  const descriptions = await readDescriptions(context, ids);
  const photographs = await photographsOf(context, ids);
  const districts = new Map((await allDistricts(context)).map((district) => [district.code, district]));
  const asListed = (record: ChildRecord): Listed => ({
    record,
    description: (descriptions.get(record.id) as Description | undefined) ?? emptyDescription,
    photograph: (photographs.get(record.id)?.[0] as Photograph | undefined) ?? null,
    district: districts.get(record.districtCode),
  });
  return new Map(records.map((record) => [record.id, asListed(record)]));
}
