// SQL of the duties that follow from cases: replaced in the transaction that adds to the diary, and again where the law changed.
import { sql } from 'kysely';
import type { OfficeId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { StoredObligation } from '../obligations/index.ts';
import type { Proceeding } from './proceeding.ts';

/** `number` and `year`: of the case. */
export type Duty = { proceedingId: string; number: number; year: number; officeId: OfficeId; officeName: string; stored: StoredObligation };
export type Owed = { officeId: OfficeId; stored: StoredObligation };

export async function replaceDuties(context: Context, proceedingId: string, owed: readonly Owed[]): Promise<void> {
  await sql`delete from conflict.duty where proceeding_id = ${proceedingId}`.execute(context.db);
  for (const { officeId, stored } of owed)
    await sql`insert into conflict.duty (proceeding_id, rule_id, trigger_entry_id, office_id, stored, late_after, ended_at) values (${proceedingId}, ${stored.ruleId},
      ${stored.triggerEntryId}, ${officeId}, ${JSON.stringify(stored)}::jsonb, ${stored.lateAfter}, ${stored.endedAt})`.execute(context.db);
}

const columns = sql`d.proceeding_id, p.number, p.year, d.office_id, f.name as office_name, d.stored
  from conflict.duty d join conflict.proceeding p on p.id = d.proceeding_id join office f on f.id = d.office_id`;

export async function dutiesOfCase(context: Context, proceedingId: string): Promise<Duty[]> {
  const { rows } = await sql<Duty>`select ${columns} where d.proceeding_id = ${proceedingId} order by d.late_after`.execute(context.db);
  return rows;
}

/** The office's own, not done yet, the most pressing first. */
export async function openDuties(context: Context, officeId: OfficeId, atMost: number): Promise<Duty[]> {
  const { rows } =
    await sql<Duty>`select ${columns} where d.office_id = ${officeId} and d.ended_at is null order by d.late_after limit ${atMost}`.execute(
      context.db,
    );
  return rows;
}

export type Placed = Pick<Proceeding, 'id' | 'boardId' | 'policeId' | 'unitId' | 'homeId' | 'stateCode'>;

/** Cases whose duties follow another law; held, so that of several workers one works them out. */
export async function takeBehind(context: Context, lawVersion: string, atMost: number): Promise<Placed[]> {
  const { rows } = await sql<Placed>`select p.id, p.board_id, p.police_id, p.unit_id, p.home_id, p.state_code from conflict.proceeding p
    where p.law_version is distinct from ${lawVersion} order by p.id limit ${atMost} for update skip locked`.execute(context.db);
  return rows;
}

export async function noteLaw(context: Context, ids: readonly string[], lawVersion: string): Promise<void> {
  await sql`update conflict.proceeding set law_version = ${lawVersion} where id = any (${ids as string[]}::uuid[])`.execute(context.db);
}

/** Where cases lie; the worker sees of them no more than this. */
export async function placesOf(context: Context, ids: readonly string[]): Promise<Placed[]> {
  const { rows } = await sql<Placed>`select p.id, p.board_id, p.police_id, p.unit_id, p.home_id, p.state_code from conflict.proceeding p
    where p.id = any (${ids as string[]}::uuid[])`.execute(context.db);
  return rows;
}
