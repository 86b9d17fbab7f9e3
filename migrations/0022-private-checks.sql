-- Whom a child is kept from: by an order, or by the child's own words; and private checks: "is my child already known?", asked by a citizen, compared later by the worker,
-- answered by an officer who calls back. Whoever asks is told the same whether there is a child or not.

create table contact_bar (
  id uuid primary key,
  record_id uuid not null constraint contact_bar_record references record,
  ground text not null constraint contact_bar_ground check (ground in ('order', 'child-words')),
  telephone_key text, -- keyed hash of the barred person's telephone; null: not known
  words_sealed bytea not null, -- who it is; the order, or what the child said
  office_id uuid not null constraint contact_bar_office references office,
  recorded_by uuid not null constraint contact_bar_officer references officer,
  recorded_at timestamptz not null,
  told_at timestamptz, -- the child's Committee
  lifted_at timestamptz,
  lifted_by uuid constraint contact_bar_lifted_by references officer, -- of the child's Committee, not who wrote it down
  lifted_because_sealed bytea,
  constraint contact_bar_lifted_whole check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because_sealed is null)),
  constraint contact_bar_two_people check (lifted_by <> recorded_by)
);
create index contact_bar_record_id on contact_bar (record_id);
create index contact_bar_untold on contact_bar (recorded_at) where told_at is null;
create index contact_bar_telephone_key on contact_bar (telephone_key) where telephone_key is not null and lifted_at is null;
call secure_through_record('contact_bar');
create policy contact_bar_own on contact_bar as restrictive for insert to vatsalya_desk
  with check (office_id = app_office() and recorded_by = app_officer() and is_now(recorded_at));
-- Anybody's telephone can be written down: the Committee the child is before, which is told of every bar, lifts a wrong one.
drop policy contact_bar_changed on contact_bar;
create policy contact_bar_lifted on contact_bar for update to vatsalya_desk
  using (app_role() in ('cwc-chairperson', 'cwc-member') and lifted_at is null and (select true from record r where r.id = record_id))
  with check (lifted_by = app_officer() and is_now(lifted_at));
grant select, insert, update (lifted_at, lifted_by, lifted_because_sealed) on contact_bar to vatsalya_desk;
grant select, update (told_at) on contact_bar to vatsalya_worker;

-- Each time the barred person asked, by a report or a private check: for whoever has the child, and told to the Committee. Written by the worker alone.
create table contact_bar_ask (
  bar_id uuid not null constraint contact_bar_ask_bar references contact_bar,
  record_id uuid not null constraint contact_bar_ask_record references record, -- of the child kept from them
  about_kind text not null constraint contact_bar_ask_kind check (about_kind in ('report', 'check')),
  about_id uuid not null,
  asked_at timestamptz not null,
  primary key (bar_id, about_id)
);
create index contact_bar_ask_record_id on contact_bar_ask (record_id);
call secure_through_record('contact_bar_ask');
grant select on contact_bar_ask to vatsalya_desk;
grant select, insert on contact_bar_ask to vatsalya_worker;

-- A found child under a bar is guarded as a missing one is: a look-alike record opens it to no other office.
create or replace function record_guarded(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from missing_report m where m.record_id = asked and (m.offence_link or m.contact_barred or m.asker_barred))
    or exists (select from found_child f where f.record_id = asked and f.allegation_of_offence)
    or exists (select from contact_bar b where b.record_id = asked and b.lifted_at is null)
$$;
create trigger guarding_shuts after insert on contact_bar for each row execute function guarding_shuts();
create trigger guarding_shuts_asker after update on missing_report for each row when (new.asker_barred and not old.asker_barred) execute function guarding_shuts();

-- Looked up for every report alike, so that none takes longer than another.
create function telephone_barred(key text) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from contact_bar b where b.telephone_key = key and b.lifted_at is null)
$$;
revoke execute on function telephone_barred from public;
create function asker_barred() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.asker_barred := telephone_barred((select c.telephone_key from complaint c where c.id = new.complaint_id))
    or telephone_barred((select r.reporter_key from record r where r.id = new.record_id));
  return new;
end $$;
create trigger asker_barred before insert on missing_report for each row execute function asker_barred();
-- Whose reports stood before the bar was written down.
create function bar_reaches_reports() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update missing_report m set asker_barred = true from complaint c, record r
    where c.id = m.complaint_id and r.id = m.record_id and not m.asker_barred and (c.telephone_key = new.telephone_key or r.reporter_key = new.telephone_key);
  return null;
end $$;
create trigger bar_reaches_reports after insert on contact_bar for each row when (new.telephone_key is not null) execute function bar_reaches_reports();

-- Lifted, the person's reports may be published again, unless another bar stands.
create function bar_leaves_reports() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update missing_report m set asker_barred = telephone_barred(c.telephone_key) or telephone_barred(r.reporter_key) from complaint c, record r
    where c.id = m.complaint_id and r.id = m.record_id and m.asker_barred and (c.telephone_key = new.telephone_key or r.reporter_key = new.telephone_key);
  return null;
end $$;
create trigger bar_leaves_reports after update on contact_bar for each row
  when (new.telephone_key is not null and new.lifted_at is not null and old.lifted_at is null) execute function bar_leaves_reports();

create function complaint_asker_barred() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update missing_report m set asker_barred = true where m.complaint_id = new.id and not m.asker_barred and telephone_barred(new.telephone_key);
  return null;
end $$;
create trigger complaint_asker_barred after update on complaint for each row
  when (new.telephone_key is distinct from old.telephone_key) execute function complaint_asker_barred();

create table private_check (
  id uuid primary key,
  code text not null constraint private_check_code unique, -- spoken, with a check character; opens nothing without the telephone
  telephone_key text not null,
  told_sealed bytea not null, -- the child as described, who asks, the telephone to call
  locale text not null,
  district_code text not null constraint private_check_district references district,
  office_id uuid not null constraint private_check_office references office, -- who compares and calls back
  asked_at timestamptz not null,
  call_by timestamptz not null,
  compare_at timestamptz, -- when the worker compares next; null: no more
  told_at timestamptz, -- the office
  late_told_at timestamptz, -- the district: nobody called in time
  settled_at timestamptz, -- nobody is told further
  ended_at timestamptz
);
create index private_check_telephone_key on private_check (telephone_key);
create index private_check_office_id on private_check (office_id, call_by) where ended_at is null;
create index private_check_district_code on private_check (district_code, call_by) where ended_at is null;
create index private_check_compare_at on private_check (compare_at) where compare_at is not null;
create index private_check_asked_at on private_check (asked_at);

-- Found by the worker; who sees it sees the child's record anyway.
create table private_check_pair (
  check_id uuid not null constraint private_check_pair_check references private_check on delete cascade,
  record_id uuid not null constraint private_check_pair_record references record,
  office_id uuid not null constraint private_check_pair_office references office, -- the protection unit of the place where the child is
  comparison_sealed bytea not null,
  bits real not null,
  found_at timestamptz not null,
  told_at timestamptz,
  primary key (check_id, record_id)
);
create index private_check_pair_record_id on private_check_pair (record_id);
create index private_check_pair_office_id on private_check_pair (office_id, check_id);

create table private_check_call (
  id uuid primary key,
  check_id uuid not null constraint private_check_call_check references private_check on delete cascade,
  said text not null constraint private_check_call_said check (said in ('come-to-police', 'asked-more', 'not-reached', 'withdrawn')),
  asked_sealed bytea, -- what was asked and answered, for officers alone
  called_at timestamptz not null,
  office_id uuid not null constraint private_check_call_office references office,
  called_by uuid not null constraint private_check_call_officer references officer,
  recorded_at timestamptz not null
);
create index private_check_call_check_id on private_check_call (check_id, called_at);

call secure_table('private_check');
call secure_table('private_check_pair');
call secure_table('private_check_call');
-- Only who asked, and only with the telephone proved.
create policy private_check_asked on private_check for insert to vatsalya_citizen with check (telephone_key = app_reporter() and is_now(asked_at));
create policy private_check_own on private_check for select to vatsalya_citizen using (telephone_key = app_reporter());
create policy private_check_pair_desk on private_check_pair for select to vatsalya_desk
  using (app_role() = 'child-protection-officer' and (select true from record r where r.id = record_id));
-- The unit asked; the unit where a child is who may be the one; and who oversees the district.
create function check_reaches(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from private_check_pair p where p.check_id = asked and p.office_id = app_office())
$$;
revoke execute on function check_reaches from public;
grant execute on function check_reaches to vatsalya_desk;
create policy private_check_desk on private_check for select to vatsalya_desk using (
  case app_role() when 'child-protection-officer' then office_id = app_office() or check_reaches(id)
    when 'district-nodal-officer' then district_code = app_district() else false end);
create policy private_check_ended on private_check for update to vatsalya_desk using (app_role() = 'child-protection-officer' and office_id = app_office());
create policy private_check_call_read on private_check_call for select to vatsalya_desk, vatsalya_citizen
  using ((select true from private_check c where c.id = check_id));
create policy private_check_called on private_check_call for insert to vatsalya_desk with check (office_id = app_office() and called_by = app_officer()
  and is_now(recorded_at) and (select c.office_id = app_office() from private_check c where c.id = check_id));
grant insert on private_check to vatsalya_citizen;
grant select (id, code, telephone_key, office_id, asked_at, call_by, ended_at) on private_check to vatsalya_citizen;
grant select (id, check_id, said, called_at, recorded_at) on private_check_call to vatsalya_citizen;
grant select, update (ended_at) on private_check to vatsalya_desk;
grant select on private_check_pair to vatsalya_desk;
grant select, insert on private_check_call to vatsalya_desk;
grant select, delete, update (compare_at, told_at, late_told_at, settled_at) on private_check to vatsalya_worker;
grant select, insert, update (told_at) on private_check_pair to vatsalya_worker;
grant select on private_check_call to vatsalya_worker;
create function private_check_news() returns trigger language plpgsql as $$
begin
  perform pg_notify('check', '');
  return null;
end $$;
create trigger private_check_news after insert on private_check for each statement execute function private_check_news();
