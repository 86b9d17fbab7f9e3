-- Word to officers: what an office is told, each try of it by each channel, what came of it; who is on duty when, and who is not to be woken.
-- No child's name, no offence: a row holds bare codes and sealed facts, a try the sealed number it went to.

-- Who heads an office and keeps its roster (the same rows as `roster.manage` in officers/may.ts; a test compares them).
create function roster_roles() returns text[] language sql immutable parallel safe as $$
  select array['station-in-charge', 'railway-officer', 'juvenile-police-head', 'anti-trafficking-officer', 'cwc-chairperson', 'child-protection-officer',
    'legal-services-officer', 'district-nodal-officer', 'state-nodal-officer', 'national-nodal-officer']
$$;

-- A turn of duty at an office: those days of the week, from–to by the clock in India; to before from runs over midnight. Ended once, never changed.
create table duty_turn (
  id uuid primary key,
  office_id uuid not null constraint duty_turn_office references office,
  officer_id uuid not null constraint duty_turn_officer references officer,
  weekdays smallint[] not null constraint duty_turn_weekdays check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0), -- 1 Monday
  from_time time not null,
  to_time time not null,
  from_on date not null,
  recorded_by uuid not null constraint duty_turn_recorder references officer,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid constraint duty_turn_ender references officer,
  constraint duty_turn_hours check (from_time <> to_time)
);
create index duty_turn_office_id on duty_turn (office_id) where ended_at is null;

create table quiet_hours (
  officer_id uuid primary key constraint quiet_hours_officer references officer,
  from_time time not null,
  to_time time not null,
  set_at timestamptz not null,
  constraint quiet_hours_hours check (from_time <> to_time),
  -- As MOST_QUIET_HOURS in intimations/form.ts: an officer whom nothing ordinary ever reaches is not in post.
  constraint quiet_hours_bounded check (to_time - from_time + case when to_time < from_time then interval '24 hours' else interval '0' end <= interval '12 hours')
);

create table intimation (
  id uuid primary key,
  office_id uuid not null constraint intimation_office references office,
  template text not null,
  facts_sealed bytea not null,
  about_kind text not null,
  about_id text not null,
  record_id uuid constraint intimation_record references record, -- ends with it
  alarm boolean not null,
  word_of text, -- keyed hash of the telephone whose word alone it rests on; null: an officer's or the portal's
  vouched_at timestamptz, -- an officer stood for that word since
  created_at timestamptz not null,
  next_at timestamptz, -- when the worker looks at it again; null: never
  held_at timestamptz, -- more words than the office can read one by one: told in the digest
  in_digest_at timestamptz,
  first_sent_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid constraint intimation_acknowledger references officer,
  ended_at timestamptz,
  ended_because text constraint intimation_end check (ended_because in ('acknowledged', 'closed', 'settled', 'exhausted', 'once')),
  urgency smallint generated always as (case when not alarm then 2 when word_of is null or vouched_at is not null then 0 else 1 end) stored,
  constraint intimation_once unique (about_kind, about_id, office_id),
  constraint intimation_whole check ((ended_at is null) = (ended_because is null))
);
-- The worker looks at what is due, the most urgent first: what waits or is over costs it nothing.
create index intimation_due on intimation (urgency, next_at) where next_at is not null;
create index intimation_record_id on intimation (record_id) where record_id is not null;
create index intimation_word_of on intimation (word_of, created_at) where word_of is not null;
create index intimation_words on intimation (office_id, created_at) where word_of is not null;
create index intimation_words_sent on intimation (office_id, first_sent_at) where word_of is not null and first_sent_at is not null;
create index intimation_digest_open on intimation (office_id) where about_kind = 'digest' and ended_at is null;
create index intimation_in_digest on intimation (office_id) where in_digest_at is not null and ended_at is null;
create index intimation_held on intimation (office_id, held_at) where held_at is not null and in_digest_at is null;

create table intimation_attempt (
  id uuid primary key,
  intimation_id uuid not null constraint intimation_attempt_intimation references intimation,
  office_id uuid not null constraint intimation_attempt_office references office, -- the intimation's own, or the level it climbed to
  officer_id uuid constraint intimation_attempt_officer references officer, -- null: the office's own telephone or address
  channel text not null constraint intimation_attempt_channel check (channel in ('in-app', 'sms', 'whatsapp', 'push', 'email')),
  why text not null constraint intimation_attempt_why check (why in ('list', 'on-duty', 'head', 'office', 'other')),
  to_sealed bytea,
  message_id uuid,
  at timestamptz not null,
  dispatched_at timestamptz, -- a carrier was first asked
  accepted_at timestamptz, -- and took it
  delivered_at timestamptz,
  failed_at timestamptz,
  read_at timestamptz,
  constraint intimation_attempt_once unique nulls not distinct (intimation_id, office_id, officer_id, channel) -- whoever else works on it: one try each
);
create index intimation_attempt_message_id on intimation_attempt (message_id) where message_id is not null;

-- What was held back is told together: when the office hears next.
create table intimation_digest (
  office_id uuid primary key constraint intimation_digest_office references office,
  next_at timestamptz,
  last_at timestamptz,
  soon boolean not null default false -- a report of a telephone that reported once is among them
);
create index intimation_digest_due on intimation_digest (next_at) where next_at is not null;

-- What was written stays; a time is set once.
create function set_once() returns trigger language plpgsql as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb;
  moves constant text[] := '{next_at,urgency}';
begin
  if tg_op = 'UPDATE' then
    after := to_jsonb(new);
    -- Arguments name what may be set from nothing; 'next_at' alone may move.
    if before - moves - tg_argv is distinct from after - moves - tg_argv
      or exists (select from unnest(tg_argv) as once where before -> once is distinct from after -> once and before ->> once is not null) then
      raise exception 'what is told in % is written once', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  raise exception 'the % is kept', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger intimation_set_once before update or delete on intimation for each row execute function
  set_once('vouched_at', 'held_at', 'in_digest_at', 'first_sent_at', 'acknowledged_at', 'acknowledged_by', 'ended_at', 'ended_because');
create trigger intimation_attempt_set_once before update or delete on intimation_attempt for each row execute function
  set_once('message_id', 'dispatched_at', 'accepted_at', 'delivered_at', 'failed_at', 'read_at');
create trigger duty_turn_set_once before update or delete on duty_turn for each row execute function set_once('ended_at', 'ended_by');

create function intimation_announced() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not app_bulk() then perform pg_notify('intimation', ''); end if;
  return null;
end $$;
create trigger intimation_announced after insert on intimation for each statement execute function intimation_announced();

-- What the carriers say of a message is written on the try it was sent for, in the transaction that hears it: messages are forgotten, tries are not.
create function message_told_of() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update intimation_attempt a set dispatched_at = coalesce(a.dispatched_at, new.dispatched_at, new.sent_at),
    accepted_at = coalesce(a.accepted_at, new.sent_at), delivered_at = coalesce(a.delivered_at, new.delivered_at),
    failed_at = coalesce(a.failed_at, new.failed_at) where a.message_id = new.id;
  -- Refused for good: nobody waits for an answer to what never came.
  if new.failed_at is not null then
    update intimation i set next_at = least(i.next_at, new.failed_at) from intimation_attempt a
      where a.message_id = new.id and i.id = a.intimation_id and i.next_at is not null;
  end if;
  return null;
end $$;
create trigger message_told_of after update of dispatched_at, sent_at, delivered_at, failed_at on message for each row
  when ((new.dispatched_at, new.sent_at, new.delivered_at, new.failed_at) is distinct from (old.dispatched_at, old.sent_at, old.delivered_at, old.failed_at)) execute function message_told_of();

do $$
declare kept text;
begin
  foreach kept in array array['duty_turn', 'quiet_hours', 'intimation', 'intimation_attempt', 'intimation_digest'] loop
    call secure_table(kept);
  end loop;
end $$;

-- Tells an office once of a matter. A door tells only of an alert that stands to that office, in the transaction in which whoever may write the record adds to
-- its diary; a citizen only on their own word, an officer in nobody's.
-- Told again by an officer, what rested on a citizen's word alone is vouched for, and held back no longer.
create function intimate(ids uuid[], offices uuid[], templates text[], facts text[], kinds text[], matters text[], records uuid[], words text[], alarms boolean[], at timestamptz)
returns setof uuid language plpgsql security definer set search_path = public as $$
begin
  if not pg_has_role(asking_role(), 'vatsalya_worker', 'member') then
    if exists (
      select from unnest(offices, templates, kinds, matters, records, words) as i (office_id, template, kind, matter, record_id, word)
      where i.record_id is null or not told_now(i.record_id) or (i.template, i.kind, i.matter) is distinct from ('nodalAlert', 'alert', i.record_id::text)
        or not exists (select from alert a where a.record_id = i.record_id and a.office_id = i.office_id) or not may_write_record(i.record_id)
        or i.word is distinct from (case when pg_has_role(asking_role(), 'vatsalya_citizen', 'member') then app_reporter() end)
    ) then
      raise exception 'nobody is told of a matter by who does not write it' using errcode = 'insufficient_privilege';
    end if;
    at := now_or(at);
  end if;
  return query with told as (
    insert into intimation (id, office_id, template, facts_sealed, about_kind, about_id, record_id, alarm, word_of, created_at, next_at)
      select i.id, i.office_id, i.template, decode(i.facts, 'hex'), i.kind, i.matter, i.record_id, i.alarm, i.word, at, at
      from unnest(ids, offices, templates, facts, kinds, matters, records, words, alarms)
        as i (id, office_id, template, facts, kind, matter, record_id, word, alarm)
      order by i.kind, i.matter, i.office_id, i.word nulls first
      on conflict on constraint intimation_once do nothing returning id, office_id
  ) insert into intimation_attempt (id, intimation_id, office_id, channel, why, at, dispatched_at)
    select gen_random_uuid(), told.id, told.office_id, 'in-app', 'list', at, at from told returning intimation_id;
  update intimation i set vouched_at = at, next_at = case when i.first_sent_at is null then at else i.next_at end
    from unnest(ids, offices, kinds, matters, words) as again (id, office_id, kind, matter, word)
    where again.word is null and i.about_kind = again.kind and i.about_id = again.matter and i.office_id = again.office_id and i.id <> again.id
      and i.word_of is not null and i.vouched_at is null and i.ended_at is null;
  if found then perform pg_notify('intimation', ''); end if;
end $$;

-- An officer of the office, or of one it climbed to, has taken it: nobody is told further. Of a child, in the transaction whose diary entry says so. Whoever
-- takes one of the words a flood held back has looked at the list: the digests that led there are answered with it.
create function acknowledge_intimation(kind text, which text, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  if app_officer() is null or not is_now(at) or exists (select from intimation i where i.about_kind = kind and i.about_id = which
      and i.record_id is not null and not told_now(i.record_id, 'missing.alertAcknowledged')) or kind in ('digest', 'duties') then
    raise exception 'a matter is taken by who writes it, at that moment' using errcode = 'insufficient_privilege';
  end if;
  update intimation d set acknowledged_at = at, acknowledged_by = app_officer(), next_at = null, ended_at = coalesce(d.ended_at, at),
    ended_because = coalesce(d.ended_because, 'acknowledged')
  where d.about_kind = 'digest' and d.acknowledged_at is null and (d.ended_at is null or d.ended_because = 'exhausted')
    and (d.office_id = app_office() or exists (select from intimation_attempt a where a.intimation_id = d.id and a.office_id = app_office()))
    and exists (select from intimation i where i.about_kind = kind and i.about_id = which and i.office_id = d.office_id and i.in_digest_at is not null);
  update intimation i set acknowledged_at = at, acknowledged_by = app_officer(), next_at = null, ended_at = coalesce(i.ended_at, at),
    ended_because = coalesce(i.ended_because, 'acknowledged')
  where i.about_kind = kind and i.about_id = which and i.acknowledged_at is null
    and (i.office_id = app_office() or exists (select from intimation_attempt a where a.intimation_id = i.id and a.office_id = app_office()));
end $$;

-- Shown on the office's own page, or opened there.
create function intimation_seen(kind text, which text[], opened boolean, at timestamptz) returns void
language sql security definer set search_path = public as $$
  update intimation_attempt a set delivered_at = coalesce(a.delivered_at, now_or(at)), read_at = case when opened then coalesce(a.read_at, now_or(at)) else a.read_at end
  from intimation i where i.id = a.intimation_id and i.about_kind = kind and i.about_id = any (which) and a.office_id = app_office() and a.channel = 'in-app'
    and (a.delivered_at is null or (opened and a.read_at is null))
$$;

-- The matter is settled: a duty met, a report withdrawn. The worker alone says so: whoever may write in a record's diary would else silence every office told of it.
create function settle_intimations(kind text, which text, at timestamptz) returns void
language sql security definer set search_path = public as $$
  update intimation i set next_at = null, ended_at = at, ended_because = 'settled' where i.about_kind = kind and i.about_id = which and i.ended_at is null
$$;
revoke execute on function intimate, acknowledge_intimation, intimation_seen, settle_intimations, message_told_of from public;
grant execute on function intimate to vatsalya_citizen, vatsalya_desk, vatsalya_worker;
grant execute on function acknowledge_intimation, intimation_seen to vatsalya_desk;
grant execute on function settle_intimations to vatsalya_worker;

-- Who sees the record sees who was told of it. An office sees what it was told itself.
create policy intimation_read on intimation for select to vatsalya_desk
  using (office_id = app_office() or (select true from record r where r.id = record_id));
create policy intimation_attempt_read on intimation_attempt for select to vatsalya_desk using ((select true from intimation i where i.id = intimation_id));
-- Duty is no secret among officers; quiet hours are the officer's own.
create policy duty_turn_read on duty_turn for select to vatsalya_desk using (app_officer() is not null);
create policy duty_turn_written on duty_turn for insert to vatsalya_desk
  with check (office_id = app_office() and recorded_by = app_officer() and is_now(recorded_at) and app_role() <> '' and app_role() = any (roster_roles()));
create policy duty_turn_ended on duty_turn for update to vatsalya_desk
  using (office_id = app_office() and app_role() = any (roster_roles())) with check (ended_by = app_officer());
create policy quiet_hours_own on quiet_hours to vatsalya_desk using (officer_id = app_officer()) with check (officer_id = app_officer());

grant select on intimation, intimation_attempt to vatsalya_desk;
grant select, insert, update on intimation, intimation_attempt, intimation_digest to vatsalya_worker;
grant select, insert on duty_turn to vatsalya_desk;
grant update (ended_at, ended_by) on duty_turn to vatsalya_desk;
grant select, insert, update, delete on quiet_hours to vatsalya_desk;
grant select on duty_turn, quiet_hours to vatsalya_worker;
