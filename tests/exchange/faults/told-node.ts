// The nodes' own end: takes what the portal tells them, keeps every message, answers with a signed receipt, and now and then drops the line after it took one.
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { milliseconds, systemClock } from '../../../src/kernel/time.ts';
import { contentDigest, sha256 } from '../../../src/modules/fir-exchange/trust/digest.ts';
import { profiles, signed } from '../../../src/modules/fir-exchange/trust/signature.ts';
import type { Chance } from './police-stories.ts';
import { keyFor } from './keys.ts';

/** `taken`: how often each message came, by its id. */
export type ToldNode = { urlOf(node: string): string; taken: Map<string, number>; close(): void };

const DROPPED = 0.1;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function openToldNode(chance: Chance): Promise<ToldNode> {
  const taken = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const raw = await bytesOf(request).catch(() => null);
    if (!raw) return; // whoever called was killed
    const { messageId } = JSON.parse(raw.toString()) as { messageId: string };
    taken.set(messageId, (taken.get(messageId) ?? 0) + 1);
    if (chance() < DROPPED) return void response.destroy();
    const path = request.url!;
    const { keyId, privateKey } = keyFor({ node: path.slice(1), forged: false });
    const body = Buffer.from(JSON.stringify({ messageId, receivedAt: systemClock() }));
    const components = {
      '"@status"': '200',
      '"content-digest"': contentDigest(sha256(body)),
      '"content-type"': 'application/json',
      '"@path";req': path,
      '"content-digest";req': contentDigest(sha256(raw)),
    };
    const fields = signed(profiles.receipt, { keyId, key: privateKey }, components, Math.floor(milliseconds(systemClock()) / 1000));
    response.writeHead(200, { 'content-type': 'application/json', 'content-digest': components['"content-digest"'], ...fields }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { urlOf: (node) => `http://127.0.0.1:${port}/${node}`, taken, close: () => (server.closeAllConnections(), void server.close()) };
}
