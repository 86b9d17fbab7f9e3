// The FIR exchange at the door of machines: nodes send signed deliveries and fetch what became of them; anybody reads the contract and the portal's key.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { milliseconds } from '../../kernel/time.ts';
import { type Tools, byStatements, inContext } from '../../platform/context.ts';
import { type Log, factsOfFault } from '../../platform/log.ts';
import { type NodeDoor, mountDigests } from './digests/digest-route.ts';
import { MOST_MESSAGES, type MediaType, countMessages, mediaTypes } from './inbox/finding.ts';
import { isStalled, outcomesAfter } from './inbox/message-store.ts';
import { takeDelivery } from './inbox/take.ts';
import { mountFetching } from './outbox/fetching-routes.ts';
import { publishedFiles } from './published.ts';
import { openAdmission } from './trust/admission.ts';
import { retryAfter, weightOf, weightOfFetch } from './trust/breaker.ts';
import type { Node } from './trust/node.ts';
import { countOfMinute } from './trust/node-store.ts';
import type { PortalKeys } from './trust/portal-key.ts';
import { signedAnswer } from './trust/receipt.ts';
import { componentsOf } from './trust/sender.ts';
import { type Profile, profiles } from './trust/signature.ts';

export const MOST_BYTES = 2 * 1024 * 1024;
/** A receipt says that a message is in hands that work: without any it is not given. */
const STALLED_HOURS = 4;
const STALLED_ASKED_EVERY = 10_000;
const OUTCOMES = { usual: 200, most: 1_000 };
const ground = { name: 'exchange.messages', purpose: 'exchange' } as const;
/** Row security is told whose request it is: a statement that forgets it answers nothing. */
const askingFor = (node: string) => ({ actor: { kind: 'system', name: 'exchange', node }, ground }) as const;

function mediaTypeOf({ headers }: FastifyRequest): MediaType | null {
  if (headers['content-encoding']) return null; // what is signed are the bytes as they are read
  const bare = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return mediaTypes.find((type) => type === bare) ?? null;
}

/** Whether nobody works what is taken; asked of the database now and then. */
function stalledOf(tools: Tools) {
  let asked = -Infinity;
  let stalled = false;
  return async (request: FastifyRequest): Promise<boolean> => {
    const now = milliseconds(tools.clock());
    if (now - asked >= STALLED_ASKED_EVERY) {
      asked = now;
      stalled = await isStalled(
        byStatements(tools, { actor: { kind: 'system', name: 'exchange' }, ground, requestId: request.id }),
        STALLED_HOURS,
      );
    }
    return stalled;
  };
}

/** `after` and `limit` of a fetch; null if they are none, or more is asked than there is. */
function fetchAsked(query: unknown): { after: number; limit: number } | null {
  const { after = '0', limit = String(OUTCOMES.usual), ...more } = query as Record<string, unknown>;
  const whole = (value: unknown) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN);
  const asked = { after: whole(after), limit: whole(limit) };
  return Object.keys(more).length === 0 && asked.after >= 0 && asked.limit >= 1 && asked.limit <= OUTCOMES.most ? asked : null;
}

export type Exchange = { tools: Tools; keys: PortalKeys; log: Log };

function mountNodes(app: FastifyInstance, { tools, keys, log }: Exchange): void {
  const { known, proved } = openAdmission(tools, log);
  const run: NodeDoor['run'] = (request, node, work) => inContext(tools, { ...askingFor(node.code), requestId: request.id }, work);
  const stalled = stalledOf(tools);
  /** Over what it may: answered so, and nothing is done. */
  const waits = async (request: FastifyRequest, reply: FastifyReply, node: Node, kind: 'sent' | 'asked', weight: number) => {
    const before = await countOfMinute(byStatements(tools, { ...askingFor(node.code), requestId: request.id }), node.code, kind, weight);
    const seconds = retryAfter(before, node.messagesAMinute, tools.clock());
    if (seconds === null) return false;
    reply.code(429).header('retry-after', String(seconds)).send({ error: 'too-many-a-minute', most: node.messagesAMinute });
    return true;
  };
  const answer = (request: FastifyRequest, reply: FastifyReply, profile: Profile, status: number, value: unknown): FastifyReply => {
    const { body, headers } = signedAnswer({ profile, signer: keys.signer, status, value }, componentsOf(request.raw), tools.clock());
    return reply.code(status).headers(headers).send(body);
  };
  // The body is kept and signed as it came: nothing may read it before us.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ door: tools.door, requestId: request.id, ...factsOfFault(error) }, 'request.fault');
    return reply.code(status).send({ error: status >= 500 ? 'fault' : status === 413 ? 'too-large' : 'unreadable' });
  });

  const typed = async (request: FastifyRequest, reply: FastifyReply) =>
    mediaTypeOf(request) ? undefined : reply.code(415).header('accept-post', mediaTypes.join(', ')).send({ error: 'media-type' });
  app.post('/v1/messages', { bodyLimit: MOST_BYTES, onRequest: [typed, known(profiles.send)] }, async (request, reply) => {
    const mediaType = mediaTypeOf(request)!;
    const came = await proved(request, reply, mediaType);
    if (!came) return reply;
    const { node, ...sent } = came;
    if (await stalled(request)) return reply.code(503).header('retry-after', '600').send({ error: 'stalled' });
    const messages = countMessages(came.raw, mediaType);
    if (messages > MOST_MESSAGES) return reply.code(413).send({ error: 'too-many-messages', most: MOST_MESSAGES });
    if (await waits(request, reply, node, 'sent', weightOf(messages, came.raw.length))) return reply;
    const receipt = await takeDelivery(byStatements(tools, { ...askingFor(node.code), requestId: request.id }), node, {
      ...sent,
      mediaType,
    });
    return answer(request, reply, profiles.receipt, 202, receipt);
  });

  app.get('/v1/outcomes', { onRequest: known(profiles.fetch) }, async (request, reply) => {
    const came = await proved(request, reply, 'none');
    if (!came) return reply;
    const asked = fetchAsked(request.query);
    if (!asked) return reply.code(400).send({ error: 'query', expected: `after, a cursor; limit, 1 to ${OUTCOMES.most}` });
    if (await waits(request, reply, came.node, 'asked', weightOfFetch(asked.limit))) return reply;
    const outcomes = await run(request, came.node, (context) => outcomesAfter(context, came.node.code, asked.after, asked.limit));
    const next = outcomes.at(-1)?.cursor ?? asked.after;
    return answer(request, reply, profiles.answer, 200, { node: came.node.code, outcomes, next, more: outcomes.length === asked.limit });
  });
  mountDigests(app, { known, proved, run, answer, waits });
  mountFetching(app, { known, proved, run, answer, waits, fetchAsked });
}

function mountContract(app: FastifyInstance, { keys }: Exchange): void {
  const files = publishedFiles();
  app.get('/v1/contract/portal-key', async () => keys.published);
  app.get('/v1/contract/portal-key.pem', async (_request, reply) => reply.type('application/x-pem-file').send(keys.published.keys[0]!.pem));
  app.get('/v1/contract/', async () => ({ files: [...files.keys()].toSorted() }));
  app.get<{ Params: { '*': string } }>('/v1/contract/*', async (request, reply) => {
    const file = files.get(request.params['*']);
    return file
      ? reply.type(file.type).header('cache-control', 'public, max-age=300').send(file.body)
      : reply.code(404).send({ error: 'not-found' });
  });
}

export async function mountExchange(app: FastifyInstance, exchange: Exchange): Promise<void> {
  await app.register(async (scope) => mountNodes(scope, exchange));
  mountContract(app, exchange);
}
