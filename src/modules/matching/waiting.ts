// The pairs waiting for an officer, grouped by the missing child: a family has one child, and asks one question.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import {
  type ChildRecord,
  type Description,
  type Photograph,
  emptyDescription,
  openFilesAmong,
  photographsOf,
  readDescriptions,
  readRecords,
} from '../children/index.ts';
import { allDistricts } from '../places/index.ts';
import { type Rival, rivalsOf } from './beside.ts';
import type { Candidate } from './candidate.ts';
import { type Unseen, unseenFor } from './guarded/guarded.ts';
import { type TakenBack, takenBackByCommittee } from './judging/judgement-store.ts';
import type { Side } from './review.ts';
import { countWaiting, waitingFor } from './store.ts';
import { watchedBy } from './watched.ts';

/** A page shows so many pairs; the rest come up as these are judged. */
const MOST_SHOWN = 60;
/** Pairs nobody could tell yet, the likeliest first. */
const MOST_UNSURE = 30;

export type Listed = Pick<Side, 'record' | 'description' | 'photograph' | 'district'>;
/** `opens`: whether the officer may open the missing child's own page. */
export type WaitingGroup = { missing: Listed; opens: boolean; pairs: { candidate: Candidate; found: Listed }[] };
/** `unsure`: judged "can't tell yet": they wait for a fact, not for a glance. */
export type Waiting = {
  groups: WaitingGroup[];
  total: number;
  shown: number;
  unsure: WaitingGroup[];
  cautions: Cautions;
  unseen: Unseen[];
};

export async function loadWaiting(context: Context, officer: OfficerActor): Promise<Waiting> {
  const scope = watchedBy(officer);
  const candidates = await waitingFor(context, scope, { standing: 'open', atMost: MOST_SHOWN });
  const unsure = await waitingFor(context, scope, { standing: 'unsure', atMost: MOST_UNSURE });
  const all = [...candidates, ...unsure];
  const listed = await listedRecords(context, [...new Set(all.flatMap(({ missingId, foundId }) => [missingId, foundId]))]);
  const total = candidates.length < MOST_SHOWN ? candidates.length : await countWaiting(context, scope);
  const opened = await openFilesAmong(
    context,
    [...listed.values()].map(({ record }) => record),
  );
  const grouped = (of: readonly Candidate[]): WaitingGroup[] =>
    [...Map.groupBy(of, ({ missingId }) => missingId)].map(([missingId, own]) => ({
      missing: listed.get(missingId)!,
      opens: opened.has(missingId),
      pairs: own.map((candidate) => ({ candidate, found: listed.get(candidate.foundId)! })),
    }));
  const cautions = await cautionsOf(context, all);
  return {
    groups: grouped(candidates),
    total,
    shown: candidates.length,
    unsure: grouped(unsure),
    cautions,
    unseen: await unseenFor(context, officer),
  };
}

/** What keeps a pair from being read as all but certain, by pair: the foremost beside it, or that the Committee took it back. */
export type Cautions = { rivals: ReadonlyMap<string, readonly Rival[]>; takenBack: ReadonlyMap<string, TakenBack> };

export async function cautionsOf(context: Context, candidates: readonly Candidate[]): Promise<Cautions> {
  const ids = candidates.map(({ id }) => id);
  return { rivals: await rivalsOf(context, candidates, { likelyOnly: true }), takenBack: await takenBackByCommittee(context, ids) };
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
