// XML text → elements, for the part of XML this contract uses: elements, text, comments, CDATA, the five named entities and references by number.
// Read by saxes, which knows no other entity and fetches nothing; a document type or a processing instruction is refused where it stands (decision 0027).
import { SaxesParser } from 'saxes';
import type { Reason } from './reasons.ts';

export type Element = { name: string; attributes: [name: string, value: string][]; children: Element[]; text: string };
export type Elements = { root: Element } | { reason: Reason };

/** Twice what the largest message has. */
const MOST_ELEMENTS = 20_000;
/** Declarations of namespaces and hints of a schema: far more than any tool writes. */
const MOST_ATTRIBUTES = 32;

/** Thrown inside this file alone, and caught in it: whatever is wrong, nothing behind it is read. */
class Broken extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

function parsed(text: string, depth: number): Element {
  const parser = new SaxesParser();
  const refuse = (reason: Reason) => (): never => {
    throw new Broken(reason);
  };
  const open: Element[] = [];
  let root: Element | undefined;
  let elements = 0;
  const addText = (more: string): void => {
    const element = open.at(-1);
    if (element) element.text += more; // outside the root saxes lets space alone pass
  };
  parser.on('error', ({ message }) => refuse(message.includes('undefined entity') ? 'xml-forbidden' : 'xml-broken')());
  parser.on('doctype', refuse('xml-forbidden'));
  parser.on('processinginstruction', refuse('xml-forbidden'));
  parser.on('xmldecl', ({ version, encoding = 'utf-8' }) => {
    if (version !== '1.0' || encoding.toLowerCase() !== 'utf-8') refuse('xml-forbidden')();
  });
  parser.on('opentagstart', ({ name }) => {
    if (open.length >= depth) refuse('too-deep')();
    if (++elements > MOST_ELEMENTS) refuse('too-large')();
    const element: Element = { name, attributes: [], children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('attribute', ({ name, value }) => {
    const { attributes } = open.at(-1)!;
    if (attributes.length >= MOST_ATTRIBUTES) refuse('xml-forbidden')();
    attributes.push([name, value]);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return root!;
}

export function elementsOf(text: string, depth: number): Elements {
  try {
    return { root: parsed(text, depth) };
  } catch (error) {
    if (error instanceof Broken) return { reason: error.reason };
    throw error;
  }
}
