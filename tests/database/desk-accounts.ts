// A desk door over a database of its own, with a clock to turn and officers to make: for tests of signing in.
import { type Kysely, sql } from 'kysely';
import { type OfficerId, newId } from '../../src/kernel/ids.ts';
import { type Instant, instantFrom } from '../../src/kernel/time.ts';
import { type Context, type Tools, inContext } from '../../src/platform/context.ts';
import { hashPassword, seal, unseal } from '../../src/platform/credentials/index.ts';
import { kyselyOver, openPool } from '../../src/platform/database/index.ts';
import { may } from '../../src/modules/officers/index.ts';
import { createTestDatabase } from './test-database.ts';

/** 13:30 in India. */
export const start = instantFrom('2026-11-24T08:00:00.000Z');
export const correctPassword = 'correct horse battery';

export type Account = { id: OfficerId; email: string; postingId: string };
export type DeskAccounts = {
  /** Owns everything and passes row security. */
  owner: Kysely<Record<never, never>>;
  tools: Tools;
  clock: { now: Instant };
  /** One request of somebody not signed in. */
  within<T>(work: (context: Context) => Promise<T>): Promise<T>;
  office(kind: string): Promise<string>;
  /** Posts an officer to a new office of the kind; returns the posting. */
  post(officerId: OfficerId, kind: string, role: string, from?: string, to?: string | null): Promise<string>;
  /** Without a password and without a posting. */
  bareOfficer(): Promise<OfficerId>;
  /** An investigating officer of a station of their own, with `correctPassword`. */
  officer(): Promise<Account>;
  stop(): Promise<void>;
};

function toolsOver(db: Tools['db'], clock: { now: Instant }): Tools {
  const binding = { secret: 'a secret only for this test, long enough', purpose: 'field', boundTo: '' };
  return {
    db,
    door: 'desk',
    clock: () => clock.now,
    projections: [],
    may,
    whoMay: () => [],
    secret: binding.secret,
    keyedHash: (text) => text,
    seal: (text) => Buffer.from(seal(binding, text)),
    unseal: (sealed) => unseal(binding, sealed.toString()),
    photographDirectory: '',
    demo: true,
  };
}

/** Call `stop` in `afterAll`. One State, West Bengal, with one district, WB-HWH. */
export async function startDeskAccounts(): Promise<DeskAccounts> {
  const database = await createTestDatabase();
  const [admin, desk] = [database.adminUrl, database.urls.desk].map((url) => openPool({ url, size: 4, applicationName: 'test' }));
  const owner = kyselyOver(admin!);
  const clock = { now: start };
  const tools = toolsOver(kyselyOver(desk!), clock);
  const asking = {
    actor: { kind: 'citizen', reporterKey: null } as const,
    requestId: 'r',
    ground: { name: 'signIn.test', purpose: 'sign-in' },
  };
  await sql`insert into state (code, lgd_code, name, languages) values ('WB', 19, 'West Bengal', '{bn}')`.execute(owner);
  await sql`insert into district (code, state_code, name, latitude, longitude) values ('WB-HWH', 'WB', 'Howrah', 22.6, 88.3)`.execute(
    owner,
  );
  const bareOfficer = async (): Promise<OfficerId> => {
    const id = newId<'officer'>();
    await sql`insert into officer (id, name, email) values (${id}, 'Rina Das', ${`${id}@police.example`})`.execute(owner);
    return id;
  };
  const office = async (kind: string): Promise<string> => {
    const id = newId<'office'>();
    await sql`insert into office (id, kind, code, name, district_code, state_code, opened_on)
      values (${id}, ${kind}, ${id}, ${`Invented ${kind}`}, 'WB-HWH', 'WB', '2020-01-01')`.execute(owner);
    return id;
  };
  const post: DeskAccounts['post'] = async (officerId, kind, role, from = '2026-01-01', to = null) => {
    const id = newId<'posting'>();
    await sql`insert into posting (id, officer_id, office_id, role, from_on, to_on)
      values (${id}, ${officerId}, ${await office(kind)}, ${role}, ${from}, ${to})`.execute(owner);
    return id;
  };
  return {
    owner,
    tools,
    clock,
    office,
    post,
    bareOfficer,
    within: (work) => inContext(tools, asking, work),
    async officer() {
      const id = await bareOfficer();
      await sql`update officer set password_hash = ${await hashPassword(correctPassword)} where id = ${id}`.execute(owner);
      return { id, email: `${id}@police.example`, postingId: await post(id, 'police-station', 'investigating-officer') };
    },
    async stop() {
      await Promise.all([admin!.end(), desk!.end()]);
      await database.drop();
    },
  };
}
