-- Digests of the FIR exchange: where each paper stands in its station's hash tree, and what node and portal last agreed on, a station at a time.

-- SHA-256 of the key; its hexadecimal digits are the way to the paper from the root.
create function paper_place(paper_key text) returns bytea language sql immutable strict parallel safe as $$ select sha256(convert_to(paper_key, 'UTF8')) $$;
-- SHA-256 of key, sequence and content digest on three lines; null while the paper's own node has told nothing of it.
create function paper_leaf(paper_key text, last_sequence int, last_digest bytea) returns bytea language sql immutable strict parallel safe as $$
  select sha256(convert_to(paper_key || chr(10) || last_sequence || chr(10) || encode(last_digest, 'hex'), 'UTF8'))
$$;
alter table exchange_paper add column place bytea not null generated always as (paper_place(paper_key)) stored,
  add column leaf bytea generated always as (paper_leaf(paper_key, last_sequence, last_digest)) stored;
-- A branch of a station's tree is a range of places: it costs its own papers only, in order, and nothing but this index is read.
create index exchange_paper_place on exchange_paper (node_code, station_code, place) include (leaf) where leaf is not null;

-- The last exchange about each station. `complete_up_to`: until then the node said it had told everything, and both sides held the same; it never moves back.
create table exchange_digest (
  node_code text not null constraint exchange_digest_node references exchange_node,
  station_code text not null,
  day date not null,
  up_to timestamptz not null,
  count_here int not null,
  digest_here bytea not null,
  count_there int not null,
  digest_there bytea not null,
  exchanged_at timestamptz not null,
  complete_up_to timestamptz,
  primary key (node_code, station_code)
) with (fillfactor = 50); -- all of a node's rows are written anew with each exchange: there is room for it on their own page, or the key would be written too
call secure_table('exchange_digest');
create policy exchange_digest_exchanged on exchange_digest to vatsalya_exchange using (node_code = (select app_node())) with check (node_code = (select app_node()));
create policy exchange_digest_read on exchange_digest for select to vatsalya_desk using ((select app_officer()) is not null);
create policy exchange_paper_compared on exchange_paper for select to vatsalya_exchange using (node_code = (select app_node()));
grant select, insert, update on exchange_digest to vatsalya_exchange;
grant select on exchange_digest to vatsalya_desk, vatsalya_worker;
-- Which papers there are and how far each has come; never a child of one.
grant select (paper_key, node_code, station_code, place, leaf, last_sequence, last_digest) on exchange_paper to vatsalya_exchange;
-- Of stations a node names, those there are: what is told of others is compared, and not kept.
create function stations_there_are(codes text[]) returns setof text language sql stable security definer set search_path = public as $$
  select o.code from office o where o.code = any (codes)
$$;
revoke execute on function stations_there_are from public;
grant execute on function stations_there_are to vatsalya_exchange, vatsalya_worker;
grant execute on function paper_place, paper_leaf to vatsalya_exchange, vatsalya_worker;

-- The digest of each station, kept, so that an exchange with nothing new reads no paper. What stands here is true of every station not in `exchange_station_changed`.
create table exchange_station_digest (
  node_code text not null constraint exchange_station_digest_node references exchange_node,
  station_code text not null,
  papers int not null,
  digest bytea not null,
  primary key (node_code, station_code)
);
-- Stations of which a paper was told since. Rows are added and taken away, never changed: with a key, settling transactions of one station would wait for each other.
create table exchange_station_changed (
  node_code text not null,
  station_code text not null
);
create index exchange_station_changed_node_code on exchange_station_changed (node_code);
call secure_table('exchange_station_digest');
call secure_table('exchange_station_changed');
create policy exchange_station_digest_compared on exchange_station_digest for select to vatsalya_exchange using (node_code = (select app_node()));
grant select on exchange_station_digest to vatsalya_exchange, vatsalya_worker;
grant select on exchange_station_changed to vatsalya_worker;

create function exchange_paper_came() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into exchange_station_changed select distinct node_code, station_code from came where node_code is not null and leaf is not null;
  return null;
end $$;
create function exchange_paper_retold() returns trigger language plpgsql security definer set search_path = public as $$
begin
  -- By sets: a join of the two keeps the plan of the first statement of a session, of a few rows, and compares each paper of hundreds with every other.
  insert into exchange_station_changed
    select node_code, station_code from (select paper_key, node_code, station_code, leaf from came except select paper_key, node_code, station_code, leaf from was) other
      where node_code is not null
    union select node_code, station_code from (select paper_key, node_code, station_code from was except select paper_key, node_code, station_code from came) gone
      where node_code is not null;
  return null;
end $$;
revoke execute on function exchange_paper_came, exchange_paper_retold from public;
create trigger exchange_paper_came after insert on exchange_paper referencing new table as came for each statement execute function exchange_paper_came();
create trigger exchange_paper_retold after update on exchange_paper referencing old table as was new table as came for each statement execute function exchange_paper_retold();

-- What changed is hashed anew: by the worker every minute, and what came since by whoever asks. A mark is taken away before the papers are read, so a paper that
-- comes in between is marked still. One at a time for a node: the later would wait for the rows of the earlier, and miss what it took away.
create function renew_station_digests(of_node text) returns int language plpgsql security definer set search_path = public as $$
declare changed text[];
begin
  perform pg_advisory_xact_lock(hashtextextended('exchange digests ' || of_node, 0));
  with taken as (delete from exchange_station_changed where node_code = of_node returning station_code)
    select coalesce(array_agg(distinct station_code), '{}') into changed from taken;
  if changed = '{}' then return 0; end if;
  insert into exchange_station_digest as d (node_code, station_code, papers, digest)
    select of_node, s.code, p.papers, p.digest from unnest(changed) as s (code)
      cross join lateral (select count(*) as papers, sha256(coalesce(string_agg(p.leaf, ''::bytea order by p.place), ''::bytea)) as digest
        from exchange_paper p where p.node_code = of_node and p.station_code = s.code and p.leaf is not null) p
    on conflict (node_code, station_code) do update set papers = excluded.papers, digest = excluded.digest;
  return cardinality(changed);
end $$;
revoke execute on function renew_station_digests from public;
grant execute on function renew_station_digests to vatsalya_exchange, vatsalya_worker;
