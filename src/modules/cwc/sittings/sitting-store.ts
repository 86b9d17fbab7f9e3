// SQL of a Committee's calendar, and of what was heard on it.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../../kernel/time.ts';
import { benches } from '../../../law/index.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { HearingDraft, PlanDraft } from './form.ts';
import type { Hearing, Sitting } from './sitting.ts';

const sittingColumns = sql`s.id, s.cwc_id, s.sits_at, s.sits_on::text, s.bench, s.held_at,
  coalesce((select json_agg(json_build_object('officerId', o.id, 'name', o.name) order by o.name)
    from sitting_member m join officer o on o.id = m.officer_id where m.sitting_id = s.id), '[]') as members`;

/** Null if that day is on the calendar already. */
export async function insertSitting(
  context: Context,
  cwc: OfficerActor,
  sitsAt: Instant,
  { sitsOn, bench }: PlanDraft,
): Promise<string | null> {
  const id = newId<'sitting'>(milliseconds(context.now));
  const done = await sql`insert into committee_sitting (id, cwc_id, sits_at, sits_on, bench, recorded_by, recorded_at)
    values (${id}, ${cwc.officeId}, ${sitsAt}, ${sitsOn}, ${bench}, ${cwc.officerId}, ${context.now})
    on conflict on constraint committee_sitting_once do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : null;
}

/** The latest first. */
export async function sittingsBetween(context: Context, cwcId: string, from: Day, to: Day): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`select ${sittingColumns} from committee_sitting s
    where s.cwc_id = ${cwcId} and s.sits_on between ${from} and ${to} order by s.sits_on desc`.execute(context.db);
  return rows;
}

/** The sitting of that day, if one is on the calendar. */
export async function sittingOn(context: Context, cwcId: string, day: Day): Promise<Sitting | undefined> {
  return (await sittingsBetween(context, cwcId, day, day))[0];
}

export async function readSitting(context: Context, id: string, cwcId: string): Promise<Sitting | undefined> {
  const { rows } = await sql<Sitting>`select ${sittingColumns} from committee_sitting s where s.id = ${id} and s.cwc_id = ${cwcId}`.execute(
    context.db,
  );
  return rows[0];
}

/** False if somebody wrote down meanwhile who came. */
export async function holdSitting(context: Context, id: string, members: readonly string[]): Promise<boolean> {
  const done = await sql`update committee_sitting set held_at = ${context.now} where id = ${id} and held_at is null`.execute(context.db);
  if (done.numAffectedRows !== 1n) return false;
  await sql`insert into sitting_member (sitting_id, officer_id) select ${id}, unnest(${[...members]}::uuid[])`.execute(context.db);
  return true;
}

/** Days on which the Committee sat in full and with its quorum; null if its calendar holds no day of the time at all. */
export async function sittingDaysIn(context: Context, cwcId: string, from: Day, to: Day): Promise<number | null> {
  const { rows } = await sql<{
    kept: number;
    sat: number;
  }>`select count(*) as kept, count(*) filter (where s.bench = 'committee' and s.held_at is not null
      and (select count(*) from sitting_member m where m.sitting_id = s.id) >= ${benches.quorum.members}) as sat
    from committee_sitting s where s.cwc_id = ${cwcId} and s.sits_on between ${from} and ${to}`.execute(context.db);
  return rows[0]!.kept === 0 ? null : rows[0]!.sat;
}

/** Null if the child was heard at that sitting already. */
export async function insertHearing(
  context: Context,
  { record, sitting, heardAt }: { record: RecordId; sitting: Sitting; heardAt: Instant },
  draft: HearingDraft,
): Promise<string | null> {
  const id = newId<'hearing'>(milliseconds(context.now));
  const by = context.actor.kind === 'officer' ? context.actor.officerId : null;
  const done =
    await sql`insert into hearing (id, record_id, sitting_id, cwc_id, heard_at, present, said, adjourned_for, adjourned_because, next_on, recorded_by, recorded_at)
    values (${id}, ${record}, ${sitting.id}, ${sitting.cwcId}, ${heardAt}, ${draft.present}, ${draft.said ?? null}, ${draft.adjournedFor ?? null},
      ${draft.adjournedBecause ?? null}, ${draft.nextOn ?? null}, ${by}, ${context.now}) on conflict on constraint hearing_once do nothing`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n ? id : null;
}

export async function hearingsOf(context: Context, recordId: RecordId): Promise<Hearing[]> {
  const { rows } = await sql<Hearing>`select h.id, h.sitting_id, h.heard_at, h.present, h.said, h.adjourned_for, h.adjourned_because,
      h.next_on::text, array(select o.name from sitting_member m join officer o on o.id = m.officer_id where m.sitting_id = h.sitting_id order by o.name) as members
    from hearing h where h.record_id = ${recordId} order by h.heard_at`.execute(context.db);
  return rows;
}

/** The children heard at a sitting. */
export async function heardAt(context: Context, sittingId: string): Promise<RecordId[]> {
  const { rows } = await sql<{
    recordId: RecordId;
  }>`select record_id from hearing where sitting_id = ${sittingId} order by recorded_at`.execute(context.db);
  return rows.map(({ recordId }) => recordId);
}

export type ToHear = { recordId: RecordId; nextOn: Day };

/** Children whose next date has come, who were not heard since and whose file is open: the longest waiting first, 200 at most. */
export async function toBeHeard(context: Context, cwcId: string, on: Day): Promise<ToHear[]> {
  const { rows } =
    await sql<ToHear>`select h.record_id, h.next_on::text from hearing h join record r on r.id = h.record_id and r.closed_at is null
    where h.cwc_id = ${cwcId} and not h.heard_again and h.next_on <= ${on} order by h.next_on limit 200`.execute(context.db);
  return rows;
}

export type Unratified = { productionId: string; recordId: RecordId; producedAt: Instant };

/** Placed by a single member, not yet before the Committee, and the file open: of a child who went home nothing is left to ratify. */
export async function unratified(context: Context, cwcId: string, recordId: RecordId | null = null): Promise<Unratified[]> {
  const { rows } = await sql<Unratified>`select p.id as production_id, p.record_id, p.produced_at from production p
    join record c on c.id = p.record_id and c.closed_at is null
    where p.cwc_id = ${cwcId} and p.sitting = 'single-member' and (${recordId}::uuid is null or p.record_id = ${recordId})
      and not exists (select from placement_ratification r where r.production_id = p.id)
      and not exists (select from production l where l.record_id = p.record_id and l.sitting = 'committee' and l.produced_at > p.produced_at)
    order by p.produced_at limit 200`.execute(context.db);
  return rows;
}

export async function insertRatification(context: Context, cwc: OfficerActor, one: Unratified, sittingId: string): Promise<void> {
  await sql`insert into placement_ratification (production_id, record_id, sitting_id, cwc_id, recorded_by, recorded_at)
    values (${one.productionId}, ${one.recordId}, ${sittingId}, ${cwc.officeId}, ${cwc.officerId}, ${context.now})`.execute(context.db);
}
