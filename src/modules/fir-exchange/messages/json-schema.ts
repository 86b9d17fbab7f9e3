// The version as JSON Schema 2020-12. It says everything about a message that stands in one place; what its parts must be together, the rules say.
import type { CodeList, Fields, Form, Shape } from './field.ts';
import { base64Length } from './field.ts';
import { base64Pattern, dayPattern, instantPattern } from './forms.ts';
import { version1 } from './version-1.ts';

type Schema = { [keyword: string]: unknown };
export type Schemas = { [name: string]: Schema };

const anchored = (pattern: string): string => `^(?:${pattern})$`;
const unspeakablePattern = '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]';

/** Where definitions stand, and the definitions met so far. */
export type Definitions = { base: string; schemas: Schemas };

function named({ base, schemas }: Definitions, name: string, make: () => Schema): Schema {
  if (!Object.hasOwn(schemas, name)) {
    schemas[name] = {}; // holds the place: a group may be met again inside itself
    schemas[name] = make();
  }
  return { $ref: `${base}${name}` };
}

function textSchema(): Schema {
  return { type: 'string', pattern: '\\S', not: { pattern: unspeakablePattern }, description: 'Not empty; no control characters.' };
}

function formSchema(form: Form): Schema {
  return { type: 'string', pattern: anchored(form.pattern), description: form.says };
}

function codeSchema(list: CodeList): Schema {
  const meanings = Object.entries(list.codes).map(([code, says]) => `${code}: ${says}.`);
  return { type: 'string', enum: Object.keys(list.codes), description: meanings.join(' ') };
}

function schemaOf(shape: Shape, definitions: Definitions): Schema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...named(definitions, 'Text', textSchema), maxLength: shape.most };
    case 'form':
      return { type: 'string', ...named(definitions, shape.form.name, () => formSchema(shape.form)), maxLength: shape.most };
    case 'code': {
      const codes = Object.keys(shape.list.codes);
      return codes.length === 1 ? { const: codes[0] } : named(definitions, shape.list.name, () => codeSchema(shape.list));
    }
    case 'whole':
      return shape.least === shape.most ? { const: shape.least } : { type: 'integer', minimum: shape.least, maximum: shape.most };
    case 'yes-no':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', format: 'date', pattern: anchored(dayPattern) };
    case 'instant':
      return { type: 'string', format: 'date-time', pattern: anchored(instantPattern) };
    case 'bytes':
      return {
        type: 'string',
        contentEncoding: 'base64',
        minLength: 4,
        maxLength: base64Length(shape.mostBytes),
        pattern: anchored(base64Pattern),
      };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, definitions), minItems: 1, maxItems: shape.most };
    case 'group':
      return named(definitions, shape.name, () => objectSchema(shape.fields, definitions));
  }
}

export function objectSchema(fields: Fields, definitions: Definitions): Schema {
  const properties = Object.entries(fields).map(([name, { shape, says, from }]) => [
    name,
    { ...schemaOf(shape, definitions), description: from ? `${says} (${from}.)` : says },
  ]);
  const required = Object.keys(fields).filter((name) => fields[name]!.must);
  return { type: 'object', properties: Object.fromEntries(properties) as Schema, required, additionalProperties: false };
}

/** Each type of message as a definition of its own, with everything it names. */
export function messageSchemas(base: string): Schemas {
  const definitions: Definitions = { base, schemas: {} };
  for (const { type, says, fields } of version1.types)
    definitions.schemas[type] = { ...objectSchema(fields, definitions), description: says };
  return definitions.schemas;
}

export function jsonSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${version1.namespace}:message`,
    title: `A message of the FIR exchange, version ${version1.version}`,
    oneOf: version1.types.map(({ type }) => ({ $ref: `#/$defs/${type}` })),
    $defs: messageSchemas('#/$defs/'),
  };
}
