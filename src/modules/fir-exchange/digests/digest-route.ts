// `POST /v1/digests` at the door of machines: read strictly as every message, answered in one transaction, signed.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { type DigestRequest, digestRequest } from '../messages/digests.ts';
import { treeOfJson } from '../messages/json.ts';
import { readGroup } from '../messages/read-value.ts';
import type { Flaw } from '../messages/reasons.ts';
import type { Admission } from '../trust/admission.ts';
import { type Tripped, weightOf } from '../trust/breaker.ts';
import type { Node } from '../trust/node.ts';
import { type Profile, profiles } from '../trust/signature.ts';
import { answerDigests } from './exchange-digests.ts';

/** Twenty thousand stations in one message: more than India has. */
const MOST_BYTES = 4 * 1024 * 1024;
const TYPE = 'application/json';
/** Every station of the node is read and written to answer it: against the limit a minute it counts as so many messages. */
const WEIGHT_OF_ALL_STATIONS = 50;

/** What the routes of nodes share. */
export type NodeDoor = Admission & {
  tripped(node: Node, messages: number): Tripped | null;
  run<T>(request: FastifyRequest, work: (context: Context) => Promise<T>): Promise<T>;
  answer(request: FastifyRequest, reply: FastifyReply, profile: Profile, status: number, value: unknown): FastifyReply;
};

function read(raw: Buffer): DigestRequest | Flaw {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return { path: '', reason: 'encoding' };
  }
  const { tree, flaws } = treeOfJson(text);
  const request = flaws.length === 0 ? readGroup(digestRequest.fields, tree, '', flaws) : undefined;
  return flaws[0] ?? (request as unknown as DigestRequest);
}

export function mountDigests(app: FastifyInstance, { known, proved, tripped, run, answer }: NodeDoor): void {
  const typed = async ({ headers }: FastifyRequest, reply: FastifyReply) =>
    headers['content-type'] === TYPE && !headers['content-encoding']
      ? undefined
      : reply.code(415).header('accept-post', TYPE).send({ error: 'media-type' });
  app.post('/v1/digests', { bodyLimit: MOST_BYTES, onRequest: [typed, known(profiles.send)] }, async (request, reply) => {
    const came = await proved(request, reply, TYPE);
    if (!came) return reply;
    const over = tripped(came.node, weightOf(1, came.raw.length));
    if (over) return reply.code(429).header('retry-after', String(over.retryAfterSeconds)).send({ error: 'too-many-a-minute' });
    const asked = read(came.raw);
    if ('reason' in asked) return reply.code(400).send({ error: asked.reason, path: asked.path, expected: asked.expected });
    if (asked.root) tripped(came.node, WEIGHT_OF_ALL_STATIONS); // counted against what it sends next
    const said = await run(request, (context) => answerDigests(context, came.node.code, asked));
    if (isRefusal(said)) return reply.code(400).send({ error: said.code, path: said.field });
    return answer(request, reply, profiles.receipt, 200, said);
  });
}
