// SQL of reaching: how many offices a directive is addressed to, those it has not reached yet, and the periods opened for them.
import { sql } from 'kysely';
import { type Day, type Instant, dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { AddressableKind, Directive, Point } from './directive.ts';

const openOn = (on: Day) => sql`a.opened_on <= ${on} and (a.closed_on is null or a.closed_on > ${on})`;

export type ReachCount = { kind: AddressableKind; stateCode: string | null; offices: number };

/** By kind and State, of the offices open today. */
export async function countAddressees(context: Context, directiveId: string): Promise<ReachCount[]> {
  const { rows } = await sql<ReachCount>`select a.kind, a.state_code, count(*) as offices from directive_addressee a
    where a.directive_id = ${directiveId} and ${openOn(dayOf(context.now))} group by 1, 2 order by 1, 2 nulls first`.execute(context.db);
  return rows;
}

export async function countReached(context: Context, directiveId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from directive_receipt r where r.directive_id = ${directiveId}`.execute(
    context.db,
  );
  return rows[0]!.n;
}

/** Issued and not ended, those issued last first. */
export async function inForce(context: Context): Promise<Directive[]> {
  const { rows } =
    await sql<Directive>`select d.id, d.kind, d.title, d.authority, d.dated, d.number, d.text, d.original, d.confidence, d.audience,
      d.state_code, d.office_kinds, d.in_states, d.in_districts, d.issued_at
    from directive d where d.issued_at is not null and not exists (select from directive_end e where e.directive_id = d.id) order by d.issued_at desc`.execute(
      context.db,
    );
  return rows;
}

/** A point with its period and the end of it, for offices reached now. */
export type Asked = { point: Point; period: Day; lateAfter: Instant | null };
export type Reached = { officeId: string; kind: string };

const askedRows = (
  asked: readonly Asked[],
) => sql`unnest(${asked.map(({ point }) => point.id)}::uuid[], ${asked.map(({ point }) => point.officeKind)}::text[],
  ${asked.map(({ period }) => period)}::date[], ${asked.map((one) => one.lateAfter)}::timestamptz[]) as asked (point_id, office_kind, period, late_after)`;

/** Reaches at most so many addressees that were not reached yet, with what they are asked; answers whom. Nobody is reached twice, by however many workers. */
export async function reachPage(context: Context, directiveId: string, asked: readonly Asked[], atMost: number): Promise<Reached[]> {
  const { rows } =
    await sql<Reached>`with page as materialized (select a.office_id from directive_addressee a where a.directive_id = ${directiveId}
        and ${openOn(dayOf(context.now))} and not exists (select from directive_receipt r where r.directive_id = ${directiveId} and r.office_id = a.office_id)
        order by a.office_id limit ${atMost}),
      reached as (insert into directive_receipt (directive_id, office_id, reached_at) select ${directiveId}, p.office_id, ${context.now} from page p
        on conflict do nothing returning office_id),
      told as materialized (select o.id as office_id, o.kind from reached join office o on o.id = reached.office_id),
      owed as (insert into directive_duty (point_id, period, office_id, late_after) select asked.point_id, asked.period, told.office_id, asked.late_after
        from told join ${askedRows(asked)} on asked.office_kind is null or asked.office_kind = told.kind)
    select office_id, kind from told`.execute(context.db);
  return rows;
}

/**
 * Opens a period of a point for every office reached before its end; answers for how many. Those that have it keep it: whether they do is not asked of
 * each before, for right after a nation was reached the planner knows nothing of these tables yet, and took minutes to find nobody.
 */
export async function openPeriod(
  context: Context,
  directiveId: string,
  { point, period, lateAfter }: Asked,
  until: Instant,
): Promise<number> {
  const done = await sql`insert into directive_duty (point_id, period, office_id, late_after)
    select ${point.id}, ${period}, r.office_id, ${lateAfter} from directive_receipt r join office o on o.id = r.office_id
    where r.directive_id = ${directiveId} and r.reached_at < ${until} and (${point.officeKind}::text is null or o.kind = ${point.officeKind})
      and (o.closed_on is null or o.closed_on > ${dayOf(context.now)}) on conflict do nothing`.execute(context.db);
  await sql`insert into directive_period values (${point.id}, ${period}) on conflict do nothing`.execute(context.db);
  return Number(done.numAffectedRows ?? 0);
}

/** Periods of a point that were opened. */
export async function openedPeriods(context: Context, pointId: string): Promise<Set<Day>> {
  const { rows } = await sql<{ period: Day }>`select p.period from directive_period p where p.point_id = ${pointId}`.execute(context.db);
  return new Set(rows.map(({ period }) => period));
}
