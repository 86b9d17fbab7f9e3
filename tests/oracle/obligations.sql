-- When each duty falls due and how it ended, worked out a second time from the same rules and diaries, in plain SQL and by another road than
-- src/modules/obligations: sets and ranges instead of loops, PostgreSQL's calendar and time zones instead of our own.

create schema oracle;
set search_path = oracle;

create table rule (id text primary key, record text, clock text, earlier boolean, met_from int, paired text, in_from date, in_to date, actor text,
  due jsonb, due_by jsonb, kind_at_start boolean, or_stated boolean, overrides jsonb, journal text);
create table ons (rule text, role text, place int, happening text, wheres jsonb, months int, actor text);
create table diary (id int primary key, state text, record text, journal text);
create table entry (diary int, id text collate "C", happening text, facts jsonb, happened timestamptz, recorded timestamptz, corrects text collate "C");

create function fits(wheres jsonb, facts jsonb) returns boolean immutable language sql as $$
  select not exists (select from jsonb_each(wheres) as w (name, wanted)
    where not coalesce(case jsonb_typeof(wanted) when 'array' then wanted @> jsonb_build_array(facts -> name) else wanted = facts -> name end, false))
$$;
create function indian_day(at timestamptz) returns date immutable language sql as $$ select (at at time zone 'Asia/Kolkata')::date $$;
create function end_of(day date) returns timestamptz immutable language sql as
  $$ select ((day + 1)::timestamp at time zone 'Asia/Kolkata') - interval '1 millisecond' $$;
create function minutes(span interval) returns numeric immutable language sql as $$ select round(extract(epoch from span) / 60) $$;
create table holiday (state text, day date);
create table saturday (state text, from_on date, closed int[]);
-- Every day with how many working days there were by its evening, of each State and of one nobody told anything of (''). A Saturday's number in its month is
-- counted; the order in force is the one no later order has replaced.
create table day_count (state text, day date, open boolean, nth bigint, primary key (state, day));
create index on day_count (state, nth) where open;
create function count_days() returns void language sql as $$
  truncate day_count;
  with days as (select day::date, extract(isodow from day) = 6 as is_saturday, extract(isodow from day) = 7 or to_char(day, 'DDMM') in ('2601', '1508', '0210') as is_shut
    from generate_series('2010-01-01', '2035-12-31', interval '1 day') as day),
  numbered as (select *, count(*) filter (where is_saturday) over (partition by date_trunc('month', day) order by day) as saturday from days),
  states as (select '' as state union select state from holiday union select state from saturday),
  orders as (select *, coalesce(lead(from_on) over (partition by state order by from_on), 'infinity') as until from saturday),
  told as (select s.state, n.day, not (n.is_shut or h.day is not null or (n.is_saturday and coalesce(n.saturday = any (o.closed), false))) as open
    from states s cross join numbered n left join holiday h on h.state = s.state and h.day = n.day
      left join orders o on o.state = s.state and n.day >= o.from_on and n.day < o.until)
  insert into day_count select state, day, open, count(*) filter (where open) over (partition by state order by day) from told;
$$;
create function working_day_after(first date, count int, in_state text) returns date stable language sql as $$
  select day from day_count where state = case when exists (select from day_count where state = in_state) then in_state else '' end and open
    and nth = count + (select nth from day_count where day = first and state = case when exists (select from day_count where state = in_state) then in_state else '' end)
$$;

create function due_moment(started timestamptz, due jsonb, journey numeric, extended int, held numeric, ordered date, stated text, planned text, in_state text) returns timestamptz stable language sql as $$
  with plain as (select case
      when due ? 'atOnce' then started
      when due ? 'daysBefore' then end_of(greatest(indian_day(started), planned::date - (due ->> 'daysBefore')::int))
      when due ? 'months' then end_of((indian_day(started) + make_interval(months => (due ->> 'months')::int + extended))::date + coalesce((due ->> 'andDays')::int, 0))
      when due ? 'hours' and extended = 0 then started + make_interval(mins => ((due ->> 'hours')::numeric * 60 + case when due ? 'excludingJourney' then journey else 0 end)::int)
      when due ? 'hours' then end_of((indian_day(started + make_interval(mins => ((due ->> 'hours')::numeric * 60 + case when due ? 'excludingJourney' then journey else 0 end)::int)) + make_interval(months => extended))::date)
      when due ? 'days' then end_of((indian_day(started) + (due ->> 'days')::int + make_interval(months => extended))::date)
      else end_of((working_day_after(indian_day(started), (due ->> 'workingDays')::int, in_state) + make_interval(months => extended))::date) end as at),
  resumed as (select case when held > 0 and not due ?| array['atOnce', 'hours'] then end_of(indian_day(at + make_interval(mins => held::int)))
    else at + make_interval(mins => held::int) end as at from plain),
  given as (select greatest(at, end_of(ordered)) as at from resumed)
  select case when stated ~ '^\d{4}-\d\d-\d\d$' then least(at, end_of(stated::date))
    when stated ~ '^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d$' then least(at, stated::timestamp at time zone 'Asia/Kolkata') else at end from given
$$;

create function work_out() returns void language plpgsql as $$
begin
  -- Corrections read in place of what they correct: the last recorded of each, followed to the end of the chain.
  create table fact as
  with recursive latest as (select distinct on (diary, corrects) diary, corrects, id from entry where corrects is not null order by diary, corrects, recorded desc, id desc),
  origin as (select distinct e.diary, coalesce(e.corrects, e.id) as id from entry e
    where e.corrects is null or not exists (select from entry t where t.diary = e.diary and t.id = e.corrects)),
  walk as (select diary, id from origin union all select w.diary, l.id from walk w join latest l on l.diary = w.diary and l.corrects = w.id)
  select e.*, row_number() over (partition by e.diary order by e.happened, e.recorded, e.id) as place
  from walk w join entry e on e.diary = w.diary and e.id = w.id where not exists (select from latest l where l.diary = w.diary and l.corrects = w.id);
  create index on fact (diary, place);

  create table hit as select f.diary, f.place, f.happened, f.facts, o.rule, o.role, min(o.place) as nth
  from fact f join diary d on d.id = f.diary join ons o on o.happening = f.happening and fits(o.wheres, f.facts) join rule r on r.id = o.rule and r.record = d.record
    and (d.journal = r.journal or d.record <> 'office') -- what an office's journal says binds by that office's rules only
  group by f.diary, f.place, f.happened, f.facts, o.rule, o.role;
  create index on hit (diary, rule, role);

  create table start as select * from (
    select f.diary, f.place, f.id, f.happened, f.facts, r.id as rule, r.clock, r.earlier, r.met_from, r.paired, r.in_from, r.in_to,
      row_number() over (partition by f.diary, r.id order by f.place) as nth,
      (select max(x.happened) from fact x where x.diary = f.diary and x.happening = 'missing.reopened' and x.happened < f.happened) as opened
    from hit h join fact f on f.diary = h.diary and f.place = h.place join rule r on r.id = h.rule where h.role = 'start') s
  where (clock = 'each' or nth = 1) and indian_day(happened) >= in_from and (in_to is null or indian_day(happened) <= in_to)
    and (not exists (select from ons o where o.rule = s.rule and o.role = 'only') or exists (select from hit h where h.diary = s.diary and h.rule = s.rule and h.role = 'only'));
  create index on start (diary, rule);
  analyze;

  -- Each role has a span of time of its own: doing may reach back where the rule says so, falling away begins with the start, what was over before lies
  -- wholly before it. Of a chain every link hangs on the one above: an entry that is itself a start ends no start below it.
  create table considered as select s.diary, s.rule, s.place as start, h.place, h.happened, h.role
  from start s
  join rule r on r.id = s.rule
  cross join lateral (values
    ('met', case when r.earlier then '-infinity' when r.met_from is not null then
      greatest(s.happened, (indian_day(s.happened) + make_interval(months => r.met_from)) at time zone 'Asia/Kolkata') else s.happened end, timestamptz 'infinity'),
    ('cancel', s.happened, 'infinity'), ('over', '-infinity', s.happened - interval '1 millisecond'), ('revive', '-infinity', 'infinity')) as span (role, opens, closes)
  join hit h on h.diary = s.diary and h.rule = s.rule and h.role = span.role and h.happened between span.opens and span.closes
    and h.happened > coalesce(s.opened, '-infinity') and h.place <> s.place
    and (h.role = 'revive' or h.place > s.place or (h.diary, h.place, s.rule) not in (select b.diary, b.place, b.rule from hit b where b.role = 'start' and b.diary = s.diary))
    and (s.paired is null or not h.facts ? s.paired or h.facts -> s.paired is not distinct from s.facts -> s.paired);
  create index on considered (diary, rule, start);

  create table ended as
  with ends as (
    select diary, rule, start, place, happened, 1 as rank, 'met' as ending from considered where role = 'met'
    union all
    select c.diary, c.rule, c.start, c.place, c.happened, 2, 'cancelled' from considered c where role in ('cancel', 'over') and c.happened > coalesce(
      (select max(v.happened) from considered v where v.diary = c.diary and v.rule = c.rule and v.start = c.start and v.role = 'revive'), '-infinity')
    union all
    select s.diary, s.rule, s.place, f.place, f.happened, 3, 'waived' from start s join fact f on f.diary = s.diary and f.happening = 'obligation.waived'
      and f.facts ->> 'rule' = s.rule and f.happened >= s.happened and f.happened > coalesce(s.opened, '-infinity'))
  select distinct on (diary, rule, start) * from ends order by diary, rule, start, happened, rank, place;
  create index on ended (diary, rule, start);

  create table duty as
  with whole as (
    select s.*, e.ending, e.happened as ended, d.state,
      (select f.id from fact f where f.diary = s.diary and f.place = e.place) as ended_by,
      (select h.nth from hit h where h.diary = s.diary and h.rule = s.rule and h.role = 'due' and (case when r.kind_at_start then s.happened else e.happened end is null or h.happened <= case when r.kind_at_start then s.happened else e.happened end) order by h.place desc limit 1) as variant,
      coalesce((select sum(o.months) from ons o where o.rule = s.rule and o.role = 'extend' and exists (select from fact f where f.diary = s.diary and f.happening = o.happening
        and fits(o.wheres, f.facts) and f.happened >= s.happened and (e.happened is null or f.happened <= e.happened)
        and (s.paired is null or not f.facts ? s.paired or f.facts -> s.paired is not distinct from s.facts -> s.paired))), 0)::int as extended,
      (select max((h.facts ->> 'until')::date) from hit h where h.diary = s.diary and h.rule = s.rule and h.role = 'order' and h.happened >= s.happened
        and (e.happened is null or h.happened <= e.happened) and (s.paired is null or not h.facts ? s.paired or h.facts -> s.paired is not distinct from s.facts -> s.paired)) as ordered,
      coalesce((select o.actor from hit h join ons o on o.rule = h.rule and o.role = 'actor' and o.place = h.nth
        where h.diary = s.diary and h.rule = s.rule and h.role = 'actor' and (e.happened is null or h.happened <= e.happened) order by h.place desc limit 1), r.actor) as actor,
      held.minutes as held, held.since, r.due, r.due_by, r.or_stated, r.overrides
    from start s join rule r on r.id = s.rule join diary d on d.id = s.diary
    left join ended e on e.diary = s.diary and e.rule = s.rule and e.start = s.place
    cross join lateral (
      -- An order opens a span where none is open; the next resumption closes it.
      with told as (select f.happening, greatest(f.happened, s.happened) as at, f.place, lag(f.happening) over (order by f.place) as before from fact f
        where f.diary = s.diary and f.happening in ('obligation.suspended', 'obligation.resumed') and f.facts ->> 'rule' = s.rule and (e.happened is null or f.happened <= e.happened)),
      spans as (select o.at as opened, (select c.at from told c where c.happening = 'obligation.resumed' and c.place > o.place order by c.place limit 1) as closed
        from told o where o.happening = 'obligation.suspended' and o.before is distinct from 'obligation.suspended')
      select coalesce(sum(greatest(0, minutes(coalesce(closed, e.happened, opened) - opened))), 0) as minutes,
        max(opened) filter (where closed is null and e.happened is null) as since from spans) held),
  period as (select w.*, coalesce(
      (select o -> 'due' from jsonb_array_elements(w.overrides) o where o ->> 'stateCode' = w.state and (o ->> 'from')::date <= indian_day(w.happened) and o ? 'due' order by o ->> 'from' desc limit 1),
      w.due_by -> w.variant, w.due) as asked from whole w),
  travelled as (select p.*, case when p.asked ? 'excludingJourney' then coalesce((
      select sum(minutes(upper(r) - lower(r))) from unnest((select range_agg(tstzrange(greatest(f.happened - make_interval(mins => (f.facts ->> 'minutes')::int), p.happened), least(f.happened, p.ended)))
        from fact f where f.diary = p.diary and f.happening in ('found.journeyRecorded', 'conflict.journeyRecorded')
          and least(f.happened, p.ended) > greatest(f.happened - make_interval(mins => (f.facts ->> 'minutes')::int), p.happened))) as r), 0) else 0 end as journey from period p)
  select diary, rule, id as trigger, happened as started, ending, ended, ended_by, variant, extended, ordered, held, since, journey, actor,
    due_moment(happened, asked, journey, extended, held, ordered, case when or_stated then facts ->> 'dueOn' end, facts ->> 'plannedFor', state) as due from travelled;
end $$;
