// The found child of the story was rescued in a drive of its State: in one raid, of which the police know who is accused.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import type { Nation, Who } from '../database/tools.ts';

export type DriveStory = { driveId: string; raidId: string };

/** Answers also the word that stands sealed in it. The drive touches Bihar too, so that its page is one to every office of the story. */
export async function rescuedIn(
  nation: Nation,
  found: ChildRecord,
  who: Who,
  word: (of: string) => string,
): Promise<DriveStory & { sealed: string }> {
  const { admin, clock } = nation;
  const [driveId, raidId] = [newId(), newId()];
  const by = nation.officer(who);
  const police = nation.officer('investigating-officer Kozhikode');
  await sql`insert into drive (id, name, order_number, order_authority, ordered_on, from_on, to_on, agencies, states, whole_states, office_id, made_by, made_at)
    values (${driveId}, 'Operation Muskurahat', 'D/7', 'District Magistrate', '2026-11-01', '2026-11-10', '2026-11-30', '{police}', '{KL,BR}', '{KL,BR}', ${by.officeId},
      ${by.officerId}, ${clock.now})`.execute(admin);
  await sql`insert into drive_member values (${driveId}, 1, 1, 'police', 'R. Ekka', 'Inspector')`.execute(admin);
  await sql`insert into drive_counting values (${driveId}, ${clock.now}, ${clock.now})`.execute(admin);
  await sql`insert into drive_count values (${driveId}, 'KL', ${by.districtCode}, 'children', 1)`.execute(admin);
  await sql`insert into drive_raid (id, drive_id, district_code, state_code, place, raided_at, office_id, recorded_by, recorded_at)
    values (${raidId}, ${driveId}, ${by.districtCode}, 'KL', 'a brick kiln', ${found.happenedAt}, ${police.officeId}, ${police.officerId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into drive_child values (${found.id}, ${driveId}, ${raidId}, ${by.officeId}, ${by.officerId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into drive_accused (id, raid_id, words_sealed, office_id, recorded_by, recorded_at)
    values (${newId()}, ${raidId}, ${nation.tools('desk').seal(word('accused'))}, ${police.officeId}, ${police.officerId}, ${clock.now})`.execute(
    admin,
  );
  return { driveId, raidId, sealed: word('accused') };
}
