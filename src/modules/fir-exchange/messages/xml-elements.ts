// XML text → elements, for the part of XML this contract uses: elements, text, comments, CDATA, the five named entities and references by number.
// A document type, an entity of its own, a processing instruction is refused where it stands: nothing is ever fetched or expanded (decision 0027).
import { unspeakable } from './read-value.ts';
import type { Reason } from './reasons.ts';

export type Element = { name: string; attributes: [name: string, value: string][]; children: Element[]; text: string };
export type Elements = { root: Element } | { reason: Reason };

/** Twice what the largest message has. */
const MOST_ELEMENTS = 20_000;

/** Declarations of namespaces and hints of a schema: far more than any tool writes. Each is held against those before it. */
const MOST_ATTRIBUTES = 32;

const declaration = /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"utf-8"|'utf-8'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/i; // prettier-ignore
const startTag = /<([\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)/uy;
const attribute = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const endOfStart = /\s*(\/?)>/y;
const endTag = /<\/([\p{L}_][\p{L}\p{N}_.:-]*)\s*>/uy;
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&/g;
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Thrown inside this file alone, and caught in it. */
class Broken extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

function character(code: number): string {
  const valid = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  const text = valid ? String.fromCodePoint(code) : '\0';
  if (unspeakable.test(text)) throw new Broken('xml-broken');
  return text;
}

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (_, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return named[name]!;
    if (decimal !== undefined) return character(Number(decimal));
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
    throw new Broken('xml-forbidden'); // an entity of its own, or a bare "&"
  });
}

function match(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** The element whose start tag stands at `at`, and where its content begins. */
function begin(text: string, at: number): { element: Element; next: number; empty: boolean } {
  const start = match(startTag, text, at);
  if (!start) throw new Broken('xml-broken');
  const element: Element = { name: start[1]!, attributes: [], children: [], text: '' };
  let next = startTag.lastIndex;
  for (let found = match(attribute, text, next); found; found = match(attribute, text, next)) {
    const name = found[1]!;
    if (element.attributes.some(([other]) => other === name)) throw new Broken('xml-broken');
    if (element.attributes.length >= MOST_ATTRIBUTES) throw new Broken('xml-forbidden');
    element.attributes.push([name, resolved(found[2] ?? found[3]!)]);
    next = attribute.lastIndex;
  }
  const end = match(endOfStart, text, next);
  if (!end) throw new Broken('xml-broken');
  return { element, next: endOfStart.lastIndex, empty: end[1] === '/' };
}

/** Where a comment that begins at `at` is over. */
function endOfComment(text: string, at: number): number {
  const end = text.indexOf('--', at + 4);
  if (end < 0 || text[end + 2] !== '>') throw new Broken('xml-broken');
  return end + 3;
}

function endOfCdata(text: string, at: number): number {
  const end = text.indexOf(']]>', at);
  if (end < 0) throw new Broken('xml-broken');
  return end;
}

const CDATA = '<![CDATA[';

function addText(open: Element | undefined, text: string): void {
  if (open) open.text += text;
  else if (text.trim() !== '') throw new Broken('xml-broken');
}

function parsed(text: string, depth: number): Element {
  if (unspeakable.test(text)) throw new Broken('xml-broken');
  let at = declaration.exec(text)?.[0].length ?? 0;
  const open: Element[] = [];
  let root: Element | undefined;
  let elements = 0;
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const between = text.slice(at, tag < 0 ? undefined : tag);
    if (between !== '') {
      if (between.includes(']]>')) throw new Broken('xml-broken');
      addText(open.at(-1), resolved(between));
    }
    if (tag < 0) break;
    if (text.startsWith('<!--', tag)) at = endOfComment(text, tag);
    else if (text.startsWith(CDATA, tag)) {
      if (open.length === 0) throw new Broken('xml-broken');
      const end = endOfCdata(text, tag);
      addText(open.at(-1), text.slice(tag + CDATA.length, end));
      at = end + 3;
    } else if (text[tag + 1] === '!' || text[tag + 1] === '?') throw new Broken('xml-forbidden');
    else if (text[tag + 1] === '/') {
      const end = match(endTag, text, tag);
      if (!end || open.pop()?.name !== end[1]) throw new Broken('xml-broken');
      at = endTag.lastIndex;
    } else {
      if (root && open.length === 0) throw new Broken('xml-broken');
      if (open.length >= depth) throw new Broken('too-deep');
      if (++elements > MOST_ELEMENTS) throw new Broken('too-large');
      const { element, next, empty } = begin(text, tag);
      open.at(-1)?.children.push(element);
      root ??= element;
      if (!empty) open.push(element);
      at = next;
    }
  }
  if (!root || open.length > 0) throw new Broken('xml-broken');
  return root;
}

export function elementsOf(text: string, depth: number): Elements {
  try {
    return { root: parsed(text, depth) };
  } catch (error) {
    if (error instanceof Broken) return { reason: error.reason };
    throw error;
  }
}
