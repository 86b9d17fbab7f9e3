-- Candidates and judgements (link, never merge), obligations derived from the diary, and the Committee's productions and restorations.

create table match_candidate (
  id uuid primary key,
  missing_id uuid not null constraint match_candidate_missing references record,
  found_id uuid not null constraint match_candidate_found references record,
  probability real not null,
  total_bits real not null,
  one_in double precision not null,
  band text not null constraint match_candidate_band check (band in ('likely', 'possible', 'weak')),
  comparison jsonb not null, -- the explanation as it was computed: one row per aspect
  weights_version text not null,
  missing_version int not null,
  found_version int not null,
  computed_at timestamptz not null,
  standing text not null default 'open' constraint match_candidate_standing check (standing in ('open', 'same', 'different', 'unsure', 'withdrawn')),
  constraint match_candidate_pair_unique unique (missing_id, found_id)
);
create index match_candidate_found_id on match_candidate (found_id);
create index match_candidate_open on match_candidate (missing_id, probability desc) where standing = 'open';

create table match_judgement (
  id uuid primary key,
  candidate_id uuid not null constraint match_judgement_candidate references match_candidate,
  verdict text not null constraint match_judgement_verdict check (verdict in ('same', 'different', 'unsure', 'reversed')),
  reason text not null,
  cited text[] not null default '{}', -- the facts that decided: the pair is asked again only once one of them changes
  evidence jsonb not null default '{}', -- by fact: a keyed print of what each side said, the level it fell on, and the bits it counted
  missing_version int not null,
  found_version int not null,
  judged_by uuid not null constraint match_judgement_officer references officer,
  office_id uuid not null constraint match_judgement_office references office,
  judged_at timestamptz not null,
  reverses uuid constraint match_judgement_reverses references match_judgement,
  constraint match_judgement_reasoned check (length(reason) > 0 or (verdict in ('different', 'unsure') and cardinality(cited) > 0))
);
create index match_judgement_candidate_id on match_judgement (candidate_id, judged_at);
create trigger match_judgement_append_only before update or delete on match_judgement for each row execute function diary_is_append_only();

-- The weights pairs are compared with. A process that starts with others has every open record compared anew.
create table match_serving (
  only_row boolean primary key default true constraint match_serving_only_row check (only_row),
  weights_version text not null,
  since timestamptz not null
);
call secure_table('match_serving');
grant select, insert, update on match_serving to vatsalya_worker;

-- Weights an operator served instead of those in the code, a row each time; the last counts. Numbers only: no word of any child.
create table match_weights (
  sequence bigint generated always as identity primary key,
  version text not null constraint match_weights_version check (version ~ '^[A-Za-z0-9.+-]{1,80}$'),
  weights jsonb, -- null: those in the code again
  made jsonb, -- when and from how many verdicts; null where no verdicts made them
  served_at timestamptz not null,
  served_by text not null constraint match_weights_served_by check (length(served_by) between 1 and 100)
);
create trigger match_weights_append_only before update or delete on match_weights for each row execute function diary_is_append_only();
call secure_table('match_weights');
grant select, insert on match_weights to vatsalya_worker;
-- Which row counts until this transaction ends: who serves others waits for every comparison under way, so none is kept that was weighed by the old.
-- Plpgsql, since each of its statements sees what was committed before it: a row read in the statement that waited would be the old one.
create function match_weights_now() returns bigint language plpgsql set search_path = public as $$
begin
  perform pg_advisory_xact_lock_shared(4, 0);
  return (select coalesce(max(sequence), 0) from match_weights);
end $$;
revoke execute on function match_weights_now from public;
grant execute on function match_weights_now to vatsalya_worker;

call secure_table('match_candidate');
create policy match_candidate_officers on match_candidate to vatsalya_desk, vatsalya_exchange
  using (exists (select from record r where r.id in (missing_id, found_id)));
call secure_table('match_judgement');
create policy match_judgement_read on match_judgement for select to vatsalya_desk, vatsalya_exchange
  using (exists (select from match_candidate c where c.id = candidate_id));
-- Nobody judges in another's name, nor for another office.
create policy match_judgement_given on match_judgement for insert to vatsalya_desk, vatsalya_exchange
  with check (judged_by = app_officer() and office_id = app_office() and exists (select from match_candidate c where c.id = candidate_id));
-- Only the columns each role changes: an officer says how a pair stands, the machine what it counts; which two records it is about nobody changes.
grant select, update (standing) on match_candidate to vatsalya_desk, vatsalya_exchange;
grant select, insert, update (probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
  on match_candidate to vatsalya_worker;
grant select, insert on match_judgement to vatsalya_desk, vatsalya_exchange;
grant select on match_judgement to vatsalya_worker;

-- What the Committee's module may know of a pair: which records, how it stands, who last judged them to be one child, and why.
create view match_pair with (security_invoker) as
  select c.id, c.missing_id, c.found_id, c.standing, j.reason, j.judged_by, j.office_id as judged_in, j.judged_at
  from match_candidate c left join lateral (select reason, judged_by, office_id, judged_at from match_judgement
    where candidate_id = c.id and verdict = 'same' order by judged_at desc limit 1) j on true;
grant select on match_pair to vatsalya_desk, vatsalya_worker;

-- Status contradictions: of two records that share an FIR, a telephone, an address or a photograph, one says the child is missing (or unknown) and the
-- other that the child is found. Driven from the open records of the officer's own area; of the other record only ids pass, wherever it is.
-- A report closed before the child of the other was last seen contradicts nothing: the child went missing again.
create function in_own_area(district text, state text) returns boolean language sql stable parallel safe as $$
  select case app_reach() when 'nation' then true when 'state' then state = app_state() when 'district' then district = app_district() else false end
$$;
create function status_contradictions(after_at timestamptz, after_id uuid, at_most int)
returns table (open_id uuid, other_id uuid, shared text[], opened_at timestamptz)
language sql stable security definer rows 50 set search_path = public as $$
  with mine as materialized (
    select r.id, r.kind, r.happened_at, r.opened_at, d.sex from record r left join description d on d.record_id = r.id
    where r.closed_at is null and r.status in ('reported', 'fir-registered', 'under-investigation', 'with-anti-trafficking', 'unidentified', 'match-proposed')
      and in_own_area(r.district_code, r.state_code) and (after_at is null or (r.opened_at, r.id) < (after_at, after_id))),
  identified as materialized (select mine.id, mine.sex, i.* from mine join report_identifier i on i.record_id = mine.id),
  linked as (
    select me.id, o.record_id as other_id, 'fir' as what, me.sex from identified me join report_identifier o
      on o.station_id = me.station_id and o.paper = me.paper and o.paper_year = me.paper_year and o.paper_number = me.paper_number where o.record_id <> me.id
    union all
    select me.id, o.record_id, 'telephone', me.sex from identified me join report_identifier o on o.telephone_key = me.telephone_key where o.record_id <> me.id
    union all
    select me.id, o.record_id, 'address', me.sex from identified me join report_identifier o on o.address_key = me.address_key where o.record_id <> me.id
    union all
    select mine.id, o.record_id, 'photograph', null from mine join photograph_print p on p.record_id = mine.id join photograph_print o on o.sha256 = p.sha256 where o.record_id <> mine.id)
  select mine.id, o.id, array_agg(distinct l.what order by l.what), mine.opened_at
  from linked l join mine on mine.id = l.id join record o on o.id = l.other_id left join description d on d.record_id = o.id
  where (o.closed_at > mine.happened_at or (o.closed_at is null and o.status in ('traced', 'produced', 'restored', 'in-care', 'identity-confirmed'))
      -- both open, unlinked: listed once, by the missing report
      or (o.closed_at is null and o.kind <> mine.kind and (mine.kind = 'missing' or not in_own_area(o.district_code, o.state_code))))
    and o.status <> 'false-report' and coalesce(l.sex = d.sex, true) -- a brother and a sister have one telephone, and may stand in one FIR
    and not exists (select from match_candidate c where c.standing in ('same', 'different')
      and c.missing_id in (mine.id, o.id) and c.found_id in (mine.id, o.id))
    and not exists (select from diary_entry e where e.record_id = o.id and e.happening = 'missing.closed' and e.facts ->> 'outcome' = 'duplicate')
  group by mine.id, o.id, mine.opened_at
  order by mine.opened_at desc, mine.id desc fetch first at_most rows with ties
$$;
revoke execute on function status_contradictions from public;
grant execute on function status_contradictions to vatsalya_desk;

create table obligation (
  record_id uuid not null constraint obligation_record references record,
  rule_id text not null,
  trigger_entry_id uuid not null,
  trigger text not null,
  actor text not null,
  office_id uuid not null constraint obligation_office references office,
  started_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz not null,
  late_after timestamptz not null,
  escalates_at timestamptz[] not null,
  escalates_to text[] not null,
  variant int,
  journey_minutes int not null default 0,
  extended_months int not null default 0,
  suspended_minutes int not null default 0,
  suspended_at timestamptz,
  ending text constraint obligation_ending check (ending in ('met', 'cancelled', 'waived')),
  ended_at timestamptz,
  ended_by_entry_id uuid,
  primary key (record_id, rule_id, trigger_entry_id),
  constraint obligation_ended_whole check ((ending is null) = (ended_at is null)),
  constraint obligation_ladder check (cardinality(escalates_at) = cardinality(escalates_to)),
  constraint obligation_not_held_up check (ending is null or suspended_at is null)
);
create index obligation_office_open on obligation (office_id, late_after) where ending is null;
-- A record's open duties: without it the planner joins the whole of the index below to each record (540 ms against 4 ms at 50,000 children).
create index obligation_record_open on obligation (record_id, late_after) where ending is null;
create index obligation_open_late on obligation (late_after) where ending is null;
call secure_table('obligation');
create policy obligation_officers on obligation to vatsalya_desk, vatsalya_exchange, vatsalya_citizen
  using (office_id = app_office() or (select true from record r where r.id = record_id)) with check ((select true from record r where r.id = record_id));
grant select, insert, update, delete on obligation to vatsalya_desk, vatsalya_exchange, vatsalya_citizen, vatsalya_worker;

-- After two records were judged the same child, the Committee is asked to have the child produced and to confirm who the child is.
create table production_request (
  id uuid primary key,
  found_id uuid not null constraint production_request_found references record,
  missing_id uuid not null constraint production_request_missing references record,
  candidate_id uuid not null constraint production_request_candidate references match_candidate,
  cwc_id uuid not null constraint production_request_cwc references office,
  asked_by uuid constraint production_request_officer references officer,
  asked_at timestamptz not null,
  answer text constraint production_request_answer check (answer in ('confirmed', 'refused')),
  answered_at timestamptz,
  answered_by uuid[] not null default '{}',
  basis text[] not null default '{}', -- document, parent recognised, DNA, child's own words
  reasons text,
  taken_back_at timestamptz -- the judgement behind it was taken back after the answer: it stands as refused, the answer as it was given
);
create unique index production_request_open_once on production_request (candidate_id) where answer is null;
create index production_request_cwc_open on production_request (cwc_id, asked_at) where answer is null;
create index production_request_found_id on production_request (found_id);
create index production_request_missing_id on production_request (missing_id);

-- "The same child" closes cases, so two people say it: an officer judged the pair, and whoever answers for the Committee is another person.
create function identity_takes_two() returns trigger language plpgsql security definer set search_path = public as $$
declare last match_judgement;
begin
  select * into last from match_judgement where candidate_id = new.candidate_id order by judged_at desc, id desc limit 1;
  if new.answer = 'confirmed' and (last.verdict is distinct from 'same' or cardinality(new.answered_by) = 0) then
    raise exception 'identity is confirmed only of a pair an officer judged the same' using errcode = 'check_violation';
  end if;
  if last.judged_by = any (new.answered_by) then
    raise exception 'who judged the pair does not answer for the Committee' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger identity_takes_two before update on production_request for each row
  when (new.answer is not null and (new.answer, new.answered_by) is distinct from (old.answer, old.answered_by)) execute function identity_takes_two();

create table production (
  id uuid primary key,
  record_id uuid not null constraint production_record references record,
  cwc_id uuid not null constraint production_cwc references office,
  sitting text not null constraint production_sitting check (sitting in ('committee', 'single-member')),
  produced_at timestamptz not null,
  produced_by text,
  journey_minutes int not null default 0 constraint production_journey check (journey_minutes between 0 and 14400),
  child_heard text, -- what the child said, in the child's words
  placed_with text,
  placed_office_id uuid constraint production_placed_office references office,
  recorded_by uuid constraint production_officer references officer,
  recorded_at timestamptz not null
);

create table restoration (
  id uuid primary key,
  record_id uuid not null constraint restoration_record references record,
  missing_id uuid constraint restoration_missing references record,
  cwc_id uuid not null constraint restoration_cwc references office,
  order_number text not null,
  ordered_on date not null,
  to_relation text not null constraint restoration_relation check (to_relation in ('parents', 'guardian', 'relative')),
  restored_at timestamptz not null,
  conditions text,
  escorted_by text,
  recorded_by uuid constraint restoration_officer references officer,
  recorded_at timestamptz not null
);
create unique index restoration_once on restoration (record_id);
create index restoration_missing_id on restoration (missing_id) where missing_id is not null;
create index production_record_id on production (record_id, produced_at);

do $$
declare name text;
begin
  foreach name in array array['production', 'restoration'] loop
    call secure_table(name);
    execute format($p$create policy %I on %I to vatsalya_desk using ((select true from record r where r.id = record_id))
      with check (cwc_id = app_office())$p$, name || '_through_record', name);
    execute format('grant select, insert on %I to vatsalya_desk, vatsalya_worker', name);
  end loop;
  call secure_table('production_request');
  create policy production_request_read on production_request for select to vatsalya_desk
    using (cwc_id = app_office() or exists (select from record r where r.id in (found_id, missing_id)));
  -- Once, in one's own name.
  create policy production_request_answered on production_request for update to vatsalya_desk
    using (cwc_id = app_office() and answer is null) with check (cwc_id = app_office() and answer is not null and answered_by = array[app_officer()]);
  grant select, update (answer, answered_at, answered_by, basis, reasons) on production_request to vatsalya_desk;
  grant select, insert, update (answer, answered_at, reasons, taken_back_at) on production_request to vatsalya_worker;
end $$;

-- Machines have no route yet that reads or writes anything: their door's role may nothing until one needs it.
revoke all on all tables in schema public from vatsalya_exchange;
revoke execute on function share_record from vatsalya_exchange;
