-- How soon what happened was entered: counts of entries by how late they came, why some came late, why an office entered nothing, and months certified.

-- The month in India, by its first day.
create function indian_month(at timestamptz) returns date language sql immutable parallel safe as $$
  select date_trunc('month', at at time zone 'Asia/Kolkata')::date
$$;

-- Which step of lag an entry falls in: 0 is up to a quarter of an hour, 25 is more than a year; an upper border belongs to its step, as exactly at
-- the limit is in time. The same borders stand in src/modules/timeliness/lag.ts, which a test holds equal to these.
create function lag_bucket(happened timestamptz, recorded timestamptz) returns smallint language sql immutable parallel safe as $$
  select (25 - width_bucket(-extract(epoch from recorded - happened)::float8 / 3600, array[-8760, -4320, -2160, -1440, -720, -504, -336, -240, -168,
    -120, -96, -72, -48, -36, -24, -18, -12, -8, -6, -4, -3, -2, -1, -0.5, -0.25]::float8[]))::smallint
$$;

-- Entries of each office, by the month in which the thing happened and how late it was entered. A correction is no new event, and what the portal or
-- a citizen writes is no office's entry.
create table entry_lag (
  month date not null constraint entry_lag_month check (extract(day from month) = 1),
  office_id uuid not null constraint entry_lag_office references office,
  happening text not null,
  bucket smallint not null constraint entry_lag_bucket check (bucket between 0 and 25),
  entries int not null constraint entry_lag_entries check (entries > 0),
  primary key (month, office_id, happening, bucket)
) with (fillfactor = 80); -- a count that grows stays on its page

-- Once per statement, however many rows it wrote. One office's writers wait for each other, so that no two of them take the same counts in another order.
create function entry_lag_counted() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if current_setting('app.bulk', true) is distinct from 'on' then
    perform pg_advisory_xact_lock(5, hashtext(office::text))
      from (select distinct by_office as office from new_entries where by_office is not null and corrects is null order by 1) as writing;
    insert into entry_lag (month, office_id, happening, bucket, entries)
      select indian_month(happened_at), by_office, happening, lag_bucket(happened_at, recorded_at), count(*)
      from new_entries where by_office is not null and corrects is null group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (month, office_id, happening, bucket) do update set entries = entry_lag.entries + excluded.entries;
  end if;
  return null;
end $$;
create trigger entry_lag_counted after insert on diary_entry referencing new table as new_entries for each statement execute function entry_lag_counted();

-- All over again from the diary: after a load that switched the counting off.
create function count_entry_lag() returns void language sql security definer set search_path = public as $$
  delete from entry_lag;
  insert into entry_lag (month, office_id, happening, bucket, entries)
    select indian_month(happened_at), by_office, happening, lag_bucket(happened_at, recorded_at), count(*)
    from diary_entry where by_office is not null and corrects is null group by 1, 2, 3, 4 order by 1, 2, 3, 4;
$$;
revoke execute on function count_entry_lag, entry_lag_counted from public;
grant select on entry_lag to vatsalya_desk, vatsalya_worker;

-- Of obligations, for others to read: which offices have a duty open and since when it is late. Of no child: it passes row security and names no record.
create view office_open_duty as select office_id, late_after from obligation where ending is null and suspended_at is null;
grant select on office_open_duty to vatsalya_desk;
