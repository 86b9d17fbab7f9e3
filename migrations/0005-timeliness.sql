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
-- a citizen writes is no office's entry. What another system wrote down was entered when it was written down there.
create table entry_lag (
  month date not null constraint entry_lag_month check (extract(day from month) = 1),
  office_id uuid not null constraint entry_lag_office references office,
  happening text not null,
  bucket smallint not null constraint entry_lag_bucket check (bucket between 0 and 25),
  entries int not null constraint entry_lag_entries check (entries > 0),
  primary key (month, office_id, happening, bucket)
) with (fillfactor = 80); -- a count that grows stays on its page

-- What another system wrote down, by the month in which it did and how long it then took to reach here: for that the office does not answer. Corrections
-- count too, since each was carried.
create table arrival_lag (
  month date not null constraint arrival_lag_month check (extract(day from month) = 1),
  state_code text not null constraint arrival_lag_state references state,
  district_code text not null constraint arrival_lag_district references district,
  bucket smallint not null constraint arrival_lag_bucket check (bucket between 0 and 25),
  entries int not null constraint arrival_lag_entries check (entries > 0),
  primary key (month, state_code, district_code, bucket)
) with (fillfactor = 80);

-- Written by this transaction and not counted yet: empty again before it commits. Not unlogged: after a crash such an index was found unreadable in a copied database.
create table lag_uncounted (
  written_in xid8 not null default pg_current_xact_id(),
  office_id uuid not null,
  happening text not null,
  happened_at timestamptz not null,
  entered_at timestamptz,
  recorded_at timestamptz not null,
  is_correction boolean not null
);
create index lag_uncounted_written_in on lag_uncounted (written_in);
-- One row while a transaction has entries to be counted: what it does at its end is done once, however many there are.
create table lag_writer (written_in xid8 primary key default pg_current_xact_id());

-- Once per statement, however many rows it wrote.
create function lag_noted() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not app_bulk() then
    insert into lag_uncounted (office_id, happening, happened_at, entered_at, recorded_at, is_correction)
      select by_office, happening, happened_at, entered_at, recorded_at, corrects is not null from new_entries where by_office is not null;
    if found then insert into lag_writer default values on conflict do nothing; end if;
  end if;
  return null;
end $$;
create trigger lag_noted after insert on diary_entry referencing new table as new_entries for each statement execute function lag_noted();

-- All at once as the transaction commits: counts of many offices are then held for a moment, and by every writer in one order. Counted with each statement
-- they would be held as long as a worker settles hundreds of messages, in the order in which those came. One office's writers wait for each other.
-- Offices share 256 locks: one for each would fill the server's table of locks when a nation is loaded.
create function lag_counted() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(5, turn) from (select distinct abs(hashtext(office_id::text) % 256) as turn from lag_uncounted
    where written_in = pg_current_xact_id() and not is_correction order by 1) as writing;
  insert into entry_lag (month, office_id, happening, bucket, entries)
    select indian_month(happened_at), office_id, happening, lag_bucket(happened_at, coalesce(entered_at, recorded_at)), count(*)
    from lag_uncounted where written_in = pg_current_xact_id() and not is_correction group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (month, office_id, happening, bucket) do update set entries = entry_lag.entries + excluded.entries;
  insert into arrival_lag (month, state_code, district_code, bucket, entries)
    select indian_month(e.entered_at), o.state_code, o.district_code, lag_bucket(e.entered_at, e.recorded_at), count(*)
    from lag_uncounted e join office o on o.id = e.office_id where e.written_in = pg_current_xact_id() and e.entered_at is not null and o.district_code is not null
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (month, state_code, district_code, bucket) do update set entries = arrival_lag.entries + excluded.entries;
  delete from lag_uncounted where written_in = pg_current_xact_id();
  delete from lag_writer where written_in = pg_current_xact_id();
  return null;
end $$;
create constraint trigger lag_counted after insert on lag_writer deferrable initially deferred for each row execute function lag_counted();

-- All over again from the diary: after a load that switched the counting off.
create function count_entry_lag() returns void language sql security definer set search_path = public as $$
  delete from entry_lag;
  insert into entry_lag (month, office_id, happening, bucket, entries)
    select indian_month(happened_at), by_office, happening, lag_bucket(happened_at, coalesce(entered_at, recorded_at)), count(*)
    from diary_entry where by_office is not null and corrects is null group by 1, 2, 3, 4 order by 1, 2, 3, 4;
  delete from arrival_lag;
  insert into arrival_lag (month, state_code, district_code, bucket, entries)
    select indian_month(e.entered_at), o.state_code, o.district_code, lag_bucket(e.entered_at, e.recorded_at), count(*)
    from diary_entry e join office o on o.id = e.by_office where e.entered_at is not null and o.district_code is not null group by 1, 2, 3, 4;
$$;
revoke execute on function count_entry_lag, lag_noted, lag_counted from public;
grant select on entry_lag, arrival_lag to vatsalya_desk, vatsalya_worker;

-- Of obligations, for others to read: which offices have a duty open and since when it is late. Of no child: it passes row security and names no record.
create view office_open_duty as select office_id, late_after from obligation where ending is null and suspended_at is null and not late_when_known;
grant select on office_open_duty to vatsalya_desk;

-- The same counts by State and by district, for the pages of the nation and of a State: a month of a million children is a million counts, too many
-- to add up for each reader. The worker adds them up anew every few minutes; a reader is told when. Kept with the entries themselves, all offices of
-- a place would wait for each other. `within`: 'IN' for a State, the State's code for a district.
create table place_lag (
  month date not null,
  within text not null,
  place text not null,
  kind text not null,
  happening text not null,
  buckets smallint[] not null,
  entries bigint[] not null, -- as many, in the same order
  primary key (month, within, place, kind, happening)
);
create table place_standing (
  month date not null,
  within text not null,
  place text not null,
  kind text not null,
  offices int not null,
  silent int not null,
  oldest_late timestamptz,
  counted_at timestamptz not null,
  primary key (month, within, place, kind)
);
create function count_places(of_month date, at timestamptz) returns void language sql security definer set search_path = public as $$
  delete from place_lag where month = of_month;
  delete from place_standing where month = of_month;
  with summed as materialized (select o.state_code, o.district_code, o.kind, l.happening, l.bucket, sum(l.entries) as entries
      from entry_lag l join office o on o.id = l.office_id where l.month = of_month and o.district_code is not null group by 1, 2, 3, 4, 5),
    by_state as (select state_code, kind, happening, bucket, sum(entries) as entries from summed group by 1, 2, 3, 4)
  insert into place_lag
    select of_month, state_code, district_code, kind, happening, array_agg(bucket), array_agg(entries) from summed group by 2, 3, 4, 5
    union all select of_month, 'IN', state_code, kind, happening, array_agg(bucket), array_agg(entries) from by_state group by 3, 4, 5;
  with standing as materialized (select o.state_code, o.district_code, o.kind, count(*) as offices,
      count(*) filter (where not exists (select from entry_lag l where l.month = of_month and l.office_id = o.id)) as silent, min(late.late_after) as oldest
    from office o left join lateral (select d.late_after from office_open_duty d where d.office_id = o.id and d.late_after < at order by d.late_after limit 1) late on true
    where o.district_code is not null and o.opened_on < of_month + interval '1 month' and (o.closed_on is null or o.closed_on > of_month) group by 1, 2, 3)
  insert into place_standing
    select of_month, state_code, district_code, kind, offices, silent, oldest, at from standing
    union all select of_month, 'IN', state_code, kind, sum(offices), sum(silent), min(oldest), at from standing group by 3, 4;
$$;
revoke execute on function count_places from public;
grant execute on function count_places to vatsalya_worker;
grant select on place_lag, place_standing to vatsalya_desk, vatsalya_worker;

-- Why an entry came late, once, in the words of the office that made it. It never holds up the entry itself.
create table late_reason (
  entry_id uuid primary key constraint late_reason_entry references diary_entry (id),
  record_id uuid not null constraint late_reason_record references record,
  office_id uuid not null constraint late_reason_office references office,
  month date not null, -- in which it happened
  code text not null constraint late_reason_code check (code in ('no-connectivity', 'portal-down', 'told-late', 'staff-absent', 'waiting-for-paper', 'transferred', 'other')),
  note text,
  given_by uuid constraint late_reason_officer references officer,
  given_at timestamptz not null,
  constraint late_reason_other_in_words check (code <> 'other' or note is not null)
);
create index late_reason_office_month on late_reason (office_id, month);
create index late_reason_record_id on late_reason (record_id);
create trigger late_reason_append_only before update or delete on late_reason for each row execute function diary_is_append_only();
call secure_table('late_reason');
create policy late_reason_read on late_reason for select to vatsalya_desk using (office_id = app_office() or (select true from record r where r.id = record_id));
-- For one's own entry, in one's own name.
create policy late_reason_given on late_reason for insert to vatsalya_desk with check (office_id = app_office() and given_by = app_officer()
  and exists (select from diary_entry e where e.id = entry_id and e.record_id = late_reason.record_id and e.by_office = app_office() and e.corrects is null
    and indian_month(e.happened_at) = month));
grant select, insert on late_reason to vatsalya_desk;
-- How many late entries of an office have a reason; of no child.
create view late_reason_count as select office_id, month, count(*)::int as reasons from late_reason group by office_id, month;
grant select on late_reason_count to vatsalya_desk;

-- An office's own slow entries, the latest first: of the others there is nothing to ask.
create index diary_entry_slow on diary_entry (by_office, happened_at) where corrects is null and by_office is not null and recorded_at - happened_at > interval '1 hour';

-- An office that entered nothing says why, once a month.
create table nil_return (
  office_id uuid not null constraint nil_return_office references office,
  month date not null constraint nil_return_month check (extract(day from month) = 1),
  code text not null constraint nil_return_code check (code in ('nothing-happened', 'entered-elsewhere', 'no-connectivity', 'portal-down', 'staff-absent', 'other')),
  note text,
  given_by uuid not null constraint nil_return_officer references officer,
  given_at timestamptz not null,
  primary key (office_id, month),
  constraint nil_return_other_in_words check (code <> 'other' or note is not null)
);
create trigger nil_return_append_only before update or delete on nil_return for each row execute function diary_is_append_only();
call secure_table('nil_return');
create policy nil_return_read on nil_return for select to vatsalya_desk using (true);
create policy nil_return_given on nil_return for insert to vatsalya_desk with check (office_id = app_office() and given_by = app_officer());
grant select, insert on nil_return to vatsalya_desk;

-- A month as the district's protection unit certified it: frozen, and told apart by its digest from anything written in afterwards.
create table lag_certificate (
  id uuid primary key,
  district_code text not null constraint lag_certificate_district references district,
  month date not null constraint lag_certificate_month check (extract(day from month) = 1),
  digest text not null constraint lag_certificate_digest check (digest ~ '^[0-9a-f]{64}$'),
  office_id uuid not null constraint lag_certificate_office references office,
  certified_by uuid not null constraint lag_certificate_officer references officer,
  certified_at timestamptz not null,
  constraint lag_certificate_once unique (district_code, month),
  constraint lag_certificate_over check (indian_month(certified_at) > month)
);
create table lag_certificate_row (
  certificate_id uuid not null constraint lag_certificate_row_certificate references lag_certificate,
  office_id uuid not null constraint lag_certificate_row_office references office,
  entries int not null,
  timed int not null,
  in_time int not null,
  reasons int not null,
  nil_code text,
  primary key (certificate_id, office_id)
);
do $$
declare name text;
begin
  foreach name in array array['lag_certificate', 'lag_certificate_row'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function diary_is_append_only()', name || '_append_only', name);
    call secure_table(name);
    execute format('create policy %I on %I for select to vatsalya_desk using (true)', name || '_read', name);
    execute format('grant select, insert on %I to vatsalya_desk', name);
  end loop;
end $$;
create policy lag_certificate_given on lag_certificate for insert to vatsalya_desk
  with check (app_role() = 'child-protection-officer' and office_id = app_office() and district_code = app_district() and certified_by = app_officer());
create policy lag_certificate_row_given on lag_certificate_row for insert to vatsalya_desk
  with check (exists (select from lag_certificate c where c.id = certificate_id and c.certified_by = app_officer() and c.office_id = app_office()));
