// The gateway on loopback: what it is sent, and what each of its answers means.
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WrittenMessage } from './message.ts';
import { gatewayOverHttp } from './gateway-over-http.ts';

const message: WrittenMessage = {
  id: '01234567-89ab-7def-8123-456789abcdef',
  channel: 'sms',
  to: '+919800000001',
  template: 'oneTimeCode',
  facts: { code: '123456', minutes: 10 },
  locale: 'en',
  subject: null,
  text: '123456 is your code.',
};

let server: Server;
let base: string;
const seen: { path: string; authorization: string | undefined; key: unknown; body: string }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const { authorization, 'idempotency-key': key } = request.headers;
    seen.push({ path, authorization, key, body: await bodyOf(request) });
    const status = Number(path.slice(1));
    if (status === 0) return; // never answers
    response.writeHead(status, status === 302 ? { location: '/200' } : {}).end(status === 200 ? '{"id":"G-77"}' : 'no json');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

function send(path: string) {
  return gatewayOverHttp('sms', { url: base + path, key: 'secret', sender: 'VATSLY', timeoutMilliseconds: 400 }).send(message);
}

test.each([
  ['/200', { outcome: 'accepted' }],
  ['/202', { outcome: 'accepted' }],
  ['/400', { outcome: 'rejected', because: 'http-400', refused: 'request' }],
  ['/410', { outcome: 'rejected', because: 'http-410', refused: 'receiver' }],
  ['/422', { outcome: 'rejected', because: 'http-422', refused: 'receiver' }],
  ['/401', { outcome: 'tryAgain', because: 'http-401' }],
  ['/404', { outcome: 'tryAgain', because: 'http-404' }],
  ['/429', { outcome: 'later', because: 'http-429' }],
  ['/503', { outcome: 'tryAgain', because: 'http-503' }],
  ['/0', { outcome: 'tryAgain', because: 'TimeoutError' }],
])('%s', async (path, delivery) => {
  expect(await send(path)).toEqual(delivery);
});

test('a redirect is not followed', async () => {
  seen.length = 0;
  expect((await send('/302')).outcome).toBe('tryAgain');
  expect(seen.map(({ path }) => path)).toEqual(['/302']);
});

test('the gateway gets the text and the template, not the facts', async () => {
  seen.length = 0;
  await send('/200');
  const { id, to, text, template, locale } = message;
  expect(JSON.parse(seen[0]!.body)).toEqual({ reference: id, to, text, template, locale, sender: 'VATSLY' });
  expect([seen[0]!.authorization, seen[0]!.key]).toEqual(['Bearer secret', id]);
});

test('the same message has the same key at every try', async () => {
  seen.length = 0;
  await send('/503');
  await send('/200');
  expect(seen.map(({ key }) => key)).toEqual([message.id, message.id]);
});

test('nobody listening means try again', async () => {
  const delivery = await gatewayOverHttp('sms', { url: 'http://127.0.0.1:1/', key: '', sender: 'VATSLY' }).send(message);
  expect(delivery.outcome).toBe('tryAgain');
});

test.each(['http://gateway.example/', 'ftp://127.0.0.1/', 'nonsense'])('%s is not an address to send numbers to', (url) => {
  expect(() => gatewayOverHttp('sms', { url, key: '', sender: 'VATSLY' })).toThrow();
});
