// What a Committee and a home keep of each child: hearings, signed orders, Form 26, Form 22, the care plan with its needs and how they went.
import type pg from 'pg';
import { reportFields } from '../../src/modules/cwc/social-reports/report-fields.ts';
import { domains } from '../../src/modules/care-plans/plan.ts';

const words = (sentences: number): string =>
  'The child spoke of school, of an aunt who sings, and of the road beside the canal where the family sold vegetables. '.repeat(sentences);

/** Every eighth child is to be heard today, the others on one of the next thirty days. */
const hearings = `
  insert into hearing (id, record_id, sitting_id, cwc_id, heard_at, present, said, next_on, recorded_by, recorded_at, heard_again)
    select pg_temp.id_of(s.sits_at, 'h' || n || '-' || held.day), c.id, s.id, c.cwc_id, s.sits_at, '{child,home}', $1,
      case when held.day = last.day then (now() at time zone 'Asia/Kolkata')::date + case when nth % 8 = 0 then 0 else 1 + (nth % 29)::int end
        else s.sits_on + 30 end, c.member, s.sits_at, held.day <> last.day
    from child c cross join lateral (select max(d) as day from unnest(array[16, 46, 76, 120]) as d where d < days) last
      join unnest(array[16, 46, 76, 120]) as held (day) on held.day <= last.day
      join committee_sitting s on s.cwc_id = c.cwc_id and s.sits_on = (now() at time zone 'Asia/Kolkata')::date - (days - held.day)`;

const orders = `
  insert into committee_order (id, record_id, cwc_id, year, number, type, language, text, least_signers, to_office_id, placed_with, due_on, drafted_by, drafted_at, made_at)
    select pg_temp.id_of(c.at, 'o' || n || '-' || nth_order), c.id, c.cwc_id, 2026, row_number() over (partition by c.cwc_id order by c.at, n, nth_order), type, 'en', $1, 2,
      case type when 'interim-custody' then home_id when 'social-report' then dcpu_id end, case type when 'interim-custody' then 'children-home' end,
      case type when 'social-report' then (c.at + interval '20 days')::date end, c.member, c.at + hours * interval '1 hour', c.at + hours * interval '1 hour'
    from child c join (values (1, 'interim-custody', 24), (2, 'social-report', 48), (3, 'medical-examination', 60), (4, 'in-need', 90)) as o (nth_order, type, hours) on nth_order <= c.orders;
  `;
const signers = `
  insert into order_signer (order_id, officer_id, signed_at, method, consent, text_hash)
    select o.id, p.officer_id, o.made_at, 'password-totp', 'I sign', sha256(convert_to(o.text, 'UTF8')) from committee_order o join posting p on p.office_id = o.cwc_id;
  insert into committee_order_serial select cwc_id, year, max(number) from committee_order group by 1, 2;
  insert into monitoring_sheet (record_id, cwc_id, police_station, sections, paper_number, probation_officer, medical_on, age_evidence, changed_by, changed_at)
    select id, cwc_id, 'Station of the place', '', n || '/2026', 'A probation officer', at::date + 3, 'medical', member, at + interval '72 hours' from child`;

const reports = `
  insert into social_report (id, record_id, order_id, cwc_id, to_office_id, due_on, version, submitted_at, submitted_by)
    select pg_temp.id_of(at, 'f' || n), id, pg_temp.id_of(at, 'o' || n || '-2'), cwc_id, dcpu_id, (at + interval '20 days')::date, 1,
      case when days > 15 then at + interval '15 days' end, case when days > 15 then worker end from child;
  `;
/** Of a child of the homes that are asked every item is answered, of the others those that are always needed and twelve more. */
const answers = `
  insert into social_report_answer (report_id, field, version, value, sealed, by_officer, at)
    select pg_temp.id_of(c.at, 'f' || n), f.name, 1, case when f.sealed then null when f.kind in ('choice', 'choices') then f.first else 'Asked of the child and of a neighbour' end,
      case when f.sealed then $5::bytea end, c.worker, c.at + interval '14 days'
    from child c join (select * from unnest($1::text[], $2::text[], $3::bool[], $4::text[]) with ordinality as g (name, kind, sealed, first, place)) f
      on f.place <= 12 or f.name in ('name', 'familyMembers', 'restorationRisk', 'recommendation') or c.district_code = $6
    where c.days > 15`;

const plans = `
  insert into care_plan (id, record_id, version, office_id, begun_at, begun_by, words_sealed, wishes_language, heard, ladder, made_at, made_by, first_months_over_at)
    select pg_temp.id_of(at, 'c' || n || '-' || v), id, v, home_id, at + after * interval '1 day', keeper, $1, 'hi', 'spoken', 'institution', at + after * interval '1 day', keeper,
      case when v = 1 and days > 118 then at + interval '118 days' end
    from child join (values (1, 28), (2, 300)) as made (v, after) on after < days and (v = 1 or n % 3 = 0);
  insert into care_plan_decision (id, plan_id, record_id, decision, office_id, decided_by, decided_at)
    select pg_temp.id_of(p.made_at, 'd' || n || '-' || version), p.id, c.id, 'approved', c.cwc_id, c.member, p.made_at + interval '1 day' from care_plan p join child c on c.id = p.record_id;`;
const needs = `
  insert into care_need (plan_id, record_id, domain, concern, measure, starts_on, review_on, words_sealed, saved_at, saved_by)
    select p.id, p.record_id, d.name, (array['none', 'low', 'medium', 'high'])[1 + (place % 4)::int], 'education', p.made_at::date, p.made_at::date + 90, $2, p.made_at, p.begun_by
    from care_plan p cross join unnest($1::text[]) with ordinality as d (name, place)`;
const progress = `
  insert into care_progress (id, plan_id, record_id, from_on, to_on, interviewed_on, words_sealed, office_id, reported_by, reported_at)
    select pg_temp.id_of(at, 'g' || n || '-' || after), pg_temp.id_of(at, 'c' || n || '-1'), id, (at + (after - 30) * interval '1 day')::date, (at + after * interval '1 day')::date,
      (at + after * interval '1 day')::date, $1, home_id, keeper, at + after * interval '1 day'
    from child join unnest(array[60, 90, 180, 300]) as after on after < days`;
const marks = `
  insert into care_progress_mark (progress_id, record_id, domain, mark)
    select g.id, g.record_id, d.name, ((place + extract(day from g.to_on)::int) % 5)::int from care_progress g cross join unnest($1::text[]) with ordinality as d (name, place) where place <= 6`;

type Seal = (text: string) => Buffer;

export async function fillFiles(client: pg.Client, seal: Seal, asked: string, say: (line: string) => void): Promise<void> {
  const sealed = (said: object): Buffer => seal(JSON.stringify(said));
  say('hearings and orders …');
  await client.query(hearings, [words(3)]);
  await client.query(orders, [words(12)]);
  await client.query(signers);
  say('social reports …');
  await client.query(reports);
  const kinds = reportFields.map((field) => [field.name, field.kind, field.sealed ?? false, 'options' in field ? field.options[0] : '']);
  const column = (at: number): unknown[] => kinds.map((row) => row[at]);
  await client.query(answers, [column(0), column(1), column(2), column(3), seal('Told in confidence'), asked]);
  say('care plans …');
  await client.query(plans.split(';')[0]!, [sealed({ wishes: words(1), caseWorker: 'A case worker', ladderReasons: words(1), changed: words(1) })]); // prettier-ignore
  await client.query(plans.split(';')[1]!);
  const need = { concern: words(1), goal: words(1), intervention: words(1), who: 'The home', agency: 'The school', success: words(1) };
  await client.query(needs, [domains, sealed(need)]);
  await client.query(progress, [sealed({ place: words(1), conduct: words(1), interventions: words(2), childSays: words(1) })]);
  await client.query(marks, [domains]);
}
