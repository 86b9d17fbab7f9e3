// What every page is given besides its own data: the words, the language, the moment, the door, and who is looking.
import type { Instant } from '../kernel/time.ts';
import type { Locale, Translate } from '../platform/i18n/index.ts';

export type Door = 'citizen' | 'desk' | 'exchange';

/** Addresses of the built styles, scripts and sign (content hash in the name), and the fonts each language's pages fetch early. */
export type PageAssets = { styles: string; islands: string; icon?: string; fonts?: Partial<Record<Locale, readonly string[]>> };

/** What an app shows of a link shared in it. Apps keep it and nobody can take it back: never a name, never a face. */
export type ShareCard = { title: string; text: string };

export type View = {
  t: Translate;
  locale: Locale;
  dir: 'ltr' | 'rtl';
  now: Instant;
  door: Door;
  /** Path of this page, with its query: where a language link comes back to. */
  path: string;
  /** True where every person and record is invented. */
  demo: boolean;
  /** Sent back as `_key` by every form, so a form sent twice acts once. */
  idempotencyKey: string;
  assets: PageAssets;
  officer: { name: string; role: string; office: string } | null;
  /** Whether the reader may: for offering no page that would refuse them. The page's own route asks again. */
  may(permission: string): boolean;
  /** What the last action came to. Already in words. */
  alert?: { kind: 'success' | 'refused'; text: string } | null;
  card?: ShareCard | null;
};
