// The found child of the story has a case under the POCSO Act, with a support person and a step, and somebody asked for a sealed part: every word sealed.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import type { Nation, Who } from '../database/tools.ts';

export async function sealedInFile(
  nation: Nation,
  found: ChildRecord,
  { police, committee }: { police: Who; committee: Who },
  word: (of: string) => string,
): Promise<{ askingId: string; words: string[] }> {
  const { admin, clock } = nation;
  const [station, cwc] = [nation.officer(police), nation.officer(committee)];
  const [askingId, caseId] = [newId() as string, newId() as string];
  const words: string[] = [];
  const sealed = (name: string): Buffer => {
    words.push(word(name));
    return nation.tools('desk').seal(JSON.stringify({ [name]: word(name) }));
  };
  await sql`insert into unsealing (id, record_id, class, purpose, need_sealed, asked_by, asked_office, asked_at)
    values (${askingId}, ${found.id}, 'medical', 'inquiry', ${sealed('need')}, ${station.officerId}, ${station.officeId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into sexual_offence_case (id, record_id, station_id, setting, taken_at, words_sealed, recorded_by, recorded_at)
    values (${caseId}, ${found.id}, ${station.officeId}, 'shared-household', ${clock.now}, ${sealed('offence')}, ${station.officerId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into support_person (id, case_id, record_id, kind, words_sealed, from_on, cwc_id, named_by, named_at)
    values (${newId()}, ${caseId}, ${found.id}, 'interpreter', ${sealed('interpreter')}, '2026-11-24', ${cwc.officeId}, ${cwc.officerId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into sexual_offence_step (id, case_id, record_id, kind, happened_at, words_sealed, office_id, recorded_by, recorded_at)
    values (${newId()}, ${caseId}, ${found.id}, 'told-court', ${clock.now}, ${sealed('told')}, ${station.officeId}, ${station.officerId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into unfit_child (record_id, unfit_at, words_sealed, recorded_by, recorded_at)
    values (${found.id}, ${clock.now}, ${sealed('illness')}, ${cwc.officerId}, ${clock.now})`.execute(admin);
  return { askingId, words };
}
