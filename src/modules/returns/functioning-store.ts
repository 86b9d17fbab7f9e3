// SQL of how a Committee works: days of sitting and visits of a month, shortfalls looked at, complaints about it and their decisions.
import { sql } from 'kysely';
import { type OfficeId, newId } from '../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';

export type WorkedMonth = { period: string; sittings: number; visits: number; saidAt: Instant };

/** The latest first. */
export async function monthsWorked(context: Context, officeId: OfficeId, atMost: number): Promise<WorkedMonth[]> {
  const { rows } = await sql<WorkedMonth>`select period, sittings, visits, said_at from committee_month where office_id = ${officeId}
    order by period desc limit ${atMost}`.execute(context.db);
  return rows;
}

/** False if that month was said before. */
export async function insertMonth(
  context: Context,
  officer: OfficerActor,
  { period, sittings, visits }: Omit<WorkedMonth, 'saidAt'>,
): Promise<boolean> {
  const done = await sql`insert into committee_month (office_id, period, sittings, visits, said_by, said_at)
    values (${officer.officeId}, ${period}, ${sittings}, ${visits}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}

/** False if it was looked at before. */
export async function insertShortfall(
  context: Context,
  officer: OfficerActor,
  { officeId, period, what, remarks }: { officeId: OfficeId; period: string; what: string; remarks: string },
): Promise<boolean> {
  const done = await sql`insert into shortfall_review (office_id, period, what, remarks, reviewed_by, reviewed_at)
    values (${officeId}, ${period}, ${what}, ${remarks}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export type Complaint = {
  id: string;
  reference: string;
  words: string;
  receivedOn: Day;
  recordedAt: Instant;
  decidedOn: Day | null;
  decision: string | null;
};

/** About this Committee, the latest first; none to the Committee itself, which reads of them in its journal by number alone. */
export async function complaintsAbout(context: Context, officeId: OfficeId): Promise<Complaint[]> {
  const { rows } =
    await sql<Complaint>`select c.id, c.reference, c.words, to_char(c.received_on, 'YYYY-MM-DD') as received_on, c.recorded_at,
      to_char(d.decided_on, 'YYYY-MM-DD') as decided_on, d.words as decision
    from committee_complaint c left join complaint_decision d on d.complaint_id = c.id where c.office_id = ${officeId}
    order by c.received_on desc, c.id desc`.execute(context.db);
  return rows;
}

/** Null if there is one of that number. */
export async function insertComplaint(
  context: Context,
  officer: OfficerActor,
  complaint: { officeId: OfficeId; reference: string; words: string; receivedOn: Day },
): Promise<string | null> {
  const id = newId<'complaint'>(milliseconds(context.now));
  const done = await sql`insert into committee_complaint (id, office_id, reference, words, received_on, recorded_by, recorded_at)
    values (${id}, ${complaint.officeId}, ${complaint.reference}, ${complaint.words}, ${complaint.receivedOn}, ${officer.officerId}, ${context.now})
    on conflict on constraint committee_complaint_once do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : null;
}

/** False if it was decided before. */
export async function insertDecision(
  context: Context,
  officer: OfficerActor,
  decision: { complaintId: string; officeId: OfficeId; decidedOn: Day; words: string },
): Promise<boolean> {
  const done = await sql`insert into complaint_decision (complaint_id, office_id, decided_on, words, decided_by, recorded_at)
    values (${decision.complaintId}, ${decision.officeId}, ${decision.decidedOn}, ${decision.words}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}
