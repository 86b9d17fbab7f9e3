// `POST /v1/digests` at the door of machines: read strictly as every message, answered in one transaction, signed.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { type DigestRequest, digestRequest } from '../messages/digests.ts';
import { treeOfJson } from '../messages/json.ts';
import { readGroup } from '../messages/read-value.ts';
import type { Flaw } from '../messages/reasons.ts';
import type { Admission } from '../trust/admission.ts';
import { weightOf } from '../trust/breaker.ts';
import type { Node } from '../trust/node.ts';
import { countOfMinute } from '../trust/node-store.ts';
import { type Profile, profiles } from '../trust/signature.ts';
import { answerDigests } from './exchange-digests.ts';

/** Twenty thousand stations in one message: more than India has. */
const MOST_BYTES = 4 * 1024 * 1024;
const TYPE = 'application/json';
/** Every station of the node is read and written to answer it: against the limit a minute it counts as so many messages. */
const WEIGHT_OF_ALL_STATIONS = 50;

/** What the routes of nodes share. */
export type NodeDoor = Admission & {
  /** True: it is over what it may send, or ask for, in a minute, and was told so. */
  waits(request: FastifyRequest, reply: FastifyReply, node: Node, kind: 'sent' | 'asked', weight: number): Promise<boolean>;
  /** One transaction in the node's name. */
  run<T>(request: FastifyRequest, node: Node, work: (context: Context) => Promise<T>): Promise<T>;
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

export function mountDigests(app: FastifyInstance, { known, proved, waits, run, answer }: NodeDoor): void {
  const typed = async ({ headers }: FastifyRequest, reply: FastifyReply) =>
    headers['content-type'] === TYPE && !headers['content-encoding']
      ? undefined
      : reply.code(415).header('accept-post', TYPE).send({ error: 'media-type' });
  app.post('/v1/digests', { bodyLimit: MOST_BYTES, onRequest: [typed, known(profiles.send)] }, async (request, reply) => {
    const came = await proved(request, reply, TYPE);
    if (!came) return reply;
    if (await waits(request, reply, came.node, 'sent', weightOf(1, came.raw.length))) return reply;
    const asked = read(came.raw);
    if ('reason' in asked) return reply.code(400).send({ error: asked.reason, path: asked.path, expected: asked.expected });
    const { node } = came;
    const said = await run(request, node, async (context) => {
      if (asked.root) await countOfMinute(context, node.code, 'sent', WEIGHT_OF_ALL_STATIONS); // counted against what it sends next
      return answerDigests(context, node.code, asked);
    });
    if (isRefusal(said)) return reply.code(400).send({ error: said.code, path: said.field });
    return answer(request, reply, profiles.receipt, 200, said);
  });
}
