// SQL of a home's evening: who lives there and is away, what is owed on each child, who was counted.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import { type Day, type Instant, addHours } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { AbsenceKind } from '../residents/residence.ts';

export type Living = {
  recordId: RecordId;
  unitId: string;
  admissionNumber: string;
  admittedAt: Instant;
  away: AbsenceKind | null;
  fromAt: Instant | null;
  dueBackAt: Instant | null;
  /** Of the duties owed on the child by the home: one of this day, so that what has been late for months does not hide it; else the one late or due first. */
  nextRule: string | null;
  nextDue: Instant | null;
  /** How many others are owed. */
  others: number;
};

const MOST = 300;

/** The children of a home, in order of admission number. */
export async function livingAt(context: Context, officeId: string): Promise<Living[]> {
  const { rows } =
    await sql<Living>`select s.record_id, s.unit_id, s.admission_number, s.admitted_at, a.kind as away, a.from_at, a.due_back_at,
      d.rule_id as next_rule, d.late_after as next_due, coalesce(d.owed - 1, 0)::int as others
    from residence s left join home_absence a on a.residence_id = s.id and a.back_at is null
      left join lateral (select o.rule_id, o.late_after, count(*) over () as owed from record_open_duty o
        where o.record_id = s.record_id and o.office_id = s.office_id
        order by o.late_after not between ${addHours(context.now, -24)}::timestamptz and ${addHours(context.now, 24)}::timestamptz, o.late_after limit 1) d on true
    where s.office_id = ${officeId} and s.left_at is null
    order by length(s.admission_number), s.admission_number limit ${MOST}`.execute(context.db);
  return rows;
}

export type RollCall = { day: Day; counted: number; expected: number; words: string | null; countedAt: Instant };

export async function rollCallOf(context: Context, officeId: string, day: Day): Promise<RollCall | undefined> {
  const { rows } =
    await sql<RollCall>`select day, counted, expected, words, counted_at from roll_call where office_id = ${officeId} and day = ${day}`.execute(
      context.db,
    );
  return rows[0];
}

/** Counted again the same evening, the later count stands. */
export async function writeRollCall(
  context: Context,
  officeId: string,
  { day, counted, expected, words }: { day: Day; counted: number; expected: number; words?: string | undefined },
): Promise<void> {
  const by = context.actor.kind === 'officer' ? context.actor.officerId : null;
  await sql`insert into roll_call (office_id, day, counted, expected, words, counted_by, counted_at)
    values (${officeId}, ${day}, ${counted}, ${expected}, ${words ?? null}, ${by}, ${context.now})
    on conflict (office_id, day) do update set counted = excluded.counted, expected = excluded.expected, words = excluded.words,
      counted_by = excluded.counted_by, counted_at = excluded.counted_at`.execute(context.db);
}
