// A request before it is answered: who asks, in which language, on what ground, and whether they may.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Actor, Ground, Tools } from '../platform/context.ts';
import { type Locale, directionOf, hasWords, negotiate, translatorFor } from '../platform/i18n/index.ts';
import { hasForbiddenCharacters } from '../platform/http/clean-text.ts';
import type { Log } from '../platform/log.ts';
import type { Input, Params, Route } from './route.ts';
import { statedPurposes } from './stated-purposes.ts';
import type { PageAssets, View } from './view.ts';

export type Site = {
  tools: Tools;
  assets: PageAssets;
  log: Log;
  /** The officer or citizen behind the request's cookies; null if nobody is signed in. */
  identify: (cookies: Params) => Promise<Actor | null>;
  /** Where a page that needs an officer sends a stranger. */
  signInPath: string;
  /** The cookie a signed-in browser has: who still sends it and is nobody any more is told so. */
  sessionCookie?: string;
};

export type Asked = Input & { actor: Actor; view: View; request: FastifyRequest; reply: FastifyReply };

function viewOf(site: Site, request: FastifyRequest, actor: Actor, query: Params): View {
  const locale: Locale = negotiate(request.headers['accept-language'], query.lang ?? request.cookies.lang);
  const t = translatorFor(locale);
  const { tools } = site;
  const done = query.done && /^[\w-]+\.done\.[\w.-]+$/.test(query.done) && hasWords(query.done) ? t(query.done) : null;
  return {
    t,
    locale,
    dir: directionOf(locale),
    now: tools.clock(),
    door: tools.door === 'worker' ? 'exchange' : tools.door,
    path: request.url,
    demo: tools.demo,
    idempotencyKey: newId(),
    assets: site.assets,
    officer: actor.kind === 'officer' ? { name: actor.name, role: t(`officers.role.${actor.role}`), office: actor.officeName } : null,
    may: (permission) => tools.may(actor, permission),
    alert: done
      ? { kind: 'success', text: done }
      : query.ended === 'yes' && actor.kind !== 'officer'
        ? { kind: 'refused', text: t('web.error.signedOut') }
        : null,
  };
}

/** What came as text. A value with characters no text may have is as if it had not come: a database takes no NUL. */
function strings(record: unknown): Params {
  const came = Object.entries((record ?? {}) as Record<string, unknown>);
  const taken = came.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !hasForbiddenCharacters(pair[1]));
  return Object.assign(Object.create(null), Object.fromEntries(taken)) as Params;
}

/** Every name of an address's pattern has a value: where none could be taken, one that nothing is called by. */
function emptied(params: unknown): Params {
  return Object.fromEntries(Object.keys((params ?? {}) as object).map((name) => [name, '']));
}

function isLook({ method, headers }: FastifyRequest): boolean {
  const ahead = /prefetch|prerender/i.test([headers['sec-purpose'], headers['purpose'], headers['x-moz']].join(' '));
  return method === 'GET' && !ahead && headers['sec-fetch-site'] !== 'cross-site';
}

export async function asked(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<Asked> {
  const cookies = strings(request.cookies);
  const query = strings(request.query);
  const actor = (await site.identify(cookies)) ?? { kind: 'citizen', reporterKey: null };
  return {
    actor,
    view: viewOf(site, request, actor, query),
    params: { ...emptied(request.params), ...strings(request.params) },
    query,
    cookies,
    networkAddress: request.ip,
    bearer: /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null,
    looked: isLook(request),
    request,
    reply,
  };
}

export function groundOf(route: Route, query: Params): Ground {
  const stated = (statedPurposes as readonly string[]).includes(query.purpose ?? '') ? query.purpose! : route.purpose;
  return { name: route.audit, purpose: stated };
}

export function mayAsk(site: Site, route: Route, actor: Actor): Refusal | null {
  if (route.permission === 'anyone') return null;
  if (site.tools.door === 'desk' && actor.kind !== 'officer') return refuse('web.error.signIn');
  if (route.permission === 'signed-in') return null;
  return site.tools.may(actor, route.permission)
    ? null
    : refuse('web.error.mayNot', { permission: route.permission, who: site.tools.whoMay(route.permission).join(',') });
}
