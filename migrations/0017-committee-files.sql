-- The Committee's file of a child: its sittings, what it heard, its orders, the schedule of the inquiry, social investigation reports, transfers.

-- Whether this officer sits in a Committee and sees the child's record: what opens the Committee's file, to nobody else. Rules of reading have it written out:
-- called for each row it costs more than the row (89 answers of a report: 3.6 ms against 0.4).
create function committee_sees(child uuid) returns boolean language sql stable parallel safe as $$
  select app_role() in ('cwc-chairperson', 'cwc-member') and coalesce((select true from record r where r.id = child), false)
$$;

-- A day of the Committee's calendar. `held_at`: members came; until then it is planned. Of no child.
create table committee_sitting (
  id uuid primary key,
  cwc_id uuid not null constraint committee_sitting_cwc references office,
  sits_at timestamptz not null,
  sits_on date not null,
  bench text not null constraint committee_sitting_bench check (bench in ('committee', 'single-member')),
  held_at timestamptz,
  recorded_by uuid not null constraint committee_sitting_officer references officer,
  recorded_at timestamptz not null,
  constraint committee_sitting_once unique (cwc_id, sits_on),
  constraint committee_sitting_day check (sits_on = (sits_at at time zone 'Asia/Kolkata')::date)
);
create table sitting_member (
  sitting_id uuid not null constraint sitting_member_sitting references committee_sitting,
  officer_id uuid not null constraint sitting_member_officer references officer,
  primary key (sitting_id, officer_id)
);
call secure_table('committee_sitting');
call secure_table('sitting_member');
create policy committee_sitting_own on committee_sitting to vatsalya_desk
  using (cwc_id = (select app_office()) and (select app_role()) in ('cwc-chairperson', 'cwc-member')) with check (cwc_id = app_office());
-- Whoever answers for the Magistrate counts the days a Committee sat, and reads no list of any day.
create policy committee_sitting_overseen on committee_sitting for select to vatsalya_desk using (oversees_office(cwc_id));
create policy sitting_member_own on sitting_member to vatsalya_desk
  using ((select true from committee_sitting s where s.id = sitting_id and s.cwc_id = (select app_office())))
  with check ((select true from committee_sitting s where s.id = sitting_id and s.cwc_id = app_office() and s.held_at is not null));
grant select, insert, update (held_at) on committee_sitting to vatsalya_desk;
grant select, insert on sitting_member to vatsalya_desk;
grant select on committee_sitting, sitting_member to vatsalya_worker;

-- A child heard at a sitting: who was there, who asked for more time and why, when next.
create table hearing (
  id uuid primary key,
  record_id uuid not null constraint hearing_record references record,
  sitting_id uuid not null constraint hearing_sitting references committee_sitting,
  cwc_id uuid not null constraint hearing_cwc references office,
  heard_at timestamptz not null,
  present text[] not null,
  said text, -- what was heard and noted
  adjourned_for text constraint hearing_adjourned_for check (adjourned_for in ('committee', 'police', 'parents', 'home', 'social-worker', 'other')),
  adjourned_because text,
  next_on date,
  recorded_by uuid not null constraint hearing_officer references officer,
  recorded_at timestamptz not null,
  heard_again boolean not null default false, -- the child was heard later, by whichever Committee
  constraint hearing_once unique (sitting_id, record_id),
  constraint hearing_adjourned_with_reason check ((adjourned_for is null) = (adjourned_because is null))
);
create index hearing_record_id on hearing (record_id, heard_at);
create index hearing_next_on on hearing (cwc_id, next_on) where next_on is not null and not heard_again;
-- What is still to be heard is read at every sitting; without the mark a Committee's every past hearing would be.
create function hearing_heard_again() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update hearing h set heard_again = true where h.record_id = new.record_id and not h.heard_again
    and exists (select from hearing l where l.record_id = h.record_id and l.heard_at > h.heard_at);
  return null;
end $$;
create trigger hearing_heard_again after insert on hearing for each row execute function hearing_heard_again();

-- What a single member ordered, before the Committee at its next sitting.
create table placement_ratification (
  production_id uuid primary key constraint placement_ratification_production references production,
  record_id uuid not null constraint placement_ratification_record references record,
  sitting_id uuid not null constraint placement_ratification_sitting references committee_sitting,
  cwc_id uuid not null constraint placement_ratification_cwc references office,
  recorded_by uuid not null constraint placement_ratification_officer references officer,
  recorded_at timestamptz not null
);

-- What Form 26 asks beside its steps, which stand in the diary.
create table monitoring_sheet (
  record_id uuid primary key constraint monitoring_sheet_record references record,
  cwc_id uuid not null constraint monitoring_sheet_cwc references office,
  police_station text,
  sections text,
  paper_number text, -- FIR, general or daily diary
  probation_officer text,
  investigating_officer text,
  medical_on date,
  age_evidence text constraint monitoring_sheet_age_evidence check (age_evidence in ('document', 'medical')),
  changed_by uuid not null constraint monitoring_sheet_officer references officer,
  changed_at timestamptz not null
);

-- Orders of a Committee, numbered in each year; a number given is never given again, whatever becomes of its order.
create table committee_order_serial (cwc_id uuid not null constraint committee_order_serial_cwc references office, year int not null, last int not null, primary key (cwc_id, year));
create table committee_order (
  id uuid primary key,
  record_id uuid not null constraint committee_order_record references record,
  cwc_id uuid not null constraint committee_order_cwc references office,
  year int not null,
  number int not null,
  type text not null constraint committee_order_type check (type in ('in-need', 'age', 'age-test', 'medical-examination', 'interim-custody', 'undertaking', 'case-worker',
    'compensation', 'social-report', 'placement-review', 'transfer', 'escort', 'restoration', 'legally-free', 'final', 'other')),
  language text not null,
  text text not null, -- as signed; a later order corrects it
  least_signers int not null constraint committee_order_least check (least_signers between 1 and 5),
  corrects uuid constraint committee_order_corrects references committee_order,
  to_office_id uuid constraint committee_order_to references office, -- whom it binds, and who may read it
  placed_with text,
  due_on date,
  who text constraint committee_order_who check (who in ('probation-officer', 'social-worker', 'organisation', 'dcpu', 'police', 'childline')),
  suitable_by text constraint committee_order_suitable check (suitable_by in ('social-report', 'home-visit', 'district-report')),
  drafted_by uuid not null constraint committee_order_drafter references officer,
  drafted_at timestamptz not null,
  made_at timestamptz,
  withdrawn_at timestamptz,
  done_on date, -- what it asked for was done
  constraint committee_order_number unique (cwc_id, year, number),
  constraint committee_order_one_end check (made_at is null or withdrawn_at is null),
  constraint committee_order_three check (type <> 'legally-free' or least_signers >= 3)
);
create index committee_order_record_id on committee_order (record_id, drafted_at);
create index committee_order_to_office_id on committee_order (to_office_id) where to_office_id is not null;
create index committee_order_unsigned on committee_order (cwc_id) where made_at is null and withdrawn_at is null;
create table order_signer (
  order_id uuid not null constraint order_signer_order references committee_order,
  officer_id uuid not null constraint order_signer_officer references officer,
  signed_at timestamptz,
  method text,
  consent text, -- what the member typed
  text_hash bytea, -- of the order's text as the member saw it
  signature_id uuid constraint order_signer_signature references officer_signature, -- the picture printed above the name, if the member has one
  primary key (order_id, officer_id),
  constraint order_signer_whole check ((signed_at is null) = (consent is null) and (signed_at is null) = (text_hash is null) and (signed_at is null) = (method is null))
);

create function next_order_number(of_year int) returns int language plpgsql security definer set search_path = public as $$
declare given int;
begin
  if app_role() not in ('cwc-chairperson', 'cwc-member') then
    raise exception 'only a Committee numbers its orders' using errcode = 'insufficient_privilege';
  end if;
  insert into committee_order_serial as s (cwc_id, year, last) values (app_office(), of_year, 1)
    on conflict (cwc_id, year) do update set last = s.last + 1 returning last into given;
  return given;
end $$;
revoke execute on function next_order_number from public;
grant execute on function next_order_number to vatsalya_desk;

-- The words members signed stay, for the table's owner too; an order is made by enough members, each of whom signed these very words.
create function order_stands() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.record_id, new.cwc_id, new.year, new.number, new.type, new.language, new.text, new.least_signers, new.corrects, new.to_office_id, new.placed_with, new.due_on, new.who, new.suitable_by, new.drafted_by, new.drafted_at)
    is distinct from (old.record_id, old.cwc_id, old.year, old.number, old.type, old.language, old.text, old.least_signers, old.corrects, old.to_office_id, old.placed_with, old.due_on, old.who, old.suitable_by, old.drafted_by, old.drafted_at)
    or (old.made_at is not null and (new.made_at, new.withdrawn_at) is distinct from (old.made_at, old.withdrawn_at)) or old.withdrawn_at is not null then
    raise exception 'an order is not changed: a later order corrects it' using errcode = 'insufficient_privilege';
  end if;
  if new.made_at is not null and old.made_at is null and (
    (select count(*) from order_signer s where s.order_id = new.id and s.signed_at is not null and s.text_hash = sha256(convert_to(new.text, 'UTF8'))) < new.least_signers
    or exists (select from order_signer s where s.order_id = new.id and s.signed_at is null)) then
    raise exception 'not every member named has signed this order' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger order_stands before update on committee_order for each row execute function order_stands();
create function signature_stands() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null or (new.order_id, new.officer_id) is distinct from (old.order_id, old.officer_id) then
    raise exception 'a signature is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger signature_stands before update on order_signer for each row execute function signature_stands();

do $$
declare name text;
begin
  foreach name in array array['hearing', 'placement_ratification', 'monitoring_sheet'] loop
    call secure_table(name);
    execute format('create policy %I on %I for select to vatsalya_desk using (cwc_id = (select app_office()) or ((select app_role()) in (''cwc-chairperson'', ''cwc-member'') and (select true from record r where r.id = record_id)))', name || '_read', name);
    execute format('create policy %I on %I for insert to vatsalya_desk with check (cwc_id = app_office() and committee_sees(record_id) and may_write_record(record_id))', name || '_added', name);
    execute format('grant select, insert on %I to vatsalya_desk', name);
    execute format('grant select on %I to vatsalya_worker', name);
  end loop;
end $$;
create policy hearing_in_own_name on hearing as restrictive for insert to vatsalya_desk with check (recorded_by = app_officer() and is_now(recorded_at) and not heard_again);
create policy placement_ratification_in_own_name on placement_ratification as restrictive for insert to vatsalya_desk
  with check (recorded_by = app_officer() and is_now(recorded_at));
create policy monitoring_sheet_changed on monitoring_sheet for update to vatsalya_desk
  using (committee_sees(record_id) and may_write_record(record_id)) with check (cwc_id = app_office() and changed_by = app_officer());
grant update on monitoring_sheet to vatsalya_desk;

call secure_table('committee_order_serial');
call secure_table('committee_order');
call secure_table('order_signer');
-- A draft is its Committee's alone; an order is read by it, by the Committee the child is before now, and by the office it binds.
create policy committee_order_read on committee_order for select to vatsalya_desk
  using (((select app_role()) in ('cwc-chairperson', 'cwc-member') and (cwc_id = (select app_office()) or (made_at is not null and (select true from record r where r.id = record_id))))
    or (made_at is not null and to_office_id = (select app_office())));
create policy committee_order_drafted on committee_order for insert to vatsalya_desk
  with check (cwc_id = app_office() and drafted_by = app_officer() and is_now(drafted_at) and made_at is null and committee_sees(record_id) and may_write_record(record_id));
create policy committee_order_ended on committee_order for update to vatsalya_desk
  using (cwc_id = app_office() and app_role() in ('cwc-chairperson', 'cwc-member')) with check (cwc_id = app_office());
create policy committee_order_done on committee_order for update to vatsalya_desk using (made_at is not null and to_office_id = app_office());
grant select, insert, update (made_at, withdrawn_at, done_on) on committee_order to vatsalya_desk;
create policy order_signer_read on order_signer for select to vatsalya_desk using ((select true from committee_order o where o.id = order_id));
create policy order_signer_named on order_signer for insert to vatsalya_desk
  with check (signed_at is null and (select true from committee_order o where o.id = order_id and o.cwc_id = app_office() and o.made_at is null));
-- Each member in the own name, in the own session, now.
create policy order_signer_signed on order_signer for update to vatsalya_desk using (officer_id = app_officer() and signed_at is null)
  with check (officer_id = app_officer() and is_now(signed_at)
    and (signature_id is null or own_signature(signature_id)));
grant select, insert, update (signed_at, method, consent, text_hash, signature_id) on order_signer to vatsalya_desk;
-- Whoever may read a made order sees what it was signed with.
create policy officer_signature_of_order on officer_signature for select to vatsalya_desk
  using ((select true from order_signer s join committee_order o on o.id = s.order_id where s.signature_id = officer_signature.id and o.made_at is not null limit 1));
grant select on committee_order, order_signer to vatsalya_worker;

-- Form 22, ordered by Form 21: written by the office it was ordered from, read by the Committee once it is submitted. Answers are only added, of a field
-- the latest stands; what is psychological or of abuse lies sealed in a column of its own.
create table social_report (
  id uuid primary key,
  record_id uuid not null constraint social_report_record references record,
  order_id uuid not null constraint social_report_order references committee_order constraint social_report_once unique,
  cwc_id uuid not null constraint social_report_cwc references office,
  to_office_id uuid not null constraint social_report_to references office,
  due_on date not null,
  version int not null,
  submitted_at timestamptz,
  submitted_by uuid constraint social_report_submitter references officer
);
create index social_report_record_id on social_report (record_id);
create index social_report_to_write on social_report (to_office_id) where submitted_at is null;
create index social_report_submitted on social_report (cwc_id, submitted_at) where submitted_at is not null;
create table social_report_answer (
  report_id uuid not null constraint social_report_answer_report references social_report,
  field text not null,
  version int not null,
  value text,
  sealed bytea,
  by_officer uuid not null constraint social_report_answer_officer references officer,
  at timestamptz not null,
  primary key (report_id, field, version),
  constraint social_report_answer_one_way check ((value is null) <> (sealed is null))
);
call secure_table('social_report');
call secure_table('social_report_answer');
-- And by whom two people let read what is sealed in it, while it stands open.
create policy social_report_read on social_report for select to vatsalya_desk
  using (to_office_id = (select app_office()) or ((select app_role()) in ('cwc-chairperson', 'cwc-member') and (select true from record r where r.id = record_id))
    or (submitted_at is not null and (unsealed_to_me(record_id, 'harm') or unsealed_to_me(record_id, 'psychological'))));
create policy social_report_ordered on social_report for insert to vatsalya_desk
  with check (cwc_id = app_office() and version = 0 and submitted_at is null and committee_sees(record_id));
create policy social_report_written on social_report for update to vatsalya_desk
  using (to_office_id = app_office() and submitted_at is null) with check (to_office_id = app_office() and (submitted_at is null or (submitted_by = app_officer() and is_now(submitted_at))));
create policy social_report_answer_read on social_report_answer for select to vatsalya_desk
  using ((select true from social_report r where r.id = report_id and (r.to_office_id = (select app_office()) or r.submitted_at is not null)));
create policy social_report_answer_added on social_report_answer for insert to vatsalya_desk
  with check (by_officer = app_officer() and is_now(at) and (select true from social_report r where r.id = report_id and r.to_office_id = app_office() and r.submitted_at is null));
grant select, insert, update (version, submitted_at, submitted_by) on social_report to vatsalya_desk;
grant select, insert on social_report_answer to vatsalya_desk;
grant select on social_report to vatsalya_worker;

-- The child's home lies elsewhere; the order that sends the child there, and what the other Committee answers.
create table home_elsewhere (
  id uuid primary key,
  record_id uuid not null constraint home_elsewhere_record references record,
  cwc_id uuid not null constraint home_elsewhere_cwc references office,
  lies_in text not null constraint home_elsewhere_lies_in check (lies_in in ('district', 'state', 'country')),
  place text not null,
  recorded_by uuid not null constraint home_elsewhere_officer references officer,
  recorded_at timestamptz not null
);
create table committee_transfer (
  order_id uuid primary key constraint committee_transfer_order references committee_order,
  record_id uuid not null constraint committee_transfer_record references record,
  from_cwc uuid not null constraint committee_transfer_from references office,
  to_cwc uuid not null constraint committee_transfer_to references office,
  sent_on date,
  sent_how text,
  answer text constraint committee_transfer_answer check (answer in ('accepted', 'refused')),
  answer_because text,
  answered_at timestamptz,
  answered_by uuid constraint committee_transfer_answerer references officer,
  constraint committee_transfer_apart check (from_cwc <> to_cwc),
  constraint committee_transfer_answered_whole check ((answer is null) = (answered_at is null) and (answer is null or sent_on is not null)),
  constraint committee_transfer_refused_with_reason check (answer is distinct from 'refused' or answer_because is not null)
);
create index committee_transfer_record_id on committee_transfer (record_id);
create index committee_transfer_waiting on committee_transfer (to_cwc) where answer is null;
-- A child produced before the asker's Committee, and not since before another: a case of its own, whoever holds the record.
create function before_own_committee(child uuid) returns boolean language sql stable as $$
  select coalesce(app_role() in ('cwc-chairperson', 'cwc-member') and exists (select from production p join record r on r.id = p.record_id and r.closed_at is null
    where p.record_id = child and p.cwc_id = app_office()
      and not exists (select from committee_transfer t where t.record_id = child and t.from_cwc = p.cwc_id and t.answer = 'accepted' and t.answered_at > p.recorded_at)), false)
$$;
revoke execute on function before_own_committee from public;
grant execute on function before_own_committee to vatsalya_desk;
create table escort_journey (
  order_id uuid primary key constraint escort_journey_order references committee_order,
  record_id uuid not null constraint escort_journey_record references record,
  office_id uuid not null constraint escort_journey_office references office,
  escort_name text not null,
  escort_id text,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  handed_to text not null,
  receipt text, -- number of the hand-over receipt
  recorded_by uuid not null constraint escort_journey_officer references officer,
  recorded_at timestamptz not null,
  constraint escort_journey_order_of_time check (ended_at > started_at)
);
create index escort_journey_record_id on escort_journey (record_id);
create table follow_up (
  id uuid primary key,
  record_id uuid not null constraint follow_up_record references record,
  office_id uuid not null constraint follow_up_office references office,
  restored_on date not null,
  visit text not null constraint follow_up_visit check (visit in ('first', 'two-months', 'six-months')),
  visited_on date not null,
  found text not null,
  recorded_by uuid not null constraint follow_up_officer references officer,
  recorded_at timestamptz not null,
  constraint follow_up_once unique (record_id, restored_on, visit)
);
create table order_appeal (
  id uuid primary key,
  order_id uuid not null constraint order_appeal_order references committee_order,
  record_id uuid not null constraint order_appeal_record references record,
  cwc_id uuid not null constraint order_appeal_cwc references office,
  appeal_to text not null constraint order_appeal_to check (appeal_to in ('district-magistrate', 'childrens-court')),
  appealed_on date not null,
  appealed_by text not null,
  outcome text,
  recorded_by uuid not null constraint order_appeal_officer references officer,
  recorded_at timestamptz not null
);
create index order_appeal_record_id on order_appeal (record_id);
create table without_parents (
  id uuid primary key,
  record_id uuid not null constraint without_parents_record references record,
  cwc_id uuid not null constraint without_parents_cwc references office,
  because text not null constraint without_parents_because check (because in ('orphan', 'abandoned', 'surrendered')),
  applied_on date, -- Form 23
  deed_on date, -- Form 24
  surrendered_by text,
  surrender_reasons text,
  counselled boolean not null,
  who_came text, -- the family came forward
  came_on date,
  recorded_by uuid not null constraint without_parents_officer references officer,
  recorded_at timestamptz not null,
  constraint without_parents_deed check ((because = 'surrendered') = (deed_on is not null))
);
create index without_parents_record_id on without_parents (record_id, recorded_at);
create table free_certificate ( -- Form 25
  order_id uuid primary key constraint free_certificate_order references committee_order,
  record_id uuid not null constraint free_certificate_record references record,
  cwc_id uuid not null constraint free_certificate_cwc references office,
  given_on date not null,
  basis text not null,
  photograph_sent boolean not null,
  recorded_by uuid not null constraint free_certificate_officer references officer,
  recorded_at timestamptz not null
);
create index free_certificate_record_id on free_certificate (record_id);

do $$
declare name text;
begin
  foreach name in array array['home_elsewhere', 'order_appeal', 'without_parents', 'free_certificate'] loop
    call secure_table(name);
    execute format('create policy %I on %I for select to vatsalya_desk using ((select app_role()) in (''cwc-chairperson'', ''cwc-member'')
      and (cwc_id = (select app_office()) or (select true from record r where r.id = record_id)))', name || '_read', name);
    execute format('create policy %I on %I for insert to vatsalya_desk with check (cwc_id = app_office() and recorded_by = app_officer() and is_now(recorded_at)
      and committee_sees(record_id) and may_write_record(record_id))', name || '_added', name);
    execute format('grant select, insert on %I to vatsalya_desk', name);
    execute format('grant select on %I to vatsalya_worker', name);
  end loop;
  foreach name in array array['escort_journey', 'follow_up'] loop
    call secure_table(name);
    execute format('create policy %I on %I for select to vatsalya_desk using (office_id = (select app_office()) or ((select app_role()) in (''cwc-chairperson'', ''cwc-member'') and (select true from record r where r.id = record_id)))', name || '_read', name);
    execute format('create policy %I on %I for insert to vatsalya_desk with check (office_id = app_office() and recorded_by = app_officer() and is_now(recorded_at)
      and may_write_record(record_id))', name || '_added', name);
    execute format('grant select, insert on %I to vatsalya_desk', name);
    execute format('grant select on %I to vatsalya_worker', name);
  end loop;
end $$;
create policy without_parents_family on without_parents for update to vatsalya_desk
  using (cwc_id = app_office() and may_write_record(record_id)) with check (cwc_id = app_office());
grant update (who_came, came_on) on without_parents to vatsalya_desk;

call secure_table('committee_transfer');
create policy committee_transfer_read on committee_transfer for select to vatsalya_desk
  using (app_role() in ('cwc-chairperson', 'cwc-member') and (from_cwc = app_office() or (to_cwc = app_office() and sent_on is not null)));
create policy committee_transfer_ordered on committee_transfer for insert to vatsalya_desk
  with check (from_cwc = app_office() and sent_on is null and answer is null and committee_sees(record_id));
-- Whoever sends says that the records went; whoever is sent to answers, once, in the own name.
create policy committee_transfer_sent on committee_transfer for update to vatsalya_desk
  using (from_cwc = app_office() and sent_on is null) with check (from_cwc = app_office() and sent_on is not null and answer is null);
create policy committee_transfer_answered on committee_transfer for update to vatsalya_desk
  using (to_cwc = app_office() and sent_on is not null and answer is null) with check (to_cwc = app_office() and answered_by = app_officer() and is_now(answered_at));
grant select, insert, update (sent_on, sent_how, answer, answer_because, answered_at, answered_by) on committee_transfer to vatsalya_desk;
grant select on committee_transfer to vatsalya_worker;

-- A sexual offence against a child (POCSO Act 2012 s.19(6), s.23; POCSO Rules 2020 r.4): what the police took down, whom they told, what the Committee decided, and who
-- stays by the child. Read by the child's Committee, the station of the case, the office of the support person, and by nobody else who sees the child.
create table sexual_offence_case (
  id uuid primary key,
  record_id uuid not null constraint sexual_offence_case_record references record,
  station_id uuid not null constraint sexual_offence_case_station references office,
  setting text not null constraint sexual_offence_case_setting check (setting in ('elsewhere', 'shared-household', 'institution-without-parents', 'no-home-or-support')),
  taken_at timestamptz not null, -- when the police had the information
  words_sealed bytea not null, -- number and sections of the FIR, what was told
  recorded_by uuid not null constraint sexual_offence_case_officer references officer,
  recorded_at timestamptz not null,
  constraint sexual_offence_case_of_record unique (id, record_id)
);
create index sexual_offence_case_record_id on sexual_offence_case (record_id, taken_at);
create index sexual_offence_case_station_id on sexual_offence_case (station_id);
create table support_person (
  id uuid primary key,
  case_id uuid not null,
  record_id uuid not null constraint support_person_record references record,
  kind text not null constraint support_person_kind check (kind in ('support-person', 'interpreter', 'special-educator')),
  words_sealed bytea not null, -- name, organisation, telephone, language; why it ended
  office_id uuid constraint support_person_office references office, -- the office here that answers for a support person
  consent_by text constraint support_person_consent check (consent_by in ('child', 'guardian', 'both')),
  from_on date not null,
  ended_on date,
  cwc_id uuid not null constraint support_person_cwc references office,
  named_by uuid not null constraint support_person_officer references officer,
  named_at timestamptz not null,
  ended_because_sealed bytea,
  constraint support_person_case foreign key (case_id, record_id) references sexual_offence_case (id, record_id),
  constraint support_person_whole check (kind <> 'support-person' or (office_id is not null and consent_by is not null)),
  constraint support_person_in_order check (ended_on >= from_on),
  constraint support_person_ended_whole check ((ended_on is null) = (ended_because_sealed is null))
);
create unique index support_person_one on support_person (case_id) where kind = 'support-person' and ended_on is null;
create index support_person_record_id on support_person (record_id);
create index support_person_office_id on support_person (office_id) where ended_on is null;
create table sexual_offence_step (
  id uuid primary key,
  case_id uuid not null,
  record_id uuid not null constraint sexual_offence_step_record references record,
  kind text not null constraint sexual_offence_step_kind check (kind in ('told-committee', 'told-court', 'produced', 'household', 'support-report', 'compensation')),
  happened_at timestamptz not null,
  leaves boolean, -- the household, as the Committee decided
  rupees int constraint sexual_offence_step_rupees check (rupees > 0),
  words_sealed bytea not null,
  office_id uuid not null constraint sexual_offence_step_office references office,
  recorded_by uuid not null constraint sexual_offence_step_officer references officer,
  recorded_at timestamptz not null,
  constraint sexual_offence_step_case foreign key (case_id, record_id) references sexual_offence_case (id, record_id),
  constraint sexual_offence_step_whole check ((kind = 'household') = (leaves is not null) and (kind = 'compensation') = (rupees is not null))
);
create index sexual_offence_step_record_id on sexual_offence_step (record_id, happened_at);

create function sees_offence(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select app_officer() is not null and (
    (app_role() in ('cwc-chairperson', 'cwc-member') and exists (select from record r where r.id = asked and record_visible(r.id, r.office_id, r.district_code, r.state_code)))
    or exists (select from sexual_offence_case c where c.record_id = asked and c.station_id = app_office())
    or exists (select from support_person s where s.record_id = asked and s.office_id = app_office() and s.ended_on is null)
    or unsealed_to_me(asked, 'sexual-offence'))
$$;
revoke execute on function sees_offence from public;
grant execute on function sees_offence to vatsalya_desk, vatsalya_citizen;

do $$
declare name text;
begin
  foreach name in array array['sexual_offence_case', 'support_person', 'sexual_offence_step'] loop
    call secure_table(name);
    execute format('create policy %I on %I for select to vatsalya_desk using (sees_offence(record_id))', name || '_read', name);
    execute format('grant select, insert on %I to vatsalya_desk', name);
    execute format('grant select on %I to vatsalya_worker', name);
  end loop;
end $$;
create policy sexual_offence_case_taken on sexual_offence_case for insert to vatsalya_desk
  with check (station_id = app_office() and recorded_by = app_officer() and is_now(recorded_at) and app_reach() <> 'none'
    and app_role() in ('station-in-charge', 'investigating-officer', 'child-welfare-police-officer', 'juvenile-police-head') and (select true from record r where r.id = record_id));
create policy support_person_named on support_person for insert to vatsalya_desk
  with check (cwc_id = app_office() and named_by = app_officer() and is_now(named_at) and ended_on is null and committee_sees(record_id) and may_write_record(record_id));
create policy support_person_ended on support_person for update to vatsalya_desk
  using (ended_on is null and committee_sees(record_id) and may_write_record(record_id)) with check (ended_on is not null);
grant update (ended_on, ended_because_sealed) on support_person to vatsalya_desk;
-- The police of the case, the Committee, the support person's office: each what is theirs.
create policy sexual_offence_step_done on sexual_offence_step for insert to vatsalya_desk
  with check (office_id = app_office() and recorded_by = app_officer() and is_now(recorded_at) and case
    when kind in ('told-committee', 'told-court', 'produced') then (select true from sexual_offence_case c where c.id = case_id and c.station_id = app_office())
    when kind = 'support-report' then committee_sees(record_id) or (select true from support_person s where s.case_id = sexual_offence_step.case_id and s.kind = 'support-person'
      and s.office_id = app_office() and s.ended_on is null)
    else committee_sees(record_id) and may_write_record(record_id) end);

-- Nothing else of the portal says that there is such a case: its happenings and its duties are not there for whoever may not read it.
create policy diary_entry_of_offence on diary_entry as restrictive for select to vatsalya_desk, vatsalya_citizen
  using (happening not in ('inquiry.sexualOffenceRecorded', 'inquiry.sexualOffenceReported', 'inquiry.producedForSafety', 'inquiry.householdDecided', 'inquiry.supportPersonNamed',
    'inquiry.supportPersonReported', 'inquiry.supportPersonReleased') or sees_offence(record_id));
do $$
declare name text;
begin
  foreach name in array array['obligation', 'duty_act', 'duty_word'] loop
    execute format('create policy %I on %I as restrictive for select to vatsalya_desk, vatsalya_citizen
      using (rule_id not in (''F08'', ''F08.2'', ''F09'', ''F10'', ''F10.2'', ''F10.3'') or sees_offence(record_id))', name || '_of_offence', name);
  end loop;
end $$;
