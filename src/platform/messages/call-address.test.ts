// Where a node may be called: the open internet over TLS, and this machine in a demonstration alone.
import { expect, test } from 'vitest';
import { callAddress } from './call-address.ts';

const open = { loopback: false };
const demonstration = { loopback: true };

test.each([
  'https://cctns.example.gov.in/from-portal',
  'https://cctns.example.gov.in:8443/a/b',
  'https://8.8.8.8/x',
  'https://[2400:cb00::1]/x',
])('%s may be called', (address) => expect(callAddress(address, open)?.href).toBe(address));

test.each([
  'http://cctns.example.gov.in/from-portal',
  'http://127.0.0.1:9000/x',
  'https://127.0.0.1/x',
  'https://10.1.2.3/x',
  'https://192.168.1.4/x',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://[fd00::1]/x',
  'https://0x7f000001/x',
  'https://2130706433/x',
  'https://localhost/x',
  'https://db.internal/x',
  'https://printer.local/x',
  'https://postgres/x',
  'https://officer:secret@cctns.example.gov.in/x',
  'https://cctns.example.gov.in:25/x',
  'https://cctns.example.gov.in/x?to=1',
  'https://cctns.example.gov.in/x#y',
  'https://CCTNS.example.gov.in/x',
  'https://cctns.example.gov.in/../x',
  'ftp://cctns.example.gov.in/x',
  'file:///etc/passwd',
  `https://cctns.example.gov.in/${'x'.repeat(300)}`,
  '',
])('%s may not', (address) => expect(callAddress(address, open)).toBe(null));

test('this machine is called without TLS in a demonstration, and no other', () => {
  expect(callAddress('http://127.0.0.1:9000/x', demonstration)?.port).toBe('9000');
  expect(['http://10.1.2.3/x', 'http://example.org/x', 'https://127.0.0.1/x'].map((one) => callAddress(one, demonstration))).toEqual([
    null,
    null,
    null,
  ]);
});
