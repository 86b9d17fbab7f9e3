// Server-sent events: each open desk page hears what concerns its office. One database listener feeds all pages of the process.
import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import pg from 'pg';
import type { Actor } from '../platform/context.ts';
import { LIVE_CHANNEL, type LiveNews } from '../platform/live.ts';

const BEAT_MILLISECONDS = 25_000; // under the usual 30 s idle limit of proxies

export type LiveStream = { stop(): Promise<void> };

type Listening = { officeId: string; response: ServerResponse };

function tell(open: Set<Listening>, payload: string): void {
  const news = JSON.parse(payload) as LiveNews;
  for (const { officeId, response } of open) {
    if ((news.offices as string[]).includes(officeId)) response.write(`event: ${news.kind}\ndata: ${news.count}\n\n`);
  }
}

/** Listens on a connection of its own and reconnects when the database comes back. */
function listen(url: string, onNews: (payload: string) => void): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let stopped = false;
  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on('error', () => {});
    next.on('end', () => {
      if (!stopped) setTimeout(() => void connect().catch(() => {}), 1000).unref();
    });
    next.on('notification', (message) => onNews(message.payload ?? ''));
    await next.connect();
    client = next;
    await next.query(`listen ${LIVE_CHANNEL}`);
  }
  void connect().catch(() => setTimeout(() => void connect().catch(() => {}), 1000).unref());
  return {
    async stop() {
      stopped = true;
      await client?.end();
    },
  };
}

/** Mounts GET /live. `identify` is asked again for each connection; a page without an officer gets 401 and stops trying. */
export function mountLive(
  app: FastifyInstance,
  url: string,
  identify: (cookies: Record<string, string>) => Promise<Actor | null>,
): LiveStream {
  const open = new Set<Listening>();
  const source = listen(url, (payload) => tell(open, payload));
  const beat = setInterval(() => open.forEach(({ response }) => response.write(': still here\n\n')), BEAT_MILLISECONDS);
  beat.unref();
  app.get('/live', async (request, reply) => {
    const actor = await identify(request.cookies as Record<string, string>);
    if (actor?.kind !== 'officer') return reply.code(401).send();
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.write('retry: 2000\n\n');
    const listening = { officeId: actor.officeId as string, response };
    open.add(listening);
    request.raw.on('close', () => open.delete(listening));
    return reply;
  });
  return {
    async stop() {
      clearInterval(beat);
      for (const { response } of open) response.end();
      await source.stop();
    },
  };
}
