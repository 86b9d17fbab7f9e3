// What the node reads of the published contract: the schema of messages, for its code lists and to check each message before it goes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from './message.ts';

type Schema = { [keyword: string]: Json };
const whole = JSON.parse(readFileSync(join(import.meta.dirname, '../contract/v1/message.schema.json'), 'utf8')) as Schema;
const definitions = whole['$defs'] as Record<string, Schema>;
const patterns = new Map<string, RegExp>();

export function codesOf(name: string): ReadonlySet<string> {
  const list = definitions[name];
  const codes = list?.['enum'] as string[] | undefined;
  if (!codes) throw new Error(`the contract has no code list ${name}`);
  return new Set(codes);
}

/** What the schema says against a message: a path and a keyword each. Only the keywords the contract uses. */
export function flawsOf(message: unknown): string[] {
  return against(whole, message as Json, '');
}

/** The definition a schema refers to; what stands beside the reference holds besides. */
function referred(schema: Schema): Schema | null {
  const name = /^#\/\$defs\/(.+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
  return name ? definitions[name]! : null;
}

const kindOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

function against(schema: Schema, value: Json, path: string): string[] {
  const definition = referred(schema);
  const flaws = definition ? against(definition, value, path) : [];
  const flaw = (keyword: string): void => void flaws.push(`${path || '/'} ${keyword}`);
  const { type, enum: codes, const: only, pattern, oneOf, not } = schema;
  if (typeof type === 'string' && kindOf(value) !== type && !(type === 'number' && kindOf(value) === 'integer'))
    return [`${path || '/'} type`];
  if (Array.isArray(codes) && !codes.includes(value)) flaw('enum');
  if (only !== undefined && only !== value) flaw('const');
  if (typeof value === 'string') {
    const length = [...value].length;
    if (typeof pattern === 'string' && !patternOf(pattern).test(value)) flaw('pattern');
    if (length < Number(schema['minLength'] ?? 0) || length > Number(schema['maxLength'] ?? Infinity)) flaw('length');
  }
  if (typeof value === 'number' && (value < Number(schema['minimum'] ?? -Infinity) || value > Number(schema['maximum'] ?? Infinity)))
    flaw('range');
  if (Array.isArray(value)) {
    if (value.length < Number(schema['minItems'] ?? 0) || value.length > Number(schema['maxItems'] ?? Infinity)) flaw('items');
    if (schema['items']) flaws.push(...value.flatMap((item, at) => against(schema['items'] as Schema, item, `${path}/${at}`)));
  } else if (typeof value === 'object' && value !== null) flaws.push(...againstObject(schema, value, path));
  if (not && against(not as Schema, value, path).length === 0) flaw('not');
  if (oneOf) flaws.push(...nearest(oneOf as Schema[], value, path));
  return flaws;
}

function againstObject(schema: Schema, value: { [name: string]: Json }, path: string): string[] {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  const missing = ((schema['required'] ?? []) as string[])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${path}/${name} missing`);
  const inside = Object.entries(value).flatMap(([name, member]) => {
    if (properties[name]) return against(properties[name], member, `${path}/${name}`);
    return schema['additionalProperties'] === false ? [`${path}/${name} unknown`] : [];
  });
  return [...missing, ...inside];
}

/** Of several choices the flaws of the one the value comes nearest to. */
function nearest(choices: readonly Schema[], value: Json, path: string): string[] {
  const all = choices.map((choice) => against(choice, value, path));
  return all.find((flaws) => flaws.length === 0) ?? all.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function patternOf(text: string): RegExp {
  let pattern = patterns.get(text);
  if (!pattern) patterns.set(text, (pattern = new RegExp(text, 'u')));
  return pattern;
}
