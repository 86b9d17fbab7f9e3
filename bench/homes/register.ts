// What the register of homes costs at the nation's size: the queries of a State's list, of a home's page and of its evening, as the desk's role asks them.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { type Figure, atMost, observed, percentile } from '../../scripts/figures.ts';
import { districts, states } from '../../seed/places/places.ts';
import { openTools } from '../../src/apps/tools.ts';
import { type OfficeId, type OfficerId, newId } from '../../src/kernel/ids.ts';
import { type Day, instantAt } from '../../src/kernel/time.ts';
import { findingsOf, visitedHomes, visitsOf } from '../../src/modules/institutions/inspections/store.ts';
import { livingAt } from '../../src/modules/institutions/nights/store.ts';
import { countByState, countsOf, listHomes, readInstitution, unitsOf } from '../../src/modules/institutions/register/store.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Context, type OfficerActor, inContext } from '../../src/platform/context.ts';
import { grantDoorLogins, doorUrls } from '../../src/platform/database/doors.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/index.ts';

const today = '2026-11-24' as Day;
const now = instantAt(today, '12:00');
const rounds = 60;
const warmUp = 5;
/** Of the pages an officer opens many times a day; the nation's table of States only reports. */
const GOAL = 150;
const TICKS_A_SECOND = 100; // of the kernel's clock, as /proc counts a process's time

/** Homes go round the districts; residents round the units, of which each home has two. */
const fill = `
  insert into office (id, kind, code, name, district_code, state_code, opened_on)
    select gen_random_uuid(), 'children-home', 'H-' || n, 'Home ' || n || ', ' || p.name, p.code, p.state_code, date '2000-01-01'
    from generate_series(0, $1::int - 1) as n join (select *, row_number() over (order by code) - 1 as nth, count(*) over () as of from district) p on p.nth = n % p.of;
  `;
const institutions = `
  insert into institution (office_id, run_by, registration_number, registered_on, registered_until, changed_at)
    select id, 'organisation', code, date '2022-01-01', date '2027-01-01', now() from office where kind = 'children-home';
  insert into institution_unit (id, office_id, kind, sex, strength, opened_on)
    select gen_random_uuid(), office_id, 'children-home', sex, 45, date '2020-01-01' from institution cross join unnest(array['female', 'male']) as sex;
  insert into inspection (id, office_id, visited_by, visited_on, members, recorded_in, recorded_by, recorded_at)
    select gen_random_uuid(), office_id, visitor, date '2026-01-01' + (q * 91), 'Two members', office_id, f.id, now()
    from institution cross join unnest(array['committee', 'inspection-committee', 'protection-unit']) as visitor cross join generate_series(0, 3) as q, (select id from officer limit 1) f;
  insert into inspection_finding (id, inspection_id, office_id, position, what, mend_by) select gen_random_uuid(), id, office_id, 1, 'Hot water', visited_on + 30 from inspection`;
const residents = `
  with unit as (select id, office_id, sex, row_number() over (order by office_id, id) - 1 as nth from institution_unit),
    made as (insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at)
      select gen_random_uuid(), 'found', 'B-' || n, 'unidentified', u.office_id, o.district_code, o.state_code, timestamptz '2025-06-01' + n % 500 * interval '1 day',
        timestamptz '2025-06-01' + n % 500 * interval '1 day'
      from generate_series(0, $1::int - 1) as n join unit u on u.nth = n % $2::int join office o on o.id = u.office_id returning id, substr(reference, 3)::int as n, opened_at),
    told as (insert into description (record_id, sex, age_low_months, age_high_months, age_on, age_basis)
      select m.id, u.sex, 48 + m.n % 160, 60 + m.n % 160, m.opened_at::date, 'apparent' from made m join unit u on u.nth = m.n % $2::int returning record_id, sex, age_low_months, age_on)
  insert into residence (id, record_id, office_id, unit_id, admission_number, admitted_at, ordered_by, sex, born_about, recorded_at)
    select gen_random_uuid(), m.id, u.office_id, u.id, m.n::text, m.opened_at, 'committee', t.sex, (t.age_on - make_interval(months => t.age_low_months + 6))::date, m.opened_at
    from made m join unit u on u.nth = m.n % $2::int join told t on t.record_id = m.id`;

type Asked = { milliseconds: number; processor: number };

/** The processor's time of one server process so far, in milliseconds. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
}

function officer(
  role: string,
  office: { id: string; kind: string; districtCode: string | null; stateCode: string | null },
  reach: OfficerActor['reach'],
): OfficerActor {
  return { kind: 'officer', officerId: newId<'officer'>() as OfficerId, name: 'Bench', postingId: newId(), role, officeId: office.id as OfficeId, officeName: 'Bench',
    officeKind: office.kind, districtCode: office.districtCode, stateCode: office.stateCode, reach }; // prettier-ignore
}

async function filled(url: string, homes: number, children: number): Promise<pg.Client> {
  await migrate(url);
  await grantDoorLogins(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const { code, lgdCode, name, languages } of states)
    await client.query('insert into state values ($1, $2, $3, null, $4)', [code, lgdCode, name, languages]);
  for (const { code, stateCode, name, latitude, longitude } of districts)
    await client.query('insert into district values ($1, $2, $3, null, $4, $5)', [code, stateCode, name, latitude, longitude]);
  await client.query(`insert into officer (id, name, email) values (gen_random_uuid(), 'Invented', 'one@police.example')`);
  await client.query(fill, [homes]);
  await client.query(institutions);
  await client.query(`set session_replication_role = 'replica'`); // what the triggers would set is set
  await client.query(residents, [children, homes * 2]);
  await client.query(`set session_replication_role = 'origin'`);
  await client.query('vacuum analyze');
  return client;
}

export async function homesFigures(homes: number, children: number): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-homes-'));
  chmodSync(directory, 0o711); // root's server runs as nobody
  const server = await startEmbedded({ directory: join(directory, 'server'), settings: { fsync: 'off', full_page_writes: 'off' } });
  let client: pg.Client | undefined;
  const config = readConfig({
    DEMO: 'true',
    SECRET: 'a secret of the bench, long enough to be one',
    DATA_DIRECTORY: directory,
    DATABASE_POOL_SIZE: '1',
  });
  let close = async (): Promise<void> => {};
  try {
    client = await filled(server.url, homes, children);
    const door = openTools('desk', config, doorUrls(server.url).desk, { clock: () => now });
    close = door.close;
    const asked = async (actor: OfficerActor, work: (context: Context) => Promise<number>): Promise<{ took: Asked; answer: number }> =>
      inContext(door.tools, { actor, requestId: newId(), ground: { name: 'bench', purpose: 'care' } }, async (context) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(context.db);
        const before = processorOf(rows[0]!.pid);
        const began = performance.now();
        const answer = await work(context);
        return { took: { milliseconds: performance.now() - began, processor: processorOf(rows[0]!.pid) - before }, answer };
      });
    const measured = async (
      what: string,
      actor: OfficerActor,
      work: (context: Context) => Promise<number>,
      expected: (answer: number) => boolean,
      goal: number | null = GOAL,
    ): Promise<Figure[]> => {
      const took: Asked[] = [];
      let right = true;
      for (let round = -warmUp; round < rounds; round++) {
        const one = await asked(actor, work);
        right &&= expected(one.answer);
        if (round >= 0) took.push(one.took);
      }
      const sum = took.reduce((all, { processor }) => all + processor, 0);
      return [
        atMost(`homes: ${what}, p95`, percentile(took.map(({ milliseconds }) => milliseconds), 0.95), 'ms', rounds, goal), // prettier-ignore
        atMost(`homes: ${what}, processor of the database`, sum / rounds, 'ms', rounds, goal),
        observed(`homes: ${what}, whole`, right),
      ];
    };
    const big = (await client.query<{ state: string; homes: number }>(`select state_code as state, count(*)::int as homes from office where kind = 'children-home' group by 1 order by 2 desc limit 1`)).rows[0]!; // prettier-ignore
    const home = (await client.query<{ id: string; kind: string; districtCode: string; stateCode: string; living: number }>(`select o.id, o.kind, o.district_code as "districtCode", o.state_code as "stateCode",
      (select count(*)::int from residence s where s.office_id = o.id) as living from office o where o.state_code = $1 and o.kind = 'children-home' limit 1`, [big.state])).rows[0]!; // prettier-ignore
    const none = { id: newId(), districtCode: null, stateCode: null };
    const ofState = officer('state-nodal-officer', { ...none, kind: 'state-nodal', stateCode: big.state }, 'state');
    const ofNation = officer('ministry-official', { ...none, kind: 'ministry' }, 'none');
    const ofDistrict = officer('child-protection-officer', { ...home, id: newId(), kind: 'dcpu' }, 'district');
    const ofHome = officer('home-superintendent', home, 'office');
    const page = async (context: Context): Promise<number> => {
      await readInstitution(context, home.id);
      await unitsOf(context, home.id);
      await visitsOf(context, home.id);
      await findingsOf(context, home.id);
      return (await countsOf(context, home.id)).reduce((all, one) => all + one.children, 0);
    };
    const list = async (context: Context): Promise<number> => {
      const rows = await listHomes(context, { stateCode: big.state });
      return rows.length;
    };
    return [
      ...(await measured(`the list of a State of ${big.homes} homes`, ofState, list, (answer) => answer === big.homes)),
      ...(await measured('the page of one home', ofDistrict, page, (answer) => answer === home.living)),
      ...(await measured(
        `who is here tonight, of ${home.living}`,
        ofHome,
        async (context) => (await livingAt(context, home.id)).length,
        (answer) => answer === home.living,
      )),
      ...(await measured(
        `visits to the ${big.homes} homes of a State`,
        ofState,
        async (context) => (await visitedHomes(context, { stateCode: big.state }, today)).length,
        (answer) => answer === big.homes,
      )),
      ...(await measured(
        `the nation by State, ${children} residents`,
        ofNation,
        async (context) => (await countByState(context)).reduce((all, one) => all + one.here, 0),
        (answer) => answer === children,
        null,
      )),
    ];
  } finally {
    await close();
    await client?.end();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
