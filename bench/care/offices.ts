// The nation's offices of care, invented: districts as they are, Committees and Boards, protection units, homes, and who sits in them.
import type pg from 'pg';
import { districts, states } from '../../seed/places/places.ts';

export const COMMITTEES = 781;
export const BOARDS = 774;
/** As many as there are in the nation: of fewer homes a district has no fewer, so that a Committee's day is as long. */
const HOMES_IN_A_DISTRICT = 4;
/** Of every Committee: who signs its orders. */
const MEMBERS = 3;

/** Offices of a kind go round the districts, or the first so many of them, in the order of their codes. */
const found = `
  insert into office (id, kind, code, name, district_code, state_code, opened_on)
  select gen_random_uuid(), $1, $2 || '-' || lpad(n::text, 4, '0'), $3 || ' ' || lpad(n::text, 4, '0'), p.code, p.state_code, date '2010-01-01'
  from generate_series(0, $4::int - 1) as n join (select *, row_number() over (order by code) - 1 as place, count(*) over () as many from district) p on p.place = n % least(p.many, $5::int)`;

const staff = `
  with seat as (select id as office_id, code, role, n, gen_random_uuid() as officer_id from office join unnest($1::text[], $2::text[], $3::int[]) as s (kind, role, many) using (kind)
      cross join lateral generate_series(1, s.many) as n),
    people as (insert into officer (id, name, email) select officer_id, 'Officer ' || code || ' ' || left(role, 3) || n, lower(code) || '-' || role || n || '@care.example' from seat)
  insert into posting (id, officer_id, office_id, role, from_on) select gen_random_uuid(), officer_id, office_id, role, date '2020-01-01' from seat`;

const institutions = `
  insert into institution (office_id, run_by, registration_number, registered_on, registered_until, changed_at)
    select id, 'organisation', code, date '2022-01-01', date '2027-01-01', now() from office where kind = 'children-home';
  insert into institution_unit (id, office_id, kind, sex, strength, opened_on)
    select gen_random_uuid(), office_id, 'children-home', sex, 45, date '2020-01-01' from institution cross join unnest(array['female', 'male']) as sex`;

/** Every second day of two years a sitting that was held by all, and the week to come. `ago` counts the days since. */
const sittings = `
  insert into committee_sitting (id, cwc_id, sits_at, sits_on, bench, held_at, recorded_by, recorded_at)
    select gen_random_uuid(), o.id, at, (at at time zone 'Asia/Kolkata')::date, 'committee', case when ago > 0 then at end, m.officer_id, least(at, now())
    from office o join lateral (select officer_id from posting where office_id = o.id limit 1) m on true
      cross join generate_series(-6, 720, 2) as ago
      cross join lateral (select (date_trunc('day', now() at time zone 'Asia/Kolkata') + interval '11 hours') at time zone 'Asia/Kolkata' - ago * interval '1 day' as at) day
    where o.kind = 'cwc';
  insert into sitting_member (sitting_id, officer_id) select s.id, p.officer_id from committee_sitting s join posting p on p.office_id = s.cwc_id where s.held_at is not null`;

export async function fillOffices(client: pg.Client, homes: number): Promise<void> {
  for (const { code, lgdCode, name, languages } of states)
    await client.query('insert into state values ($1, $2, $3, null, $4)', [code, lgdCode, name, languages]);
  for (const { code, stateCode, name, latitude, longitude } of districts)
    await client.query('insert into district values ($1, $2, $3, null, $4, $5)', [code, stateCode, name, latitude, longitude]);
  for (const office of [
    ['cwc', 'CWC', 'Committee', COMMITTEES],
    ['jjb', 'JJB', 'Board', BOARDS],
    ['dcpu', 'DCPU', 'Protection unit', districts.length],
    ['police-station', 'PS', 'Station', districts.length],
    ['children-home', 'HOME', 'Home', homes],
  ] as const)
    await client.query(found, [...office, office[0] === 'children-home' ? Math.ceil(homes / HOMES_IN_A_DISTRICT) : districts.length]);
  await client.query(staff, [
    ['cwc', 'cwc', 'dcpu', 'children-home', 'jjb', 'police-station'],
    ['cwc-chairperson', 'cwc-member', 'child-protection-officer', 'home-superintendent', 'jjb-magistrate', 'investigating-officer'],
    [1, MEMBERS - 1, 1, 1, 1, 1],
  ]);
  await client.query(institutions);
  await client.query(sittings);
}
