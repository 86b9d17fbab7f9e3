// Keys: the node's own, from a file or (in a demonstration) from the portal's operator; and the portal's, with which its receipts are checked.
import { spawnSync } from 'node:child_process';
import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from './sending.ts';
import type { Key } from './signing.ts';

const root = join(import.meta.dirname, '..');

/** An Ed25519 private key as PEM, and the id the portal gave it. */
export const keyFromFile = (file: string, keyId: string): Key => ({ keyId, privateKey: createPrivateKey(readFileSync(file, 'utf8')) });

/** What a State would make for itself: asked of the demonstration's own command, which prints the id beside the key. */
export function demonstrationKey(state: string): Key {
  const command = ['--import', './scripts/tsx-loader.ts', 'scripts/demo-node-key.ts', '--state', state];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the demonstration gives no key: ${stderr}`);
  return { keyId: stderr.trim().split('\n').at(-1)!, privateKey: createPrivateKey(stdout) };
}

/** A key nobody entered at the portal, under the name of one that was. */
export function strangeKey(own: Key): Key {
  return { keyId: own.keyId, privateKey: generateKeyPairSync('ed25519').privateKey };
}

/** The portal's keys as it publishes them, also the one that comes next. */
export async function fetchPortalKeys(url: string): Promise<ReadonlyMap<string, KeyObject>> {
  const answer = await fetch(`${url}/v1/contract/portal-key`, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
  if (!answer?.ok) throw new Refused(`no portal's key is published at ${url}: ${answer ? answer.status : 'it cannot be reached'}`);
  const { keys } = (await answer.json()) as { keys: { keyId: string; pem: string }[] };
  return new Map(keys.map(({ keyId, pem }) => [keyId, createPublicKey(pem)]));
}
