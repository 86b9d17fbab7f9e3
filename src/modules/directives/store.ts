// SQL of directives, their points and their ends.
import { type RawBuilder, sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Directive, Ended, Point } from './directive.ts';
import type { EndDraft } from './form.ts';

const columns = sql`d.id, d.kind, d.title, d.authority, d.dated, d.number, d.text, d.original, d.confidence, d.audience, d.state_code, d.office_kinds,
  d.in_states, d.in_districts, d.issued_at`;

export type NewDirective = Omit<Directive, 'id' | 'issuedAt'>;

export async function insertDirective(context: Context, officer: OfficerActor, draft: NewDirective): Promise<string> {
  const id = newId<'directive'>(milliseconds(context.now));
  await sql`insert into directive (id, kind, title, authority, dated, number, text, original, confidence, audience, state_code, office_kinds, in_states,
      in_districts, entered_in, entered_by, entered_at)
    values (${id}, ${draft.kind}, ${draft.title}, ${draft.authority}, ${draft.dated}, ${draft.number}, ${draft.text}, ${draft.original}, ${draft.confidence},
      ${draft.audience}, ${draft.stateCode}, ${[...draft.officeKinds]}::text[], ${[...draft.inStates]}::text[], ${[...draft.inDistricts]}::text[],
      ${officer.officeId}, ${officer.officerId}, ${context.now})`.execute(context.db);
  return id;
}

/** False if it is no draft of the officer's office. */
export async function updateDraft(context: Context, id: string, draft: NewDirective): Promise<boolean> {
  const done =
    await sql`update directive set kind = ${draft.kind}, title = ${draft.title}, authority = ${draft.authority}, dated = ${draft.dated},
      number = ${draft.number}, text = ${draft.text}, original = ${draft.original}, confidence = ${draft.confidence}, audience = ${draft.audience},
      office_kinds = ${[...draft.officeKinds]}::text[], in_states = ${[...draft.inStates]}::text[], in_districts = ${[...draft.inDistricts]}::text[]
    where id = ${id} and issued_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function discardDraft(context: Context, id: string): Promise<boolean> {
  const done = await sql`delete from directive where id = ${id} and issued_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export async function markIssued(context: Context, officer: OfficerActor, id: string): Promise<boolean> {
  const done =
    await sql`update directive set issued_at = ${context.now}, issued_by = ${officer.officerId} where id = ${id} and issued_at is null`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n;
}

/** Issued by, or being written by, the office named. Drafts of others are not there at all. */
export async function isOfOffice(context: Context, id: string, officeId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from directive d where d.id = ${id} and d.entered_in = ${officeId}`.execute(context.db);
  return rows.length > 0;
}

export async function readDirective(context: Context, id: string): Promise<Directive | undefined> {
  const { rows } = await sql<Directive>`select ${columns} from directive d where d.id = ${id}`.execute(context.db);
  return rows[0];
}

export type ListedDirective = Directive & { isEnded: boolean };

/** Of those the reader may see, the latest first. */
async function listed(context: Context, where: RawBuilder<unknown>, atMost: number): Promise<ListedDirective[]> {
  const { rows } = await sql<ListedDirective>`select ${columns}, e.directive_id is not null as is_ended from directive d
    left join directive_end e on e.directive_id = d.id where ${where} order by d.dated desc, d.id desc limit ${atMost}`.execute(context.db);
  return rows;
}

export function issuedDirectives(context: Context, atMost: number): Promise<ListedDirective[]> {
  return listed(context, sql`d.issued_at is not null`, atMost);
}

export function draftsOf(context: Context, officeId: string, atMost: number): Promise<ListedDirective[]> {
  return listed(context, sql`d.issued_at is null and d.entered_in = ${officeId}`, atMost);
}

/** Issued by the office after another of its directives: what that one can be superseded by. */
export function laterOf(context: Context, { issuedAt, stateCode }: Directive, atMost: number): Promise<ListedDirective[]> {
  return listed(context, sql`d.issued_at > ${issuedAt} and d.state_code is not distinct from ${stateCode}`, atMost);
}

export async function pointsOf(context: Context, directiveId: string): Promise<Point[]> {
  const { rows } =
    await sql<Point>`select p.id, p.position, p.what, p.office_kind, p.due_kind, p.due_on, p.due_count, p.due_from, p.due_basis, p.repeats,
      p.figure, p.sets_duty from directive_point p where p.directive_id = ${directiveId} order by p.position`.execute(context.db);
  return rows;
}

export async function insertPoint(context: Context, directiveId: string, point: Omit<Point, 'id' | 'position'>): Promise<void> {
  await sql`insert into directive_point (id, directive_id, position, what, office_kind, due_kind, due_on, due_count, due_from, due_basis, repeats, figure, sets_duty)
    select ${newId<'point'>(milliseconds(context.now))}::uuid, ${directiveId}::uuid, coalesce(max(p.position), 0) + 1, ${point.what}, ${point.officeKind}, ${point.dueKind},
      ${point.dueOn}::date, ${point.dueCount}::int, ${point.dueFrom}, ${point.dueBasis}, ${point.repeats}, ${point.figure}, ${point.setsDuty}
    from directive_point p where p.directive_id = ${directiveId}`.execute(context.db);
}

export async function deletePoint(context: Context, directiveId: string, pointId: string): Promise<boolean> {
  const done = await sql`delete from directive_point where id = ${pointId} and directive_id = ${directiveId}`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** False if it has ended before. */
export async function insertEnd(
  context: Context,
  officer: OfficerActor,
  directiveId: string,
  { how, by, reason }: EndDraft,
): Promise<boolean> {
  const done = await sql`insert into directive_end (directive_id, how, by_directive, reason, ended_by, ended_at)
    values (${directiveId}, ${how}, ${by ?? null}, ${reason}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}

/** What became of it, if it is in force no more. */
export async function endOf(context: Context, directiveId: string): Promise<Ended | null> {
  const { rows } = await sql<Ended>`select e.how, e.reason, e.ended_at, d.id as other_id, d.title as other_title from directive_end e
    left join directive d on d.id = e.by_directive where e.directive_id = ${directiveId}`.execute(context.db);
  return rows[0] ?? null;
}

/** What it ended. */
export async function endedBy(context: Context, directiveId: string): Promise<Ended[]> {
  const { rows } = await sql<Ended>`select e.how, e.reason, e.ended_at, d.id as other_id, d.title as other_title from directive_end e
    join directive d on d.id = e.directive_id where e.by_directive = ${directiveId} order by d.dated`.execute(context.db);
  return rows;
}
