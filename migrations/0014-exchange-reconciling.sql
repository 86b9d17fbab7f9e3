-- Reconciling the police's system with the children's database: where the two are not one, row by row; how each place stands; who fell silent.

-- A row of one of five standing lists. It opens when the two differ and ends when they do not, by what the records and messages say; nobody strikes it off.
create table exchange_mismatch (
  id uuid primary key,
  list text not null constraint exchange_mismatch_list check (list in ('no-record', 'no-paper', 'traced-in-one', 'differs', 'duplicate')),
  reason text not null, -- a code
  subject text not null, -- what it is about: no two open rows of a list are about one thing for one reason
  record_id uuid constraint exchange_mismatch_record references record,
  other_record_id uuid constraint exchange_mismatch_other_record references record,
  paper_key text, -- as the police's system names it; of papers that are not here too
  station_id uuid constraint exchange_mismatch_station references office, -- null: the paper names a station there is not
  state_code text not null,
  district_code text,
  since timestamptz not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint exchange_mismatch_ended check (ended_at >= opened_at)
);
create unique index exchange_mismatch_open on exchange_mismatch (list, reason, subject) where ended_at is null;
create index exchange_mismatch_state on exchange_mismatch (state_code, list, since, id) where ended_at is null;
create index exchange_mismatch_district on exchange_mismatch (district_code, list, since, id) where ended_at is null;
create index exchange_mismatch_station on exchange_mismatch (station_id, list, since, id) where ended_at is null;
create index exchange_mismatch_list on exchange_mismatch (list, since, id) where ended_at is null;
create index exchange_mismatch_record on exchange_mismatch (record_id) where record_id is not null;
create index exchange_mismatch_other_record on exchange_mismatch (other_record_id) where other_record_id is not null;
-- What the police's system has open: papers a child of which may be traced here.
create index exchange_paper_standing_open on exchange_paper (state_code) where standing = 'open' and last_sequence is not null;

call secure_table('exchange_mismatch');
create policy exchange_mismatch_read on exchange_mismatch for select to vatsalya_desk using (case (select app_reach())
  when 'nation' then true
  when 'state' then state_code = (select app_state())
  when 'district' then district_code = (select app_district())
  when 'office' then station_id = (select app_office())
  else false end);
grant select on exchange_mismatch to vatsalya_desk;
grant select, insert, update on exchange_mismatch to vatsalya_worker;
