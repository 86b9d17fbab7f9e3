-- Homes for children: the register, who lives there, who is away, who spends a night there, and who visits. Fit facilities and fit persons.

-- Whose homes an officer sees as institutions: how large they are, how full, when they were visited. Never who lives there. As oversight(), and the Committee.
create function homes_seen() returns text language sql stable parallel safe as $$
  select case when app_role() in ('cwc-chairperson', 'cwc-member') then 'district:' || app_district() else oversight() end
$$;

create table institution (
  office_id uuid primary key constraint institution_office references office,
  run_by text not null constraint institution_run_by check (run_by in ('government', 'organisation')),
  runner text, -- the organisation, or the department
  registration_number text,
  registered_on date,
  registered_until date,
  grant_approved boolean not null default false,
  address text,
  latitude real constraint institution_latitude check (latitude between 6 and 38),
  longitude real constraint institution_longitude check (longitude between 68 and 98),
  station_id uuid constraint institution_station references office, -- of the place: told when a child is gone
  version int not null default 1,
  changed_by uuid constraint institution_officer references officer,
  changed_at timestamptz not null,
  constraint institution_registration_whole check ((registration_number is null) = (registered_on is null)),
  constraint institution_registration_order check (registered_until > registered_on),
  constraint institution_located_whole check ((latitude is null) = (longitude is null))
);

-- A home may hold several units; an office of this kind that has none yet holds nobody.
create table institution_unit (
  id uuid primary key,
  office_id uuid not null constraint institution_unit_institution references institution,
  kind text not null constraint institution_unit_kind check (kind in
    ('children-home', 'special-needs-home', 'open-shelter', 'adoption-agency', 'aftercare-home')),
  sex text not null constraint institution_unit_sex check (sex in ('female', 'male', 'combined')),
  strength int not null constraint institution_unit_strength check (strength between 1 and 1000),
  opened_on date not null,
  closed_on date,
  constraint institution_unit_period check (closed_on >= opened_on)
);
create index institution_unit_office_id on institution_unit (office_id);

-- Kept by the district's child protection unit, which registers for the State (s.41).
create function keeps_home(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select app_role() = 'child-protection-officer' and exists (select from office o where o.id = asked and o.kind = 'children-home' and o.district_code = app_district())
$$;
revoke execute on function keeps_home from public;
grant execute on function keeps_home to vatsalya_desk;

do $$
declare kept text;
begin
  foreach kept in array array['institution', 'institution_unit'] loop
    call secure_table(kept);
    execute format('create policy %I on %I for select to vatsalya_desk using (office_id = (select app_office())
      or (select lies_in((select homes_seen()), o.district_code, o.state_code) from office o where o.id = office_id))', kept || '_read', kept);
    execute format('create policy %I on %I for insert to vatsalya_desk with check (keeps_home(office_id))', kept || '_added', kept);
    execute format('create policy %I on %I for update to vatsalya_desk using (keeps_home(office_id)) with check (keeps_home(office_id))', kept || '_changed', kept);
    execute format('grant select, insert, update on %I to vatsalya_desk', kept);
    execute format('grant select on %I to vatsalya_worker', kept);
  end loop;
end $$;

-- One stay of one child in one home. `sex` and `born_about` follow the child's description: the register counts by them without opening a record.
create table residence (
  id uuid primary key,
  record_id uuid not null constraint residence_record references record,
  office_id uuid not null constraint residence_institution references institution,
  unit_id uuid not null constraint residence_unit references institution_unit,
  admission_number text not null,
  admitted_at timestamptz not null,
  ordered_by text not null constraint residence_ordered_by check (ordered_by in ('committee', 'single-member', 'transfer', 'not-yet')),
  order_number text,
  ordered_on date,
  belongings text,
  over_strength_reason text, -- why the child was taken although every place was filled
  apart_reason text, -- why brothers and sisters live in two homes
  sex text,
  born_about date,
  left_at timestamptz,
  left_how text constraint residence_left_how check (left_how in ('restored', 'family-care', 'aftercare', 'other-institution', 'transferred', 'died', 'other')),
  left_to text,
  left_order_number text,
  left_ordered_on date,
  recorded_by uuid constraint residence_officer references officer,
  recorded_at timestamptz not null,
  constraint residence_left_whole check ((left_at is null) = (left_how is null)),
  constraint residence_left_after check (left_at >= admitted_at),
  constraint residence_admission_number_once unique (office_id, admission_number)
);
-- A child has one place at a time, whatever two homes write at one moment.
create unique index residence_open_once on residence (record_id) where left_at is null;
create index residence_counted on residence (office_id, unit_id, sex, born_about) where left_at is null;
create index residence_record_id on residence (record_id, admitted_at);
create index residence_office_id on residence (office_id, admitted_at);

create table home_transfer (
  id uuid primary key,
  record_id uuid not null constraint home_transfer_record references record,
  residence_id uuid not null constraint home_transfer_residence references residence,
  to_office_id uuid not null constraint home_transfer_to references office,
  order_number text not null,
  ordered_on date not null,
  reason text not null,
  apart_reason text,
  asked_by uuid constraint home_transfer_asked_by references officer,
  asked_at timestamptz not null,
  answer text constraint home_transfer_answer check (answer in ('accepted', 'refused', 'withdrawn')),
  answer_reason text,
  answered_by uuid constraint home_transfer_answered_by references officer,
  answered_at timestamptz,
  answered_in xid8, -- the transaction in which the other home accepted: in it, and no later, it takes the child in
  constraint home_transfer_answered_whole check ((answer is null) = (answered_at is null))
);
create unique index home_transfer_open_once on home_transfer (record_id) where answer is null;
create index home_transfer_to_open on home_transfer (to_office_id) where answer is null;

-- Whether a home may take the child in: it registered the child itself, the Committee placed the child there, or it has just accepted a transfer.
create function may_admit(asked uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return app_role() in ('home-superintendent', 'home-worker') and (
    exists (select from record r where r.id = asked and r.kind = 'found' and r.office_id = app_office())
    or app_office() = (select p.placed_office_id from production p where p.record_id = asked order by p.produced_at desc, p.recorded_at desc limit 1)
    or exists (select from home_transfer t where t.record_id = asked and t.to_office_id = app_office() and t.answer = 'accepted'
      and t.answered_in = pg_current_xact_id()));
end $$;
revoke execute on function may_admit from public;
grant execute on function may_admit to vatsalya_desk;

create table home_absence (
  id uuid primary key,
  residence_id uuid not null constraint home_absence_residence references residence,
  record_id uuid not null constraint home_absence_record references record,
  office_id uuid not null constraint home_absence_office references office,
  kind text not null constraint home_absence_kind check (kind in ('leave', 'hospital', 'missing')),
  from_at timestamptz not null,
  due_back_at timestamptz,
  back_at timestamptz,
  place text,
  with_whom text,
  order_number text,
  words text,
  missing_id uuid constraint home_absence_missing references record, -- the report the portal opened
  recorded_by uuid constraint home_absence_officer references officer,
  recorded_at timestamptz not null,
  constraint home_absence_order check (back_at >= from_at),
  constraint home_absence_leave_ends check (kind <> 'leave' or due_back_at > from_at)
);
create unique index home_absence_open_once on home_absence (residence_id) where back_at is null;
create index home_absence_office_id on home_absence (office_id, from_at);
create index home_absence_record_id on home_absence (record_id);

create table overnight_stay (
  id uuid primary key,
  record_id uuid not null constraint overnight_stay_record references record,
  office_id uuid not null constraint overnight_stay_office references institution,
  brought_by text not null,
  brought_at timestamptz not null,
  due_at timestamptz, -- the hour by which the police take the child over, if they said one
  condition text,
  ended_at timestamptz,
  ended_how text constraint overnight_stay_ended_how check (ended_how in ('taken-over', 'not-taken-over', 'admitted')),
  ended_by text,
  recorded_by uuid constraint overnight_stay_officer references officer,
  recorded_at timestamptz not null,
  constraint overnight_stay_order check (due_at > brought_at and ended_at >= brought_at),
  constraint overnight_stay_ended_whole check ((ended_at is null) = (ended_how is null))
);
create unique index overnight_stay_open_once on overnight_stay (record_id) where ended_at is null;
create index overnight_stay_office_id on overnight_stay (office_id, brought_at);

-- A child's care is read by the home itself, the Committee and the child protection unit of the child's district; by no nodal officer, whose reach is wider.
create function reads_care() returns boolean language sql stable parallel safe as $$
  select app_role() in ('child-protection-officer', 'cwc-chairperson', 'cwc-member')
$$;
do $$
declare kept text;
begin
  foreach kept in array array['residence', 'home_absence', 'overnight_stay'] loop
    call secure_table(kept);
    execute format('create policy %I on %I for select to vatsalya_desk using (office_id = (select app_office())
      or ((select reads_care()) and (select true from record r where r.id = record_id)))', kept || '_read', kept);
    execute format('grant select on %I to vatsalya_desk, vatsalya_worker', kept);
  end loop;
end $$;
create policy residence_admitted on residence for insert to vatsalya_desk with check (office_id = app_office() and may_admit(record_id));
create policy residence_changed on residence for update to vatsalya_desk using (office_id = app_office()) with check (office_id = app_office());
grant insert, update (unit_id, belongings, left_at, left_how, left_to, left_order_number, left_ordered_on) on residence to vatsalya_desk;
create policy home_absence_added on home_absence for insert to vatsalya_desk with check (office_id = app_office()
  and exists (select from residence s where s.id = residence_id and s.record_id = home_absence.record_id and s.office_id = app_office() and s.left_at is null));
create policy home_absence_changed on home_absence for update to vatsalya_desk using (office_id = app_office()) with check (office_id = app_office());
grant insert, update (back_at, words) on home_absence to vatsalya_desk;
grant update (missing_id) on home_absence to vatsalya_worker;
create policy overnight_stay_added on overnight_stay for insert to vatsalya_desk with check (office_id = app_office() and may_admit(record_id));
create policy overnight_stay_changed on overnight_stay for update to vatsalya_desk using (office_id = app_office()) with check (office_id = app_office());
grant insert, update (ended_at, ended_how, ended_by) on overnight_stay to vatsalya_desk;

call secure_table('home_transfer');
create policy home_transfer_read on home_transfer for select to vatsalya_desk using ((to_office_id = (select app_office()) and answer is distinct from 'withdrawn')
  or exists (select from residence s where s.id = residence_id and s.office_id = (select app_office()))
  or ((select reads_care()) and (select true from record r where r.id = record_id)));
create policy home_transfer_asked on home_transfer for insert to vatsalya_desk with check (answer is null and asked_by = app_officer()
  and exists (select from residence s where s.id = residence_id and s.record_id = home_transfer.record_id and s.office_id = app_office() and s.left_at is null)
  and exists (select from office o where o.id = to_office_id and o.kind = 'children-home' and o.id <> app_office()));
create policy home_transfer_answered on home_transfer for update to vatsalya_desk
  using (answer is null and (to_office_id = app_office() or exists (select from residence s where s.id = residence_id and s.office_id = app_office())))
  with check (answered_by = app_officer() and case when to_office_id = app_office() then answer in ('accepted', 'refused') else answer = 'withdrawn' end);
grant select, insert, update (answer, answer_reason, answered_by, answered_at) on home_transfer to vatsalya_desk;
grant select on home_transfer to vatsalya_worker;

create function home_transfer_answered_now() returns trigger language plpgsql as $$
begin
  new.answered_in := pg_current_xact_id();
  return new;
end $$;
create trigger home_transfer_answered_now before update on home_transfer for each row execute function home_transfer_answered_now();

-- While it is asked the other home reads the file it is to decide on.
create function home_transfer_lets_in() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.answer is null then
    insert into record_access (record_id, office_id, ground, since) values (new.record_id, new.to_office_id, 'placement', new.asked_at)
      on conflict (record_id, office_id, ground) do update set until = null;
  else
    update record_access set until = greatest(since, new.answered_at) where record_id = new.record_id and office_id = new.to_office_id and ground = 'placement' and until is null;
  end if;
  if new.answer = 'accepted' then
    update residence set left_at = new.answered_at, left_how = 'transferred', left_order_number = new.order_number, left_ordered_on = new.ordered_on,
        left_to = (select name from office where id = new.to_office_id)
      where id = new.residence_id and left_at is null;
    update home_absence set back_at = greatest(from_at, new.answered_at) where residence_id = new.residence_id and back_at is null;
  end if;
  return null;
end $$;
create trigger home_transfer_lets_in after insert or update on home_transfer for each row execute function home_transfer_lets_in();

-- The Committee's placement lets the home in to the child it is to take.
create function placement_lets_in() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update record_access set until = greatest(since, new.recorded_at) where record_id = new.record_id and ground = 'placement' and until is null and office_id is distinct from new.placed_office_id;
  insert into record_access (record_id, office_id, ground, since) select new.record_id, o.id, 'placement', new.recorded_at from office o
    where o.id = new.placed_office_id and o.kind = 'children-home' and not exists (select from record r where r.id = new.record_id and r.office_id = o.id)
    on conflict (record_id, office_id, ground) do update set until = null;
  return null;
end $$;
create trigger placement_lets_in after insert on production for each row execute function placement_lets_in();

-- Whom placements and transfers asked let in, for the homes' own list.
create view placement_access with (security_invoker) as select record_id, office_id from record_access where ground = 'placement' and until is null;
grant select on placement_access to vatsalya_desk;

-- The record is where the child is: it goes with the child to the home, whose Committee and protection unit must see it. Whoever held it before reads on;
-- a home that gave the child away does not, since a home sees its own residents only.
create function residence_takes_record() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into record_access (record_id, office_id, ground, since) select r.id, o.id, 'transfer', new.recorded_at
    from record r join office o on o.id = r.office_id where r.id = new.record_id and o.id <> new.office_id and o.kind <> 'children-home'
    on conflict (record_id, office_id, ground) do update set until = null;
  update record r set office_id = o.id, district_code = coalesce(o.district_code, r.district_code), state_code = coalesce(o.state_code, r.state_code)
    from office o where o.id = new.office_id and r.id = new.record_id and r.office_id <> o.id;
  update record_access set until = greatest(since, new.recorded_at) where record_id = new.record_id and office_id = new.office_id and until is null;
  return null;
end $$;
create trigger residence_takes_record after insert on residence for each row execute function residence_takes_record();

-- For counting: as the child is described now. The middle of the told ages, on the day they were told.
create function born_about(d description) returns date language sql immutable as $$
  select coalesce(d.birth_date, (d.age_on - make_interval(months => (d.age_low_months + coalesce(d.age_high_months, d.age_low_months)) / 2))::date)
$$;
create function residence_described() returns trigger language plpgsql security definer set search_path = public as $$
declare d description;
begin
  select * into d from description where record_id = new.record_id;
  new.sex := d.sex;
  new.born_about := born_about(d);
  return new;
end $$;
create trigger residence_described before insert on residence for each row execute function residence_described();
create function description_recounts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update residence set sex = new.sex, born_about = born_about(new) where record_id = new.record_id and left_at is null;
  return null;
end $$;
create trigger description_recounts after update on description for each row
  when ((new.sex, new.birth_date, new.age_low_months, new.age_high_months, new.age_on) is distinct from (old.sex, old.birth_date, old.age_low_months, old.age_high_months, old.age_on))
  execute function description_recounts();

-- Brothers and sisters, as somebody said; in one order, so that a pair stands once.
create table sibling_tie (
  record_id uuid not null constraint sibling_tie_record references record,
  other_id uuid not null constraint sibling_tie_other references record,
  told_by uuid constraint sibling_tie_officer references officer,
  told_at timestamptz not null,
  primary key (record_id, other_id),
  constraint sibling_tie_order check (record_id < other_id)
);
create index sibling_tie_other_id on sibling_tie (other_id);
call secure_table('sibling_tie');
create policy sibling_tie_read on sibling_tie for select to vatsalya_desk using ((select true from record r where r.id = record_id) or (select true from record r where r.id = other_id));
create policy sibling_tie_said on sibling_tie for insert to vatsalya_desk with check (told_by = app_officer()
  and (select true from record r where r.id = record_id) and (select true from record r where r.id = other_id));
grant select, insert on sibling_tie to vatsalya_desk;
grant select on sibling_tie to vatsalya_worker;

-- The other children of the family who are in care, to whoever may read this one: by what somebody said, and by the complaint that names them together.
-- Only in which home each lives: neither a name nor a record passes.
create function siblings_in_care(asked uuid) returns table (record_id uuid, home_id uuid, home_name text)
language sql stable security definer rows 3 set search_path = public as $$
  with family as (
    select case t.record_id when asked then t.other_id else t.record_id end as id from sibling_tie t where asked in (t.record_id, t.other_id)
    union select theirs.found_id from match_candidate mine join missing_report m on m.record_id = mine.missing_id
        join missing_report o on o.complaint_id = m.complaint_id and o.record_id <> m.record_id
        join match_candidate theirs on theirs.missing_id = o.record_id and theirs.standing = 'same' and theirs.found_id <> asked
      where mine.found_id = asked and mine.standing = 'same')
  select f.id, s.office_id, o.name from family f join record other on other.id = f.id and other.kind = 'found'
    left join residence s on s.record_id = f.id and s.left_at is null left join office o on o.id = s.office_id
  where exists (select from record r where r.id = asked and record_visible(r.id, r.office_id, r.district_code, r.state_code))
$$;
revoke execute on function siblings_in_care from public;
grant execute on function siblings_in_care to vatsalya_desk, vatsalya_worker;

-- What is owed on a record, for others to read: which duty, whose, and since when it is late. Read by who sees the record.
create view record_open_duty with (security_invoker) as select record_id, rule_id, office_id, late_after from obligation where ending is null and suspended_at is null;
grant select on record_open_duty to vatsalya_desk;

-- How many children live in each unit, by sex and by the age bands of the State's return; counts alone, to whoever oversees the home. `today`: in India.
create function home_figures(of_state text, of_district text, of_office uuid, today date)
returns table (office_id uuid, unit_id uuid, sex text, band text, children int)
language sql stable security definer rows 500 set search_path = public as $$
  select r.office_id, r.unit_id, coalesce(r.sex, 'unknown'),
    case when r.born_about is null then 'unknown' when r.born_about > today - interval '7 years' then '0-6' when r.born_about > today - interval '12 years' then '7-11'
      when r.born_about > today - interval '16 years' then '12-15' when r.born_about > today - interval '19 years' then '16-18' else 'over-18' end,
    count(*)::int
  from office o join residence r on r.office_id = o.id and r.left_at is null
  where o.kind = 'children-home' and (of_state is null or o.state_code = of_state) and (of_district is null or o.district_code = of_district)
    and (of_office is null or o.id = of_office)
    and (o.id = (select app_office()) or lies_in((select homes_seen()), o.district_code, o.state_code))
  group by 1, 2, 3, 4
$$;
revoke execute on function home_figures from public;
grant execute on function home_figures to vatsalya_desk;

-- How many children live in each home of the nation, to whoever sees all of it: a list of States adds them up.
create function home_totals() returns table (office_id uuid, children int) language sql stable security definer rows 3000 set search_path = public as $$
  select r.office_id, count(*)::int from residence r where r.left_at is null and homes_seen() = 'nation' group by r.office_id
$$;
revoke execute on function home_totals from public;
grant execute on function home_totals to vatsalya_desk;

-- The children of a home were counted one evening, by somebody.
create table roll_call (
  office_id uuid not null constraint roll_call_office references institution,
  day date not null,
  counted int not null constraint roll_call_counted check (counted between 0 and 2000),
  expected int not null, -- by the records, at that moment
  words text,
  counted_by uuid not null constraint roll_call_officer references officer,
  counted_at timestamptz not null,
  primary key (office_id, day)
);
call secure_table('roll_call');
create policy roll_call_read on roll_call for select to vatsalya_desk using (office_id = (select app_office())
  or (select lies_in((select homes_seen()), o.district_code, o.state_code) from office o where o.id = office_id));
create policy roll_call_taken on roll_call for insert to vatsalya_desk with check (office_id = app_office() and counted_by = app_officer());
create policy roll_call_again on roll_call for update to vatsalya_desk using (office_id = app_office()) with check (office_id = app_office() and counted_by = app_officer());
grant select, insert, update on roll_call to vatsalya_desk;

-- A visit to a home (Form 46) and what was found; of the home, never of a child.
create table inspection (
  id uuid primary key,
  office_id uuid not null constraint inspection_institution references office,
  visited_by text not null constraint inspection_visited_by check (visited_by in ('committee', 'inspection-committee', 'protection-unit', 'other')),
  visited_on date not null,
  members text not null,
  children_heard text, -- what the children said, of the home; nobody's name
  lodging text, food text, health text, education text, safety text, staff text, registers text,
  recommendation text,
  recorded_in uuid not null constraint inspection_recorded_in references office,
  recorded_by uuid not null constraint inspection_officer references officer,
  recorded_at timestamptz not null
);
create index inspection_office_id on inspection (office_id, visited_on desc);
create table inspection_finding (
  id uuid primary key,
  inspection_id uuid not null constraint inspection_finding_inspection references inspection,
  office_id uuid not null constraint inspection_finding_office references office,
  position int not null,
  what text not null,
  mend_by date not null,
  mended_on date,
  mended_how text,
  mended_by uuid constraint inspection_finding_officer references officer,
  constraint inspection_finding_mended_whole check ((mended_on is null) = (mended_how is null))
);
create index inspection_finding_open on inspection_finding (office_id, mend_by) where mended_on is null;
create index inspection_finding_inspection_id on inspection_finding (inspection_id, position);
do $$
declare kept text;
begin
  foreach kept in array array['inspection', 'inspection_finding'] loop
    call secure_table(kept);
    execute format('create policy %I on %I for select to vatsalya_desk using (office_id = (select app_office())
      or (select lies_in((select homes_seen()), o.district_code, o.state_code) from office o where o.id = office_id))', kept || '_read', kept);
    execute format('create policy %I on %I for insert to vatsalya_desk with check (reads_care()
      and (select lies_in(homes_seen(), o.district_code, o.state_code) from office o where o.id = office_id and o.kind = ''children-home''))', kept || '_added', kept);
    execute format('grant select, insert on %I to vatsalya_desk', kept);
    execute format('grant select on %I to vatsalya_worker', kept);
  end loop;
end $$;
create policy inspection_finding_mended on inspection_finding for update to vatsalya_desk using (office_id = app_office() and mended_on is null)
  with check (office_id = app_office() and mended_by = app_officer());
grant update (mended_on, mended_how, mended_by) on inspection_finding to vatsalya_desk;

-- The quarterly visit stands in the home's journal: written by the unit that serves the Inspection Committee, with the visit behind it.
create policy office_entry_inspected on office_entry for insert to vatsalya_desk with check (
  door = 'desk' and written_in = pg_current_xact_id() and by_officer = app_officer() and by_office = app_office() and is_now(recorded_at)
  and app_role() = 'child-protection-officer' and happening = 'office.returnMade' and facts ->> 'what' = 'inspection-of-home'
  and exists (select from inspection i where i.id = paper_id and i.office_id = office_entry.office_id and i.visited_by = 'inspection-committee'
    and i.recorded_in = app_office() and (happened_at at time zone 'Asia/Kolkata')::date = i.visited_on));

-- Fit facilities and fit persons of a district: applied for (Form 38), recognised by the Committee or the Board (Form 39), withdrawn (s.51, s.52).
create table fit_body (
  id uuid primary key,
  kind text not null constraint fit_body_kind check (kind in ('facility', 'person')),
  name text not null,
  district_code text not null constraint fit_body_district references district,
  state_code text not null constraint fit_body_state references state,
  address text,
  telephone_sealed bytea,
  serves text not null,
  places int constraint fit_body_places check (places between 1 and 500),
  applied_on date not null,
  certificate_number text,
  certified_on date,
  valid_until date,
  refused_on date,
  withdrawn_on date,
  reason text, -- of a refusal or a withdrawal
  recorded_by uuid not null constraint fit_body_officer references officer,
  recorded_at timestamptz not null,
  constraint fit_body_certificate_whole check ((certificate_number is null) = (certified_on is null)),
  constraint fit_body_validity check (valid_until > certified_on),
  constraint fit_body_certificate_once unique (district_code, certificate_number)
);
create index fit_body_district_code on fit_body (district_code, kind);
call secure_table('fit_body');
create policy fit_body_read on fit_body for select to vatsalya_desk using (lies_in((select homes_seen()), district_code, state_code));
create policy fit_body_entered on fit_body for insert to vatsalya_desk with check (reads_care() and district_code = app_district() and recorded_by = app_officer());
create policy fit_body_decided on fit_body for update to vatsalya_desk using (app_role() in ('cwc-chairperson', 'cwc-member') and district_code = app_district())
  with check (app_role() in ('cwc-chairperson', 'cwc-member') and district_code = app_district());
grant select, insert, update (certificate_number, certified_on, valid_until, refused_on, withdrawn_on, reason) on fit_body to vatsalya_desk;
