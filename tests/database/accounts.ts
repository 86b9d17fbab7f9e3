// Officers who can sign in, made in a State of their own beside the nation: for tests of signing in.
import { sql } from 'kysely';
import { type OfficerId, newId } from '../../src/kernel/ids.ts';
import { type Context, inContext } from '../../src/platform/context.ts';
import { hashPassword } from '../../src/platform/credentials/index.ts';
import { type Nation, anyone } from './tools.ts';

export const correctPassword = 'correct horse battery';

export type Account = { id: OfficerId; email: string; postingId: string };
export type Accounts = {
  /** One request at the desk door of somebody not signed in. */
  within<T>(work: (context: Context) => Promise<T>): Promise<T>;
  office(kind: string): Promise<string>;
  /** Posts an officer to a new office of the kind; returns the posting. */
  post(officerId: OfficerId, kind: string, role: string, from?: string, to?: string | null): Promise<string>;
  /** Without a password and without a posting. */
  bareOfficer(): Promise<OfficerId>;
  /** An investigating officer of a station of their own, with `correctPassword`. */
  officer(): Promise<Account>;
};

/** West Bengal with one district, WB-HWH, and no office but those asked for. */
export async function openAccounts(nation: Nation): Promise<Accounts> {
  const { admin } = nation;
  await sql`insert into state (code, lgd_code, name, languages) values ('WB', 19, 'West Bengal', '{bn}')`.execute(admin);
  await sql`insert into district (code, state_code, name, latitude, longitude) values ('WB-HWH', 'WB', 'Howrah', 22.6, 88.3)`.execute(
    admin,
  );
  const asking = { actor: anyone, requestId: 'r', ground: { name: 'signIn.test', purpose: 'sign-in' } };
  const bareOfficer = async (): Promise<OfficerId> => {
    const id = newId<'officer'>();
    await sql`insert into officer (id, name, email) values (${id}, 'Rina Das', ${`${id}@police.example`})`.execute(admin);
    return id;
  };
  const office = async (kind: string): Promise<string> => {
    const id = newId<'office'>();
    await sql`insert into office (id, kind, code, name, district_code, state_code, opened_on)
      values (${id}, ${kind}, ${id}, ${`Invented ${kind}`}, 'WB-HWH', 'WB', '2020-01-01')`.execute(admin);
    return id;
  };
  const post: Accounts['post'] = async (officerId, kind, role, from = '2026-01-01', to = null) => {
    const id = newId<'posting'>();
    await sql`insert into posting (id, officer_id, office_id, role, from_on, to_on)
      values (${id}, ${officerId}, ${await office(kind)}, ${role}, ${from}, ${to})`.execute(admin);
    return id;
  };
  return {
    office,
    post,
    bareOfficer,
    within: (work) => inContext(nation.tools('desk'), asking, work),
    async officer() {
      const id = await bareOfficer();
      await sql`update officer set password_hash = ${await hashPassword(correctPassword)} where id = ${id}`.execute(admin);
      return { id, email: `${id}@police.example`, postingId: await post(id, 'police-station', 'investigating-officer') };
    },
  };
}
