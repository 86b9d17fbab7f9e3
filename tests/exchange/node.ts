// A police node of tests: its key, its messages, and requests as it signs them; and the door of machines served in process for it.
import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import { milliseconds } from '../../src/kernel/time.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { type Log, openLog } from '../../src/platform/log.ts';
import { mountExchange, portalKeys } from '../../src/modules/fir-exchange/index.ts';
import { demoNodeKey } from '../../src/modules/fir-exchange/trust/demo-key.ts';
import { contentDigest, sha256 } from '../../src/modules/fir-exchange/trust/digest.ts';
import { type Components, type Profile, profiles, signed } from '../../src/modules/fir-exchange/trust/signature.ts';
import { type Nation, secret } from '../database/tools.ts';

export const nodes = { 'police-BR': 'BR', 'police-KL': 'KL', 'grid-IN': null } as const;
export type NodeCode = keyof typeof nodes;

export async function openNodes(nation: Nation): Promise<void> {
  const { now } = nation.clock;
  for (const [code, state] of Object.entries(nodes)) {
    const { keyId, publicKey } = demoNodeKey(secret, code);
    await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
      values (${code}, ${`Police ${code}`}, ${state}, 20000, 720, ${now})`.execute(nation.admin);
    await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
      values (${keyId}, ${code}, ${publicKey}, ${now}, ${now}, ${now})`.execute(nation.admin);
  }
}

export async function openExchangeDoor(nation: Nation, log: Log = openLog('silent')): Promise<FastifyInstance> {
  const tools = nation.tools('exchange');
  const { app } = await createServer(tools, log);
  const keys = portalKeys({ signing: undefined, next: undefined, secret, demo: true })!;
  await mountExchange(app, { tools, keys, log });
  return app;
}

let serial = 0;
/** The shortest message there is of a paper; another paper each time, unless its number is given. */
export function messageOf(nation: Nation, node: NodeCode = 'police-BR', change: Record<string, unknown> = {}): Record<string, unknown> {
  serial += 1;
  const state = nodes[node] ?? 'BR';
  return {
    messageId: newId(),
    type: 'Case.closed',
    version: 1,
    node,
    sentAt: nation.clock.now,
    eventAt: nation.clock.now,
    paper: { kind: 'fir', state, district: `${state}-SRN`, station: `PS-${state}-SRN-1`, year: 2026, number: String(serial) },
    rawNumber: `raw ${serial}`,
    sequence: 1,
    body: { closedAt: nation.clock.now, outcome: 'recovered' },
    ...change,
  };
}

export const linesOf = (messages: readonly unknown[]): string => messages.map((one) => `${JSON.stringify(one)}\n`).join('');

export type Sent = { status: number; body: Record<string, unknown>; headers: Record<string, unknown>; raw: Buffer };
export type Request = { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; payload?: Buffer };
/** What is otherwise than it should be; `key` signs in place of the node's own. */
export type Twist = { path?: string; type?: string; key?: KeyObject; keyId?: string; seconds?: number; profile?: Profile };

function signedRequest(nation: Nation, node: NodeCode, components: Components, usual: Profile, twist: Twist) {
  const own = demoNodeKey(secret, node);
  const signer = { keyId: twist.keyId ?? own.keyId, key: twist.key ?? own.privateKey };
  const created = Math.floor(milliseconds(nation.clock.now) / 1000) + (twist.seconds ?? 0);
  return signed(twist.profile ?? usual, signer, components, created);
}

export function delivery(nation: Nation, node: NodeCode, body: unknown, twist: Twist = {}): Request {
  const payload = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const type = twist.type ?? 'application/json';
  const digest = contentDigest(sha256(payload));
  const url = twist.path ?? '/v1/messages';
  const components = {
    '"@method"': 'POST',
    '"@path"': url,
    '"@query"': '?',
    '"content-digest"': digest,
    '"content-type"': type,
  };
  const fields = signedRequest(nation, node, components, profiles.send, twist);
  return { method: 'POST', url, headers: { 'content-type': type, 'content-digest': digest, ...fields }, payload };
}

export function fetching(nation: Nation, node: NodeCode, query = '', twist: Twist = {}): Request {
  const path = twist.path ?? '/v1/outcomes';
  const components = { '"@method"': 'GET', '"@path"': path, '"@query"': query || '?' };
  return { method: 'GET', url: `${path}${query}`, headers: signedRequest(nation, node, components, profiles.fetch, twist) };
}

export async function send(app: FastifyInstance, request: Request): Promise<Sent> {
  const answer = await app.inject(request);
  const body = answer.headers['content-type']?.toString().includes('json') ? (answer.json() as Sent['body']) : {};
  return { status: answer.statusCode, body, headers: answer.headers, raw: answer.rawPayload };
}
