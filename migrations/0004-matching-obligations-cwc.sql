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

-- A guarded record that its own office opened to the other's eyes, for this pair: who, when and why. Append-only.
create table match_opening (
  candidate_id uuid not null constraint match_opening_candidate references match_candidate,
  record_id uuid not null constraint match_opening_record references record,
  reason text not null constraint match_opening_reasoned check (length(reason) > 0),
  opened_by uuid not null constraint match_opening_officer references officer,
  office_id uuid not null constraint match_opening_office references office,
  opened_at timestamptz not null,
  primary key (candidate_id, record_id)
);
create trigger match_opening_append_only before update or delete on match_opening for each row execute function diary_is_append_only();

-- Whether a pair still opens this record to that office: while both are open and alike, or after "the same"; a guarded one only if its own office let the
-- other in, or if it was not that other office alone that said "the same". Anybody can register a look-alike, call it "can't tell" or "the same" and close
-- it or change its words: what the machine opened must not outlast that.
create function match_opens(shared uuid, to_office uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from match_candidate c join record m on m.id = c.missing_id join record f on f.id = c.found_id
    where shared in (c.missing_id, c.found_id) and to_office = case when shared = m.id then f.office_id else m.office_id end
      and (c.standing = 'same' or (c.standing <> 'withdrawn' and c.band <> 'weak' and m.closed_at is null and f.closed_at is null))
      and (not record_guarded(shared) or exists (select from match_opening o where o.candidate_id = c.id and o.record_id = shared)
        or (c.standing = 'same' and (last_judgement(c.id)).office_id <> to_office)));
end $$;
revoke execute on function match_opens from public;
create function match_access_follows() returns trigger language plpgsql security definer set search_path = public as $$
declare touched uuid[];
begin
  if tg_table_name = 'match_candidate' then touched := array[new.missing_id, new.found_id];
  else touched := array(select new.id union select missing_id from match_candidate where found_id = new.id union select found_id from match_candidate where missing_id = new.id);
  end if;
  update record_access a set until = greatest(now(), a.since) where a.ground = 'match' and a.until is null and a.record_id = any (touched) and not match_opens(a.record_id, a.office_id);
  if tg_table_name = 'record' then -- opened again: "can't tell" waits for both offices as before; what nobody judged is compared and asked anew
    update record_access a set until = null where a.ground = 'match' and a.until is not null and a.record_id = any (touched) and match_opens(a.record_id, a.office_id);
  end if;
  return null;
end $$;
-- At the transaction's end: who closes or takes back still writes in both diaries.
create constraint trigger match_access_follows after update on match_candidate deferrable initially deferred for each row
  when ((new.band = 'weak' and old.band <> 'weak') or (old.standing <> new.standing and (old.standing = 'same' or new.standing = 'withdrawn')))
  execute function match_access_follows();
create constraint trigger match_access_follows after update on record deferrable initially deferred for each row
  when ((new.closed_at is null) <> (old.closed_at is null)) execute function match_access_follows();

-- A record that becomes guarded is shut to whom a score alone had let in.
create function guarding_shuts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update record_access a set until = greatest(now(), a.since) where a.ground = 'match' and a.until is null and a.record_id = new.record_id
    and not match_opens(a.record_id, a.office_id);
  return null;
end $$;
create trigger guarding_shuts after update on missing_report for each row
  when ((new.offence_link or new.contact_barred) and not (old.offence_link or old.contact_barred)) execute function guarding_shuts();
create trigger guarding_shuts after update on found_child for each row
  when (new.allegation_of_offence and old.allegation_of_offence is distinct from true) execute function guarding_shuts();
create function match_opening_lets_in() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into record_access (record_id, office_id, ground, since)
    select new.record_id, o.office_id, 'match', new.opened_at from match_candidate c
      join record o on o.id = case new.record_id when c.missing_id then c.found_id else c.missing_id end
      where c.id = new.candidate_id and match_opens(new.record_id, o.office_id)
    on conflict (record_id, office_id, ground) do update set until = null;
  return null;
end $$;
create trigger match_opening_lets_in after insert on match_opening for each row execute function match_opening_lets_in();

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
  sequence bigint generated always as identity, -- the last given is the last: a date is what its giver wrote
  constraint match_judgement_reasoned check (length(reason) > 0 or (verdict in ('different', 'unsure') and cardinality(cited) > 0))
);
create index match_judgement_candidate_id on match_judgement (candidate_id, sequence);
-- Whoever runs the portal: the owner of the tables, with whom a seed and a repair are written.
create function asks_as_owner() returns boolean language sql stable parallel safe as $$
  select pg_has_role(asking_role(), (select relowner from pg_class where oid = 'match_judgement'::regclass), 'member')
$$;
-- Also asked for in the verb; held to the table of permissions by a test.
create function judges_pairs() returns boolean language sql stable parallel safe as $$
  select app_role() in ('station-in-charge', 'investigating-officer', 'child-welfare-police-officer', 'anti-trafficking-officer')
$$;
-- A judgement stands after every other of its pair, and after what is told of both children (five minutes for the clocks of two doors): one dated back would
-- claim to have been given before the child was found. What somebody dated forward, by this database's own clock, keeps nobody from judging. "The same" is taken back before another verdict is given, and once a
-- Committee confirmed it, by a Committee alone.
create function judgement_is_given() returns trigger language plpgsql security definer set search_path = public as $$
declare told timestamptz;
begin
  if asks_as_owner() then return new; end if;
  select greatest(max(e.recorded_at) - interval '5 minutes', (last_judgement(new.candidate_id)).judged_at) into told
    from match_candidate c join diary_entry e on e.record_id in (c.missing_id, c.found_id) where c.id = new.candidate_id;
  if new.judged_at < least(told, now() - interval '5 minutes') then
    raise exception 'a judgement is not dated back' using errcode = 'insufficient_privilege';
  end if;
  if new.verdict <> 'reversed' and exists (select from match_candidate c where c.id = new.candidate_id and c.standing = 'same') then
    raise exception 'the same is taken back first' using errcode = 'insufficient_privilege';
  end if;
  if new.verdict = 'reversed' and judges_pairs() and exists (select from production_request q
      where q.candidate_id = new.candidate_id and q.answer = 'confirmed' and q.taken_back_at is null) then
    raise exception 'what the Committee confirmed it takes back itself' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger judgement_is_given before insert on match_judgement for each row execute function judgement_is_given();
-- How a pair stands follows from what was judged, in the same statement: no door sets it.
create function judgement_stands() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not asks_as_owner() then
    update match_candidate set standing = case new.verdict when 'reversed' then 'open' else new.verdict end where id = new.candidate_id;
  end if;
  return null;
end $$;
create trigger judgement_stands after insert on match_judgement for each row execute function judgement_stands();
-- The machine opens a pair, asks again of a "no" and withdraws; it judges nothing, and nothing that was judged the same.
create function standing_is_judged() returns trigger language plpgsql as $$
begin
  if not pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    raise exception 'a pair is judged by an officer' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger standing_is_judged_at_once after insert on match_candidate for each row
  when (new.standing not in ('open', 'withdrawn')) execute function standing_is_judged();
create trigger standing_is_judged after update on match_candidate for each row
  when (old.standing <> new.standing and (old.standing = 'same' or new.standing not in ('open', 'withdrawn'))) execute function standing_is_judged();
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
create policy match_candidate_officers on match_candidate to vatsalya_desk
  using (exists (select from record r where r.id in (missing_id, found_id)));
-- The record's own office opens it, in the officer's own name and with a word of it in the diary; a side of the pair, and no other record.
call secure_table('match_opening');
create policy match_opening_read on match_opening for select to vatsalya_desk using (exists (select from match_candidate c where c.id = candidate_id));
create policy match_opening_given on match_opening for insert to vatsalya_desk
  with check (opened_by = app_officer() and office_id = app_office() and told_now(record_id, 'match.opened')
    and exists (select from match_candidate c where c.id = candidate_id and record_id in (c.missing_id, c.found_id))
    and (select record_changeable(r.office_id, r.district_code) from record r where r.id = record_id));
grant select, insert on match_opening to vatsalya_desk;
-- Whether who asks must not learn who judged: an entry in this record's diary, of a pair whose other record is guarded and not seen. Its police judge most of
-- its pairs, so their name would say where the child belongs.
create function judge_untold(told_in uuid, candidate text) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from match_candidate c join record o on o.id = case told_in when c.missing_id then c.found_id else c.missing_id end
    where c.id = case when candidate ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then candidate::uuid end and told_in in (c.missing_id, c.found_id)
      and record_guarded(o.id) and not record_visible(o.id, o.office_id, o.district_code, o.state_code))
$$;
revoke execute on function judge_untold from public;
grant execute on function judge_untold to vatsalya_desk, vatsalya_worker;
grant select on match_opening to vatsalya_worker;
call secure_table('match_judgement');
create policy match_judgement_read on match_judgement for select to vatsalya_desk
  using (exists (select from match_candidate c where c.id = candidate_id));
-- Nobody judges in another's name, nor for another office, nor a record unseen: whoever sees one side alone would say what a guarded child is.
create policy match_judgement_given on match_judgement for insert to vatsalya_desk
  with check (judged_by = app_officer() and office_id = app_office()
    and (select count(*) = 2 from match_candidate c join record r on r.id in (c.missing_id, c.found_id) where c.id = candidate_id)
    and (judges_pairs() or (verdict = 'reversed' and app_role() in ('cwc-chairperson', 'cwc-member'))));
-- Only the columns the machine changes: what a pair counts; which two records it is about nobody changes.
grant select on match_candidate to vatsalya_desk;
grant select, insert, update (probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
  on match_candidate to vatsalya_worker;
grant select, insert on match_judgement to vatsalya_desk;
grant select on match_judgement to vatsalya_worker;

-- What the Committee's module may know of a pair: which records, how it stands, who last judged them to be one child, and why.
create view match_pair with (security_invoker) as
  select c.id, c.missing_id, c.found_id, c.standing, j.id as judgement_id, j.reason, j.judged_by, j.office_id as judged_in, j.judged_at
  from match_candidate c left join lateral (select id, reason, judged_by, office_id, judged_at from match_judgement
    where candidate_id = c.id and verdict = 'same' order by sequence desc limit 1) j on true;
grant select on match_pair to vatsalya_desk, vatsalya_worker;

-- Status contradictions: of two records that share an FIR, a telephone, an address or a photograph, one says the child is missing (or unknown) and the
-- other that the child is found. Driven from the open records of the officer's own area; of the other record only ids pass, wherever it is.
-- A report closed before the child of the other was last seen contradicts nothing: the child went missing again.
create function in_own_area(district text, state text) returns boolean language sql stable parallel safe as $$
  select case app_reach() when 'nation' then true when 'state' then state = app_state() when 'district' then district = app_district() else false end
$$;
-- Also asked for at the route and in the verb: a Committee reaches a district too, and has no business here.
create function watches_contradictions() returns boolean language sql stable parallel safe as $$
  select app_role() in ('district-nodal-officer', 'state-nodal-officer', 'national-nodal-officer')
$$;

-- Why two missing reports that contradict each other are none: there is no pair to judge between two reports. Append-only, remembered until they share more.
create table contradiction_dismissal (
  id uuid primary key,
  open_id uuid not null constraint contradiction_dismissal_open references record,
  other_id uuid not null constraint contradiction_dismissal_other references record,
  cited text[] not null constraint contradiction_dismissal_cited check (cardinality(cited) > 0), -- what they shared then
  reason text not null constraint contradiction_dismissal_reason check (length(reason) > 0),
  dismissed_by uuid not null constraint contradiction_dismissal_officer references officer,
  office_id uuid not null constraint contradiction_dismissal_office references office,
  dismissed_at timestamptz not null
);
create index contradiction_dismissal_pair on contradiction_dismissal (open_id, other_id);
create index contradiction_dismissal_newest on contradiction_dismissal (dismissed_at desc);
create trigger contradiction_dismissal_append_only before update or delete on contradiction_dismissal for each row execute function diary_is_append_only();
call secure_table('contradiction_dismissal');
create policy contradiction_dismissal_read on contradiction_dismissal for select to vatsalya_desk
  using (watches_contradictions() and (select true from record r where r.id = open_id));
create policy contradiction_dismissal_given on contradiction_dismissal for insert to vatsalya_desk
  with check (watches_contradictions() and dismissed_by = app_officer() and office_id = app_office()
    and (select in_own_area(r.district_code, r.state_code) from record r where r.id = open_id));
grant select, insert on contradiction_dismissal to vatsalya_desk;

-- No oracle: whoever has a record entered with a number or a picture must not learn by it that a record of another area holds the same. Of a record of
-- the officer's own area they may be told anything; of another's only once what is shared has stood in the open record for three days, and never from an
-- entry of their own hand. Meanwhile the State's and the nation's officers, who watch over both records, are told at once. An FIR is shared within one
-- complaint only, so nobody can plant it.
-- Bounded: a helpline's number may stand in thousands of records. Of each shared value the five newest open records and the three newest others are listed,
-- and the rest counted (`more`), those of the own area apart from the rest, which would else be told by a number or by an absence; no value is ever joined with itself row by row.
create function status_contradictions(at timestamptz, after_at timestamptz, after_id uuid, at_most int, only_open uuid default null)
returns table (open_id uuid, other_id uuid, shared text[], opened_at timestamptz, more int)
language sql stable parallel safe security definer rows 50 set search_path = public as $$
  with mine as materialized (
    select r.id, r.kind, r.happened_at, r.opened_at from record r
    where watches_contradictions() and r.closed_at is null and in_own_area(r.district_code, r.state_code)
      and r.status in ('reported', 'fir-registered', 'under-investigation', 'with-anti-trafficking', 'unidentified', 'match-proposed')),
  identified as materialized (
    select mine.id, mine.kind, mine.opened_at, i.*, mine.opened_at + interval '3 days' <= at as settled from mine join report_identifier i on i.record_id = mine.id),
  told as materialized (
    select id, kind, opened_at, 'fir' as what, complaint_id::text as value, true as settled from identified where paper is not null
    union all select id, kind, opened_at, 'telephone', telephone_key, settled from identified where telephone_key is not null
    union all select id, kind, opened_at, 'address', address_key, settled from identified where address_key is not null
    union all select mine.id, mine.kind, mine.opened_at, 'photograph', encode(p.sha256, 'hex'), coalesce(min(p.added_at) filter (where p.added_by is not null) + interval '3 days' <= at, false) and not coalesce(bool_or(p.added_by = app_officer()), false)
      from mine join photograph_print p on p.record_id = mine.id group by 1, 2, 3, 4, 5),
  others as (
    select t.what, t.kind, t.value, i.record_id from (select distinct what, kind, value from told where what = 'fir') t join report_identifier i on i.complaint_id = t.value::uuid
    union all select t.what, t.kind, t.value, i.record_id from (select distinct what, kind, value from told where what = 'telephone') t join report_identifier i on i.telephone_key = t.value
    union all select t.what, t.kind, t.value, i.record_id from (select distinct what, kind, value from told where what = 'address') t join report_identifier i on i.address_key = t.value
    union all select t.what, t.kind, t.value, p.record_id from (select distinct what, kind, value from told where what = 'photograph') t
      join photograph_print p on p.sha256 = decode(t.value, 'hex')),
  -- Who says otherwise than an open record of that kind does. A report closed as a duplicate says nothing of the child while the report it stands for is open.
  saying_otherwise as (
    select others.what, others.kind, others.value, o.id, o.closed_at, o.opened_at, in_own_area(o.district_code, o.state_code) as own,
      (select e.facts ->> 'duplicateOf' from diary_entry e where o.closed_at is not null and o.kind = 'missing' and e.record_id = o.id and e.happening = 'missing.closed'
        order by e.sequence desc limit 1) as duplicate_of
    from others join record o on o.id = others.record_id
    where o.status <> 'false-report' and (o.closed_at is not null or o.status in ('traced', 'produced', 'restored', 'in-care', 'identity-confirmed') or o.kind <> others.kind)),
  newest_others as materialized (
    select *, row_number() over of_value as nth, count(*) over (partition by what, kind, value, own) as of from saying_otherwise s
    where duplicate_of is null or not exists (select from record d where d.reference = s.duplicate_of and d.closed_at is null)
    window of_value as (partition by what, kind, value, own order by coalesce(closed_at, 'infinity') desc, opened_at desc, id)),
  newest_mine as (
    select told.*, row_number() over (partition by what, kind, value order by opened_at desc, id desc) as nth, count(*) over (partition by what, kind, value) as of
    from told where exists (select from newest_others n where n.what = told.what and n.kind = told.kind and n.value = told.value)),
  linked as (
    select m.id, o.id as other_id, m.what, o.own, m.settled, greatest(m.of - 5, 0) + greatest(o.of - 3, 0) as more
    from newest_mine m join newest_others o using (what, kind, value) where m.nth <= 5 and o.nth <= 3 and o.id <> m.id)
  select mine.id, o.id, array_agg(distinct l.what order by l.what), mine.opened_at, max(l.more)::int
  from linked l join mine on mine.id = l.id join record o on o.id = l.other_id
    left join description d on d.record_id = o.id left join description e on e.record_id = mine.id
  where (l.own or l.what = 'fir' or (l.settled and not exists (select from diary_entry w where w.record_id = mine.id and w.by_officer = app_officer()
      and w.happening in ('missing.reported', 'found.registered', 'sighting.reported')))) and (only_open is null or mine.id = only_open) and (after_at is null or (mine.opened_at, mine.id) < (after_at, after_id))
    and (o.closed_at > mine.happened_at or (o.closed_at is null and o.status in ('traced', 'produced', 'restored', 'in-care', 'identity-confirmed'))
      -- both open, unlinked: listed once, by the missing report
      or (o.closed_at is null and o.kind <> mine.kind and (mine.kind = 'missing' or not in_own_area(o.district_code, o.state_code))))
    and (l.what = 'photograph' or coalesce(e.sex = d.sex, true)) -- a brother and a sister have one telephone, and may stand in one FIR
    and not exists (select from match_candidate c where c.standing in ('same', 'different')
      and c.missing_id in (mine.id, o.id) and c.found_id in (mine.id, o.id))
  group by mine.id, o.id, o.kind, mine.kind, mine.opened_at
  having not exists (select from contradiction_dismissal x where x.open_id = mine.id and x.other_id = o.id and x.cited @> array_agg(l.what)
    and not exists (select from photograph_print p join photograph_print q on q.sha256 = p.sha256
      where p.record_id = mine.id and q.record_id = o.id and greatest(p.added_at, q.added_at) > x.dismissed_at))
  order by mine.opened_at desc, mine.id desc fetch first at_most rows with ties
$$;
create function entered_by_asker(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from diary_entry w where w.record_id = asked and w.by_officer = app_officer()
    and w.happening in ('missing.reported', 'found.registered', 'sighting.reported'))
$$;
revoke execute on function status_contradictions, entered_by_asker from public;
grant execute on function status_contradictions, entered_by_asker to vatsalya_desk;

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
  extended_to date,
  suspended_minutes int not null default 0,
  suspended_at timestamptz,
  ending text constraint obligation_ending check (ending in ('met', 'cancelled', 'waived')),
  ended_at timestamptz,
  ended_by_entry_id uuid,
  late_when_known boolean not null default false, -- of the police's past: late already when a file brought it here; nobody is told, and it is in no list of work
  next_at timestamptz, -- when word of it goes next: the first of its moments not told yet; null where none is left
  primary key (record_id, rule_id, trigger_entry_id),
  constraint obligation_ended_whole check ((ending is null) = (ended_at is null)),
  constraint obligation_ladder check (cardinality(escalates_at) = cardinality(escalates_to)),
  constraint obligation_not_held_up check (ending is null or suspended_at is null),
  constraint obligation_nothing_to_tell check (next_at is null or (ending is null and suspended_at is null and not late_when_known))
);
create index obligation_office_open on obligation (office_id, late_after) where ending is null and not late_when_known;
-- A record's open duties: without it the planner joins the whole of the index below to each record (540 ms against 4 ms at 50,000 children).
create index obligation_record_open on obligation (record_id, late_after) where ending is null and not late_when_known;
create index obligation_open_late on obligation (late_after) where ending is null and not late_when_known;
-- A tick reads its beginning alone: what falls due, however much is stored.
create index obligation_next on obligation (next_at) where next_at is not null;
call secure_table('obligation');
create policy obligation_read on obligation for select to vatsalya_desk, vatsalya_citizen
  using (office_id = (select app_office()) or (select true from record r where r.id = record_id));
-- Duties follow from the diary: they change only in the transaction that adds to it, which row security let in.
create policy obligation_added on obligation for insert to vatsalya_desk, vatsalya_citizen
  with check (told_now(record_id) and (select true from record r where r.id = record_id));
create policy obligation_changed on obligation for update to vatsalya_desk, vatsalya_citizen
  using (told_now(record_id)) with check ((select true from record r where r.id = record_id));
create policy obligation_removed on obligation for delete to vatsalya_desk, vatsalya_citizen using (told_now(record_id));
grant select, insert, update, delete on obligation to vatsalya_desk, vatsalya_citizen, vatsalya_worker;

-- The law the stored obligations follow. A worker built with another walks every record. The ids are parted, so that several workers walk at once; in a
-- part they go in order: those up to `done_to` follow it already.
create table law_serving (
  only_row boolean primary key default true constraint law_serving_only_row check (only_row),
  law_version text not null,
  calendars jsonb not null default '{}', -- print of each calendar that stored duties follow, by State; 'IN' the nation's
  places text[], -- the States whose calendar changed: only their duties in working days are worked out again; null: every record
  since timestamptz not null,
  done_at timestamptz
);
create table law_part (
  number int primary key,
  after uuid, -- null: from the first
  up_to uuid, -- null: to the last there is when it is reached
  done_to uuid,
  done_records int not null default 0,
  done_at timestamptz
);
call secure_table('law_serving');
call secure_table('law_part');
grant select, insert, update, delete on law_part to vatsalya_worker;
grant select, insert, update on law_serving to vatsalya_worker;

-- After two records were judged the same child, the Committee is asked to have the child produced and to confirm who the child is.
create table production_request (
  id uuid primary key,
  found_id uuid not null constraint production_request_found references record,
  missing_id uuid not null constraint production_request_missing references record,
  candidate_id uuid not null constraint production_request_candidate references match_candidate,
  judgement_id uuid constraint production_request_judgement references match_judgement, -- the one it was asked for: set by a trigger
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
create function last_judgement(candidate uuid) returns match_judgement language sql stable security definer set search_path = public as $$
  select * from match_judgement where candidate_id = candidate order by sequence desc limit 1
$$;
create function production_is_asked() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.judgement_id := (last_judgement(new.candidate_id)).id;
  return new;
end $$;
create trigger production_is_asked before insert on production_request for each row execute function production_is_asked();

-- Who takes a judgement back takes back what was asked or confirmed on it, in that moment: until the worker heard of it a child still missing could be
-- told home, and a judgement given anew could be taken for the one that was confirmed.
create function judgement_takes_back() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update production_request set answer = coalesce(answer, 'refused'), answered_at = coalesce(answered_at, new.judged_at), taken_back_at = new.judged_at,
      reasons = case when answer is null then 'judgement reversed' else reasons end
    where candidate_id = new.candidate_id and taken_back_at is null and answer is distinct from 'refused';
  return null;
end $$;
create trigger judgement_takes_back after insert on match_judgement for each row when (new.verdict = 'reversed') execute function judgement_takes_back();

-- The Committee reads a missing report for as long as it is asked about it, or confirmed it.
create function production_ends() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update record_access set until = coalesce(new.taken_back_at, new.answered_at)
    where record_id = new.missing_id and office_id = new.cwc_id and ground in ('asked', 'production') and until is null
      and not exists (select from production_request q where q.missing_id = new.missing_id and q.cwc_id = new.cwc_id
        and q.taken_back_at is null and q.answer is distinct from 'refused');
  return null;
end $$;
-- At the transaction's end: until then the Committee still writes what it did in both diaries.
create constraint trigger production_ends after update on production_request deferrable initially deferred for each row
  when (new.answer = 'refused' or new.taken_back_at is not null) execute function production_ends();
revoke execute on function last_judgement from public;

-- "The same child" closes cases, so two people say it: an officer judged the pair, and whoever answers for the Committee is another person.
create function identity_takes_two() returns trigger language plpgsql security definer set search_path = public as $$
declare last match_judgement := last_judgement(new.candidate_id);
begin
  if new.answer = 'confirmed' and (last.verdict is distinct from 'same' or cardinality(new.answered_by) = 0) then
    raise exception 'identity is confirmed only of a pair an officer judged the same' using errcode = 'check_violation';
  end if;
  if new.answer = 'confirmed' and new.judgement_id <> last.id then
    raise exception 'the Committee was asked about an earlier judgement' using errcode = 'check_violation';
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
  report_id uuid constraint production_report_brought references production_report, -- Form 17, if one came along
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
-- Placements by one member, few among all: what a Committee has to ratify.
create index production_single_member on production (cwc_id, produced_at) where sitting = 'single-member';

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

-- The door of machines reads nothing of ours: its role is given what a route of it needs, and nothing else. It adds what gateways say became of messages.
grant insert on message_receipt to vatsalya_exchange;
