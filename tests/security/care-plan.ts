// The found child of the story has a care plan, decided, reviewed, reported on, a day of release, and a case history: a row of each of its tables, every word sealed.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import type { Nation, Who } from '../database/tools.ts';

/** Answers the words that stand sealed in it. */
export async function planInHome(nation: Nation, found: ChildRecord, who: Who, committee: Who, word: (of: string) => string): Promise<string[]> {
  const { admin, clock } = nation;
  const { officeId, officerId } = nation.officer(who);
  const cwc = nation.officer(committee);
  const [plan, progress] = [newId(), newId()];
  const words: string[] = [];
  const sealed = (name: string): Buffer => {
    words.push(word(name));
    return nation.tools('desk').seal(JSON.stringify({ [name]: word(name) }));
  };
  await sql`insert into care_plan (id, record_id, version, office_id, begun_at, begun_by, words_sealed, heard, ladder)
    values (${plan}, ${found.id}, 1, ${officeId}, ${clock.now}, ${officerId}, ${sealed('wishes')}, 'spoken', 'kin')`.execute(admin);
  await sql`insert into care_need (plan_id, record_id, domain, concern, words_sealed, saved_at, saved_by)
    values (${plan}, ${found.id}, 'emotional', 'high', ${sealed('goal')}, ${clock.now}, ${officerId})`.execute(admin);
  await sql`update care_plan set made_at = ${clock.now}, made_by = ${officerId} where id = ${plan}`.execute(admin);
  await sql`insert into care_plan_decision (id, plan_id, record_id, decision, reasons_sealed, office_id, decided_by, decided_at)
    values (${newId()}, ${plan}, ${found.id}, 'approved', ${sealed('reasons')}, ${cwc.officeId}, ${cwc.officerId}, ${clock.now})`.execute(admin);
  await sql`insert into care_review (id, plan_id, record_id, reviewed_on, outcome, words_sealed, office_id, recorded_by, recorded_at)
    values (${newId()}, ${plan}, ${found.id}, '2026-11-24', 'continue', ${sealed('sat')}, ${officeId}, ${officerId}, ${clock.now})`.execute(admin);
  await sql`insert into care_progress (id, plan_id, record_id, from_on, to_on, interviewed_on, words_sealed, office_id, reported_by, reported_at)
    values (${progress}, ${plan}, ${found.id}, '2026-11-23', '2026-11-24', '2026-11-24', ${sealed('conduct')}, ${officeId}, ${officerId}, ${clock.now})`.execute(admin);
  await sql`insert into care_progress_mark values (${progress}, ${found.id}, 'emotional', 2)`.execute(admin);
  await sql`insert into care_release (id, record_id, planned_for, words_sealed, fixed_at, fixed_by, reported_at, reported_by, office_id)
    values (${newId()}, ${found.id}, '2026-12-20', ${sealed('destination')}, ${clock.now}, ${officerId}, ${clock.now}, ${officerId}, ${officeId})`.execute(admin);
  await sql`insert into case_history (record_id, part, edit, words_sealed, office_id, saved_by, saved_at)
    values (${found.id}, 'family', 1, ${sealed('members')}, ${officeId}, ${officerId}, ${clock.now})`.execute(admin);
  return words;
} // prettier-ignore
