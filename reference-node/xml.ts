// A message in the XML rendering, by the published schema alone: names, their order and the items of lists are read from messages.xsd, nothing is written twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Message } from './message.ts';

/** `of`: what stands inside, in order; null for text. `named`: a type described elsewhere in the schema. */
type Element = { name: string; of: Element[] | null; named: string | null };

const schema = readFileSync(join(import.meta.dirname, '../contract/v1/messages.xsd'), 'utf8');
const NAMESPACE = /targetNamespace="([^"]+)"/.exec(schema)![1]!;

/** Elements and named types of the schema; of the rest nothing is needed to write. */
function described(): { roots: Map<string, Element>; types: Map<string, Element[]> } {
  const roots = new Map<string, Element>();
  const types = new Map<string, Element[]>();
  const open: Element[] = [];
  for (const [, end, tag, attributes, empty] of schema.matchAll(/<(\/?)xs:(element|complexType)\b([^>]*?)(\/?)>/g)) {
    if (end) {
      if (tag === 'element' || open.at(-1)?.name === '') open.pop();
      continue;
    }
    const said = (name: string): string | null => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1] ?? null;
    if (tag === 'complexType') {
      const name = said('name');
      const inside: Element[] = [];
      if (name !== null) {
        types.set(name, inside);
        open.push({ name: '', of: inside, named: null });
      } else open.at(-1)!.of = inside;
      continue;
    }
    const element = { name: said('name')!, of: null, named: said('type') };
    const parent = open.at(-1);
    if (parent) parent.of!.push(element);
    else roots.set(element.name, element);
    if (!empty) open.push(element);
  }
  return { roots, types };
}

const { roots, types } = described();
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

function written({ name, of, named }: Element, value: Json): string {
  const inside = of ?? types.get(named ?? '') ?? null;
  if (Array.isArray(value)) return `<${name}>${value.map((item) => written(inside![0]!, item)).join('')}</${name}>`;
  if (typeof value !== 'object' || value === null) return `<${name}>${escaped(String(value))}</${name}>`;
  return `<${name}>${members(inside!, value)}</${name}>`;
}

/** In the order of the schema. Throws where the message has what the schema has not: it would be lost without a word. */
function members(inside: readonly Element[], value: { [name: string]: Json }): string {
  const strange = Object.keys(value).find((name) => !inside.some((one) => one.name === name));
  if (strange !== undefined) throw new Error(`messages.xsd has no ${strange}`);
  return inside.map((one) => (value[one.name] === undefined ? '' : written(one, value[one.name]!))).join('');
}

/** On one line: white space between elements says nothing. */
export function xmlOf(message: Message): string {
  const root = roots.get(message.type);
  if (!root) throw new Error(`messages.xsd has no ${message.type}`);
  const inside = members(root.of!, message as unknown as { [name: string]: Json });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${message.type} xmlns="${NAMESPACE}">${inside}</${message.type}>\n`;
}
