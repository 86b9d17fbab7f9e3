// Mounts routes on a door's server: who asks → may they → one transaction → answer. HTTP lives in this folder and nowhere further in.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readReference } from '../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { auditRefused } from '../platform/audit.ts';
import { type Tools, inContext, inContextUnless } from '../platform/context.ts';
import { type SavedAnswer, claimKey, hashBody, keepAnswer } from '../platform/http/idempotency.ts';
import { type Asked, type Site, asked, groundOf, mayAsk } from './ask.ts';
import { type RawForm, errorsOf, readDraft, readRawForm } from './read-form.ts';
import type { Answer, Cookie, FieldErrors, FormRoute, FormValues, PageRoute, RedirectAnswer, RequestContext, Route } from './route.ts';
import { factsOfFault } from '../platform/log.ts';
import { locationOf, send, sendRefusal } from './send.ts';

export type { Site } from './ask.ts';

function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return typeof origin === 'string' && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host);
}

/** Refusals that mean "not for you": each is written down, for an officer may be trying doors. */
const closedDoors = new Set(['web.error.mayNot', 'web.error.notFound', 'web.error.crossSite']);

async function refuseAndAudit(site: Site, ask: Asked, route: Route, refusal: Refusal): Promise<FastifyReply> {
  if (ask.actor.kind === 'officer' && closedDoors.has(refusal.code)) {
    await inContext(site.tools, { actor: ask.actor, requestId: ask.request.id, ground: groundOf(route, ask.query) }, (context) =>
      auditRefused(context, readReference(ask.params['reference'] ?? '')),
    );
  }
  return sendRefusal(site, ask, refusal);
}

async function sendAudited(site: Site, ask: Asked, route: Route, answer: Answer): Promise<FastifyReply> {
  return isRefusal(answer) ? refuseAndAudit(site, ask, route, answer) : send(site, ask, answer);
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
  const files = raw.files.map((file) => [file.field, file.bytes.toString('base64')]);
  const bodyHash = hashBody(site.tools.secret, [ask.request.url, raw.values, files, browserOf(ask)]);
  const undo = (answer: Saved) => Array.isArray(answer) || isRefusal(answer);
  return inContextUnless<Saved>(site.tools, asking, undo, async (context) => {
    const claim = await claimKey(context, key, route.path, bodyHash);
    if (claim.kind === 'reused') return refuse('web.error.keyReused');
    if (claim.kind === 'replay') return replayed(claim.answer, site.tools);
    const answer = await route.save({ ...context, view: ask.view } as RequestContext, { ...ask, draft, files: raw.files });
    if (undo(answer)) return answer;
    await keepAnswer(context, key, saveable(answer as RedirectAnswer | { kind: 'json'; value: unknown; status?: number }, site.tools));
    return answer;
  });
}

/** Strangers share one scope of keys, so theirs is told apart by the cookies only their browser has: an answer may carry a session. */
function browserOf({ actor, cookies }: Asked): unknown {
  return actor.kind === 'officer' ? null : Object.entries(cookies).filter(([name]) => name.startsWith('__Host-'));
}

/** With the cookies it set, sealed: of a form sent twice the browser listens only to the second answer. */
function saveable(answer: RedirectAnswer | { kind: 'json'; value: unknown; status?: number }, tools: Tools): SavedAnswer {
  if (answer.kind === 'json')
    return { status: answer.status ?? 200, location: null, body: JSON.stringify(answer.value), cookiesSealed: null };
  const kept = (answer.cookies ?? []).filter(({ once }) => !once);
  const cookiesSealed = kept.length > 0 ? tools.seal(JSON.stringify(kept)) : null;
  return { status: 303, location: locationOf(answer), body: null, cookiesSealed };
}

function replayed(answer: SavedAnswer, tools: Tools): Saved {
  if (answer.location !== null) {
    const cookies = answer.cookiesSealed ? (JSON.parse(tools.unseal(answer.cookiesSealed)) as Cookie[]) : [];
    return { kind: 'redirect', to: answer.location, cookies };
  }
  return { kind: 'json', value: JSON.parse(answer.body ?? 'null'), status: answer.status };
}

/** A body the parsers gave up on. Too large has its own answer. */
function unreadable(error: Error & { statusCode?: number }): Refusal {
  if (error.statusCode === 413) throw error;
  return refuse('web.error.unreadable');
}

async function answerForm(site: Site, route: FormRoute, ask: Asked): Promise<FastifyReply> {
  if (isCrossSite(ask.request)) return refuseAndAudit(site, ask, route, refuse('web.error.crossSite'));
  const raw = await readRawForm(ask.request).catch(unreadable);
  if (isRefusal(raw)) return sendRefusal(site, ask, raw);
  if (!raw.key || !/^[\w-]{8,255}$/.test(raw.key)) return sendRefusal(site, ask, refuse('web.error.keyMissing'));
  const read = readDraft(route.schema, raw.values, ask.view.t);
  const saved: Saved | null = read.ok ? await saveForm(site, route, ask, raw, raw.key, read.draft) : null;
  if (saved && !Array.isArray(saved) && !isRefusal(saved)) return send(site, ask, saved);
  const refusals = (saved ?? []) as Refusal | Refusal[];
  const whole = [refusals].flat().find((refusal) => refusal.field === undefined);
  if (whole && (!route.show || whole.code.startsWith('web.error.'))) return refuseAndAudit(site, ask, route, whole);
  const errors = read.ok ? errorsOf(refusals, ask.view.t) : read.errors;
  if (!route.show) return sendRefusal(site, ask, refuse('web.error.wrongForm', { problem: Object.values(errors)[0] ?? '' }));
  return sendAudited(site, ask, route, await showForm(site, route, ask, raw.values, errors));
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
        guarded(async (ask) => sendAudited(site, ask, route, await answerPage(site, route, ask))),
      );
    else {
      if (route.show)
        app.get(
          route.path,
          guarded(async (ask) => sendAudited(site, ask, route, await showForm(site, route, ask, {}, {}))),
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
