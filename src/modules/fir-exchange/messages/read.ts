// A message as it came → a message that is valid, or everything that is wrong with it. Never throws; what it can hold is bounded.
import type { Instant } from '../../../kernel/time.ts';
import { type Message, type MessageType, isOfPaper } from './envelope.ts';
import { type Shape, instant, text, whole, written } from './field.ts';
import { nodeForm, uuidForm } from './forms.ts';
import { treeOfJson } from './json.ts';
import { canonicalNumber, paperKey } from './paper-key.ts';
import { type Paper, paper } from './places-and-people.ts';
import { isObject, note, readGroup, readValue } from './read-value.ts';
import type { Flaw } from './reasons.ts';
import { rulesBroken } from './rules.ts';
import { definitionOf, version1 } from './version-1.ts';
import { treeOfXml } from './xml.ts';

/** What can be told of a message that is not valid, so that its row in quarantine can be found. */
export type Heading = {
  messageId: string | null;
  type: MessageType | null;
  node: string | null;
  sentAt: Instant | null;
  eventAt: Instant | null;
  paperKey: string | null;
  sequence: number | null;
  rawNumber: string | null;
};
export type Reading = { valid: true; message: Message } | { valid: false; flaws: Flaw[]; heading: Heading };

export const mediaTypes = ['application/json', 'application/xml'] as const;
export type MediaType = (typeof mediaTypes)[number];

function valueOf<T>(shape: Shape, value: unknown): T | null {
  const flaws: Flaw[] = [];
  const read = readValue(shape, value, '', flaws);
  return flaws.length === 0 && read !== undefined ? (read as T) : null;
}

function headingOf(tree: unknown): Heading {
  const told = isObject(tree) ? tree : {};
  const named = valueOf<Paper>(paper, told.paper);
  return {
    messageId: valueOf(written(uuidForm, 36), told.messageId),
    type: typeof told.type === 'string' ? (definitionOf(told.type)?.type ?? null) : null,
    node: valueOf(written(nodeForm, 15), told.node),
    sentAt: valueOf(instant, told.sentAt),
    eventAt: valueOf(instant, told.eventAt),
    paperKey: named && paperKey(named),
    sequence: valueOf(whole(1, Number.MAX_SAFE_INTEGER), told.sequence),
    rawNumber: valueOf(text(60), told.rawNumber),
  };
}

/** Numbers are kept in the one way of writing, so that two ways of writing one paper are one content. */
function withCanonicalNumbers(message: Message): Message {
  const canonical = (named: Paper): Paper => ({ ...named, number: canonicalNumber(named.number, named.year) });
  const told = isOfPaper(message) ? { ...message, paper: canonical(message.paper) } : message;
  if (told.type === 'FIR.registered' && told.body.transferredFrom)
    return { ...told, body: { ...told.body, transferredFrom: canonical(told.body.transferredFrom) } };
  if (told.type === 'FIR.zeroTransferred' && told.body.registeredAs)
    return { ...told, body: { ...told.body, registeredAs: canonical(told.body.registeredAs) } };
  return told;
}

function judged(tree: unknown, flaws: Flaw[]): Message | null {
  if (!isObject(tree)) {
    note(flaws, '', 'wrong-kind', 'an object');
    return null;
  }
  for (const name of ['type', 'version']) if (!Object.hasOwn(tree, name)) note(flaws, `/${name}`, 'missing');
  if (flaws.length > 0) return null;
  const definition = typeof tree.type === 'string' ? definitionOf(tree.type) : undefined;
  if (!definition) note(flaws, '/type', 'type-unknown');
  if (tree.version !== version1.version) note(flaws, '/version', 'version-unknown', '1');
  if (!definition || flaws.length > 0) return null;
  const read = readGroup(definition.fields, tree, '', flaws);
  if (flaws.length > 0) return null;
  const message = read as unknown as Message;
  flaws.push(...rulesBroken(message));
  return flaws.length > 0 ? null : withCanonicalNumbers(message);
}

/** Plain values, as JSON has them, however they came: from either rendering, a sheet or a form. */
export function readTree(tree: unknown): Reading {
  const flaws: Flaw[] = [];
  const message = judged(tree, flaws);
  return message ? { valid: true, message } : { valid: false, flaws, heading: headingOf(tree) };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const unread = (flaw: Flaw): Reading => ({ valid: false, flaws: [flaw], heading: headingOf(null) });

export function readMessage(bytes: Uint8Array, mediaType: MediaType): Reading {
  if (bytes.byteLength > version1.limits.bytes) return unread({ path: '', reason: 'too-large' });
  const said = textOf(bytes);
  if (said === null) return unread({ path: '', reason: 'encoding' });
  const { tree, flaws } = mediaType === 'application/xml' ? treeOfXml(said) : treeOfJson(said);
  return flaws.length > 0 ? { valid: false, flaws, heading: headingOf(tree) } : readTree(tree);
}
