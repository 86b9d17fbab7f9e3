// Two invented districts in two States with their offices and one officer each: the smallest nation in which a child can be lost here and found there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { type Day, type Instant, fromMilliseconds, instantAt, milliseconds } from '../../src/kernel/time.ts';
import {
  type Actor,
  type Context,
  type Door,
  type OfficerActor,
  type Tools,
  inContext,
  inContextUnless,
} from '../../src/platform/context.ts';
import { type Pool, kyselyOver, openPool } from '../../src/platform/database/index.ts';
import { projectFoundChild } from '../../src/modules/found-children/index.ts';
import { projectMissingReport } from '../../src/modules/missing-reports/index.ts';
import { projectObligations } from '../../src/modules/obligations/index.ts';
import { may, reachOf } from '../../src/modules/officers/index.ts';
import { projectSighting } from '../../src/modules/sightings/index.ts';
import { type TestDatabase, createTestDatabase } from './test-database.ts';

/** Name of the desk → kind of office, district, role of its officer. */
const desks = {
  sonepur: ['police-station', 'BR1', 'investigating-officer'],
  sonepurNodal: ['district-nodal', 'BR1', 'district-nodal-officer'],
  sonepurUnit: ['juvenile-police-unit', 'BR1', 'juvenile-police-head'],
  sonepurCommittee: ['cwc', 'BR1', 'cwc-chairperson'],
  kozhikode: ['police-station', 'KL1', 'investigating-officer'],
  kozhikodeHome: ['children-home', 'KL1', 'home-superintendent'],
  kozhikodeCommittee: ['cwc', 'KL1', 'cwc-chairperson'],
  elsewhere: ['police-station', 'KL2', 'investigating-officer'],
  nation: ['national-nodal', null, 'national-nodal-officer'],
  audit: ['audit', null, 'auditor'],
} as const;
export type Desk = keyof typeof desks;

export type Nation = {
  officers: Record<Desk, OfficerActor>;
  tools: Record<'desk' | 'worker' | 'citizen', Tools>;
  /** The clock every door of this nation reads. */
  clock: { now: Instant };
  /** At the officer's desk; a refusal leaves nothing stored. */
  as<T>(officer: Desk, work: (context: Context) => Promise<T>, purpose?: string): Promise<T>;
  work<T>(work: (context: Context) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
};

function actorAt(name: Desk): OfficerActor {
  const [officeKind, districtCode, role] = desks[name];
  const stateCode = districtCode?.slice(0, 2) ?? null;
  const ids = { officerId: newId<'officer'>(), officeId: newId<'office'>(), postingId: newId() };
  return { kind: 'officer', ...ids, name, role, officeName: name, officeKind, districtCode, stateCode, reach: reachOf(role) };
}

async function settle(database: TestDatabase, officers: Nation['officers'], pools: Pool[]): Promise<void> {
  const admin = openPool({ url: database.adminUrl, size: 1, applicationName: 'test' });
  pools.push(admin);
  const db = kyselyOver(admin);
  await sql`insert into state values ('BR', 10, 'Bihar', null, '{hi}'), ('KL', 32, 'Kerala', null, '{ml}')`.execute(db);
  await sql`insert into district values ('BR1', 'BR', 'Saran', null, 25.7, 84.7), ('KL1', 'KL', 'Kozhikode', null, 11.3, 75.8),
    ('KL2', 'KL', 'Kannur', null, 11.9, 75.4)`.execute(db);
  for (const officer of Object.values(officers)) {
    await sql`insert into office (id, kind, code, name, district_code, state_code, opened_on) values (${officer.officeId}, ${officer.officeKind},
      ${officer.name}, ${officer.name}, ${officer.districtCode}, ${officer.stateCode}, '2020-01-01')`.execute(db);
    await sql`insert into officer (id, name, email) values (${officer.officerId}, ${officer.name}, ${`${officer.name}@example.in`})`.execute(
      db,
    );
  }
}

/** Call `stop` in `afterAll`. The clock starts on 20 Nov 2026, 12:00. */
export async function startNation(): Promise<Nation> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-photographs-'));
  const pools: Pool[] = [];
  const clock = { now: instantAt('2026-11-20' as Day, '12:00') };
  const officers = Object.fromEntries((Object.keys(desks) as Desk[]).map((name) => [name, actorAt(name)])) as Nation['officers'];
  await settle(database, officers, pools);
  const toolsOf = (door: Exclude<Door, 'exchange'>): Tools => {
    const pool = openPool({ url: database.urls[door], size: 3, applicationName: 'test' });
    pools.push(pool);
    return {
      db: kyselyOver(pool),
      door,
      clock: () => clock.now,
      projections: [projectMissingReport, projectFoundChild, projectSighting, projectObligations],
      may,
      whoMay: () => [],
      secret: 'a secret of this test',
      keyedHash: (text) => `key:${text}`,
      seal: (text) => Buffer.from(text),
      unseal: (sealed) => sealed.toString(),
      photographDirectory: folder,
      demo: true,
    };
  };
  const tools = { desk: toolsOf('desk'), worker: toolsOf('worker'), citizen: toolsOf('citizen') };
  const asking = (actor: Actor, purpose: string) => {
    clock.now = fromMilliseconds(milliseconds(clock.now) + 1000); // no two people act at the same moment
    return { actor, requestId: newId(), ground: { name: 'test', purpose } };
  };
  return {
    officers,
    tools,
    clock,
    as: (officer, work, purpose = 'identification') =>
      inContextUnless(
        tools.desk,
        asking(officers[officer], purpose),
        (answer) => isRefusal(answer) || (Array.isArray(answer) && answer.some(isRefusal)),
        work,
      ),
    work: (work) => inContext(tools.worker, asking({ kind: 'system', name: 'test' }, 'duty'), work),
    async stop() {
      for (const pool of pools) await pool.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
