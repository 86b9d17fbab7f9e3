// What a node out of its mind, or whoever has its key, may send: nothing of it faults the door, and nothing holds up the good message beside it.
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nation, secret, startNation } from '../../../../tests/database/tools.ts';
import { type Request, delivery, fetching, messageOf, openExchangeDoor, openNodes, send } from '../../../../tests/exchange/node.ts';
import { demoNodeKey } from '../trust/demo-key.ts';

let nation: Nation;
let door: FastifyInstance;
beforeAll(async () => {
  nation = await startNation();
  await openNodes(nation);
  door = await openExchangeDoor(nation);
});
afterAll(async () => {
  await door?.close();
  await nation?.stop();
});

const good = (change: Record<string, unknown> = {}): string => JSON.stringify(messageOf(nation, 'police-BR', change));
/** A name of an item, written as JSON escapes it. */
const withItem = (name: string): string => good().replace('{', `{"${name}": 1,`);

const lines: [string, () => string][] = [
  ['a name with a NUL', () => withItem('a\\u0000b')],
  ['a name of half a character', () => withItem('a\\ud800b')],
  ['a name that is a prototype', () => withItem('__proto__')],
  ['a name that is a constructor', () => withItem('constructor')],
  ['a very long name', () => withItem('x'.repeat(500_000))],
  ['a thousand unknown names', () => good().replace('{', `{${Array.from({ length: 1000 }, (_, at) => `"n${at}": 1`).join(',')},`)],
  ['text of half a character', () => good({ rawNumber: 'x' }).replace('"rawNumber":"x"', '"rawNumber":"\\udc00"')],
  ['a NUL in a text', () => good({ rawNumber: 'x' }).replace('"rawNumber":"x"', '"rawNumber":"\\u0000"')],
  ['a type with a NUL', () => good({ type: 'x' }).replace('"type":"x"', '"type":"\\u0000"')],
  ['a number beyond all', () => good({ sequence: 77 }).replace('"sequence":77', '"sequence":1e999')],
  ['a number with a thousand digits', () => good({ sequence: 77 }).replace('"sequence":77', `"sequence":${'9'.repeat(1000)}`)],
  ['minus nothing', () => good({ sequence: 77 }).replace('"sequence":77', '"sequence":-0')],
  ['a year of the far future', () => good({ sentAt: '9999-12-31T23:59:59.999Z' })],
  ['a moment that there is not', () => good({ sentAt: '2026-02-30T25:61:61Z' })],
  ['a year before all', () => good({ eventAt: '0000-01-01T00:00:00Z' })],
  ['lists in lists', () => '['.repeat(100_000)],
  ['nothing but a text', () => '"x"'],
  ['null', () => 'null'],
  ['a paper that is a list', () => good({ paper: [] })],
  ['a number written in two scripts', () => good({ paper: { kind: 'fir', state: 'BR', district: 'BR-SRN', station: 'PS-BR-SRN-1', year: 2026, number: '४1٣' } })],
  ['a number with a slash of the key', () => good({ paper: { kind: 'fir', state: 'BR', district: 'BR-SRN', station: 'PS-BR-SRN-1', year: 2026, number: '1/fir/2026/2' } })],
  ['a number turned around by marks', () => good({ paper: { kind: 'fir', state: 'BR', district: 'BR-SRN', station: 'PS-BR-SRN-1', year: 2026, number: '12\\u202e34' } })],
  ['a byte order mark', () => `\uFEFF${good()}`],
]; // prettier-ignore

test.each(lines)('%s', async (_, line) => {
  const many = `${line()}\n${good()}\n`;
  const { status, body } = await send(door, delivery(nation, 'police-BR', many, { type: 'application/x-ndjson' }));
  expect(status).toBe(202);
  const states = (body['messages'] as { state: string }[]).map(({ state }) => state);
  expect(states.at(-1)).toBe('taken');
  expect(states).toHaveLength(2);
});

const xml = (inside: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}<Case.closed xmlns="urn:vatsalya:exchange:1">${inside}</Case.closed>`;
test.each([
  ['entities that grow', xml('&a;', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>')],
  ['an entity from outside', xml('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  ['an instruction', xml('', '<?xml-stylesheet href="http://127.0.0.1/"?>')],
  ['a NUL by number', xml('<rawNumber>&#0;</rawNumber>')],
  ['half a character by number', xml('<rawNumber>&#xD800;</rawNumber>')],
  ['a number beyond all characters', xml('<rawNumber>&#x7fffffff;</rawNumber>')],
  ['elements in elements', `${'<a>'.repeat(100_000)}`],
  ['an element whose name is a prototype', xml('<__proto__>1</__proto__>')],
  ['another encoding than it says', xml('', '<?xml version="1.0" encoding="UTF-16"?>')],
  ['an element name of half a megabyte', xml(`<${'n'.repeat(500_000)}/>`)],
  ['comments without end', xml(`<!--${'-'.repeat(100_000)}`)],
  ['CDATA without end', xml('<![CDATA[')],
])('XML with %s', async (_, text) => {
  const { status, body } = await send(door, delivery(nation, 'police-BR', text, { type: 'application/xml' }));
  expect([status, (body['messages'] as { state: string }[]).map(({ state }) => state)]).toEqual([202, ['quarantined']]);
});

test('bytes that are no text', async () => {
  const { status, body } = await send(door, delivery(nation, 'police-BR', Buffer.from([0xff, 0xfe, 0x00, 0xc0, 0x80])));
  expect([status, (body['messages'] as { reason: string }[])[0]!.reason]).toEqual([202, 'encoding']);
});

describe('signatures', () => {
  const twisted = (change: (fields: Record<string, string>) => Record<string, string>): Request => {
    const request = delivery(nation, 'police-BR', messageOf(nation));
    return { ...request, headers: { ...request.headers, ...change(request.headers) } };
  };
  const input = (from: string | RegExp, to: string) => () => twisted((fields) => ({ 'signature-input': fields['signature-input']!.replace(from, to) })); // prettier-ignore
  test.each<[string, () => Request]>([
    ['by another algorithm', input('alg="ed25519"', 'alg="hmac-sha256"')],
    ['by none', input('alg="ed25519"', 'alg="none"')],
    ['without an algorithm', input(';alg="ed25519"', '')],
    ['with a component twice', input('"@path"', '"@path" "@path"')],
    ['with a component of the request of a request', input('"@path"', '"@path";req')],
    ['with a component less', input(' "content-digest"', '')],
    ['over another component', input('"content-digest"', '"date"')],
    ['with an end beside its beginning', input(';keyid', ';expires=9999999999;keyid')],
    ['of another purpose', input('vatsalya-exchange', 'vatsalya-receipt')],
    ['with a beginning that is no whole number', input(/created=(\d+)/, 'created=$1.0')],
    ['with a beginning of many digits', input(/created=\d+/, 'created=999999999999999')],
    ['with the key of another node', input('police-BR:', 'police-KL:')],
    ['with a key of odd letters', input(/keyid="[^"]*"/, `keyid="' or 1=1 --"`)],
    ['of two members', () => twisted((fields) => ({ 'signature-input': `${fields['signature-input']}, b=${fields['signature-input']!.slice(5)}`, signature: `${fields['signature']}, b=${fields['signature']!.slice(5)}` }))],
    ['of zeros', () => twisted(() => ({ signature: `sig1=:${Buffer.alloc(64).toString('base64')}:` }))],
    ['of one byte less', () => twisted(() => ({ signature: `sig1=:${Buffer.alloc(63).toString('base64')}:` }))],
    ['made for another path', () => ({ ...delivery(nation, 'police-BR', messageOf(nation), { path: '/v1/digests' }), url: '/v1/messages' })],
    ['by a node in another’s name', () => delivery(nation, 'police-KL', messageOf(nation), { keyId: demoNodeKey(secret, 'police-BR').keyId })],
  ])('%s open nothing', async (_, request) => {
    expect((await send(door, request())).status).toBe(401);
    expect((await send(door, delivery(nation, 'police-BR', messageOf(nation)))).status).toBe(202); // control
  }); // prettier-ignore

  test('of one node’s delivery sent by another is nobody’s receipt', async () => {
    const message = messageOf(nation);
    const ours = await send(door, delivery(nation, 'police-BR', message));
    const theirs = await send(door, delivery(nation, 'police-KL', message));
    expect(theirs.body['deliveryId']).not.toBe(ours.body['deliveryId']);
    expect((theirs.body['messages'] as { reason: string }[])[0]!.reason).toBe('not-your-node');
  });

  test.each(['/v1//messages', '/v1/messages/', '/V1/messages', '/v1/./messages', '/v1/messages%00', '/v1/messages;x', '//v1/messages'])(
    'by the path %s',
    async (path) => {
      expect([400, 401, 404]).toContain((await send(door, delivery(nation, 'police-BR', messageOf(nation), { path }))).status);
    },
  );

  test.each([
    '?after=-1',
    '?after=1&after=2',
    '?limit=10&limit=1',
    '?after=99999999999999999',
    '?after=%00',
    '?after[]=1',
    '?__proto__=1',
    '?after=1e3',
  ])('fetching %s is refused without a fault', async (query) => {
    for (const path of ['/v1/outcomes', '/v1/outgoing'])
      expect((await send(door, fetching(nation, 'police-BR', query, { path }))).status).toBe(400);
  });
});

describe('on the wire', () => {
  async function raw(headers: string[], body: string): Promise<number> {
    await door.listen({ port: 0, host: '127.0.0.1' }).catch(() => {});
    const { port } = door.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const sent = ask({ port, host: '127.0.0.1', method: 'POST', path: '/v1/messages', setDefaultHeaders: false, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode!));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
  const fieldsOf = ({ headers }: Request): string[] => ['Host', 'x', 'Connection', 'close', ...Object.entries(headers).flat()];
  test.each(['content-digest', 'content-type', 'signature', 'signature-input', 'content-encoding'])('%s twice', async (name) => {
    const request = delivery(nation, 'police-BR', messageOf(nation));
    const body = request.payload!.toString();
    const length = ['Content-Length', String(request.payload!.length)];
    expect(await raw([...fieldsOf(request), ...length], body)).toBe(202); // control
    const doubled = [
      ...fieldsOf(request),
      ...length,
      name,
      request.headers[name] ?? 'identity',
      ...(request.headers[name] ? [] : [name, 'identity']),
    ];
    expect([400, 401, 415]).toContain(await raw(doubled, body));
  });
});
