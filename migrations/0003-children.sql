-- What a record says of a child: description, names, marks, photographs, keys to find it by; then the three kinds of record.

create table description (
  record_id uuid primary key constraint description_record references record,
  sex text constraint description_sex check (sex in ('female', 'male', 'third')),
  birth_date date,
  age_low_months int,
  age_high_months int,
  age_on date,
  age_basis text constraint description_age_basis check (age_basis in ('document', 'medical', 'told', 'apparent')),
  height_low_cm int,
  height_high_cm int,
  complexion text,
  build text,
  languages text[] not null default '{}',
  clothing text,
  disability text,
  home_words text[] not null default '{}',
  home_district text constraint description_home_district references district,
  words_repeated text,
  constraint description_age_range check (age_low_months between 0 and 18 * 12 + 11 + 120 and age_high_months >= age_low_months)
);
create index description_home_district on description (home_district) where home_district is not null;

create table given_name (
  record_id uuid not null constraint given_name_record references record,
  ordinal int not null,
  bearer text not null constraint given_name_bearer check (bearer in ('child', 'father', 'mother', 'guardian', 'sibling')),
  text text not null constraint given_name_text check (length(text) between 1 and 200),
  alias boolean not null default false,
  primary key (record_id, ordinal)
);

create table mark (
  record_id uuid not null constraint mark_record references record,
  ordinal int not null,
  kind text not null,
  site text,
  side text constraint mark_side check (side in ('left', 'right')),
  text text,
  primary key (record_id, ordinal)
);

create table photograph (
  id uuid primary key,
  record_id uuid not null constraint photograph_record references record,
  name text not null constraint photograph_name_unique unique,
  taken_on date,
  supplied_by text not null,
  width int not null,
  height int not null,
  sha256 bytea not null,
  added_at timestamptz not null,
  added_by uuid,
  removed_at timestamptz,
  cropped_from uuid constraint photograph_cropped_from references photograph -- a part of that one, cut out by an officer for a notice
);
create index photograph_record_id on photograph (record_id, added_at desc);
create index photograph_sha256 on photograph (sha256) where removed_at is null;
-- What other modules may know of a picture: whether two records hold the very same one.
create view photograph_print with (security_invoker) as select record_id, sha256, added_at, added_by from photograph where removed_at is null;
grant select on photograph_print to vatsalya_desk, vatsalya_worker;

-- Sounds of the child's and the parents' names: an officer's search finds by them, and the matcher counts how common they are. Candidates are found
-- in the matcher's own copy of the open register (matching/register.ts), not here. Rebuilt with each change of the description.
create table retrieval_key (
  family text not null,
  key text not null,
  record_id uuid not null constraint retrieval_key_record references record,
  record_kind text not null,
  primary key (record_id, family, key)
);
-- The key before its family: its first letters tell rows apart, which makes the index several times quicker to build.
create index retrieval_key_key on retrieval_key (key, family, record_id);

-- Whether a child's file may be written: by who may change the record, or another child's of the same complaint (one FIR stands for them all).
-- Runs as its owner, or the row security of the tables it asks would ask it again.
create function may_write_record(asked uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from record r where r.id = asked and (r.reporter_key = app_reporter() or record_changeable(r.office_id, r.district_code)))
    or exists (select from missing_report mine join missing_report theirs using (complaint_id) join record r on r.id = theirs.record_id
      where mine.record_id = asked and record_changeable(r.office_id, r.district_code));
end $$;
revoke execute on function may_write_record from public;
grant execute on function may_write_record to vatsalya_desk, vatsalya_citizen, vatsalya_worker;

-- Nobody writes in another's name, nor for another office or door. Who the child is, and that the child went home, the Committee alone says.
create policy diary_entry_added on diary_entry for insert to vatsalya_desk
  with check (door = 'desk' and written_in = pg_current_xact_id() and by_officer is not distinct from app_officer() and by_office is not distinct from app_office()
    and (happening not in ('identity.confirmed', 'identity.refused', 'found.restored', 'inquiry.orderMade', 'inquiry.finalOrderMade', 'inquiry.declaredLegallyFree', 'inquiry.certificateGiven',
      'inquiry.placementRatified', 'inquiry.reportOrdered', 'inquiry.escortOrdered', 'inquiry.transferOrdered', 'inquiry.recordsSent',
      'inquiry.householdDecided', 'inquiry.supportPersonNamed', 'inquiry.supportPersonReleased') or app_role() in ('cwc-chairperson', 'cwc-member'))
    and may_write_record(record_id));
create policy diary_entry_of_citizen on diary_entry for insert to vatsalya_citizen
  with check (door = 'citizen' and written_in = pg_current_xact_id() and by_officer is null and by_office is null and happening in ('missing.reported', 'missing.traffickingSuspected',
    'missing.nodalOfficersAlerted', 'missing.photographAdded', 'record.corrected', 'sighting.reported') and may_write_record(record_id));
-- What another office than the record's rightly adds to its diary: a judgement, the Committee's answer, a receipt, the hand-over it has just made.
create policy diary_entry_told on diary_entry for insert to vatsalya_desk
  with check (door = 'desk' and written_in = pg_current_xact_id() and by_officer = app_officer() and by_office = app_office() and ((happening in ('match.judged', 'match.judgementReversed', 'missing.alertAcknowledged')
      and (select true from record r where r.id = record_id))
    or (happening in ('missing.policeReportConfirmed', 'missing.policeReportDenied') and app_role() in ('cwc-chairperson', 'cwc-member')
      and (select true from record r where r.id = record_id))
    or (happening in ('identity.confirmed', 'identity.refused', 'found.restored', 'found.journeyRecorded', 'found.produced', 'found.placed') -- a child produced again is told to the reports already confirmed
      and app_role() in ('cwc-chairperson', 'cwc-member') and (select true from record r where r.id = record_id))
    or (happening in ('inquiry.transferAccepted', 'inquiry.transferRefused') and app_role() in ('cwc-chairperson', 'cwc-member')
      and exists (select from record_access a where a.record_id = diary_entry.record_id and a.office_id = app_office() and a.ground = 'transfer' and a.until is null))
    -- A child in a home tells of an offence: the station that takes the information down does not hold the record.
    or (happening in ('inquiry.sexualOffenceRecorded', 'inquiry.sexualOffenceReported', 'inquiry.producedForSafety')
      and app_role() in ('station-in-charge', 'investigating-officer', 'child-welfare-police-officer', 'juvenile-police-head') and (select true from record r where r.id = record_id))
    or (happening in ('missing.movedToStation', 'missing.transferredToAntiTrafficking', 'sighting.movedToStation')
      and exists (select from record_access a where a.record_id = diary_entry.record_id and a.office_id = app_office() and a.ground = 'transfer'))));

-- Read by who sees the record, written by who may change it. The record is looked up, row by row: written as `exists`, the planner reads the whole
-- table of records once a list has some thirty rows (24 ms against 1 ms at 50,000 children).
create procedure secure_through_record(target text) language plpgsql as $$
begin
  call secure_table(target);
  execute format('create policy %I on %I for select to vatsalya_desk, vatsalya_citizen
    using ((select true from record r where r.id = record_id))', target || '_read', target);
  execute format('create policy %I on %I for insert to vatsalya_desk, vatsalya_citizen
    with check (may_write_record(record_id))', target || '_added', target);
  execute format('create policy %I on %I for update to vatsalya_desk, vatsalya_citizen
    using (may_write_record(record_id)) with check (may_write_record(record_id))', target || '_changed', target);
  execute format('create policy %I on %I for delete to vatsalya_desk, vatsalya_citizen
    using (may_write_record(record_id))', target || '_removed', target);
end $$;

do $$
declare name text;
begin
  foreach name in array array['description', 'given_name', 'mark', 'photograph', 'retrieval_key'] loop
    call secure_through_record(name);
  end loop;
end $$;
grant select, insert, update on description, photograph to vatsalya_desk, vatsalya_citizen, vatsalya_worker;
grant select, insert, delete on given_name, mark, retrieval_key to vatsalya_desk, vatsalya_citizen, vatsalya_worker;

-- Search before registering, across the nation, on minimum fields only: which records share keys with what was typed.
create function search_records(kinds text[], keys text[], at_most int) returns table (record_id uuid, shared_keys bigint)
language sql stable security definer rows 30 set search_path = public as $$
  select rk.record_id, count(*) from retrieval_key rk
  where rk.family = 'child-name' and rk.key = any (keys) and rk.record_kind = any (kinds) and app_reach() <> 'none'
  group by rk.record_id order by count(*) desc, rk.record_id desc limit at_most
$$;

-- The minimum fields of a record: no name, no photograph, nothing of the file.
create function record_headers(ids uuid[])
returns table (record_id uuid, kind text, reference text, status text, office_id uuid, district_code text, happened_at timestamptz,
  sex text, age_low_months int, age_high_months int, age_on date)
language sql stable security definer rows 30 set search_path = public as $$
  select r.id, r.kind, r.reference, r.status, r.office_id, r.district_code, r.happened_at, d.sex, d.age_low_months, d.age_high_months, d.age_on
  from record r left join description d on d.record_id = r.id
  where r.id = any (ids) and (app_reach() <> 'none' or pg_has_role(asking_role(), 'vatsalya_worker', 'member'))
$$;
-- Whether a report may stand for another of the same child (a duplicate), whoever holds it. Only yes or no passes.
create function is_open_report(asked text) returns boolean language sql stable security definer set search_path = public as $$
  select app_reach() <> 'none' and exists (select from record where reference = asked and kind = 'missing' and closed_at is null)
$$;
revoke execute on function search_records, record_headers, is_open_report from public;
grant execute on function search_records, record_headers, is_open_report to vatsalya_desk, vatsalya_worker;

-- An address as it is compared: letters and digits of any script, small; too short a one says nothing, nor do the words for "none".
create function address_key(address text) returns text language sql immutable parallel safe as $$
  select case when length(plain) >= 15 and plain not in ('addressnotknown', 'addressnotavailable', 'addressnotgiven', 'notknownnotavailable') then md5(plain) end
  from (select regexp_replace(lower(address), '[[:space:][:punct:]]+', '', 'g') as plain) folded
$$;

-- One number of a station written in two ways has the same digits.
create function digits_of_paper(number text) returns text language sql immutable parallel safe as $$
  select case when number is not null then coalesce(ltrim(substring(replace(number, ' ', '') from '[0-9]+'), '0'), '') end
$$;

-- One complaint may name several children: one missing report each.
create table complaint (
  id uuid primary key,
  station_id uuid not null constraint complaint_station references office,
  source text not null,
  received_at timestamptz not null,
  informant_name text,
  informant_relation text,
  informant_telephone_sealed bytea,
  telephone_key text, -- keyed hash of the informant's or the reporting citizen's telephone
  informant_address text,
  -- Kept, not worked out when asked: row security lets nobody look by a function that is not leakproof, and every complaint would be read.
  address_key text generated always as (address_key(informant_address)) stored,
  paper text constraint complaint_paper check (paper in ('fir', 'zero-fir', 'general-diary')),
  paper_number text,
  paper_digits text generated always as (digits_of_paper(paper_number)) stored, -- kept for the same reason
  paper_in_script boolean generated always as (paper_number ~ '[^ -~]') stored, -- its digits may be those of any script
  paper_year int,
  paper_at timestamptz,
  sections text[] not null default '{}',
  delay_reason text,
  reporter_key text,
  withdrawn_at timestamptz, -- entered in error: its paper's number is free
  constraint complaint_paper_whole check (paper is null or (paper_number is not null and paper_at is not null))
);
create unique index complaint_paper_unique on complaint (station_id, paper, paper_year, paper_number) where paper is not null and withdrawn_at is null;
create index complaint_paper on complaint (paper_number, paper_year) where paper_number is not null;
create index complaint_paper_digits on complaint (station_id, paper_year, paper_digits) where paper_digits is not null;
create index complaint_paper_in_script on complaint (station_id, paper_year) where paper_in_script;
create index complaint_telephone_key on complaint (telephone_key) where telephone_key is not null;
create index complaint_address_key on complaint (address_key) where address_key is not null;

create table missing_report (
  record_id uuid primary key constraint missing_report_record references record,
  complaint_id uuid not null constraint missing_report_complaint references complaint,
  last_seen_place text,
  last_seen_with text,
  last_seen_known boolean not null default true, -- false: nobody could say when; the record then carries the time of the report
  last_seen_time_known boolean not null default true, -- false: only the day was told; the record then carries its noon
  circumstance text,
  details text,
  previous_episodes boolean,
  officer_id uuid constraint missing_report_officer references officer,
  anti_trafficking_office_id uuid constraint missing_report_anti_trafficking_office references office,
  offence_link boolean not null default false, -- POCSO or BNS 64-71: removes every right to publish
  contact_barred boolean not null default false, -- this child is kept from somebody
  asker_barred boolean not null default false -- made from the telephone of somebody whom a child is kept from: never public, and whoever made it is told nothing else
);
create index missing_report_complaint_id on missing_report (complaint_id);

-- What other modules may know of a report's paper: its number, to find the record by.
create view report_paper with (security_invoker) as
  select m.record_id, c.paper, c.paper_number, c.paper_digits, c.paper_year, c.id as complaint_id, c.station_id from missing_report m join complaint c on c.id = m.complaint_id;
grant select on report_paper to vatsalya_desk, vatsalya_worker;

-- What two reports of one child may share to the letter.
create view report_identifier with (security_invoker) as
  select m.record_id, c.id as complaint_id, c.paper, c.telephone_key, c.address_key
  from missing_report m join complaint c on c.id = m.complaint_id;
grant select on report_identifier to vatsalya_desk, vatsalya_worker;

create table risk_assessment (
  id uuid primary key,
  record_id uuid not null constraint risk_assessment_record references record,
  signs text[] not null,
  level text not null constraint risk_assessment_level check (level in ('standard', 'high')),
  urgency text,
  lines_of_inquiry text,
  assessed_by uuid constraint risk_assessment_officer references officer,
  assessed_at timestamptz not null
);
create index risk_assessment_record_id on risk_assessment (record_id, assessed_at desc);

-- The words behind a bare diary entry: why closed, where traced, what was remembered. Kept apart so that they can be sealed or destroyed.
create table missing_note (
  id uuid primary key,
  record_id uuid not null constraint missing_note_record references record,
  text text not null,
  written_by uuid constraint missing_note_officer references officer,
  written_at timestamptz not null
);
create index missing_note_record_id on missing_note (record_id, written_at);

create table alert (
  id uuid primary key,
  record_id uuid not null constraint alert_record references record,
  office_id uuid not null constraint alert_office references office,
  sent_at timestamptz not null,
  delivered_at timestamptz,
  read_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid constraint alert_officer references officer,
  instead_of uuid constraint alert_instead_of references office, -- the vacant post below this office, whose alert it is as well
  why text not null default 'nodal' constraint alert_why check (why in
    ('nodal', 'police', 'committee', 'legal-services', 'station', 'next-stop', 'line-end', 'adjoining')),
  line text, -- the railway line down which this office lies
  constraint alert_once unique (record_id, office_id)
);
create index alert_office_waiting on alert (office_id, sent_at) where acknowledged_at is null;
create index alert_office_acknowledged on alert (office_id, sent_at) where acknowledged_at is not null;
create index alert_undelivered on alert (office_id) where delivered_at is null;

-- A public notice exists only by an authorised publication (JJ Act s.74): whose authority, by which order, which fields, until when.
create table notice (
  id uuid primary key,
  public_id text not null constraint notice_public_id_unique unique,
  record_id uuid not null constraint notice_record references record,
  authority text not null constraint notice_authority check (authority in ('cwc', 'jjb', 'court', 'police-tracing')),
  order_number text not null,
  reasons text not null,
  fields text[] not null constraint notice_fields check (fields <@ array['name', 'age', 'sex', 'photograph', 'clothing', 'lastSeen']),
  photograph_id uuid constraint notice_photograph references photograph,
  photograph_name text constraint notice_photograph_name_unique unique, -- public name, unrelated to the file's own
  authorised_by uuid not null constraint notice_officer references officer,
  authorised_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_because text,
  no_sexual_offence boolean not null default false, -- the officer's word where the sections charged could not be read
  listed_under text not null constraint notice_district references district, -- the record's district, kept here so that a place's notices are found by an index
  constraint notice_expires_later check (expires_at > authorised_at)
);
create unique index notice_live_once on notice (record_id) where withdrawn_at is null;
create index notice_record_id on notice (record_id, authorised_at desc);
create index notice_live on notice (authorised_at desc) where withdrawn_at is null;
create index notice_listed_under on notice ((case when withdrawn_at is null and 'lastSeen' = any (fields) then listed_under end), authorised_at desc);
create function notice_follows_record() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update notice set listed_under = new.district_code where record_id = new.id;
  return null;
end $$;
create trigger notice_follows_record after update of district_code on record for each row
  when (new.district_code <> old.district_code) execute function notice_follows_record();

create table found_child (
  record_id uuid primary key constraint found_child_record references record,
  found_place text,
  found_with text,
  circumstances text,
  condition text,
  belongings text,
  brought_by text,
  brought_by_name text,
  brought_by_telephone_sealed bytea,
  allegation_of_offence boolean,
  police_informed boolean,
  treatment text,
  efforts_to_trace text, -- Form 17
  closing_reasons text
);

-- Form 17: what goes with the child to the Committee. What the record says already (the child, the finding) is not said twice; `described_version`
-- tells which description it was.
create table production_report (
  id uuid primary key,
  record_id uuid not null constraint production_report_record references record,
  office_id uuid not null constraint production_report_office references office,
  filed_at timestamptz not null, -- when it was made
  described_version int not null,
  case_number text,
  produced_in text, -- where the child is to be produced
  producer_name text not null,
  producer_designation text,
  producer_organisation text,
  producer_sex text constraint production_report_producer_sex check (producer_sex in ('female', 'male', 'other')),
  producer_age int constraint production_report_producer_age check (producer_age between 18 and 110),
  producer_address text,
  producer_telephone_sealed bytea,
  parents_address text,
  parents_telephone_sealed bytea,
  parents_occupation text,
  home_reached_at timestamptz,
  efforts_to_trace text not null,
  child_signed text constraint production_report_child_signed check (child_signed in ('signature', 'thumb', 'unable')),
  recorded_by uuid constraint production_report_officer references officer,
  recorded_at timestamptz not null
);
create index production_report_record_id on production_report (record_id, filed_at);

create table sighting (
  record_id uuid primary key constraint sighting_record references record,
  place text,
  seen_with text,
  doing text,
  notice_public_id text,
  reporter_name text,
  reporter_telephone_sealed bytea,
  answer text,
  remark text, -- what the officer found
  answered_by uuid constraint sighting_officer references officer
);

-- A record that a score must not open to another office, which anybody who registers a look-alike could bring about: of a child whom an offence of POCSO
-- or BNS 64-71 concerns, whose whereabouts somebody is barred from learning, or of whom an offence is alleged. Its own office lets the other in, or nobody.
create function record_guarded(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from missing_report m where m.record_id = asked and (m.offence_link or m.contact_barred or m.asker_barred))
    or exists (select from found_child f where f.record_id = asked and f.allegation_of_offence)
$$;
-- Of those, the guarded ones; to an officer of the records the officer sees.
create function guarded_among(ids uuid[]) returns setof uuid language sql stable security definer rows 5 set search_path = public as $$
  select r.id from record r where r.id = any (ids) and record_guarded(r.id)
    and (pg_has_role(asking_role(), 'vatsalya_worker', 'member') or record_visible(r.id, r.office_id, r.district_code, r.state_code))
$$;
revoke execute on function record_guarded, guarded_among from public;
grant execute on function guarded_among to vatsalya_desk, vatsalya_worker;

do $$
declare name text;
begin
  foreach name in array array['missing_report', 'risk_assessment', 'missing_note', 'alert', 'notice', 'found_child', 'sighting'] loop
    call secure_through_record(name);
    execute format('grant select, insert, update on %I to vatsalya_desk, vatsalya_worker', name);
  end loop;
end $$;
-- A child under two, too ill to be produced (F05): what doctors said, the report in place of the production, and the certificate that ends it.
create table unfit_child (
  record_id uuid primary key constraint unfit_child_record references record,
  unfit_at timestamptz not null,
  words_sealed bytea not null, -- doctor, hospital, why
  reported_at timestamptz,
  report_sealed bytea,
  fit_at timestamptz,
  certificate_sealed bytea,
  recorded_by uuid constraint unfit_child_officer references officer,
  recorded_at timestamptz not null,
  constraint unfit_child_in_order check (reported_at >= unfit_at and fit_at >= unfit_at),
  constraint unfit_child_whole check ((reported_at is null) = (report_sealed is null) and (fit_at is null) = (certificate_sealed is null))
);
call secure_through_record('unfit_child');
create policy unfit_child_in_own_name on unfit_child as restrictive for insert to vatsalya_desk with check (recorded_by = app_officer());
grant select, insert, update (reported_at, report_sealed, fit_at, certificate_sealed) on unfit_child to vatsalya_desk;
grant select on unfit_child to vatsalya_worker;

call secure_through_record('production_report');
create policy production_report_in_own_name on production_report as restrictive for insert to vatsalya_desk
  with check (office_id = app_office() and recorded_by = app_officer());
grant select, insert on production_report to vatsalya_desk, vatsalya_worker;
grant select, insert on missing_report, missing_note, sighting, alert to vatsalya_citizen;
call secure_table('complaint');
create policy alert_acknowledged on alert for update to vatsalya_desk using (office_id = app_office()) with check (office_id = app_office());
create policy complaint_read on complaint for select to vatsalya_desk
  using (station_id = app_office() or exists (select from missing_report m where m.complaint_id = complaint.id));
create policy complaint_taken on complaint for insert to vatsalya_desk with check (app_reach() <> 'none' and station_id = app_office());
create policy complaint_changed on complaint for update to vatsalya_desk
  using (exists (select from missing_report m where m.complaint_id = complaint.id and may_write_record(m.record_id))) with check (app_reach() <> 'none');
create policy complaint_reporter on complaint to vatsalya_citizen using (reporter_key = app_reporter()) with check (reporter_key = app_reporter());
grant select, insert, update on complaint to vatsalya_desk, vatsalya_worker;
grant select, insert on complaint to vatsalya_citizen;

-- A section charged stands for every child of its complaint, also those another office holds by now. Only who sees one of them may say so.
create function bar_complaint(charged uuid) returns void language plpgsql security definer set search_path = public as $$
begin
  if not pg_has_role(asking_role(), 'vatsalya_worker', 'member') and not exists (
    select from missing_report m join record r on r.id = m.record_id
    where m.complaint_id = charged and record_visible(r.id, r.office_id, r.district_code, r.state_code)
  ) then
    raise exception 'complaint is not visible to the office that bars it' using errcode = 'insufficient_privilege';
  end if;
  update missing_report set offence_link = true where complaint_id = charged and not offence_link;
end $$;
revoke execute on function bar_complaint from public;
grant execute on function bar_complaint to vatsalya_desk, vatsalya_worker;

-- All the public ever reads of a missing child: live notices, cut down to the fields their order allows; of one that is gone,
-- only that it is. Runs with the owner's rights, so no other row can be reached through it.
create view public_notice with (security_barrier) as
  select n.public_id, n.authorised_at, n.expires_at, n.withdrawn_at, g.gone,
    case when n.withdrawn_at is null and 'lastSeen' = any (n.fields) then n.listed_under end as listed_under, -- word for word as in the index notice_listed_under
    case when not g.gone then n.photograph_name end as photograph_name,
    case when not g.gone and 'name' = any (n.fields) then (select c.text from given_name c where c.record_id = r.id and c.bearer = 'child' order by c.ordinal limit 1) end as name,
    case when not g.gone and 'sex' = any (n.fields) then d.sex end as sex,
    case when not g.gone and 'age' = any (n.fields) then d.age_low_months end as age_low_months,
    case when not g.gone and 'age' = any (n.fields) then d.age_high_months end as age_high_months,
    case when not g.gone and 'age' = any (n.fields) then d.age_on end as age_on,
    case when not g.gone and 'clothing' = any (n.fields) then d.clothing end as clothing,
    case when not g.gone and 'lastSeen' = any (n.fields) then r.district_code end as district_code,
    case when not g.gone and 'lastSeen' = any (n.fields) and m.last_seen_known then (r.happened_at at time zone 'Asia/Kolkata')::date end as last_seen_on,
    case when not g.gone and 'photograph' = any (n.fields) then p.name end as photograph_file,
    case when not g.gone then r.reference end as reference, -- what a caller says; with it alone nothing is opened
    case when not g.gone and 'lastSeen' = any (n.fields) then o.name end as office_name,
    case when not g.gone and 'lastSeen' = any (n.fields) then o.telephone end as office_telephone,
    -- That the child is found alive may be said; of one whom somebody may not look for, or whom an offence concerns, not even that.
    case when n.withdrawn_because = 'traced' and r.status in ('traced', 'produced', 'restored', 'in-care') and not m.offence_link and not m.contact_barred and not m.asker_barred
      and not exists (select from diary_entry e where e.record_id = r.id and e.happening = 'missing.traced' and e.facts ->> 'alive' = 'false')
      then true end as found
  from notice n
  join record r on r.id = n.record_id
  join missing_report m on m.record_id = r.id
  cross join lateral (select coalesce(n.withdrawn_at is not null or n.expires_at <= statement_timestamp() or r.closed_at is not null
      or m.offence_link or m.contact_barred or m.asker_barred
      or r.status in ('traced', 'produced', 'restored', 'in-care', 'closed', 'false-report'), true) as gone) g
  left join description d on d.record_id = r.id
  left join photograph p on p.id = n.photograph_id and p.removed_at is null
  left join office o on o.id = r.office_id;
grant select on public_notice to vatsalya_citizen, vatsalya_desk, vatsalya_worker;

-- The notice of a family's own report, for its posters: of whoever proved the telephone the report was made from; null for everybody else, and where no notice is up.
create function own_live_notice(asked uuid) returns text language sql stable security definer set search_path = public as $$
  select n.public_id from notice n join record r on r.id = n.record_id
  where n.record_id = asked and n.withdrawn_at is null and r.reporter_key = app_reporter()
$$;
revoke execute on function own_live_notice from public;
grant execute on function own_live_notice to vatsalya_citizen;

-- What anybody says against a notice: it is wrong, I am not missing, take it down. Answered by the office that holds the child within a day; whoever asked
-- follows it by the code alone.
create table notice_objection (
  id uuid primary key,
  code text not null constraint notice_objection_code unique,
  public_id text not null constraint notice_objection_notice references notice (public_id),
  record_id uuid not null constraint notice_objection_record references record,
  kind text not null constraint notice_objection_kind check (kind in ('wrong', 'not-missing', 'take-down')),
  words_sealed bytea not null,
  contact_sealed bytea,
  said_at timestamptz not null,
  due_at timestamptz not null,
  told_at timestamptz, -- the office
  alarmed_at timestamptz, -- the district: nobody answered in time
  settled_at timestamptz, -- nobody is told further
  answered_at timestamptz,
  answer text constraint notice_objection_answer check (answer in ('withdrawn', 'stands')),
  answer_words text, -- public to whoever has the code
  answered_by uuid constraint notice_objection_officer references officer,
  constraint notice_objection_whole check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null))
);
create index notice_objection_record_id on notice_objection (record_id);
create index notice_objection_open on notice_objection (due_at) where answered_at is null;
call secure_through_record('notice_objection');
grant select, update (answered_at, answer, answer_words, answered_by) on notice_objection to vatsalya_desk;
grant select, update (told_at, alarmed_at, settled_at) on notice_objection to vatsalya_worker;
-- Against a notice that is on show. Answers whether it was taken.
create function object_to_notice(new_id uuid, new_code text, asked text, what text, words bytea, contact bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  insert into notice_objection (id, code, public_id, record_id, kind, words_sealed, contact_sealed, said_at, due_at)
    select new_id, new_code, n.public_id, n.record_id, what, words, contact, at, at + interval '24 hours'
    from notice n join public_notice p on p.public_id = n.public_id where n.public_id = asked and not p.gone;
  if found then perform pg_notify('notice', ''); end if;
  return found;
end $$;
create function objection_of(asked text) returns table (kind text, said_at timestamptz, due_at timestamptz, answered_at timestamptz, answer text, answer_words text, office_name text, officer_name text)
language sql stable security definer set search_path = public as $$
  select o.kind, o.said_at, o.due_at, o.answered_at, o.answer, o.answer_words, f.name, a.name
  from notice_objection o join record r on r.id = o.record_id join office f on f.id = r.office_id left join missing_report m on m.record_id = r.id
    left join officer a on a.id = coalesce(o.answered_by, m.officer_id) where o.code = asked
$$;
revoke execute on function object_to_notice, objection_of from public;
grant execute on function object_to_notice, objection_of to vatsalya_citizen;

-- Who shows notices beside us: newspapers, railways, welfare bodies, schools; registered by a State's nodal officer, until a day. Nothing of a child.
create table notice_partner (
  id uuid primary key,
  name text not null,
  kind text not null constraint notice_partner_kind check (kind in ('newspaper', 'railway', 'welfare-body', 'school', 'broadcaster')),
  purpose text not null,
  contact_name text not null,
  contact_email text not null,
  state_code text not null constraint notice_partner_state references state,
  age_from int not null,
  age_to int not null,
  token_hash text not null constraint notice_partner_token unique, -- SHA-256; the token is shown once
  embed_key text not null constraint notice_partner_embed unique,
  embed_origin text, -- whose pages may frame the notices
  call_url text, -- where recalls are sent
  valid_until timestamptz not null,
  registered_by uuid not null constraint notice_partner_officer references officer,
  registered_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid constraint notice_partner_ender references officer,
  constraint notice_partner_ages check (age_from between 0 and 18 and age_to between age_from and 18),
  constraint notice_partner_until check (valid_until > registered_at)
);
create index notice_partner_state_code on notice_partner (state_code, registered_at desc);
-- Which notice reached whom: to these a recall goes, whatever became of the registration since.
create table notice_given (
  partner_id uuid not null constraint notice_given_partner references notice_partner,
  public_id text not null constraint notice_given_notice references notice (public_id),
  given_at timestamptz not null,
  constraint notice_given_once primary key (partner_id, public_id)
);
create index notice_given_public_id on notice_given (public_id);
create table notice_recall (
  id uuid primary key,
  partner_id uuid not null constraint notice_recall_partner references notice_partner,
  public_id text not null,
  recalled_at timestamptz not null,
  next_try_at timestamptz,
  attempts int not null default 0,
  failure text, -- of the last call
  acknowledged_at timestamptz,
  alarmed_at timestamptz,
  constraint notice_recall_once unique (partner_id, public_id)
);
create index notice_recall_waiting on notice_recall (next_try_at) where acknowledged_at is null and next_try_at is not null;
create index notice_recall_open on notice_recall (recalled_at) where acknowledged_at is null;
-- In the transaction that ends the notice, whoever ends it.
create function notice_recalled() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into notice_recall (id, partner_id, public_id, recalled_at, next_try_at)
    select gen_random_uuid(), g.partner_id, new.public_id, new.withdrawn_at, case when p.call_url is not null then new.withdrawn_at end
    from notice_given g join notice_partner p on p.id = g.partner_id where g.public_id = new.public_id on conflict do nothing;
  return null;
end $$;
create trigger notice_recalled after update of withdrawn_at on notice for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function notice_recalled();
grant select, insert, update (ended_at, ended_by) on notice_partner to vatsalya_desk;
grant select on notice_partner to vatsalya_worker;
grant select (id, name, state_code, age_from, age_to, token_hash, embed_key, embed_origin, valid_until, ended_at) on notice_partner to vatsalya_citizen;
grant select on notice_given, notice_recall to vatsalya_citizen, vatsalya_worker;
grant select on notice_recall to vatsalya_desk;
grant insert on notice_given to vatsalya_citizen;
grant update (acknowledged_at) on notice_recall to vatsalya_citizen;
grant update (next_try_at, attempts, failure, acknowledged_at, alarmed_at) on notice_recall to vatsalya_worker;

-- Which pages of the public lists a network has opened today (threat A6). `looker` is a keyed hash; forgotten after two days.
create table notice_look (
  looker text not null,
  on_day date not null,
  page text not null,
  constraint notice_look_once primary key (looker, on_day, page)
);
create index notice_look_age on notice_look (on_day);
grant select, insert on notice_look to vatsalya_citizen;
grant select, delete on notice_look to vatsalya_worker;

-- Dead-man switch: what may be shown is what the worker listed and signed a few minutes ago. The door that shows can read the list and sign none;
-- where nobody renews it, everything goes dark. One row.
create table notice_manifest (
  the_one boolean primary key default true constraint notice_manifest_one check (the_one),
  made_at timestamptz not null,
  public_ids text[] not null,
  signature bytea not null -- Ed25519 over the moment and the ids
);
grant select on notice_manifest to vatsalya_citizen, vatsalya_desk;
grant select, insert, update on notice_manifest to vatsalya_worker;
create function notice_announced() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not app_bulk() then perform pg_notify('notice', ''); end if;
  return null;
end $$;
create trigger notice_announced after insert or update on notice for each statement execute function notice_announced();

-- A sealed class of a child's file, opened to one officer who may not read it: asked with a purpose, agreed to by a second person of another office, for half an
-- hour. It opens nothing by itself to anybody else, and lets nobody write.
create table unsealing (
  id uuid primary key,
  record_id uuid not null constraint unsealing_record references record,
  class text not null constraint unsealing_class check (class in ('medical', 'psychological', 'harm', 'sexual-offence')),
  purpose text not null constraint unsealing_purpose check (purpose in ('tracing', 'identification', 'inquiry', 'supervision', 'court-order')),
  need_sealed bytea not null, -- why it is needed, in the asking officer's words
  asked_by uuid not null constraint unsealing_asked_by references officer,
  asked_office uuid not null constraint unsealing_asked_office references office,
  asked_at timestamptz not null,
  answer text constraint unsealing_answer check (answer in ('agreed', 'refused')),
  because_sealed bytea,
  answered_by uuid constraint unsealing_answered_by references officer,
  answered_office uuid constraint unsealing_answered_office references office,
  answered_at timestamptz,
  open_until timestamptz,
  constraint unsealing_answered_whole check ((answer is null) = (answered_by is null) and (answer is null) = (answered_office is null) and (answer is null) = (answered_at is null)
    and (answer is not distinct from 'agreed') = (open_until is not null) and (answer is distinct from 'refused' or because_sealed is not null)),
  constraint unsealing_two_people check (answered_by <> asked_by),
  constraint unsealing_two_offices check (answered_office <> asked_office),
  constraint unsealing_short check (open_until > answered_at and open_until <= answered_at + interval '30 minutes')
);
create unique index unsealing_asked_once on unsealing (record_id, class, asked_by) where answer is null;
create index unsealing_open on unsealing (record_id, asked_by, open_until) where answer = 'agreed';
create index unsealing_waiting on unsealing (asked_at) where answer is null;

-- Who agrees: the Committee of the child, and of all but sexual offences the child protection unit of its district.
create function may_agree(of_class text) returns boolean language sql stable parallel safe as $$
  select app_role() in ('cwc-chairperson', 'cwc-member') or (app_role() = 'child-protection-officer' and of_class <> 'sexual-offence')
$$;
call secure_table('unsealing');
create policy unsealing_read on unsealing for select to vatsalya_desk
  using (asked_by = app_officer() or (may_agree(class) and (select true from record r where r.id = record_id)));
create policy unsealing_asked on unsealing for insert to vatsalya_desk
  with check (asked_by = app_officer() and asked_office = app_office() and is_now(asked_at) and answer is null and (select true from record r where r.id = record_id));
create policy unsealing_answered on unsealing for update to vatsalya_desk
  using (answer is null and asked_by <> app_officer() and asked_office <> app_office() and may_agree(class) and may_write_record(record_id))
  with check (answered_by = app_officer() and answered_office = app_office() and is_now(answered_at));
grant select, insert, update (answer, because_sealed, answered_by, answered_office, answered_at, open_until) on unsealing to vatsalya_desk;
grant select on unsealing to vatsalya_worker;

-- Whether a class of this child's file stands open to whoever asks, in the office that asked for it. For row security of what is sealed.
create function unsealed_to_me(asked uuid, of_class text) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from unsealing u where u.record_id = asked and u.class = of_class and u.asked_by = app_officer() and u.asked_office = app_office()
    and u.answer = 'agreed' and u.open_until > now() - clock_leeway())
$$;
revoke execute on function unsealed_to_me from public;
grant execute on function unsealed_to_me to vatsalya_desk;

-- How each photograph looks (platform/photographs/look.ts), and which look alike: a picture sent again is found. No door reads these tables, nor writes them
-- except through keep_look(); nothing of it is told to who sends a picture.
create table photograph_look (
  photograph_id uuid primary key constraint photograph_look_photograph references photograph,
  record_id uuid not null constraint photograph_look_record references record,
  tones bit(64) not null,
  edges bit(64) not null
);
create index photograph_look_record_id on photograph_look (record_id);
create table photograph_likeness (
  photograph_id uuid not null constraint photograph_likeness_photograph references photograph,
  record_id uuid not null constraint photograph_likeness_record references record,
  other_id uuid not null constraint photograph_likeness_other references photograph, -- it was there first
  other_record_id uuid not null constraint photograph_likeness_other_record references record,
  apart int not null, -- bits that differ, of 128
  noted_at timestamptz not null,
  primary key (photograph_id, other_id)
);
create index photograph_likeness_record_id on photograph_likeness (record_id);
create index photograph_likeness_other_record_id on photograph_likeness (other_record_id);
create index photograph_likeness_other_id on photograph_likeness (other_id);
call secure_table('photograph_look');
call secure_table('photograph_likeness');
grant select on photograph_look, photograph_likeness to vatsalya_worker;

-- Keeps the look of a picture just added, and which of other records' pictures it resembles, the nearest twenty: a sign "no photograph" sent by a thousand
-- would else be a thousand times a thousand rows.
create function keep_look(pictured uuid, its_tones bit(64), its_edges bit(64), most_tones int, most_edges int, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare its_record uuid;
begin
  select p.record_id into its_record from photograph p where p.id = pictured
    and (pg_has_role(asking_role(), 'vatsalya_worker', 'member') or may_write_record(p.record_id));
  if its_record is null then
    raise exception 'the picture is not the asker''s to describe' using errcode = 'insufficient_privilege';
  end if;
  insert into photograph_look (photograph_id, record_id, tones, edges) values (pictured, its_record, its_tones, its_edges);
  insert into photograph_likeness (photograph_id, record_id, other_id, other_record_id, apart, noted_at)
    select pictured, its_record, l.photograph_id, l.record_id, bit_count(l.tones # its_tones) + bit_count(l.edges # its_edges), at
    from photograph_look l
    where bit_count(l.tones # its_tones) <= most_tones and bit_count(l.edges # its_edges) <= most_edges and l.record_id <> its_record
    order by 5, l.photograph_id limit 20;
end $$;
revoke execute on function keep_look from public;
grant execute on function keep_look to vatsalya_desk, vatsalya_citizen, vatsalya_worker;

-- Which pictures of a record were also sent with another; that one is named where the asker sees it. Of a guarded record who does not see it learns nothing:
-- its own office sees the likeness from its side.
create function likenesses_of(asked uuid) returns table (photograph_id uuid, other_record_id uuid, recalled boolean, apart int)
language plpgsql stable security definer set search_path = public as $$
begin
  perform must_see_record(asked);
  return query
    with alike as (
      select l.photograph_id as mine, l.other_id as theirs, l.other_record_id as of_record, l.apart as bits from photograph_likeness l where l.record_id = asked
      union all select l.other_id, l.photograph_id, l.record_id, l.apart from photograph_likeness l where l.other_record_id = asked
    ), told as (
      select a.*, record_visible(r.id, r.office_id, r.district_code, r.state_code) as seen from alike a join record r on r.id = a.of_record
    )
    select t.mine, case when t.seen then t.of_record end,
      exists (select from notice n where n.photograph_id = t.theirs and n.withdrawn_at is not null), t.bits
    from told t join photograph m on m.id = t.mine and m.removed_at is null join photograph o on o.id = t.theirs and o.removed_at is null
    where t.seen or not record_guarded(t.of_record)
    order by t.bits, t.of_record limit 20;
end $$;
revoke execute on function likenesses_of from public;
grant execute on function likenesses_of to vatsalya_desk, vatsalya_worker;
