// SQL of an office's own side: directives that reached it, points it owes, and what it answered. Answers are only ever added.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Directive, Point } from './directive.ts';
import type { AnswerDraft } from './form.ts';
import type { AnswerKind } from './term.ts';

export type Receipt = { directiveId: string; reachedAt: Instant; acknowledgedAt: Instant | null; acknowledgedBy: string | null };

export async function receiptOf(context: Context, directiveId: string, officeId: string): Promise<Receipt | undefined> {
  const { rows } =
    await sql<Receipt>`select r.directive_id, r.reached_at, r.acknowledged_at, f.name as acknowledged_by from directive_receipt r
    left join officer f on f.id = r.acknowledged_by where r.directive_id = ${directiveId} and r.office_id = ${officeId}`.execute(
      context.db,
    );
  return rows[0];
}

/** False if the office has acknowledged before, or was not reached. */
export async function markAcknowledged(context: Context, { officeId, officerId }: OfficerActor, directiveId: string): Promise<boolean> {
  const done = await sql`update directive_receipt set acknowledged_at = ${context.now}, acknowledged_by = ${officerId}
    where directive_id = ${directiveId} and office_id = ${officeId} and acknowledged_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** A point as the office owes it, once or for one period. */
export type Owed = Pick<Point, 'what' | 'figure' | 'repeats' | 'dueBasis' | 'position'> & {
  pointId: string;
  directiveId: string;
  title: string;
  kind: Directive['kind'];
  period: Day;
  lateAfter: Instant | null;
  answer: AnswerKind | null;
  doneOn: Day | null;
  figureGiven: number | null;
};

const owedColumns = sql`u.point_id, u.period, u.late_after, u.answer, u.done_on, u.figure as figure_given, p.directive_id, p.what, p.figure, p.repeats,
  p.due_basis, p.position, d.title, d.kind`;
const owedFrom = sql`directive_duty u join directive_point p on p.id = u.point_id join directive d on d.id = p.directive_id`;
const isOpen = sql`(u.answer is null or u.answer = 'not-yet')`;
const inForce = sql`not exists (select from directive_end e where e.directive_id = p.directive_id)`;

/** What the office still owes of directives in force, the most pressing first; what has no day comes last. */
export async function openPoints(context: Context, officeId: string, atMost: number): Promise<Owed[]> {
  const { rows } = await sql<Owed>`select ${owedColumns} from ${owedFrom} where u.office_id = ${officeId} and ${isOpen} and ${inForce}
    order by u.late_after nulls last, d.dated, p.position limit ${atMost}`.execute(context.db);
  return rows;
}

/** All points of one directive as the office owes them, period by period. */
export async function owedOf(context: Context, directiveId: string, officeId: string): Promise<Owed[]> {
  const { rows } =
    await sql<Owed>`select ${owedColumns} from ${owedFrom} where p.directive_id = ${directiveId} and u.office_id = ${officeId}
    order by p.position, u.period desc`.execute(context.db);
  return rows;
}

export type Waiting = { unacknowledged: number; open: number; late: number };

/** What waits for the office: directives in force nobody there has acknowledged, points it owes, and how many of them are late. */
export async function waitingAt(context: Context, officeId: string): Promise<Waiting> {
  const { rows } =
    await sql<Waiting>`select (select count(*) from directive_receipt r where r.office_id = ${officeId} and r.acknowledged_at is null
      and not exists (select from directive_end e where e.directive_id = r.directive_id)) as unacknowledged,
    count(*) as open, count(*) filter (where u.late_after < ${context.now}) as late
    from directive_duty u join directive_point p on p.id = u.point_id where u.office_id = ${officeId} and ${isOpen} and ${inForce}`.execute(
      context.db,
    );
  return rows[0]!;
}

/** Directives in force that reached the office, by id. */
export async function receiptsOf(context: Context, officeId: string): Promise<Map<string, Receipt>> {
  const { rows } =
    await sql<Receipt>`select r.directive_id, r.reached_at, r.acknowledged_at, null as acknowledged_by from directive_receipt r
    where r.office_id = ${officeId}`.execute(context.db);
  return new Map(rows.map((receipt) => [receipt.directiveId, receipt]));
}

export async function insertAnswer(context: Context, { officeId, officerId }: OfficerActor, draft: AnswerDraft): Promise<void> {
  await sql`insert into directive_answer (id, point_id, period, office_id, answer, done_on, sentence, figure, answered_by, answered_at)
    values (${newId<'answer'>(milliseconds(context.now))}, ${draft.point}, ${draft.period}, ${officeId}, ${draft.answer}, ${draft.answer === 'done' ? (draft.doneOn ?? null) : null},
      ${draft.sentence ?? null}, ${draft.answer === 'done' ? (draft.figure ?? null) : null}, ${officerId}, ${context.now})`.execute(
    context.db,
  );
}

export type Answered = {
  pointId: string;
  period: Day;
  answer: AnswerKind;
  doneOn: Day | null;
  sentence: string | null;
  figure: number | null;
  answeredAt: Instant;
  answeredBy: string;
};

/** Everything the office ever answered to a directive, the latest first. */
export async function answersOf(context: Context, directiveId: string, officeId: string): Promise<Answered[]> {
  const { rows } =
    await sql<Answered>`select a.point_id, a.period, a.answer, a.done_on, a.sentence, a.figure, a.answered_at, f.name as answered_by
    from directive_answer a join directive_point p on p.id = a.point_id join officer f on f.id = a.answered_by
    where p.directive_id = ${directiveId} and a.office_id = ${officeId} order by a.answered_at desc, a.id desc`.execute(context.db);
  return rows;
}
