// A message as the contract has it, its paper's key, and the digest of its content: made here a second time, from the published words alone.
import { createHash } from 'node:crypto';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type PaperOf = {
  kind: 'fir' | 'zero-fir' | 'general-diary';
  state: string;
  district: string;
  station: string;
  year: number;
  number: string;
};
export type Message = {
  messageId: string;
  type: string;
  version: 1;
  node: string;
  sentAt: string;
  eventAt: string;
  /** Not of a station's nil report, which is of a day and has no row to stand in. */
  paper?: PaperOf;
  rawNumber?: string;
  sequence?: number;
  body: { [name: string]: Json };
};

/** Numbers this node writes are digits, so that only leading zeros are to be dropped. */
export function paperKeyOf({ state, district, station, kind, year, number }: PaperOf): string {
  return [state, district, station, kind, year, number.replace(/^0+(?=\d)/, '')].join('/');
}

/** Names in order, nothing between: one content is one text. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name]!)}`).join(',')}}`;
}

/** SHA-256 over everything but the message's id and the moment it was sent: told twice, the same thing has the same digest. */
export function contentDigestOf(message: Message): string {
  const { messageId: _id, sentAt: _sentAt, ...content } = message;
  return createHash('sha256')
    .update(canonical(content as unknown as Json))
    .digest('hex');
}
