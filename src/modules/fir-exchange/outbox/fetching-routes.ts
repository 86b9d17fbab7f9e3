// A node that cannot be called fetches what the portal tells it, and says up to where it has it.
import type { FastifyInstance } from 'fastify';
import type { NodeDoor } from '../digests/digest-route.ts';
import { acknowledgement } from '../messages/index.ts';
import { treeOfJson } from '../messages/json.ts';
import { readGroup } from '../messages/read-value.ts';
import { weightOfFetch } from '../trust/breaker.ts';
import { profiles } from '../trust/signature.ts';
import { acknowledge, waitingAfter } from './fetching-store.ts';

type Fetching = NodeDoor & { fetchAsked(query: unknown): { after: number; limit: number } | null };

function upToIn(raw: Buffer): number | null {
  const { tree, flaws } = treeOfJson(raw.toString('utf8'));
  const read = flaws.length === 0 ? readGroup(acknowledgement, tree, '', flaws) : undefined;
  return flaws.length === 0 ? (read!['upTo'] as number) : null;
}

export function mountFetching(app: FastifyInstance, { known, proved, run, answer, waits, fetchAsked }: Fetching): void {
  app.get('/v1/outgoing', { onRequest: known(profiles.fetch) }, async (request, reply) => {
    const came = await proved(request, reply, 'none');
    if (!came) return reply;
    const asked = fetchAsked(request.query);
    if (!asked) return reply.code(400).send({ error: 'query', expected: 'after, a sequence; limit, 1 to 1000' });
    const { code } = came.node;
    if (await waits(request, reply, came.node, 'asked', weightOfFetch(asked.limit))) return reply;
    const waiting = await run(request, came.node, (context) => waitingAfter(context, code, asked.after, asked.limit));
    const messages = waiting.map(({ sequence, message }) => ({ sequence, message: JSON.parse(message) as unknown }));
    const next = messages.at(-1)?.sequence ?? asked.after;
    return answer(request, reply, profiles.answer, 200, { node: code, messages, next, more: messages.length === asked.limit });
  });

  app.post('/v1/outgoing/acknowledged', { bodyLimit: 1024, onRequest: known(profiles.send) }, async (request, reply) => {
    const came = await proved(request, reply, 'application/json');
    if (!came) return reply;
    const { node, raw, signature, keyId } = came;
    const upTo = upToIn(raw);
    if (upTo === null) return reply.code(400).send({ error: 'unreadable', expected: '{"upTo": a sequence}' });
    if (await waits(request, reply, node, 'asked', 1)) return reply;
    const acknowledged = await run(request, node, (context) => acknowledge(context, node.code, { upTo, raw, signature, keyId }));
    return answer(request, reply, profiles.receipt, 200, { node: node.code, upTo, acknowledged });
  });
}
