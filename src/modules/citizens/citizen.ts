// The pages on which a citizen types the code sent to their telephone, for whichever flow needs a proved telephone.
import { z } from 'zod';
import type { Refusal } from '../../kernel/refusal.ts';
import { text } from '../../web/fields.ts';
import {
  type FieldErrors,
  type Input,
  type Params,
  type RedirectAnswer,
  type RequestContext,
  type Route,
  form,
  redirect,
  show,
} from '../../web/route.ts';
import type { View } from '../../web/view.ts';
import { checkCode, sendCode } from './code.ts';
import { CodePage } from './pages/code-page.tsx';

/** One flow of pages that ends in a proved telephone. */
export type CodeFlow = {
  permission: string;
  audit: string;
  purpose: string;
  /** Of the page the code is typed on; `<path>/again` sends a new one. */
  path: string;
  /** Keeps a code sent for one flow from opening another. */
  codePurpose: string;
  /** Where to begin when no telephone was given yet. */
  begin: string;
  telephoneOf(context: RequestContext, cookies: Params): Promise<string | null>;
  /** What follows the right code. A refusal undoes everything, the use of the code too. */
  proved(context: RequestContext, input: Input & { telephone: string }): Promise<RedirectAnswer | Refusal>;
};

export function codeRoutes(flow: CodeFlow): Route[] {
  const { permission, audit, purpose, path, codePurpose, begin } = flow;
  const ground = { permission, audit, purpose };
  const again = `${path}/again`;
  const codeRoute = form({
    ...ground,
    path,
    schema: z.strictObject({ code: text(20, 'citizens.error.code') }),
    async show(context, { cookies, query, errors }) {
      const { view } = context;
      const telephone = await flow.telephoneOf(context, cookies);
      if (!telephone) return redirect(begin);
      const state = { values: {}, errors: { ...codeErrors(view, query), ...errors } };
      return show(view.t('citizens.code.title'), CodePage({ view, form: state, action: path, again, telephone }));
    },
    async save(context, { draft, ...input }) {
      const telephone = await flow.telephoneOf(context, input.cookies);
      if (!telephone) return redirect(begin);
      const wrong = await checkCode(context, { telephone, purpose: codePurpose, typed: draft.code });
      return wrong ? redirect(wrongCode(path, wrong)) : flow.proved(context, { ...input, telephone });
    },
  });
  const againRoute = form({
    ...ground,
    path: again,
    schema: z.strictObject({}),
    async save(context, { cookies, networkAddress }) {
      const telephone = await flow.telephoneOf(context, cookies);
      if (!telephone) return redirect(begin);
      const refusal = await sendCode(context, { telephone, purpose: codePurpose, locale: context.view.locale, networkAddress });
      return refusal ? { ...refusal, field: undefined } : redirect(path);
    },
  });
  return [codeRoute, againRoute];
}

const KNOWN = ['credentials.codeWrong', 'credentials.codeExpired', 'credentials.codeSpent'];

/** A wrong code is answered with a redirect, so that the try is counted; the address says what was wrong. */
function wrongCode(path: string, refusal: Refusal): string {
  const left = typeof refusal.facts['triesLeft'] === 'number' ? `&left=${refusal.facts['triesLeft']}` : '';
  return `${path}?wrong=${refusal.code}${left}`;
}

/** Reads it back. Anything else in the address is ignored: it is the visitor's to write. */
function codeErrors(view: Pick<View, 't'>, query: Params): FieldErrors {
  const code = query['wrong'] ?? '';
  if (!KNOWN.includes(code)) return {};
  const triesLeft = /^\d$/.test(query['left'] ?? '') ? Number(query['left']) : 0;
  return { code: view.t(code, { triesLeft }) };
}
