// SQL of drives, their teams and their raids, and of what the police alone read.
import { type RawBuilder, sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Accused, Drive, Member, Raid } from './drive.ts';

const driveColumns = sql`d.id, d.name, d.order_number, d.order_authority, d.ordered_on, d.from_on, d.to_on, d.agencies, d.states, d.whole_states, d.districts,
  d.office_id, f.name as office_name, d.made_at, c.counted_at`;
const drives = sql`drive d join office f on f.id = d.office_id left join drive_counting c on c.drive_id = d.id`;

export type NewDrive = Omit<Drive, 'id' | 'officeId' | 'officeName' | 'madeAt' | 'countedAt'>;

export async function insertDrive(context: Context, officer: OfficerActor, draft: NewDrive, members: readonly Member[]): Promise<string> {
  const id = newId<'drive'>(milliseconds(context.now));
  await sql`insert into drive (id, name, order_number, order_authority, ordered_on, from_on, to_on, agencies, states, whole_states, districts, office_id, made_by, made_at)
    values (${id}, ${draft.name}, ${draft.orderNumber}, ${draft.orderAuthority}, ${draft.orderedOn}, ${draft.fromOn}, ${draft.toOn}, ${draft.agencies}::text[],
      ${draft.states}::text[], ${draft.wholeStates}::text[], ${draft.districts}::text[], ${officer.officeId}, ${officer.officerId}, ${context.now})`.execute(
    context.db,
  );
  const each = <T>(read: (member: Member) => T): T[] => members.map(read);
  await sql`insert into drive_member (drive_id, position, team, agency, officer_name, designation)
    select ${id}, position, team, agency, officer_name, designation from unnest(${each(({ team }) => team)}::int[], ${each(({ agency }) => agency as string)}::text[],
      ${each(({ officerName }) => officerName)}::text[], ${each(({ designation }) => designation)}::text[])
      with ordinality as m (team, agency, officer_name, designation, position)`.execute(context.db);
  await sql`insert into drive_counting (drive_id, next_at) values (${id}, ${context.now})`.execute(context.db);
  return id;
}

export async function readDrive(context: Context, id: string): Promise<Drive | undefined> {
  const { rows } = await sql<Drive>`select ${driveColumns} from ${drives} where d.id = ${id}`.execute(context.db);
  return rows[0];
}

/** Running on some day between the two, in one of the States (of all where none is named), the latest first. */
export type DrivesAsked = { from: Day | null; to: Day | null; states: readonly string[] };

const asked = ({ from, to, states }: DrivesAsked): RawBuilder<unknown> =>
  sql`(${to}::date is null or d.from_on <= ${to}) and (${from}::date is null or d.to_on >= ${from})
    and (${states.length} = 0 or d.states && ${[...states]}::text[])`;

export async function drivesBetween(context: Context, about: DrivesAsked, atMost: number): Promise<Drive[]> {
  const { rows } =
    await sql<Drive>`select ${driveColumns} from ${drives} where ${asked(about)} order by d.from_on desc, d.id desc limit ${atMost}`.execute(
      context.db,
    );
  return rows;
}

export async function membersOf(context: Context, driveId: string): Promise<Member[]> {
  const { rows } =
    await sql<Member>`select team, agency, officer_name, designation from drive_member where drive_id = ${driveId} order by team, position`.execute(
      context.db,
    );
  return rows;
}

const raidColumns = sql`a.id, a.drive_id, a.district_code, a.state_code, p.name as district_name, a.place, a.raided_at, f.name as office_name`;
const raids = sql`drive_raid a join district p on p.code = a.district_code join office f on f.id = a.office_id`;

export type NewRaid = { driveId: string; district: { code: string; stateCode: string }; place: string; raidedAt: Instant };

export async function insertRaid(
  context: Context,
  officer: OfficerActor,
  { driveId, district, place, raidedAt }: NewRaid,
): Promise<string> {
  const id = newId<'raid'>(milliseconds(context.now));
  await sql`insert into drive_raid (id, drive_id, district_code, state_code, place, raided_at, office_id, recorded_by, recorded_at)
    values (${id}, ${driveId}, ${district.code}, ${district.stateCode}, ${place}, ${raidedAt}, ${officer.officeId}, ${officer.officerId}, ${context.now})`.execute(
    context.db,
  );
  return id;
}

export async function readRaid(context: Context, id: string): Promise<Raid | undefined> {
  const { rows } = await sql<Raid>`select ${raidColumns} from ${raids} where a.id = ${id}`.execute(context.db);
  return rows[0];
}

export async function raidsOf(context: Context, driveId: string): Promise<Raid[]> {
  const { rows } = await sql<Raid>`select ${raidColumns} from ${raids} where a.drive_id = ${driveId} order by a.raided_at, a.id`.execute(
    context.db,
  );
  return rows;
}

/** Raids in a district in the days before a moment, the latest first: in which of them a child found then may have been rescued. */
export async function raidsBefore(
  context: Context,
  districtCode: string,
  at: Instant,
  from: Instant,
): Promise<(Raid & { driveName: string })[]> {
  const { rows } = await sql<
    Raid & { driveName: string }
  >`select ${raidColumns}, d.name as drive_name from ${raids} join drive d on d.id = a.drive_id
    where a.district_code = ${districtCode} and a.raided_at between ${from} and ${at} order by a.raided_at desc limit 20`.execute(
    context.db,
  );
  return rows;
}

export async function insertAccused(context: Context, officer: OfficerActor, raidId: string, words: string): Promise<void> {
  const id = newId<'accused'>(milliseconds(context.now));
  await sql`insert into drive_accused (id, raid_id, words_sealed, office_id, recorded_by, recorded_at)
    values (${id}, ${raidId}, ${context.tools.seal(words)}, ${officer.officeId}, ${officer.officerId}, ${context.now})`.execute(context.db);
}

export async function accusedOf(context: Context, raidId: string): Promise<Accused[]> {
  const { rows } = await sql<
    Omit<Accused, 'words'> & { wordsSealed: Buffer }
  >`select x.id, x.words_sealed, f.name as office_name, o.name as recorded_by, x.recorded_at from drive_accused x join office f on f.id = x.office_id
    join officer o on o.id = x.recorded_by where x.raid_id = ${raidId} order by x.recorded_at`.execute(context.db);
  return rows.map(({ wordsSealed, ...accused }) => ({ ...accused, words: context.tools.unseal(wordsSealed) }));
}
