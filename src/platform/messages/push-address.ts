// Where a push may go: its address comes from an officer's browser, and a portal that asked any address would ask its own network's for a stranger (threat A15).
import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** The push services of the browsers officers use: Chrome, Firefox, Safari, Edge. A name with a dot before it stands for all names under it. */
const HOSTS = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
];

const MOST_CHARACTERS = 2_000;

/** https to a push service we know, on its usual port, without a name and password; null for anything else. */
export function pushAddress(text: string): URL | null {
  if (text.length > MOST_CHARACTERS || !URL.canParse(text)) return null;
  const url = new URL(text);
  const known = HOSTS.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
  const plain = url.href === text && url.port === '' && url.username === '' && url.password === ''; // else two readers may read two addresses
  return known && plain && url.protocol === 'https:' ? url : null;
}

const closed = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, bits, 'ipv4');
// Of IPv6 only global unicast is open, without what carries IPv4 inside or is for documents.
closed.addSubnet('2001::', 23, 'ipv6');
closed.addSubnet('2001:db8::', 32, 'ipv6');
closed.addSubnet('2002::', 16, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** An address of the open internet, by the registries of special addresses (RFC 6890 and its successors). */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && global.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

type Resolve = (
  host: string,
  options: { all: true; family: number },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * How a connection to a push service finds its address: every address its name has is checked at the moment of connecting, and the connection goes
 * to one of those, so a name that answers differently the second time gains nothing.
 */
export function publicLookup(resolve: Resolve = resolveName as Resolve): LookupFunction {
  return (host, options, done) => {
    const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : (options.family ?? 0);
    resolve(host, { all: true, family }, (error, addresses) => {
      const refused = error ?? (addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address)) ? null : notPublic());
      if (refused) return done(refused, '', 4);
      if (options.all) return done(null, addresses);
      return done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function notPublic(): Error {
  return Object.assign(new Error('the push service has no public address'), { code: 'NOT_PUBLIC' });
}
