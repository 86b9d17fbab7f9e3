// The version as XML Schema 1.0: the same names in the same order. It says everything about a message that stands in one place.
import type { CodeList, Field, Fields, Form, GroupShape, Shape } from './field.ts';
import { dayPattern, instantPattern } from './forms.ts';
import { version1 } from './version-1.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
const documented = (says: string): string => `<xs:annotation><xs:documentation>${escaped(says)}</xs:documentation></xs:annotation>\n`;
const facet = (name: string, value: string | number): string => `<xs:${name} value="${escaped(String(value))}"/>\n`;

function simple(base: string, facets: string, name = ''): string {
  const inside = `<xs:restriction base="${base}">\n${indented(facets)}</xs:restriction>\n`;
  return `<xs:simpleType${name && ` name="${name}"`}>\n${indented(inside)}</xs:simpleType>\n`;
}

/** Definitions by name, each written once, in the order in which they are met. */
type Types = Map<string, string>;

function defined(types: Types, name: string, make: () => string): string {
  if (!types.has(name)) {
    types.set(name, '');
    types.set(name, make());
  }
  return name;
}

const textType = (): string => simple('xs:string', facet('minLength', 1) + facet('pattern', '[\\s\\S]*\\S[\\s\\S]*'), 'Text');
const formType = (form: Form): string => simple('xs:token', facet('pattern', form.pattern), form.name);

function codeType(list: CodeList): string {
  const codes = Object.entries(list.codes).map(([code, says]) => `<xs:enumeration value="${code}">${documented(says).trim()}</xs:enumeration>\n`); // prettier-ignore
  return simple('xs:token', codes.join(''), list.name);
}

/** The type of an element as a simple type of its own, or null for what stands under a name. */
function inlineType(shape: Shape, types: Types): string | null {
  switch (shape.kind) {
    case 'text':
      return simple(defined(types, 'Text', textType), facet('maxLength', shape.most));
    case 'form':
      return simple(defined(types, shape.form.name, () => formType(shape.form)), facet('maxLength', shape.most)); // prettier-ignore
    case 'whole':
      return simple(
        'xs:integer',
        facet('minInclusive', shape.least) + facet('maxInclusive', shape.most) + facet('pattern', '0|[1-9][0-9]*'),
      );
    case 'yes-no':
      return simple('xs:boolean', facet('pattern', 'true|false'));
    case 'day':
      return simple('xs:date', facet('pattern', dayPattern));
    case 'instant':
      return simple('xs:dateTime', facet('pattern', instantPattern));
    case 'bytes': // the base type knows base64; the pattern only keeps out space
      return simple('xs:base64Binary', facet('maxLength', shape.mostBytes) + facet('pattern', '[A-Za-z0-9+/]+={0,2}'));
    case 'list': {
      const item = elementOf(shape.item, shape.of, ` maxOccurs="${shape.most}"`, '', types);
      return complex(item);
    }
    case 'code': {
      // Not `fixed`: an empty element would then stand for the value.
      const [only, ...others] = Object.keys(shape.list.codes);
      return others.length === 0 ? simple('xs:token', facet('enumeration', only!)) : null;
    }
    case 'group':
      return null;
  }
}

function complex(elements: string, name = ''): string {
  const inside = `<xs:sequence>\n${indented(elements)}</xs:sequence>\n`;
  return `<xs:complexType${name && ` name="${name}"`}>\n${indented(inside)}</xs:complexType>\n`;
}

function groupType({ name, fields }: GroupShape, types: Types): string {
  return complex(elementsOf(fields, types), name);
}

function elementOf(name: string, shape: Shape, occurs: string, says: string, types: Types): string {
  const start = `<xs:element name="${name}"${occurs}`;
  const note = says === '' ? '' : documented(says);
  const inline = inlineType(shape, types);
  if (inline !== null) return `${start}>\n${indented(note + inline)}</xs:element>\n`;
  const type =
    shape.kind === 'group'
      ? defined(types, shape.name, () => groupType(shape, types))
      : defined(types, (shape as { list: CodeList }).list.name, () => codeType((shape as { list: CodeList }).list));
  return note === '' ? `${start} type="${type}"/>\n` : `${start} type="${type}">\n${indented(note)}</xs:element>\n`;
}

function elementsOf(fields: Fields, types: Types): string {
  const one = ([name, { shape, must, says, from }]: [string, Field]) =>
    elementOf(name, shape, must ? '' : ' minOccurs="0"', from ? `${says} (${from}.)` : says, types);
  return Object.entries(fields).map(one).join('');
}

export function xsd(): string {
  const types: Types = new Map();
  const messages = version1.types.map(
    ({ type, says, fields }) =>
      `<xs:element name="${type}">\n${indented(documented(says) + complex(elementsOf(fields, types)))}</xs:element>\n`,
  );
  const head = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${version1.namespace}" targetNamespace="${version1.namespace}"
  elementFormDefault="qualified" version="${version1.version}">`;
  const parts = [...messages, ...types.values()].map((part) => `\n${indented(part)}`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${parts}\n</xs:schema>\n`;
}
