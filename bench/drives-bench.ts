// Figures of rescue drives. Run: `npm run bench:drives [-- --json] [-- --children n]`: a portal with one drive of so many children, its page asked for at the door.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Figure, atMost, observed, percentile, printFigures } from '../scripts/figures.ts';
import { startPortal } from '../scripts/portal.ts';
import { signInAs } from '../scripts/story/desk.ts';
import { type Person, personAt, words } from '../scripts/story/person.ts';

const { values: options } = parseArgs({
  options: { children: { type: 'string', default: '5000' }, json: { type: 'boolean', default: false } },
});
const children = Number(options.children);
const ROUNDS = 60;
const WARM_UP = 5;
const GOAL = 500;
const COUNTED_SECONDS = 180;
const DISTRICT = 'RJ-ALW';

/** All in one district, so that its Committee pages through all of them. What triggers would set is set. */
const fill = `
  with made as (insert into drive (id, name, order_number, order_authority, ordered_on, from_on, to_on, agencies, states, whole_states, office_id, made_by, made_at)
      select gen_random_uuid(), 'Drive of the bench', 'B/1', 'Bench', current_date - 90, current_date - 80, current_date - 60, '{police}', '{RJ}', '{RJ}', p.office_id, p.officer_id, now() - interval '90 days'
      from posting p join office o on o.id = p.office_id where o.kind = 'national-nodal' limit 1 returning id, office_id, made_by),
    raided as (insert into drive_raid (id, drive_id, district_code, state_code, place, raided_at, office_id, recorded_by, recorded_at)
      select gen_random_uuid(), id, $1, 'RJ', 'workshop', now() - interval '70 days', office_id, made_by, now() - interval '70 days' from made returning *),
    station as (select id from office where district_code = $1 and kind = 'police-station' order by code limit 1),
    rescued as (insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at, matched_at, matched_version)
      select gen_random_uuid(), 'found', 'B-' || n, 'unidentified', s.id, $1, 'RJ', a.raided_at, a.raided_at, now(), 1 from generate_series(1, $2::int) as n, station s, raided a
      returning id, office_id, happened_at, substr(reference, 3)::int as n),
    described as (insert into description (record_id, sex) select id, 'male' from rescued),
    named as (insert into given_name (record_id, ordinal, bearer, text) select id, 0, 'child', 'Munna' from rescued),
    joined as (insert into drive_child (record_id, drive_id, raid_id, office_id, joined_by, joined_at)
      select r.id, a.drive_id, a.id, a.office_id, a.recorded_by, a.raided_at from rescued r, raided a),
    told as (insert into diary_entry (id, record_id, happening, facts, happened_at, recorded_at, by_office, door)
      select gen_random_uuid(), r.id, e.happening, e.facts::jsonb, r.happened_at + e.after, r.happened_at + e.after, r.office_id, 'seed' from rescued r join (values
        ('found.found', '{}', interval '0'), ('found.registered', '{"place": "police"}', '1 hour'), ('found.productionReportFiled', '{}', '7 hours'),
        ('found.produced', '{"sitting": "committee"}', '8 hours'), ('found.placed', '{"with": "children-home"}', '8 hours'), ('care.admitted', '{"home": "h"}', '9 hours'),
        ('care.planMade', '{"version": 1}', '20 days'), ('care.progressReported', '{}', '35 days'), ('care.progressReported', '{}', '50 days'), ('found.restored', '{"to": "parents"}', '60 days'))
        as e (happening, facts, after) on e.happening <> 'found.restored' or r.n % 2 = 0),
    planned as (insert into care_plan (id, record_id, version, office_id, begun_at, begun_by, made_at, made_by)
      select gen_random_uuid(), r.id, 1, r.office_id, r.happened_at, a.recorded_by, r.happened_at + interval '20 days', a.recorded_by from rescued r, raided a returning id, record_id, made_by),
    needed as (insert into care_need (plan_id, record_id, domain, concern, measure, saved_at, saved_by)
      select p.id, p.record_id, d.domain, 'medium', d.measure, now(), p.made_by from planned p cross join (values ('education', 'education'), ('emotional', 'counselling')) as d (domain, measure))
  insert into drive_counting (drive_id, next_at) select id, now() from made returning drive_id`;

async function fillDrive(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`begin; set local app.bulk = 'on'; set local session_replication_role = 'replica'`);
    const { rows } = await client.query<{ drive_id: string }>(fill, [DISTRICT, children]);
    await client.query('commit; analyze');
    return rows[0]!.drive_id;
  } finally {
    await client.end();
  }
}

async function timed(id: string, person: Person, path: string): Promise<Figure> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const page = await person.open(path);
    if (page.status !== 200) throw new Error(`${path}: ${page.status}`);
    if (round >= WARM_UP) took.push(page.milliseconds);
  }
  return atMost(`${id}, p95`, percentile(took, 0.95), 'ms', ROUNDS, GOAL);
}

async function main(): Promise<Figure[]> {
  const portal = await startPortal({ children: 50, quiet: true });
  try {
    const path = `/drives/${await fillDrive(portal.adminUrl)}`;
    const [national, committee] = [personAt('national nodal officer', portal.urls.desk), personAt('Committee', portal.urls.desk)];
    await signInAs(national, { office: '', role: 'national-nodal-officer' });
    await signInAs(committee, { office: '', role: 'cwc-chairperson', district: DISTRICT });
    const began = performance.now();
    const counted = `Children rescued: ${children}.`;
    const page = await national.until(path, (drive) => words(drive).includes(counted), COUNTED_SECONDS);
    return [
      observed(`the worker counted ${children} children`, words(page).includes(counted)),
      atMost('until they were counted, waiting for the worker’s turn included', performance.now() - began, 'ms', 1, null),
      await timed('a drive’s page, the nation’s', national, path),
      await timed('a drive’s page with 25 children, the Committee’s', committee, path),
      await timed('its last page of children', committee, `${path}?page=${Math.ceil(children / 25)}`),
      await timed('all drives of a State between two days', national, '/drives?from=2026-01-01&state=RJ'),
    ];
  } finally {
    await portal.stop();
  }
}

printFigures(await main(), options.json);
