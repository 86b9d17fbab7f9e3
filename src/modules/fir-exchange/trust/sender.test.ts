// What is read from a request line and its fields: as they came, and never when a field that matters came twice.
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { claimOf, componentsOf, repeatsHeader } from './sender.ts';
import { profiles } from './signature.ts';

test.each([
  ['/v1/outcomes', '/v1/outcomes', '?'],
  ['/v1/outcomes?', '/v1/outcomes', '?'],
  ['/v1/outcomes?after=1&x=?', '/v1/outcomes', '?after=1&x=?'],
  ['/v1/%6Dessages', '/v1/%6Dessages', '?'],
  ['/v1/../v1/messages', '/v1/../v1/messages', '?'],
])('%s', (url, path, query) => {
  const components = componentsOf({ method: 'GET', url, headers: { 'content-type': ' application/json ' } });
  expect(components).toMatchObject({
    '"@path"': path,
    '"@query"': query,
    '"content-type"': 'application/json',
    '"content-digest"': undefined,
  });
});

test.each([
  ['none twice', ['Signature', 'a', 'Content-Type', 'b'], false],
  ['what does not matter twice', ['Accept', 'a', 'accept', 'b'], false],
  ['one twice', ['Content-Digest', 'a', 'content-digest', 'a'], true],
  ['a value that is called as a field', ['Signature', 'signature-input', 'Signature-Input', 'a'], false],
])('%s: %s', (_what, rawHeaders, repeated) => {
  expect(repeatsHeader({ rawHeaders })).toBe(repeated);
});

/** Over a socket: what a server joins, or passes over, before anybody sees it. */
test.each(['signature', 'signature-input', 'content-digest', 'content-type'])(
  '%s sent twice is noticed behind a real server',
  async (name) => {
    const server = createServer((came, answer) => answer.end(String(claimOf(profiles.send, came))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = (headers: [string, string][]) =>
      new Promise<string>((resolve, reject) => {
        const sent = httpRequest({ port, host: '127.0.0.1', method: 'POST', headers: headers.flat() }, (answer) => {
          let text = '';
          answer.on('data', (part) => (text += part));
          answer.on('end', () => resolve(text));
        });
        sent.on('error', reject);
        sent.end();
      });
    const once: [string, string][] = [
      ['host', 'x'],
      ['signature', 'a'],
      ['signature-input', 'a'],
      ['content-digest', 'a'],
      ['content-type', 'text/plain'],
    ];
    expect(await ask(once)).toBe('signature-malformed'); // control
    expect(await ask([...once, [name, 'a']])).toBe('header-repeated');
    server.close();
  },
);
