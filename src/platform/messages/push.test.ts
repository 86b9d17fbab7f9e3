// Web push to a service on loopback: only the browser reads it, what each answer means, and that the way to loopback is for tests alone.
import { generateVAPIDKeys } from 'web-push';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, type PushService, browserAt, claimsIn, startPushService } from '../../../tests/push/service.ts';
import type { WrittenMessage } from './message.ts';
import { type PushDevice, type PushReach, pushCarrier } from './push.ts';

const keys = generateVAPIDKeys();
const subject = 'mailto:portal@vatsalya.example';
const forTests: PushReach = { loopback: true, production: false };
const message: WrittenMessage = {
  id: '01234567-89ab-7def-8123-456789abcdef',
  channel: 'push',
  to: 'the device',
  template: 'nodalAlert',
  facts: { reference: 'MC-BR-2026-000123-K', office: 'PS Bantra', link: 'https://desk.example/alerts' },
  locale: 'hi',
  subject: 'नई सूचना',
  text: 'वात्सल्य: PS Bantra से नई सूचना MC-BR-2026-000123-K।',
  urgency: 'alarm',
};

let service: PushService;
let browser: Browser;
let forgotten: string[];
beforeAll(async () => {
  service = await startPushService();
  browser = browserAt(`${service.origin}/push/abc`);
});
afterAll(() => service?.stop());
beforeEach(() => {
  service.pushed.length = 0;
  service.answer(201);
  forgotten = [];
});

function carrier(device: PushDevice | undefined = browser.device, reach: PushReach | undefined = forTests) {
  const deviceOf = async () => device;
  return pushCarrier({ keys, subject, deviceOf, forget: async (id) => void forgotten.push(id) }, reach);
}

test('the browser alone reads what is shown; the service learns how urgent it is and who sends', async () => {
  expect(await carrier().send(message)).toEqual({ outcome: 'accepted' });
  const [{ path, headers, body }] = service.pushed as [(typeof service.pushed)[number]];
  expect(browser.open(body)).toEqual({
    id: message.id,
    title: 'नई सूचना',
    text: message.text,
    open: 'https://desk.example/alerts',
    alarm: true,
  });
  expect(() => browserAt(service.origin).open(body)).toThrow(); // control: another browser reads nothing
  expect([path, headers['content-encoding'], headers['ttl'], headers['urgency']]).toEqual(['/push/abc', 'aes128gcm', '86400', 'high']);
  expect(headers['topic']).toMatch(/^[\w-]{22}$/);
  expect(claimsIn(headers.authorization!, keys.publicKey)).toMatchObject({ aud: service.origin, sub: subject });
  expect(claimsIn(headers.authorization!, generateVAPIDKeys().publicKey)).toBe(null);
});

test('the same message has the same topic at each try, so a service replaces the copy that waits', async () => {
  await carrier().send(message);
  await carrier().send(message);
  await carrier().send({ ...message, id: '01234567-89ab-7def-8123-456789abcdee', urgency: 'ordinary' });
  const [first, again, other] = service.pushed.map(({ headers }) => headers);
  expect(again!['topic']).toBe(first!['topic']);
  expect(other!['topic']).not.toBe(first!['topic']);
  expect(other!['urgency']).toBe('normal');
});

test.each([
  [200, { outcome: 'accepted' }, false],
  [302, { outcome: 'tryAgain', because: 'push-302' }, false],
  [400, { outcome: 'rejected', because: 'push-400', refused: 'request' }, false],
  [403, { outcome: 'tryAgain', because: 'push-403' }, false],
  [404, { outcome: 'rejected', because: 'push-404', refused: 'receiver' }, true],
  [410, { outcome: 'rejected', because: 'push-410', refused: 'receiver' }, true],
  [413, { outcome: 'rejected', because: 'push-413', refused: 'request' }, false],
  [429, { outcome: 'later', because: 'push-429' }, false],
  [500, { outcome: 'tryAgain', because: 'push-500' }, false],
] as const)('%s', async (status, delivery, gone) => {
  service.answer(status);
  expect(await carrier().send(message)).toEqual(delivery);
  expect(forgotten).toEqual(gone ? ['the device'] : []);
  expect(service.pushed.map(({ path }) => path)).toEqual(['/push/abc']); // a redirect is not followed
});

test('a device that was turned off, and a service that is not there', async () => {
  const none = pushCarrier({ keys, subject, deviceOf: async () => undefined, forget: async () => {} }, forTests);
  expect(await none.send(message)).toEqual({ outcome: 'rejected', because: 'device-off', refused: 'receiver' });
  const nobody = { ...browser.device, endpoint: 'http://127.0.0.1:1/' };
  expect((await carrier(nobody).send(message)).outcome).toBe('tryAgain');
});

test('without the tests’ way nothing on loopback or over http is asked; in production there is no such way', async () => {
  for (const endpoint of [browser.device.endpoint, browser.device.endpoint.replace('http:', 'https:')]) {
    const delivery = await pushCarrier({
      keys,
      subject,
      deviceOf: async () => ({ ...browser.device, endpoint }),
      forget: async () => {},
    }).send(message);
    expect(delivery).toEqual({ outcome: 'rejected', because: 'push-address', refused: 'receiver' });
  }
  expect(service.pushed).toEqual([]);
  expect(() => carrier(browser.device, { loopback: true, production: true })).toThrow();
  expect((await carrier({ ...browser.device, endpoint: 'http://push.example/' }).send(message)).outcome).toBe('rejected');
});
