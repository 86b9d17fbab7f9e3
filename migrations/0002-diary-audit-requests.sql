-- Records and who may reach them, the append-only diary with its outbox, the audit log, idempotency keys, messages and one-time codes.

create table record (
  id uuid primary key,
  kind text not null constraint record_kind check (kind in ('missing', 'found', 'sighting')),
  reference text not null constraint record_reference_unique unique,
  status text not null,
  office_id uuid not null constraint record_office references office,
  district_code text not null constraint record_district references district,
  state_code text not null constraint record_state references state,
  happened_at timestamptz not null, -- last seen, found, or sighted
  opened_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1, -- of the description; a stale edit is refused
  matched_at timestamptz,
  matched_version int,
  reporter_key text, -- keyed hash of the reporting citizen's telephone
  changed_in xid8 not null default pg_current_xact_id(), -- the transaction that last changed what the matcher reads
  constraint record_closed_after_opened check (closed_at is null or closed_at >= opened_at)
);
create index record_office_open on record (office_id, kind, opened_at desc);
create index record_district_kind on record (district_code, kind, opened_at desc);
create index record_state_kind on record (state_code, kind, opened_at desc);
create index record_kind on record (kind, opened_at desc);
create index record_reporter on record (reporter_key) where reporter_key is not null;
create index record_changed_in on record (changed_in, id);
create function record_changed_now() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;
create trigger record_changed_now before update on record for each row
  when ((new.version, new.district_code, new.happened_at, new.closed_at) is distinct from (old.version, old.district_code, old.happened_at, old.closed_at))
  execute function record_changed_now();
create index record_unmatched on record (opened_at) where matched_version is distinct from version and closed_at is null;

-- An office that does not own a record may be let in for one stated ground (a proposed match, an alert, a production, a transfer).
create table record_access (
  record_id uuid not null constraint record_access_record references record,
  office_id uuid not null constraint record_access_office references office,
  ground text not null constraint record_access_ground check (ground in ('match', 'identity', 'alert', 'asked', 'production', 'transfer', 'placement')),
  since timestamptz not null,
  until timestamptz,
  primary key (record_id, office_id, ground)
);
create index record_access_office_id on record_access (office_id) where until is null;

create function record_visible(record_id uuid, owner uuid, district text, state text) returns boolean
language sql stable security definer set search_path = public as $$
  select case app_reach()
    when 'nation' then true
    when 'state' then state = app_state() or exists (select from record_access a where a.record_id = $1 and a.office_id = app_office() and a.until is null)
    when 'district' then district = app_district() or owner = app_office()
      or exists (select from record_access a where a.record_id = $1 and a.office_id = app_office() and a.until is null)
    when 'office' then owner = app_office() or exists (select from record_access a where a.record_id = $1 and a.office_id = app_office() and a.until is null)
    else false end
$$;
revoke execute on function record_visible from public;

-- Who may change a record: the office that holds it, and those who supervise its district. A ground in record_access lets an office read, never write.
create function record_changeable(owner uuid, district text) returns boolean language sql stable parallel safe as $$
  select case app_reach() when 'none' then false when 'district' then owner = app_office() or district = app_district() else owner = app_office() end
$$;

call secure_table('record');
-- The rule of record_visible once more, written out: called as a function it costs a call per row; written so, what does not depend on the row is
-- asked once per query. Whether the office was let in is looked up, row by row and last: as a list (`in`) the planner counts the making of the
-- list anew for every row, and rather reads all records (21 ms against 1 ms for an officer's duties at 50,000 children). Written once for all reaches: each
-- such look-up is planned with every statement that touches a record.
create policy record_read on record for select to vatsalya_desk
  using (case (select app_reach()) when 'nation' then true when 'state' then state_code = (select app_state())
      when 'district' then district_code = (select app_district()) or office_id = (select app_office()) when 'office' then office_id = (select app_office()) else false end
    or ((select app_reach()) in ('state', 'district', 'office')
      and (select true from record_access a where a.record_id = id and a.office_id = (select app_office()) and a.until is null limit 1)));
create policy record_opened on record for insert to vatsalya_desk with check (app_reach() <> 'none' and office_id = app_office());
-- The row it becomes is not asked again: a record handed over is another office's from then on.
create policy record_changed on record for update to vatsalya_desk
  using (record_changeable(office_id, district_code)) with check (app_reach() <> 'none');
create policy record_reporter on record to vatsalya_citizen using (reporter_key = app_reporter()) with check (reporter_key = app_reporter());

call secure_table('record_access');
create policy record_access_officers on record_access for select to vatsalya_desk using (office_id = app_office());

create function must_see_record(asked uuid) returns void
language plpgsql stable security definer set search_path = public as $$
begin
  if not pg_has_role(asking_role(), 'vatsalya_worker', 'member') and not exists (
    select from record r where r.id = asked and (record_visible(r.id, r.office_id, r.district_code, r.state_code) or r.reporter_key = app_reporter())
  ) then
    raise exception 'record is not visible to the office that asks' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Whether this very transaction added to the record's diary (that happening, if one is named). States that follow from the diary are changed only then, so
-- that every change of them stands in the diary, in the name of who made it.
create function told_now(asked uuid, what text default null) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from diary_entry e where e.record_id = asked and e.written_in = pg_current_xact_id() and (what is null or e.happening = what));
end $$;

-- Lets another office in, and ends it. Only someone who sees the record may do it, and on each ground only who may give that ground: that of a match
-- and what was asked the worker, a production the Committee that confirmed who the child is, an identity it too and whoever judged the pair, an alert whoever may write the
-- record (a citizen only those an alert is for, as the report is made), a transfer the office that is about to hand the record over, for itself, and the Committee that sent its records to another, for that one.
create function share_records(shared uuid[], with_offices uuid[], on_ground text, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform must_see_record(each_one) from unnest(shared) as each_one;
  if not pg_has_role(asking_role(), 'vatsalya_worker', 'member') and exists (
    select from unnest(shared, with_offices) as given (record_id, office_id) where not exists (
      select from record r where r.id = given.record_id and case on_ground
        when 'identity' then (told_now(r.id, 'match.judged') and r.office_id = app_office())
          or (told_now(r.id, 'identity.confirmed') and app_role() in ('cwc-chairperson', 'cwc-member'))
        when 'production' then told_now(r.id, 'identity.confirmed') and app_role() in ('cwc-chairperson', 'cwc-member') and given.office_id = app_office()
        when 'alert' then record_changeable(r.office_id, r.district_code) or (r.reporter_key = app_reporter() and r.changed_in = pg_current_xact_id()
          and exists (select from office o where o.id = given.office_id and o.kind in ('district-nodal', 'state-nodal', 'national-nodal', 'cwc', 'juvenile-police-unit', 'anti-trafficking-unit', 'police-station')))
        when 'transfer' then (given.office_id = r.office_id or (told_now(r.id, 'inquiry.recordsSent') and app_role() in ('cwc-chairperson', 'cwc-member')))
          and record_changeable(r.office_id, r.district_code)
        else false end)
  ) then
    raise exception 'the ground is not given by who asks' using errcode = 'insufficient_privilege';
  end if;
  -- A score alone does not open a guarded record: only the pair's existence is told. All in one order for everybody, so that no two wait for each other crosswise.
  insert into record_access (record_id, office_id, ground, since)
    select given.record_id, given.office_id, on_ground, at
    from (select distinct record_id, office_id from unnest(shared, with_offices) as each_one (record_id, office_id)) given
    where on_ground <> 'match' or not record_guarded(given.record_id) or match_opens(given.record_id, given.office_id)
    order by given.record_id, given.office_id
    on conflict (record_id, office_id, ground) do update set until = null where record_access.until is not null;
end $$;
create function end_access(shared uuid, with_office uuid, on_ground text, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform must_see_record(shared);
  if not pg_has_role(asking_role(), 'vatsalya_worker', 'member') and not (on_ground = 'identity' and told_now(shared, 'match.judgementReversed')) then
    raise exception 'the ground is not ended by who asks' using errcode = 'insufficient_privilege';
  end if;
  update record_access set until = at where record_id = shared and office_id = with_office and ground = on_ground and until is null;
end $$;
revoke execute on function share_records, end_access, must_see_record, told_now from public;
grant execute on function share_records to vatsalya_desk, vatsalya_citizen, vatsalya_worker;
grant execute on function told_now to vatsalya_desk, vatsalya_citizen;
grant execute on function end_access to vatsalya_desk, vatsalya_worker;

-- What the diary says of a record. Another office's entry (a judgement, the Committee's answer) changes it too, though that office may not write the record.
create function set_record_status(changed uuid, new_status text, new_closed_at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not pg_has_role(asking_role(), 'vatsalya_worker', 'member') and (not told_now(changed) or not exists (
    select from record r where r.id = changed and record_visible(r.id, r.office_id, r.district_code, r.state_code)
  )) then
    raise exception 'record is not visible to the office whose diary entry changes it' using errcode = 'insufficient_privilege';
  end if;
  update record set status = new_status, closed_at = new_closed_at
    where id = changed and (status, closed_at) is distinct from (new_status, new_closed_at);
end $$;
revoke execute on function set_record_status from public;
grant execute on function set_record_status to vatsalya_desk, vatsalya_worker; -- nothing a citizen tells changes how a report stands

create table reference_serial (
  kind text not null,
  state_code text not null,
  year int not null,
  last int not null,
  primary key (kind, state_code, year)
);
-- The next number, and no other: a serial set back would give a new child the reference of another, and no report could be taken until somebody noticed.
create function next_serial(of_kind text, of_state text, of_year int) returns int language sql security definer set search_path = public as $$
  insert into reference_serial as s (kind, state_code, year, last) values (of_kind, of_state, of_year, 1)
    on conflict (kind, state_code, year) do update set last = s.last + 1 returning last
$$;
revoke execute on function next_serial from public;
grant execute on function next_serial to vatsalya_desk, vatsalya_citizen, vatsalya_worker; -- the worker opens what the police's system tells

create table diary_entry (
  sequence bigint generated always as identity primary key,
  id uuid not null constraint diary_entry_id_unique unique,
  record_id uuid not null constraint diary_entry_record references record,
  happening text not null,
  facts jsonb not null default '{}', -- bare codes and numbers, typed per happening in the kernel; never personal
  happened_at timestamptz not null,
  entered_at timestamptz, -- another system wrote it down then, before it reached us; null: entered here, when recorded
  recorded_at timestamptz not null,
  by_officer uuid constraint diary_entry_officer references officer,
  by_office uuid constraint diary_entry_office references office,
  door text not null constraint diary_entry_door check (door in ('citizen', 'desk', 'exchange', 'worker', 'seed')),
  paper_kind text,
  paper_id uuid,
  corrects uuid constraint diary_entry_corrects references diary_entry (id),
  written_in xid8 not null default pg_current_xact_id(),
  constraint diary_entry_happened_before_recorded check (happened_at <= recorded_at + interval '5 minutes'),
  constraint diary_entry_entered_in_between check (happened_at <= entered_at + interval '5 minutes' and entered_at <= recorded_at + interval '5 minutes'),
  -- Whose entry it is, as of any other. Of the past, which a file brought years later, no office answers for when it was entered: the worker alone says that.
  constraint diary_entry_told_for_an_office check (entered_at is null or by_office is not null or door = 'worker')
);
create index diary_entry_record_id on diary_entry (record_id, sequence);
create index diary_entry_corrects on diary_entry (corrects) where corrects is not null;
call secure_table('diary_entry');
create policy diary_entry_read on diary_entry for select to vatsalya_desk, vatsalya_citizen
  using ((select true from record r where r.id = record_id));
-- That another system wrote it down earlier the worker alone says: no officer and no citizen is thereby less late.
create policy diary_entry_entered_here on diary_entry as restrictive for insert to vatsalya_desk, vatsalya_citizen, vatsalya_exchange with check (entered_at is null);

-- Every entry is also a job for those who listen, handed over in the same transaction.
create table diary_outbox (sequence bigint primary key constraint diary_outbox_entry references diary_entry);
create function diary_entry_announced() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not app_bulk() then
    insert into diary_outbox select sequence from new_entries;
    if found then perform pg_notify('diary', ''); end if;
  end if;
  return null;
end $$;
create trigger diary_entry_announced after insert on diary_entry referencing new table as new_entries for each statement execute function diary_entry_announced();

create function diary_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger diary_entry_append_only before update or delete on diary_entry for each row execute function diary_is_append_only();

create table audit_entry (
  sequence bigint generated always as identity primary key,
  at timestamptz not null,
  officer_id uuid,
  office_id uuid,
  role text not null,
  door text not null,
  action text not null constraint audit_entry_action check (action in ('read', 'write', 'refused', 'sign-in', 'sign-out')),
  name text not null, -- the page's or verb's audit name
  purpose text not null,
  record_id uuid,
  request_id text not null
);
create index audit_entry_record_id on audit_entry (record_id, sequence);
create index audit_entry_officer_id on audit_entry (officer_id, sequence);
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function diary_is_append_only();
call secure_table('audit_entry');
-- In one's own name, and at one's own door. Who signs in is nobody yet.
create policy audit_entry_written on audit_entry for insert to vatsalya_desk
  with check (door = 'desk' and ((officer_id is not distinct from app_officer() and office_id is not distinct from app_office() and (officer_id is null or role = app_role()))
    or (action = 'sign-in' and record_id is null and app_officer() is null)));
create policy audit_entry_of_citizen on audit_entry for insert to vatsalya_citizen with check (door = 'citizen' and officer_id is null and office_id is null);
create policy audit_entry_read on audit_entry for select to vatsalya_desk
  using (app_role() = 'auditor' or (app_role() in ('cwc-chairperson', 'cwc-member', 'district-nodal-officer') and (select true from record r where r.id = record_id)));

-- The auditor opens no record, yet asks who looked at one by its reference. Only ids and references pass, to nobody else.
create function access_subjects(wanted text, ids uuid[]) returns table (record_id uuid, reference text)
language sql stable security definer set search_path = public as $$
  select r.id, r.reference from record r
  where (r.reference = wanted or r.id = any (ids)) and (app_role() = 'auditor' or record_visible(r.id, r.office_id, r.district_code, r.state_code))
$$;
revoke execute on function access_subjects from public;
grant execute on function access_subjects to vatsalya_desk;

-- A refused try is logged under the record it was at, though the officer may not see that record. An id opens nothing by itself.
create function record_id_of(wanted text) returns uuid language sql stable security definer set search_path = public as $$
  select id from record where reference = wanted
$$;
revoke execute on function record_id_of from public;
grant execute on function record_id_of to vatsalya_desk;

create table idempotency_key (
  scope text not null, -- door and actor
  key text not null,
  route text not null,
  body_hash bytea not null,
  status int not null,
  location text,
  body text,
  cookies_sealed bytea, -- what the answer set, for a form sent twice
  recorded_at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_key_age on idempotency_key (recorded_at);
-- What one door answered is read by no other: an answer may carry a sealed cookie.
call secure_table('idempotency_key');
create policy idempotency_key_citizen on idempotency_key to vatsalya_citizen using (starts_with(scope, 'citizen:')) with check (starts_with(scope, 'citizen:'));
create policy idempotency_key_desk on idempotency_key to vatsalya_desk using (starts_with(scope, 'desk:')) with check (starts_with(scope, 'desk:'));

create table message (
  id uuid primary key, -- goes to the carrier as the key under which it takes a message once
  channel text not null constraint message_channel check (channel in ('sms', 'email', 'whatsapp', 'push')),
  urgency text not null default 'ordinary' constraint message_urgency check (urgency in ('alarm', 'ordinary')),
  to_sealed bytea not null,
  to_key text not null,
  template text not null,
  facts_sealed bytea not null,
  locale text not null,
  created_at timestamptz not null,
  because text constraint message_because_unique unique, -- what a listener wrote it for: news heard twice is told once
  next_try_at timestamptz not null,
  dispatched_at timestamptz, -- a carrier was first asked
  sent_at timestamptz, -- the carrier took it
  delivered_at timestamptz, -- the carrier's receipt: it is on the device
  failed_at timestamptz, -- refused, given up, or a receipt says that it did not arrive
  failed_because text, -- a code: the carrier's word, or ours
  receiver_refused boolean not null default false, -- it failed for the receiver's sake: the number or address takes no message
  attempts int not null default 0
);
create index message_waiting on message (channel, urgency, next_try_at) where sent_at is null and failed_at is null;
create index message_sent_at on message (sent_at) where sent_at is not null;
create index message_failed_at on message (failed_at) where failed_at is not null;
create index message_created_at on message (created_at desc);
create function message_announced() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_notify('message', new.channel); -- to the lane of the channel; of many in a transaction one is told
  return null;
end $$;
create trigger message_announced after insert on message for each row execute function message_announced();

-- The portal's keys towards push services, made once by a worker. Other keys would lose every device.
create table push_key (
  one boolean primary key default true constraint push_key_one check (one),
  public_key text not null,
  private_sealed bytea not null,
  made_at timestamptz not null
);

-- What a gateway says became of a message, as it came in, until the worker works it into the message. The door of machines adds here and reads nothing.
create table message_receipt (
  id uuid primary key,
  message_id uuid not null, -- as the gateway says: perhaps none of ours
  channel text not null constraint message_receipt_channel check (channel in ('sms', 'whatsapp', 'email')), -- whose carrier said so: of another's it counts for nothing
  status text not null constraint message_receipt_status check (status in ('accepted', 'delivered', 'failed', 'expired')),
  happened_at timestamptz not null
);
create function message_receipt_announced() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_notify('message_receipt', '');
  return null;
end $$;
create trigger message_receipt_announced after insert on message_receipt for each statement execute function message_receipt_announced();

create table one_time_code (
  id uuid primary key,
  telephone_key text not null,
  purpose text not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
create index one_time_code_telephone on one_time_code (telephone_key, created_at desc);
create index one_time_code_age on one_time_code (expires_at);

create table citizen_session (
  token_hash bytea primary key,
  telephone_key text not null,
  telephone_sealed bytea not null,
  started_at timestamptz not null,
  expires_at timestamptz not null
);

-- What a citizen has answered so far in a chain of one-question pages, sealed; forgotten after a day.
create table draft (
  token_hash bytea primary key,
  kind text not null,
  answers_sealed bytea not null,
  updated_at timestamptz not null
);

create table request_budget (
  bucket text not null,
  window_start timestamptz not null,
  used int not null,
  primary key (bucket, window_start)
);
create index request_budget_age on request_budget (window_start);
create index draft_age on draft (updated_at);
create index citizen_session_age on citizen_session (expires_at);

grant select, insert on record to vatsalya_citizen;
grant select, insert, update on record to vatsalya_desk, vatsalya_worker;
grant select on record_access to vatsalya_desk, vatsalya_worker;
grant insert, update on record_access to vatsalya_worker;
grant select, insert on diary_entry to vatsalya_desk, vatsalya_citizen, vatsalya_worker;
grant select, update, delete on diary_outbox to vatsalya_worker; -- update: what "for update skip locked" asks for
grant insert on audit_entry to vatsalya_desk, vatsalya_citizen, vatsalya_worker;
grant select on audit_entry to vatsalya_desk;
grant select, insert, update on idempotency_key to vatsalya_desk, vatsalya_citizen;
grant select, delete on idempotency_key to vatsalya_worker;
-- A door asks for a message to be sent and says nothing of its sending: one that stands as sent would never go, and one in a listener's name (`because`)
-- would keep that listener's own from being written.
grant select on message to vatsalya_desk, vatsalya_citizen;
grant insert (id, channel, urgency, to_sealed, to_key, template, facts_sealed, locale, created_at, next_try_at) on message to vatsalya_desk, vatsalya_citizen;
grant select, insert, update, delete on message to vatsalya_worker;
grant select, insert on push_key to vatsalya_worker;
grant select (public_key) on push_key to vatsalya_desk;
grant select, update, delete on message_receipt to vatsalya_worker; -- update: what "for update skip locked" asks for
grant select, insert, update on one_time_code, citizen_session, draft to vatsalya_citizen;
grant delete on citizen_session, draft to vatsalya_citizen, vatsalya_worker;
grant select (updated_at) on draft to vatsalya_worker;
grant select (expires_at) on citizen_session to vatsalya_worker;
grant delete on one_time_code to vatsalya_worker;
grant select (expires_at) on one_time_code to vatsalya_worker;
grant select, insert, update on request_budget to vatsalya_citizen, vatsalya_desk;
grant select, delete on request_budget to vatsalya_worker;
