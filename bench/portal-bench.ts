// Speed and size of the walking portal on this machine: start, pages, first load, report to candidates, memory. One form of figures.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Figure, atMost, percentile, printFigures } from '../scripts/figures.ts';
import { type Portal, startPortal } from '../scripts/portal.ts';
import { type Person, personAt } from '../scripts/story/person.ts';
import { type Spoken, registerFound, signInAs } from '../scripts/story/desk.ts';
import { dayOf, systemClock } from '../src/kernel/time.ts';

const { values: options } = parseArgs({
  options: { children: { type: 'string', default: '50000' }, json: { type: 'boolean', default: false } },
});
const children = Number(options.children);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const PAGE_OPENINGS = 60;
const REPORTS = 25;

/** Milliseconds a door took by its own clock, from the metrics it publishes: sum and count by route. */
async function serverTimes(person: Person, paths: readonly string[], openings: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < openings; round++) {
    for (const path of paths) {
      const page = await person.open(path);
      if (page.status >= 400) throw new Error(`${path} answered ${page.status}`);
      times.push(page.milliseconds);
    }
  }
  return times;
}

/** Bytes over the wire of a page and all it loads, fonts apart, as a browser that takes brotli gets them. */
async function firstLoad(url: string, cookie = ''): Promise<number> {
  const headers = { 'accept-encoding': 'br', cookie };
  const page = await fetch(url, { headers });
  const html = await page.text();
  let bytes = Buffer.byteLength(html);
  for (const [, path] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)) {
    const asset = await fetch(new URL(path!, url), { headers });
    bytes += Number(asset.headers.get('content-length'));
  }
  return bytes;
}

/** Proportional set size: a page of memory that four doors share counts once, not four times. */
function megabytesOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
}

function memoryOf(portal: Portal): number {
  return Object.values(portal.processes).reduce((sum, pid) => sum + megabytesOf(pid), 0);
}

/** Waits until all are compared; answers the most memory the doors held meanwhile, in megabytes. */
async function caughtUp(portal: Portal): Promise<number> {
  let most = 0;
  const client = new pg.Client({ connectionString: portal.adminUrl });
  await client.connect();
  for (;;) {
    const { rows } = await client.query<{ n: string }>(
      `select count(*) as n from record where matched_version is null and closed_at is null and kind <> 'sighting'`,
    );
    most = Math.max(most, memoryOf(portal));
    if (rows[0]!.n === '0') break;
    say(`  ${rows[0]!.n} records not yet compared`);
    await pause(5000);
  }
  await client.end();
  return most;
}

/** The station with most children still missing: its officer's pages are the slowest honest ones. Its district, because stations share names. */
async function busiestStation(portal: Portal): Promise<{ office: string; district: string; role: string }> {
  const client = new pg.Client({ connectionString: portal.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string; district: string }>(`select o.name, o.district_code as district
    from record r join office o on o.id = r.office_id where r.kind = 'missing' and r.closed_at is null and o.kind = 'police-station'
    group by o.id order by count(*) desc limit 1`);
  await client.end();
  return { office: rows[0]!.name, district: rows[0]!.district, role: 'investigating-officer' };
}

async function deskPaths(officer: Person): Promise<string[]> {
  const list = await officer.open('/children?kind=missing');
  const record = /href="(\/missing\/MC-[^"]+)"/.exec(list.text)?.[1];
  const matches = await officer.open('/matches');
  const match = /href="(\/matches\/[0-9a-f-]{36})"/.exec(matches.text)?.[1];
  if (!record || !match) throw new Error('the busiest station has no record or no pair to open');
  return ['/', '/children?kind=missing', '/matches', '/search?q=Pooja', record, match];
}

async function pageFigures(portal: Portal): Promise<Figure[]> {
  const officer = personAt('officer', portal.urls.desk);
  await signInAs(officer, await busiestStation(portal));
  const floor = await serverTimes(officer, ['/health'], PAGE_OPENINGS);
  const desk = await serverTimes(officer, await deskPaths(officer), PAGE_OPENINGS);
  const citizen = personAt('citizen', portal.urls.citizen);
  const list = await citizen.open('/missing?state=WB');
  const notice = /href="(\/missing\/[0-9a-z]{26})"/.exec(list.text)?.[1];
  const pages = await serverTimes(
    citizen,
    ['/', '/missing', '/missing?state=WB', '/missing/report', ...(notice ? [notice] : [])],
    PAGE_OPENINGS,
  );
  const peer = { name: 'bare health answer p95', value: Math.round(percentile(floor, 0.95) * 10) / 10 };
  return [
    { ...atMost('desk pages p95', percentile(desk, 0.95), 'ms', desk.length, 100), peer },
    { ...atMost('desk pages p50', percentile(desk, 0.5), 'ms', desk.length, null), peer },
    { ...atMost('citizen pages p95', percentile(pages, 0.95), 'ms', pages.length, 30), peer },
    { ...atMost('citizen pages p50', percentile(pages, 0.5), 'ms', pages.length, null), peer },
    atMost('citizen first load', (await firstLoad(portal.urls.citizen)) / 1024, 'KB', 1, 50),
    atMost('desk first load', (await firstLoad(`${portal.urls.desk}/`, officer.cookie())) / 1024, 'KB', 1, 150),
  ];
}

/** What a home would write of the children still missing at the officer's station: so that each new record has someone to meet. */
async function toldAbout(portal: Portal, references: string[]): Promise<Map<string, Spoken>> {
  const client = new pg.Client({ connectionString: portal.adminUrl });
  await client.connect();
  const { rows } = await client.query<{
    reference: string;
    child: string;
    father: string | null;
    sex: string | null;
    low: number | null;
    high: number | null;
  }>(
    `select r.reference, d.sex, d.age_low_months / 12 as low, d.age_high_months / 12 as high,
      (select text from given_name g where g.record_id = r.id and bearer = 'child' order by ordinal limit 1) as child,
      (select text from given_name g where g.record_id = r.id and bearer = 'father' order by ordinal limit 1) as father
     from record r join description d on d.record_id = r.id where r.reference = any ($1)`,
    [references],
  );
  await client.end();
  const spoken = (row: (typeof rows)[number]): Spoken => ({
    childName: row.child,
    ...(row.father ? { fatherName: row.father } : {}),
    sex: row.sex ?? 'unknown',
    ...(row.low !== null && row.high !== null
      ? { ageFrom: String(Math.min(17, row.low)), ageTo: String(Math.min(17, row.high)), ageBasis: 'apparent' }
      : {}),
  });
  return new Map(rows.filter((row) => row.child).map((row) => [row.reference, spoken(row)]));
}

/** From the answer to "save" until the candidate stands on the other officer's page. */
async function candidateFigures(portal: Portal): Promise<Figure[]> {
  const home = personAt('home', portal.urls.desk);
  await signInAs(home, { office: 'Thanal', role: 'home-superintendent' });
  const officer = personAt('officer', portal.urls.desk);
  await signInAs(officer, await busiestStation(portal));
  const list = await officer.open('/children?kind=missing');
  const references = [...new Set([...list.text.matchAll(/href="\/missing\/(MC-[^"?]+)/g)].map(([, reference]) => reference!))].slice(
    0,
    REPORTS,
  );
  const times: number[] = [];
  for (const [reference, told] of await toldAbout(portal, references)) {
    const found = await registerFound(home, { ...told, foundOn: dayOf(systemClock()), foundAt: '00:02' });
    const saved = performance.now();
    const page = await officer.until(`/missing/${reference}`, ({ text }) => text.includes(found.reference), 10);
    times.push(page.text.includes(found.reference) ? performance.now() - saved : 10_000);
  }
  return [
    atMost('saved report to candidate on the other officer’s page, p95', percentile(times, 0.95), 'ms', times.length, 2000),
    atMost('the same, p50', percentile(times, 0.5), 'ms', times.length, null),
  ];
}

async function main(): Promise<void> {
  const rows: Figure[] = [];
  const first = await startPortal({ children, keepData: true, quiet: true });
  rows.push(atMost(`first start with ${children} children`, first.milliseconds / 1000, 's', 1, 120));
  say('waiting until every seeded record was compared once');
  rows.push(atMost('memory of the four doors while records are compared', await caughtUp(first), 'MB', 1, 600));
  await first.stop();
  const portal = await startPortal({ children, dataDirectory: first.dataDirectory, quiet: true });
  rows.push(atMost('second start', portal.milliseconds / 1000, 's', 1, 10));
  try {
    rows.push(...(await pageFigures(portal)), ...(await candidateFigures(portal)));
    rows.push(atMost('memory of the four doors', memoryOf(portal), 'MB', 1, 600));
  } finally {
    await portal.stop();
  }
  printFigures(rows, options.json);
}

await main();
