// Where a push may go: services we know and addresses of the open internet, whatever an officer's browser says.
import type { LookupAddress } from 'node:dns';
import { Agent, request } from 'node:https';
import { type AddressInfo, type LookupFunction, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { isPublicAddress, publicLookup, pushAddress } from './push-address.ts';

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://web.push.apple.com/QGuQyavXutnMH',
  'https://wns2-pn1p.notify.windows.com/w/?token=BQYAAA',
])('a browser’s own service: %s', (endpoint) => expect(pushAddress(endpoint)?.href).toBe(endpoint));

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://user:pass@fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com.evil.example/fcm/send/abc',
  'https://evilfcm.googleapis.com/x',
  'https://notify.windows.com/w/',
  'https://evilnotify.windows.com/w/',
  'https://evil.example/#.push.apple.com',
  'https://evil.example/?x=fcm.googleapis.com',
  'https://fcm.googleapis.com@evil.example/',
  'https://fcm.googleapis.com\\@evil.example/',
  'https://127.0.0.1/push',
  'https://[::1]/push',
  'https://169.254.169.254/latest/meta-data/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://localhost/push',
  'https://db.internal:5432/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'fcm.googleapis.com/fcm/send/abc',
  '',
  `https://fcm.googleapis.com/${'a'.repeat(2000)}`,
])('nowhere else: %s', (endpoint) => expect(pushAddress(endpoint)).toBe(null));

test.each(['142.250.77.10', '20.150.10.1', '172.32.0.1', '2404:6800:4007:80b::200a', '2620:1ec:c::10'])('%s is public', (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

test.each([
  '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.1.2.3', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.168.1.1',
  '198.18.0.1', '198.51.100.2', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8',
  '64:ff9b::7f00:1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '100::1', 'localhost', '',
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false)); // prettier-ignore

/** What a connection is told by a name that has these addresses. */
function looked(addresses: LookupAddress[], all: boolean): Promise<unknown> {
  const lookup = publicLookup((_host, _options, done) => done(null, addresses));
  return new Promise((resolve) =>
    lookup('fcm.googleapis.com', { all }, (error, address, family) => resolve(error ? error.code : all ? address : [address, family])),
  );
}

const open = { address: '142.250.77.10', family: 4 };
const inside = { address: '10.0.0.5', family: 4 };

test('a connection goes to an address that was checked; a name with one address inside goes nowhere', async () => {
  expect(await looked([open], false)).toEqual(['142.250.77.10', 4]);
  expect(await looked([open], true)).toEqual([open]);
  expect(await looked([inside], false)).toBe('NOT_PUBLIC');
  expect(await looked([open, inside], true)).toBe('NOT_PUBLIC');
  expect(await looked([{ address: '::ffff:10.0.0.5', family: 6 }], true)).toBe('NOT_PUBLIC');
  expect(await looked([], true)).toBe('NOT_PUBLIC');
});

/** Whether a post by a name that leads to this machine opens a connection to it. */
async function reaches(lookup: LookupFunction): Promise<boolean> {
  let opened = 0;
  const server = createServer((socket) => {
    opened += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, lookup });
  await new Promise<void>((resolve) => {
    request({ host: 'fcm.googleapis.com', port, method: 'POST', agent })
      .on('error', () => resolve())
      .end();
  });
  agent.destroy();
  return opened > 0;
}

test('a name that leads inside opens no connection, asked the way the carrier asks', async () => {
  const here: LookupAddress = { address: '127.0.0.1', family: 4 };
  expect(await reaches(publicLookup((_host, _options, done) => done(null, [here])))).toBe(false);
  const unguarded: LookupFunction = (_host, { all }, done) => (all ? done(null, [here]) : done(null, here.address, here.family));
  expect(await reaches(unguarded)).toBe(true); // control
});
