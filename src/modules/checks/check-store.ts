// SQL of private checks: asked and read by who proved the telephone, answered by the office asked.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, addHours, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { CitizenReportDraft } from '../missing-reports/index.ts';
import { type Asked, CALL_BACK_HOURS, type Call, type Saying } from './check.ts';
import { newTrackingCode } from './tracking-code.ts';

/** The caller acts as the citizen whose telephone is proved. Answers the code. */
export async function insertCheck(context: Context, told: CitizenReportDraft, officeId: OfficeId, locale: string): Promise<string> {
  const { tools, now } = context;
  const code = newTrackingCode();
  await sql`insert into private_check (id, code, telephone_key, told_sealed, locale, district_code, office_id, asked_at, call_by, compare_at)
    values (${newId(milliseconds(now))}, ${code}, ${tools.keyedHash(told.informantTelephone)}, ${tools.seal(JSON.stringify(told))}, ${locale},
      ${told.lastSeenDistrict}, ${officeId}, ${now}, ${addHours(now, CALL_BACK_HOURS)}, ${now})`.execute(context.db);
  return code;
}

/** What whoever asked may read: nothing of what was told or found. */
export type OwnCheck = Asked & { code: string; officeId: OfficeId; askedAt: Instant };

async function callsOf(context: Context, checkId: string): Promise<Call[]> {
  const { rows } =
    await sql<Call>`select said, called_at from private_check_call where check_id = ${checkId} order by called_at, recorded_at`.execute(
      context.db,
    );
  return rows;
}

export async function findOwnCheck(context: Context, code: string): Promise<OwnCheck | undefined> {
  const { rows } = await sql<
    Omit<OwnCheck, 'calls'> & { id: string }
  >`select id, code, office_id, asked_at, call_by, ended_at from private_check where code = ${code}`.execute(context.db);
  if (!rows[0]) return undefined;
  const { id, ...check } = rows[0];
  return { ...check, calls: await callsOf(context, id) };
}

/** As the desk reads it. `pairs`: children found so far that this officer may see. */
export type DeskCheck = Asked & {
  id: string;
  code: string;
  districtCode: string;
  officeId: OfficeId;
  askedAt: Instant;
  told: CitizenReportDraft;
  pairs: number;
};
type Row = Omit<DeskCheck, 'told' | 'calls'> & { toldSealed: Buffer; lastSaid: Saying | null; lastCalledAt: Instant | null };

const MOST_LISTED = 200;

/** Those the officer sees that nobody has ended, due first; or one of them, ended too. */
export async function checksSeen(context: Context, id: string | null = null): Promise<DeskCheck[]> {
  const { rows } = await sql<Row>`select c.id, c.code, c.district_code, c.office_id, c.asked_at, c.call_by, c.ended_at, c.told_sealed,
      l.said as last_said, l.called_at as last_called_at, (select count(*)::int from private_check_pair p where p.check_id = c.id) as pairs
    from private_check c left join lateral (select said, called_at from private_check_call l where l.check_id = c.id order by called_at desc, recorded_at desc limit 1) l on true
    where ${id === null ? sql`c.ended_at is null` : sql`c.id = ${id}`} order by coalesce(l.called_at + interval '1 day', c.call_by), c.id limit ${MOST_LISTED}`.execute(
    context.db,
  );
  return rows.map(({ toldSealed, lastSaid, lastCalledAt, ...check }) => ({
    ...check,
    told: JSON.parse(context.tools.unseal(toldSealed)) as CitizenReportDraft,
    calls: lastSaid && lastCalledAt ? [{ said: lastSaid, calledAt: lastCalledAt }] : [],
  }));
}

export type WrittenCall = Call & { id: string; asked: string | null; officerName: string };

export async function callsWritten(context: Context, checkId: string): Promise<WrittenCall[]> {
  const { rows } = await sql<
    Omit<WrittenCall, 'asked'> & { askedSealed: Buffer | null }
  >`select l.id, l.said, l.called_at, l.asked_sealed, o.name as officer_name
    from private_check_call l join officer o on o.id = l.called_by where l.check_id = ${checkId} order by l.called_at, l.recorded_at`.execute(
    context.db,
  );
  return rows.map(({ askedSealed, ...call }) => ({ ...call, asked: askedSealed && context.tools.unseal(askedSealed) }));
}

export async function insertCall(
  context: Context,
  checkId: string,
  call: Call & { asked?: string | undefined },
  by: OfficerActor,
): Promise<void> {
  const { tools, now } = context;
  await sql`insert into private_check_call (id, check_id, said, asked_sealed, called_at, office_id, called_by, recorded_at)
    values (${newId(milliseconds(now))}, ${checkId}, ${call.said}, ${call.asked ? tools.seal(call.asked) : null}, ${call.calledAt}, ${by.officeId}, ${by.officerId}, ${now})`.execute(
    context.db,
  );
}

export async function endCheck(context: Context, checkId: string): Promise<void> {
  await sql`update private_check set ended_at = ${context.now} where id = ${checkId} and ended_at is null`.execute(context.db);
}

export type StoredPair = { recordId: RecordId; comparison: Buffer; bits: number };

/** Of the children found for a check those whose record this officer may see, likeliest first. */
export async function pairsOfCheck(context: Context, checkId: string): Promise<StoredPair[]> {
  const { rows } = await sql<StoredPair>`select record_id, comparison_sealed as comparison, bits from private_check_pair
    where check_id = ${checkId} order by bits desc`.execute(context.db);
  return rows;
}
