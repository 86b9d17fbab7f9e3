-- Children in conflict with law (JJ Act s.8-24, s.74, s.99): a vault of its own. Nothing outside the schema `conflict` says that a child is in it, and whoever is
-- let into the portal's other tables finds no way from them into these. Who the child is stands sealed under a key of the case, which is destroyed with its time.

alter table office drop constraint office_kind;
alter table office add constraint office_kind check (kind in (
  'police-station', 'railway-post', 'juvenile-police-unit', 'anti-trafficking-unit', 'cwc', 'jjb', 'dcpu', 'children-home', 'conflict-home',
  'legal-services', 'district-nodal', 'state-nodal', 'national-nodal', 'ministry', 'audit'));

create schema conflict;
revoke all on schema conflict from public;
grant usage on schema conflict to vatsalya_desk, vatsalya_worker;

create function conflict.is_board() returns boolean language sql stable parallel safe as $$ select app_role() in ('jjb-magistrate', 'jjb-member') $$;
create function conflict.is_police() returns boolean language sql stable parallel safe as $$
  select app_role() in ('station-in-charge', 'child-welfare-police-officer', 'juvenile-police-head')
$$;

create table conflict.proceeding (
  id uuid primary key,
  year int not null,
  number int not null, -- of the Board, in that year: the only name a case has
  board_id uuid not null constraint proceeding_board references office,
  police_id uuid not null constraint proceeding_police references office,
  unit_id uuid not null constraint proceeding_unit references office, -- whose probation officer
  home_id uuid constraint proceeding_home references office,
  state_code text not null constraint proceeding_state references state,
  identity_sealed bytea, -- under the case's own key; null once destroyed
  gravity text constraint proceeding_gravity check (gravity in ('petty', 'serious', 'heinous')),
  sixteen_at_offence boolean,
  apprehended_at timestamptz not null,
  produced_at timestamptz,
  next_on date, -- before the Board again
  ended_at timestamptz,
  ended_by text constraint proceeding_ended_by check (ended_by in
    ('discharge', 'advice', 'group-counselling', 'community-service', 'fine', 'probation', 'compromise', 'plea', 'to-committee', 'special-home', 'other-board',
     'childrens-court', 'time-over', 'other')),
  appeal_over_at timestamptz,
  opened_at timestamptz not null,
  opened_by uuid not null constraint proceeding_opened_by references officer,
  destroyed_at timestamptz,
  law_version text,
  constraint proceeding_numbered_once unique (board_id, year, number),
  constraint proceeding_ended_whole check ((ended_at is null) = (ended_by is null)),
  constraint proceeding_destroyed_whole check (destroyed_at is null or identity_sealed is null)
);
create index proceeding_board on conflict.proceeding (board_id, next_on);
create index proceeding_police on conflict.proceeding (police_id);
create index proceeding_home on conflict.proceeding (home_id) where home_id is not null;
create index proceeding_unit on conflict.proceeding (unit_id);

create table conflict.serial (
  board_id uuid not null constraint serial_board references office,
  year int not null,
  last int not null,
  primary key (board_id, year)
);
create function conflict.next_number(of_board uuid, of_year int) returns int language sql security definer set search_path = public as $$
  insert into conflict.serial values (of_board, of_year, 1) on conflict (board_id, year) do update set last = serial.last + 1 returning last
$$;
revoke execute on function conflict.next_number from public;
grant execute on function conflict.next_number to vatsalya_desk;

-- The key of one case, itself sealed under the installation's secret. Without this row nothing said in the case can be read by anybody.
create table conflict.case_key (
  proceeding_id uuid primary key constraint case_key_proceeding references conflict.proceeding,
  key_sealed bytea not null
);

-- What was written in a case: a report, an order, a hearing. Words sealed under the case's key; dates and kind in columns. Never changed.
create table conflict.paper (
  id uuid primary key,
  proceeding_id uuid not null constraint paper_proceeding references conflict.proceeding,
  kind text not null,
  side text not null constraint paper_side check (side in ('police', 'board', 'probation', 'home')), -- who wrote it: what decides who reads it
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by_officer uuid not null constraint paper_officer references officer,
  by_office uuid not null constraint paper_office references office,
  words_sealed bytea,
  made_at timestamptz, -- null: an order that not every member named has signed; it has no effect, and the Board alone sees it
  made_in xid8,
  withdrawn_at timestamptz, -- before it was made
  written_in xid8 not null default pg_current_xact_id(),
  constraint paper_made_or_withdrawn check (made_at is null or withdrawn_at is null),
  constraint paper_of_proceeding unique (id, proceeding_id),
  constraint paper_happened_before_recorded check (happened_at <= recorded_at + interval '5 minutes')
);
create index paper_proceeding_id on conflict.paper (proceeding_id, recorded_at);
create index paper_unsigned on conflict.paper (proceeding_id) where made_at is null and withdrawn_at is null;
-- Who sat (2024 INSC 387: every order names who made it). Of an order each signs in the own session; of a hearing whoever wrote it says who was there.
create table conflict.paper_bench (
  paper_id uuid not null,
  proceeding_id uuid not null,
  officer_id uuid not null constraint paper_bench_officer references officer,
  signed_at timestamptz,
  consent text, -- what the member typed
  text_hash bytea, -- of the sealed words: of the words themselves it would outlive the key and could be guessed
  primary key (paper_id, officer_id),
  constraint paper_bench_paper foreign key (paper_id, proceeding_id) references conflict.paper (id, proceeding_id)
);

-- The diary of a case, from which its duties follow. No part of the record's diary: no listener, matcher or count hears of it.
create table conflict.entry (
  sequence bigint generated always as identity primary key,
  id uuid not null constraint entry_id_unique unique,
  proceeding_id uuid not null constraint entry_proceeding references conflict.proceeding,
  happening text not null constraint entry_happening check (happening like 'conflict.%'),
  facts jsonb not null default '{}',
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by_officer uuid constraint entry_officer references officer,
  by_office uuid constraint entry_office references office,
  corrects uuid constraint entry_corrects references conflict.entry (id),
  paper_id uuid,
  written_in xid8 not null default pg_current_xact_id(),
  constraint entry_happened_before_recorded check (happened_at <= recorded_at + interval '5 minutes'),
  constraint entry_paper foreign key (paper_id, proceeding_id) references conflict.paper (id, proceeding_id)
);
create index entry_proceeding_id on conflict.entry (proceeding_id, sequence);

create table conflict.duty (
  proceeding_id uuid not null constraint duty_proceeding references conflict.proceeding,
  rule_id text not null,
  trigger_entry_id uuid not null constraint duty_trigger references conflict.entry (id),
  office_id uuid not null constraint duty_office references office,
  stored jsonb not null, -- StoredObligation, as the law module works it out
  late_after timestamptz not null,
  ended_at timestamptz,
  primary key (proceeding_id, rule_id, trigger_entry_id)
);
create index duty_office_open on conflict.duty (office_id, late_after) where ended_at is null;

-- Who looked, who wrote: kept here, for a row about it in the portal's own log would tell that there is a case.
create table conflict.look (
  sequence bigint generated always as identity primary key,
  proceeding_id uuid not null constraint look_proceeding references conflict.proceeding,
  at timestamptz not null,
  officer_id uuid not null constraint look_officer references officer,
  office_id uuid not null constraint look_office references office,
  role text not null,
  action text not null constraint look_action check (action in ('read', 'write')),
  name text not null,
  purpose text not null,
  request_id text not null
);
create index look_proceeding_id on conflict.look (proceeding_id, sequence);

-- The order of s.24(2): written by one of the Board, agreed to by another, carried out on its day.
create table conflict.destruction (
  proceeding_id uuid primary key constraint destruction_proceeding references conflict.proceeding,
  ground text not null constraint destruction_ground check (ground in ('years-over', 'court', 'asked')), -- no words: what is written here stays
  ordered_at timestamptz not null,
  ordered_by uuid not null constraint destruction_ordered_by references officer,
  takes_effect_on date not null,
  agreed_at timestamptz,
  agreed_by uuid constraint destruction_agreed_by references officer,
  carried_out_at timestamptz,
  papers int,
  constraint destruction_agreed_whole check ((agreed_at is null) = (agreed_by is null)),
  constraint destruction_two_people check (agreed_by <> ordered_by),
  constraint destruction_carried_out_agreed check (carried_out_at is null or (agreed_by is not null and papers is not null))
);

-- One child known to a Committee and to a Board. Nobody reads it: not to find the one from the other is what it is for.
create table conflict.same_child (
  proceeding_id uuid not null constraint same_child_proceeding references conflict.proceeding,
  record_id uuid not null constraint same_child_record references record,
  person_id uuid not null,
  primary key (proceeding_id, record_id)
);
-- Says nothing back, whether there is such a record or not.
create function conflict.tie(asked uuid, reference_said text) returns void language sql security definer set search_path = public as $$
  insert into conflict.same_child
    select p.id, r.id, coalesce((select s.person_id from conflict.same_child s where s.record_id = r.id or s.proceeding_id = p.id limit 1), gen_random_uuid())
    from conflict.proceeding p join record r on r.reference = reference_said where p.id = asked and conflict.is_board() and p.board_id = app_office()
      and exists (select from conflict.case_key k where k.proceeding_id = p.id)
  on conflict do nothing
$$;
revoke execute on function conflict.tie from public;
grant execute on function conflict.tie to vatsalya_desk;

-- The tie goes with the key: a case that is destroyed leads to no child.
create function conflict.untie() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from conflict.same_child where proceeding_id = old.proceeding_id;
  return null;
end $$;
revoke execute on function conflict.untie from public;
create trigger case_key_unties after delete on conflict.case_key for each row execute function conflict.untie();

create function conflict.told_now(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from conflict.entry e where e.proceeding_id = asked and e.written_in = pg_current_xact_id())
$$;
-- Two of the Board said it, and the day has come: then the key may go, and nothing else makes it go.
create function conflict.may_destroy(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from conflict.destruction d where d.proceeding_id = asked and d.agreed_by is not null and d.takes_effect_on <= ((now() + clock_leeway()) at time zone 'Asia/Kolkata')::date)
$$;
revoke execute on function conflict.told_now, conflict.may_destroy from public;
grant execute on function conflict.told_now, conflict.may_destroy to vatsalya_desk, vatsalya_worker;

-- Orders, which each member named signs (the steps with a field `signed`); of them these two take the Principal Magistrate and one member more (s.7(3), s.15).
create function conflict.is_order(kind text) returns boolean language sql immutable parallel safe as $$
  select kind in ('gravity', 'bail', 'brought-back', 'supervision', 'placement', 'report-ordered', 'age-test', 'age-found', 'assessment', 'more-time', 'disposal')
$$;
create function conflict.takes_two(kind text) returns boolean language sql immutable parallel safe as $$ select kind in ('assessment', 'disposal') $$;
create function conflict.is_signed(asked uuid, kind text, words bytea) returns boolean language sql stable security definer set search_path = public as $$
  select count(*) >= case when conflict.takes_two(kind) then 2 else 1 end and bool_and(signed_at is not null and text_hash = sha256(words))
    from conflict.paper_bench where paper_id = asked
$$;
revoke execute on function conflict.is_signed from public;
grant execute on function conflict.is_signed to vatsalya_desk;

-- What was written stands, until its words are destroyed by order. An order is made once, by the last signature, or withdrawn before.
create function conflict.paper_stands() returns trigger language plpgsql as $$
declare same boolean;
begin
  if tg_op = 'DELETE' then raise exception 'a paper of a case is not changed' using errcode = 'insufficient_privilege'; end if;
  if new.words_sealed is null and old.words_sealed is not null then
    same := to_jsonb(new) - 'words_sealed' is not distinct from to_jsonb(old) - 'words_sealed' and conflict.may_destroy(old.proceeding_id);
  else
    same := old.made_at is null and old.withdrawn_at is null
      and to_jsonb(new) - '{made_at,made_in,withdrawn_at}'::text[] is not distinct from to_jsonb(old) - '{made_at,made_in,withdrawn_at}'::text[]
      and (new.made_at is null or (is_now(new.made_at) and conflict.is_signed(old.id, old.kind, old.words_sealed)));
  end if;
  if not same then raise exception 'a paper of a case is not changed' using errcode = 'insufficient_privilege'; end if;
  if new.made_at is distinct from old.made_at then new.made_in := pg_current_xact_id(); end if;
  return new;
end $$;
create function conflict.paper_begins() returns trigger language plpgsql as $$
begin
  new.written_in := pg_current_xact_id();
  new.made_in := case when new.made_at is not null then pg_current_xact_id() end;
  return new;
end $$;
create trigger paper_begins before insert on conflict.paper for each row execute function conflict.paper_begins();
create function conflict.bench_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.signed_at is not null or new.signed_at is null
    or (new.paper_id, new.proceeding_id, new.officer_id) is distinct from (old.paper_id, old.proceeding_id, old.officer_id) then
    raise exception 'a signature is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger bench_stands before update or delete on conflict.paper_bench for each row execute function conflict.bench_stands();
-- What of an order stands in columns of the case was ordered now: no statement sets it beside one.
create function conflict.ordered_now(asked uuid, kinds text[]) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from conflict.paper a where a.proceeding_id = asked and a.side = 'board' and a.made_in = pg_current_xact_id() and (kinds is null or a.kind = any (kinds)))
$$;
revoke execute on function conflict.ordered_now from public;
grant execute on function conflict.ordered_now to vatsalya_desk;
create function conflict.as_ordered() returns trigger language plpgsql as $$
begin
  if ((new.gravity, new.sixteen_at_offence) is distinct from (old.gravity, old.sixteen_at_offence) and not conflict.ordered_now(old.id, '{production,gravity}'))
    or (new.produced_at is distinct from old.produced_at and not conflict.ordered_now(old.id, '{production}'))
    or ((new.ended_at, new.ended_by) is distinct from (old.ended_at, old.ended_by) and not conflict.ordered_now(old.id, '{disposal,age-found}'))
    or (new.appeal_over_at is distinct from old.appeal_over_at and not conflict.ordered_now(old.id, '{appeal-over}'))
    or ((new.home_id, new.next_on) is distinct from (old.home_id, old.next_on) and not conflict.ordered_now(old.id, null)) then
    raise exception 'this follows from a paper of the Board alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger proceeding_as_ordered before update on conflict.proceeding for each row
  when (app_officer() is not null) execute function conflict.as_ordered();
create trigger paper_stands before update or delete on conflict.paper for each row execute function conflict.paper_stands();
-- Nor is who the child was: no one of the Board alone makes it go, or says that it went.
create function conflict.identity_stands() returns trigger language plpgsql as $$
begin
  if not conflict.may_destroy(old.id) then
    raise exception 'who the child of a case is stands until two of the Board destroy it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger identity_stands before update on conflict.proceeding for each row
  when (new.identity_sealed is distinct from old.identity_sealed or new.destroyed_at is distinct from old.destroyed_at) execute function conflict.identity_stands();

do $$
declare name text;
begin
  foreach name in array array['proceeding', 'serial', 'case_key', 'paper', 'paper_bench', 'entry', 'duty', 'look', 'destruction', 'same_child'] loop
    execute format('alter table conflict.%I enable row level security', name);
    execute format('alter table conflict.%I force row level security', name);
    execute format('create policy %I on conflict.%I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
  foreach name in array array['case_key', 'paper', 'paper_bench', 'entry', 'duty', 'look', 'destruction'] loop
    -- Through the case: its own policies say who sees it.
    execute format('create policy %I on conflict.%I for select to vatsalya_desk using (exists (select from conflict.proceeding p where p.id = proceeding_id))', name || '_read', name);
  end loop;
  foreach name in array array['entry', 'look'] loop
    execute format('create trigger %I before update or delete on conflict.%I for each row execute function diary_is_append_only()', name || '_append_only', name);
  end loop;
  foreach name in array array['proceeding', 'entry', 'duty', 'destruction'] loop
    execute format('create policy %I on conflict.%I to vatsalya_worker using (true) with check (true)', name || '_worker', name);
  end loop;
end $$;

-- Whom a case lets in: its Board; until it ends the police who apprehended the child; the home the child lives in; the probation officer of its district.
-- When its records are destroyed the Board alone still sees that there was one. Asked once for a query, not for each row.
create policy proceeding_read on conflict.proceeding for select to vatsalya_desk using (
  board_id = (select app_office() where conflict.is_board())
  or (destroyed_at is null and (
    (ended_at is null and police_id = (select app_office() where conflict.is_police()))
    or home_id = (select app_office() where app_role() = 'conflict-home-head')
    or unit_id = (select app_office() where app_role() = 'probation-officer'))));
create policy proceeding_opened on conflict.proceeding for insert to vatsalya_desk
  with check (conflict.is_police() and police_id = app_office() and opened_by = app_officer() and is_now(opened_at));
create policy proceeding_changed on conflict.proceeding for update to vatsalya_desk
  using (conflict.is_board() and board_id = app_office()) with check (true);
create policy case_key_made on conflict.case_key for insert to vatsalya_desk with check (exists (select from conflict.proceeding p where p.id = proceeding_id and p.opened_by = app_officer()));
create policy case_key_destroyed on conflict.case_key for delete to vatsalya_desk using (conflict.is_board() and conflict.may_destroy(proceeding_id));
create policy case_key_counted on conflict.case_key for select to vatsalya_worker using (true);
create policy case_key_destroyed_in_time on conflict.case_key for delete to vatsalya_worker using (conflict.may_destroy(proceeding_id));
-- Police read no report of the probation officer or the home; a home reads nothing the police wrote.
create policy paper_made on conflict.paper as restrictive for select to vatsalya_desk using (made_at is not null or (select conflict.is_board()));
create policy paper_by_side on conflict.paper as restrictive for select to vatsalya_desk using (case
  when (select conflict.is_police()) then side in ('police', 'board') when (select app_role()) = 'conflict-home-head' then side <> 'police' else true end);
create policy paper_written on conflict.paper for insert to vatsalya_desk with check (case when conflict.is_order(kind) then made_at is null else made_at = recorded_at end and withdrawn_at is null and by_office = app_office() and by_officer = app_officer() and is_now(recorded_at)
  and side = (case when conflict.is_board() then 'board' when conflict.is_police() then 'police' when app_role() = 'conflict-home-head' then 'home' else 'probation' end)
  and exists (select from conflict.proceeding p where p.id = proceeding_id and p.destroyed_at is null));
create policy paper_destroyed on conflict.paper for update to vatsalya_desk using (conflict.is_board() and conflict.may_destroy(proceeding_id)) with check (words_sealed is null);
create policy paper_signed on conflict.paper for update to vatsalya_desk using (conflict.is_board() and made_at is null
  and exists (select from conflict.proceeding p where p.id = proceeding_id and p.board_id = app_office())) with check (words_sealed is not null);
create policy paper_seen_in_time on conflict.paper for select to vatsalya_worker using (true);
create policy paper_destroyed_in_time on conflict.paper for update to vatsalya_worker using (conflict.may_destroy(proceeding_id)) with check (words_sealed is null);
-- Named in the transaction that wrote the paper, and in no name but the own signed.
create policy paper_bench_written on conflict.paper_bench for insert to vatsalya_desk with check (conflict.is_board() and (signed_at is null or (officer_id = app_officer() and is_now(signed_at)))
  and exists (select from conflict.paper a where a.id = paper_id and a.by_officer = app_officer() and a.written_in = pg_current_xact_id()));
create policy paper_bench_signed on conflict.paper_bench for update to vatsalya_desk using (conflict.is_board() and officer_id = app_officer() and signed_at is null
  and exists (select from conflict.paper a where a.id = paper_id and a.made_at is null and a.withdrawn_at is null)) with check (officer_id = app_officer() and is_now(signed_at));
create policy entry_written on conflict.entry for insert to vatsalya_desk with check (by_office = app_office() and by_officer = app_officer() and is_now(recorded_at)
  and exists (select from conflict.proceeding p where p.id = proceeding_id));
create policy duty_added on conflict.duty for insert to vatsalya_desk with check (conflict.told_now(proceeding_id));
create policy duty_removed on conflict.duty for delete to vatsalya_desk using (conflict.told_now(proceeding_id));
create policy look_written on conflict.look for insert to vatsalya_desk with check (officer_id = app_officer() and office_id = app_office() and is_now(at)
  and exists (select from conflict.proceeding p where p.id = proceeding_id));
create policy look_read_by_board on conflict.look as restrictive for select to vatsalya_desk using ((select conflict.is_board()));
create policy destruction_ordered on conflict.destruction for insert to vatsalya_desk with check (conflict.is_board() and ordered_by = app_officer() and is_now(ordered_at)
  and agreed_by is null and carried_out_at is null
  -- Not before the rule's years after the period for appeal, and never of a heinous offence at sixteen or older (s.24(2), s.19(1)(i)).
  and exists (select from conflict.proceeding p where p.id = proceeding_id and p.appeal_over_at is not null and not (p.gravity = 'heinous' and p.sixteen_at_offence)
    and takes_effect_on >= ((p.appeal_over_at at time zone 'Asia/Kolkata')::date + interval '84 months')::date));
create policy destruction_agreed on conflict.destruction for update to vatsalya_desk using (conflict.is_board() and carried_out_at is null)
  with check (agreed_by is not null and exists (select from conflict.proceeding p where p.id = proceeding_id));
-- Whoever agrees does so in the own name; whoever carries it out changes nothing of it.
create function conflict.agreed_in_own_name() returns trigger language plpgsql as $$
begin
  if pg_has_role(asking_role(), 'vatsalya_desk', 'member') and new.agreed_by is distinct from old.agreed_by and (old.agreed_by is not null or new.agreed_by is distinct from app_officer()) then
    raise exception 'agreed to in another name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger destruction_agreed_in_own_name before update on conflict.destruction for each row execute function conflict.agreed_in_own_name();

grant select, insert on conflict.proceeding, conflict.paper, conflict.paper_bench, conflict.entry, conflict.look, conflict.destruction to vatsalya_desk;
grant update (home_id, gravity, sixteen_at_offence, produced_at, next_on, ended_at, ended_by, appeal_over_at, identity_sealed, destroyed_at, law_version) on conflict.proceeding to vatsalya_desk;
grant select, insert, delete on conflict.case_key to vatsalya_desk;
grant select, insert, delete on conflict.duty to vatsalya_desk;
grant update (words_sealed) on conflict.paper to vatsalya_desk, vatsalya_worker;
grant update (made_at, withdrawn_at) on conflict.paper to vatsalya_desk;
grant update (signed_at, consent, text_hash) on conflict.paper_bench to vatsalya_desk;
grant update (agreed_at, agreed_by, carried_out_at, papers) on conflict.destruction to vatsalya_desk;
-- The worker knows dates and duties; it opens no seal: it has neither the keys nor the sealed words.
grant select (id, board_id, police_id, unit_id, home_id, state_code, law_version, destroyed_at) on conflict.proceeding to vatsalya_worker;
grant update (law_version, destroyed_at, identity_sealed) on conflict.proceeding to vatsalya_worker;
grant select (proceeding_id), delete on conflict.case_key to vatsalya_worker;
grant select (id, proceeding_id) on conflict.paper to vatsalya_worker;
grant select, insert on conflict.entry to vatsalya_worker;
grant select, insert, delete on conflict.duty to vatsalya_worker;
grant select on conflict.destruction to vatsalya_worker;
grant update (carried_out_at, papers) on conflict.destruction to vatsalya_worker;
