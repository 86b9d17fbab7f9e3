// The pages of care as their officers open them, over HTTP at the desk door: how long each takes, and what it costs the portal's processor and the database's.
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { type Figure, atMost, observed, percentile } from '../../scripts/figures.ts';
import { signInAs } from '../../scripts/story/desk.ts';
import { type Person, personAt } from '../../scripts/story/person.ts';
import { workedBy, workedByServer } from '../worked.ts';
import { type Nation, askedDistrict } from './nation.ts';

/** Each opening is of the next of so many children, so that none is read from yesterday's pages alone. */
const ROUNDS = 60;
const WARM_UP = 20;
const goals = { file: 150, list: 100, print: 1_000 } as const;

type Child = { reference: string; order: string; report: string };
type Asked = { what: string; by: Person; goal: number | null; paths: readonly string[]; holds: RegExp | '%PDF' };

/** Children with everything in the file, of the asked district: their Committee, their protection unit, and those of one home. */
async function childrenOf(
  client: pg.Client,
  district: string,
): Promise<{ all: Child[]; home: { id: string; name: string; children: Child[] } }> {
  const { rows } = await client.query<Child & { homeId: string; homeName: string }>(
    `select r.reference, (select o.id from committee_order o where o.record_id = r.id and o.made_at is not null order by o.made_at limit 1) as order, f.id as report,
       h.id as "homeId", h.name as "homeName"
     from record r join social_report f on f.record_id = r.id join office h on h.id = r.office_id
     where r.district_code = $1 and f.submitted_at is not null and exists (select from care_progress g where g.record_id = r.id) order by r.id`,
    [district],
  );
  const { homeId: id, homeName: name } = rows[0]!;
  return { all: rows, home: { id, name, children: rows.filter(({ homeId }) => homeId === id) } };
}

async function measured(nation: Nation, { what, by, goal, paths, holds }: Asked): Promise<Figure[]> {
  let right = true;
  const took: number[] = [];
  let [portal, database] = [0, 0];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    if (round === 0) [portal, database] = [workedBy(nation.desk.pid), workedByServer(nation.serverDirectory)];
    const page = await by.open(paths[(round + WARM_UP) % paths.length]!);
    right &&= page.status === 200 && (holds === '%PDF' ? page.text.startsWith('%PDF') : holds.test(page.text));
    if (!right) throw new Error(`${what}: ${page.url} answered ${page.status} ${page.text.slice(0, 300)}`);
    if (round >= 0) took.push(page.milliseconds);
  }
  portal = (workedBy(nation.desk.pid) - portal) / ROUNDS;
  database = (workedByServer(nation.serverDirectory) - database) / ROUNDS;
  return [
    atMost(`care: ${what}, p95`, percentile(took, 0.95), 'ms', ROUNDS, goal),
    atMost(`care: ${what}, p50`, percentile(took, 0.5), 'ms', ROUNDS, null),
    atMost(`care: ${what}, processor of the portal`, portal, 'ms', ROUNDS, null),
    atMost(`care: ${what}, processor of the database`, database, 'ms', ROUNDS, null),
  ];
}

async function officer(nation: Nation, role: string, office: string, district: string): Promise<Person> {
  const person = personAt(role, nation.desk.url);
  await signInAs(person, { office, role, district });
  return person;
}

async function toAsk(nation: Nation): Promise<Asked[]> {
  const { code } = (await nation.client.query<{ code: string }>(askedDistrict)).rows[0]!;
  const { all, home } = await childrenOf(nation.client, code);
  const committee = (
    await nation.client.query<{ name: string; sitting: string }>(
      `select o.name, s.id as sitting from office o join committee_sitting s on s.cwc_id = o.id
        where o.kind = 'cwc' and o.district_code = $1 and s.sits_on = (now() at time zone 'Asia/Kolkata')::date order by o.code limit 1`,
      [code],
    )
  ).rows[0]!;
  const member = await officer(nation, 'cwc-member', committee.name, code);
  const unit = await officer(nation, 'child-protection-officer', 'Protection', code);
  const keeper = await officer(nation, 'home-superintendent', home.name, code);
  const month = new Date().toISOString().slice(0, 7);
  const of = (children: readonly Child[], path: (child: Child) => string): string[] => children.map(path);
  const file = ({ reference }: Child): string => `/found/${reference}`;
  return [
    { what: 'a child’s page, Committee', by: member, goal: goals.file, paths: of(all, (one) => `${file(one)}?purpose=inquiry`), holds: /FC-/ },
    { what: 'a child’s page, home', by: keeper, goal: goals.file, paths: of(home.children, file), holds: /FC-/ },
    { what: 'a child’s page, protection unit', by: unit, goal: goals.file, paths: of(all, (one) => `${file(one)}?purpose=supervision`), holds: /FC-/ },
    { what: 'the Committee’s file of a child', by: member, goal: goals.file, paths: of(all, ({ reference }) => `/cwc/${reference}/file`), holds: /FC-/ },
    { what: 'the cause list', by: member, goal: goals.list, paths: ['/cwc'], holds: /FC-/ },
    { what: 'the cause list of a sitting', by: member, goal: goals.list, paths: [`/cwc/sittings/${committee.sitting}`], holds: /FC-/ },
    { what: 'the Committee’s calendar', by: member, goal: goals.list, paths: ['/cwc/sittings'], holds: /sittings/ },
    { what: 'the protection unit’s list', by: unit, goal: goals.list, paths: ['/cwc'], holds: /FC-/ },
    { what: 'the home’s records', by: keeper, goal: goals.file, paths: ['/children?kind=found'], holds: /FC-/ },
    { what: 'the home tonight', by: keeper, goal: goals.file, paths: ['/tonight'], holds: /FC-/ },
    { what: 'the home’s sheet of a month', by: keeper, goal: goals.file, paths: [`/homes/${home.id}/attendance?month=${month}`], holds: /FC-/ },
    { what: 'the care plan', by: keeper, goal: goals.file, paths: of(home.children, (one) => `${file(one)}/plan`), holds: /aunt who sings/ },
    { what: 'the care plan’s progress', by: keeper, goal: goals.file, paths: of(home.children, (one) => `${file(one)}/plan/progress`), holds: /aunt who sings/ },
    { what: 'an order printed', by: member, goal: goals.print, paths: of(all, ({ reference, order }) => `/cwc/${reference}/orders/${order}/order.pdf`), holds: '%PDF' },
    { what: 'Form 26 printed', by: member, goal: goals.print, paths: of(all, ({ reference }) => `/cwc/${reference}/form-26.pdf`), holds: '%PDF' },
    { what: 'Form 22 printed', by: member, goal: goals.print, paths: of(all, ({ reference, report }) => `/cwc/${reference}/reports/${report}/form-22.pdf`), holds: '%PDF' },
    { what: 'the care plan printed', by: keeper, goal: goals.print, paths: of(home.children, (one) => `${file(one)}/form-7.pdf`), holds: '%PDF' },
  ]; // prettier-ignore
}

/** What a connection of the desk holds for itself once it has planned all of this, in megabytes: the most of any. */
async function connectionMemory(client: pg.Client): Promise<Figure> {
  const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity where usename = 'vatsalya_desk'`);
  const held = rows.map(({ pid }) => Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  return atMost('care: memory of a connection of the desk', Math.max(...held), 'MB', held.length, null);
}

/** `only`: pages whose name holds these words. */
export async function pageFigures(nation: Nation, only: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const asked of await toAsk(nation)) if (asked.what.includes(only)) figures.push(...(await measured(nation, asked)));
  const { rows } = await nation.client.query<{ today: number }>(
    `select count(*)::int as today from hearing h join office o on o.id = h.cwc_id where o.district_code = (${askedDistrict})
       and h.next_on = (now() at time zone 'Asia/Kolkata')::date`,
  );
  figures.push(await connectionMemory(nation.client));
  return [...figures, observed(`care: of ${rows[0]!.today} children on the day’s list`, rows[0]!.today > 0)];
}
