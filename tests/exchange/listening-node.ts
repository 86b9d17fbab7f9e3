// A police node that listens: a real HTTP server on loopback that takes what the portal sends, keeps it, and answers as it is told to.
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type KeyObject, createPublicKey } from 'node:crypto';
import { milliseconds } from '../../src/kernel/time.ts';
import { portalKeys } from '../../src/modules/fir-exchange/index.ts';
import { demoNodeKey } from '../../src/modules/fir-exchange/trust/demo-key.ts';
import { contentDigest, sha256 } from '../../src/modules/fir-exchange/trust/digest.ts';
import { componentsOf } from '../../src/modules/fir-exchange/trust/sender.ts';
import { holds, profiles, readSignature, signed } from '../../src/modules/fir-exchange/trust/signature.ts';
import { sql } from 'kysely';
import { type Nation, noon, secret } from '../database/tools.ts';
import { openNodes } from './node.ts';

/** The nodes, and the key by which `come` says that messages came. */
export async function openToldNodes(nation: Nation): Promise<void> {
  await openNodes(nation);
  await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
    values ('key', 'police-BR', ${Buffer.alloc(32, 1)}, ${noon}, ${noon}, ${noon})`.execute(nation.admin);
}

/** What may be wrong with an answer; `hold`: it comes when that is done. */
export type Manners = {
  status?: number;
  headers?: Record<string, string>;
  key?: KeyObject;
  keyId?: string;
  /** In place of the receipt. */
  answer?: (messageId: string) => unknown;
  /** Sent after the receipt was signed. */
  body?: Buffer;
  unsigned?: boolean;
  hold?: Promise<void>;
};
export type Taken = { raw: Buffer; message: { messageId: string; node: string; paper: { number: string }; body: Record<string, unknown> } };
export type ListeningNode = { url: string; taken: Taken[]; asked: number; manners: (one: Taken) => Manners; close(): Promise<void> };

export const portal = portalKeys({ signing: undefined, next: undefined, secret, demo: true })!;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** It takes nothing that the portal did not sign, for this very path and these very bytes. */
function isPortals(request: IncomingMessage, raw: Buffer): boolean {
  const { 'signature-input': input, signature } = request.headers;
  const claim = readSignature(profiles.send, { input: input?.toString(), signature: signature?.toString() });
  if (typeof claim === 'string' || claim.keyId !== portal.published.keys[0]!.keyId) return false;
  const components = componentsOf(request);
  return (
    holds(claim, components, createPublicKey(portal.published.keys[0]!.pem)) &&
    components['"content-digest"'] === contentDigest(sha256(raw))
  );
}

function answer(
  nation: Nation,
  node: string,
  { url }: IncomingMessage,
  { raw, message }: Taken,
  manners: Manners,
  response: ServerResponse,
): void {
  const own = demoNodeKey(secret, node);
  const status = manners.status ?? 200;
  const receipt = { messageId: message.messageId, receivedAt: nation.clock.now };
  const body = Buffer.from(JSON.stringify(manners.answer?.(message.messageId) ?? receipt));
  const [type, digest] = ['application/json', contentDigest(sha256(body))];
  const components = {
    '"@status"': String(status),
    '"content-digest"': digest,
    '"content-type"': type,
    '"@path";req': url!,
    '"content-digest";req': contentDigest(sha256(raw)),
  };
  const signer = { keyId: manners.keyId ?? own.keyId, key: manners.key ?? own.privateKey };
  const fields = manners.unsigned ? {} : signed(profiles.receipt, signer, components, Math.floor(milliseconds(nation.clock.now) / 1000));
  response.writeHead(status, { 'content-type': type, 'content-digest': digest, ...fields, ...manners.headers }).end(manners.body ?? body);
}

export async function listeningNode(nation: Nation, node = 'police-BR'): Promise<ListeningNode> {
  const open = new Set<Server>();
  const listening: ListeningNode = {
    url: '',
    taken: [],
    asked: 0,
    manners: () => ({}),
    close: async () => open.forEach((one) => (one.closeAllConnections(), one.close())),
  };
  const server = createServer(async (request, response) => {
    listening.asked += 1;
    const raw = await bodyOf(request);
    if (!isPortals(request, raw)) return response.writeHead(401).end();
    const one: Taken = { raw, message: JSON.parse(raw.toString()) as Taken['message'] };
    listening.taken.push(one);
    const manners = listening.manners(one);
    await manners.hold;
    return answer(nation, node, request, one, manners, response);
  });
  open.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listening.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/from-portal`;
  return listening;
}
