// What a tick costs: the same five hundred duties that fall due, in a store of ten thousand and in one of two hundred thousand; and a tick of nothing.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Figure, atMost, observed, percentile } from '../../scripts/figures.ts';
import { districts, states } from '../../seed/places/places.ts';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type Day, type Instant, addMinutes, instantAt } from '../../src/kernel/time.ts';
import { tellOffices, tickDuties } from '../../src/modules/obligations/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Context, inContext } from '../../src/platform/context.ts';
import { grantDoorLogins, doorUrls } from '../../src/platform/database/doors.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/index.ts';

const [few, many] = [10_000, 200_000];
const due = 500;
const rounds = 30;
const warmUp = 5;
const dutiesARecord = 10;
const start = instantAt('2026-11-24' as Day, '12:00');

const settle = `
  insert into office (id, kind, code, name, district_code, state_code, opened_on)
    select gen_random_uuid(), kind, 'B-' || kind || d.code, kind || ' ' || d.name, d.code, d.state_code, date '2000-01-01'
      from district d cross join unnest(array['police-station','juvenile-police-unit','cwc','dcpu','district-nodal']) as kind
    union all select gen_random_uuid(), 'state-nodal', 'B-state-' || code, name, null, code, date '2000-01-01' from state
    union all select gen_random_uuid(), 'national-nodal', 'B-nation', 'India', null, null, date '2000-01-01';
  insert into officer (id, name, email) select id, 'Invented', id || '@police.example' from office;
  insert into posting (id, officer_id, office_id, role, from_on) select gen_random_uuid(), o.id, o.id, coalesce(watched_role(o.kind), 'station-in-charge'), date '2020-01-01' from office o`;

/** Ten duties a record; those of the future fall due over a year, the first five hundred of all are late and at their first step. */
const fill = `
  with place as (select id, district_code, state_code, row_number() over (order by code) - 1 as nth, count(*) over () as of from office where kind = 'police-station'),
    made as (insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at)
      select gen_random_uuid(), 'missing', 'B-' || n, 'reported', p.id, p.district_code, p.state_code, timestamptz '2026-11-01', timestamptz '2026-11-01'
      from generate_series(0, ($1::int - 1) / ${dutiesARecord}) as n join place p on p.nth = n % p.of returning id, office_id, substr(reference, 3)::int as n)
  insert into obligation (record_id, rule_id, trigger_entry_id, trigger, actor, office_id, started_at, due_at, warn_at, late_after, escalates_at, escalates_to, next_at)
    select m.id, 'M07', gen_random_uuid(), 'missing.firRegistered', 'investigating-officer', m.office_id, at - interval '1 day', at, at - interval '6 hours', at,
      array[at + interval '1 second', at + interval '24 hours', at + interval '72 hours'], '{superintendent-of-police,director-general-of-police,state-nodal-officer}'::text[], at
    from made m cross join generate_series(0, ${dutiesARecord - 1}) as d
      cross join lateral (select case when m.n * ${dutiesARecord} + d < ${due} then timestamptz '${start}' - interval '2 hours'
        else timestamptz '${start}' + interval '2 days' + (m.n * ${dutiesARecord} + d) % 525600 * interval '1 minute' end as at) moment`;

const again = `truncate duty_word, intimation, intimation_attempt;
  update obligation set next_at = late_after where late_after < timestamptz '${start}'`;

type Cost = { tick: number; tell: number; idle: number };
type Store = { round(at: Instant): Promise<{ cost: Cost; isRight: boolean }>; close(): Promise<void> };

/** A database of its own with so many duties stored. */
async function openStore(serverUrl: string, directory: string, duties: number): Promise<Store> {
  const url = new URL(serverUrl);
  url.pathname = `/tick_${duties}`;
  const owner = new pg.Client({ connectionString: serverUrl });
  await owner.connect();
  await owner.query(`create database tick_${duties}`);
  await owner.end();
  await migrate(url.href);
  await grantDoorLogins(url.href);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  for (const { code, lgdCode, name, languages } of states)
    await client.query('insert into state values ($1, $2, $3, null, $4)', [code, lgdCode, name, languages]);
  for (const { code, stateCode, name, latitude, longitude } of districts)
    await client.query('insert into district values ($1, $2, $3, null, $4, $5)', [code, stateCode, name, latitude, longitude]);
  await client.query(settle);
  await client.query(fill, [duties]);
  await client.query('vacuum analyze');
  let now: Instant = start;
  const config = readConfig({ DEMO: 'true', SECRET: 'a secret of the bench, long enough to be one', DATA_DIRECTORY: directory });
  const door = openTools('worker', config, doorUrls(url.href).worker, { clock: () => now });
  const timed = async (work: (context: Context) => Promise<number>): Promise<[milliseconds: number, answer: number]> => {
    const began = performance.now();
    const asking = { actor: { kind: 'system', name: 'bench' }, requestId: newId(), ground: { name: 'bench', purpose: 'duty' } } as const;
    const answer = await inContext(door.tools, asking, work);
    return [performance.now() - began, answer];
  };
  return {
    async round(at) {
      now = at;
      await client.query(again);
      const [tick, taken] = await timed((context) => tickDuties(context));
      const [tell] = await timed(tellOffices);
      const [idle, none] = await timed((context) => tickDuties(context));
      const { rows } = await client.query<{ words: number }>('select count(*)::int as words from duty_word where sent_at is not null');
      return { cost: { tick, tell, idle }, isRight: taken === due && none === 0 && rows[0]!.words === 2 * due };
    },
    async close() {
      await door.close();
      await client.end();
    },
  };
}

/** The two stores take turns, so that whatever else the machine does weighs on both alike. */
export async function tickFigures(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-tick-'));
  chmodSync(directory, 0o711); // root's server runs as nobody
  const server = await startEmbedded({ directory: join(directory, 'server'), settings: { fsync: 'off', full_page_writes: 'off' } });
  const stores: Store[] = [];
  try {
    for (const duties of [few, many]) stores.push(await openStore(server.url, directory, duties));
    const costs: [Cost[], Cost[]] = [[], []];
    let wrong = 0;
    for (let round = -warmUp; round < rounds; round++) {
      for (const [place, store] of stores.entries()) {
        const { cost, isRight } = await store.round(addMinutes(start, round + warmUp));
        if (!isRight) wrong++;
        if (round >= 0) costs[place]!.push(cost);
      }
    }
    const half = (place: number, read: (cost: Cost) => number): number => percentile(costs[place]!.map(read), 0.5);
    const idleOf = ({ idle }: Cost): number => idle;
    const compared = (what: string, read: (cost: Cost) => number): Figure[] => [
      atMost(`tick: ${what}, of ${few}, p50`, half(0, read), 'ms', rounds, null),
      atMost(`tick: ${what}, of ${many}, p50`, half(1, read), 'ms', rounds, null),
      atMost(`tick: ${what}: how many times as long (1: independent)`, half(1, read) / half(0, read), 'times', rounds, 1.5),
    ];
    return [
      ...compared(`${due} fall due`, ({ tick }) => tick),
      ...compared('each office is sent its word', ({ tell }) => tell),
      atMost(`tick: nothing is due, of ${few}, p50`, half(0, idleOf), 'ms', rounds, 20),
      atMost(`tick: nothing is due, of ${many}, p50`, half(1, idleOf), 'ms', rounds, 20),
      observed(`tick: each round told ${2 * due} moments and no more`, wrong === 0),
    ];
  } finally {
    for (const store of stores) await store.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
