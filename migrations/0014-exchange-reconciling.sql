-- Reconciling the police's system with the children's database: where the two are not one, row by row; how each place stands; who fell silent.

-- A row of one of five standing lists. It opens when the two differ and ends when they do not, by what the records and messages say; nobody strikes it off.
create table exchange_mismatch (
  id uuid primary key,
  list text not null constraint exchange_mismatch_list check (list in ('no-record', 'no-paper', 'traced-in-one', 'differs', 'duplicate')),
  reason text not null, -- a code
  subject text not null, -- what it is about: no two open rows of a list are about one thing for one reason
  record_id uuid constraint exchange_mismatch_record references record,
  other_record_id uuid constraint exchange_mismatch_other_record references record,
  paper_key text, -- as the police's system names it; of papers that are not here too
  station_id uuid constraint exchange_mismatch_station references office, -- null: the paper names a station there is not
  state_code text not null,
  district_code text,
  since timestamptz not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint exchange_mismatch_ended check (ended_at >= opened_at)
);
create unique index exchange_mismatch_open on exchange_mismatch (list, reason, subject) where ended_at is null;
create index exchange_mismatch_state on exchange_mismatch (state_code, list, since, id) where ended_at is null;
create index exchange_mismatch_district on exchange_mismatch (district_code, list, since, id) where ended_at is null;
create index exchange_mismatch_station on exchange_mismatch (station_id, list, since, id) where ended_at is null;
create index exchange_mismatch_list on exchange_mismatch (list, since, id) where ended_at is null;
create index exchange_mismatch_record on exchange_mismatch (record_id) where record_id is not null;
create index exchange_mismatch_other_record on exchange_mismatch (other_record_id) where other_record_id is not null;
-- What the police's system has open: papers a child of which may be traced here.
create index exchange_paper_standing_open on exchange_paper (state_code) where standing = 'open' and last_sequence is not null;

-- Records of which something changed since the lists of their State were last gone through: these alone are looked at, and what stands on the lists.
create table exchange_record_due (
  record_id uuid primary key constraint exchange_record_due_record references record,
  state_code text not null
);
create index exchange_record_due_state_code on exchange_record_due (state_code);
-- How far the diary was read for it; one row.
create table exchange_changes_noted (
  diary_sequence bigint not null, -- what was recorded until ten minutes before
  at timestamptz not null
);
create unique index exchange_changes_noted_once on exchange_changes_noted ((true));
-- When a State was last gone through whole, whatever changed: once a day.
create table exchange_whole_round (
  state_code text primary key,
  at timestamptz not null
);
call secure_table('exchange_record_due');
call secure_table('exchange_changes_noted');
call secure_table('exchange_whole_round');
grant select, insert, update, delete on exchange_record_due to vatsalya_worker;
grant select, insert, update on exchange_changes_noted, exchange_whole_round to vatsalya_worker;

call secure_table('exchange_mismatch');
create policy exchange_mismatch_read on exchange_mismatch for select to vatsalya_desk using (case (select app_reach())
  when 'nation' then true
  when 'state' then state_code = (select app_state())
  when 'district' then district_code = (select app_district())
  when 'office' then station_id = (select app_office())
  else false end);
grant select on exchange_mismatch to vatsalya_desk;
grant select, insert, update on exchange_mismatch to vatsalya_worker;

-- Which step of lag a span falls in, by seconds: 0 is up to one second, 21 more than a year; an upper border belongs to its step. The same borders stand
-- in src/modules/fir-exchange/figures/lag-steps.ts, which a test holds equal to these.
create function exchange_lag_step(earlier timestamptz, later timestamptz) returns smallint language sql immutable parallel safe as $$
  select (21 - width_bucket(-extract(epoch from later - earlier)::float8, array[-31536000, -2592000, -604800, -259200, -172800, -86400, -28800, -14400, -7200,
    -3600, -1800, -900, -600, -300, -120, -60, -30, -10, -5, -2, -1]::float8[]))::smallint
$$;
create function indian_day(at timestamptz) returns date language sql immutable parallel safe as $$ select (at at time zone 'Asia/Kolkata')::date $$;

-- Messages by the day they came, by State and district (that of the station; '' where the portal knows none of that code), and what became of them since.
create table exchange_day (
  day date not null,
  state_code text not null,
  district_code text not null,
  received int not null,
  waiting int not null,
  applied int not null,
  parked int not null,
  quarantined int not null,
  ignored int not null,
  last_received timestamptz not null,
  oldest_open timestamptz, -- of those waiting, parked or in quarantine
  primary key (day, state_code, district_code)
);
-- How long FIRs that took effect were on their way: registered → sent → received → visible to an officer, and the whole way.
create table exchange_day_lag (
  day date not null,
  state_code text not null,
  district_code text not null,
  step text not null constraint exchange_day_lag_step check (step in ('sent', 'received', 'visible', 'whole')),
  bucket smallint not null,
  entries int not null,
  primary key (day, state_code, district_code, step, bucket)
);
-- A day is read from its own part of the table, however long the table is.
create index exchange_message_received_at on exchange_message using brin (received_at) with (pages_per_range = 32);

-- Days to be counted again: today, the day before, and those of which something was settled, or said anew, since that moment. Null: all.
create function exchange_days_due(since timestamptz, at timestamptz) returns setof date language sql stable security definer set search_path = public as $$
  select indian_day(at) union select indian_day(at) - 1
  union select indian_day(m.received_at) from exchange_message m where since is null
  union select indian_day(m.received_at) from exchange_message m where m.settled_at > m.received_at and m.settled_at >= since - interval '10 minutes'
  union select indian_day(m.received_at) from exchange_message m where m.said_anew_at >= since - interval '10 minutes'
$$;

create function count_exchange_day(of_day date) returns void language sql security definer set search_path = public as $$
  delete from exchange_day where day = of_day;
  delete from exchange_day_lag where day = of_day;
  with came as materialized (
    select coalesce(n.state_code, split_part(m.paper_key, '/', 1), '') as state_code, case when o.state_code = coalesce(n.state_code, split_part(m.paper_key, '/', 1))
        then o.district_code else '' end as district_code, case when m.said_anew_at is null then m.state else 'ignored' end as state, m.type, m.event_at, m.sent_at, m.received_at, m.visible_at
    from exchange_message m join exchange_node n on n.code = m.node_code
      join exchange_delivery d on d.id = m.delivery_id and d.source <> 'file' -- a file of the past is no word of that day
      left join office o on o.code = coalesce(split_part(m.paper_key, '/', 3), m.outline ->> 'station')
    where m.received_at >= of_day::timestamp at time zone 'Asia/Kolkata' and m.received_at < (of_day + 1)::timestamp at time zone 'Asia/Kolkata'),
  counted as (
    insert into exchange_day select of_day, state_code, district_code, count(*), count(*) filter (where state = 'received'), count(*) filter (where state = 'applied'),
        count(*) filter (where state = 'parked'), count(*) filter (where state = 'quarantined'), count(*) filter (where state = 'ignored'), max(received_at),
        min(received_at) filter (where state in ('received', 'parked', 'quarantined'))
      from came group by 2, 3)
  insert into exchange_day_lag select of_day, c.state_code, c.district_code, lag.step, lag.bucket, count(*)
    from came c cross join lateral (values ('sent', exchange_lag_step(c.event_at, c.sent_at)), ('received', exchange_lag_step(c.sent_at, c.received_at)),
      ('visible', exchange_lag_step(c.received_at, c.visible_at)), ('whole', exchange_lag_step(c.event_at, c.visible_at))) as lag (step, bucket)
    where c.type = 'FIR.registered' and c.state = 'applied' group by 2, 3, 4, 5;
$$;

-- The same added up for the pages, as `place_lag` is: by State (within 'IN') and by district (within its State), of today and of the last thirty days.
create table exchange_standing (
  within text not null,
  place text not null,
  period text not null constraint exchange_standing_period check (period in ('today', 'month')),
  received bigint not null,
  waiting bigint not null,
  applied bigint not null,
  parked bigint not null,
  quarantined bigint not null,
  ignored bigint not null,
  primary key (within, place, period)
);
create table exchange_standing_lag (
  within text not null,
  place text not null,
  period text not null,
  step text not null,
  buckets smallint[] not null,
  entries bigint[] not null, -- as many, in the same order
  primary key (within, place, period, step)
);
-- How each place stands now. `stations_whole` of `stations` compared by digest: until `complete_up_to` nothing was missing in any of them.
create table exchange_place (
  within text not null,
  place text not null,
  last_heard timestamptz,
  oldest_open timestamptz,
  no_record int not null,
  no_paper int not null,
  traced_in_one int not null,
  differs int not null,
  duplicate int not null,
  stations int not null,
  stations_whole int not null,
  complete_up_to timestamptz,
  counted_at timestamptz not null,
  primary key (within, place)
);
create function count_exchange_places(at timestamptz) returns void language sql security definer set search_path = public as $$
  delete from exchange_standing;
  with days as (select p.period, d.* from exchange_day d join (values ('today', indian_day(at)), ('month', indian_day(at) - 29)) as p (period, first) on d.day >= p.first),
    placed as (select 'IN' as within, state_code as place, * from days union all select state_code, district_code, * from days)
  insert into exchange_standing select within, place, period, sum(received), sum(waiting), sum(applied), sum(parked), sum(quarantined), sum(ignored)
    from placed group by 1, 2, 3;
  delete from exchange_standing_lag;
  with days as (select p.period, d.* from exchange_day_lag d join (values ('today', indian_day(at)), ('month', indian_day(at) - 29)) as p (period, first) on d.day >= p.first),
    placed as (select 'IN' as within, state_code as place, * from days union all select state_code, district_code, * from days),
    summed as (select within, place, period, step, bucket, sum(entries) as entries from placed group by 1, 2, 3, 4, 5)
  insert into exchange_standing_lag select within, place, period, step, array_agg(bucket), array_agg(entries) from summed group by 1, 2, 3, 4;
  delete from exchange_place;
  with came as (select state_code, district_code, max(last_received) as last_heard, min(oldest_open) as oldest_open from exchange_day group by 1, 2),
    heard as (select n.state_code, '' as district_code, max(d.received_at) as last_heard from exchange_node n
      cross join lateral (select received_at from exchange_delivery d where d.node_code = n.code and d.source = 'node' and d.refused is null order by received_at desc limit 1) d
      where n.state_code is not null group by 1),
    differing as (select state_code, coalesce(district_code, '') as district_code, list, count(*) as open from exchange_mismatch where ended_at is null group by 1, 2, 3),
    proved as (select o.state_code, coalesce(o.district_code, '') as district_code, count(*) as stations, count(d.complete_up_to) as whole, min(d.complete_up_to) as up_to
      from exchange_digest d join office o on o.code = d.station_code group by 1, 2),
    facts as (select state_code, district_code, last_heard, oldest_open, null as list, 0 as open, 0 as stations, 0 as whole, null::timestamptz as up_to from came
      union all select state_code, district_code, last_heard, null, null, 0, 0, 0, null from heard
      union all select state_code, district_code, null, null, list, open, 0, 0, null from differing
      union all select state_code, district_code, null, null, null, 0, stations, whole, up_to from proved),
    placed as (select 'IN' as within, state_code as place, * from facts union all select state_code, district_code, * from facts)
  insert into exchange_place select within, place, max(last_heard), min(oldest_open), coalesce(sum(open) filter (where list = 'no-record'), 0),
      coalesce(sum(open) filter (where list = 'no-paper'), 0), coalesce(sum(open) filter (where list = 'traced-in-one'), 0),
      coalesce(sum(open) filter (where list = 'differs'), 0), coalesce(sum(open) filter (where list = 'duplicate'), 0), sum(stations), sum(whole),
      case when sum(stations) = sum(whole) then min(up_to) end, at
    from placed group by 1, 2;
$$;
revoke execute on function exchange_days_due, count_exchange_day, count_exchange_places from public;
grant execute on function exchange_days_due, count_exchange_day, count_exchange_places to vatsalya_worker;
grant select on exchange_day, exchange_day_lag, exchange_standing, exchange_standing_lag, exchange_place to vatsalya_desk, vatsalya_worker;

-- A police node, or the FIRs of a district, that stopped coming: until it speaks again, or the State says why.
create table exchange_silence (
  id uuid primary key,
  node_code text not null constraint exchange_silence_node references exchange_node,
  state_code text constraint exchange_silence_state references state, -- null: of the national grid
  district_code text constraint exchange_silence_district references district, -- null: the node itself
  since timestamptz not null, -- the last that was heard, or the opening of a node never heard
  opened_at timestamptz not null,
  office_id uuid not null constraint exchange_silence_office references office, -- whose duty it is
  reason text constraint exchange_silence_reason check (reason in ('maintenance', 'line-down', 'no-cases', 'node-moved', 'other')),
  words text,
  explained_by uuid constraint exchange_silence_explained_by references officer,
  explained_at timestamptz,
  ended_at timestamptz,
  constraint exchange_silence_of_grid check (state_code is not null or district_code is null),
  constraint exchange_silence_other_in_words check (reason is distinct from 'other' or words is not null),
  constraint exchange_silence_grid_in_words check (reason is distinct from 'no-cases' or state_code is not null or words is not null),
  constraint exchange_silence_explained check ((reason is null) = (explained_at is null) and (reason is null) = (explained_by is null))
);
create unique index exchange_silence_open on exchange_silence (node_code, coalesce(district_code, '')) where ended_at is null;
create index exchange_silence_state on exchange_silence (state_code, opened_at desc);
call secure_table('exchange_silence');
create policy exchange_silence_read on exchange_silence for select to vatsalya_desk using (case (select app_reach())
  when 'nation' then true when 'state' then state_code = (select app_state()) when 'district' then district_code = (select app_district()) else false end);
create policy exchange_silence_explained on exchange_silence for update to vatsalya_desk using (ended_at is null and reason is null and office_id = app_office())
  with check (office_id = app_office() and explained_by = app_officer());
grant select, update (reason, words, explained_by, explained_at) on exchange_silence to vatsalya_desk;
grant select, insert, update on exchange_silence to vatsalya_worker;
-- The State's nodal officer says why in the office's own journal.
create policy office_entry_silence on office_entry for insert to vatsalya_desk
  with check (door = 'desk' and written_in = pg_current_xact_id() and by_officer = app_officer() and by_office = app_office() and office_id = app_office()
    and is_now(recorded_at) and is_now(happened_at) and happening = 'office.silenceExplained'
    and exists (select from exchange_silence s where s.id::text = facts ->> 'reference' and s.office_id = app_office()));
