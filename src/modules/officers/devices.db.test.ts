// Alerts on a device: an officer turns one's own on and off, no address but a push service's is kept, and a device that is gone is forgotten.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { routesOf } from '../../apps/desk.ts';
import { pushCarrier, pushKeys, pushPublicKey } from '../../platform/messages/index.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { sendWaitingMessages } from '../../../tests/database/send-waiting.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { type PushService, browserAt, startPushService } from '../../../tests/push/service.ts';
import { devicesOf, forgetDevice, readDevice } from './index.ts';

let nation: Nation;
let desk: TestDoor;
let service: PushService;
const officer: Who = 'district-nodal-officer Saran';
const other: Who = 'juvenile-police-head Saran';

beforeAll(async () => {
  nation = await startNation();
  service = await startPushService();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  service?.stop();
  await desk?.close();
  await nation?.stop();
});
beforeEach(async () => {
  await sql`delete from push_device`.execute(nation.admin);
  await sql`delete from message`.execute(nation.admin);
});

const atService = 'https://fcm.googleapis.com/fcm/send/one';
const add = (endpoint = atService, who: Who = officer, more: Record<string, string> = {}) =>
  desk.post('/account/device/add', { ...browserAt(endpoint).device, browser: 'Firefox, Linux', ...more }, who);
const own = (who: Who = officer) => nation.ask(who, (context) => devicesOf(context, nation.officer(who).officerId));

test('turned on, listed, turned off; the address is kept sealed', async () => {
  expect((await add()).location).toContain('/account');
  const [device] = await own();
  expect(device).toMatchObject({ browser: 'Firefox, Linux', locale: 'en' });
  expect((await desk.get('/account', officer)).body).toContain('Firefox, Linux');
  const { rows } = await sql<{ sealed: Buffer }>`select device_sealed as sealed from push_device`.execute(nation.admin);
  expect(rows[0]!.sealed.toString()).not.toContain('fcm');
  expect((await nation.ask(worker, (context) => readDevice(context, device!.id)))?.endpoint).toBe(atService);
  await desk.post('/account/device/remove', { device: device!.id }, officer);
  expect(await own()).toEqual([]);
});

test('signing out ends the device of that browser, and no other', async () => {
  const signedIn = async () => (await desk.post('/sign-in/demo', { postingId: nation.officer(officer).postingId })).cookies;
  const turnOn = async (browser: string, cookies: Record<string, string>) => {
    const { cookies: given } = await desk.post('/account/device/add', { ...browserAt(`${atService}-${browser}`).device, browser }, cookies);
    return { ...cookies, ...given };
  };
  const here = await turnOn('here', await signedIn());
  const there = await turnOn('there', await signedIn());
  const browsers = async () => (await own()).map(({ browser }) => browser).toSorted(); // added at one moment
  await desk.post('/sign-out', {}, await signedIn()); // a third browser, without alerts
  expect(await browsers()).toEqual(['here', 'there']); // control
  const out = await desk.post('/sign-out', {}, here);
  expect(await browsers()).toEqual(['there']);
  expect(out.given.find(({ name }) => name === '__Host-vatsalya-device')).toMatchObject({ value: '', maxAge: 0 });
  // An officer whose session ran out meanwhile leaves it all the same.
  await desk.post('/sign-out', {}, { '__Host-vatsalya-device': there['__Host-vatsalya-device']! });
  expect(await browsers()).toEqual([]);
});

test.each([
  ['a machine of our own network', { endpoint: 'https://10.0.0.5/push' }],
  ['the machine itself', { endpoint: 'http://127.0.0.1:5432/' }],
  ['a stranger’s server', { endpoint: 'https://evil.example/push' }],
  ['a key that is none', { p256dh: 'AAAA' }],
  ['a secret that is too short', { auth: 'AAAA' }],
  ['a name as long as a story', { browser: 'x'.repeat(61) }],
  ['nothing, as without JavaScript', { endpoint: '', p256dh: '', auth: '' }],
])('not kept: %s', async (_what, wrong: Record<string, string>) => {
  expect((await add(atService, officer, wrong)).status).toBe(422);
  expect(await own()).toEqual([]);
});

test('one’s own only: another’s is neither turned off nor tried; a browser belongs to who turned it on last', async () => {
  await add();
  const [device] = await own();
  await desk.post('/account/device/remove', { device: device!.id }, other);
  expect((await desk.post('/account/device/test', { device: device!.id }, other)).status).toBe(404);
  expect((await own()).length).toBe(1);
  await add(atService, other);
  expect([(await own()).length, (await own(other)).length]).toEqual([0, 1]);
});

test('ten devices and no more; one of them again is no further one', async () => {
  for (let n = 0; n < 10; n += 1) await add(`${atService}${n}`);
  expect((await add(`${atService}10`)).status).toBe(409);
  expect((await add(`${atService}9`)).status).toBe(303);
  expect((await own()).length).toBe(10);
});

test('tests are rationed', async () => {
  await add();
  const [device] = await own();
  const statuses = [];
  for (let n = 0; n < 11; n += 1) statuses.push((await desk.post('/account/device/test', { device: device!.id }, officer)).status);
  expect(statuses.slice(0, 10).every((status) => status === 303)).toBe(true);
  expect(statuses[10]).not.toBe(303);
});

/** Sends what waits with the devices as they are kept, each at the tests' service. */
async function send(): Promise<void> {
  const keys = await nation.ask(worker, pushKeys);
  const carrier = pushCarrier(
    {
      keys,
      subject: 'mailto:portal@vatsalya.example',
      async deviceOf(id) {
        const device = await nation.ask(worker, (context) => readDevice(context, id));
        return device && { ...device, endpoint: `${service.origin}${new URL(device.endpoint).pathname}` };
      },
      forget: (id) => nation.ask(worker, (context) => forgetDevice(context, id)),
    },
    { loopback: true, production: false },
  );
  await sendWaitingMessages(nation.tools('worker'), [carrier], (error) => {
    throw error;
  });
}

test('a test reaches the device; a device the service calls gone is forgotten, and one turned off meanwhile gets nothing', async () => {
  nation.clock.later(2);
  await add();
  const [device] = await own();
  await desk.post('/account/device/test', { device: device!.id }, officer);
  await send();
  expect(service.pushed.length).toBe(1);
  await desk.post('/account/device/test', { device: device!.id }, officer);
  await desk.post('/account/device/remove', { device: device!.id }, officer);
  await send();
  expect(service.pushed.length).toBe(1);
  await add();
  const [again] = await own();
  await desk.post('/account/device/test', { device: again!.id }, officer);
  service.answer(410);
  await send();
  expect([service.pushed.length, await own()]).toEqual([2, []]);
});

test('a closed account’s device takes nothing', async () => {
  await add();
  const [device] = await own();
  const { officerId } = nation.officer(officer);
  await sql`update officer set closed_at = ${nation.clock.now} where id = ${officerId}`.execute(nation.admin);
  expect(await nation.ask(worker, (context) => readDevice(context, device!.id))).toBe(undefined);
  await sql`update officer set closed_at = null where id = ${officerId}`.execute(nation.admin);
  expect(await nation.ask(worker, (context) => readDevice(context, device!.id))).toBeDefined(); // control
});

test('the keys are made once, whoever asks; the desk reads the public one and never the other', async () => {
  const [one, two] = await Promise.all([nation.ask(worker, pushKeys), nation.ask(worker, pushKeys)]);
  expect(two).toEqual(one);
  expect(await nation.ask(officer, pushPublicKey)).toBe(one.publicKey);
  await expect(nation.ask(officer, ({ db }) => sql`select private_sealed from push_key`.execute(db))).rejects.toMatchObject({
    code: '42501',
  });
  const { rows } = await sql<{ sealed: Buffer }>`select private_sealed as sealed from push_key`.execute(nation.admin);
  expect(rows[0]!.sealed.toString()).not.toContain(one.privateKey);
});
