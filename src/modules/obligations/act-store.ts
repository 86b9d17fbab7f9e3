// SQL of acts on duties: only ever added, read with the name of who acted.
import { sql } from 'kysely';
import { type OfficeId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { ActKind, AnswerReason } from './act.ts';
import { type DutyKey, type DutyOf, subjectColumn } from './store.ts';

export type Act = DutyKey & {
  id: string;
  kind: ActKind;
  /** Steps of the ladder reached by then. */
  step: number;
  reason: AnswerReason | null;
  note: string | null;
  toOfficer: string | null;
  toOfficerName: string | null;
  toOfficeName: string | null;
  remindAt: Instant | null;
  byName: string;
  byRole: string;
  byOffice: OfficeId;
  byOfficeName: string;
  byPosting: string;
  at: Instant;
};

export type NewAct = { kind: ActKind; step: number } & Partial<{
  reason: AnswerReason;
  note: string;
  toOfficer: string;
  toOffice: string;
  remindAt: Instant;
}>;

/** Null where the posting has acknowledged the duty before. */
export async function insertAct(
  context: Context,
  officer: OfficerActor,
  duty: DutyKey & { of: DutyOf },
  act: NewAct,
): Promise<string | null> {
  const id = newId<'act'>(milliseconds(context.now));
  const done =
    await sql`insert into duty_act (id, ${subjectColumn(duty.of)}, rule_id, trigger_entry_id, kind, step, reason, note, to_officer, to_office, remind_at, by_officer, by_office, by_posting, by_role, at)
    values (${id}, ${duty.recordId}, ${duty.ruleId}, ${duty.triggerEntryId}, ${act.kind}, ${act.step}, ${act.reason ?? null}, ${act.note ?? null}, ${act.toOfficer ?? null},
      ${act.toOffice ?? null}, ${act.remindAt ?? null}, ${officer.officerId}, ${officer.officeId}, ${officer.postingId}, ${officer.role}, ${context.now})
    on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : null;
}

/** The acts on these records', or journals', duties, the latest first. */
export async function actsOf(context: Context, ids: readonly string[], of: DutyOf = 'record'): Promise<Act[]> {
  if (ids.length === 0) return [];
  const id = subjectColumn(of);
  const { rows } =
    await sql<Act>`select a.id, a.${id} as record_id, a.rule_id, a.trigger_entry_id, a.kind, a.step, a.reason, a.note, a.to_officer, t.name as to_officer_name, o.name as to_office_name,
      a.remind_at, f.name as by_name, a.by_role, a.by_office, b.name as by_office_name, a.by_posting, a.at
    from duty_act a join officer f on f.id = a.by_officer join office b on b.id = a.by_office
      left join officer t on t.id = a.to_officer left join office o on o.id = a.to_office
    where a.${id} = any (${ids as string[]}::uuid[]) order by a.at desc, a.id desc`.execute(context.db);
  return rows;
}
