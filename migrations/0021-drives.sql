-- Rescue drives: an order, its raids, the children of each raid, and how many of them stand where. Nothing of a child is entered twice: what is told of the
-- children is read from their diaries and care plans.

-- A drive is known to the nation's offices, to who ordered it, and to the offices of its States; what of it each may open, permissions say.
create function drive_seen(made_in uuid, states text[]) returns boolean language sql stable parallel safe as $$
  select app_reach() = 'nation' or app_role() = 'ministry-official' or made_in = app_office() or (app_state() <> '' and app_state() = any (states))
$$;

create table drive (
  id uuid primary key,
  name text not null,
  order_number text not null,
  order_authority text not null,
  ordered_on date not null,
  from_on date not null,
  to_on date not null,
  agencies text[] not null constraint drive_agencies check (cardinality(agencies) > 0),
  states text[] not null constraint drive_states check (cardinality(states) > 0), -- every State it touches
  whole_states text[] not null default '{}',
  districts text[] not null default '{}',
  office_id uuid not null constraint drive_office references office,
  made_by uuid not null constraint drive_officer references officer,
  made_at timestamptz not null,
  constraint drive_in_order check (ordered_on <= from_on and from_on <= to_on),
  constraint drive_somewhere check (cardinality(whole_states) + cardinality(districts) > 0)
);
create index drive_from_on on drive (from_on desc, id);

create table drive_member (
  drive_id uuid not null constraint drive_member_drive references drive,
  position int not null,
  team int not null constraint drive_member_team check (team between 1 and 99),
  agency text not null,
  officer_name text not null,
  designation text not null,
  primary key (drive_id, position)
);

create table drive_raid (
  id uuid primary key,
  drive_id uuid not null constraint drive_raid_drive references drive,
  district_code text not null constraint drive_raid_district references district,
  state_code text not null constraint drive_raid_state references state,
  place text not null,
  raided_at timestamptz not null,
  office_id uuid not null constraint drive_raid_office references office,
  recorded_by uuid not null constraint drive_raid_officer references officer,
  recorded_at timestamptz not null,
  constraint drive_raid_of_drive unique (id, drive_id)
);
create index drive_raid_drive_id on drive_raid (drive_id, raided_at);

-- Counted by the worker: of the children rescued in one district, how many stand where (figures/figure.ts names the figures).
create table drive_count (
  drive_id uuid not null constraint drive_count_drive references drive,
  state_code text not null constraint drive_count_state references state,
  district_code text not null constraint drive_count_district references district,
  figure text not null,
  children int not null constraint drive_count_children check (children > 0),
  primary key (drive_id, district_code, figure)
);
create table drive_counting (
  drive_id uuid primary key constraint drive_counting_drive references drive,
  counted_at timestamptz, -- null: not yet
  next_at timestamptz not null
);
create index drive_counting_next_at on drive_counting (next_at);

call secure_table('drive');
create policy drive_read on drive for select to vatsalya_desk using (drive_seen(office_id, states));
create policy drive_made on drive for insert to vatsalya_desk with check (office_id = app_office() and made_by = app_officer() and is_now(made_at)
  and app_role() in ('district-nodal-officer', 'state-nodal-officer', 'national-nodal-officer', 'ministry-official')
  -- nobody orders a drive beyond the own State, save who answers for the nation
  and (app_role() in ('national-nodal-officer', 'ministry-official') or states = array[app_state()]));
do $$
declare kept text;
begin
  foreach kept in array array['drive_member', 'drive_raid', 'drive_count', 'drive_counting'] loop
    call secure_table(kept);
    execute format('create policy %I on %I for select to vatsalya_desk using ((select true from drive d where d.id = drive_id))', kept || '_read', kept);
    execute format('grant select on %I to vatsalya_desk, vatsalya_worker', kept);
  end loop;
end $$;
create policy drive_member_named on drive_member for insert to vatsalya_desk with check ((select d.office_id = app_office() from drive d where d.id = drive_id));
create policy drive_counting_begun on drive_counting for insert to vatsalya_desk with check ((select d.office_id = app_office() from drive d where d.id = drive_id));
create policy drive_counting_again on drive_counting for update to vatsalya_desk using ((select true from drive d where d.id = drive_id));
-- In the own district.
create policy drive_raid_recorded on drive_raid for insert to vatsalya_desk with check (office_id = app_office() and recorded_by = app_officer() and is_now(recorded_at)
  and district_code = app_district() and (select true from drive d where d.id = drive_id));
grant select, insert on drive, drive_member, drive_raid, drive_counting to vatsalya_desk;
grant update (next_at) on drive_counting to vatsalya_desk;
grant select on drive to vatsalya_worker;
grant insert, delete on drive_count to vatsalya_worker;
grant update (counted_at, next_at) on drive_counting to vatsalya_worker;

-- A found record is of one finding: a child stands in one raid, once.
create table drive_child (
  record_id uuid primary key constraint drive_child_record references record,
  drive_id uuid not null,
  raid_id uuid not null,
  office_id uuid not null constraint drive_child_office references office,
  joined_by uuid not null constraint drive_child_officer references officer,
  joined_at timestamptz not null,
  constraint drive_child_raid foreign key (raid_id, drive_id) references drive_raid (id, drive_id)
);
create index drive_child_drive_id on drive_child (drive_id, record_id);
create index drive_child_raid_id on drive_child (raid_id);
call secure_table('drive_child');
create policy drive_child_read on drive_child for select to vatsalya_desk using ((select true from record r where r.id = record_id));
create policy drive_child_joined on drive_child for insert to vatsalya_desk with check (office_id = app_office() and joined_by = app_officer() and is_now(joined_at)
  and (select r.kind = 'found' from record r where r.id = record_id) and (select true from drive_raid a where a.id = raid_id));
-- Joined to the wrong raid: taken out by the office that joined it, and joined anew.
create policy drive_child_taken_out on drive_child for delete to vatsalya_desk using (office_id = app_office());
grant select, insert, delete on drive_child to vatsalya_desk;
grant select on drive_child to vatsalya_worker;

-- Who kept the children at work, or brought them there: for the police of the district alone, and sealed.
create function keeps_accused(raid uuid) returns boolean language sql stable security definer set search_path = public as $$
  select app_role() in ('station-in-charge', 'investigating-officer', 'child-welfare-police-officer', 'duty-officer', 'juvenile-police-head',
      'anti-trafficking-officer', 'railway-officer')
    and exists (select from drive_raid a where a.id = raid and a.district_code = app_district())
$$;
revoke execute on function keeps_accused from public;
grant execute on function keeps_accused to vatsalya_desk;
create table drive_accused (
  id uuid primary key,
  raid_id uuid not null constraint drive_accused_raid references drive_raid,
  words_sealed bytea not null,
  office_id uuid not null constraint drive_accused_office references office,
  recorded_by uuid not null constraint drive_accused_officer references officer,
  recorded_at timestamptz not null
);
create index drive_accused_raid_id on drive_accused (raid_id, recorded_at);
call secure_table('drive_accused');
create policy drive_accused_read on drive_accused for select to vatsalya_desk using (keeps_accused(raid_id));
create policy drive_accused_named on drive_accused for insert to vatsalya_desk with check (office_id = app_office() and recorded_by = app_officer()
  and is_now(recorded_at) and keeps_accused(raid_id));
grant select, insert on drive_accused to vatsalya_desk;
