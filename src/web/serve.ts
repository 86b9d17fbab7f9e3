// Mounts routes on a door's server: who asks → may they → one transaction → answer. HTTP lives in this folder and nowhere further in.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { audit } from '../platform/audit.ts';
import { inContext, inContextUnless } from '../platform/context.ts';
import { claimKey, hashBody, keepAnswer } from '../platform/http/idempotency.ts';
import { type Asked, type Site, asked, groundOf, mayAsk } from './ask.ts';
import { type RawForm, errorsOf, readDraft, readRawForm } from './read-form.ts';
import type { Answer, FieldErrors, FormRoute, FormValues, PageRoute, RedirectAnswer, RequestContext, Route } from './route.ts';
import { factsOfFault } from '../platform/log.ts';
import { locationOf, send, sendRefusal } from './send.ts';

export type { Site } from './ask.ts';

function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return typeof origin === 'string' && origin !== 'null' && new URL(origin).host !== request.headers.host;
}

async function refuseAndAudit(site: Site, ask: Asked, route: Route, refusal: Refusal): Promise<FastifyReply> {
  if (ask.actor.kind === 'officer') {
    await inContext(site.tools, { actor: ask.actor, requestId: ask.request.id, ground: groundOf(route, ask.query) }, (context) =>
      audit(context, 'refused'),
    );
  }
  return sendRefusal(site, ask, refusal);
}

async function answerPage(site: Site, route: PageRoute, ask: Asked): Promise<Answer> {
  const asking = { actor: ask.actor, requestId: ask.request.id, ground: groundOf(route, ask.query) };
  return inContext(site.tools, asking, (context) => route.answer({ ...context, view: ask.view }, ask));
}

async function showForm(site: Site, route: FormRoute, ask: Asked, values: FormValues, errors: FieldErrors): Promise<Answer> {
  const asking = { actor: ask.actor, requestId: ask.request.id, ground: groundOf(route, ask.query) };
  const answer = await inContext(site.tools, asking, (context) => route.show!({ ...context, view: ask.view }, { ...ask, values, errors }));
  const wrong = Object.keys(errors).length > 0;
  return wrong && !isRefusal(answer) && answer.kind === 'page' ? { ...answer, status: 422 } : answer;
}

type Saved = RedirectAnswer | Refusal | Refusal[] | { kind: 'json'; value: unknown; status?: number };

async function saveForm(site: Site, route: FormRoute, ask: Asked, raw: RawForm, key: string, draft: unknown): Promise<Saved> {
  const asking = { actor: ask.actor, requestId: ask.request.id, ground: groundOf(route, ask.query) };
  const bodyHash = hashBody(site.tools.secret, [
    ask.request.url,
    raw.values,
    raw.files.map((file) => [file.field, file.bytes.toString('base64')]),
  ]);
  const undo = (answer: Saved) => Array.isArray(answer) || isRefusal(answer);
  return inContextUnless<Saved>(site.tools, asking, undo, async (context) => {
    const claim = await claimKey(context, key, route.path, bodyHash);
    if (claim.kind === 'reused') return refuse('web.error.keyReused');
    if (claim.kind === 'replay') return replayed(claim.answer);
    const answer = await route.save({ ...context, view: ask.view } as RequestContext, { ...ask, draft, files: raw.files });
    if (undo(answer)) return answer;
    await keepAnswer(context, key, saveable(answer as RedirectAnswer | { kind: 'json'; value: unknown; status?: number }));
    return answer;
  });
}

function saveable(answer: RedirectAnswer | { kind: 'json'; value: unknown; status?: number }) {
  if (answer.kind === 'redirect') return { status: 303, location: locationOf(answer), body: null };
  return { status: answer.status ?? 200, location: null, body: JSON.stringify(answer.value) };
}

function replayed(answer: { status: number; location: string | null; body: string | null }): Saved {
  if (answer.location !== null) return { kind: 'redirect', to: answer.location };
  return { kind: 'json', value: JSON.parse(answer.body ?? 'null'), status: answer.status };
}

async function answerForm(site: Site, route: FormRoute, ask: Asked): Promise<FastifyReply> {
  if (isCrossSite(ask.request)) return sendRefusal(site, ask, refuse('web.error.crossSite'));
  const raw = await readRawForm(ask.request);
  if (!raw.key || !/^[\w-]{8,255}$/.test(raw.key)) return sendRefusal(site, ask, refuse('web.error.keyMissing'));
  const read = readDraft(route.schema, raw.values, ask.view.t);
  const saved: Saved | null = read.ok ? await saveForm(site, route, ask, raw, raw.key, read.draft) : null;
  if (saved && !Array.isArray(saved) && !isRefusal(saved)) return send(site, ask, saved);
  const refusals = (saved ?? []) as Refusal | Refusal[];
  const whole = [refusals].flat().find((refusal) => refusal.field === undefined);
  if (whole && (!route.show || whole.code.startsWith('web.error.'))) return sendRefusal(site, ask, whole);
  const errors = read.ok ? errorsOf(refusals, ask.view.t) : read.errors;
  if (!route.show) return sendRefusal(site, ask, refuse('web.error.wrongForm', { problem: Object.values(errors)[0] ?? '' }));
  return send(site, ask, await showForm(site, route, ask, raw.values, errors));
}

export function mount(app: FastifyInstance, site: Site, routes: readonly Route[]): void {
  for (const route of routes) {
    const guarded = (answer: (ask: Asked) => Promise<FastifyReply>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const ask = await asked(site, request, reply);
      const refusal = mayAsk(site, route, ask.actor);
      return refusal ? refuseAndAudit(site, ask, route, refusal) : answer(ask);
    };
    if (route.kind === 'page')
      app.get(
        route.path,
        guarded(async (ask) => send(site, ask, await answerPage(site, route, ask))),
      );
    else {
      if (route.show)
        app.get(
          route.path,
          guarded(async (ask) => send(site, ask, await showForm(site, route, ask, {}, {}))),
        );
      app.post(
        route.path,
        guarded((ask) => answerForm(site, route, ask)),
      );
    }
  }
}

/** Pages for what no route answers: an unknown address, a body that cannot be read, a fault. A fault is logged by its name and code only. */
export function mountFallbacks(app: FastifyInstance, site: Site): void {
  app.setNotFoundHandler(async (request, reply) => sendRefusal(site, await asked(site, request, reply), refuse('web.error.notFound')));
  app.setErrorHandler(async (error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    const code = fallbackCode(status, error.code);
    if (code === 'web.error.fault')
      site.log.error({ door: site.tools.door, requestId: request.id, ...factsOfFault(error) }, 'request.fault');
    return sendRefusal(site, await asked(site, request, reply), refuse(code));
  });
}

/** PostgreSQL's classes: 23 integrity, 40 transaction rollback: someone else was there first. 22: a value no column can hold. */
function fallbackCode(status: number, code: string | undefined): string {
  if (status === 413 || code === 'FST_REQ_FILE_TOO_LARGE') return 'web.error.tooLarge';
  if (status >= 400 && status < 500) return 'web.error.unreadable';
  if (code === '23505' || code?.startsWith('40')) return 'web.error.conflict';
  return 'web.error.fault';
}
