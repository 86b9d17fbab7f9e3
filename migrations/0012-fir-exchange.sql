-- The FIR exchange: nodes of the police and their keys, deliveries as they came, the messages in them and what became of each.

-- A node speaks for one State's police, or (without a State) for every one's: the national grid.
create table exchange_node (
  code text primary key constraint exchange_node_code check (code ~ '^[a-z]{2,12}-[A-Z]{2}$' and code not like 'list-%'), -- what comes on a list is nobody's node
  name text not null,
  state_code text constraint exchange_node_state references state,
  call_url text constraint exchange_node_call_url check (call_url ~ '^https?://'), -- where it can be called; null: it fetches
  messages_a_minute int not null constraint exchange_node_rate check (messages_a_minute between 1 and 1000000),
  silent_after_minutes int not null constraint exchange_node_silence check (silent_after_minutes > 0),
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index exchange_node_of_state on exchange_node (state_code) where closed_at is null and state_code is not null;

-- A key opens nothing before it is confirmed, and nothing from the moment it is revoked. Several may stand at a time: the next is in force before the last ends.
create table exchange_node_key (
  key_id text primary key,
  node_code text not null constraint exchange_node_key_node references exchange_node,
  public_key bytea not null constraint exchange_node_key_raw check (octet_length(public_key) = 32) constraint exchange_node_key_once unique,
  valid_from timestamptz not null,
  valid_until timestamptz,
  entered_by uuid constraint exchange_node_key_entered_by references officer, -- null: whoever runs the portal
  entered_at timestamptz not null,
  confirmed_by uuid constraint exchange_node_key_confirmed_by references officer,
  confirmed_at timestamptz,
  revoked_by uuid constraint exchange_node_key_revoked_by references officer,
  revoked_at timestamptz,
  constraint exchange_node_key_period check (valid_until > valid_from)
);
create index exchange_node_key_node_code on exchange_node_key (node_code, valid_from desc);

-- Everything that was done with a key, by whom and why.
create table exchange_key_step (
  sequence bigint generated always as identity primary key,
  key_id text not null constraint exchange_key_step_key references exchange_node_key,
  step text not null constraint exchange_key_step_step check (step in ('entered', 'confirmed', 'revoked')),
  reason text constraint exchange_key_step_reason check (step <> 'revoked' or reason is not null),
  officer_id uuid constraint exchange_key_step_officer references officer,
  office_id uuid constraint exchange_key_step_office references office,
  at timestamptz not null
);
create index exchange_key_step_key_id on exchange_key_step (key_id, sequence);

create function exchange_node_key_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a key is revoked, never removed' using errcode = 'insufficient_privilege'; end if;
  if (new.key_id, new.node_code, new.public_key, new.valid_from, new.valid_until, new.entered_by, new.entered_at)
      is distinct from (old.key_id, old.node_code, old.public_key, old.valid_from, old.valid_until, old.entered_by, old.entered_at)
    or (old.confirmed_at is not null and (new.confirmed_by, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_at))
    or (old.revoked_at is not null and (new.revoked_by, new.revoked_at) is distinct from (old.revoked_by, old.revoked_at))
    or (old.revoked_at is not null and old.confirmed_at is null and new.confirmed_at is not null) then
    raise exception 'a key is confirmed once and revoked once, and changes in nothing else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger exchange_node_key_kept before update or delete on exchange_node_key for each row execute function exchange_node_key_kept();

-- What came, byte for byte, before anything in it is read; `results` is what the receipt said of each message, for who sends the same once more.
create table exchange_delivery (
  id uuid primary key,
  node_code text constraint exchange_delivery_node references exchange_node, -- null: a list, which no police system stands behind
  source text not null constraint exchange_delivery_source check (source in ('node', 'file', 'desk')),
  received_at timestamptz not null,
  media_type text not null,
  raw bytea, -- sealed; of a refused one the beginning; null: erased when its time was over, or never apart from what it says (a list, an officer's own words)
  digest bytea not null constraint exchange_delivery_digest check (octet_length(digest) = 32), -- SHA-256 of all that came
  base text, -- the text that was signed (RFC 9421 §2.5), with the digest in it
  signature text, -- what it was signed with: the fields Signature-Input and Signature
  key_id text constraint exchange_delivery_key references exchange_node_key,
  refused text, -- why its signature does not hold: nothing in it is read
  results jsonb not null default '[]',
  constraint exchange_delivery_of_node check (node_code is not null or source = 'file'),
  constraint exchange_delivery_signed check (source <> 'node' or (base is not null and signature is not null and key_id is not null))
);
create unique index exchange_delivery_once on exchange_delivery (node_code, media_type, digest) where source = 'node' and refused is null;
create index exchange_delivery_heard on exchange_delivery (node_code, received_at desc);
create index exchange_delivery_raw on exchange_delivery (received_at) where raw is not null;

-- One message of a delivery. The same message sent again is not kept twice; of what cannot be read the digest is that of its bytes.
create table exchange_message (
  sequence bigint generated always as identity primary key,
  delivery_id uuid not null constraint exchange_message_delivery references exchange_delivery,
  position int not null, -- in the delivery, from 1
  node_code text not null,
  message_id uuid,
  type text,
  version int,
  sent_at timestamptz,
  event_at timestamptz,
  received_at timestamptz not null,
  paper_key text,
  paper_sequence int, -- 0: it came on a list, before all the police's own system says
  raw_number text, -- the police's own number, of what could not be read
  mark bytea, -- by which a worker knows that a door or desk of ours wrote the row; null: it could not be read
  sealed bytea, -- the message, without pictures; null: it could not be read, or is erased
  pictures bytea, -- sealed; null once they are among the photographs
  outline jsonb, -- codes and numbers of it that statements ask for; nothing personal
  content_digest bytea not null,
  state text not null constraint exchange_message_state check (state in ('received', 'applied', 'ignored', 'parked', 'quarantined')),
  reason text, -- a code
  reason_facts jsonb, -- where in the message and what about it: paths and codes, nothing personal
  attempts int not null default 0,
  next_at timestamptz, -- when the worker looks at it next
  settled_at timestamptz,
  said_anew_at timestamptz, -- set aside as it is, and since then said anew and rightly: nobody need look at it
  said_anew_by bigint constraint exchange_message_said_anew_by references exchange_message,
  released_at timestamptz, -- held over a day's ceiling, and let through by a person who looked at it
  asked_again_at timestamptz, -- what said it anew came under a key that was revoked then: a person looks after all
  visible_at timestamptz, -- when an officer could see what it says
  constraint exchange_message_once unique nulls not distinct (node_code, message_id, content_digest),
  constraint exchange_message_reasoned check (state in ('received', 'applied') or reason is not null),
  constraint exchange_message_waits check (state not in ('received', 'parked') or next_at is not null),
  constraint exchange_message_readable check (state = 'quarantined' or (mark is not null and outline is not null and message_id is not null)
    or (state = 'ignored' and reason in ('dismissed', 'resubmitted'))) -- a person settles what could not be read, too
);
create index exchange_message_waiting_of_state on exchange_message (split_part(paper_key, '/', 1), next_at, sequence) where state in ('received', 'parked') and paper_key is not null; -- workers settle one State each
create index exchange_message_paper on exchange_message (paper_key, paper_sequence);
create index exchange_message_quarantined on exchange_message (node_code, sequence desc) where state = 'quarantined' and said_anew_at is null;
create index exchange_message_to_mend on exchange_message (node_code, (coalesce(outline ->> 'raw', raw_number)), paper_sequence) where state = 'quarantined';
create index exchange_message_held on exchange_message (paper_key text_pattern_ops) where state in ('parked', 'quarantined'); -- a State's, by how its keys begin
create index exchange_message_worked on exchange_message (settled_at desc) where settled_at > received_at; -- by the worker, not at the door
create index exchange_message_anew on exchange_message (said_anew_at desc) where said_anew_at is not null;
create index exchange_message_flood on exchange_message (received_at, sequence) where state = 'parked' and reason = 'flood';
create index exchange_message_said_anew_by on exchange_message (said_anew_by) where said_anew_by is not null;
create index exchange_message_sent_anew on exchange_message (node_code, paper_key, paper_sequence) where state = 'ignored' and reason = 'sent-anew';
create index exchange_message_sealed on exchange_message (settled_at) where sealed is not null and (state in ('applied', 'ignored') or said_anew_at is not null);
create index exchange_message_delivery_id on exchange_message (delivery_id, position);
create function exchange_message_came() returns trigger language plpgsql as $$
begin
  perform pg_notify('exchange_message', '');
  return null;
end $$;
create trigger exchange_message_came after insert on exchange_message for each statement execute function exchange_message_came();

-- What a node is told became of its messages, in an order in which nothing is passed over: a reader stops before the oldest transaction still open.
create table exchange_outcome (
  sequence bigint generated always as identity primary key,
  node_code text not null,
  delivery_id uuid not null,
  position int not null,
  message_id uuid,
  paper_key text,
  state text not null,
  reason text,
  reason_facts jsonb,
  at timestamptz not null,
  written_in xid8 not null default pg_current_xact_id()
);
create index exchange_outcome_node_code on exchange_outcome (node_code, sequence);
create function exchange_message_became() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into exchange_outcome (node_code, delivery_id, position, message_id, paper_key, state, reason, reason_facts, at)
    values (new.node_code, new.delivery_id, new.position, new.message_id, new.paper_key, new.state, new.reason, new.reason_facts, coalesce(new.settled_at, now()));
  return null;
end $$;
revoke execute on function exchange_message_became from public;
create trigger exchange_message_refused after insert on exchange_message for each row when (new.state <> 'received') execute function exchange_message_became();
create trigger exchange_message_settled after update on exchange_message for each row
  when (new.state <> 'received' and (new.state, new.reason) is distinct from (old.state, old.reason)) execute function exchange_message_became();

-- What a node sends, and asks for, in this minute, at all doors together.
create table exchange_minute (
  node_code text not null,
  kind text not null constraint exchange_minute_kind check (kind in ('sent', 'asked')),
  minute timestamptz not null,
  counted int not null,
  primary key (node_code, kind)
) with (fillfactor = 50);

-- A node sent more in a minute than it may: what it sent after was not taken.
create table exchange_breaker_trip (
  node_code text not null constraint exchange_breaker_trip_node references exchange_node,
  tripped_at timestamptz not null,
  messages int not null, -- of that minute, with those not taken
  primary key (node_code, tripped_at)
);

-- How many requests came in an hour whose signature does not hold; the first of each node are kept as deliveries. Under `unknown` those in no node's name.
create table exchange_refusal (
  node_code text not null,
  hour timestamptz not null,
  seen int not null,
  primary key (node_code, hour)
);

do $$
declare kept text;
begin
  foreach kept in array array['exchange_node', 'exchange_node_key', 'exchange_key_step', 'exchange_delivery', 'exchange_message', 'exchange_outcome',
    'exchange_breaker_trip', 'exchange_refusal', 'exchange_minute'] loop
    call secure_table(kept);
  end loop;
  foreach kept in array array['exchange_key_step', 'exchange_outcome', 'exchange_breaker_trip'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function diary_is_append_only()', kept || '_append_only', kept);
  end loop;
  -- What the door of machines needs to know a sender and to answer; never what a message says.
  foreach kept in array array['exchange_node', 'exchange_node_key'] loop
    execute format('create policy %I on %I for select to vatsalya_exchange using (true)', kept || '_door', kept);
  end loop;
  create policy exchange_outcome_door on exchange_outcome for select to vatsalya_exchange using (node_code = (select app_node()));
  foreach kept in array array['exchange_node', 'exchange_node_key', 'exchange_key_step', 'exchange_delivery', 'exchange_breaker_trip', 'exchange_refusal'] loop
    execute format('create policy %I on %I for select to vatsalya_desk using ((select app_officer()) is not null)', kept || '_read', kept);
  end loop;
end $$;

create policy exchange_refusal_counted on exchange_refusal to vatsalya_exchange using (true) with check (true);

grant select (code, name, state_code, messages_a_minute, closed_at) on exchange_node to vatsalya_exchange;
grant select (key_id, node_code, public_key, valid_from, valid_until, confirmed_at, revoked_at) on exchange_node_key to vatsalya_exchange;
grant select on exchange_outcome to vatsalya_exchange;
grant select, insert, update on exchange_refusal to vatsalya_exchange;

grant select on exchange_node, exchange_node_key, exchange_key_step, exchange_breaker_trip, exchange_refusal to vatsalya_desk, vatsalya_worker;
grant select (id, node_code, source, received_at, refused) on exchange_delivery to vatsalya_desk;
grant select, insert on exchange_delivery, exchange_message to vatsalya_worker;
grant update (state, reason, reason_facts, attempts, next_at, settled_at, said_anew_at, said_anew_by, visible_at, sealed, pictures) on exchange_message to vatsalya_worker;
grant update (raw) on exchange_delivery to vatsalya_worker;
grant select on exchange_outcome to vatsalya_worker;

-- Of a delivery nothing changes; its bytes are erased, where nothing in it waits for anybody. Digest, signed text, signature and receipt stay as evidence.
create function exchange_delivery_kept() returns trigger language plpgsql as $$
declare erased exchange_delivery := old;
begin
  erased.raw := null;
  if tg_op = 'DELETE' or new is distinct from erased
      or exists (select from exchange_message m where m.delivery_id = old.id
        and (m.state in ('received', 'parked') or (m.state = 'quarantined' and m.said_anew_at is null))) then
    raise exception 'of a delivery the bytes alone are erased, when all in it is settled' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger exchange_delivery_kept before update or delete on exchange_delivery for each row execute function exchange_delivery_kept();

-- The door keeps a delivery by this call alone: in the name of the node whose key it names, while that key opens the door. All of it or nothing, and the
-- messages in order of what they are unique by: two deliveries with the same messages then wait for each other, and never both ways round.
create function keep_delivery(of_node text, with_key text, delivery uuid, media text, bytes bytea, digest_of bytea, signed_text text, signed_with text, told jsonb, at timestamptz)
returns table (id uuid, received_at timestamptz, results jsonb) language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  perform must_be_key_of(of_node, with_key);
  return query with came as materialized (
      select * from jsonb_to_recordset(told) as m ("position" int, "messageId" uuid, "type" text, "version" int, "sentAt" timestamptz, "eventAt" timestamptz,
        "paperKey" text, "paperSequence" int, "rawNumber" text, "contentDigest" text, "mark" text, "sealed" text, "pictures" text, "outline" jsonb, "reason" text, "reasonFacts" jsonb)),
    kept as (
      insert into exchange_message (delivery_id, position, node_code, message_id, type, version, sent_at, event_at, received_at, paper_key, paper_sequence, raw_number, content_digest,
        mark, sealed, pictures, outline, state, reason, reason_facts, next_at, settled_at)
      select delivery, "position", of_node, "messageId", "type", "version", "sentAt", "eventAt", at, "paperKey", "paperSequence", "rawNumber", decode("contentDigest", 'hex'),
        decode("mark", 'base64'), decode("sealed", 'base64'), decode("pictures", 'base64'), "outline", case when "reason" is null then 'received' else 'quarantined' end,
        "reason", "reasonFacts", case when "reason" is null then at end, case when "reason" is not null then at end
      from came where not exists (select from exchange_delivery d where d.node_code = of_node and d.media_type = media and d.digest = digest_of and d.source = 'node' and d.refused is null)
      order by "messageId", "contentDigest", "position"
      on conflict do nothing returning position)
    insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest, base, signature, key_id, results)
    select delivery, of_node, 'node', at, media, bytes, digest_of, signed_text, signed_with, with_key,
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('position', c."position", 'messageId', c."messageId",
          'state', case when k.position is null then 'duplicate' when c."reason" is null then 'taken' else 'quarantined' end,
          'reason', case when k.position is not null then c."reason" end,
          'path', case when k.position is not null then c."reasonFacts" ->> 'path' end)) order by c."position"), '[]')
        from came c left join kept k on k.position = c."position")
    on conflict (node_code, media_type, digest) where source = 'node' and refused is null do nothing
    returning id, received_at, results;
  if not found then
    return query select d.id, d.received_at, d.results from exchange_delivery d
      where d.node_code = of_node and d.media_type = media and d.digest = digest_of and d.source = 'node' and d.refused is null;
  end if;
end $$;

create function must_be_key_of(of_node text, with_key text) returns void language plpgsql stable security definer set search_path = public as $$
begin
  if not exists (select from exchange_node_key k join exchange_node n on n.code = k.node_code
      where k.key_id = with_key and n.code = of_node and k.confirmed_at is not null and k.revoked_at is null) then
    raise exception 'the key opens nothing in the name of that node' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- What came in a node's name and is not signed by it. Nothing in it is read; its beginning alone is kept.
create function keep_refused(of_node text, of_key text, delivery uuid, media text, bytes bytea, digest_of bytea, signed_text text, signed_with text, fault text, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  if fault is null or octet_length(bytes) > 8192 then
    raise exception 'of what is refused the beginning is kept, with the fault' using errcode = 'insufficient_privilege';
  end if;
  insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest, base, signature, key_id, refused)
    values (delivery, of_node, 'node', at, media, bytes, digest_of, signed_text, signed_with, of_key, fault);
end $$;

create function exchange_stalled(since timestamptz) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from exchange_message where state = 'received' and next_at < since)
    and not exists (select from exchange_message where settled_at > received_at and settled_at >= since)
$$;

-- Answers how much it was before. That it is over what the node may is noted once a minute.
create function count_exchange_minute(of_node text, of_kind text, weight int, at timestamptz) returns int language plpgsql security definer set search_path = public as $$
declare before int;
begin
  insert into exchange_minute as m (node_code, kind, minute, counted) values (of_node, of_kind, date_trunc('minute', at), weight)
    on conflict (node_code, kind) do update set minute = excluded.minute, counted = excluded.counted + case when m.minute = excluded.minute then m.counted else 0 end
    returning counted - weight into before;
  if before >= (select n.messages_a_minute from exchange_node n where n.code = of_node) then
    insert into exchange_breaker_trip (node_code, tripped_at, messages) select of_node, at, before + weight
      where not exists (select from exchange_breaker_trip t where t.node_code = of_node and t.tripped_at >= date_trunc('minute', at)) on conflict do nothing;
  end if;
  return before;
end $$;
revoke execute on function keep_delivery, keep_refused, must_be_key_of, exchange_stalled, count_exchange_minute from public;
grant execute on function keep_delivery, keep_refused, exchange_stalled, count_exchange_minute to vatsalya_exchange;

-- Who keeps a node's keys: the State's nodal officer those of the own State's node, the national one all.
create function must_keep_node(of_node text) returns void language plpgsql stable security definer set search_path = public as $$
begin
  if not coalesce(case app_role() when 'national-nodal-officer' then exists (select from exchange_node n where n.code = of_node)
    when 'state-nodal-officer' then exists (select from exchange_node n where n.code = of_node and n.state_code = app_state()) end, false) then
    raise exception 'the node is not kept by the officer who asks' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function open_exchange_node(new_code text, called text, of_state text, a_minute int, silent_minutes int, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  if app_role() <> 'national-nodal-officer' then
    raise exception 'a node is opened by the national office' using errcode = 'insufficient_privilege';
  end if;
  insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
    values (new_code, called, of_state, a_minute, silent_minutes, at);
end $$;

-- A State's key is entered by the State and confirmed by the nation: two persons of two offices. The grid is nobody's but the nation's.
create function enter_node_key(new_key text, of_node text, raw_key bytea, from_moment timestamptz, until_moment timestamptz, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
declare of_state text := (select n.state_code from exchange_node n where n.code = of_node);
begin
  perform must_keep_node(of_node);
  if (of_state is null) <> (app_role() = 'national-nodal-officer') then
    raise exception 'a State''s key is entered by the State' using errcode = 'insufficient_privilege';
  end if;
  insert into exchange_node_key (key_id, node_code, public_key, valid_from, valid_until, entered_by, entered_at, confirmed_by, confirmed_at)
    values (new_key, of_node, raw_key, from_moment, until_moment, app_officer(), at, case when of_state is null then app_officer() end, case when of_state is null then at end);
  insert into exchange_key_step (key_id, step, officer_id, office_id, at) values (new_key, 'entered', app_officer(), app_office(), at);
  if of_state is null then
    insert into exchange_key_step (key_id, step, officer_id, office_id, at) values (new_key, 'confirmed', app_officer(), app_office(), at);
  end if;
end $$;

create function confirm_node_key(of_key text, at timestamptz) returns boolean language plpgsql security definer set search_path = public as $$
begin
  if app_role() <> 'national-nodal-officer' then
    raise exception 'a key is confirmed by the national office' using errcode = 'insufficient_privilege';
  end if;
  update exchange_node_key k set confirmed_by = app_officer(), confirmed_at = at
    where k.key_id = of_key and k.confirmed_at is null and k.revoked_at is null and k.entered_by is distinct from app_officer();
  if not found then return false; end if;
  insert into exchange_key_step (key_id, step, officer_id, office_id, at) values (of_key, 'confirmed', app_officer(), app_office(), at);
  return true;
end $$;

-- What waited for a person and was put right under this key waits for one again: who holds a stolen key could else hide what the police said.
create function ask_again_of_key(of_node text, of_key text, at timestamptz) returns void language sql security definer set search_path = public as $$
  update exchange_message q set said_anew_at = null, said_anew_by = null, asked_again_at = at
    from exchange_message a join exchange_delivery d on d.id = a.delivery_id
    where q.node_code = of_node and q.said_anew_by = a.sequence and d.key_id = of_key;
  update exchange_message q set state = 'quarantined', reason = before.reason, reason_facts = before.reason_facts, settled_at = at, asked_again_at = at
    from exchange_message a join exchange_delivery d on d.id = a.delivery_id, exchange_outcome before
    where q.node_code = of_node and q.state = 'ignored' and q.reason = 'sent-anew' and a.paper_key = q.paper_key and a.paper_sequence = q.paper_sequence
      and a.state = 'applied' and d.key_id = of_key
      and before.sequence = (select max(o.sequence) from exchange_outcome o where o.node_code = q.node_code and o.delivery_id = q.delivery_id
        and o.position = q.position and o.state = 'quarantined');
$$;

create function revoke_node_key(of_key text, because text, at timestamptz) returns boolean language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_node((select k.node_code from exchange_node_key k where k.key_id = of_key));
  update exchange_node_key k set revoked_by = app_officer(), revoked_at = at where k.key_id = of_key and k.revoked_at is null;
  if not found then return false; end if;
  insert into exchange_key_step (key_id, step, reason, officer_id, office_id, at) values (of_key, 'revoked', because, app_officer(), app_office(), at);
  perform ask_again_of_key((select k.node_code from exchange_node_key k where k.key_id = of_key), of_key, at);
  return true;
end $$;
revoke execute on function ask_again_of_key, must_keep_node, open_exchange_node, enter_node_key, confirm_node_key, revoke_node_key from public;
grant execute on function open_exchange_node, enter_node_key, confirm_node_key, revoke_node_key to vatsalya_desk;

-- What the messages come to: papers as the police's system names them, their children, what became of a child, what the two tell differently.
create table exchange_paper (
  paper_key text primary key,
  node_code text constraint exchange_paper_node references exchange_node, -- null: another paper names it, its own node has not told it yet
  kind text not null constraint exchange_paper_kind check (kind in ('fir', 'zero-fir', 'general-diary')),
  state_code text not null,
  district_code text not null,
  station_code text not null,
  station_id uuid constraint exchange_paper_station references office,
  year int not null,
  number text not null, -- in the one way of writing
  raw_number text, -- as the node's own system has it
  complaint_id uuid constraint exchange_paper_complaint references complaint,
  opened_by_feed boolean not null, -- nobody here typed it
  transferred_from text constraint exchange_paper_transferred_from references exchange_paper,
  last_sequence int,
  last_digest bytea,
  first_event_at timestamptz,
  first_received_at timestamptz,
  first_visible_at timestamptz,
  standing text not null default 'open' constraint exchange_paper_standing check (standing in ('open', 'traced', 'closed')) -- as the police say
);
create index exchange_paper_station_id on exchange_paper (station_id, year);
create index exchange_paper_complaint_id on exchange_paper (complaint_id) where complaint_id is not null;

create table exchange_paper_child (
  paper_key text not null constraint exchange_paper_child_paper references exchange_paper,
  child_number int not null,
  record_id uuid not null constraint exchange_paper_child_record references record,
  written_version int, -- of the description as the police's system wrote it last; another version is an officer's
  primary key (paper_key, child_number)
);
create index exchange_paper_child_record_id on exchange_paper_child (record_id);

-- The police say that a child is traced, a case closed or transferred: a proposal. Ended where a correction took it back.
create table exchange_report (
  message_id uuid not null,
  paper_key text not null constraint exchange_report_paper references exchange_paper,
  child_number int not null,
  record_id uuid not null constraint exchange_report_record references record,
  what text not null constraint exchange_report_what check (what in ('traced', 'closed', 'transferred')),
  happened_at timestamptz not null,
  message_sequence bigint not null constraint exchange_report_message references exchange_message,
  entry_id uuid constraint exchange_report_entry references diary_entry (id), -- null: the portal knew it, nobody is asked
  since timestamptz not null,
  ended_at timestamptz,
  primary key (message_sequence, child_number)
);
create index exchange_report_record_id on exchange_report (record_id);
create index exchange_report_paper_key on exchange_report (paper_key, child_number);
create index exchange_report_message_id on exchange_report (message_id) where ended_at is null;

-- What the station, or the Committee, answers to it, in words; the bare fact is in the diary.
create table exchange_answer (
  id uuid primary key,
  record_id uuid not null constraint exchange_answer_record references record,
  what text not null constraint exchange_answer_what check (what in ('traced', 'closed', 'transferred')),
  answer text not null constraint exchange_answer_answer check (answer in ('confirmed', 'denied') or (answer = 'goes-on' and what = 'closed')),
  words text not null,
  officer_id uuid not null constraint exchange_answer_officer references officer,
  office_id uuid not null constraint exchange_answer_office references office,
  at timestamptz not null
);
create index exchange_answer_record_id on exchange_answer (record_id, at);

-- Where the two tell different things of one child; child 0: of the paper itself. Kept where it ended.
create table exchange_difference (
  paper_key text not null constraint exchange_difference_paper references exchange_paper,
  child_number int not null,
  field text not null,
  police_value text not null,
  portal_value text not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (paper_key, child_number, field)
);
create index exchange_difference_open on exchange_difference (paper_key text_pattern_ops) where ended_at is null; -- a State's, by how its keys begin

-- A day of a station without a case, with its reason: silence is told from nothing to tell.
create table exchange_station_day (
  station_id uuid not null constraint exchange_station_day_station references office,
  day date not null,
  reason text not null,
  words text,
  sent_at timestamptz not null,
  message_sequence bigint not null constraint exchange_station_day_message references exchange_message,
  primary key (station_id, day)
);

do $$
declare kept text;
begin
  foreach kept in array array['exchange_paper', 'exchange_paper_child', 'exchange_report', 'exchange_answer', 'exchange_difference', 'exchange_station_day'] loop
    call secure_table(kept);
    execute format('grant select on %I to vatsalya_desk', kept);
  end loop;
end $$;
-- Officers see the papers of the stations they oversee, and those of a record they see.
create policy exchange_paper_read on exchange_paper for select to vatsalya_desk using (case (select app_reach())
  when 'nation' then true
  when 'state' then state_code = (select app_state())
  when 'district' then district_code = (select app_district()) or station_id = (select app_office())
  when 'office' then station_id = (select app_office())
  else false end
  or (select true from exchange_paper_child c join record r on r.id = c.record_id where c.paper_key = exchange_paper.paper_key limit 1));
create policy exchange_paper_child_read on exchange_paper_child for select to vatsalya_desk using ((select true from record r where r.id = record_id));
create policy exchange_report_read on exchange_report for select to vatsalya_desk using ((select true from record r where r.id = record_id));
create policy exchange_answer_read on exchange_answer for select to vatsalya_desk using ((select true from record r where r.id = record_id));
create policy exchange_answer_given on exchange_answer for insert to vatsalya_desk
  with check (officer_id = app_officer() and office_id = app_office() and (select true from record r where r.id = record_id));
create policy exchange_difference_read on exchange_difference for select to vatsalya_desk
  using ((select true from exchange_paper p where p.paper_key = exchange_difference.paper_key));
create policy exchange_station_day_read on exchange_station_day for select to vatsalya_desk
  using ((select true from office o where o.id = station_id and case (select app_reach()) when 'nation' then true when 'state' then o.state_code = (select app_state())
    when 'district' then o.district_code = (select app_district()) when 'office' then o.id = (select app_office()) else false end));
grant select, insert, update on exchange_paper, exchange_paper_child, exchange_report, exchange_difference, exchange_station_day to vatsalya_worker;
grant select on exchange_answer to vatsalya_worker;
grant insert on exchange_answer to vatsalya_desk;

-- What the portal tells the police nodes: one message for each entry of a child's diary and node, and how its sending stands.

create table exchange_outgoing (
  sequence bigint generated always as identity primary key, -- the order of a paper's messages, and where a node that fetches stands
  message_id uuid not null constraint exchange_outgoing_message_id unique,
  node_code text not null constraint exchange_outgoing_node references exchange_node,
  paper_key text not null,
  record_id uuid not null constraint exchange_outgoing_record references record,
  entry_id uuid not null constraint exchange_outgoing_entry references diary_entry (id),
  content json not null, -- the bytes that are sent, kept as they were written
  created_at timestamptz not null,
  written_in xid8 not null default pg_current_xact_id(),
  state text not null default 'waiting' constraint exchange_outgoing_state check (state in ('waiting', 'delivered', 'dead')),
  attempts int not null default 0,
  tried_since timestamptz, -- the first try, of all since it was replayed
  next_at timestamptz not null,
  reason text, -- of the last try that failed: a code
  delivered_at timestamptz,
  receipt bytea, -- the node's answer as it came, what it signed it with, and by which key
  receipt_signature text,
  receipt_key text constraint exchange_outgoing_receipt_key references exchange_node_key,
  put_aside_at timestamptz, -- a person let what waits behind it pass; it is never sent
  constraint exchange_outgoing_once unique (node_code, record_id, entry_id), -- one found child may be held to be that of two FIRs
  constraint exchange_outgoing_receipted check (
    (state = 'delivered') = (delivered_at is not null and receipt is not null and receipt_signature is not null and receipt_key is not null)),
  constraint exchange_outgoing_reasoned check (state <> 'dead' or reason is not null),
  constraint exchange_outgoing_aside check (put_aside_at is null or state <> 'delivered')
);
-- What stands before a message: of the same paper, and of the same child where its paper changed.
create index exchange_outgoing_paper on exchange_outgoing (node_code, paper_key, sequence) where state <> 'delivered' and put_aside_at is null;
create index exchange_outgoing_child on exchange_outgoing (node_code, record_id, sequence) where state <> 'delivered' and put_aside_at is null;
create index exchange_outgoing_due on exchange_outgoing (node_code, next_at, sequence) where state = 'waiting' and put_aside_at is null;
create index exchange_outgoing_open on exchange_outgoing (node_code, sequence) where state <> 'delivered' and put_aside_at is null;
create index exchange_outgoing_record_id on exchange_outgoing (record_id);
create index sighting_notice on sighting (notice_public_id) where notice_public_id is not null; -- of which child the police are told

create function exchange_outgoing_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'what was told is never removed' using errcode = 'insufficient_privilege'; end if;
  if (new.sequence, new.message_id, new.node_code, new.paper_key, new.record_id, new.entry_id, new.content::text, new.created_at, new.written_in)
      is distinct from (old.sequence, old.message_id, old.node_code, old.paper_key, old.record_id, old.entry_id, old.content::text, old.created_at, old.written_in)
    or old.state = 'delivered' or old.put_aside_at is not null then
    raise exception 'of a message only its sending changes, until it is delivered or put aside' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger exchange_outgoing_kept before update or delete on exchange_outgoing for each row execute function exchange_outgoing_kept();

create function exchange_outgoing_came() returns trigger language plpgsql as $$
begin
  perform pg_notify('exchange_outgoing', '');
  return null;
end $$;
create trigger exchange_outgoing_came after insert on exchange_outgoing for each statement execute function exchange_outgoing_came();

-- What persons did with messages that did not arrive.
create table exchange_outgoing_step (
  sequence bigint generated always as identity primary key,
  outgoing_sequence bigint not null constraint exchange_outgoing_step_message references exchange_outgoing,
  step text not null constraint exchange_outgoing_step_step check (step in ('replayed', 'put-aside')),
  reason text constraint exchange_outgoing_step_reason check (step <> 'put-aside' or reason is not null),
  officer_id uuid not null constraint exchange_outgoing_step_officer references officer,
  office_id uuid not null constraint exchange_outgoing_step_office references office,
  at timestamptz not null
);
create index exchange_outgoing_step_message on exchange_outgoing_step (outgoing_sequence, sequence);
create trigger exchange_outgoing_step_append_only before update or delete on exchange_outgoing_step for each row execute function diary_is_append_only();

call secure_table('exchange_outgoing');
call secure_table('exchange_outgoing_step');
-- Officers who keep the node, and whoever sees the record: when the police were told of it.
create policy exchange_outgoing_read on exchange_outgoing for select to vatsalya_desk using (
  case (select app_role()) when 'national-nodal-officer' then true
    when 'state-nodal-officer' then node_code = any (array(select n.code from exchange_node n where n.state_code = (select app_state())))
    else false end
  or (select true from record r where r.id = record_id));
create policy exchange_outgoing_step_read on exchange_outgoing_step for select to vatsalya_desk
  using ((select true from exchange_outgoing o where o.sequence = outgoing_sequence));
create policy exchange_outgoing_door on exchange_outgoing for select to vatsalya_exchange using (node_code = (select app_node()));
grant select on exchange_outgoing, exchange_outgoing_step to vatsalya_desk;
grant select (sequence, node_code, content, state, put_aside_at, written_in) on exchange_outgoing to vatsalya_exchange;
grant select on exchange_outgoing, exchange_outgoing_step to vatsalya_worker;
grant insert (message_id, node_code, paper_key, record_id, entry_id, content, created_at, next_at) on exchange_outgoing to vatsalya_worker;
grant update (state, attempts, tried_since, next_at, reason, delivered_at, receipt, receipt_signature, receipt_key) on exchange_outgoing to vatsalya_worker;

-- Tried again from now on: one message, or (without one) every dead one of the node.
create function replay_outgoing(of_node text, only_sequence bigint, at timestamptz) returns int language plpgsql security definer set search_path = public as $$
declare replayed int;
begin
  perform must_keep_node(of_node);
  with again as (
    update exchange_outgoing o set state = 'waiting', tried_since = null, attempts = 0, next_at = at
      where o.node_code = of_node and o.state = 'dead' and o.put_aside_at is null and (only_sequence is null or o.sequence = only_sequence) returning o.sequence)
  insert into exchange_outgoing_step (outgoing_sequence, step, officer_id, office_id, at) select a.sequence, 'replayed', app_officer(), app_office(), at from again a;
  get diagnostics replayed = row_count;
  perform pg_notify('exchange_outgoing', '');
  return replayed;
end $$;

create function put_aside_outgoing(of_node text, which bigint, because text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  perform must_keep_node(of_node);
  update exchange_outgoing o set put_aside_at = at where o.node_code = of_node and o.sequence = which and o.state = 'dead' and o.put_aside_at is null;
  if not found then return false; end if;
  update exchange_outgoing o set next_at = at where o.state = 'waiting' and o.put_aside_at is null and o.next_at > at
    and (o.node_code, o.paper_key) = (select a.node_code, a.paper_key from exchange_outgoing a where a.sequence = which);
  insert into exchange_outgoing_step (outgoing_sequence, step, reason, officer_id, office_id, at)
    values (which, 'put-aside', because, app_officer(), app_office(), at);
  perform pg_notify('exchange_outgoing', '');
  return true;
end $$;

-- A node says that it has what it fetched. Nothing it cannot have seen counts: a fetch stops before the oldest transaction still open.
create function acknowledge_outgoing(of_node text, up_to bigint, said bytea, signed_with text, with_key text, at timestamptz) returns int
language plpgsql security definer set search_path = public as $$
declare taken int;
begin
  if of_node is distinct from app_node() then
    raise exception 'a node acknowledges its own' using errcode = 'insufficient_privilege';
  end if;
  update exchange_outgoing o set state = 'delivered', delivered_at = at, receipt = said, receipt_signature = signed_with, receipt_key = with_key
    where o.node_code = of_node and o.sequence <= up_to and o.state <> 'delivered' and o.put_aside_at is null
      and o.written_in < pg_snapshot_xmin(pg_current_snapshot())
      and exists (select from exchange_node_key k where k.key_id = with_key and k.node_code = of_node);
  get diagnostics taken = row_count;
  return taken;
end $$;

-- Where a node can be called. What it may be is judged before it is written, and again at each call.
create function set_node_call_url(of_node text, url text) returns void language plpgsql security definer set search_path = public as $$
begin
  if app_role() <> 'national-nodal-officer' then
    raise exception 'where a node is called the national office says' using errcode = 'insufficient_privilege';
  end if;
  update exchange_node n set call_url = url where n.code = of_node;
  perform pg_notify('exchange_outgoing', '');
end $$;
revoke execute on function replay_outgoing, put_aside_outgoing, acknowledge_outgoing, set_node_call_url from public;
grant execute on function replay_outgoing, put_aside_outgoing, set_node_call_url to vatsalya_desk;
grant execute on function acknowledge_outgoing to vatsalya_exchange;

-- Whoever answers for a message that waits for a person: the national officer, the State's, and the head of the station it is of.
create function oversees_message(of_paper text, of_node text) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce(case app_role()
    when 'national-nodal-officer' then true
    when 'state-nodal-officer' then split_part(of_paper, '/', 1) = app_state() or exists (select from exchange_node n where n.code = of_node and n.state_code = app_state())
    when 'station-in-charge' then split_part(of_paper, '/', 3) = (select o.code from office o where o.id = app_office())
    else false end, false)
$$;
revoke execute on function oversees_message from public;
grant execute on function oversees_message to vatsalya_desk;
create policy exchange_message_read on exchange_message for select to vatsalya_desk using (
  oversees_message(paper_key, node_code) or (select true from exchange_report r where r.message_sequence = exchange_message.sequence limit 1));
grant select on exchange_message to vatsalya_desk;

-- What an officer did with a message in quarantine, and why. The message stays as it came.
create table exchange_message_act (
  id uuid primary key,
  message_sequence bigint not null constraint exchange_message_act_message references exchange_message,
  act text not null constraint exchange_message_act_act check (act in ('dismissed', 'resubmitted', 'raw-read', 'released')),
  words text not null,
  new_delivery_id uuid constraint exchange_message_act_delivery references exchange_delivery,
  officer_id uuid not null constraint exchange_message_act_officer references officer,
  office_id uuid not null constraint exchange_message_act_office references office,
  at timestamptz not null
);
create index exchange_message_act_message_sequence on exchange_message_act (message_sequence, at);
call secure_table('exchange_message_act');
create policy exchange_message_act_read on exchange_message_act for select to vatsalya_desk
  using ((select true from exchange_message m where m.sequence = message_sequence));
grant select on exchange_message_act to vatsalya_desk;
create trigger exchange_message_act_append_only before update or delete on exchange_message_act for each row execute function diary_is_append_only();

-- The message an officer may act on, held; a fault where there is none.
create function quarantined_message(asked bigint) returns exchange_message language plpgsql security definer set search_path = public as $$
declare found exchange_message;
begin
  select * into found from exchange_message m where m.sequence = asked and m.state = 'quarantined' and oversees_message(m.paper_key, m.node_code) for update;
  if found.sequence is null then
    raise exception 'no such message waits for the officer who asks' using errcode = 'insufficient_privilege';
  end if;
  return found;
end $$;

create function dismiss_message(asked bigint, act_id uuid, because text, at timestamptz) returns void language plpgsql security definer set search_path = public as $$
declare mine exchange_message := quarantined_message(asked);
begin
  update exchange_message set state = 'ignored', reason = 'dismissed', settled_at = at where sequence = mine.sequence;
  insert into exchange_message_act values (act_id, mine.sequence, 'dismissed', because, null, app_officer(), app_office(), at);
end $$;

-- Held over a day's ceiling, and by a person's look a true one: its whole paper is settled next. Of a key that was revoked nothing is let through.
create function release_message(asked bigint, act_id uuid, because text, at timestamptz) returns boolean language plpgsql security definer set search_path = public as $$
declare mine exchange_message;
begin
  select * into mine from exchange_message m where m.sequence = asked and m.state = 'parked' and m.reason = 'flood' and oversees_message(m.paper_key, m.node_code)
    and not exists (select from exchange_delivery d join exchange_node_key k on k.key_id = d.key_id where d.id = m.delivery_id and k.revoked_at is not null) for update;
  if mine.sequence is null then return false; end if;
  update exchange_message m set released_at = at, next_at = at where m.paper_key = mine.paper_key and m.node_code = mine.node_code and m.state = 'parked' and m.reason = 'flood';
  insert into exchange_message_act values (act_id, mine.sequence, 'released', because, null, app_officer(), app_office(), at);
  perform pg_notify('exchange_message', '');
  return true;
end $$;
revoke execute on function release_message from public;
grant execute on function release_message to vatsalya_desk;

-- Sent in again, put right: a delivery of the desk, in the name of the node whose message it was.
-- `kept`: the message sealed and marked by the desk; what is checked here of `message` is what the mark holds it to.
create function resubmit_message(asked bigint, act_id uuid, because text, delivery uuid, message jsonb, message_digest bytea, key text, kept jsonb, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
declare mine exchange_message := quarantined_message(asked);
begin
  if message ->> 'node' is distinct from mine.node_code or not oversees_message(key, mine.node_code) then
    raise exception 'a message is sent in again for its own node alone' using errcode = 'insufficient_privilege';
  end if;
  -- The key is the paper's own, and the node speaks for its State: of a message that trespassed nothing comes but a message that does not.
  if (split_part(key, '/', 1), split_part(key, '/', 3)) is distinct from (message #>> '{paper,state}', message #>> '{paper,station}')
    or not exists (select from exchange_node n where n.code = mine.node_code and (n.state_code is null or n.state_code = split_part(key, '/', 1))) then
    raise exception 'a message is sent in again for a paper of its node''s own State' using errcode = 'insufficient_privilege';
  end if;
  -- What an officer sends in stands before what a node sent: it takes the place of nothing but what the message was in conflict with.
  if exists (select from exchange_message m where m.paper_key = key and m.paper_sequence = (message ->> 'sequence')::int and m.state = 'applied'
      and not (mine.reason = 'conflict' and (m.paper_key, m.paper_sequence) = (mine.paper_key, mine.paper_sequence))) then
    raise exception 'another message stands there' using errcode = 'insufficient_privilege';
  end if;
  insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest)
    values (delivery, mine.node_code, 'desk', at, 'application/json', null, sha256(convert_to(message::text, 'UTF8')));
  insert into exchange_message (delivery_id, position, node_code, message_id, type, version, sent_at, event_at, received_at, paper_key, paper_sequence, content_digest,
      mark, sealed, pictures, outline, state, next_at)
    values (delivery, 1, mine.node_code, (message ->> 'messageId')::uuid, message ->> 'type', (message ->> 'version')::int, (message ->> 'sentAt')::timestamptz,
      (message ->> 'eventAt')::timestamptz, at, key, (message ->> 'sequence')::int, message_digest, decode(kept ->> 'mark', 'base64'), decode(kept ->> 'sealed', 'base64'),
      decode(kept ->> 'pictures', 'base64'), kept -> 'outline', 'received', at);
  update exchange_message set state = 'ignored', reason = 'resubmitted', settled_at = at where sequence = mine.sequence;
  insert into exchange_message_act values (act_id, mine.sequence, 'resubmitted', because, delivery, app_officer(), app_office(), at);
end $$;

-- What of a child's papers has come and not taken effect: the bare fact, to whoever sees the child's record, never what it says.
create function messages_held(of_record uuid) returns table (message_sequence bigint, paper_key text, type text, state text, reason text, received_at timestamptz)
language sql stable security definer set search_path = public as $$
  select m.sequence, m.paper_key, m.type, m.state, m.reason, m.received_at
  from exchange_paper_child c join record r on r.id = c.record_id join exchange_message m on m.paper_key = c.paper_key and m.state in ('parked', 'quarantined') and m.said_anew_at is null
  where c.record_id = of_record and (case app_reach() when 'nation' then true when 'state' then r.state_code = app_state()
      when 'district' then r.district_code = app_district() or r.office_id = app_office() when 'office' then r.office_id = app_office() else false end
    or (app_reach() <> 'none' and exists (select from record_access a where a.record_id = r.id and a.office_id = app_office() and a.until is null)))
  order by m.received_at, m.sequence
$$;

-- The bytes of one message that waits, without the others of its delivery: what could not be read whole is put right item by item.
create function own_message(asked bigint) returns table (delivery_id uuid, media_type text, raw bytea, "position" int) language sql stable security definer set search_path = public as $$
  select d.id, d.media_type, d.raw, m.position from exchange_message m join exchange_delivery d on d.id = m.delivery_id
  where m.sequence = asked and m.state = 'quarantined' and oversees_message(m.paper_key, m.node_code)
$$;

-- The delivery as it came, which may hold messages of other stations: to a nodal officer, with a reason that is kept. Who said why sees it for a quarter of an hour.
create function ask_raw_message(asked bigint, act_id uuid, because text, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare mine exchange_message := quarantined_message(asked);
begin
  if app_role() = 'station-in-charge' then
    raise exception 'a station reads its own messages, not the delivery' using errcode = 'insufficient_privilege';
  end if;
  insert into exchange_message_act values (act_id, mine.sequence, 'raw-read', because, null, app_officer(), app_office(), at);
end $$;
-- Nothing without that reason.
create function raw_message(asked bigint, at timestamptz) returns table (delivery_id uuid, media_type text, raw bytea, "position" int)
language sql stable security definer set search_path = public as $$
  select d.id, d.media_type, d.raw, m.position from exchange_message m join exchange_delivery d on d.id = m.delivery_id
  where is_now($2) and m.sequence = asked and m.state = 'quarantined' and oversees_message(m.paper_key, m.node_code) and exists (select from exchange_message_act a
    where a.message_sequence = asked and a.act = 'raw-read' and a.officer_id = app_officer() and a.office_id = app_office() and a.at > $2 - interval '15 minutes')
$$;
revoke execute on function quarantined_message, dismiss_message, resubmit_message, ask_raw_message, raw_message, own_message, messages_held from public;
grant execute on function dismiss_message, resubmit_message, ask_raw_message, raw_message, own_message, messages_held to vatsalya_desk;
