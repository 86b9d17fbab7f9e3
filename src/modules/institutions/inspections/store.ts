// SQL of visits to homes and of what they found.
import { sql } from 'kysely';
import { type OfficeId, newId } from '../../../kernel/ids.ts';
import { type Day, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { MendDraft, VisitDraft } from './form.ts';
import type { Finding, Visit, Visitor } from './inspection.ts';

const visitColumns = sql`id, office_id, visited_by, visited_on, members, children_heard, lodging, food, health, education, safety, staff, registers, recommendation`;
const findingColumns = sql`f.id, f.inspection_id, f.office_id, v.visited_on, f.what, f.mend_by, f.mended_on, f.mended_how`;

/** The last visits of a home, the newest first. */
export async function visitsOf(context: Context, officeId: string): Promise<Visit[]> {
  const { rows } =
    await sql<Visit>`select ${visitColumns} from inspection where office_id = ${officeId} order by visited_on desc, id desc limit 30`.execute(
      context.db,
    );
  return rows;
}

/** What was found at a home: what is not mended first, by its day. */
export async function findingsOf(context: Context, officeId: string): Promise<Finding[]> {
  const { rows } = await sql<Finding>`select ${findingColumns} from inspection_finding f join inspection v on v.id = f.inspection_id
    where f.office_id = ${officeId} order by f.mended_on is null desc, f.mend_by desc, f.position limit 100`.execute(context.db);
  return rows;
}

export async function insertVisit(context: Context, officeId: string, draft: VisitDraft): Promise<string> {
  const id = newId<'inspection'>(milliseconds(context.now));
  const { actor, now, db } = context;
  const officer = actor.kind === 'officer' ? actor : null;
  await sql`insert into inspection (id, office_id, visited_by, visited_on, members, children_heard, lodging, food, health, education, safety, staff, registers,
      recommendation, recorded_in, recorded_by, recorded_at)
    values (${id}, ${officeId}, ${draft.visitedBy}, ${draft.visitedOn}, ${draft.members}, ${draft.childrenHeard ?? null}, ${draft.lodging ?? null}, ${draft.food ?? null},
      ${draft.health ?? null}, ${draft.education ?? null}, ${draft.safety ?? null}, ${draft.staff ?? null}, ${draft.registers ?? null}, ${draft.recommendation ?? null},
      ${officer?.officeId}, ${officer?.officerId}, ${now})`.execute(db);
  const findings = (draft.findings ?? []).filter(({ what }) => what !== undefined);
  for (const [position, { what, mendBy }] of findings.entries())
    await sql`insert into inspection_finding (id, inspection_id, office_id, position, what, mend_by)
      values (${newId<'finding'>(milliseconds(now))}, ${id}, ${officeId}, ${position + 1}, ${what}, ${mendBy})`.execute(db);
  return id;
}

/** False where it is mended already, or another home's. */
export async function mend(context: Context, { finding, mendedOn, mendedHow }: MendDraft): Promise<boolean> {
  const by = context.actor.kind === 'officer' ? context.actor.officerId : null;
  const done = await sql`update inspection_finding set mended_on = ${mendedOn}, mended_how = ${mendedHow}, mended_by = ${by}
    where id = ${finding} and mended_on is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export type VisitedHome = {
  officeId: OfficeId;
  name: string;
  districtName: string;
  lastQuarterly: Day | null;
  lastCommittee: Day | null;
  lastUnit: Day | null;
  open: number;
  late: number;
};

/** The homes of a State or a district with when each was visited last, and by whom; those longest without the quarterly visit first. */
export async function visitedHomes(
  context: Context,
  place: { stateCode?: string | undefined; districtCode?: string | undefined },
  today: Day,
): Promise<VisitedHome[]> {
  const last = (visitor: Visitor) =>
    sql`(select max(v.visited_on) from inspection v where v.office_id = o.id and v.visited_by = ${visitor})`;
  const { rows } =
    await sql<VisitedHome>`select o.id as office_id, o.name, d.name as district_name, ${last('inspection-committee')} as last_quarterly,
      ${last('committee')} as last_committee, ${last('protection-unit')} as last_unit, coalesce(f.open, 0)::int as open, coalesce(f.late, 0)::int as late
    from office o join district d on d.code = o.district_code
      left join lateral (select count(*) as open, count(*) filter (where i.mend_by < ${today}) as late from inspection_finding i
        where i.office_id = o.id and i.mended_on is null) f on true
    where o.kind = 'children-home' and (${place.stateCode ?? null}::text is null or o.state_code = ${place.stateCode ?? null})
      and (${place.districtCode ?? null}::text is null or o.district_code = ${place.districtCode ?? null})
      and o.opened_on <= ${today} and (o.closed_on is null or o.closed_on > ${today})
    order by last_quarterly nulls first, d.name, o.name`.execute(context.db);
  return rows;
}

/** Visits of the Committee of a district in a month (s.30(viii): two). */
export async function committeeVisits(context: Context, officeId: string, from: Day, to: Day): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from inspection where recorded_in = ${officeId} and visited_by = 'committee'
    and visited_on between ${from} and ${to}`.execute(context.db);
  return rows[0]!.n;
}
