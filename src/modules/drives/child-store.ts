// SQL of the children of drives: joined to a raid, taken out again, and read for a page or for the count.
import { sql } from 'kysely';
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Joined, Raid } from './drive.ts';

/** False if the child stands in a raid already. The drive is counted anew. */
export async function joinChild(
  context: Context,
  officer: OfficerActor,
  raid: Pick<Raid, 'id' | 'driveId'>,
  recordId: RecordId,
): Promise<boolean> {
  const done = await sql`insert into drive_child (record_id, drive_id, raid_id, office_id, joined_by, joined_at)
    values (${recordId}, ${raid.driveId}, ${raid.id}, ${officer.officeId}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(
    context.db,
  );
  await countSoon(context, raid.driveId);
  return done.numAffectedRows === 1n;
}

/** False if another office joined it, or nobody did. */
export async function takeOut(context: Context, raid: Pick<Raid, 'id' | 'driveId'>, recordId: RecordId): Promise<boolean> {
  const done =
    await sql`delete from drive_child where record_id = ${recordId} and raid_id = ${raid.id} and office_id = app_office()`.execute(
      context.db,
    );
  await countSoon(context, raid.driveId);
  return done.numAffectedRows === 1n;
}

async function countSoon(context: Context, driveId: string): Promise<void> {
  await sql`update drive_counting set next_at = ${context.now} where drive_id = ${driveId}`.execute(context.db);
}

export async function joinedOf(context: Context, recordId: RecordId): Promise<Joined | undefined> {
  const { rows } = await sql<Joined>`select record_id, raid_id, office_id from drive_child where record_id = ${recordId}`.execute(
    context.db,
  );
  return rows[0];
}

/** Of a drive, or of one of its raids. */
export type ChildrenAsked = { driveId: string; raidId?: string | undefined };
export type ChildOfDrive = { recordId: RecordId; raidId: string; officeId: OfficeId; districtName: string };

const asked = ({ driveId, raidId }: ChildrenAsked) =>
  sql`c.drive_id = ${driveId} and (${raidId ?? null}::uuid is null or c.raid_id = ${raidId ?? null})`;

/** Of those the reader sees. */
export async function countChildren(context: Context, about: ChildrenAsked): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from drive_child c where ${asked(about)}`.execute(context.db);
  return rows[0]!.n;
}

export async function pageOfChildren(
  context: Context,
  about: ChildrenAsked,
  { size, page }: { size: number; page: number },
): Promise<ChildOfDrive[]> {
  const { rows } =
    await sql<ChildOfDrive>`select c.record_id, c.raid_id, c.office_id, p.name as district_name from drive_child c join drive_raid a on a.id = c.raid_id
      join district p on p.code = a.district_code where ${asked(about)} order by c.record_id limit ${size} offset ${(page - 1) * size}`.execute(
      context.db,
    );
  return rows;
}

/** For the count: all of a drive, with the district of the raid. */
export async function childrenWithPlace(
  context: Context,
  driveId: string,
): Promise<{ recordId: RecordId; districtCode: string; stateCode: string }[]> {
  const { rows } = await sql<{
    recordId: RecordId;
    districtCode: string;
    stateCode: string;
  }>`select c.record_id, a.district_code, a.state_code
    from drive_child c join drive_raid a on a.id = c.raid_id where c.drive_id = ${driveId}`.execute(context.db);
  return rows;
}
