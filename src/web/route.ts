// What a page or form is: it cannot exist without a permission, an audit name and a purpose.
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { ShareCard, View } from './view.ts';

/** A request being answered: its transaction, who asks, and what pages need to print words. */
export type RequestContext = Context & { view: View };

export type Params = Record<string, string>;
/** A form's raw text by field name, dotted for lists (`children.0.name`). Shown again as typed when something is wrong. */
export type FormValues = Record<string, string | string[]>;
/** Sentences by field name; '' holds what concerns the whole form. */
export type FieldErrors = Record<string, string>;
export type UploadedFile = { field: string; bytes: Buffer; tooLarge: boolean };

/** `unlisted`: search engines keep no copy. `card`: what an app shows of the shared link. */
type PageOptions = { status?: number; bare?: boolean; unlisted?: boolean; card?: ShareCard };
export type PageAnswer = { kind: 'page'; title: string; body: ComponentChildren } & PageOptions;
export type RedirectAnswer = { kind: 'redirect'; to: string; done?: string; cookies?: Cookie[] };
export type FileAnswer = {
  kind: 'file';
  body: Buffer;
  contentType: string;
  status?: number;
  cacheControl?: string;
  /** What it is called where it is kept. */
  fileName?: string;
  unlisted?: boolean;
  /** In place of the door's own content policy: of a page that others may frame. */
  contentPolicy?: string;
};
export type JsonAnswer = { kind: 'json'; value: unknown; status?: number };
export type Answer = PageAnswer | RedirectAnswer | FileAnswer | JsonAnswer | Refusal;
/** An empty value clears the cookie. */
export type Cookie = {
  name: string;
  value: string;
  maxAgeSeconds: number;
  /** Opens something of its own accord: given once, never again for the same form sent twice. */
  once?: true;
};

type Ground = {
  path: string;
  /** A key of officers/may.ts; 'anyone' on the citizen door and sign-in pages; 'signed-in' for any officer. */
  permission: string;
  /** Name in the audit log, e.g. `missingReport.view`. */
  audit: string;
  /** Why records are opened here, in the audit log, e.g. `tracing`. */
  purpose: string;
};

/** What came with the request besides its form. `networkAddress` only for budgets against floods; it is not stored as such. */
export type Input = {
  params: Params;
  query: Params;
  cookies: Params;
  networkAddress: string;
  /** What a machine shows in place of a cookie (`Authorization: Bearer …`). */
  bearer: string | null;
  /** Someone is looking at the page: not a HEAD, not fetched ahead, not fetched by another site. Only such a request may say that something was seen. */
  looked: boolean;
};

export type PageRoute = Ground & {
  kind: 'page';
  answer(context: RequestContext, input: Input): Promise<Answer>;
};

export type FormRoute = Ground & {
  kind: 'form';
  /** Strict: unknown fields are refused. */
  schema: z.ZodType;
  /** Draws the form; also drawn again with `values` and `errors` when what came in was wrong. Without it only POST exists. */
  show?(context: RequestContext, input: Input & { values: FormValues; errors: FieldErrors }): Promise<Answer>;
  /** Stores the draft. A refusal undoes everything and shows the form again. */
  save(
    context: RequestContext,
    input: Input & { draft: unknown; files: UploadedFile[] },
  ): Promise<RedirectAnswer | Refusal | Refusal[] | JsonAnswer>;
};

export type Route = PageRoute | FormRoute;

export function page(route: Omit<PageRoute, 'kind'>): PageRoute {
  return { kind: 'page', ...route };
}

/** Ties the draft's type to the schema's. */
export function form<Schema extends z.ZodType>(
  route: Omit<FormRoute, 'kind' | 'schema' | 'save'> & {
    schema: Schema;
    save(
      context: RequestContext,
      input: Input & { draft: z.output<Schema>; files: UploadedFile[] },
    ): Promise<RedirectAnswer | Refusal | Refusal[] | JsonAnswer>;
  },
): FormRoute {
  return { kind: 'form', ...route } as FormRoute;
}

export function show(title: string, body: ComponentChildren, options: PageOptions = {}): PageAnswer {
  return { kind: 'page', title, body, ...options };
}

/** 303 See Other. `done` is a key of the catalogues, shown once at the top of the next page. */
export function redirect(to: string, done?: string, cookies?: Cookie[]): RedirectAnswer {
  return { kind: 'redirect', to, ...(done ? { done } : {}), ...(cookies ? { cookies } : {}) };
}
