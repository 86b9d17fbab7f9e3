// The XML rendering of a message: the same names in the order of the version. The root element is named as the type; a list is an element of item elements.
import type { Message } from './envelope.ts';
import type { Fields, Shape } from './field.ts';
import { note } from './read-value.ts';
import { type Flaw, type Opened, step } from './reasons.ts';
import { definitionOf, version1 } from './version-1.ts';
import { type Element, elementsOf } from './xml-elements.ts';

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** What the root declares: the prefix this version's elements carry ('' for none). Null: another namespace, or an attribute that declares nothing. */
function prefixOf(root: Element): string | null {
  const declared = new Map<string, string>();
  const others: string[] = [];
  for (const [name, value] of root.attributes) {
    if (name === 'xmlns') declared.set('', value);
    else if (name.startsWith('xmlns:')) declared.set(name.slice(6), value);
    else others.push(name);
  }
  const prefix = root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':')) : '';
  const schemaHints = others.every((name) => {
    const [of, local] = name.split(':');
    return declared.get(of!) === SCHEMA_INSTANCE && /^(noNamespaceS|s)chemaLocation$/.test(local ?? '');
  });
  return declared.get(prefix) === version1.namespace && schemaHints ? prefix : null;
}

type Names = { prefix: string; flaws: Flaw[] };

/** The element's name without its prefix. */
function localName(element: Element, path: string, { prefix, flaws }: Names): string {
  const [of, local] = element.name.includes(':') ? element.name.split(':', 2) : ['', element.name];
  if (of !== prefix) note(flaws, step(path, element.name), 'namespace', version1.namespace);
  return local!;
}

function checkInside(element: Element, path: string, { flaws }: Names): void {
  if (element.text.trim() !== '') note(flaws, path, 'text-between');
}

function groupOf(fields: Fields, element: Element, path: string, names: Names): Record<string, unknown> {
  checkInside(element, path, names);
  const order = Object.keys(fields);
  const tree: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let last = -1;
  for (const child of element.children) {
    const name = localName(child, path, names);
    const at = order.indexOf(name);
    if (name in tree) note(names.flaws, step(path, name), 'name-repeated');
    else if (at >= 0 && at < last) note(names.flaws, step(path, name), 'order', `before ${order[last]}`);
    last = Math.max(last, at);
    tree[name] = at < 0 ? child.text : valueOf(fields[name]!.shape, child, `${path}/${name}`, names);
  }
  return tree;
}

function listOfItems(shape: Shape & { kind: 'list' }, element: Element, path: string, names: Names): unknown[] {
  checkInside(element, path, names);
  return element.children.map((child, index) => {
    if (localName(child, path, names) !== shape.item) note(names.flaws, step(path, index), 'unknown-field', shape.item);
    return valueOf(shape.of, child, `${path}/${index}`, names);
  });
}

/** Text that stands for a number or a yes becomes one; text that stands for none is left for the reader to refuse. */
function plainValue(shape: Shape, text: string): unknown {
  if (shape.kind === 'text') return text;
  const plain = text.trim();
  if (shape.kind === 'whole') return /^(0|-?[1-9]\d{0,14})$/.test(plain) ? Number(plain) : plain;
  if (shape.kind === 'yes-no') return plain === 'true' ? true : plain === 'false' ? false : plain;
  return plain;
}

function valueOf(shape: Shape, element: Element, path: string, names: Names): unknown {
  if (element.attributes.length > 0) note(names.flaws, path, 'xml-forbidden');
  if (shape.kind === 'group') return groupOf(shape.fields, element, path, names);
  if (shape.kind === 'list') return listOfItems(shape, element, path, names);
  if (element.children.length > 0) note(names.flaws, path, 'wrong-kind', 'text');
  return plainValue(shape, element.text);
}

export function treeOfXml(text: string): Opened {
  const elements = elementsOf(text, version1.limits.depth);
  const flaws: Flaw[] = [];
  if ('reason' in elements) return { tree: null, flaws: [{ path: '', reason: elements.reason }] };
  const { root } = elements;
  const prefix = prefixOf(root);
  if (prefix === null) return { tree: null, flaws: [{ path: '', reason: 'namespace', expected: version1.namespace }] };
  const names = { prefix, flaws };
  const definition = definitionOf(localName(root, '', names));
  if (!definition) return { tree: null, flaws: [{ path: '', reason: 'type-unknown' }] };
  const tree = groupOf(definition.fields, root, '', names);
  if (typeof tree.type === 'string' && tree.type !== definition.type) note(flaws, '/type', 'type-disagrees', definition.type);
  return { tree, flaws };
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

function lines(name: string, shape: Shape, value: unknown, indent: string): string {
  const inner = (content: string, attributes = '') => `${indent}<${name}${attributes}>\n${content}${indent}</${name}>\n`;
  if (shape.kind === 'group') return inner(groupLines(shape.fields, value as Record<string, unknown>, `${indent}  `));
  if (shape.kind === 'list') return inner((value as unknown[]).map((item) => lines(shape.item, shape.of, item, `${indent}  `)).join(''));
  return `${indent}<${name}>${escaped(String(value))}</${name}>\n`;
}

function groupLines(fields: Fields, value: Record<string, unknown>, indent: string): string {
  return Object.keys(fields).map((name) => (value[name] === undefined ? '' : lines(name, fields[name]!.shape, value[name], indent))).join(''); // prettier-ignore
}

export function writeXml(message: Message): string {
  const { fields } = definitionOf(message.type)!;
  const inside = groupLines(fields, message as unknown as Record<string, unknown>, '  ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${message.type} xmlns="${version1.namespace}">\n${inside}</${message.type}>\n`;
}
