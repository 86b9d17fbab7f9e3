// Where the next page of a list begins, newest first: after the last row shown, by its moment and, among rows of one moment, by its id.
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
