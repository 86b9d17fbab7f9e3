-- Door roles, row-security vocabulary, places, offices, officers, postings and their sign-in.

do $$
declare door text;
begin
  foreach door in array array['vatsalya_citizen', 'vatsalya_desk', 'vatsalya_exchange', 'vatsalya_worker'] loop
    if not exists (select from pg_roles where rolname = door) then
      begin
        execute format('create role %I nologin nobypassrls', door);
      exception when duplicate_object or unique_violation then null; -- another database of this cluster was migrated at the same moment
      end;
    end if;
    execute format('grant %I to current_user', door);
    execute format('grant usage on schema public to %I', door);
  end loop;
end $$;
revoke create on schema public from public;

-- Who is asking, set transaction-locally by every door. Absent means nobody: no row is visible.
-- Whose rights a connection works with, also inside functions that run as their owner: the role it took (DATABASE_ROLE), else its login.
create function asking_role() returns name language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('role', true), 'none'), session_user::text)::name
$$;
-- Any connection may set any setting. What one says of an officer counts at the desk alone: the citizen's and the machines' door have no officers.
create function officer_setting(name text) returns text language sql stable parallel safe as $$
  select case when pg_has_role(asking_role(), 'vatsalya_desk', 'member') then nullif(current_setting(name, true), '') end
$$;
create function app_reach() returns text language sql stable parallel safe as $$ select coalesce(officer_setting('app.reach'), 'none') $$;
create function app_role() returns text language sql stable parallel safe as $$ select coalesce(officer_setting('app.role'), '') $$;
create function app_office() returns uuid language sql stable parallel safe as $$ select officer_setting('app.office')::uuid $$;
create function app_officer() returns uuid language sql stable parallel safe as $$ select officer_setting('app.officer')::uuid $$;
create function app_district() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.district', true), '') $$;
create function app_state() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.state', true), '') $$;
-- The police node whose signature held, at the door of machines alone.
create function app_node() returns text language sql stable parallel safe as $$
  select case when pg_has_role(asking_role(), 'vatsalya_exchange', 'member') then nullif(current_setting('app.node', true), '') end
$$;
-- Written in bulk, of which nothing is told row by row: the worker and a load by the owner say so. At a door the setting counts for nothing.
create function app_bulk() returns boolean language sql stable parallel safe security definer set search_path = public as $$
  select current_setting('app.bulk', true) is not distinct from 'on' and (asking_role() = current_user or pg_has_role(asking_role(), 'vatsalya_worker', 'member'))
$$;
revoke execute on function app_bulk from public;
grant execute on function app_bulk to vatsalya_desk, vatsalya_worker;
create function app_reporter() returns text language sql stable parallel safe as $$ select nullif(current_setting('app.reporter', true), '') $$;

-- A door says when something was done by its own clock. What is done now is dated now, by this database's clock; the leeway is that of two machines' clocks.
-- Tests and benches, which turn the door's clock, widen it as the owner: no door can.
create function clock_leeway() returns interval language sql stable parallel safe as $$ select interval '5 minutes' $$;
create function is_now(at timestamptz) returns boolean language sql stable parallel safe as $$
  select at between now() - clock_leeway() and now() + clock_leeway()
$$;
-- Where a wrong clock must not keep a child's report from being taken: what is not now is written as now.
create function now_or(at timestamptz) returns timestamptz language sql stable parallel safe as $$ select case when is_now(at) then at else now() end $$;

-- Row security on and forced, with the table's owner and the worker (which acts for nobody in particular) let through.
create procedure secure_table(target text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy %I on %I to %I using (true) with check (true)', target || '_owner', target, current_user);
  execute format('create policy %I on %I to vatsalya_worker using (true) with check (true)', target || '_worker', target);
end $$;
revoke execute on procedure secure_table from public;

create table state (
  code text primary key constraint state_code_shape check (code ~ '^[A-Z]{2}$'),
  lgd_code int not null constraint state_lgd_code_unique unique,
  name text not null,
  native_name text,
  languages text[] not null
);

create table district (
  code text primary key,
  state_code text not null constraint district_state references state,
  name text not null,
  native_name text,
  latitude real not null,
  longitude real not null
);
create index district_state_code on district (state_code);

-- The districts of a railway line's larger stations, in order: where a child on a train may be next. An operator's list; a line not in it tells nobody.
create table rail_stop (
  line text not null,
  position int not null,
  district_code text not null constraint rail_stop_district references district,
  primary key (line, position)
);

create table office (
  id uuid primary key,
  kind text not null constraint office_kind check (kind in (
    'police-station', 'railway-post', 'juvenile-police-unit', 'anti-trafficking-unit', 'cwc', 'jjb', 'dcpu', 'children-home',
    'legal-services', 'district-nodal', 'state-nodal', 'national-nodal', 'ministry', 'audit')),
  code text not null constraint office_code_unique unique,
  name text not null,
  district_code text constraint office_district references district,
  state_code text constraint office_state references state,
  telephone text,
  email text,
  capacity int,
  opened_on date not null,
  closed_on date
);
create index office_district_kind on office (district_code, kind);
create index office_state_kind on office (state_code, kind);

create table officer (
  id uuid primary key,
  name text not null,
  rank text,
  email text not null constraint officer_email_unique unique,
  telephone text,
  password_hash text,
  totp_sealed bytea,
  totp_last_step bigint not null default 0,
  sso_subject text constraint officer_sso_subject_unique unique,
  failed_sign_ins int not null default 0,
  locked_until timestamptz,
  closed_at timestamptz,
  entered_by uuid constraint officer_entered_by references officer -- the keeper of posts who entered the account; null: whoever runs the portal
);

create table posting (
  id uuid primary key,
  officer_id uuid not null constraint posting_officer references officer,
  office_id uuid not null constraint posting_office references office,
  role text not null,
  from_on date not null,
  to_on date,
  constraint posting_period check (to_on is null or to_on >= from_on)
);
create index posting_officer_id on posting (officer_id);
create index posting_office_id on posting (office_id, role);

create table passkey (
  credential_id text primary key,
  officer_id uuid not null constraint passkey_officer references officer,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  added_at timestamptz not null
);

-- A picture of an officer's signature, for printed orders. Another is another row: what an order was signed with stays.
create table officer_signature (
  id uuid primary key,
  officer_id uuid not null constraint officer_signature_officer references officer,
  picture_sealed bytea not null,
  kept_at timestamptz not null,
  removed_at timestamptz
);
create unique index officer_signature_now on officer_signature (officer_id) where removed_at is null;
call secure_table('officer_signature');
create policy officer_signature_own on officer_signature to vatsalya_desk using (officer_id = (select app_officer())) with check (officer_id = app_officer());
grant select, insert, update (removed_at) on officer_signature to vatsalya_desk;
create function own_signature(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from officer_signature where id = asked and officer_id = app_officer() and removed_at is null)
$$;
revoke execute on function own_signature from public;
grant execute on function own_signature to vatsalya_desk;

-- A browser in which an officer turned alerts on. Whoever knows its address at the push service could write to it: sealed. Once for each browser: it belongs to who turned them on last.
create table push_device (
  id uuid primary key,
  officer_id uuid not null constraint push_device_officer references officer,
  endpoint_hash text not null constraint push_device_once unique,
  device_sealed bytea not null,
  browser text not null, -- as the browser calls itself, for its officer to tell devices apart
  locale text not null,
  added_at timestamptz not null
);
create index push_device_officer_id on push_device (officer_id);

create table session (
  token_hash bytea primary key,
  officer_id uuid not null constraint session_officer references officer,
  posting_id uuid constraint session_posting references posting,
  method text not null constraint session_method check (method in ('password-totp', 'passkey', 'sso', 'demo')),
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  browser text
);
create index session_officer_id on session (officer_id);

-- What must be remembered between two steps of one sign-in: password accepted, challenge given, single sign-on state. Ten minutes at most.
create table sign_in_step (
  token_hash bytea primary key,
  officer_id uuid constraint sign_in_step_officer references officer,
  kind text not null constraint sign_in_step_kind check (kind in ('totp', 'passkey', 'passkey-registration', 'sso')),
  secret_sealed bytea,
  started_at timestamptz not null,
  expires_at timestamptz not null
);

grant select on state, district, rail_stop, office to vatsalya_citizen, vatsalya_desk, vatsalya_worker;
-- The citizen door names the responsible office and officer of a case, nothing of how they sign in.
grant select (id, name, rank) on officer to vatsalya_citizen;
grant select on posting to vatsalya_citizen, vatsalya_desk, vatsalya_worker;
-- How officers sign in is read one account at a time, by whoever signs in or of oneself: no list of the others' hashes and secrets.
grant select (id, name, rank, email, telephone, totp_last_step, sso_subject, failed_sign_ins, locked_until, closed_at, entered_by) on officer to vatsalya_desk;
create function account_signing_in(by_email text, by_id uuid)
returns table (id uuid, email text, password_hash text, totp_sealed bytea, totp_last_step bigint, locked_until timestamptz)
language sql stable security definer rows 1 set search_path = public as $$
  select o.id, o.email, o.password_hash, o.totp_sealed, o.totp_last_step, o.locked_until from officer o
  where (o.email = by_email or o.id = by_id) and o.closed_at is null and (app_officer() is null or o.id = app_officer()) limit 1
$$;
revoke execute on function account_signing_in from public;
grant execute on function account_signing_in to vatsalya_desk;
grant select (id, name, rank, email, telephone) on officer to vatsalya_worker;
grant select (closed_at) on officer to vatsalya_worker;
grant update (password_hash, totp_sealed, totp_last_step, failed_sign_ins, locked_until, sso_subject) on officer to vatsalya_desk;
grant select, insert, update on passkey, session to vatsalya_desk;
grant delete on passkey to vatsalya_desk;
grant select, insert, update, delete on push_device to vatsalya_desk;
grant select, delete on push_device to vatsalya_worker;
grant select, insert, delete on sign_in_step to vatsalya_desk;
grant delete on session, sign_in_step to vatsalya_worker;
grant select on session to vatsalya_worker;
grant select (expires_at) on sign_in_step to vatsalya_worker;

-- The queue's own tables live here and are made by the worker, which alone works on them.
create schema if not exists jobs authorization vatsalya_worker;
