// What the desk and the citizen door share: assets, probes, routes, language links.
import type { FastifyInstance } from 'fastify';
import type { Config } from '../platform/config.ts';
import { isShipped } from '../platform/i18n/index.ts';
import { type Kit, checkingKey, openShowing } from '../modules/notices/index.ts';
import type { Assets } from '../web/assets.ts';

/** Files built at start, under names that change with their content, so browsers may keep them for ever. */
export function mountAssets(app: FastifyInstance, assets: Assets): void {
  app.get('/assets/*', async (request, reply) => {
    const file = assets.files.get(request.url.split('?')[0]!);
    if (!file) return reply.code(404).type('text/plain').send('not found');
    const accepts = String(request.headers['accept-encoding'] ?? '');
    reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding').type(file.contentType);
    if (file.brotli && accepts.includes('br')) return reply.header('content-encoding', 'br').send(file.brotli);
    if (file.gzip && accepts.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip);
    return reply.send(file.body);
  });
}

/** From the root, so that it speaks for the whole desk; asked for anew each time, so that a new release's takes the place of the old. */
export function mountPushWorker(app: FastifyInstance, script: Buffer): void {
  app.get('/push-worker.js', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(script),
  );
}

/** GET /language/hi?back=/… keeps the chosen language for a year and goes back. Only paths of this site are gone back to. */
export function mountLanguage(app: FastifyInstance): void {
  app.get<{ Params: { code: string }; Querystring: { back?: unknown } }>('/language/:code', async (request, reply) => {
    const { code } = request.params;
    const { back } = request.query;
    if (isShipped(code)) reply.setCookie('lang', code, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true });
    return reply
      .code(303)
      .header('location', typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) && !back.includes('\\') ? back : '/')
      .send();
  });
}

/** Which notices may be shown, and where the code on a poster leads: the citizen door, from whichever it was printed. */
export function noticeKit(config: Config): Kit {
  return {
    showing: openShowing(checkingKey({ ...config.noticeKeys, secret: config.secret, demo: config.demo })),
    origin: config.publicOrigins.citizen ?? `http://localhost:${config.ports.citizen}`,
  };
}
