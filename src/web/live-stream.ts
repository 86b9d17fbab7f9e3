// Server-sent events: each open desk page hears what concerns its office, as long as its session lives. One database listener feeds all pages of the process.
import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Actor } from '../platform/context.ts';
import { listenTo } from '../platform/database/index.ts';
import { LIVE_CHANNEL, type LiveNews } from '../platform/live.ts';

const BEAT_MILLISECONDS = 25_000; // under the usual 30 s idle limit of proxies

export type LiveStream = { stop(): Promise<void> };

type Identify = (cookies: Record<string, string>) => Promise<Actor | null>;
type Page = { officeId: string; cookies: Record<string, string>; response: ServerResponse };

/** Writes to the page if its session still lives and still acts for that office; else ends the stream, as it does when nobody can tell. */
async function tellPage({ officeId, cookies, response }: Page, identify: Identify, text: string): Promise<void> {
  const actor = await identify(cookies).catch(() => null);
  if (actor?.kind === 'officer' && actor.officeId === officeId) response.write(text);
  else response.end();
}

/** Mounts GET /live. `identify` is asked at each connection, news and beat, and must not prolong the session. A page without an officer gets 401 and stops trying. */
export function mountLive(app: FastifyInstance, url: string, identify: Identify): LiveStream {
  const open = new Set<Page>();
  const tell = (pages: Iterable<Page>, text: string): void => {
    for (const page of pages) void tellPage(page, identify, text);
  };
  const source = listenTo(url, LIVE_CHANNEL, (payload) => {
    const news = JSON.parse(payload) as LiveNews;
    const concerned = [...open].filter(({ officeId }) => (news.offices as string[]).includes(officeId));
    tell(concerned, `event: ${news.kind}\ndata: ${news.count}\n\n`);
  });
  const beat = setInterval(() => tell(open, ': still here\n\n'), BEAT_MILLISECONDS);
  beat.unref();
  app.get('/live', async (request, reply) => {
    const cookies = request.cookies as Record<string, string>;
    const actor = await identify(cookies);
    if (actor?.kind !== 'officer') return reply.code(401).send();
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.write('retry: 2000\n\n');
    const page = { officeId: actor.officeId as string, cookies, response };
    open.add(page);
    request.raw.on('close', () => open.delete(page));
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
