// The reference node where the portal calls it, over HTTP: the portal's own caller on one side, the node written apart on the other.
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CalledBadly } from '../../reference-node/arguments.ts';
import { type Listening, calledOut, listen } from '../../reference-node/listening.ts';
import { openOutbox } from '../../reference-node/outbox.ts';
import { fromMilliseconds } from '../../src/kernel/time.ts';
import { portalKeys } from '../../src/modules/fir-exchange/index.ts';
import { verdictOf } from '../../src/modules/fir-exchange/outbox/answer.ts';
import { type Caller, openCaller } from '../../src/modules/fir-exchange/outbox/call.ts';
import { rawPublicKey } from '../../src/platform/credentials/index.ts';

const now = Date.UTC(2026, 10, 20, 6, 30);
const portal = portalKeys({ signing: undefined, next: undefined, secret: 'a secret of one test, long enough to be one', demo: true })!;
const published = new Map(portal.published.keys.map(({ keyId, pem }) => [keyId, createPublicKey(pem)]));
const own = generateKeyPairSync('ed25519').privateKey;
const key = {
  keyId: 'police-WB:own',
  nodeCode: 'police-WB',
  publicKey: rawPublicKey(own),
  validFrom: fromMilliseconds(0),
  validUntil: null,
  confirmedAt: fromMilliseconds(0),
  revokedAt: null,
};
let folder: string;
let node: Listening;
let caller: Caller;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vatsalya-called-'));
  caller = openCaller(portal.signer, 300);
});
afterEach(async () => {
  caller.close();
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

const archived = () => readFileSync(join(folder, 'called.ndjson'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { doubt: string | null; raw: string }); // prettier-ignore
let clock: number;
async function start(...badly: CalledBadly[]): Promise<void> {
  clock = now;
  node = await listen({
    port: 0,
    archive: join(folder, 'called.ndjson'),
    outbox: openOutbox(join(folder, 'outbox.ndjson')),
    portalKeys: published,
    key: () => ({ keyId: key.keyId, privateKey: own }),
    strangeKey: { keyId: key.keyId, privateKey: generateKeyPairSync('ed25519').privateKey },
    badly: new Set(badly),
    now: () => clock,
    slowSeconds: 0.6,
  });
}
const message = (reference: string, second: number) => ({
  messageId: randomUUID(),
  sentAt: new Date(now + second * 1000).toISOString(),
  paper: { kind: 'fir', state: 'WB', district: 'WB-HWH', station: 'PS-WB-HWH-1', year: 2026, number: reference },
  body: { reference },
});
/** What the portal makes of the node's answer. */
async function call(told: ReturnType<typeof message>, by = caller): Promise<string> {
  const at = fromMilliseconds(clock);
  const called = await by.call(new URL(node.url), Buffer.from(JSON.stringify(told)), at);
  const verdict = verdictOf(called, { messageId: told.messageId, nodeCode: 'police-WB' }, key, at);
  return verdict.kind === 'receipt' ? 'receipt' : verdict.reason;
}

test('what the portal signed is kept as it came and has a receipt that holds; the same again has one too, and counts once', async () => {
  await start();
  const told = message('MC-1', 1);
  expect([await call(told), await call(told), await call(message('MC-2', 2))]).toEqual(['receipt', 'receipt', 'receipt']);
  expect(node.called()).toMatchObject({ told: 2, again: 1, refused: 0, open: 0, children: 2, outOfOrder: 0 });
  expect(archived().map(({ raw }) => (JSON.parse(Buffer.from(raw, 'base64').toString()) as typeof told).messageId).slice(0, 2)).toEqual([told.messageId, told.messageId]); // prettier-ignore
});

test('what another signed is kept with the doubt, and not read', async () => {
  await start();
  const stranger = openCaller({ keyId: portal.signer.keyId, key: generateKeyPairSync('ed25519').privateKey });
  expect(await call(message('MC-1', 1), stranger)).toBe('refused-401');
  const unknown = openCaller({ keyId: 'portal:unknown', key: portal.signer.key });
  expect(await call(message('MC-1', 1), unknown)).toBe('refused-401');
  stranger.close();
  unknown.close();
  expect(archived().map(({ doubt }) => doubt)).toEqual(['the signature does not hold', 'unknown key portal:unknown']);
  expect(node.called()).toMatchObject({ told: 0, refused: 2, children: 0 });
});

test('a message that comes before an earlier one of its child is seen', async () => {
  await start();
  for (const told of [message('MC-1', 5), message('MC-2', 1), message('MC-1', 4)]) expect(await call(told)).toBe('receipt');
  expect(node.called()).toMatchObject({ told: 3, children: 2, outOfOrder: 1 });
});

test('misbehaves on demand, each way once in twenty; sent again, all has its receipt and was taken once', async () => {
  await start('error', 'slow', 'wrong-receipt', 'silent');
  const twenty = Array.from({ length: 20 }, (_, at) => message('MC-1', at));
  const first: string[] = [];
  for (const told of twenty) {
    first.push(await call(told));
    if (first.length === 15) expect(await call(told)).toMatch(/^ECONN|^EPIPE/); // still away
    if (first.length === 15) clock += 6_000;
  }
  expect(first.map((said, at) => [at + 1, said]).filter(([, said]) => said !== 'receipt')).toEqual([
    [3, 'status-500'],
    [7, 'no-answer'],
    [11, 'receipt-signature'],
    [15, expect.stringMatching(/^ECONN|^EPIPE/)],
  ]);
  expect(node.called()).toMatchObject({ told: 16, open: 4, badly: 4 });
  for (const at of [2, 6, 10, 14]) expect(await call(twenty[at]!)).toBe('receipt');
  expect(node.called()).toMatchObject({ told: 20, open: 0, again: 4, outOfOrder: 0 });
});

test('it goes on waiting where the portal is quiet and has not told of an FIR yet, or has something that waits; and not longer than its patience', async () => {
  await start();
  const paper = 'WB/WB-HWH/PS-WB-HWH-1/fir/2026/7';
  let looks = 0;
  const waited: boolean[] = [true, false];
  function untold(): number {
    if (++looks === 3) void call(message('7', 1));
    return node.isTold(paper) ? 0 : 1;
  }
  const later = () => (clock += 5_000);
  await calledOut(node, { untold, waits: () => Promise.resolve(waited.shift()!) }, 1_000, later);
  expect([node.called().told, waited]).toEqual([1, []]);
  await calledOut(node, { untold: () => 1, waits: () => Promise.resolve(false) }, 10, later);
});
