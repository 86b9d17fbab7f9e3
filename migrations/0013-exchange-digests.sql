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
);
call secure_table('exchange_digest');
create policy exchange_digest_exchanged on exchange_digest to vatsalya_exchange using (true) with check (true);
create policy exchange_digest_read on exchange_digest for select to vatsalya_desk using ((select app_officer()) is not null);
create policy exchange_paper_compared on exchange_paper for select to vatsalya_exchange using (true);
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
