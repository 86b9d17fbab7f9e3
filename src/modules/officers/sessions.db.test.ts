// A desk session's life: what it makes of its officer, when it ends, who can end it.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Accounts, openAccounts } from '../../../tests/database/accounts.ts';
import { type Nation, noon, startNation } from '../../../tests/database/tools.ts';
import type { OfficerId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addHours, addMinutes, instantFrom } from '../../kernel/time.ts';
import { may } from './may.ts';
import { sessionCookieName } from './session.ts';
import { actIn, endSession, identify, revokeSession, sessionsOf } from './sessions.ts';
import { finishSignIn } from './sign-in.ts';

let nation: Nation;
let desk: Accounts;
beforeAll(async () => {
  nation = await startNation();
  desk = await openAccounts(nation);
});
afterAll(() => nation?.stop());
beforeEach(() => {
  nation.clock.now = noon;
});

async function signedIn(officerId: OfficerId, cookies: Record<string, string> = {}): Promise<Record<string, string>> {
  const answer = await desk.within((context) => finishSignIn(context, { officerId, method: 'passkey', cookies }));
  if (isRefusal(answer)) throw new Error(answer.code);
  return { [sessionCookieName]: answer.token };
}

test('makes an actor of its officer, with the reach of the role', async () => {
  const { id, postingId } = await desk.officer();
  expect(await identify(nation.tools('desk'), await signedIn(id))).toMatchObject({
    officerId: id,
    postingId,
    role: 'investigating-officer',
    officeKind: 'police-station',
    districtCode: 'WB-HWH',
    reach: 'office',
  });
});

test('keeps only a hash of its token', async () => {
  const cookies = await signedIn((await desk.officer()).id);
  const { rows } = await sql<{ text: string }>`select session::text as text from session`.execute(nation.admin);
  expect(rows.some(({ text }) => text.includes(cookies[sessionCookieName]!))).toBe(false);
});

test('ends after fifteen minutes without use, and lives on with it', async () => {
  const cookies = await signedIn((await desk.officer()).id);
  for (const minutes of [14, 28]) {
    nation.clock.now = addMinutes(noon, minutes);
    expect(await identify(nation.tools('desk'), cookies)).not.toBeNull();
  }
  nation.clock.now = addMinutes(noon, 43);
  expect(await identify(nation.tools('desk'), cookies)).toBeNull();
});

test('is noted as seen at most once a minute', async () => {
  const { id } = await desk.officer();
  const cookies = await signedIn(id);
  const seen = async () => (await desk.within((context) => sessionsOf(context, id, cookies)))[0]!.lastSeenAt;
  nation.clock.now = instantFrom('2026-11-24T06:30:59.000Z');
  await identify(nation.tools('desk'), cookies);
  expect(await seen()).toBe(noon);
  nation.clock.now = addMinutes(noon, 1);
  await identify(nation.tools('desk'), cookies);
  expect(await seen()).toBe(nation.clock.now);
});

test('ends after eight hours however busy, or sooner where the installation says so', async () => {
  const cookies = await signedIn((await desk.officer()).id);
  const end = addHours(noon, 8);
  for (nation.clock.now = noon; nation.clock.now < end; nation.clock.now = addMinutes(nation.clock.now, 10)) {
    expect(await identify(nation.tools('desk'), cookies)).not.toBeNull();
  }
  expect(await identify(nation.tools('desk'), cookies)).toBeNull();
  nation.clock.now = addMinutes(end, -10);
  expect(await identify(nation.tools('desk'), cookies, { idleMinutes: 15, hours: 7 })).toBeNull();
  expect(await identify(nation.tools('desk'), cookies, { idleMinutes: 15, hours: 24 })).not.toBeNull();
});

test('ends at once when signed out, revoked, or the account is closed', async () => {
  const { id } = await desk.officer();
  const [one, other, third] = [await signedIn(id), await signedIn(id), await signedIn(id)];
  await desk.within((context) => endSession(context, one));
  const list = await desk.within((context) => sessionsOf(context, id, third));
  expect(list.map(({ isThis }) => isThis).toSorted()).toEqual([false, true]);
  await desk.within((context) => revokeSession(context, id, list.find(({ isThis }) => !isThis)!.id));
  expect([await identify(nation.tools('desk'), one), await identify(nation.tools('desk'), other)]).toEqual([null, null]);
  expect(await identify(nation.tools('desk'), third)).not.toBeNull();
  await sql`update officer set closed_at = ${noon} where id = ${id}`.execute(nation.admin);
  expect(await identify(nation.tools('desk'), third)).toBeNull();
});

test('ends when the same browser signs in again', async () => {
  const { id } = await desk.officer();
  const before = await signedIn(id);
  const after = await signedIn(id, before);
  expect(await identify(nation.tools('desk'), before)).toBeNull();
  expect(await identify(nation.tools('desk'), after)).not.toBeNull();
});

test('cannot be revoked by another officer', async () => {
  const [{ id }, stranger] = [await desk.officer(), await desk.officer()];
  const cookies = await signedIn(id);
  const [session] = await desk.within((context) => sessionsOf(context, id, cookies));
  await desk.within((context) => revokeSession(context, stranger.id, session!.id));
  expect(await identify(nation.tools('desk'), cookies)).not.toBeNull();
});

test('ends with its posting, counted in days of India, and never acts in somebody else’s', async () => {
  const [{ id, postingId }, foreign] = [await desk.officer(), await desk.officer()];
  const cookies = await signedIn(id);
  await desk.within((context) => actIn(context, cookies, foreign.postingId));
  expect(await identify(nation.tools('desk'), cookies)).toBeNull();
  await desk.within((context) => actIn(context, cookies, postingId));
  await sql`update posting set to_on = '2026-11-24' where id = ${postingId}`.execute(nation.admin);
  nation.clock.now = instantFrom('2026-11-24T18:29:00.000Z'); // 23:59 in India
  const late = await signedIn(id);
  expect(await identify(nation.tools('desk'), late)).not.toBeNull();
  nation.clock.now = instantFrom('2026-11-24T18:30:00.000Z');
  expect(await identify(nation.tools('desk'), late)).toBeNull();
});

test('a role held in the wrong kind of office reaches nothing and may nothing', async () => {
  const id = await desk.bareOfficer();
  await desk.post(id, 'children-home', 'national-nodal-officer');
  const actor = await identify(nation.tools('desk'), await signedIn(id));
  expect(actor?.reach).toBe('none');
  expect(may(actor!, 'alert.read')).toBe(false);
});

test('an officer without a posting today is refused', async () => {
  const id = await desk.bareOfficer();
  await desk.post(id, 'cwc', 'cwc-member', '2025-01-01', '2025-12-31');
  const answer = await desk.within((context) => finishSignIn(context, { officerId: id, method: 'passkey', cookies: {} }));
  expect(answer).toMatchObject({ code: 'officers.error.noPosting' });
});

test('signing in is written to the audit log in the officer’s name', async () => {
  const { id } = await desk.officer();
  await signedIn(id);
  const { rows } = await sql<{ action: string; role: string }>`select action, role from audit_entry where officer_id = ${id}`.execute(
    nation.admin,
  );
  expect(rows).toEqual([{ action: 'sign-in', role: 'investigating-officer' }]);
});
