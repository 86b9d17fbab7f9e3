// Signing in against a real database as the desk door: locking, one-time codes, the demonstration, and which office serves a place.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Accounts, correctPassword, openAccounts } from '../../../tests/database/accounts.ts';
import { type Nation, noon, startNation } from '../../../tests/database/tools.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addMinutes } from '../../kernel/time.ts';
import { fromBase32 } from '../../platform/credentials/index.ts';
import { totpCode, totpStep } from '../../platform/credentials/totp.ts';
import { translatorFor } from '../../platform/i18n/index.ts';
import type { FormRoute, RequestContext } from '../../web/route.ts';
import { readAccount, useCode } from './account-store.ts';
import { signInAsDemoOfficer } from './demo.ts';
import { deskRoutes } from './desk.ts';
import { findDemoOfficers } from './directory-store.ts';
import { type SignInMethod, sessionCookieName } from './session.ts';
import { identify } from './sessions.ts';
import { codeStep, finishSignIn, tryCode, tryPassword } from './sign-in.ts';
import { officeForPlace, responsibleOffices } from './store.ts';

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

const password = (email: string, typed: string) => desk.within((context) => tryPassword(context, { email, password: typed }));
const code = (token: string, typed: string) => desk.within((context) => tryCode(context, token, typed));

/** An officer whose authenticator app has the secret, with a step that waits for the first code. */
async function enrolled() {
  const account = await desk.officer();
  const token = (await password(account.email.toUpperCase(), correctPassword))!;
  const step = await desk.within((context) => codeStep(context, token));
  const key = fromBase32(step!.enrolment!.secret)!;
  return { ...account, token, app: () => totpCode(key, totpStep(nation.clock.now)) };
}

describe('password and code', () => {
  test('the first right code enrols the app; the secret is not shown again', async () => {
    const { id, email, token, app } = await enrolled();
    expect(await code(token, app())).toBe(id);
    const again = (await password(email, correctPassword))!;
    expect(await desk.within((context) => codeStep(context, again))).toEqual({ enrolment: null });
  });

  test('a code works once, and so does the step', async () => {
    const { id, email, token, app } = await enrolled();
    expect(await code(token, app())).toBe(id);
    const again = (await password(email, correctPassword))!;
    expect(await code(again, app())).toBeNull();
    nation.clock.now = addMinutes(noon, 1);
    expect(await code(token, app())).toBeNull();
    expect(await code(again, app())).toBe(id);
  });

  test('a code read as unused by two requests at once is used by one', async () => {
    const { id } = await enrolled();
    const account = (await desk.within((context) => readAccount(context, { id })))!; // what both have read
    const use = (step: number) => desk.within((context) => useCode(context, account, 'SECRET', step));
    expect([await use(100), await use(100), await use(99), await use(101)]).toEqual([true, false, false, true]);
  });

  test('a step is forgotten after ten minutes', async () => {
    const { token, app } = await enrolled();
    nation.clock.now = addMinutes(noon, 10);
    expect(await code(token, app())).toBeNull();
  });

  test('ten failures lock for fifteen minutes; a stranger cannot make it longer', async () => {
    const { email } = await desk.officer();
    for (let failure = 0; failure < 9; failure++) await password(email, 'wrong password');
    expect(await password(email, correctPassword)).not.toBeNull();
    expect(await password(email, 'wrong password')).toBeNull();
    expect(await password(email, correctPassword)).toBeNull();
    nation.clock.now = addMinutes(noon, 14);
    for (let failure = 0; failure < 12; failure++) await password(email, 'wrong password');
    expect(await password(email, correctPassword)).toBeNull();
    nation.clock.now = addMinutes(noon, 15);
    expect(await password(email, correctPassword)).not.toBeNull();
  });

  test('a lock made by a stranger keeps nobody from a passkey or the department’s sign-in, and those do not open it', async () => {
    const { id, email } = await desk.officer();
    for (let failure = 0; failure < 10; failure++) await password(email, 'wrong password');
    const finish = (method: SignInMethod) => desk.within((context) => finishSignIn(context, { officerId: id, method, cookies: {} }));
    for (const method of ['passkey', 'sso', 'demo'] as const) expect(isRefusal(await finish(method))).toBe(false);
    expect(await finish('password-totp')).toMatchObject({ code: 'officers.error.locked' });
  });

  test('wrong codes count too, and a locked account takes no code', async () => {
    const { token, app } = await enrolled();
    for (let failure = 0; failure < 10; failure++) expect(await code(token, 'not a code')).toBeNull();
    expect(await code(token, app())).toBeNull();
  });

  test('an unknown account and one without a password are answered alike', async () => {
    expect(await password('nobody@police.example', correctPassword)).toBeNull();
    const { id, email } = await desk.officer();
    await sql`update officer set password_hash = null where id = ${id}`.execute(nation.admin);
    expect(await password(email, correctPassword)).toBeNull();
  });
});

describe('the demonstration', () => {
  const route = deskRoutes({ origin: 'http://localhost:4711' }).find(({ path }) => path === '/sign-in/demo') as FormRoute;
  const view = { t: translatorFor('en'), locale: 'en', demo: true, idempotencyKey: 'key-of-page' } as RequestContext['view'];
  const asked = {
    params: {},
    query: { role: 'cwc-member' },
    cookies: {},
    networkAddress: '',
    bearer: null,
    looked: true,
    values: {},
    errors: {},
  };
  const open = () => desk.within((context) => route.show!({ ...context, view }, asked));
  const signInAs = (postingId: string) => desk.within((context) => signInAsDemoOfficer(context, postingId, {}));
  const whereRealPeopleAre = async <T>(work: () => Promise<T>): Promise<T> => {
    nation.tools('desk').demo = false;
    return work().finally(() => (nation.tools('desk').demo = true));
  };

  test('finds officers by role and signs in as one', async () => {
    const { id } = await desk.officer();
    await desk.post(id, 'cwc', 'cwc-member');
    const search = { role: 'cwc-member', districtCode: 'WB-HWH', text: 'invented c' } as const;
    const offices = await desk.within((context) => findDemoOfficers(context, search));
    const chosen = offices.flatMap(({ officers }) => officers).find((held) => held.officerId === id)!;
    const answer = await signInAs(chosen.postingId);
    if (isRefusal(answer)) throw new Error(answer.code);
    expect(await identify(nation.tools('desk'), { [sessionCookieName]: answer.token })).toMatchObject({
      officerId: id,
      role: 'cwc-member',
    });
  });

  test('does not exist where people are real, and its sessions open nothing there', async () => {
    const { postingId } = await desk.officer();
    expect(await open()).toMatchObject({ kind: 'page' });
    expect(await whereRealPeopleAre(open)).toMatchObject({ code: 'web.error.notFound' });
    expect(await whereRealPeopleAre(() => signInAs(postingId))).toMatchObject({ code: 'web.error.notFound' });
    const cookies = { [sessionCookieName]: ((await signInAs(postingId)) as { token: string }).token };
    expect(await identify(nation.tools('desk'), cookies)).not.toBeNull();
    expect(await whereRealPeopleAre(() => identify(nation.tools('desk'), cookies))).toBeNull();
  });
});

test('the office for a place and for a duty', async () => {
  const [legal, station] = [await desk.office('legal-services'), await desk.office('police-station')];
  expect((await desk.within((context) => officeForPlace(context, 'legal-services', 'WB-HWH')))?.id).toBe(legal);
  expect(await desk.within((context) => officeForPlace(context, 'jjb', 'WB-HWH'))).toBeUndefined();
  const place = { districtCode: 'WB-HWH', stateCode: 'WB', recordOfficeId: station as never };
  const seat = (actor: 'legal-services-authority' | 'investigating-officer') =>
    desk.within((context) => responsibleOffices(context, [place]).then(([officeOf]) => officeOf!(actor)));
  expect((await seat('legal-services-authority')).id).toBe(legal);
  expect((await seat('investigating-officer')).id).toBe(station);
});
