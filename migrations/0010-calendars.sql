-- Days on which offices are closed: of each State, and of the nation, one list of holidays a year; and which Saturdays a State's order closes. None of it is
-- about a child. Everything is only ever added: a mistake is corrected by a list that replaces the one before, a new order by a new row. Each counts from the
-- day it was brought on: a day gone by stays open or closed as it was said to be when it came.

-- `state_code` null: of the nation, counted in every State. `place` only so that a list and the one it replaces are of the same place and year.
create table holiday_list (
  id uuid primary key,
  state_code text constraint holiday_list_state references state,
  place text not null generated always as (coalesce(state_code, 'IN')) stored,
  year int not null constraint holiday_list_year check (year between 2015 and 2100),
  source text not null, -- the notification's number
  notified_on date not null,
  replaces uuid constraint holiday_list_replaced_once unique,
  imported_by uuid not null constraint holiday_list_officer references officer,
  imported_at timestamptz not null,
  constraint holiday_list_of_year unique (id, place, year),
  constraint holiday_list_replaces foreign key (replaces, place, year) references holiday_list (id, place, year)
);
create unique index holiday_list_first on holiday_list (place, year) where replaces is null;

create table holiday (
  list_id uuid not null constraint holiday_of_list references holiday_list,
  day date not null,
  name text not null,
  kind text not null constraint holiday_kind check (kind in ('gazetted', 'restricted')), -- a restricted one closes no office
  primary key (list_id, day, name)
);

-- Which Saturdays of a month are closed from a day on; of two orders from the same day the later recorded counts.
create table closed_saturdays (
  id uuid primary key,
  state_code text not null constraint closed_saturdays_state references state,
  from_on date not null,
  saturdays int[] not null constraint closed_saturdays_of_month check (saturdays <@ array[1, 2, 3, 4, 5]),
  source text not null,
  recorded_by uuid not null constraint closed_saturdays_officer references officer,
  recorded_at timestamptz not null
);
create index closed_saturdays_state_code on closed_saturdays (state_code, from_on);

-- A list read and shown, waiting for its yes. Only who read it in sees it.
create table calendar_import (
  id uuid primary key,
  officer_id uuid not null constraint calendar_import_officer references officer,
  state_code text constraint calendar_import_state references state,
  year int not null,
  source text not null,
  notified_on date not null,
  rows jsonb not null,
  read_at timestamptz not null,
  applied_at timestamptz
);
create index calendar_import_age on calendar_import (read_at);

do $$
declare kept text;
begin
  foreach kept in array array['holiday_list', 'holiday', 'closed_saturdays', 'calendar_import'] loop
    call secure_table(kept);
    if kept <> 'calendar_import' then
      -- Any door that writes a diary works out its duties, and so reads the days.
      execute format('create policy %I on %I for select to vatsalya_desk, vatsalya_citizen using (true)', kept || '_read', kept);
      execute format('create trigger %I before update or delete on %I for each row execute function diary_is_append_only()', kept || '_append_only', kept);
      execute format('grant select on %I to vatsalya_desk, vatsalya_citizen, vatsalya_worker', kept);
    end if;
  end loop;
end $$;
create policy calendar_import_own on calendar_import to vatsalya_desk using (officer_id = app_officer()) with check (officer_id = app_officer());
grant select, insert on calendar_import to vatsalya_desk;
grant update (applied_at) on calendar_import to vatsalya_desk;
grant select (read_at), delete on calendar_import to vatsalya_worker;

-- The State nodal officer keeps the calendar of the State, the national nodal officer every calendar, the nation's own too.
create function must_keep_calendar(of_state text) returns void language plpgsql stable security definer set search_path = public as $$
begin
  if not coalesce(case app_role() when 'national-nodal-officer' then true when 'state-nodal-officer' then of_state = app_state() end, false) then
    raise exception 'the calendar is not kept by the officer who asks' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Whoever works out duties shares this lock until the end of the transaction; whoever changes a calendar holds it alone. So no duty worked out by the old
-- calendar is stored after the change began to be carried to the stored ones.
create function share_calendars() returns void language sql as $$ select pg_advisory_xact_lock_shared(7, 7) $$;

-- A whole list with its days. `rows`: [{day, name, kind}]. Fails on a key if another list came first.
create function import_holidays(list uuid, of_state text, of_year int, by_source text, on_day date, replaced uuid, rows jsonb, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_calendar(of_state);
  if not is_now(at) then raise exception 'a list is brought now' using errcode = 'insufficient_privilege'; end if; -- it counts from the day it came
  perform pg_advisory_xact_lock(7, 7);
  select greatest(at, l.imported_at + interval '1 millisecond') into at from (select replaced as id) r left join holiday_list l using (id); -- after the one it replaces
  insert into holiday_list (id, state_code, year, source, notified_on, replaces, imported_by, imported_at)
    values (list, of_state, of_year, by_source, on_day, replaced, app_officer(), at);
  if exists (select from jsonb_to_recordset(rows) as r (day date) where extract(year from r.day) <> of_year) then
    raise exception 'a day outside the year of its list' using errcode = 'check_violation';
  end if;
  -- As MOST_CLOSED in calendars/import-plan.ts; a test compares them.
  if (select count(distinct r.day) from jsonb_to_recordset(rows) as r (day date, kind text) where r.kind = 'gazetted') > 90 then
    raise exception 'a list that closes more days than any State does' using errcode = 'check_violation';
  end if;
  insert into holiday select list, r.day, r.name, r.kind from jsonb_to_recordset(rows) as r (day date, name text, kind text);
end $$;

create function close_saturdays(new_order uuid, of_state text, first_day date, closed int[], by_source text, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_calendar(of_state);
  if not is_now(at) then raise exception 'an order is recorded now' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(7, 7);
  insert into closed_saturdays values (new_order, of_state, first_day, closed, by_source, app_officer(), at);
end $$;
revoke execute on function must_keep_calendar, share_calendars, import_holidays, close_saturdays from public;
grant execute on function share_calendars to vatsalya_desk, vatsalya_citizen, vatsalya_worker;
grant execute on function import_holidays, close_saturdays to vatsalya_desk;
