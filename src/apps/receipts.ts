// Where gateways report what became of messages: by each carrier's own token, so many requests a minute, and one answer whether we know the message or not.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { instantFrom, milliseconds } from '../kernel/time.ts';
import { type Tools, inContext } from '../platform/context.ts';
import { equalInConstantTime } from '../platform/credentials/index.ts';
import { type Log, factsOfFault } from '../platform/log.ts';
import { type ReportingChannel, insertReceipts, receiptStatuses, reportingChannels } from '../platform/messages/index.ts';

/** A minute: a gateway that reports 10,000 alerts one by one stays below; a stranger guessing tokens does not get far. */
const REQUESTS = 12_000;
const WRONG_TOKENS = 30;
const MOST_AT_ONCE = 500;

const reportSchema = z.strictObject({
  receipts: z
    .array(
      z.strictObject({
        reference: z.uuid().toLowerCase(),
        status: z.enum(receiptStatuses),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(MOST_AT_ONCE),
});

/** Counts by caller in windows of a minute, in memory of this process: a flood costs the database nothing. */
function counterOf(tools: Tools): (caller: string) => number {
  let minute = 0;
  let counts = new Map<string, number>();
  return (caller) => {
    const now = Math.floor(milliseconds(tools.clock()) / 60_000);
    if (now !== minute) counts = new Map();
    minute = now;
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    return count;
  };
}

const asking = { actor: { kind: 'system', name: 'receipts' }, ground: { name: 'messages.receipts', purpose: 'duty' } } as const;

export type ReceiptsTokens = Readonly<Partial<Record<ReportingChannel, string>>>;

/** Every token is compared, so that the time taken says nothing of which was nearly right. */
function channelOf(tokens: ReceiptsTokens, { headers }: FastifyRequest): ReportingChannel | undefined {
  return reportingChannels.filter((channel) => {
    const token = tokens[channel];
    return token !== undefined && equalInConstantTime(headers.authorization ?? '', `Bearer ${token}`);
  })[0];
}

/**
 * `POST /receipts` with a carrier's token as bearer: `{"receipts": [{"reference", "status", "at"}]}`, up to 500; 202 once they are kept. They count for
 * messages of that carrier's channel alone.
 */
export function mountReceipts(app: FastifyInstance, tools: Tools, tokens: ReceiptsTokens, log: Log): void {
  const requests = counterOf(tools);
  const wrong = counterOf(tools);
  app.post(
    '/receipts',
    {
      // Before the body is read: a stranger's is not.
      async onRequest(request, reply) {
        const known = channelOf(tokens, request) !== undefined;
        const count = (known ? requests : wrong)(request.ip);
        if (!known && count === 1) log.warn({ route: '/receipts' }, 'receipts.wrongToken');
        if (count > (known ? REQUESTS : WRONG_TOKENS)) return reply.code(429).header('retry-after', '60').send({ error: 'too many' });
        return known ? undefined : reply.code(401).send({ error: 'token' });
      },
    },
    async (request, reply) => {
      const channel = channelOf(tokens, request);
      if (!channel) return reply.code(401).send({ error: 'token' });
      const report = reportSchema.safeParse(request.body);
      if (!report.success) return reply.code(400).send({ error: 'expected {receipts: [{reference, status, at}]}' });
      const receipts = report.data.receipts.map(({ at, ...receipt }) => ({ ...receipt, at: instantFrom(at) }));
      await inContext(tools, { ...asking, requestId: request.id }, (context) => insertReceipts(context, channel, receipts));
      return reply.code(202).send({ taken: receipts.length });
    },
  );
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ door: tools.door, requestId: request.id, ...factsOfFault(error) }, 'request.fault');
    return reply.code(status).send({ error: status >= 500 ? 'fault' : 'unreadable' });
  });
}
