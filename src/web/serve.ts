// Mounts routes on a door's server: who asks → may they → one transaction → answer → page. HTTP lives here and nowhere further in.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { audit } from '../platform/audit.ts';
import { type Actor, type Tools, inContext, inContextUnless } from '../platform/context.ts';
import { claimKey, hashBody, keepAnswer } from '../platform/http/idempotency.ts';
import { type Locale, directionOf, negotiate } from '../platform/i18n/locales.ts';
import { translatorFor } from '../platform/i18n/translate.ts';
import type { Log } from '../platform/log.ts';
import { refusalPage, renderPage } from './answer-page.tsx';
import { type RawForm, errorsOf, readDraft, readRawForm } from './read-form.ts';
import type { Answer, FieldErrors, FormRoute, FormValues, PageRoute, Params, RedirectAnswer, RequestContext, Route } from './route.ts';
import type { Assets, View } from './view.ts';

export type Site = {
  tools: Tools;
  assets: Assets;
  log: Log;
  /** The officer or citizen behind the request's cookies; null if nobody is signed in. */
  identify: (cookies: Params) => Promise<Actor | null>;
  /** Where a page that needs an officer sends a stranger. */
  signInPath: string;
};

type Asked = { actor: Actor; view: View; params: Params; query: Params; cookies: Params; request: FastifyRequest; reply: FastifyReply };

function viewOf(site: Site, request: FastifyRequest, actor: Actor, query: Params): View {
  const locale: Locale = negotiate(request.headers['accept-language'], query.lang ?? request.cookies.lang);
  const t = translatorFor(locale);
  const { tools } = site;
  const done = query.done && /^[\w-]+\.done\.[\w.]+$/.test(query.done) ? t(query.done) : null;
  return {
    t,
    locale,
    dir: directionOf(locale),
    now: tools.clock(),
    door: tools.door === 'desk' ? 'desk' : 'citizen',
    path: request.url.split('?')[0]!,
    demo: tools.demo,
    idempotencyKey: newId(),
    assets: site.assets,
    officer: actor.kind === 'officer' ? { name: actor.name, role: t(`officers.role.${actor.role}`), office: actor.officeName } : null,
    alert: done ? { kind: 'success', text: done } : null,
  };
}

function strings(record: unknown): Params {
  return Object.fromEntries(Object.entries((record ?? {}) as Record<string, unknown>).filter(([, v]) => typeof v === 'string')) as Params;
}

async function asked(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<Asked> {
  const cookies = strings(request.cookies);
  const query = strings(request.query);
  const actor = (await site.identify(cookies)) ?? { kind: 'citizen', reporterKey: null };
  return { actor, view: viewOf(site, request, actor, query), params: strings(request.params), query, cookies, request, reply };
}

/** Purposes an officer may state when opening a record outside their own cases. */
export const statedPurposes = ['tracing', 'identification', 'inquiry', 'supervision', 'court-order'] as const;

function groundOf(route: Route, query: Params) {
  const stated = (statedPurposes as readonly string[]).includes(query.purpose ?? '') ? query.purpose! : route.purpose;
  return { name: route.audit, purpose: stated };
}

function mayAsk(site: Site, route: Route, actor: Actor): Refusal | null {
  if (route.permission === 'anyone') return null;
  if (site.tools.door === 'desk' && actor.kind !== 'officer') return refuse('web.error.signIn');
  if (route.permission === 'signed-in') return null;
  return site.tools.may(actor, route.permission) ? null : refuse('web.error.mayNot', { permission: route.permission });
}

function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return typeof origin === 'string' && origin !== 'null' && new URL(origin).host !== request.headers.host;
}

function sendRedirect(reply: FastifyReply, answer: RedirectAnswer): FastifyReply {
  for (const { name, value, maxAgeSeconds } of answer.cookies ?? []) {
    reply.setCookie(name, value, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: maxAgeSeconds });
  }
  return reply.code(303).header('location', locationOf(answer)).send();
}

function locationOf(answer: RedirectAnswer): string {
  if (!answer.done) return answer.to;
  return `${answer.to}${answer.to.includes('?') ? '&' : '?'}done=${answer.done}`;
}

async function send(site: Site, ask: Asked, answer: Answer): Promise<FastifyReply> {
  const { reply, view } = ask;
  if (isRefusal(answer)) return sendRefusal(site, ask, answer);
  if (answer.kind === 'redirect') return sendRedirect(reply, answer);
  if (answer.kind === 'json') return reply.code(answer.status ?? 200).type('application/json; charset=utf-8').send(JSON.stringify(answer.value));
  if (answer.kind === 'file') {
    if (answer.cacheControl) reply.header('cache-control', answer.cacheControl);
    return reply.code(answer.status ?? 200).type(answer.contentType).send(answer.body);
  }
  return reply.code(answer.status ?? 200).type('text/html; charset=utf-8').send(renderPage(answer, view));
}

async function sendRefusal(site: Site, ask: Asked, refusal: Refusal): Promise<FastifyReply> {
  const { reply, view, request } = ask;
  if (refusal.code === 'web.error.signIn') return sendRedirect(reply, { kind: 'redirect', to: `${site.signInPath}?next=${encodeURIComponent(request.url)}` });
  const { page, status } = refusalPage(refusal, view, request.id);
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(page, view));
}

async function refuseAndAudit(site: Site, ask: Asked, route: Route, refusal: Refusal): Promise<FastifyReply> {
  if (ask.actor.kind === 'officer') {
    await inContext(site.tools, { actor: ask.actor, requestId: ask.request.id, ground: groundOf(route, ask.query) }, (context) => audit(context, 'refused'));
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
  const bodyHash = hashBody([ask.request.url, raw.values, raw.files.map((file) => [file.field, hashBody(file.bytes.toString('base64')).toString('hex')])]);
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
    if (route.kind === 'page') app.get(route.path, guarded(async (ask) => send(site, ask, await answerPage(site, route, ask))));
    else {
      if (route.show) app.get(route.path, guarded(async (ask) => send(site, ask, await showForm(site, route, ask, {}, {}))));
      app.post(route.path, guarded((ask) => answerForm(site, route, ask)));
    }
  }
}
