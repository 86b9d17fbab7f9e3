-- Care in families and outside homes: sponsorship, foster care, kinship care, aftercare, and a child handed on to another portal
-- (JJ Act 2015 s.44-46; JJ Model Rules 2016 r.23-25, Forms 30-37; Mission Vatsalya Guidelines 2022 4.1-4.3).
-- What a family earns, where it lives, the child's account: sealed, and read by the protection unit and the Committee of the district alone.

alter table committee_order drop constraint committee_order_type;
alter table committee_order add constraint committee_order_type check (type in ('in-need', 'age', 'age-test', 'medical-examination', 'interim-custody', 'undertaking', 'case-worker',
  'compensation', 'social-report', 'placement-review', 'transfer', 'escort', 'restoration', 'legally-free', 'sponsorship', 'foster', 'kinship', 'aftercare', 'final', 'other'));

create function keeps_family_care(district text) returns boolean language sql stable parallel safe as $$
  select app_role() in ('child-protection-officer', 'cwc-chairperson', 'cwc-member') and district = app_district()
$$;
-- Of a child whose record lies in the own district: a ground that opens the record to another office opens none of this.
create function sees_family_care(child uuid) returns boolean language sql stable as $$
  select exists (select from record r where r.id = child and keeps_family_care(r.district_code))
$$;

create table foster_family (
  id uuid primary key,
  kind text not null constraint foster_family_kind check (kind in ('family', 'kin', 'group')),
  office_id uuid not null constraint foster_family_office references office,
  district_code text not null constraint foster_family_district references district,
  own_children int not null constraint foster_family_own check (own_children between 0 and 20),
  words_sealed bytea not null, -- names, address, telephone
  registered_by uuid not null constraint foster_family_officer references officer,
  registered_at timestamptz not null
);
create index foster_family_district_code on foster_family (district_code, registered_at);

-- One placing of one child, from the application to its end. Many in a life, one open of a kind.
create table care_arrangement (
  id uuid primary key,
  record_id uuid not null constraint care_arrangement_record references record,
  kind text not null constraint care_arrangement_kind check (kind in ('sponsorship', 'foster', 'kinship', 'aftercare')),
  form text constraint care_arrangement_form check (form in ('preventive', 'rehabilitative', 'individual', 'group')),
  hardships text[] not null default '{}',
  area text constraint care_arrangement_area check (area in ('rural', 'metro', 'other')),
  family_id uuid constraint care_arrangement_family references foster_family,
  siblings_together boolean not null default false,
  words_sealed bytea not null, -- who cares, income, why
  office_id uuid not null constraint care_arrangement_office references office,
  applied_on date not null,
  applied_by uuid not null constraint care_arrangement_applied_by references officer,
  applied_at timestamptz not null,
  order_id uuid constraint care_arrangement_order references committee_order constraint care_arrangement_order_once unique,
  order_number text,
  from_on date,
  to_on date,
  pays text constraint care_arrangement_pays check (pays in ('monthly', 'quarterly', 'once', 'nothing')),
  amount int constraint care_arrangement_amount check (amount >= 0), -- paise, a month, or once
  purposes text[] not null default '{}',
  order_sealed bytea, -- the child's account, who operates it
  placed_by uuid constraint care_arrangement_placed_by references officer,
  placed_at timestamptz,
  stop_sign text constraint care_arrangement_stop_sign check (stop_sign in ('eighteen', 'means', 'in-a-home', 'absence')), -- the first the worker saw, told once
  ended_on date,
  ended_because text constraint care_arrangement_because check (ended_because in ('eighteen', 'means', 'in-a-home', 'absence', 'other')),
  end_sealed bytea,
  ended_by uuid constraint care_arrangement_ended_by references officer,
  ended_at timestamptz,
  constraint care_arrangement_of_record unique (id, record_id),
  constraint care_arrangement_placed_whole check (num_nulls(order_id, from_on, pays, amount, placed_by, placed_at) in (0, 6)),
  constraint care_arrangement_ended_whole check (num_nulls(ended_on, ended_because, ended_by, ended_at) in (0, 4)),
  constraint care_arrangement_in_order check (to_on >= from_on)
);
create unique index care_arrangement_one_open on care_arrangement (record_id, kind) where ended_at is null;
create index care_arrangement_record_id on care_arrangement (record_id, applied_at);
create index care_arrangement_office_id on care_arrangement (office_id) where ended_at is null;
create index care_arrangement_family_id on care_arrangement (family_id) where family_id is not null and ended_at is null;

-- What was ordered stays as ordered, what ended stays ended.
create function care_arrangement_stands() returns trigger language plpgsql as $$
declare ends text[] := array['ended_on', 'ended_because', 'end_sealed', 'ended_by', 'ended_at', 'stop_sign'];
begin
  if old.ended_at is not null or (old.placed_at is null and new.placed_at is not null and new.ended_at is not null)
    or (old.placed_at is not null and to_jsonb(new) - ends is distinct from to_jsonb(old) - ends) then
    raise exception 'what was ordered or ended is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger care_arrangement_stands before update on care_arrangement for each row execute function care_arrangement_stands();

-- The Sponsorship and Foster Care Approval Committee: its meeting, who sat, what it decided.
create table care_approval (
  id uuid primary key,
  arrangement_id uuid not null,
  record_id uuid not null constraint care_approval_record references record,
  met_on date not null,
  decision text not null constraint care_approval_decision check (decision in ('approved', 'returned', 'refused')),
  reasons_sealed bytea not null,
  recorded_by uuid not null constraint care_approval_officer references officer,
  recorded_at timestamptz not null,
  constraint care_approval_of_record unique (id, record_id),
  constraint care_approval_arrangement foreign key (arrangement_id, record_id) references care_arrangement (id, record_id)
);
create index care_approval_arrangement_id on care_approval (arrangement_id, recorded_at);
create index care_approval_record_id on care_approval (record_id);
create table care_approver (
  approval_id uuid not null,
  record_id uuid not null constraint care_approver_record references record,
  position int not null,
  name text not null,
  standing text not null constraint care_approver_standing check (standing in ('chairperson', 'protection-officer', 'committee-member', 'agency', 'organisation', 'other')),
  primary key (approval_id, position),
  constraint care_approver_approval foreign key (approval_id, record_id) references care_approval (id, record_id)
);
create index care_approver_record_id on care_approver (record_id);

-- A month, a quarter or the whole: paid once, or held back with a reason until it is.
create table care_payment (
  arrangement_id uuid not null,
  record_id uuid not null constraint care_payment_record references record,
  period text not null constraint care_payment_period check (period ~ '^(\d{4}-(0[1-9]|1[0-2]|Q[1-4])|once)$'),
  amount int constraint care_payment_amount check (amount > 0),
  paid_on date,
  voucher text,
  held_because text constraint care_payment_held check (held_because in ('no-account', 'returned-by-bank', 'stop-sign', 'no-funds', 'other')),
  recorded_by uuid not null constraint care_payment_officer references officer,
  recorded_at timestamptz not null,
  primary key (arrangement_id, period),
  constraint care_payment_arrangement foreign key (arrangement_id, record_id) references care_arrangement (id, record_id),
  constraint care_payment_whole check (num_nulls(amount, paid_on) in (0, 2) and (paid_on is not null or held_because is not null))
);
create index care_payment_record_id on care_payment (record_id);
create function care_payment_stands() returns trigger language plpgsql as $$
begin
  if old.paid_on is not null then raise exception 'a payment made is not made again' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger care_payment_stands before update on care_payment for each row execute function care_payment_stands();

-- A form of many fields: of a family (Form 30), or of a child's placing (Forms 31, 33, 34, 35, reports and reviews). Answers are only ever added; of a field the latest stands.
create table care_paper (
  id uuid primary key,
  kind text not null,
  family_id uuid constraint care_paper_family references foster_family,
  arrangement_id uuid,
  record_id uuid constraint care_paper_record references record,
  office_id uuid not null constraint care_paper_office references office,
  version int not null default 0,
  begun_by uuid not null constraint care_paper_begun_by references officer,
  begun_at timestamptz not null,
  submitted_by uuid constraint care_paper_submitted_by references officer,
  submitted_at timestamptz,
  constraint care_paper_of_one check (num_nonnulls(family_id, record_id) = 1 and (record_id is null) = (arrangement_id is null)),
  constraint care_paper_arrangement foreign key (arrangement_id, record_id) references care_arrangement (id, record_id),
  constraint care_paper_submitted_whole check ((submitted_by is null) = (submitted_at is null))
);
create index care_paper_family_id on care_paper (family_id) where family_id is not null;
create index care_paper_arrangement_id on care_paper (arrangement_id) where arrangement_id is not null;
create index care_paper_record_id on care_paper (record_id) where record_id is not null;
create unique index care_paper_one_open on care_paper (kind, coalesce(arrangement_id, family_id)) where submitted_at is null;
create table care_paper_answer (
  paper_id uuid not null constraint care_paper_answer_paper references care_paper,
  field text not null,
  version int not null,
  sealed bytea not null,
  by_officer uuid not null constraint care_paper_answer_officer references officer,
  at timestamptz not null,
  primary key (paper_id, field, version)
);
create function care_paper_stands() returns trigger language plpgsql as $$
begin
  if old.submitted_at is not null then raise exception 'a paper handed in is not changed' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger care_paper_stands before update on care_paper for each row execute function care_paper_stands();

-- A file given out to be brought into another portal by hand, and the number that came back.
create table care_hand_off (
  id uuid primary key,
  record_id uuid not null constraint care_hand_off_record references record,
  portal text not null constraint care_hand_off_portal check (portal in ('carings', 'ghar')),
  purpose text not null,
  file_sealed bytea not null,
  digest bytea not null,
  made_by uuid not null constraint care_hand_off_officer references officer,
  made_at timestamptz not null,
  reference_back text,
  answered_on date,
  answered_by uuid constraint care_hand_off_answered_by references officer,
  answered_at timestamptz,
  constraint care_hand_off_answered_whole check (num_nulls(reference_back, answered_on, answered_by, answered_at) in (0, 4))
);
create index care_hand_off_record_id on care_hand_off (record_id, made_at);

do $$
declare name text;
begin
  foreach name in array array['foster_family', 'care_arrangement', 'care_approval', 'care_approver', 'care_payment', 'care_paper', 'care_paper_answer', 'care_hand_off'] loop
    call secure_table(name);
  end loop;
  foreach name in array array['care_arrangement', 'care_approval', 'care_approver', 'care_payment', 'care_hand_off'] loop
    execute format('create policy %I on %I for select to vatsalya_desk using (sees_family_care(record_id))', name || '_read', name);
  end loop;
end $$;
create policy foster_family_read on foster_family for select to vatsalya_desk using (keeps_family_care(district_code));
create policy foster_family_added on foster_family for insert to vatsalya_desk
  with check (app_role() = 'child-protection-officer' and keeps_family_care(district_code) and office_id = app_office() and registered_by = app_officer());
create policy care_arrangement_applied on care_arrangement for insert to vatsalya_desk
  with check (app_role() = 'child-protection-officer' and sees_family_care(record_id) and may_write_record(record_id) and office_id = app_office() and applied_by = app_officer()
    and is_now(applied_at) and placed_at is null and ended_at is null and stop_sign is null);
-- Placed by the Committee, by an order of its own of this child that all its members signed; ended by an act in the own name.
create policy care_arrangement_placed on care_arrangement for update to vatsalya_desk using (sees_family_care(record_id) and placed_at is null and ended_at is null)
  with check (app_role() in ('cwc-chairperson', 'cwc-member') and placed_by = app_officer() and is_now(placed_at) and ended_at is null
    and exists (select from committee_order o where o.id = order_id and o.record_id = care_arrangement.record_id and o.type = kind and o.made_at is not null));
create policy care_arrangement_ended on care_arrangement for update to vatsalya_desk using (sees_family_care(record_id) and ended_at is null)
  with check (sees_family_care(record_id) and ended_by = app_officer() and is_now(ended_at));
create policy care_approval_recorded on care_approval for insert to vatsalya_desk
  with check (app_role() = 'child-protection-officer' and sees_family_care(record_id) and recorded_by = app_officer() and is_now(recorded_at));
create policy care_approver_named on care_approver for insert to vatsalya_desk with check (app_role() = 'child-protection-officer' and sees_family_care(record_id));
create policy care_payment_recorded on care_payment for insert to vatsalya_desk
  with check (app_role() = 'child-protection-officer' and sees_family_care(record_id) and recorded_by = app_officer() and is_now(recorded_at));
create policy care_payment_made on care_payment for update to vatsalya_desk using (sees_family_care(record_id) and paid_on is null)
  with check (app_role() = 'child-protection-officer' and recorded_by = app_officer() and is_now(recorded_at));
create policy care_paper_read on care_paper for select to vatsalya_desk
  using (case when record_id is null then (select true from foster_family f where f.id = family_id) else sees_family_care(record_id) end);
create policy care_paper_begun on care_paper for insert to vatsalya_desk
  with check (begun_by = app_officer() and office_id = app_office() and submitted_at is null
    and case when record_id is null then (select true from foster_family f where f.id = family_id) else sees_family_care(record_id) end);
create policy care_paper_kept on care_paper for update to vatsalya_desk
  using (submitted_at is null and case when record_id is null then (select true from foster_family f where f.id = family_id) else sees_family_care(record_id) end)
  with check (submitted_by is null or (submitted_by = app_officer() and is_now(submitted_at)));
create policy care_paper_answer_read on care_paper_answer for select to vatsalya_desk using ((select true from care_paper p where p.id = paper_id));
create policy care_paper_answer_given on care_paper_answer for insert to vatsalya_desk
  with check (by_officer = app_officer() and is_now(at) and (select p.submitted_at is null from care_paper p where p.id = paper_id));
create policy care_hand_off_made on care_hand_off for insert to vatsalya_desk
  with check (app_role() = 'child-protection-officer' and sees_family_care(record_id) and may_write_record(record_id) and made_by = app_officer() and is_now(made_at) and answered_at is null);
create policy care_hand_off_answered on care_hand_off for update to vatsalya_desk using (sees_family_care(record_id) and answered_at is null)
  with check (answered_by = app_officer() and is_now(answered_at));

grant select, insert on foster_family, care_arrangement, care_approval, care_approver, care_payment, care_paper, care_paper_answer, care_hand_off to vatsalya_desk;
grant update (order_id, order_number, from_on, to_on, pays, amount, purposes, order_sealed, placed_by, placed_at, ended_on, ended_because, end_sealed, ended_by, ended_at)
  on care_arrangement to vatsalya_desk;
grant update (amount, paid_on, voucher, held_because, recorded_by, recorded_at) on care_payment to vatsalya_desk;
grant update (version, submitted_by, submitted_at) on care_paper to vatsalya_desk;
grant update (reference_back, answered_on, answered_by, answered_at) on care_hand_off to vatsalya_desk;
-- The worker says once that a placing shows a sign that it should stop, and nothing else.
grant select on care_arrangement to vatsalya_worker;
grant update (stop_sign) on care_arrangement to vatsalya_worker;
