// SQL of offices, officers and postings: who sits where on a given day, and which office serves a place.
import { sql } from 'kysely';
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Actor as LawActor } from '../../law/index.ts';
import type { Context, Db } from '../../platform/context.ts';
import type { OfficeKind } from './office-kind.ts';
import { type Office, seatOf } from './office.ts';
import type { Posting } from './officer.ts';

const officeColumns = sql`o.id, o.kind, o.code, o.name, o.district_code, o.state_code, o.telephone, o.email`;
/** A nodal post nobody holds passes on what falls to it; whoever is in post counts, a deputy too. The nation's has nobody above it. */
const seated = (on: Day) => sql`(o.kind not in ('district-nodal', 'state-nodal') or exists (select from posting p
  where p.office_id = o.id and p.role = watched_role(o.kind) and p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on})))`;
const stillOpen = (on: Day) => sql`o.opened_on <= ${on} and (o.closed_on is null or o.closed_on > ${on})`;

/** Also offices closed since: a record may still name one. */
export async function readOffice(context: Context, officeId: OfficeId | string): Promise<Office | undefined> {
  const { rows } = await sql<Office>`select ${officeColumns} from office o where o.id = ${officeId}`.execute(context.db);
  return rows[0];
}

/** Open offices of a kind, in a district if one is named, else everywhere. In order of code. */
export async function officesOfKind(context: Context, kind: OfficeKind, districtCode?: string): Promise<Office[]> {
  const { rows } = await sql<Office>`select ${officeColumns} from office o where o.kind = ${kind}
    and (${districtCode ?? null}::text is null or o.district_code = ${districtCode ?? null}) and ${stillOpen(dayOf(context.now))} order by o.code`.execute(
    context.db,
  );
  return rows;
}

/** Open offices of these kinds in these districts, and those of no district alone (a State's, the nation's). In order of code. */
export async function officesServing(context: Context, kinds: readonly OfficeKind[], districtCodes: readonly string[]): Promise<Office[]> {
  const { rows } = await sql<Office>`select ${officeColumns} from office o where o.kind = any (${kinds as string[]}::text[])
    and (o.district_code = any (${districtCodes as string[]}::text[]) or o.district_code is null) and ${stillOpen(dayOf(context.now))} order by o.code`.execute(
    context.db,
  );
  return rows;
}

/** Also offices closed since, as above. */
export async function readOffices(context: Context, officeIds: readonly string[]): Promise<Map<string, Office>> {
  if (officeIds.length === 0) return new Map();
  const { rows } = await sql<Office>`select ${officeColumns} from office o where o.id = any (${officeIds as string[]}::uuid[])`.execute(
    context.db,
  );
  return new Map(rows.map((office) => [office.id, office]));
}

/** The open office of a kind that serves a district: the district's own, else its State's, else the nation's (State and national nodal officers). */
export async function officeForPlace(context: Context, kind: OfficeKind, districtCode: string): Promise<Office | undefined> {
  const { rows } = await sql<Office>`select ${officeColumns} from office o join district d on d.code = ${districtCode}
    where o.kind = ${kind} and (o.district_code = d.code or (o.district_code is null and (o.state_code is null or o.state_code = d.state_code)))
      and ${stillOpen(dayOf(context.now))}
    order by o.district_code nulls last, o.state_code nulls last, o.code limit 1`.execute(context.db);
  return rows[0];
}

const ladder: readonly OfficeKind[] = ['district-nodal', 'state-nodal', 'national-nodal'];

/** The levels above each office: its district's nodal office, its State's, the nation's; whoever sits there. In the order of `offices`. */
export async function officesAbove(context: Context, offices: readonly Office[]): Promise<Office[][]> {
  const { rows } = await sql<Office>`select ${officeColumns} from office o where o.kind = any (${ladder as string[]}::text[])
    and ${stillOpen(dayOf(context.now))} and (o.district_code is null or o.district_code = any (${offices.map(({ districtCode }) => districtCode)}::text[]))
    and (o.state_code is null or o.state_code = any (${offices.map(({ stateCode }) => stateCode)}::text[])) order by o.code`.execute(
    context.db,
  );
  const oversees = (above: Office, { districtCode, stateCode }: Office): boolean =>
    (above.districtCode === null || above.districtCode === districtCode) && (above.stateCode === null || above.stateCode === stateCode);
  return offices.map((office) =>
    ladder
      .slice(ladder.indexOf(office.kind) + 1)
      .flatMap((level) => rows.find((above) => above.kind === level && oversees(above, office)) ?? []),
  );
}

export type Jurisdiction = { districtCode: string | null; stateCode: string; recordOfficeId: OfficeId };

/**
 * Who serves each of these places, in one query: ask the answer of the same place in the list for each of the law's actors. A vacant nodal post is
 * passed over at once. Throws if a record's office does not exist.
 */
export async function responsibleOffices(context: Context, places: readonly Jurisdiction[]): Promise<((actor: LawActor) => Office)[]> {
  const each = (read: (place: Jurisdiction) => string | null): (string | null)[] => places.map(read);
  const on = dayOf(context.now);
  const open = sql`${stillOpen(on)} and ${seated(on)}`;
  const { rows } = await sql<Office & { place: number }>`select p.place, o.* from
    unnest(${each(({ recordOfficeId }) => recordOfficeId)}::uuid[], ${each(({ districtCode }) => districtCode)}::text[], ${each(({ stateCode }) => stateCode)}::text[])
      with ordinality as p (office_id, district_code, state_code, place)
    cross join lateral ((select 0 as nearness, ${officeColumns} from office o where o.id = p.office_id)
      union all (select distinct on (o.kind) 1, ${officeColumns} from office o where o.district_code = p.district_code and ${open} order by o.kind, o.code)
      union all (select distinct on (o.kind) 2, ${officeColumns} from office o where o.district_code is null and (o.state_code = p.state_code or o.state_code is null)
        and ${open} order by o.kind, o.state_code nulls last, o.code)) o
    order by p.place, o.nearness`.execute(context.db);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return places.map(({ recordOfficeId }, at) => {
    const [own, ...near] = byPlace.get(at + 1) ?? [];
    if (own?.id !== recordOfficeId) throw new Error(`no office ${recordOfficeId}`);
    return (actor) => seatOf(actor, own, near);
  });
}

const postingColumns = sql`p.id as posting_id, p.officer_id, f.name, f.rank, p.role, p.from_on, o.id as office_id, o.name as office_name,
  o.kind as office_kind, o.district_code, o.state_code`;
/** A posting counts from its first to its last day, both included, for an account that is not closed. */
const inPost = (on: Day) => sql`posting p join officer f on f.id = p.officer_id and f.closed_at is null join office o on o.id = p.office_id
  and ${stillOpen(on)} where p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on})`;

/** What an officer holds on a day, the latest first. For the desk door, inside or outside a request. */
export async function postingsOf(db: Db, officerId: OfficerId, on: Day): Promise<Posting[]> {
  const { rows } = await sql<Posting>`select ${postingColumns} from ${inPost(on)} and p.officer_id = ${officerId}
    order by p.from_on desc, p.id`.execute(db);
  return rows;
}

/** Whether the posting still counts today: asked in the transaction that acts, for a session says only who held it when the request came. */
export async function stillHolds(context: Context, postingId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${inPost(dayOf(context.now))} and p.id = ${postingId}`.execute(context.db);
  return rows.length > 0;
}
