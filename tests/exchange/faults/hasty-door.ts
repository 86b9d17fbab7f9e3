// The exchange door broken on purpose: it gives the receipt first and keeps what came a little later. Killed in between, it has promised what nobody has.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openTools } from '../../../src/apps/tools.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { portalKeys } from '../../../src/modules/fir-exchange/index.ts';
import { type MediaType, findMessages } from '../../../src/modules/fir-exchange/inbox/finding.ts';
import { takeDelivery } from '../../../src/modules/fir-exchange/inbox/take.ts';
import { sha256 } from '../../../src/modules/fir-exchange/trust/digest.ts';
import { signedAnswer } from '../../../src/modules/fir-exchange/trust/receipt.ts';
import { componentsOf } from '../../../src/modules/fir-exchange/trust/sender.ts';
import { profiles } from '../../../src/modules/fir-exchange/trust/signature.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { inContext } from '../../../src/platform/context.ts';

const KEPT_AFTER_MILLISECONDS = 400;
const asking = { actor: { kind: 'system', name: 'exchange' }, ground: { name: 'exchange.messages', purpose: 'exchange' } } as const;

process.on('disconnect', () => process.exit(1));
const config = readConfig(process.env);
const { tools } = openTools('exchange', config, config.databaseUrl!);
const { signer, published } = portalKeys({ ...config.exchangeKeys, secret: config.secret, demo: true })!;

createServer(async (request, response) => {
  if (request.method === 'GET') return void response.end(JSON.stringify(published));
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const keyId = /keyid="([^"]+)"/.exec(String(request.headers['signature-input']))![1]!;
  const code = keyId.split(':')[0]!;
  const node = {
    code,
    stateCode: code.slice(-2),
    name: code,
    messagesAMinute: 1_000_000,
    closedAt: null,
  };
  const mediaType = request.headers['content-type'] as MediaType;
  const messages = findMessages(raw, mediaType, node).map(({ position, messageId, reason }) => ({
    position,
    ...(messageId ? { messageId } : {}),
    state: reason ? 'quarantined' : 'taken',
  }));
  const receipt = { deliveryId: newId(), node: node.code, receivedAt: tools.clock(), digest: sha256(raw).toString('base64'), messages };
  const { body, headers } = signedAnswer(
    { profile: profiles.receipt, signer, status: 202, value: receipt },
    componentsOf(request),
    tools.clock(),
  );
  response.writeHead(202, headers).end(body);
  await pause(KEPT_AFTER_MILLISECONDS);
  await inContext(tools, { ...asking, requestId: newId() }, (context) => takeDelivery(context, node, { raw, mediaType, digest: sha256(raw), base: 'none', signature: 'none', keyId })); // prettier-ignore
}).listen(config.ports.exchange, '127.0.0.1');
