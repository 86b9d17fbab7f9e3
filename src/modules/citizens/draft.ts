// What a citizen has answered so far, page by page: kept sealed for a day under a token in a cookie, so a dropped line loses nothing.
import { addHours } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { newToken } from '../../platform/credentials/index.ts';
import type { Cookie, FormValues, Params } from '../../web/route.ts';
import { deleteDraft, findDraft, insertDraft, updateDraft } from './store.ts';

export type DraftKind = 'missing' | 'sighting' | 'follow' | 'check' | 'check-follow';
/** `photograph`: a JPEG in base64, already rendered anew. */
export type Draft = { answers: FormValues; photograph: string | null };

const DRAFT_HOURS = 24;
const LONGEST_TOKEN = 100;
const emptyDraft: Draft = { answers: {}, photograph: null };

/** One cookie for each kind, so that following one report does not lose the draft of another. */
function cookieName(kind: DraftKind): string {
  return kind === 'missing' ? '__Host-draft' : `__Host-draft-${kind}`;
}

function tokenIn(cookies: Params, kind: DraftKind): string | null {
  const token = cookies[cookieName(kind)];
  return token && token.length <= LONGEST_TOKEN ? token : null;
}

/** The draft behind the cookies, or an empty one. */
export async function resumeDraft(context: Context, cookies: Params, kind: DraftKind): Promise<Draft> {
  const token = tokenIn(cookies, kind);
  const sealed = token ? await findDraft(context, token, kind, addHours(context.now, -DRAFT_HOURS)) : undefined;
  return sealed ? (JSON.parse(context.tools.unseal(sealed)) as Draft) : emptyDraft;
}

/** Keeps the draft and answers the cookie to send: the same token if it still holds a draft, else a new one. */
export async function keepDraft(context: Context, cookies: Params, kind: DraftKind, draft: Draft): Promise<Cookie> {
  const sealed = context.tools.seal(JSON.stringify(draft));
  const cookie = (value: string): Cookie => ({ name: cookieName(kind), value, maxAgeSeconds: DRAFT_HOURS * 3600 });
  const known = tokenIn(cookies, kind);
  if (known && (await updateDraft(context, known, kind, sealed))) return cookie(known);
  const { token } = newToken();
  await insertDraft(context, token, kind, sealed);
  return cookie(token);
}

/** Removes the draft; the cookie it answers clears itself. */
export async function forgetDraft(context: Context, cookies: Params, kind: DraftKind): Promise<Cookie> {
  const token = tokenIn(cookies, kind);
  if (token) await deleteDraft(context, token, kind);
  return { name: cookieName(kind), value: '', maxAgeSeconds: 0 };
}
