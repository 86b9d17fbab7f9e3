// Children in care and what stands of them before a Committee, written by bulk statements through the tables the portal keeps: record, description, diary, stay.
import type pg from 'pg';
import { makeReference } from '../../src/kernel/reference.ts';

/** Children of one shape came on the same day and have the same diary, so that duties worked out for one stand for all of them. */
export const SHAPES = 50;

/** An id that sorts by its moment, as the portal's own do, and follows from what it is of: whoever refers to it works it out again. */
const vocabulary = `
  create function pg_temp.id_of(at timestamptz, what text) returns uuid language sql immutable parallel safe as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(what), 1, 3) || '8' || substr(md5(what), 4, 15))::uuid $$`;

/** Child n lives in home n, n homes further on in the same again; a district's homes bring theirs before its first Committee. */
const children = `
  create temp table child as
  with home as (select id, code, district_code, state_code, row_number() over (order by code) - 1 as place from office where kind = 'children-home'),
    seat as (select o.id, o.kind, o.district_code, p.officer_id, row_number() over (partition by o.kind, o.district_code order by o.code, p.id) as nth
      from office o join posting p on p.office_id = o.id where o.kind in ('cwc', 'dcpu') or o.kind = 'children-home'),
    numbered as (select n, n / $2::int as nth, (n / $2::int) % ${SHAPES} as shape from generate_series(0, $1::int - 1) as n)
  select c.n, c.nth, c.shape, date_trunc('day', now()) + interval '4 hours' - (4 + 14 * c.shape) * interval '1 day' as at, 4 + 14 * c.shape as days, pg_temp.id_of(now() - (4 + 14 * c.shape) * interval '1 day', 'r' || c.n) as id,
    h.id as home_id, h.district_code, h.state_code, s.officer_id as keeper, w.id as cwc_id, w.officer_id as member, d.id as dcpu_id, d.officer_id as worker,
    (array['female', 'male'])[1 + c.n % 2] as sex, row_number() over (partition by h.state_code order by c.n) as serial, 2 + c.nth % 3 as orders
  from numbered c join home h on h.place = c.n % $2::int
    join lateral (select p.officer_id from posting p where p.office_id = h.id limit 1) s on true
    join seat w on w.kind = 'cwc' and w.district_code = h.district_code and w.nth = 1
    join seat d on d.kind = 'dcpu' and d.district_code = h.district_code and d.nth = 1`;

const records = `
  insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at, matched_at, matched_version)
    select c.id, 'found', r.reference, 'unidentified', c.home_id, c.district_code, c.state_code, c.at, c.at + interval '2 hours', c.at + interval '2 hours', 1
    from child c join unnest($1::int[], $2::text[]) as r (n, reference) using (n)`;

const told = `
  insert into description (record_id, sex, age_low_months, age_high_months, age_on, age_basis, height_low_cm, height_high_cm, complexion, build, languages, clothing, home_district)
    select id, sex, 48 + n % 130, 66 + n % 130, at::date, 'apparent', 100 + n % 50, 110 + n % 50, 'wheatish', 'thin', '{hi}', 'a blue shirt and grey trousers', district_code from child;
  insert into given_name (record_id, ordinal, bearer, text) select id, o, bearer, first || ' ' || last
    from child cross join (values (0, 'child'), (1, 'father'), (2, 'mother')) as who (o, bearer)
      cross join lateral (select (array['Meera', 'Ravi', 'Pooja', 'Salim', 'Anita', 'Kiran', 'Lakshmi', 'Joseph'])[1 + (n + o * 3) % 8] as first,
        (array['Kumari', 'Devi', 'Das', 'Oraon', 'Khan', 'Naik', 'Bauri'])[1 + n % 7] as last) name;
  insert into mark (record_id, ordinal, kind, site, side, text) select id, 0, 'scar', 'forearm', 'left', 'as long as a thumb' from child where n % 2 = 0;
  insert into found_child (record_id, found_place, found_with, circumstances, condition, belongings, brought_by, efforts_to_trace)
    select id, 'railway station', 'alone', 'sat on the platform since the morning train', 'hungry', 'a school bag', 'childline', 'asked at the stations of the line' from child;
  insert into production (id, record_id, cwc_id, sitting, produced_at, produced_by, journey_minutes, child_heard, placed_with, placed_office_id, recorded_by, recorded_at)
    select pg_temp.id_of(at, 'p' || n), id, cwc_id, 'committee', at + interval '20 hours', 'the home', 0, 'I want to go to school', 'children-home', home_id, member, at + interval '20 hours' from child;
  insert into residence (id, record_id, office_id, unit_id, admission_number, admitted_at, ordered_by, sex, born_about, recorded_by, recorded_at)
    select pg_temp.id_of(at, 's' || n), c.id, home_id, u.id, (1 + nth)::text, at + interval '26 hours', 'committee', c.sex, (at - make_interval(months => 57 + n % 130))::date, keeper, at + interval '26 hours'
    from child c join institution_unit u on u.office_id = c.home_id and u.sex = c.sex`;

/** Hours since the child was found, who writes, and what. A shape's later entries are those its days allow. */
const diary = `
  create temp table written (place int, happening text, hours int, by text, facts text);
  insert into written values
    (1, 'found.found', 0, 'home', '{}'), (2, 'found.registered', 2, 'home', '{"place": "cci"}'), (3, 'found.productionReportFiled', 5, 'home', '{}'),
    (4, 'found.produced', 20, 'cwc', '{"sitting": "committee"}'), (5, 'found.placed', 21, 'cwc', '{"with": "children-home"}'),
    (6, 'inquiry.orderMade', 24, 'cwc', '{"type": "interim-custody"}'), (7, 'care.admitted', 26, 'home', '{"home": "%home%"}'),
    (8, 'inquiry.orderMade', 48, 'cwc', '{"type": "social-report"}'), (9, 'inquiry.reportOrdered', 48, 'cwc', '{"order": "%order%", "dueOn": "%day%"}'),
    (10, 'inquiry.scheduleFixed', 72, 'cwc', '{}'),
    (11, 'inquiry.stepScheduled', 72, 'cwc', '{"reference": "a", "step": "report", "plannedFor": "%day%"}'),
    (12, 'inquiry.stepScheduled', 72, 'cwc', '{"reference": "b", "step": "care-plan", "plannedFor": "%day%"}'),
    (13, 'inquiry.stepScheduled', 72, 'cwc', '{"reference": "c", "step": "final-order", "plannedFor": "%day%"}'),
    (14, 'inquiry.reportSubmitted', 360, 'dcpu', '{"order": "%order%"}'), (15, 'inquiry.stepDone', 361, 'cwc', '{"reference": "a", "step": "report"}'),
    (16, 'inquiry.hearingHeld', 384, 'cwc', '{}'), (17, 'care.planMade', 672, 'home', '{"version": 1}'),
    (18, 'inquiry.stepDone', 696, 'cwc', '{"reference": "b", "step": "care-plan"}'), (19, 'inquiry.hearingHeld', 1104, 'cwc', '{}'),
    (20, 'care.progressReported', 1440, 'home', '{}'), (21, 'inquiry.hearingHeld', 1824, 'cwc', '{}'), (22, 'care.progressReported', 2160, 'home', '{}'),
    (23, 'care.progressReported', 4320, 'home', '{}'), (24, 'care.progressReported', 7200, 'home', '{}'), (25, 'inquiry.orderMade', 7300, 'cwc', '{"type": "in-need"}');
  insert into diary_entry (id, record_id, happening, facts, happened_at, recorded_at, by_officer, by_office, door)
    select pg_temp.id_of(c.at, 'e' || n || '-' || place), c.id, happening,
      replace(replace(replace(facts, '%home%', home_id::text), '%order%', pg_temp.id_of(c.at, 'o' || n || '-2')::text), '%day%', (c.at + interval '20 days')::date::text)::jsonb,
      c.at + hours * interval '1 hour', c.at + (hours + 1) * interval '1 hour',
      case by when 'home' then keeper when 'cwc' then member else worker end, case by when 'home' then home_id when 'cwc' then cwc_id else dcpu_id end, 'desk'
    from child c join written w on w.hours + 2 < c.days * 24 order by c.n, place`;

export async function fillChildren(client: pg.Client, homes: number, many: number, say: (line: string) => void): Promise<void> {
  await client.query(vocabulary);
  await client.query(children, [many, homes]);
  await client.query('create index on child (n); create index on child (shape); analyze child');
  const { rows } = await client.query<{ n: number; state: string; serial: number }>(
    'select n, state_code as state, serial::int from child',
  );
  say(`records of ${rows.length} children …`);
  const references = rows.map(({ state, serial }) => makeReference('found', state, 2026, serial));
  await client.query(records, [rows.map(({ n }) => n), references]);
  await client.query(told);
  say('their diaries …');
  await client.query(diary);
}
