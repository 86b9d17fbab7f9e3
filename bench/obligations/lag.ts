// What the national page of timeliness costs: a million children's entries of a year, counted for twenty thousand offices, with half a million duties open.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Figure, atMost, percentile } from '../../scripts/figures.ts';
import { districts, states } from '../../seed/places/places.ts';
import { openTools } from '../../src/apps/tools.ts';
import { type OfficeId, type OfficerId, newId } from '../../src/kernel/ids.ts';
import { type Day, instantAt } from '../../src/kernel/time.ts';
import { uploadPolicy } from '../../src/law/index.ts';
import { deskRoutes } from '../../src/modules/timeliness/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { OfficerActor, Tools } from '../../src/platform/context.ts';
import { grantDoorLogins, doorUrls } from '../../src/platform/database/doors.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/index.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { openLog } from '../../src/platform/log.ts';
import { mount } from '../../src/web/serve.ts';

const offices = 20_000;
const openDuties = 500_000;
const openings = 30;
const now = instantAt('2026-11-24' as Day, '12:00');
const settle = `
  insert into office (id, kind, code, name, district_code, state_code, opened_on)
    select gen_random_uuid(), (array['police-station','police-station','police-station','police-station','children-home','children-home','railway-post','anti-trafficking-unit','cwc','dcpu'])[1 + n % 10],
      'B-' || n, 'Office ' || n, d.code, d.state_code, '2000-01-01'
    from generate_series(0, ${offices - 1}) as n join (select code, state_code, row_number() over (order by code) - 1 as place, count(*) over () as many from district) d on d.place = (n / 10) % d.many`;

/** An office’s entries of one happening fall in three steps, whose place differs from office to office. */
const fill = `
  insert into entry_lag (month, office_id, happening, bucket, entries)
    select month::date, o.id, h.happening, o.base + k * (1 + h.place % 3), 1 + (o.place + h.place + k) % 3
    from generate_series('2025-12-01'::timestamp, '2026-11-01', '1 month') as month
      cross join (select id, kind, place, place % 17 as base from (select id, kind, row_number() over (order by code) as place from office) as numbered) o
      join unnest($1::text[], $2::text[]) with ordinality as h (happening, kind, place) on h.kind = o.kind
      cross join generate_series(0, 2) as k`;

const owe = `
  insert into obligation (record_id, rule_id, trigger_entry_id, trigger, actor, office_id, started_at, due_at, warn_at, late_after, escalates_at, escalates_to)
    select gen_random_uuid(), 'M05', gen_random_uuid(), 'missing.firRegistered', 'investigating-officer', o.id, at, at, at, at, '{}', '{}'
    from (select n, timestamptz '2025-11-24' + (n % 525600) * interval '1 minute' as at from generate_series(1, ${openDuties}) as n) duty
      join (select id, row_number() over (order by code) - 1 as place from office) o on o.place = duty.n % ${offices}`;

async function fillNation(client: pg.Client): Promise<{ counts: number; entries: number; countMilliseconds: number }> {
  for (const { code, lgdCode, name, languages } of states)
    await client.query('insert into state values ($1, $2, $3, null, $4)', [code, lgdCode, name, languages]);
  for (const { code, stateCode, name, latitude, longitude } of districts)
    await client.query('insert into district values ($1, $2, $3, null, $4, $5)', [code, stateCode, name, latitude, longitude]);
  const kinds = uploadPolicy.flatMap(({ happenings, officeKinds }) =>
    happenings.flatMap((happening) => officeKinds.map((kind) => [happening, kind] as const)),
  );
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  await client.query(settle);
  say('counts of twelve months …');
  // What is filled refers to rows of the same fill or, of the duties, to records no figure here reads.
  await client.query(`set session_replication_role = 'replica'; alter table entry_lag drop constraint entry_lag_pkey`);
  await client.query(fill, [kinds.map(([happening]) => happening), kinds.map(([, kind]) => kind)]);
  say('their index …');
  await client.query('alter table entry_lag add primary key (month, office_id, happening, bucket)');
  say('open duties …');
  await client.query(owe);
  await client.query(`set session_replication_role = 'origin'`);
  say('adding up the places …');
  await client.query('vacuum analyze entry_lag, office, obligation');
  const began = performance.now();
  for (const month of ['2026-10-01', '2026-11-01']) await client.query('select count_places($1, $2)', [month, now]);
  const countMilliseconds = (performance.now() - began) / 2;
  const { rows } = await client.query<{ counts: string; entries: string }>(
    'select count(*) as counts, sum(entries) as entries from entry_lag',
  );
  return { counts: Number(rows[0]!.counts), entries: Number(rows[0]!.entries), countMilliseconds };
}

/** Entries of this month at many offices, at one child's diary. */
const enter = `insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
  select gen_random_uuid(), (select id from record), 'missing.hueAndCryIssued', timestamptz '2026-11-20' - n % 90000 * interval '1 second', '2026-11-21',
    (select id from office where code = 'B-' || n % ${offices}), 'seed' from generate_series($1::int, $2::int) as n`;
const together = 20_000;
const oneByOne = 500;

/** Milliseconds each entry takes, in one statement and one by one; the counting switched off or on. */
async function entryCosts(client: pg.Client, counting: 'enable' | 'disable'): Promise<{ together: number; alone: number }> {
  await client.query(`alter table diary_entry ${counting} trigger lag_noted`);
  const start = performance.now();
  await client.query(enter, [1, together]);
  const between = performance.now();
  for (let at = 0; at < oneByOne; at++) await client.query(enter, [at, at]);
  return { together: (between - start) / together, alone: (performance.now() - between) / oneByOne };
}

async function countingFigures(client: pg.Client): Promise<Figure[]> {
  await client.query(`insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at)
    select gen_random_uuid(), 'missing', 'MC-XX-2026-000001-X', 'reported', id, district_code, state_code, '2026-11-01', '2026-11-01' from office limit 1`);
  await entryCosts(client, 'disable'); // the first rows pay for the pages
  const [off, on] = [await entryCosts(client, 'disable'), await entryCosts(client, 'enable')];
  return [
    atMost(`lag: one entry of ${together} in a statement, without counting`, off.together, 'ms', together, null),
    atMost('lag: the same, counted', on.together, 'ms', together, null),
    atMost('lag: one entry by itself, without counting', off.alone, 'ms', oneByOne, null),
    atMost('lag: the same, counted', on.alone, 'ms', oneByOne, null),
  ];
}

const official: OfficerActor = {
  kind: 'officer', officerId: newId() as string as OfficerId, name: 'Invented', postingId: newId(), role: 'national-nodal-officer', officeId: newId() as string as OfficeId,
  officeName: 'Invented', officeKind: 'national-nodal', districtCode: null, stateCode: null, reach: 'nation',
}; // prettier-ignore

async function serve(tools: Tools) {
  const log = openLog('silent');
  const { app } = await createServer(tools, log);
  mount(app, { tools, log, assets: { styles: '', islands: '' }, identify: async () => official, signInPath: '/sign-in' }, deskRoutes());
  return app;
}

export async function lagFigures(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-lag-'));
  chmodSync(directory, 0o711); // root's server runs as nobody
  const server = await startEmbedded({ directory: join(directory, 'server'), settings: { fsync: 'off', full_page_writes: 'off' } });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await migrate(server.url);
    await grantDoorLogins(server.url);
    await client.connect();
    const { counts, entries, countMilliseconds } = await fillNation(client);
    const config = readConfig({ DEMO: 'true', SECRET: 'a secret of the bench, long enough to be one', DATA_DIRECTORY: directory });
    const door = openTools('desk', config, doorUrls(server.url).desk, { clock: () => now });
    const desk = await serve(door.tools);
    const times = async (path: string, least: string): Promise<number[]> => {
      const took: number[] = [];
      for (let opening = -3; opening < openings; opening++) {
        const start = performance.now();
        const { statusCode, body } = await desk.inject({ url: path });
        if (statusCode !== 200 || !body.includes(least)) throw new Error(`${path} answered ${statusCode}`);
        if (opening >= 0) took.push(performance.now() - start);
      }
      return took;
    };
    const nation = await times('/timeliness?month=2026-10', 'Uttar Pradesh');
    const state = await times('/timeliness?month=2026-10&place=UP', 'Agra');
    await desk.close();
    await door.close();
    const counting = await countingFigures(client);
    return [
      atMost(
        `lag: the national page, p50, of ${counts} counts of ${entries} entries in 12 months`,
        percentile(nation, 0.5),
        'ms',
        openings,
        300,
      ),
      atMost('lag: the national page, p95', percentile(nation, 0.95), 'ms', openings, 300),
      atMost('lag: adding up the places of a month, by the worker', countMilliseconds, 'ms', 2, null),
      atMost('lag: the page of the largest State, p95', percentile(state, 0.95), 'ms', openings, 300),
      ...counting,
    ];
  } finally {
    await client.end();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
