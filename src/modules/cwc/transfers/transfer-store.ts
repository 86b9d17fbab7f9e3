// SQL of transfers between Committees, journeys, follow-ups and appeals.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { Order } from '../orders/order.ts';
import type { AppealDraft, FollowUpDraft, JourneyDraft, ResidenceDraft, SentDraft } from './form.ts';

export type Transfer = {
  orderId: string;
  recordId: RecordId;
  fromCwc: OfficeId;
  fromName: string;
  toCwc: OfficeId;
  toName: string;
  sentOn: Day | null;
  answer: 'accepted' | 'refused' | null;
  answerBecause: string | null;
  answeredAt: Instant | null;
};

const transferColumns = sql`t.order_id, t.record_id, t.from_cwc, f.name as from_name, t.to_cwc, o.name as to_name, t.sent_on::text, t.answer, t.answer_because, t.answered_at`;
const transfers = sql`committee_transfer t join office f on f.id = t.from_cwc join office o on o.id = t.to_cwc`;

export async function insertTransfer(context: Context, { id, recordId, cwcId, toOfficeId }: Order): Promise<void> {
  await sql`insert into committee_transfer (order_id, record_id, from_cwc, to_cwc) values (${id}, ${recordId}, ${cwcId}, ${toOfficeId})`.execute(
    context.db,
  );
}

/** The latest first. */
export async function transfersOf(context: Context, recordId: RecordId): Promise<Transfer[]> {
  const { rows } =
    await sql<Transfer>`select ${transferColumns} from ${transfers} where t.record_id = ${recordId} order by t.order_id desc`.execute(
      context.db,
    );
  return rows;
}

export async function recordsSent(context: Context, orderId: string, draft: SentDraft): Promise<boolean> {
  const done =
    await sql`update committee_transfer set sent_on = ${draft.sentOn}, sent_how = ${draft.sentHow ?? null} where order_id = ${orderId} and sent_on is null`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n;
}

/** False if a colleague answered meanwhile. */
export async function answerTransfer(
  context: Context,
  cwc: OfficerActor,
  orderId: string,
  answer: string,
  because: string | null,
): Promise<boolean> {
  const done =
    await sql`update committee_transfer set answer = ${answer}, answer_because = ${because}, answered_at = ${context.now}, answered_by = ${cwc.officerId}
    where order_id = ${orderId} and answer is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export type ToAnswer = { orderId: string; recordId: RecordId; sentOn: Day };
export async function transfersToAnswer(context: Context, cwcId: string): Promise<ToAnswer[]> {
  const { rows } = await sql<ToAnswer>`select order_id, record_id, sent_on::text from committee_transfer
    where to_cwc = ${cwcId} and sent_on is not null and answer is null order by sent_on limit 100`.execute(context.db);
  return rows;
}

export async function insertResidence(
  context: Context,
  cwc: OfficerActor,
  recordId: RecordId,
  { liesIn, place }: ResidenceDraft,
): Promise<string> {
  const id = newId(milliseconds(context.now));
  await sql`insert into home_elsewhere (id, record_id, cwc_id, lies_in, place, recorded_by, recorded_at)
    values (${id}, ${recordId}, ${cwc.officeId}, ${liesIn}, ${place}, ${cwc.officerId}, ${context.now})`.execute(context.db);
  return id;
}

export type Journey = {
  orderId: string;
  escortName: string;
  startedAt: Instant;
  endedAt: Instant;
  handedTo: string;
  receipt: string | null;
};

/** False if it is recorded already. */
export async function insertJourney(
  context: Context,
  officer: OfficerActor,
  { recordId, startedAt, endedAt }: { recordId: RecordId; startedAt: Instant; endedAt: Instant },
  draft: JourneyDraft,
): Promise<boolean> {
  const done =
    await sql`insert into escort_journey (order_id, record_id, office_id, escort_name, escort_id, started_at, ended_at, handed_to, receipt, recorded_by, recorded_at)
    values (${draft.order}, ${recordId}, ${officer.officeId}, ${draft.escortName}, ${draft.escortId ?? null}, ${startedAt}, ${endedAt}, ${draft.handedTo},
      ${draft.receipt ?? null}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function journeysOf(context: Context, recordId: RecordId): Promise<Journey[]> {
  const { rows } = await sql<Journey>`select order_id, escort_name, started_at, ended_at, handed_to, receipt from escort_journey
    where record_id = ${recordId} order by started_at`.execute(context.db);
  return rows;
}

export type FollowUp = { visit: FollowUpDraft['visit']; visitedOn: Day; found: string; officeName: string };

/** Null if that visit of this restoration was reported already. */
export async function insertFollowUp(
  context: Context,
  officer: OfficerActor,
  recordId: RecordId,
  restoredOn: Day,
  draft: FollowUpDraft,
): Promise<string | null> {
  const id = newId(milliseconds(context.now));
  const done = await sql`insert into follow_up (id, record_id, office_id, restored_on, visit, visited_on, found, recorded_by, recorded_at)
    values (${id}, ${recordId}, ${officer.officeId}, ${restoredOn}, ${draft.visit}, ${draft.visitedOn}, ${draft.visitFound}, ${officer.officerId}, ${context.now})
    on conflict on constraint follow_up_once do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : null;
}

export async function followUpsOf(context: Context, recordId: RecordId): Promise<FollowUp[]> {
  const { rows } =
    await sql<FollowUp>`select u.visit, u.visited_on::text, u.found, f.name as office_name from follow_up u join office f on f.id = u.office_id
    where u.record_id = ${recordId} order by u.visited_on`.execute(context.db);
  return rows;
}

export type Appeal = { orderId: string; appealTo: AppealDraft['appealTo']; appealedOn: Day; appealedBy: string; outcome: string | null };

export async function insertAppeal(context: Context, cwc: OfficerActor, recordId: RecordId, draft: AppealDraft): Promise<void> {
  await sql`insert into order_appeal (id, order_id, record_id, cwc_id, appeal_to, appealed_on, appealed_by, outcome, recorded_by, recorded_at)
    values (${newId(milliseconds(context.now))}, ${draft.order}, ${recordId}, ${cwc.officeId}, ${draft.appealTo}, ${draft.appealedOn}, ${draft.appealBy},
      ${draft.appealOutcome ?? null}, ${cwc.officerId}, ${context.now})`.execute(context.db);
}

export async function appealsOf(context: Context, recordId: RecordId): Promise<Appeal[]> {
  const { rows } = await sql<Appeal>`select order_id, appeal_to, appealed_on::text, appealed_by, outcome from order_appeal
    where record_id = ${recordId} order by appealed_on`.execute(context.db);
  return rows;
}
