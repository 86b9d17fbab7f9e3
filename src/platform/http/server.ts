// A Fastify server as every door starts it: limits, security headers, health, readiness, metrics, request log, graceful stop.
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Tools } from '../context.ts';
import { metricsText, observeRequest } from '../metrics.ts';
import type { Log } from '../log.ts';

export const FORM_LIMIT = 256 * 1024;
export const UPLOAD_LIMIT = 12 * 1024 * 1024;

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function addHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy': CONTENT_POLICY,
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'geolocation=(self), camera=(), microphone=(), browsing-topics=()',
      'x-frame-options': 'DENY',
    });
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

function addLog(app: FastifyInstance, tools: Tools, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    observeRequest(tools.door, route, reply.statusCode, reply.elapsedTime / 1000);
    log.info({
      door: tools.door,
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
}

function addProbes(app: FastifyInstance, tools: Tools, state: { stopping: boolean }): void {
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) => {
    const answers = await sql`select 1`.execute(tools.db).then(
      () => true,
      () => false,
    );
    const ready = answers && !state.stopping;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4').send(await metricsText()));
}

export type Server = { app: FastifyInstance; listen(host: string, port: number): Promise<string>; stop(): Promise<void> };

export async function createServer(tools: Tools, log: Log): Promise<Server> {
  const state = { stopping: false };
  const app = fastify({
    logger: false,
    bodyLimit: FORM_LIMIT,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: FORM_LIMIT });
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 8, fields: 400, fieldSize: 64 * 1024, parts: 410 },
    throwFileSizeLimit: false,
  });
  addHeaders(app);
  addLog(app, tools, log);
  addProbes(app, tools, state);
  return {
    app,
    listen: (host, port) => app.listen({ host, port }),
    async stop() {
      state.stopping = true;
      await app.close();
    },
  };
}
