-- What officers do about a late duty, and which office was sent word of it at which of its moments. The duty itself stays as diary and law say.

create table duty_act (
  id uuid primary key,
  record_id uuid constraint duty_act_record references record,
  journal_id uuid constraint duty_act_journal references office, -- of a duty an office owes as an office, whose journal it is read from
  rule_id text not null,
  trigger_entry_id uuid not null,
  kind text not null constraint duty_act_kind check (kind in ('acknowledged', 'answered', 'handed-over', 'reminder')),
  step int not null constraint duty_act_step check (step >= 0), -- how many steps of the ladder had been reached by then
  reason text constraint duty_act_reason check (reason in
    ('awaiting-authority', 'cannot-be-reached', 'record-wrong', 'not-ours', 'no-means', 'done-on-paper', 'other')),
  note text,
  to_officer uuid constraint duty_act_to_officer references officer,
  to_office uuid constraint duty_act_to_office references office,
  remind_at timestamptz,
  by_officer uuid not null constraint duty_act_officer references officer,
  by_office uuid not null constraint duty_act_office references office,
  by_posting uuid not null constraint duty_act_posting references posting,
  by_role text not null,
  at timestamptz not null,
  constraint duty_act_of_one check (num_nonnulls(record_id, journal_id) = 1),
  -- What an office owes as an office no other does in its place.
  constraint duty_act_office_keeps_own check (journal_id is null or to_office is null),
  constraint duty_act_answer_whole check ((kind = 'answered') = (reason is not null) and (kind <> 'answered' or note is not null)),
  constraint duty_act_to_one check ((kind = 'handed-over') = (num_nonnulls(to_officer, to_office) = 1) and num_nonnulls(to_officer, to_office) < 2),
  constraint duty_act_why_elsewhere check (to_office is null or note is not null),
  constraint duty_act_reminder_whole check ((kind = 'reminder') = (remind_at is not null) and (remind_at is null or remind_at > at)),
  constraint duty_act_reminder_soon check (remind_at <= at + interval '4 hours') -- the longest of law/act-policy.ts; a test compares them
);
create index duty_act_duty on duty_act (record_id, rule_id, trigger_entry_id, at) where record_id is not null;
create index duty_act_of_office on duty_act (journal_id, rule_id, trigger_entry_id, at) where journal_id is not null;
create unique index duty_act_acknowledged_once on duty_act (record_id, journal_id, rule_id, trigger_entry_id, by_posting) nulls not distinct where kind = 'acknowledged';
create trigger duty_act_append_only before update or delete on duty_act for each row execute function diary_is_append_only();
call secure_table('duty_act');
create policy duty_act_read on duty_act for select to vatsalya_desk using (record_id is not null and (select true from record r where r.id = record_id));
-- Of whatever duty: in one's own name, now, from a post still held that day.
create policy duty_act_in_own_name on duty_act as restrictive for insert to vatsalya_desk with check (by_officer = app_officer() and by_office = app_office() and by_role = app_role()
  and is_now(at)
  and exists (select from posting p where p.id = by_posting and p.officer_id = app_officer() and p.office_id = app_office() and p.role = by_role
    and p.from_on <= (at at time zone 'Asia/Kolkata')::date and (p.to_on is null or p.to_on >= (at at time zone 'Asia/Kolkata')::date)));
-- On a duty in sight that is still open, which the office owes or which is of its own area, up whose ladder it may stand (which step has come to whom, and
-- what a vacant post below leaves it, the verb asks); of an office's own beside its duties.
create policy duty_act_done on duty_act for insert to vatsalya_desk with check (record_id is not null
  and exists (select from obligation b join record r on r.id = b.record_id where b.record_id = duty_act.record_id and b.rule_id = duty_act.rule_id
    and b.trigger_entry_id = duty_act.trigger_entry_id and b.ending is null and (b.office_id = app_office() or in_own_area(r.district_code, r.state_code))));
grant select, insert on duty_act to vatsalya_desk;
grant select on duty_act to vatsalya_worker;

-- Word of a duty to an office: written in the transaction that finds the moment passed, sent after. One a duty, step and moment, whoever ticks.
create table duty_word (
  id uuid primary key,
  record_id uuid constraint duty_word_record references record,
  journal_id uuid constraint duty_word_journal references office, -- of a duty an office owes as an office, whose journal it is read from
  rule_id text not null,
  trigger_entry_id uuid not null,
  kind text not null constraint duty_word_kind check (kind in ('warning', 'late', 'ladder', 'handed-over', 'reminder')),
  step int not null default 0, -- of the ladder, from 1
  moment timestamptz not null, -- of the duty, as it stood when the word was written
  office_id uuid not null constraint duty_word_office references office,
  instead_of uuid constraint duty_word_instead_of references office, -- the post it was meant for, which nobody held
  breach text, -- the standing duty to fill that post: the appointing authority's breach
  act_id uuid constraint duty_word_act references duty_act,
  told_at timestamptz not null,
  not_before timestamptz not null,
  sent_at timestamptz, -- handed to intimations, with all else of its office
  dropped_at timestamptz, -- done, or no longer this office's, before the word went
  constraint duty_word_of_one check (num_nonnulls(record_id, journal_id) = 1),
  constraint duty_word_by_act check ((kind in ('handed-over', 'reminder')) = (act_id is not null))
);
create unique index duty_word_once on duty_word (record_id, rule_id, trigger_entry_id, kind, step, moment) where act_id is null and record_id is not null;
create unique index duty_word_of_office_once on duty_word (journal_id, rule_id, trigger_entry_id, kind, step, moment) where act_id is null and journal_id is not null;
create unique index duty_word_of_act on duty_word (act_id) where act_id is not null;
-- A record's page reads every word of its duties, those of acts too.
create index duty_word_record_id on duty_word (record_id) where record_id is not null;
create index duty_word_waiting on duty_word (not_before) where sent_at is null and dropped_at is null;
create index duty_word_sent on duty_word (office_id, sent_at) where sent_at is not null;
create index duty_word_passed_on on duty_word (instead_of) where instead_of is not null;
call secure_table('duty_word');
-- Also at the citizen's door: whatever is entered there works the duties out anew, and when word goes next with them.
create policy duty_word_read on duty_word for select to vatsalya_desk, vatsalya_citizen using ((select true from record r where r.id = record_id));
-- What follows from an officer's own act; everything else the worker's tick writes.
create policy duty_word_of_own_act on duty_word for insert to vatsalya_desk with check (sent_at is null and dropped_at is null and is_now(told_at)
  and exists (select from duty_act a where a.id = act_id and a.by_officer = app_officer() and a.kind = duty_word.kind and (a.record_id, a.journal_id) is not distinct from (duty_word.record_id, duty_word.journal_id)
    and duty_word.office_id = coalesce(a.to_office, a.by_office) and duty_word.not_before = coalesce(a.remind_at, a.at)));
grant select on duty_word to vatsalya_desk, vatsalya_citizen;
grant insert on duty_word to vatsalya_desk;
grant select, insert, update (sent_at, dropped_at) on duty_word to vatsalya_worker;

-- Who owes a duty may say whose it is, though the record be another's.
create policy diary_entry_handed_over on diary_entry for insert to vatsalya_desk
  with check (door = 'desk' and written_in = pg_current_xact_id() and by_officer = app_officer() and by_office = app_office() and happening = 'obligation.handedOver'
    and exists (select from obligation b where b.record_id = diary_entry.record_id and b.rule_id = facts ->> 'rule' and b.trigger_entry_id::text = facts ->> 'duty'
      and b.office_id = app_office() and b.ending is null) and (select true from record r where r.id = record_id));
