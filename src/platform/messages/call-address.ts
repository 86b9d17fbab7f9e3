// Where another system may be called: an address typed by an officer must not lead into the portal's own network (threat A15).
import { isIP } from 'node:net';
import { isLoopback } from './loopback.ts';
import { isPublicAddress } from './push-address.ts';

const MOST_CHARACTERS = 300;

/** `loopback`: a demonstration, whose other systems run on this machine without TLS. */
export type Reach = { loopback: boolean };

/** https, one plain path, no name and password, no query; an address in digits must be of the open internet. Null for anything else. */
export function callAddress(text: string, { loopback }: Reach): URL | null {
  if (text.length > MOST_CHARACTERS || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.href === text && url.username === '' && url.password === '' && url.search === '' && url.hash === ''; // else two readers may read two addresses
  if (!plain) return null;
  if (url.protocol === 'http:') return loopback && isLoopback(url.hostname) ? url : null;
  if (url.protocol !== 'https:' || (url.port !== '' && Number(url.port) < 1024)) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? (isName(host) ? url : null) : isPublicAddress(host) ? url : null;
}

/** A name with a dot and a last part in letters. What it resolves to is checked at each call. */
function isName(host: string): boolean {
  return /^(?:[a-z0-9-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(host) && !/(?:^|\.)(?:localhost|local|internal)$/.test(host);
}
