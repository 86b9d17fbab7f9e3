// An answer on its way out: page, redirect, file, JSON, or a refusal in words.
import type { FastifyReply } from 'fastify';
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import { renderPage, renderRefusal } from './answer-page.tsx';
import type { Asked, Site } from './ask.ts';
import type { Answer, RedirectAnswer } from './route.ts';
import type { View } from './view.ts';

function sendRedirect(reply: FastifyReply, answer: RedirectAnswer): FastifyReply {
  for (const { name, value, maxAgeSeconds } of answer.cookies ?? []) {
    reply.setCookie(name, value, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: maxAgeSeconds });
  }
  return reply.code(303).header('location', locationOf(answer)).send();
}

export function locationOf(answer: RedirectAnswer): string {
  if (!answer.done) return answer.to;
  return `${answer.to}${answer.to.includes('?') ? '&' : '?'}done=${answer.done}`;
}

export async function send(site: Site, ask: Asked, answer: Answer): Promise<FastifyReply> {
  const { reply, view } = ask;
  if (isRefusal(answer)) return sendRefusal(site, ask, answer);
  if (answer.kind === 'redirect') return sendRedirect(reply, answer);
  if (answer.kind === 'json')
    return reply
      .code(answer.status ?? 200)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(answer.value));
  if (answer.unlisted) reply.header('x-robots-tag', 'noindex, noarchive, noimageindex');
  if (answer.status === 410) reply.header('clear-site-data', '"cache"'); // what the browser still keeps of it goes too
  if (answer.status === 503) reply.header('retry-after', '300');
  if (answer.kind === 'file') {
    if (answer.contentPolicy) reply.header('content-security-policy', answer.contentPolicy);
    if (answer.cacheControl) reply.header('cache-control', answer.cacheControl);
    if (answer.fileName) reply.header('content-disposition', `inline; filename="${answer.fileName}"`);
    return reply
      .code(answer.status ?? 200)
      .type(answer.contentType)
      .send(answer.body);
  }
  return reply
    .code(answer.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(renderPage(answer, view));
}

export async function sendRefusal(site: Site, ask: Asked, refusal: Refusal): Promise<FastifyReply> {
  const { reply, request } = ask;
  if (refusal.code === 'web.error.signIn') {
    const ended = site.sessionCookie && ask.cookies[site.sessionCookie] ? '&ended=yes' : '';
    return sendRedirect(reply, { kind: 'redirect', to: `${site.signInPath}?next=${encodeURIComponent(request.url)}${ended}` });
  }
  const { html, status } = renderRefusal(refusal, refusedView(ask), request.id);
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}

/** A refusal says nothing of what went well before; and of a form that has no page of its own, another language leads to the page it was sent from. */
function refusedView({ view, request }: Asked): View {
  const said = { ...view, alert: view.alert?.kind === 'success' ? null : view.alert };
  if (request.method !== 'POST') return said;
  const { referer = '', host } = request.headers;
  const from = URL.canParse(referer) ? new URL(referer) : null;
  from?.searchParams.delete('done');
  return { ...said, path: from?.host === host ? `${from!.pathname}${from!.search}` : '/' };
}
