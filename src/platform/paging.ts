// Which page of a list is asked for. Of long lists, newest first: it begins after the last row shown, by its moment and, among rows of one moment, by its id.
import { type Instant, instantFrom } from '../kernel/time.ts';

export type After = { at: Instant; id: string };

export function afterText({ at, id }: After): string {
  return `${at}_${id}`;
}

const SHAPE = /^(\d{4}-\d\d-\d\dT[\d:.]{5,12}Z)_([0-9a-z-]{1,40})$/;

/** Only what `afterText` wrote, of an id of this shape, continues a list; anything else starts it. */
export function readAfter(text: string | undefined, idShape: RegExp): After | null {
  const [, at, id] = SHAPE.exec(text ?? '') ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)) || !idShape.test(id)) return null;
  return { at: instantFrom(at), id };
}

/** The page an address asks for, from 1 to `pages`; the first where it says no whole number. */
export function pageAsked(text: string | undefined, pages: number): number {
  return /^\d{1,6}$/.test(text ?? '') ? Math.min(pages, Math.max(1, Number(text))) : 1;
}

/** What of a list that is in hand stands on a page, counted from 1. */
export type Paged<T> = { shown: readonly T[]; page: number; pages: number };

export function pageOf<T>(rows: readonly T[], text: string | undefined, size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = pageAsked(text, pages);
  return { shown: rows.slice((page - 1) * size, page * size), page, pages };
}
