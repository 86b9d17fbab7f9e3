-- The Individual Care Plan (Form 7; JJ Model Rules 2016 r.11(3), 13, 19(4), 69-I): versions, one row for each need, what was decided about it, and how it went.
-- What the child and those around say is sealed; what is counted (which need, how grave, which measure, from when) stands in columns.

create table care_plan (
  id uuid primary key,
  record_id uuid not null constraint care_plan_record references record,
  version int not null constraint care_plan_version check (version >= 1),
  office_id uuid not null constraint care_plan_office references office, -- whose plan it is: the home's or the district unit's
  begun_at timestamptz not null,
  begun_by uuid not null constraint care_plan_begun_by references officer,
  words_sealed bytea, -- the child's own wishes, in the child's words; the case worker; why this rung of the ladder
  wishes_language text,
  heard text constraint care_plan_heard check (heard in ('spoken', 'drawn', 'interpreter', 'signs', 'not-yet')),
  ladder text constraint care_plan_ladder check (ladder in ('own-family', 'kin', 'adoption', 'foster', 'adoption-abroad', 'institution')),
  made_at timestamptz,
  made_by uuid constraint care_plan_made_by references officer,
  first_months_over_at timestamptz, -- of the first version: from then on progress is reported monthly; set by the worker
  constraint care_plan_once unique (record_id, version),
  constraint care_plan_of_record unique (id, record_id), -- what belongs to a plan is of the plan's child: whoever may write one child's file writes nothing into another's
  constraint care_plan_made_whole check ((made_at is null) = (made_by is null))
);
-- Two people write one draft, not one each.
create unique index care_plan_one_draft on care_plan (record_id) where made_at is null;

create table care_need (
  plan_id uuid not null,
  record_id uuid not null constraint care_need_record references record,
  domain text not null,
  concern text not null constraint care_need_concern check (concern in ('none', 'low', 'medium', 'high')),
  measure text,
  scheme text,
  starts_on date,
  review_on date,
  words_sealed bytea, -- concern, goal, intervention, who, agency, measure of success
  edit int not null default 1, -- counts saves: who saves over a later one is shown the difference
  saved_at timestamptz not null,
  saved_by uuid not null constraint care_need_saved_by references officer,
  primary key (plan_id, domain),
  constraint care_need_plan foreign key (plan_id, record_id) references care_plan (id, record_id),
  constraint care_need_in_order check (review_on >= starts_on)
);

-- Approved, or sent back with reasons, by the Committee; the home's own management committee says what it thinks each quarter.
create table care_plan_decision (
  id uuid primary key,
  plan_id uuid not null,
  record_id uuid not null constraint care_plan_decision_record references record,
  decision text not null constraint care_plan_decision_kind check (decision in ('approved', 'returned')),
  reasons_sealed bytea,
  office_id uuid not null constraint care_plan_decision_office references office,
  decided_by uuid not null constraint care_plan_decision_officer references officer,
  decided_at timestamptz not null,
  constraint care_plan_decision_plan foreign key (plan_id, record_id) references care_plan (id, record_id)
);
create unique index care_plan_decided_once on care_plan_decision (plan_id);

create table care_review (
  id uuid primary key,
  plan_id uuid not null,
  record_id uuid not null constraint care_review_record references record,
  reviewed_on date not null,
  outcome text not null constraint care_review_outcome check (outcome in ('continue', 'change', 'release', 'restore', 'foster', 'adoption')),
  words_sealed bytea not null, -- who sat, what they found, what the child said
  office_id uuid not null constraint care_review_office references office,
  recorded_by uuid not null constraint care_review_officer references officer,
  recorded_at timestamptz not null,
  constraint care_review_plan foreign key (plan_id, record_id) references care_plan (id, record_id)
);

-- Part B. One mark for each need looked at.
create table care_progress (
  id uuid primary key,
  plan_id uuid not null,
  record_id uuid not null constraint care_progress_record references record,
  from_on date not null,
  to_on date not null,
  interviewed_on date not null,
  words_sealed bytea not null,
  office_id uuid not null constraint care_progress_office references office,
  reported_by uuid not null constraint care_progress_officer references officer,
  reported_at timestamptz not null,
  constraint care_progress_of_record unique (id, record_id),
  constraint care_progress_plan foreign key (plan_id, record_id) references care_plan (id, record_id),
  constraint care_progress_in_order check (from_on <= to_on and interviewed_on <= to_on)
);
create table care_progress_mark (
  progress_id uuid not null,
  record_id uuid not null constraint care_progress_mark_record references record,
  domain text not null,
  mark smallint not null constraint care_progress_mark_range check (mark between 0 and 4),
  primary key (progress_id, domain),
  constraint care_progress_mark_progress foreign key (progress_id, record_id) references care_progress (id, record_id)
);

-- Part C.
create table care_release (
  id uuid primary key,
  record_id uuid not null constraint care_release_record references record,
  planned_for date not null,
  words_sealed bytea, -- null until the report is there
  fixed_at timestamptz not null,
  fixed_by uuid not null constraint care_release_fixed_by references officer,
  reported_at timestamptz,
  reported_by uuid constraint care_release_reported_by references officer,
  office_id uuid not null constraint care_release_office references office,
  constraint care_release_reported_whole check ((reported_at is null) = (reported_by is null))
);
create unique index care_release_one_open on care_release (record_id) where reported_at is null;

-- Form 43, the case history: each save of a part is a row of its own, of a part the latest counts. Words are sealed, as those of the plan.
create table case_history (
  record_id uuid not null constraint case_history_record references record,
  part text not null constraint case_history_part check (part in ('personal', 'household', 'family', 'offences', 'social', 'education', 'employment', 'health')),
  edit int not null constraint case_history_edit check (edit >= 1),
  words_sealed bytea not null,
  office_id uuid not null constraint case_history_office references office,
  saved_by uuid not null constraint case_history_officer references officer,
  saved_at timestamptz not null,
  primary key (record_id, part, edit)
);

create index care_plan_record_id on care_plan (record_id, version desc);
create index care_progress_record_id on care_progress (record_id, to_on);
create index care_review_record_id on care_review (record_id, reviewed_on);
create index care_need_record_id on care_need (record_id);
create index care_progress_mark_record_id on care_progress_mark (record_id);
create index care_plan_decision_record_id on care_plan_decision (record_id);
-- Three months after the first plan (Form 7 part B): what the worker looks for.
create index care_plan_first_months on care_plan (made_at) where version = 1 and made_at is not null and first_months_over_at is null;

-- A plan that was made is what the child was promised: another is another version.
create function care_plan_is_made() returns trigger language plpgsql as $$
begin
  if old.made_at is not null and (tg_op = 'DELETE' or to_jsonb(new) - 'first_months_over_at' is distinct from to_jsonb(old) - 'first_months_over_at') then
    raise exception 'a plan that was made is not changed' using errcode = 'insufficient_privilege';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger care_plan_is_made before update or delete on care_plan for each row execute function care_plan_is_made();
create function care_need_is_made() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not app_bulk() and exists (select from care_plan p where p.id = coalesce(new.plan_id, old.plan_id) and p.made_at is not null) then
    raise exception 'a plan that was made is not changed' using errcode = 'insufficient_privilege';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger care_need_is_made before insert or update or delete on care_need for each row execute function care_need_is_made();
revoke execute on function care_need_is_made from public;

do $$
declare name text;
begin
  foreach name in array array['care_plan', 'care_need', 'care_plan_decision', 'care_review', 'care_progress', 'care_progress_mark', 'care_release', 'case_history'] loop
    call secure_through_record(name);
  end loop;
end $$;
-- In nobody else's name.
create policy care_plan_own_name on care_plan as restrictive for insert to vatsalya_desk
  with check (office_id = app_office() and begun_by = app_officer() and made_at is null);
create policy care_plan_made_in_own_name on care_plan as restrictive for update to vatsalya_desk using (made_at is null)
  with check (made_by is null or (made_by = app_officer() and is_now(made_at)));
create policy care_need_own_name on care_need as restrictive for insert to vatsalya_desk with check (saved_by = app_officer());
create policy care_need_saved_in_own_name on care_need as restrictive for update to vatsalya_desk using (true) with check (saved_by = app_officer());
create policy care_plan_decided_by_committee on care_plan_decision as restrictive for insert to vatsalya_desk
  with check (office_id = app_office() and decided_by = app_officer() and is_now(decided_at) and app_role() in ('cwc-chairperson', 'cwc-member')
    and (select p.made_at is not null from care_plan p where p.id = plan_id));
create policy care_review_own_name on care_review as restrictive for insert to vatsalya_desk with check (office_id = app_office() and recorded_by = app_officer());
create policy care_progress_own_name on care_progress as restrictive for insert to vatsalya_desk with check (office_id = app_office() and reported_by = app_officer());
create policy care_release_own_name on care_release as restrictive for insert to vatsalya_desk with check (office_id = app_office() and fixed_by = app_officer());
create policy case_history_own_name on case_history as restrictive for insert to vatsalya_desk
  with check (office_id = app_office() and saved_by = app_officer() and is_now(saved_at));
-- A report before a release stands as it was made.
create policy care_release_reported_in_own_name on care_release as restrictive for update to vatsalya_desk using (reported_at is null)
  with check (reported_by is null or (reported_by = app_officer() and is_now(reported_at)));
grant select, insert on care_plan, care_need, care_plan_decision, care_review, care_progress, care_progress_mark, care_release, case_history to vatsalya_desk;
grant update (words_sealed, wishes_language, heard, ladder, made_at, made_by) on care_plan to vatsalya_desk;
grant update (concern, measure, scheme, starts_on, review_on, words_sealed, edit, saved_at, saved_by) on care_need to vatsalya_desk;
grant update (planned_for, words_sealed, fixed_at, fixed_by, reported_at, reported_by) on care_release to vatsalya_desk;
-- The worker says when the first months are over, and nothing else.
grant select on care_plan, care_need, care_plan_decision, care_review, care_progress, care_progress_mark, care_release, case_history to vatsalya_worker;
grant update (first_months_over_at) on care_plan to vatsalya_worker;
