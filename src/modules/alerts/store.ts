// SQL of alerts: which offices were told of a missing child, and when each saw, opened and acknowledged it.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Why } from './whom.ts';

export type Alert = {
  id: string;
  recordId: RecordId;
  officeId: string;
  officeName: string;
  officeKind: string;
  sentAt: Instant;
  deliveredAt: Instant | null;
  readAt: Instant | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
  why: Why;
  line: string | null;
};

const columns = sql`a.id, a.record_id, a.office_id, f.name as office_name, f.kind as office_kind, a.sent_at, a.delivered_at, a.read_at, a.acknowledged_at,
  a.why, a.line, (select o.name from officer o where o.id = a.acknowledged_by) as acknowledged_by`;

export type NewAlert = { recordId: RecordId; officeId: OfficeId; insteadOf: string | null; why: Why; line: string | null };

/** Answers, of each record, the offices told now that had not been before. */
export async function insertAlerts(context: Context, alerts: readonly NewAlert[]): Promise<Map<RecordId, Set<OfficeId>>> {
  if (alerts.length === 0) return new Map();
  const each = <T>(read: (alert: NewAlert) => T): T[] => alerts.map(read);
  const { rows } = await sql<{
    recordId: RecordId;
    officeId: OfficeId;
  }>`insert into alert (id, record_id, office_id, sent_at, instead_of, why, line)
    select a.id, a.record_id, a.office_id, ${context.now}::timestamptz, a.instead_of, a.why, a.line
    from unnest(${each(() => newId<'alert'>(milliseconds(context.now)) as string)}::uuid[], ${each(({ recordId }) => recordId)}::uuid[],
      ${each(({ officeId }) => officeId)}::uuid[], ${each(({ insteadOf }) => insteadOf)}::uuid[], ${each(({ why }) => why)}::text[], ${each(({ line }) => line)}::text[])
      as a (id, record_id, office_id, instead_of, why, line)
    on conflict on constraint alert_once do nothing returning record_id, office_id`.execute(context.db);
  return new Map(
    [...Map.groupBy(rows, ({ recordId }) => recordId)].map(([id, told]) => [id, new Set(told.map(({ officeId }) => officeId))]),
  );
}

/** Offices down the line that were told of a record. */
export async function destinationsTold(context: Context, recordId: RecordId): Promise<OfficeId[]> {
  const { rows } = await sql<{ officeId: OfficeId }>`select office_id from alert where record_id = ${recordId}
    and why in ('next-stop', 'line-end', 'adjoining')`.execute(context.db);
  return rows.map(({ officeId }) => officeId);
}

export async function alertsOfRecord(context: Context, recordId: RecordId): Promise<Alert[]> {
  const { rows } = await sql<Alert>`select ${columns} from alert a join office f on f.id = a.office_id where a.record_id = ${recordId}
    order by a.sent_at, f.kind, f.name`.execute(context.db);
  return rows;
}

export type AlertListItem = Alert & {
  reference: Reference;
  status: string;
  districtCode: string;
  stationName: string;
  stationTelephone: string | null;
  /** The vacant post below, whose alert this is as well. */
  insteadOf: string | null;
};

/** A word of the public in a flood that no officer stands for: listed by itself, so that it hides no other. */
const heldBack = sql`exists (select from intimation i where i.about_kind = 'alert' and i.about_id = a.record_id::text and i.office_id = a.office_id
  and i.held_at is not null and i.vouched_at is null)`;

/** How many alerts of the office are held back, up to `most`. */
export async function countHeld(context: Context, officeId: string, most: number): Promise<number> {
  const { rows } = await sql<{ held: number }>`select count(*) as held from (select from alert a where a.office_id = ${officeId}
    and a.acknowledged_at is null and ${heldBack} limit ${most}) held`.execute(context.db);
  return rows[0]!.held;
}

/** How many alerts of records the office may open, or with `held` how many of those held back, up to `most`. */
export async function countAlerts(context: Context, officeId: string, most: number, held: boolean): Promise<number> {
  const { rows } = await sql<{
    all: number;
  }>`select count(*) as all from (select from alert a join record r on r.id = a.record_id where a.office_id = ${officeId}
    and ${heldBack} = ${held} limit ${most}) counted`.execute(context.db);
  return rows[0]!.all;
}

/** The parts of the list in order: those to acknowledge, then the others; within each, open reports before closed ones. */
const parts = [
  sql`a.acknowledged_at is null and r.closed_at is null`,
  sql`a.acknowledged_at is null and r.closed_at is not null`,
  sql`a.acknowledged_at is not null and r.closed_at is null`,
  sql`a.acknowledged_at is not null and r.closed_at is not null`,
];

type Span = { atMost: number; from?: number; held?: boolean };

/** The newest on top within each part, which an index is read in order of: sorted as a whole, all records the office was told of would be read. */
async function idsOnPage(context: Context, officeId: string, { atMost, from = 0, held = false }: Span): Promise<string[]> {
  const ids: string[] = [];
  let skipped = from;
  for (const part of parts) {
    const ofPart = sql`from alert a join record r on r.id = a.record_id where a.office_id = ${officeId} and ${part} and ${heldBack} = ${held}`;
    const { rows } = await sql<{
      id: string;
    }>`select a.id ${ofPart} order by a.sent_at desc, a.id limit ${atMost - ids.length} offset ${skipped}`.execute(context.db);
    ids.push(...rows.map(({ id }) => id));
    if (ids.length === atMost) break;
    if (rows.length > 0 || skipped === 0) skipped = 0;
    else skipped -= (await sql<{ all: number }>`select count(*) as all ${ofPart}`.execute(context.db)).rows[0]!.all;
  }
  return ids;
}

/** An office's alerts, or with `held` those held back. Each record is audited as read. */
export async function alertsOfOffice(context: Context, officeId: string, span: Span): Promise<AlertListItem[]> {
  const ids = await idsOnPage(context, officeId, span);
  const { rows } =
    await sql<AlertListItem>`select ${columns}, r.reference, r.status, r.district_code, s.name as station_name, s.telephone as station_telephone,
      (select v.name from office v where v.id = a.instead_of) as instead_of
    from unnest(${ids}::uuid[]) with ordinality as listed (id, place) join alert a on a.id = listed.id join office f on f.id = a.office_id
      join record r on r.id = a.record_id join office s on s.id = r.office_id order by listed.place`.execute(context.db);
  await audit(
    context,
    'read',
    rows.map(({ recordId }) => recordId),
  );
  return rows;
}

export async function findAlert(context: Context, id: string): Promise<Alert | undefined> {
  const { rows } = await sql<Alert>`select ${columns} from alert a join office f on f.id = a.office_id where a.id = ${id}`.execute(
    context.db,
  );
  return rows[0];
}

export async function markDelivered(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update alert set delivered_at = ${context.now} where id = any (${ids as string[]}::uuid[]) and delivered_at is null`.execute(
    context.db,
  );
}

export async function markOpened(context: Context, recordId: RecordId, officeId: string): Promise<void> {
  await sql`update alert set delivered_at = coalesce(delivered_at, ${context.now}), read_at = ${context.now}
    where record_id = ${recordId} and office_id = ${officeId} and read_at is null`.execute(context.db);
}

/** False if it had been acknowledged before. */
export async function markAcknowledged(context: Context, id: string, officerId: string): Promise<boolean> {
  const done =
    await sql`update alert set delivered_at = coalesce(delivered_at, ${context.now}), read_at = coalesce(read_at, ${context.now}),
    acknowledged_at = ${context.now}, acknowledged_by = ${officerId} where id = ${id} and acknowledged_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export type AlertsWaiting = { waiting: number; oldest: Instant | null };

/** Alerts of the office that nobody acknowledged; what is held back in a flood waits on a list of its own. */
export async function alertsWaiting(context: Context, officeId: string): Promise<AlertsWaiting> {
  const { rows } = await sql<AlertsWaiting>`select count(*) as waiting, min(a.sent_at) as oldest from alert a
    where a.office_id = ${officeId} and a.acknowledged_at is null and not ${heldBack}`.execute(context.db);
  return rows[0]!;
}
