// The found child of the story lives in the home that registered it, is on leave, spent a night there, and is to move: a row of each table of homes that is of children.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import type { Nation, Who } from '../database/tools.ts';

export async function liveInHome(nation: Nation, found: ChildRecord, who: Who, word: (of: string) => string): Promise<void> {
  const { admin, clock } = nation;
  const { officeId } = nation.officer(who);
  const elsewhere = nation.officer('home-superintendent Kannur').officeId;
  const [unit, residence] = [newId(), newId()];
  await sql`insert into institution (office_id, run_by, changed_at) values (${officeId}, 'government', ${clock.now})`.execute(admin);
  await sql`insert into institution_unit (id, office_id, kind, sex, strength, opened_on) values (${unit}, ${officeId}, 'children-home', 'combined', 25, '2020-01-01')`.execute(
    admin,
  );
  await sql`insert into residence (id, record_id, office_id, unit_id, admission_number, admitted_at, ordered_by, belongings, recorded_at)
    values (${residence}, ${found.id}, ${officeId}, ${unit}, '1', ${clock.now}, 'not-yet', ${word('residence')}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into home_absence (id, residence_id, record_id, office_id, kind, from_at, place, recorded_at)
    values (${newId()}, ${residence}, ${found.id}, ${officeId}, 'hospital', ${clock.now}, ${word('absence')}, ${clock.now})`.execute(admin);
  await sql`insert into home_absence (id, residence_id, record_id, office_id, kind, from_at, due_back_at, back_at, with_whom, recorded_at)
    values (${newId()}, ${residence}, ${found.id}, ${officeId}, 'leave', ${clock.now}, ${clock.now}::timestamptz + interval '1 day', ${clock.now}, ${word('leave')}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into overnight_stay (id, record_id, office_id, brought_by, brought_at, ended_at, ended_how, recorded_at)
    values (${newId()}, ${found.id}, ${officeId}, ${word('night')}, ${clock.now}, ${clock.now}, 'admitted', ${clock.now})`.execute(admin);
  await sql`insert into sibling_tie (record_id, other_id, told_at) select least(${found.id}::uuid, r.id), greatest(${found.id}::uuid, r.id), ${clock.now}
    from record r where r.kind = 'missing' limit 1`.execute(admin);
  await sql`insert into home_transfer (id, record_id, residence_id, to_office_id, order_number, ordered_on, reason, asked_at, answer, answered_at)
    values (${newId()}, ${found.id}, ${residence}, ${elsewhere}, 'T/1', '2026-11-23', ${word('transfer')}, ${clock.now}, 'withdrawn', ${clock.now})`.execute(
    admin,
  );
}

/** Recognised in the district of whoever enters it. */
export async function fitFacility({ admin, clock, officer }: Nation, who: Who): Promise<string> {
  const id = newId();
  const { officerId, districtCode, stateCode } = officer(who);
  await sql`insert into fit_body (id, kind, name, district_code, state_code, serves, applied_on, certificate_number, certified_on, recorded_by, recorded_at)
    values (${id}, 'facility', 'Ganga Sadan', ${districtCode}, ${stateCode}, 'girls', '2026-10-01', 'FF/1', '2026-11-01', ${officerId}, ${clock.now})`.execute(
    admin,
  );
  return id;
}
