// SQL of the worker's part of private checks: which is compared next, what was found, whom nobody was told of yet.
import { sql } from 'kysely';
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import { type Instant, addHours } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { CitizenReportDraft } from '../missing-reports/index.ts';

/** A child found later is found too: a check nobody has ended is compared again each day until it is forgotten. */
const AGAIN_HOURS = 24;

export type Uncompared = { id: string; telephoneKey: string; askedAt: Instant; told: CitizenReportDraft };

export async function takeUncompared(context: Context): Promise<Uncompared | undefined> {
  const { rows } = await sql<Omit<Uncompared, 'told'> & { toldSealed: Buffer }>`update private_check set
      compare_at = case when ended_at is null then ${addHours(context.now, AGAIN_HOURS)}::timestamptz end
    where id = (select id from private_check where compare_at <= ${context.now} order by compare_at limit 1 for update skip locked)
    returning id, telephone_key, asked_at, told_sealed`.execute(context.db);
  if (!rows[0]) return undefined;
  const { toldSealed, ...check } = rows[0];
  return { ...check, told: JSON.parse(context.tools.unseal(toldSealed)) as CitizenReportDraft };
}

export type NewPair = { checkId: string; recordId: RecordId; officeId: OfficeId; comparison: string; bits: number };

export async function insertPairs(context: Context, pairs: readonly NewPair[]): Promise<void> {
  for (const { checkId, recordId, officeId, comparison, bits } of pairs)
    await sql`insert into private_check_pair (check_id, record_id, office_id, comparison_sealed, bits, found_at)
      values (${checkId}, ${recordId}, ${officeId}, ${context.tools.seal(comparison)}, ${bits}, ${context.now}) on conflict do nothing`.execute(
      context.db,
    );
}

export type Telling = { id: string; code: string; officeId: OfficeId; districtCode: string };

/** Each is handed out once. */
export async function takeUntold(context: Context): Promise<Telling[]> {
  const { rows } = await sql<Telling>`update private_check set told_at = ${context.now} where told_at is null
    returning id, code, office_id, district_code`.execute(context.db);
  return rows;
}

/** Children found of whom the unit of their place was not told; each is handed out once. */
export async function takeUntoldPairs(context: Context): Promise<Telling[]> {
  const { rows } = await sql<Telling>`update private_check_pair p set told_at = ${context.now} from private_check c
    where c.id = p.check_id and p.told_at is null returning c.id, c.code, p.office_id, c.district_code`.execute(context.db);
  return rows;
}

/** Those nobody called in time; each is handed out once. */
export async function takeLate(context: Context): Promise<Telling[]> {
  const { rows } =
    await sql<Telling>`update private_check c set late_told_at = ${context.now} where c.ended_at is null and c.late_told_at is null
      and c.call_by <= ${context.now} and not exists (select from private_check_call l where l.check_id = c.id)
    returning id, code, office_id, district_code`.execute(context.db);
  return rows;
}

/** Those ended of which somebody may still be told; each is handed out once. */
export async function takeEnded(context: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update private_check set settled_at = ${context.now}
    where ended_at is not null and settled_at is null returning id`.execute(context.db);
  return rows.map(({ id }) => id);
}
