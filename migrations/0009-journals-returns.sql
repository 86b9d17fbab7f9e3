-- An office's own journal, the duties read from it; the matters of a Committee counted by age; the return of a quarter, its review, what was directed.

-- Whether an officer oversees an office as an office, which opens tables and journals, never a file (role matrix: DM, CJM and State read tables).
-- The nodal officers answer for the Magistrate and the State here; the protection unit's own return says whether the Magistrate reviewed (row N.8).
create function oversight() returns text language sql stable parallel safe as $$
  select case when app_role() in ('district-nodal-officer', 'child-protection-officer') then 'district:' || app_district()
    when app_role() = 'state-nodal-officer' then 'state:' || app_state()
    when app_role() in ('national-nodal-officer', 'ministry-official') then 'nation' else 'none' end
$$;
create function lies_in(area text, district text, state text) returns boolean language sql immutable parallel safe as $$
  select area in ('nation', 'state:' || state, 'district:' || district)
$$;
-- Of one office. Of many rows the same is written out, asking who reads once for the query, not for each row: as a call it was most of what a page of the nation took.
create function oversees_office(asked uuid) returns boolean language sql stable parallel safe as $$
  select asked = app_office() or coalesce((select lies_in(oversight(), o.district_code, o.state_code) from office o where o.id = asked), false)
$$;

-- Since when the portal keeps an office's journal, and up to which day its periods were looked at.
create table journal (
  office_id uuid primary key constraint journal_office references office,
  since date not null,
  opened_to date not null,
  constraint journal_opened_after check (opened_to >= since)
);
call secure_table('journal');
grant select, insert, update on journal to vatsalya_worker;

create table office_entry (
  sequence bigint generated always as identity primary key,
  id uuid not null constraint office_entry_id_unique unique,
  office_id uuid not null constraint office_entry_office references office, -- whose journal
  happening text not null constraint office_entry_happening check (happening like 'office.%'),
  facts jsonb not null default '{}', -- bare codes, typed per happening in the kernel; never personal
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by_officer uuid constraint office_entry_officer references officer,
  by_office uuid constraint office_entry_by_office references office,
  door text not null constraint office_entry_door check (door in ('desk', 'worker', 'seed')),
  paper_kind text,
  paper_id uuid,
  written_in xid8 not null default pg_current_xact_id(),
  constraint office_entry_happened_before_recorded check (happened_at <= recorded_at + interval '5 minutes')
);
create index office_entry_office_id on office_entry (office_id, sequence);
-- A period ends once, however many workers see that it is over.
create unique index office_entry_period_once on office_entry (office_id, (facts ->> 'length'), (facts ->> 'period')) where happening = 'office.periodEnded';
create trigger office_entry_append_only before update or delete on office_entry for each row execute function diary_is_append_only();
call secure_table('office_entry');
create policy office_entry_read on office_entry for select to vatsalya_desk using ((office_id = (select app_office()) or (select lies_in((select oversight()), o.district_code, o.state_code) from office o where o.id = office_id)));
grant select, insert on office_entry to vatsalya_desk, vatsalya_worker;

-- Whether this very transaction added to the journal.
create function journal_told_now(asked uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from office_entry e where e.office_id = asked and e.written_in = pg_current_xact_id())
$$;
revoke execute on function journal_told_now from public;
grant execute on function journal_told_now to vatsalya_desk;

-- As `obligation`, read from a journal instead of a child's record: it opens to whoever oversees the office, and is counted with no child.
create table office_obligation (
  journal_id uuid not null constraint office_obligation_journal references office,
  rule_id text not null,
  trigger_entry_id uuid not null constraint office_obligation_trigger references office_entry (id),
  trigger text not null,
  actor text not null,
  office_id uuid not null constraint office_obligation_office references office,
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
  ending text constraint office_obligation_ending check (ending in ('met', 'cancelled', 'waived')),
  ended_at timestamptz,
  ended_by_entry_id uuid,
  late_when_known boolean not null default false, -- as there; of an office never
  next_at timestamptz, -- when word of it goes next, as of a child's duty
  primary key (journal_id, rule_id, trigger_entry_id),
  constraint office_obligation_ended_whole check ((ending is null) = (ended_at is null)),
  constraint office_obligation_ladder check (cardinality(escalates_at) = cardinality(escalates_to))
);
create index office_obligation_office_open on office_obligation (office_id, late_after) where ending is null;
create index office_obligation_next on office_obligation (next_at) where next_at is not null;
create index office_obligation_open_late on office_obligation (late_after) where ending is null;
call secure_table('office_obligation');
create policy office_obligation_read on office_obligation for select to vatsalya_desk
  using (office_id = (select app_office()) or (journal_id = (select app_office()) or (select lies_in((select oversight()), o.district_code, o.state_code) from office o where o.id = journal_id)));
create policy duty_word_of_office on duty_word for select to vatsalya_desk
  using (journal_id is not null and (office_id = (select app_office()) or (journal_id = (select app_office()) or (select lies_in((select oversight()), o.district_code, o.state_code) from office o where o.id = journal_id))));
-- Acts are seen by whoever sees the duty: who owes it, and the chain above.
create policy duty_act_of_office_read on duty_act for select to vatsalya_desk using (journal_id is not null and exists (select from office_obligation b
  where b.journal_id = duty_act.journal_id and b.rule_id = duty_act.rule_id and b.trigger_entry_id = duty_act.trigger_entry_id));
create policy duty_act_of_office_done on duty_act for insert to vatsalya_desk with check (journal_id is not null and exists (select from office_obligation b
  where b.journal_id = duty_act.journal_id and b.rule_id = duty_act.rule_id and b.trigger_entry_id = duty_act.trigger_entry_id and b.ending is null));
-- They follow from the journal: they change only in the transaction that adds to it, which row security let in.
create policy office_obligation_added on office_obligation for insert to vatsalya_desk with check (journal_told_now(journal_id));
create policy office_obligation_changed on office_obligation for update to vatsalya_desk using (journal_told_now(journal_id)) with check (true);
create policy office_obligation_removed on office_obligation for delete to vatsalya_desk using (journal_told_now(journal_id));
grant select, insert, update, delete on office_obligation to vatsalya_desk, vatsalya_worker;
-- What an office owes as an office counts among its open duties too.
create or replace view office_open_duty as
  select office_id, late_after from obligation where ending is null and suspended_at is null and not late_when_known
  union all select office_id, late_after from office_obligation where ending is null and suspended_at is null;

-- Which law the duties of each journal follow (law_serving says it of records).
create table journal_law (
  office_id uuid primary key constraint journal_law_office references office,
  law_version text
);
call secure_table('journal_law');
grant select on journal to vatsalya_worker;
grant select, insert, update on journal_law to vatsalya_worker;

-- A matter of a Committee: from a child's production before it to the end of its inquiry. Follows from the child's diary; days in India.
create table matter (
  record_id uuid not null constraint matter_record references record,
  number int not null, -- of this child, from 1: after an end, or at another Committee, a production begins the next
  office_id uuid not null constraint matter_office references office,
  started_on date not null,
  ended_on date,
  ended_how text constraint matter_ended_how check (ended_how in ('final-order', 'in-care', 'restored', 'transferred', 'not-a-child', 'died')),
  without_parents text constraint matter_without_parents check (without_parents in ('two-or-under', 'over-two')), -- the inquiry of s.38, by the age on the day of production
  free_over_on date, -- of that inquiry: declared legally free, or nothing to declare any more
  declared_on date,
  restored_on date,
  died_on date,
  ran_away_on date[] not null default '{}',
  primary key (record_id, number),
  constraint matter_ended_whole check ((ended_on is null) = (ended_how is null))
);
create index matter_office_open on matter (office_id, started_on) where ended_on is null;
create index matter_office_id on matter (office_id, started_on);
call secure_table('matter');
-- The list is the Committee's own; whoever oversees it is told numbers alone (matter_figures).
create policy matter_read on matter for select to vatsalya_desk
  using (office_id = app_office() and app_role() in ('cwc-chairperson', 'cwc-member'));
grant select on matter to vatsalya_desk, vatsalya_worker;

-- Replaces the matters of a child by what the diary says now: only in the transaction that added to it, only at offices that produced the child by that diary,
-- and with no day on which nothing of the kind happened by it.
create function keep_matters(of_record uuid, now_are jsonb) returns void language plpgsql security definer set search_path = public as $$
begin
  if not pg_has_role(asking_role(), 'vatsalya_worker', 'member') and (not told_now(of_record) or exists (
    with told as materialized (select e.happening, e.by_office, (e.happened_at at time zone 'Asia/Kolkata')::date as day from diary_entry e where e.record_id = of_record),
      claimed as materialized (select * from jsonb_to_recordset(now_are) as n (office_id uuid, started_on date, ended_on date, free_over_on date, declared_on date,
        restored_on date, died_on date, ran_away_on date[]))
    select from claimed c
    where not exists (select from told t where t.happening = 'found.produced' and t.by_office = c.office_id)
      or not exists (select from told t where t.happening = 'found.produced' and t.day = c.started_on)
      or exists (select from (values (c.ended_on, array['found.restored', 'inquiry.finalOrderMade', 'inquiry.transferOrdered', 'care.died', 'found.closed']),
          (c.restored_on, array['found.restored', 'found.closed']), (c.died_on, array['care.died', 'found.closed']), (c.declared_on, array['inquiry.declaredLegallyFree']),
          (c.free_over_on, array['found.restored', 'inquiry.transferOrdered', 'care.died', 'found.closed', 'inquiry.familyCameForward', 'inquiry.declaredLegallyFree']))
          as claim (day, told_as)
        where claim.day is not null and not exists (select from told t where t.happening = any (claim.told_as) and t.day = claim.day))
      or exists (select from unnest(c.ran_away_on) as ran where not exists (select from told t where t.happening = 'care.missingFromHome' and t.day = ran))
  )) then
    raise exception 'matters follow from the diary' using errcode = 'insufficient_privilege';
  end if;
  delete from matter where record_id = of_record and number > jsonb_array_length(now_are);
  insert into matter as m (record_id, number, office_id, started_on, ended_on, ended_how, without_parents, free_over_on, declared_on, restored_on, died_on, ran_away_on)
    select of_record, number, office_id, started_on, ended_on, ended_how, without_parents, free_over_on, declared_on, restored_on, died_on, ran_away_on
    from jsonb_to_recordset(now_are) as n (number int, office_id uuid, started_on date, ended_on date, ended_how text, without_parents text, free_over_on date,
      declared_on date, restored_on date, died_on date, ran_away_on date[])
    on conflict (record_id, number) do update set (office_id, started_on, ended_on, ended_how, without_parents, free_over_on, declared_on, restored_on, died_on, ran_away_on)
      = (excluded.office_id, excluded.started_on, excluded.ended_on, excluded.ended_how, excluded.without_parents, excluded.free_over_on, excluded.declared_on,
        excluded.restored_on, excluded.died_on, excluded.ran_away_on)
    where (m.office_id, m.started_on, m.ended_on, m.ended_how, m.without_parents, m.free_over_on, m.declared_on, m.restored_on, m.died_on, m.ran_away_on)
      is distinct from (excluded.office_id, excluded.started_on, excluded.ended_on, excluded.ended_how, excluded.without_parents, excluded.free_over_on,
        excluded.declared_on, excluded.restored_on, excluded.died_on, excluded.ran_away_on);
end $$;

-- Numbers of these Committees, of those the asker oversees: what was pending at the end of the first day before, what came and went in the days, and how old what
-- is pending at their end is by then. On its last day a matter is not older than its months (General Clauses Act 1897 s.9).
create function matter_figures(from_day date, to_day date, asked uuid[]) returns table (office_id uuid, opening int, instituted int, final_order int, in_care int,
  disposed_restored int, transferred int, not_a_child int, disposed_died int, under_four int, four_to_six int, six_to_twelve int, over_twelve int,
  free_declared int, free_two_in_time int, free_two_late int, free_older_in_time int, free_older_late int, restored int, died int, ran_away int)
language sql stable security definer set search_path = public set plan_cache_mode = 'force_custom_plan' as $$ -- a plan kept for any list of Committees took several times as long for a nation's
  with mine as (select o.id as o from office o where o.id = any (asked)
    and (o.id = (select app_office()) or lies_in((select oversight()), o.district_code, o.state_code) or (select pg_has_role(asking_role(), 'vatsalya_worker', 'member')))),
  -- What was over before the first day, in every respect, counts nowhere: of a nation's matters that is most.
  aged as materialized (select m.*, m.started_on <= to_day and (m.ended_on is null or m.ended_on > to_day) as pending,
      m.ended_on between from_day and to_day as disposed,
      m.without_parents is not null and m.started_on <= to_day and (m.free_over_on is null or m.free_over_on > to_day) as free_pending,
      to_day <= m.started_on + interval '2 months' as in_two, to_day <= m.started_on + interval '4 months' as in_four,
      to_day <= m.started_on + interval '6 months' as in_six, to_day <= m.started_on + interval '12 months' as in_twelve
    from matter m where m.office_id in (select o from mine) and m.started_on <= to_day
      and (m.ended_on is null or m.ended_on >= from_day or m.restored_on >= from_day or m.died_on >= from_day or m.declared_on >= from_day
        or (m.without_parents is not null and (m.free_over_on is null or m.free_over_on > to_day)) or m.ran_away_on <> '{}'))
  select k.o, count(*) filter (where started_on < from_day and (ended_on is null or ended_on >= from_day)),
    count(*) filter (where started_on between from_day and to_day),
    count(*) filter (where disposed and ended_how = 'final-order'), count(*) filter (where disposed and ended_how = 'in-care'),
    count(*) filter (where disposed and ended_how = 'restored'), count(*) filter (where disposed and ended_how = 'transferred'),
    count(*) filter (where disposed and ended_how = 'not-a-child'), count(*) filter (where disposed and ended_how = 'died'),
    count(*) filter (where pending and in_four), count(*) filter (where pending and in_six and not in_four),
    count(*) filter (where pending and in_twelve and not in_six), count(*) filter (where pending and not in_twelve),
    count(*) filter (where declared_on between from_day and to_day),
    count(*) filter (where free_pending and without_parents = 'two-or-under' and in_two), count(*) filter (where free_pending and without_parents = 'two-or-under' and not in_two),
    count(*) filter (where free_pending and without_parents = 'over-two' and in_four), count(*) filter (where free_pending and without_parents = 'over-two' and not in_four),
    count(*) filter (where restored_on between from_day and to_day), count(*) filter (where died_on between from_day and to_day),
    coalesce(sum((select count(*) from unnest(ran_away_on) as ran where ran between from_day and to_day)), 0)::int
  from (select o from mine where exists (select from matter m where m.office_id = mine.o)) k left join aged a on a.office_id = k.o group by 1 -- zeros only where a matter was ever recorded
$$;
revoke execute on function keep_matters, matter_figures from public;
grant execute on function keep_matters, matter_figures to vatsalya_desk, vatsalya_worker;

-- The return of a quarter: what the records said when the chairperson signed, frozen; told apart by its digest from anything written in afterwards.
create function quarter_over(period text) returns date language sql immutable parallel safe as $$
  select (make_date(left(period, 4)::int, right(period, 1)::int * 3 - 2, 1) + interval '3 months')::date
$$;
create table quarterly_return (
  id uuid primary key,
  office_id uuid not null constraint quarterly_return_office references office,
  period text not null constraint quarterly_return_period check (period ~ '^20\d\d-Q[1-4]$'),
  remarks text,
  nil_code text constraint quarterly_return_nil check (nil_code in ('nothing-happened', 'entered-elsewhere', 'no-connectivity', 'portal-down', 'staff-absent', 'other')),
  digest text not null constraint quarterly_return_digest check (digest ~ '^[0-9a-f]{64}$'),
  signed_by uuid not null constraint quarterly_return_officer references officer,
  signed_at timestamptz not null,
  constraint quarterly_return_once unique (office_id, period),
  constraint quarterly_return_over check ((signed_at at time zone 'Asia/Kolkata')::date >= quarter_over(period)),
  constraint quarterly_return_other_in_words check (nil_code is distinct from 'other' or remarks is not null)
);
create table quarterly_return_figure (
  return_id uuid not null constraint quarterly_return_figure_return references quarterly_return,
  name text not null,
  value int not null constraint quarterly_return_figure_value check (value >= 0),
  primary key (return_id, name)
);
-- What the Magistrate found on looking at a quarter: on the return, or without one where none came.
create table quarterly_review (
  id uuid primary key,
  office_id uuid not null constraint quarterly_review_office references office,
  period text not null constraint quarterly_review_period check (period ~ '^20\d\d-Q[1-4]$'),
  return_id uuid constraint quarterly_review_return references quarterly_return,
  remarks text not null,
  reviewed_by uuid not null constraint quarterly_review_officer references officer,
  by_office uuid not null constraint quarterly_review_by_office references office,
  reviewed_at timestamptz not null,
  constraint quarterly_review_over check ((reviewed_at at time zone 'Asia/Kolkata')::date >= quarter_over(period))
);
create unique index quarterly_review_once on quarterly_review (office_id, period, coalesce(return_id, office_id)); -- once without the return, once with it
-- What the Committee was directed to do about its pendency (s.36); from the day given the three months run.
create table pendency_direction (
  id uuid primary key,
  office_id uuid not null constraint pendency_direction_office references office,
  reference text not null constraint pendency_direction_reference check (length(reference) between 1 and 100),
  words text not null,
  given_on date not null,
  pending_then int not null, -- over four months old on that day, as the records said when it was written down
  given_by uuid not null constraint pendency_direction_officer references officer,
  by_office uuid not null constraint pendency_direction_by_office references office,
  recorded_at timestamptz not null,
  constraint pendency_direction_once unique (office_id, reference),
  constraint pendency_direction_given check (given_on <= (recorded_at at time zone 'Asia/Kolkata')::date)
);
create table direction_kept (
  direction_id uuid primary key constraint direction_kept_direction references pendency_direction,
  office_id uuid not null constraint direction_kept_office references office,
  kept_on date not null,
  remarks text not null,
  said_by uuid not null constraint direction_kept_officer references officer,
  recorded_at timestamptz not null
);
do $$
declare kept text;
begin
  foreach kept in array array['quarterly_return', 'quarterly_return_figure', 'quarterly_review', 'pendency_direction', 'direction_kept'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function diary_is_append_only()', kept || '_append_only', kept);
    call secure_table(kept);
    execute format('grant select, insert on %I to vatsalya_desk', kept);
    execute format('grant select on %I to vatsalya_worker', kept);
    if kept <> 'quarterly_return_figure' then
      execute format('create policy %I on %I for select to vatsalya_desk using ((office_id = (select app_office()) or (select lies_in((select oversight()), o.district_code, o.state_code) from office o where o.id = office_id)))', kept || '_read', kept);
    end if;
  end loop;
end $$;
create policy quarterly_return_figure_read on quarterly_return_figure for select to vatsalya_desk
  using ((select true from quarterly_return r where r.id = return_id));
-- The chairperson signs for the own Committee, the Magistrate's office reviews those of its district; each in their own name.
create policy quarterly_return_signed on quarterly_return for insert to vatsalya_desk
  with check (app_role() = 'cwc-chairperson' and office_id = app_office() and signed_by = app_officer() and is_now(signed_at));
create policy quarterly_return_figure_signed on quarterly_return_figure for insert to vatsalya_desk
  with check (exists (select from quarterly_return r where r.id = return_id and r.signed_by = app_officer() and r.office_id = app_office()
    and not exists (select from office_entry e where e.paper_id = r.id))); -- until the journal says it was made
create function reviews_office(asked uuid) returns boolean language sql stable parallel safe as $$
  select app_role() = 'district-nodal-officer' and asked <> app_office() and oversees_office(asked)
$$;
create policy quarterly_review_given on quarterly_review for insert to vatsalya_desk
  with check (reviews_office(office_id) and reviewed_by = app_officer() and by_office = app_office() and is_now(reviewed_at)
    and (return_id is null or exists (select from quarterly_return r where r.id = return_id and r.office_id = quarterly_review.office_id and r.period = quarterly_review.period)));
create policy pendency_direction_given on pendency_direction for insert to vatsalya_desk
  with check (reviews_office(office_id) and given_by = app_officer() and by_office = app_office() and is_now(recorded_at));
create policy direction_kept_said on direction_kept for insert to vatsalya_desk
  with check (reviews_office(office_id) and said_by = app_officer() and is_now(recorded_at)
    and exists (select from pendency_direction d where d.id = direction_id and d.office_id = direction_kept.office_id));

-- How a Committee worked in a month that is over: days of sitting (s.28(1)) and inspection visits (s.30(viii)), said once by its chairperson. Too few cannot be
-- made good: the Magistrate looks at it and closes it.
create table committee_month (
  office_id uuid not null constraint committee_month_office references office,
  period text not null constraint committee_month_period check (period ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  sittings int not null constraint committee_month_sittings check (sittings between 0 and 31),
  visits int not null constraint committee_month_visits check (visits between 0 and 500),
  said_by uuid not null constraint committee_month_officer references officer,
  said_at timestamptz not null,
  primary key (office_id, period),
  constraint committee_month_over check ((said_at at time zone 'Asia/Kolkata')::date >= (period || '-01')::date + interval '1 month')
);
create table shortfall_review (
  office_id uuid not null constraint shortfall_review_office references office,
  period text not null,
  what text not null constraint shortfall_review_what check (what in ('twenty-sittings', 'two-visits')),
  remarks text not null,
  reviewed_by uuid not null constraint shortfall_review_officer references officer,
  reviewed_at timestamptz not null,
  primary key (office_id, period, what)
);
-- A complaint about a Committee, to the Magistrate, decided in thirty days (s.27(10)). The Committee reads that there is one and its number, not the words.
create table committee_complaint (
  id uuid primary key,
  office_id uuid not null constraint committee_complaint_office references office,
  reference text not null constraint committee_complaint_reference check (length(reference) between 1 and 100),
  words text not null,
  received_on date not null,
  recorded_by uuid not null constraint committee_complaint_officer references officer,
  recorded_at timestamptz not null,
  constraint committee_complaint_once unique (office_id, reference),
  constraint committee_complaint_received check (received_on <= (recorded_at at time zone 'Asia/Kolkata')::date)
);
create table complaint_decision (
  complaint_id uuid primary key constraint complaint_decision_complaint references committee_complaint,
  office_id uuid not null constraint complaint_decision_office references office,
  decided_on date not null,
  words text not null,
  decided_by uuid not null constraint complaint_decision_officer references officer,
  recorded_at timestamptz not null
);
do $$
declare kept text;
begin
  foreach kept in array array['committee_month', 'shortfall_review', 'committee_complaint', 'complaint_decision'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function diary_is_append_only()', kept || '_append_only', kept);
    call secure_table(kept);
    execute format('grant select, insert on %I to vatsalya_desk', kept);
    execute format('create policy %I on %I for select to vatsalya_desk using ((%L or office_id <> app_office())
      and (office_id = (select app_office()) or (select lies_in((select oversight()), o.district_code, o.state_code) from office o where o.id = office_id)))', kept || '_read', kept,
      kept in ('committee_month', 'shortfall_review'));
  end loop;
end $$;
create policy committee_month_said on committee_month for insert to vatsalya_desk
  with check (app_role() = 'cwc-chairperson' and office_id = app_office() and said_by = app_officer() and is_now(said_at));
create policy shortfall_review_given on shortfall_review for insert to vatsalya_desk with check (reviews_office(office_id) and reviewed_by = app_officer() and is_now(reviewed_at));
create policy committee_complaint_taken on committee_complaint for insert to vatsalya_desk with check (reviews_office(office_id) and recorded_by = app_officer() and is_now(recorded_at));
create policy complaint_decision_given on complaint_decision for insert to vatsalya_desk with check (reviews_office(office_id) and decided_by = app_officer() and is_now(recorded_at)
  and exists (select from committee_complaint c where c.id = complaint_id and c.office_id = complaint_decision.office_id));

-- A return made on paper, of those this portal does not draft: of what, by what letter, and who says so.
create table paper_return (
  id uuid primary key,
  office_id uuid not null constraint paper_return_office references office, -- in whose journal it stands
  what text not null,
  period text not null,
  letter text not null constraint paper_return_letter check (length(letter) between 1 and 100),
  made_on date not null,
  said_by uuid not null constraint paper_return_officer references officer,
  said_at timestamptz not null,
  constraint paper_return_made check (made_on <= (said_at at time zone 'Asia/Kolkata')::date)
);
create trigger paper_return_append_only before update or delete on paper_return for each row execute function diary_is_append_only();
call secure_table('paper_return');
create policy paper_return_read on paper_return for select to vatsalya_desk
  using ((office_id = (select app_office()) or (select lies_in((select oversight()), o.district_code, o.state_code) from office o where o.id = office_id)));
-- Who says so, as in returns/paper.ts: the office itself, or who reviews it.
create function makes_paper_return(of_what text, asked uuid) returns boolean language sql stable parallel safe as $$
  select coalesce(case
    when of_what = 'legally-free-and-pending' then app_role() = 'cwc-chairperson' and asked = app_office()
    when of_what in ('board-pendency-to-judicial-magistrate', 'board-pendency-to-district-magistrate', 'inspection-of-homes-in-conflict') then
      app_role() = 'jjb-magistrate' and asked = app_office()
    when of_what = 'review-of-board-pendency' then reviews_office(asked)
    when of_what = 'half-yearly-review-of-boards' then app_role() = 'state-nodal-officer' and asked <> app_office() and oversees_office(asked)
  end, false)
$$;
create policy paper_return_said on paper_return for insert to vatsalya_desk
  with check (makes_paper_return(what, office_id) and said_by = app_officer() and is_now(said_at));
grant select, insert on paper_return to vatsalya_desk;

-- Who writes what in whose journal: now, and of each only what its paper says, of the day the paper names. A return counts as made only by what was signed here
-- or, of those this portal does not draft, by its paper.
create function indian_midnight(of_day date) returns timestamptz language sql stable parallel safe as $$ select of_day::timestamp at time zone 'Asia/Kolkata' $$;
create policy office_entry_added on office_entry for insert to vatsalya_desk
  with check (door = 'desk' and written_in = pg_current_xact_id() and by_officer = app_officer() and by_office = app_office() and is_now(recorded_at) and case
    when happening = 'office.returnMade' and facts ->> 'what' in ('inquiries-disposed-and-pending', 'restored-dead-and-runaway') then
      app_role() = 'cwc-chairperson' and office_id = app_office() and is_now(happened_at)
        and exists (select from quarterly_return r where r.id = paper_id and r.office_id = office_entry.office_id and r.period = facts ->> 'period')
    when happening = 'office.returnMade' and facts ->> 'what' in ('twenty-sittings', 'two-visits') then
      app_role() = 'cwc-chairperson' and office_id = app_office() and is_now(happened_at)
        and exists (select from committee_month m where m.office_id = office_entry.office_id and m.period = facts ->> 'period'
          and case facts ->> 'what' when 'two-visits' then m.visits >= 2 else m.sittings >= 20 end)
    when happening = 'office.returnMade' and facts ->> 'what' in ('pendency-reviewed-and-reported-to-state', 'committee-reviewed') then
      reviews_office(office_id) and is_now(happened_at)
        and exists (select from quarterly_review v where v.id = paper_id and v.office_id = office_entry.office_id and v.period = facts ->> 'period'
          and (v.return_id is not null or facts ->> 'what' = 'committee-reviewed'))
    when happening = 'office.returnMade' then makes_paper_return(facts ->> 'what', office_id)
      and exists (select from paper_return p where p.id = paper_id and p.office_id = office_entry.office_id and p.what = facts ->> 'what'
        and p.period = facts ->> 'period' and happened_at = indian_midnight(p.made_on))
    when happening = 'office.returnReceived' then reviews_office(office_id) and is_now(happened_at)
      and facts ->> 'what' in ('inquiries-disposed-and-pending', 'restored-dead-and-runaway')
      and exists (select from quarterly_return r where r.office_id = office_entry.office_id and r.period = facts ->> 'period')
    when happening = 'office.shortfallReviewed' then reviews_office(office_id) and is_now(happened_at) and exists (select from shortfall_review s
      where s.office_id = office_entry.office_id and s.period = facts ->> 'period' and s.what = facts ->> 'what')
    when happening = 'office.committeeComplainedOf' then reviews_office(office_id) and exists (select from committee_complaint c
      where c.office_id = office_entry.office_id and c.reference = facts ->> 'reference' and happened_at = indian_midnight(c.received_on))
    when happening = 'office.complaintDecided' then reviews_office(office_id) and exists (select from complaint_decision d
      join committee_complaint c on c.id = d.complaint_id
      where c.office_id = office_entry.office_id and c.reference = facts ->> 'reference' and happened_at = indian_midnight(d.decided_on))
    when happening = 'office.directionGiven' then reviews_office(office_id) and exists (select from pendency_direction d
      where d.office_id = office_entry.office_id and d.reference = facts ->> 'reference' and happened_at = indian_midnight(d.given_on))
    when happening = 'office.directionKept' then reviews_office(office_id) and exists (select from direction_kept k
      join pendency_direction d on d.id = k.direction_id
      where d.office_id = office_entry.office_id and d.reference = facts ->> 'reference' and happened_at = indian_midnight(k.kept_on))
    else false end);
