// A scraper at the citizen door, over HTTP: 10,000 requests from 50 addresses obtain less than 2% of 50,000 live notices; without budgets far more.
import { Agent, request } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../../../platform/log.ts';
import { createServer } from '../../../platform/http/server.ts';
import { mount, mountFallbacks } from '../../../web/serve.ts';
import { vouch, noticeKit } from '../../../../tests/database/notices.ts';
import { type Nation, startNation } from '../../../../tests/database/tools.ts';
import { citizenRoutes } from '../citizen.ts';
import { type Budget, mayLook } from './budget.ts';

const LIVE = 50_000;
const DISTRICTS = 700;
const ADDRESSES = 50;
let nation: Nation;

/** An invented nation large enough: its districts, and as many children shown. Written at once, as a restored copy would be. */
async function manyNotices(): Promise<void> {
  await nation.admin.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db);
    await sql`insert into district (code, name, state_code, latitude, longitude)
      select 'T' || n, 'Testpur ' || n, (array['BR', 'KL'])[1 + n % 2], 25, 80 from generate_series(1, ${DISTRICTS}) n`.execute(db);
    await sql`create temporary table made on commit drop as select gen_random_uuid() as id, n, 'T' || (1 + n % ${sql.lit(DISTRICTS)}) as district
      from generate_series(1, ${sql.lit(LIVE)}) n`.execute(db);
    await sql`insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at)
      select id, 'missing', 'made-' || n, 'fir-registered', (select id from office limit 1), district, 'BR', '2026-11-20', '2026-11-20' from made`.execute(
      db,
    );
    await sql`insert into missing_report (record_id, complaint_id) select id, id from made`.execute(db);
    await sql`insert into notice (id, public_id, record_id, authority, order_number, reasons, fields, authorised_by, authorised_at, expires_at, listed_under)
      select gen_random_uuid(), substr(md5(n::text), 1, 26), id, 'police-tracing', '1', 'r', array['lastSeen'], id,
        timestamptz '2026-11-20' + n * interval '1 second', '2030-01-01', district from made`.execute(db);
  });
  await sql`analyze`.execute(nation.admin);
}

beforeAll(async () => {
  nation = await startNation();
  await manyNotices();
  expect(await vouch(nation)).toBe(LIVE);
}, 120_000);
afterAll(() => nation?.stop());

type Street = { get(path: string, from: string): Promise<{ status: number; body: string }>; close(): Promise<void> };

/** The door behind a proxy on this machine, whose word on the caller's address it takes. */
async function openStreet(budget: Budget): Promise<Street> {
  const tools = nation.tools('citizen');
  const log = openLog('silent');
  const server = await createServer(tools, log, { trustedProxies: ['127.0.0.1'] });
  const site = { tools, assets: { styles: '', islands: '' }, log, identify: async () => null, signInPath: '/my' };
  mountFallbacks(server.app, site);
  mount(server.app, site, citizenRoutes(noticeKit(), budget));
  const url = await server.listen('127.0.0.1', 0);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    get: (path, from) =>
      new Promise((resolve, reject) => {
        request(`${url}${path}`, { agent, headers: { 'x-forwarded-for': from } }, (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (body += part));
          response.on('end', () => resolve({ status: response.statusCode!, body }));
        })
          .on('error', reject)
          .end();
      }),
    async close() {
      agent.destroy();
      await server.stop();
    },
  };
}

/** Turns pages wherever they lead, from each address in turn. Answers the ids it saw. */
async function scrape(street: Street, requests: number): Promise<Set<string>> {
  const seen = new Set<string>();
  const older: string[] = [];
  let sent = 0;
  const one = async (): Promise<void> => {
    while (sent < requests) {
      const turn = sent++;
      const path = older.pop() ?? `/missing?district=T${1 + (turn % DISTRICTS)}`;
      const { body } = await street.get(path, `198.51.100.${1 + (turn % ADDRESSES)}`);
      for (const [, id] of body.matchAll(/href="\/missing\/([0-9a-z]{26})"/g)) seen.add(id!);
      for (const [, next] of body.matchAll(/href="(\/missing\?[^"]*after=[^"]*)"/g)) older.push(next!.replaceAll('&amp;', '&'));
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return seen;
}

test('10,000 requests from 50 addresses obtain less than 2%', { timeout: 240_000 }, async () => {
  const street = await openStreet(mayLook);
  const seen = await scrape(street, 10_000);
  expect(seen.size).toBeGreaterThan(0);
  expect(seen.size / LIVE).toBeLessThan(0.02);
  await street.close();
  const restarted = await openStreet(mayLook); // the budget is not the process's
  expect((await restarted.get('/missing?district=T699', '198.51.100.7')).status).toBe(429);
  expect((await restarted.get('/missing?district=T699', '198.51.100.200')).status).toBe(200);
  await restarted.close();
});

test('control: without budgets a tenth of the requests obtain many times as much', { timeout: 120_000 }, async () => {
  const street = await openStreet(async () => true);
  expect((await scrape(street, 1_000)).size / LIVE).toBeGreaterThan(0.1);
  await street.close();
});
