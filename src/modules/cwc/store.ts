// SQL of productions, requests to produce, and restorations.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type Scope, inScope } from '../children/index.ts';
import type { IdentityDraft, ProductionDraft, RestorationDraft } from './form.ts';
import type { Production, ProductionRequest, Restoration } from './identity.ts';

const requestColumns = sql`id, found_id, missing_id, candidate_id, cwc_id, asked_at,
  case when taken_back_at is null then answer else 'refused' end as answer, answered_at, taken_back_at, basis, reasons`;

const MOST_ROWS = 200;

export type Pair = {
  id: string;
  missingId: RecordId;
  foundId: RecordId;
  standing: string;
  /** Of the officer who judged the two to be one child: the first of the two people. */
  reason: string | null;
  judgedBy: string | null;
  judgedIn: OfficeId | null;
  judgementId: string | null;
  judgedAt: Instant | null;
  judgeName: string | null;
  judgeOffice: string | null;
};

export async function readPair(context: Context, candidateId: string): Promise<Pair | undefined> {
  const { rows } =
    await sql<Pair>`select p.id, p.missing_id, p.found_id, p.standing, p.judgement_id, p.reason, p.judged_by, p.judged_in, p.judged_at, o.name as judge_name, f.name as judge_office
    from match_pair p left join officer o on o.id = p.judged_by left join office f on f.id = p.judged_in where p.id = ${candidateId}`.execute(
      context.db,
    );
  return rows[0];
}

/** Asks once per judgement: hearing of it twice, even after the answer, is the same request. */
export async function insertRequest(context: Context, pair: Pair, cwcId: string): Promise<string | undefined> {
  const id = newId<'productionRequest'>(milliseconds(context.now));
  const askedBy = context.actor.kind === 'officer' ? context.actor.officerId : null;
  const { rows } = await sql<{
    id: string;
  }>`insert into production_request (id, found_id, missing_id, candidate_id, cwc_id, asked_by, asked_at)
    select ${id}, ${pair.foundId}, ${pair.missingId}, ${pair.id}, ${cwcId}, ${askedBy}, ${context.now}
    where not exists (select from production_request where judgement_id = ${pair.judgementId})
    on conflict (candidate_id) where answer is null do nothing returning id`.execute(context.db);
  return rows[0]?.id;
}

export async function requestsOf(context: Context, recordId: RecordId): Promise<ProductionRequest[]> {
  const { rows } = await sql<ProductionRequest>`select ${requestColumns} from production_request
    where found_id = ${recordId} or missing_id = ${recordId} order by asked_at desc`.execute(context.db);
  return rows;
}

/** Requests still unanswered, oldest first: those to one Committee, or all that row security lets the officer see. */
export async function openRequests(context: Context, cwcId: string | null): Promise<ProductionRequest[]> {
  const { rows } = await sql<ProductionRequest>`select ${requestColumns} from production_request
    where (${cwcId}::uuid is null or cwc_id = ${cwcId}) and answer is null order by asked_at limit ${MOST_ROWS}`.execute(context.db);
  return rows;
}

/** Identities confirmed whose restoration is not recorded yet, oldest first. */
export async function unrestored(context: Context, cwcId: string | null): Promise<ProductionRequest[]> {
  const { rows } = await sql<ProductionRequest>`select ${requestColumns} from production_request q
    where (${cwcId}::uuid is null or cwc_id = ${cwcId}) and answer = 'confirmed' and taken_back_at is null and not exists (select from restoration r where r.record_id = q.found_id)
    order by answered_at limit ${MOST_ROWS}`.execute(context.db);
  return rows;
}

/** Found children whose record is open and who have been before no Committee, those longest known first. */
export async function unproduced(context: Context, scope: Scope): Promise<RecordId[]> {
  const { rows } = await sql<{
    id: RecordId;
  }>`select r.id from record r where r.kind = 'found' and r.closed_at is null and ${inScope(scope)}
    and not exists (select from production p where p.record_id = r.id) order by r.opened_at limit ${MOST_ROWS}`.execute(context.db);
  return rows.map(({ id }) => id);
}

/** Which of these children have been before a Committee. */
export async function producedAmong(context: Context, recordIds: readonly RecordId[]): Promise<Set<RecordId>> {
  const { rows } = await sql<{
    recordId: RecordId;
  }>`select distinct record_id from production where record_id = any (${recordIds as RecordId[]}::uuid[])`.execute(context.db);
  return new Set(rows.map(({ recordId }) => recordId));
}

/** False if another member answered meanwhile: then nothing is written. */
export async function answerRequest(context: Context, requestId: string, draft: IdentityDraft, officerId: string): Promise<boolean> {
  const done =
    await sql`update production_request set answer = ${draft.answer}, answered_at = ${context.now}, answered_by = ${[officerId]}::uuid[],
      basis = ${draft.basis}, reasons = ${draft.reasons} where id = ${requestId} and answer is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function insertProduction(
  context: Context,
  recordId: RecordId,
  cwcId: string,
  producedAt: Instant,
  draft: ProductionDraft,
  reportId: string | null,
): Promise<string> {
  const id = newId<'production'>(milliseconds(context.now));
  const recordedBy = context.actor.kind === 'officer' ? context.actor.officerId : null;
  await sql`insert into production (id, record_id, cwc_id, report_id, sitting, produced_at, produced_by, journey_minutes, child_heard, placed_with, placed_office_id, recorded_by, recorded_at)
    values (${id}, ${recordId}, ${cwcId}, ${reportId}, ${draft.sitting}, ${producedAt}, ${draft.producedBy ?? null}, ${draft.journeyMinutes ?? 0},
      ${draft.childHeard ?? null}, ${draft.placedWith}, ${draft.placedWith === 'children-home' ? (draft.home ?? null) : null}, ${recordedBy}, ${context.now})`.execute(
    context.db,
  );
  return id;
}

export async function productionsOf(context: Context, recordId: RecordId): Promise<Production[]> {
  const { rows } =
    await sql<Production>`select id, record_id, cwc_id, report_id, sitting, produced_at, produced_by, journey_minutes, child_heard, placed_with
    from production where record_id = ${recordId} order by produced_at`.execute(context.db);
  return rows;
}

export type NewRestoration = { recordId: RecordId; missingId: RecordId | null; cwcId: string; restoredAt: Instant };

export async function insertRestoration(context: Context, about: NewRestoration, draft: RestorationDraft): Promise<string> {
  const id = newId<'restoration'>(milliseconds(context.now));
  const recordedBy = context.actor.kind === 'officer' ? context.actor.officerId : null;
  await sql`insert into restoration (id, record_id, missing_id, cwc_id, order_number, ordered_on, to_relation, restored_at, conditions, escorted_by, recorded_by, recorded_at)
    values (${id}, ${about.recordId}, ${about.missingId}, ${about.cwcId}, ${draft.orderNumber}, ${draft.orderedOn}, ${draft.toRelation}, ${about.restoredAt},
      ${draft.conditions ?? null}, ${draft.escortedBy ?? null}, ${recordedBy}, ${context.now})`.execute(context.db);
  return id;
}

export async function restorationOf(context: Context, recordId: RecordId): Promise<Restoration | undefined> {
  const { rows } =
    await sql<Restoration>`select id, record_id, missing_id, order_number, ordered_on, to_relation, restored_at, conditions, escorted_by
    from restoration where record_id = ${recordId} or missing_id = ${recordId}`.execute(context.db);
  return rows[0];
}
