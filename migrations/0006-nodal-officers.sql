-- Posts that must always answer: who was appointed by which order, who stands in, who is away, when the post last showed a sign of life.
-- None of it is about a child. Appointments, ends, leave and calls are only ever added.

-- The role that heads each kind of office watched here; null for an office that is not watched.
create function watched_role(office_kind text) returns text language sql immutable parallel safe as $$
  select case office_kind
    when 'district-nodal' then 'district-nodal-officer' when 'state-nodal' then 'state-nodal-officer'
    when 'national-nodal' then 'national-nodal-officer' when 'anti-trafficking-unit' then 'anti-trafficking-officer'
    when 'juvenile-police-unit' then 'juvenile-police-head' when 'cwc' then 'cwc-chairperson'
    when 'dcpu' then 'child-protection-officer' when 'legal-services' then 'legal-services-officer' end
$$;

-- A posting's officer, office and first day stay as written; its last day is added once.
create function posting_is_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.officer_id, new.office_id, new.role, new.from_on) is not distinct from
      (old.id, old.officer_id, old.office_id, old.role, old.from_on) and (old.to_on is null or new.to_on is not distinct from old.to_on) then
    return new;
  end if;
  raise exception 'a posting is history: only its last day is added' using errcode = 'insufficient_privilege';
end $$;
create trigger posting_is_history before update or delete on posting for each row execute function posting_is_history();

create table appointment (
  posting_id uuid primary key constraint appointment_posting references posting,
  standing text not null constraint appointment_standing check (standing in ('holder', 'deputy')),
  order_number text not null,
  ordered_on date not null,
  recorded_by uuid constraint appointment_recorder references officer,
  recorded_at timestamptz not null
);

create table appointment_end (
  posting_id uuid primary key constraint appointment_end_posting references posting,
  order_number text not null,
  reason text not null constraint appointment_end_reason check (reason in ('transferred', 'retired', 'resigned', 'deputation-ended', 'replaced', 'other')),
  recorded_by uuid not null constraint appointment_end_recorder references officer,
  recorded_at timestamptz not null
);

create table leave_spell (
  id uuid primary key,
  posting_id uuid not null constraint leave_spell_posting references posting,
  from_on date not null,
  to_on date not null,
  recorded_by uuid constraint leave_spell_recorder references officer,
  recorded_at timestamptz not null,
  constraint leave_spell_period check (to_on >= from_on)
);
create index leave_spell_posting_id on leave_spell (posting_id, to_on);

-- A call to the post's office telephone: answered by the officer, or not.
create table post_call (
  id uuid primary key,
  office_id uuid not null constraint post_call_office references office,
  posting_id uuid not null constraint post_call_posting references posting,
  telephone text not null,
  answered boolean not null,
  called_by uuid constraint post_call_caller references officer,
  called_at timestamptz not null
);
create index post_call_posting_id on post_call (posting_id, called_at);

create table office_telephone (
  office_id uuid not null constraint office_telephone_office references office,
  telephone text not null,
  recorded_by uuid constraint office_telephone_recorder references officer,
  recorded_at timestamptz not null,
  primary key (office_id, recorded_at)
);

-- Once a month a post that was not seen is asked whether it still answers. The row is the promise of one message a post and month.
create table confirmation (
  id uuid primary key,
  office_id uuid not null constraint confirmation_office references office,
  posting_id uuid not null constraint confirmation_posting references posting,
  month date not null constraint confirmation_month check (extract(day from month) = 1),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  bounced_at timestamptz,
  constraint confirmation_once unique (office_id, month)
);
create index confirmation_posting_id on confirmation (posting_id, asked_at);

-- When the officer of a posting at a watched office was last heard of, and when to ask next. One row a posting, made with it; the sign only moves forward.
-- The worker looks at `ask_at` alone, so that a minute in which nobody is due costs the same in a district and in the nation.
create table sign_of_life (
  posting_id uuid primary key constraint sign_of_life_posting references posting,
  kind text constraint sign_of_life_kind check (kind in ('sign-in', 'alert', 'confirmation', 'duty', 'directive')),
  at timestamptz,
  ask_at timestamptz,
  constraint sign_of_life_whole check ((kind is null) = (at is null))
);
create index sign_of_life_ask_at on sign_of_life (ask_at) where ask_at is not null;
create function posting_is_watched() returns trigger language plpgsql as $$
begin
  if app_bulk() then return null; end if; -- a seed says itself when its officers were heard of
  insert into sign_of_life select new.id, null, null, (new.from_on::timestamp at time zone 'Asia/Kolkata') + interval '24 days'
    from office o where o.id = new.office_id and new.role = watched_role(o.kind);
  return null;
end $$;
create trigger posting_is_watched after insert on posting for each row execute function posting_is_watched();

-- A list read and shown, waiting for its yes. Only who read it in sees it.
create table directory_import (
  id uuid primary key,
  officer_id uuid not null constraint directory_import_officer references officer,
  state_code text not null constraint directory_import_state references state,
  rows jsonb not null,
  read_at timestamptz not null,
  applied_at timestamptz
);
create index directory_import_age on directory_import (read_at);

do $$
declare kept text;
begin
  foreach kept in array array['appointment', 'appointment_end', 'leave_spell', 'post_call', 'office_telephone', 'confirmation', 'sign_of_life', 'directory_import'] loop
    call secure_table(kept);
    if kept not in ('directory_import', 'confirmation') then
      execute format('create policy %I on %I for select to vatsalya_desk using (app_officer() is not null)', kept || '_read', kept);
    end if;
  end loop;
  foreach kept in array array['appointment', 'appointment_end', 'leave_spell', 'post_call', 'office_telephone'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function diary_is_append_only()', kept || '_append_only', kept);
  end loop;
end $$;
-- Whoever brings a signed link is a stranger until the signature is checked; without the installation's secret an id opens nothing.
create policy confirmation_read on confirmation for select to vatsalya_desk using (true);
create policy directory_import_own on directory_import to vatsalya_desk using (officer_id = app_officer()) with check (officer_id = app_officer());

-- Who held a watched post, when and as what. Where several officers of a unit bear the role, its head is the one an order names.
create view post_holding as
  select p.id as posting_id, p.office_id, p.officer_id, p.from_on, p.to_on, coalesce(a.standing, 'holder') as standing, a.order_number, a.ordered_on
  from office o join posting p on p.office_id = o.id and p.role = watched_role(o.kind) left join appointment a on a.posting_id = p.id
  where a.posting_id is not null or o.kind not in ('anti-trafficking-unit', 'dcpu');

-- The State nodal officer keeps the posts of the State, the national nodal officer those of the State nodal officers. Nobody keeps the own post.
create function keeps_post(office uuid) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce((select case app_role()
      when 'state-nodal-officer' then o.state_code = app_state() and watched_role(o.kind) is not null and o.kind <> 'state-nodal'
      when 'national-nodal-officer' then o.kind = 'state-nodal' else false end
    from office o where o.id = office and o.closed_on is null), false)
$$;
create function must_keep_post(office uuid) returns void language plpgsql stable security definer set search_path = public as $$
begin
  if not keeps_post(office) then
    raise exception 'the post is not kept by the officer who asks' using errcode = 'insufficient_privilege';
  end if;
end $$;
revoke execute on function keeps_post, must_keep_post from public;
grant execute on function keeps_post to vatsalya_desk;

-- Who may not be appointed here, whoever asks: to a Committee nobody, for it says who a child is and its State's order is entered by who runs the portal; to
-- any post neither who appoints, nor an officer who judges pairs for another State; and to a post that judges pairs nobody whom the same hand entered, or
-- enters for it: one person alone would else invent an officer and have it say that two children are one. Such an officer is entered by who runs the portal,
-- by another keeper, or was here before: then two people know of them.
create function bars_appointment(to_office uuid, appointed uuid, first_day date) returns text language sql stable security definer set search_path = public as $$
  select case when o.kind = 'cwc' then 'committee' when appointed = app_officer() then 'oneself'
    when exists (select from posting p join office j on j.id = p.office_id where p.officer_id = appointed and (p.to_on is null or p.to_on >= first_day)
      and j.kind in ('police-station', 'railway-post', 'juvenile-police-unit', 'anti-trafficking-unit', 'cwc') and j.state_code <> o.state_code) then 'otherState'
    when o.kind = 'anti-trafficking-unit' and (appointed is null or exists (select from officer f where f.id = appointed and f.entered_by = app_officer())) then 'enteredByOneself' end
  from office o where o.id = to_office
$$;
revoke execute on function bars_appointment from public;
grant execute on function bars_appointment to vatsalya_desk;

-- Appoints, and answers null; or answers the posting of whom the post belongs to in that time, and appoints nobody. One at a time for each post.
create function appoint_officer(new_posting uuid, to_office uuid, appointed uuid, as_standing text, by_order text, order_day date, first_day date, at timestamptz)
returns uuid language plpgsql security definer set search_path = public as $$
declare taken uuid;
begin
  perform must_keep_post(to_office);
  if not exists (select from officer f where f.id = appointed and f.closed_at is null) then
    raise exception 'the account is closed' using errcode = 'insufficient_privilege';
  end if;
  if bars_appointment(to_office, appointed, first_day) is not null then
    raise exception 'this officer is not appointed to this post here' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(to_office::text, 6));
  select h.posting_id into taken from post_holding h where h.office_id = to_office and (h.to_on is null or h.to_on >= first_day)
    and (h.officer_id = appointed or (h.standing = 'holder' and as_standing = 'holder')) order by h.from_on desc limit 1;
  if taken is not null then return taken; end if;
  insert into posting (id, officer_id, office_id, role, from_on)
    select new_posting, appointed, o.id, watched_role(o.kind), first_day from office o where o.id = to_office;
  insert into appointment values (new_posting, as_standing, by_order, order_day, app_officer(), at);
  return null;
end $$;

-- False if the posting is not of the post, or its last day is written already.
create function end_appointment(ended uuid, of_office uuid, last_day date, by_order text, why text, at timestamptz)
returns boolean language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_post(of_office);
  perform pg_advisory_xact_lock(hashtextextended(of_office::text, 6));
  update posting p set to_on = last_day from post_holding h
    where h.posting_id = ended and p.id = ended and h.office_id = of_office and p.to_on is null and p.from_on <= last_day;
  if not found then return false; end if;
  insert into appointment_end values (ended, by_order, why, app_officer(), at);
  return true;
end $$;

create function record_leave(spell uuid, of_posting uuid, of_office uuid, first_day date, last_day date, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_post(of_office);
  insert into leave_spell select spell, h.posting_id, first_day, last_day, app_officer(), at from post_holding h
    where h.posting_id = of_posting and h.office_id = of_office;
end $$;

create function record_call(call uuid, of_posting uuid, of_office uuid, was_answered boolean, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_post(of_office);
  insert into post_call select call, o.id, h.posting_id, o.telephone, was_answered, app_officer(), at
    from post_holding h join office o on o.id = h.office_id where h.posting_id = of_posting and o.id = of_office and o.telephone is not null;
end $$;

create function set_office_telephone(of_office uuid, number text, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_post(of_office);
  -- The number before is kept too: the first change would otherwise be the end of it.
  insert into office_telephone select o.id, o.telephone, null, o.opened_on from office o where o.id = of_office and o.telephone is not null
    and not exists (select from office_telephone t where t.office_id = o.id);
  insert into office_telephone values (of_office, number, app_officer(), at);
  update office set telephone = number where id = of_office;
end $$;

-- A person a State's list names and the directory does not know yet. Without a password: the department's sign-in, or a passkey, comes later.
create function enrol_officer(new_officer uuid, for_office uuid, full_name text, of_rank text, at_email text)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_post(for_office);
  insert into officer (id, name, rank, email, entered_by) values (new_officer, full_name, of_rank, lower(at_email), app_officer());
end $$;

-- Of one's own post, and now: a post seen in years to come would never be found silent. Who signs in or brings a signed link is nobody yet.
create function note_sign_of_life(of_posting uuid, by_kind text, seen_at timestamptz)
returns void language sql security definer set search_path = public as $$
  update sign_of_life set kind = by_kind, at = now_or(seen_at), ask_at = now_or(seen_at) + interval '24 days'
    where posting_id = of_posting and (at is null or at < now_or(seen_at))
      and (by_kind in ('sign-in', 'confirmation') or exists (select from posting p where p.id = of_posting and p.officer_id = app_officer()))
$$;

revoke execute on function appoint_officer, end_appointment, record_leave, record_call, set_office_telephone, enrol_officer, note_sign_of_life from public;
grant execute on function appoint_officer, end_appointment, record_leave, record_call, set_office_telephone, enrol_officer, note_sign_of_life to vatsalya_desk;

grant select on appointment, appointment_end, leave_spell, post_call, office_telephone, confirmation, sign_of_life to vatsalya_desk;
grant update (confirmed_at) on confirmation to vatsalya_desk;
create policy confirmation_answered on confirmation for update to vatsalya_desk using (confirmed_at is null) with check (confirmed_at is not null);
grant select, insert on directory_import to vatsalya_desk;
grant update (applied_at) on directory_import to vatsalya_desk;
grant select, insert on confirmation to vatsalya_worker;
grant update (bounced_at) on confirmation to vatsalya_worker;
grant select, update (ask_at) on sign_of_life to vatsalya_worker;
grant select (read_at) on directory_import to vatsalya_worker;
grant delete on directory_import to vatsalya_worker;
grant select on post_holding to vatsalya_desk, vatsalya_worker, vatsalya_citizen;
