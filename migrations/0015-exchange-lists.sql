-- Lists of FIRs that stations without a link bring: what was read, what was taken, and what came of taking it back.

create table exchange_list (
  id uuid primary key,
  officer_id uuid not null constraint exchange_list_officer references officer,
  office_id uuid not null constraint exchange_list_office references office,
  rows jsonb not null, -- as they were read; none, when their time was over
  row_count int not null,
  read_at timestamptz not null,
  forget_from timestamptz, -- nobody said yes to it yet: it is not kept long
  taken_at timestamptz,
  delivery_id uuid constraint exchange_list_delivery references exchange_delivery,
  undo_asked_by uuid constraint exchange_list_undo_asked_by references officer,
  undo_asked_at timestamptz,
  undone_at timestamptz,
  constraint exchange_list_taken check ((taken_at is null) = (delivery_id is null)),
  constraint exchange_list_undo check (undo_asked_at <= taken_at + interval '72 hours')
);
create index exchange_list_office_id on exchange_list (office_id, read_at desc);
create index exchange_list_age on exchange_list (forget_from) where forget_from is not null;
create index exchange_list_delivery_id on exchange_list (delivery_id);
create index exchange_list_to_undo on exchange_list (undo_asked_at) where undo_asked_at is not null and undone_at is null;

-- What taking a list back came to, record by record. `stays`: somebody has worked on it since, or the police's own system has told it.
create table exchange_list_end (
  list_id uuid not null constraint exchange_list_end_list references exchange_list,
  record_id uuid not null constraint exchange_list_end_record references record,
  paper_key text not null,
  outcome text not null constraint exchange_list_end_outcome check (outcome in ('closed', 'stays')),
  at timestamptz not null,
  primary key (list_id, record_id)
);
create index exchange_list_end_record_id on exchange_list_end (record_id);

call secure_table('exchange_list');
call secure_table('exchange_list_end');
-- An office sees its own lists. What is taken, and taken back, goes through the functions below.
create policy exchange_list_read on exchange_list for select to vatsalya_desk using (office_id = (select app_office()));
create policy exchange_list_brought on exchange_list for insert to vatsalya_desk with check (officer_id = app_officer() and office_id = app_office());
create policy exchange_list_end_read on exchange_list_end for select to vatsalya_desk using ((select true from exchange_list l where l.id = list_id));
grant select, insert (id, officer_id, office_id, rows, row_count, read_at, forget_from) on exchange_list to vatsalya_desk;
grant select on exchange_list_end to vatsalya_desk;
grant select, delete on exchange_list to vatsalya_worker;
grant update (undone_at, rows) on exchange_list to vatsalya_worker;
grant select, insert on exchange_list_end to vatsalya_worker;
grant delete on exchange_paper_child to vatsalya_worker; -- a list taken back frees its papers
create trigger exchange_list_end_append_only before update or delete on exchange_list_end for each row execute function diary_is_append_only();

-- An officer of a station speaks for it, the district's nodal officer for the stations of the district; nobody for another's.
create function speaks_for_station(of_station uuid) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce((select case
      when app_role() in ('station-in-charge', 'investigating-officer', 'child-welfare-police-officer', 'duty-officer') then o.id = app_office()
      when app_role() = 'district-nodal-officer' then o.district_code = app_district()
      else false end
    from office o where o.id = of_station and o.kind = 'police-station'), false)
$$;

-- The good rows of a list become messages, in the name of who brought it. `told`: [{message, digest, kept}], `kept` as a row keeps it. Each says its own station, and no other; its key is made
-- here from the paper it names. False where the list was taken already.
create function take_list(asked uuid, delivery uuid, told jsonb, at timestamptz) returns boolean language plpgsql security definer set search_path = public as $$
declare mine exchange_list;
begin
  select * into mine from exchange_list l where l.id = asked and l.office_id = app_office() for update;
  if mine.id is null then
    raise exception 'no such list of the officer who asks' using errcode = 'insufficient_privilege';
  end if;
  if mine.taken_at is not null then return false; end if;
  if exists (select from jsonb_array_elements(told) t (one), lateral (select one -> 'message' as m, one -> 'message' -> 'paper' as p) x
      left join office o on o.code = p ->> 'station' and o.state_code = p ->> 'state' and o.district_code = p ->> 'district'
      where o.id is null or not speaks_for_station(o.id) or m ->> 'type' is distinct from 'FIR.registered' or m ->> 'node' is distinct from 'list-' || o.state_code
        or m ->> 'version' is distinct from '1' or p ->> 'kind' is null or p ->> 'year' is null or p ->> 'number' is null) then
    raise exception 'a list speaks for the stations of who brings it alone' using errcode = 'insufficient_privilege';
  end if;
  insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest)
    values (delivery, null, 'file', at, 'application/json', null, sha256(convert_to(mine.rows::text, 'UTF8')));
  insert into exchange_message (delivery_id, position, node_code, message_id, type, version, sent_at, event_at, received_at, paper_key, paper_sequence, content_digest,
      mark, sealed, pictures, outline, state, next_at)
    select delivery, t.place, m ->> 'node', (m ->> 'messageId')::uuid, m ->> 'type', 1, at, (m ->> 'eventAt')::timestamptz, at,
      concat_ws('/', p ->> 'state', p ->> 'district', p ->> 'station', p ->> 'kind', p ->> 'year', p ->> 'number'), 0, decode(one ->> 'digest', 'hex'),
      decode(k ->> 'mark', 'base64'), decode(k ->> 'sealed', 'base64'), decode(k ->> 'pictures', 'base64'), k -> 'outline', 'received', at
    from jsonb_array_elements(told) with ordinality t (one, place), lateral (select one -> 'message' as m, one -> 'message' -> 'paper' as p, one -> 'kept' as k) x;
  update exchange_list set taken_at = at, delivery_id = delivery, forget_from = null where id = mine.id;
  return true;
end $$;

-- What became of the papers of an own list.
create function list_messages(asked uuid) returns table (paper_key text, state text, reason text, reason_facts jsonb)
language sql stable security definer set search_path = public as $$
  select m.paper_key, m.state, m.reason, m.reason_facts from exchange_list l join exchange_message m on m.delivery_id = l.delivery_id
  where l.id = asked and l.office_id = app_office() order by m.position
$$;

-- The worker does it: it alone may close what the worker opened. False where it is too late, or was asked before.
create function ask_undo_list(asked uuid, at timestamptz) returns boolean language plpgsql security definer set search_path = public as $$
begin
  update exchange_list l set undo_asked_by = app_officer(), undo_asked_at = at
    where l.id = asked and l.office_id = app_office() and l.undo_asked_at is null and l.taken_at + interval '72 hours' >= at;
  if found then perform pg_notify('exchange_message', ''); end if;
  return found;
end $$;

revoke execute on function speaks_for_station, take_list, list_messages, ask_undo_list from public;
grant execute on function take_list, list_messages, ask_undo_list to vatsalya_desk;

-- How far a file of a police system's past was read, by whoever runs the portal: written in the transaction that keeps what was read.
create table exchange_history (
  file_digest bytea not null constraint exchange_history_digest check (octet_length(file_digest) = 32), -- of its beginning and its length
  node_code text not null constraint exchange_history_node references exchange_node,
  lines bigint not null, -- read and kept, from the first
  refused bigint not null,
  begun_at timestamptz not null,
  read_at timestamptz not null,
  primary key (file_digest, node_code)
);
call secure_table('exchange_history');
grant select, insert, update on exchange_history to vatsalya_worker;
