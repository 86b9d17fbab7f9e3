// A Fastify server as every door starts it: limits, security headers, health, readiness, metrics, request log, graceful stop.
import { setTimeout as pause } from 'node:timers/promises';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Tools } from '../context.ts';
import { equalInConstantTime } from '../credentials/index.ts';
import { metricsText, observeRequest } from '../metrics.ts';
import type { Log } from '../log.ts';

export const FORM_LIMIT = 256 * 1024;
export const UPLOAD_LIMIT = 12 * 1024 * 1024;

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** `metricsToken`: lets a collector on another machine read /metrics. `trustedProxies`: whose word on the caller's address is taken.
 * `drainSeconds`: how long /ready says no before the socket closes, for a balancer to notice. */
export type ServerOptions = { metricsToken?: string | undefined; trustedProxies?: readonly string[] | undefined; drainSeconds?: number };

function headersOf(tools: Tools): Record<string, string> {
  return {
    'content-security-policy': CONTENT_POLICY,
    // A demonstration runs without TLS, often beside other programs on the same host.
    ...(tools.demo ? {} : { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), browsing-topics=()',
    'x-frame-options': 'DENY',
  };
}

function addHeaders(app: FastifyInstance, tools: Tools): void {
  app.addHook('onSend', async (_request, reply) => {
    const { 'content-security-policy': policy, 'x-frame-options': frames, ...all } = headersOf(tools);
    const own = reply.hasHeader('content-security-policy'); // of a page that others may frame
    reply.headers(own ? all : { ...all, 'content-security-policy': policy, 'x-frame-options': frames });
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

function refuseAddress(reply: FastifyReply, tools: Tools): FastifyReply {
  const headers = { ...headersOf(tools), 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' };
  return reply.code(400).headers(headers).send('400');
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

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Someone on the machine itself, not through a proxy on it, or with the collector's token. Figures tell a stranger when and where work is done. */
function isOperator(request: FastifyRequest, token: string | undefined): boolean {
  const { headers, socket } = request;
  if (token !== undefined && equalInConstantTime(headers.authorization ?? '', `Bearer ${token}`)) return true;
  const throughProxy = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined || headers.via !== undefined;
  return !throughProxy && LOOPBACK.has(socket.remoteAddress ?? '');
}

function addProbes(app: FastifyInstance, tools: Tools, state: { stopping: boolean }, options: ServerOptions): void {
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) => {
    const answers = await sql`select 1`.execute(tools.db).then(
      () => true,
      () => false,
    );
    const ready = answers && !state.stopping;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isOperator(request, options.metricsToken)) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4').send(await metricsText());
  });
}

export type Server = { app: FastifyInstance; listen(host: string, port: number): Promise<string>; stop(): Promise<void> };

export async function createServer(tools: Tools, log: Log, options: ServerOptions = {}): Promise<Server> {
  const state = { stopping: false };
  const app = fastify({
    logger: false,
    bodyLimit: FORM_LIMIT,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    genReqId: () => newId(),
    // An address that cannot be read belongs to no route: no hook runs for it.
    frameworkErrors: (_error, _request, reply) => void refuseAddress(reply as unknown as FastifyReply, tools),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: FORM_LIMIT });
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 8, fields: 400, fieldSize: 64 * 1024, parts: 410 },
    throwFileSizeLimit: false,
  });
  addHeaders(app, tools);
  addLog(app, tools, log);
  addProbes(app, tools, state, options);
  return {
    app,
    listen: (host, port) => app.listen({ host, port }),
    async stop() {
      state.stopping = true;
      await pause((options.drainSeconds ?? 0) * 1000);
      await app.close();
    },
  };
}
