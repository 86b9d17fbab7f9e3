// What a message says, as one digest: two messages with the same content have the same, in whichever rendering and order of names they came.
import { createHash } from 'node:crypto';
import type { Message } from './envelope.ts';

/** JSON in one way of writing (RFC 8785): names in order of their UTF-16 units, no spaces. Numbers of this contract are whole. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)); // prettier-ignore
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** SHA-256 of the message without its id and the time it was sent: the same words sent again are the same content. */
export function contentDigest(message: Message): Buffer {
  const { messageId: _, sentAt: __, ...content } = message;
  return createHash('sha256').update(canonicalJson(content)).digest();
}
