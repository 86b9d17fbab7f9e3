// SQL of the register: homes with their units, and how many children live where. No query here opens a child's record.
import { sql } from 'kysely';
import { type OfficeId, newId } from '../../../kernel/ids.ts';
import { dayOf, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { ParticularsDraft, UnitDraft } from './form.ts';
import type { Count, Institution, Unit } from './institution.ts';

/** Which homes: of the nation, a State, a district, or one. */
export type Homes = { stateCode?: string | undefined; districtCode?: string | undefined; officeId?: string | undefined };

export type HomeRow = Pick<Institution, 'runBy' | 'runner' | 'registrationNumber' | 'registeredUntil'> & {
  officeId: OfficeId;
  name: string;
  districtCode: string;
  districtName: string;
  stateCode: string;
  strength: number;
  here: number;
  free: number;
  over: number;
  girls: number;
  boys: number;
};

const chosen = ({ stateCode, districtCode, officeId }: Homes) =>
  sql`o.kind = 'children-home' and (${stateCode ?? null}::text is null or o.state_code = ${stateCode ?? null})
    and (${districtCode ?? null}::text is null or o.district_code = ${districtCode ?? null}) and (${officeId ?? null}::uuid is null or o.id = ${officeId ?? null})`;

/** Open homes the officer sees as an office, in order of district and name, with their places and how many are taken. */
export async function listHomes(context: Context, homes: Homes): Promise<HomeRow[]> {
  const on = dayOf(context.now);
  const { stateCode = null, districtCode = null, officeId = null } = homes;
  const { rows } = await sql<HomeRow>`with living as materialized (
      select office_id, unit_id, sum(children)::int as here, coalesce(sum(children) filter (where sex = 'female'), 0)::int as girls,
        coalesce(sum(children) filter (where sex = 'male'), 0)::int as boys
      from home_figures(${stateCode}, ${districtCode}, ${officeId}, ${on}) group by 1, 2),
    places as materialized (select coalesce(u.office_id, l.office_id) as office_id, sum(coalesce(l.here, 0))::int as here, sum(coalesce(l.girls, 0))::int as girls,
        sum(coalesce(l.boys, 0))::int as boys, sum(coalesce(u.strength, 0))::int as strength, sum(greatest(0, coalesce(u.strength, 0) - coalesce(l.here, 0)))::int as free,
        sum(greatest(0, coalesce(l.here, 0) - coalesce(u.strength, 0)))::int as over
      from (select u.id, u.office_id, u.strength from office o join institution_unit u on u.office_id = o.id
        where ${chosen(homes)} and u.opened_on <= ${on} and (u.closed_on is null or u.closed_on >= ${on})) u
        full join living l on l.unit_id = u.id group by 1)
    select o.id as office_id, o.name, o.district_code, d.name as district_name, o.state_code, i.run_by, i.runner, i.registration_number, i.registered_until,
      coalesce(p.strength, 0) as strength, coalesce(p.here, 0) as here, coalesce(p.free, 0) as free, coalesce(p.over, 0) as over, coalesce(p.girls, 0) as girls,
      coalesce(p.boys, 0) as boys
    from office o join district d on d.code = o.district_code left join institution i on i.office_id = o.id left join places p on p.office_id = o.id
    where ${chosen(homes)} and o.opened_on <= ${on} and (o.closed_on is null or o.closed_on > ${on})
    order by d.name, o.name, o.id`.execute(context.db);
  return rows;
}

export type StateRow = { stateCode: string; homes: number; strength: number; here: number; unregistered: number };

/** The nation by State: for whoever sees all of it. */
export async function countByState(context: Context): Promise<StateRow[]> {
  const on = dayOf(context.now);
  const { rows } = await sql<StateRow>`with places as materialized (select office_id, sum(strength)::int as strength from institution_unit
      where opened_on <= ${on} and (closed_on is null or closed_on >= ${on}) group by 1)
    select o.state_code, count(*)::int as homes, coalesce(sum(p.strength), 0)::int as strength, coalesce(sum(l.children), 0)::int as here,
      (count(*) filter (where i.registration_number is null or i.registered_until < ${on}))::int as unregistered
    from office o left join institution i on i.office_id = o.id left join places p on p.office_id = o.id left join home_totals() l on l.office_id = o.id
    where o.kind = 'children-home' and o.state_code is not null and o.opened_on <= ${on} and (o.closed_on is null or o.closed_on > ${on})
    group by 1 order by 1`.execute(context.db);
  return rows;
}

export async function readInstitution(context: Context, officeId: string): Promise<Institution | undefined> {
  const { rows } =
    await sql<Institution>`select office_id, run_by, runner, registration_number, registered_on, registered_until, grant_approved, address,
      station_id, latitude, longitude, version from institution where office_id = ${officeId}`.execute(context.db);
  return rows[0];
}

export async function unitsOf(context: Context, officeId: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`select id, office_id, kind, sex, strength, opened_on, closed_on from institution_unit
    where office_id = ${officeId} order by opened_on, id`.execute(context.db);
  return rows;
}

export async function countsOf(context: Context, officeId: string): Promise<Count[]> {
  const { rows } = await sql<Count>`select office_id, unit_id, sex, band, children
    from home_figures(null, null, ${officeId}, ${dayOf(context.now)})`.execute(context.db);
  return rows;
}

/** The police station of the home's place, where somebody entered it. */
export async function stationOf(context: Context, officeId: string): Promise<OfficeId | null> {
  const { rows } = await sql<{ stationId: OfficeId | null }>`select station_id from institution where office_id = ${officeId}`.execute(
    context.db,
  );
  return rows[0]?.stationId ?? null;
}

/** False where somebody changed them since. */
export async function writeInstitution(context: Context, officeId: string, draft: ParticularsDraft): Promise<boolean> {
  const by = context.actor.kind === 'officer' ? context.actor.officerId : null;
  const { numAffectedRows } =
    await sql`insert into institution as i (office_id, run_by, runner, registration_number, registered_on, registered_until, grant_approved,
      address, station_id, latitude, longitude, changed_by, changed_at)
    values (${officeId}, ${draft.runBy}, ${draft.runner ?? null}, ${draft.registrationNumber ?? null}, ${draft.registeredOn ?? null}, ${draft.registeredUntil ?? null},
      ${draft.grantApproved}, ${draft.address ?? null}, ${draft.stationId ?? null}, ${draft.latitude ?? null}, ${draft.longitude ?? null}, ${by}, ${context.now})
    on conflict (office_id) do update set run_by = excluded.run_by, runner = excluded.runner, registration_number = excluded.registration_number,
      registered_on = excluded.registered_on, registered_until = excluded.registered_until, grant_approved = excluded.grant_approved, address = excluded.address, station_id = excluded.station_id,
      latitude = excluded.latitude, longitude = excluded.longitude, changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = i.version + 1
    where i.version = ${draft.version}`.execute(context.db);
  return numAffectedRows === 1n;
}

export async function writeUnit(context: Context, officeId: string, draft: UnitDraft): Promise<boolean> {
  const { unit, kind, sex, strength, openedOn, closedOn } = draft;
  const done = unit
    ? await sql`update institution_unit set kind = ${kind}, sex = ${sex}, strength = ${strength}, opened_on = ${openedOn}, closed_on = ${closedOn ?? null}
        where id = ${unit} and office_id = ${officeId}`.execute(context.db)
    : await sql`insert into institution_unit (id, office_id, kind, sex, strength, opened_on, closed_on)
        values (${newId<'unit'>(milliseconds(context.now))}, ${officeId}, ${kind}, ${sex}, ${strength}, ${openedOn}, ${closedOn ?? null})`.execute(
        context.db,
      );
  return done.numAffectedRows === 1n;
}
