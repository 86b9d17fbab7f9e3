// From raw form fields to a valid draft, or to sentences at the fields. What was typed is kept as typed.
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { cleanText, hasForbiddenCharacters } from '../platform/http/clean-text.ts';
import type { Translate } from '../platform/i18n/translate.ts';
import type { FieldErrors, FormValues, UploadedFile } from './route.ts';

export type RawForm = { key: string | null; values: FormValues; files: UploadedFile[] };

type MultipartPart =
  | { type: 'field'; fieldname: string; value: unknown }
  | { type: 'file'; fieldname: string; toBuffer(): Promise<Buffer>; file: { truncated: boolean } };

async function readMultipart(request: FastifyRequest): Promise<{ fields: [string, unknown][]; files: UploadedFile[] }> {
  const fields: [string, unknown][] = [];
  const files: UploadedFile[] = [];
  for await (const part of request.parts() as AsyncIterableIterator<MultipartPart>) {
    if (part.type === 'field') {
      fields.push([part.fieldname, part.value]);
      continue;
    }
    const bytes = await part.toBuffer();
    if (bytes.length > 0) files.push({ field: part.fieldname, bytes, tooLarge: part.file.truncated });
  }
  return { fields, files };
}

/** Reads urlencoded, multipart or JSON bodies of flat string fields. `_key` is the idempotency key; the header wins. */
export async function readRawForm(request: FastifyRequest): Promise<RawForm> {
  const multipart = request.isMultipart() ? await readMultipart(request) : null;
  const fields: [string, unknown][] = multipart ? multipart.fields : Object.entries((request.body ?? {}) as Record<string, unknown>);
  const values: FormValues = Object.create(null); // a field may be called `constructor`
  for (const [name, value] of fields) {
    const list = (Array.isArray(value) ? value : [value]).map(asText);
    const before = values[name];
    const all = before === undefined ? list : [...(Array.isArray(before) ? before : [before]), ...list];
    values[name] = all.length === 1 ? all[0]! : all;
  }
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' ? header : typeof values._key === 'string' ? values._key : null;
  delete values._key;
  return { key, values, files: multipart?.files ?? [] };
}

/** JSON may hold anything; what is no text becomes one no schema takes. */
function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? '\u0000' : String(value);
}

const INDEX = /^\d{1,2}$/;

/** `children.0.name` → { children: [{ name }] }; empty fields are left out. Refuses prototype names by using null-prototype objects. */
function nest(values: FormValues): unknown {
  const root: Node = Object.create(null);
  for (const [name, raw] of Object.entries(values)) {
    const value = Array.isArray(raw) ? raw.map(cleanText).filter((text) => text !== '') : cleanText(raw);
    if (value.length === 0) continue;
    const steps = name.split('.');
    const at = nodeAt(root, steps.slice(0, -1));
    // A name too deep, or under one that is text already, stays whole: the schema refuses it as unknown.
    if (at) at[steps.at(-1)!] = value;
    else root[name] = value;
  }
  return listsOf(root);
}

type Node = Record<string, unknown>;
const DEEPEST = 5;

function nodeAt(root: Node, steps: readonly string[]): Node | null {
  if (steps.length >= DEEPEST) return null;
  let at = root;
  for (const step of steps) {
    const below = (at[step] ??= Object.create(null));
    if (typeof below !== 'object' || below === null || Array.isArray(below)) return null;
    at = below as Node;
  }
  return at;
}

function listsOf(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  const entries = Object.entries(node).map(([name, value]) => [name, listsOf(value)] as const);
  if (entries.length > 0 && entries.every(([name]) => INDEX.test(name))) {
    return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  }
  return Object.fromEntries(entries);
}

export type ReadForm = { ok: true; draft: unknown } | { ok: false; errors: FieldErrors };

export function readDraft(schema: z.ZodType, values: FormValues, t: Translate): ReadForm {
  const errors: FieldErrors = {};
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().some(hasForbiddenCharacters)) errors[name] = t('web.error.badCharacters');
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const result = schema.safeParse(nest(values));
  if (result.success) return { ok: true, draft: result.data };
  for (const issue of result.error.issues) {
    const field = issue.path.join('.');
    errors[field] ??= sentenceOf(issue, t);
  }
  return { ok: false, errors };
}

function sentenceOf(issue: z.core.$ZodIssue, t: Translate): string {
  if (issue.code === 'unrecognized_keys') return t('web.error.unknownField', { field: issue.keys.join(', ').slice(0, 100) });
  if (issue.code === 'too_big' && issue.message === 'web.error.tooLong') return t('web.error.tooLong', { max: Number(issue.maximum) });
  return t(/^[a-z-]+\.[\w.]+$/i.test(issue.message) ? issue.message : 'web.error.wrong');
}

export function errorsOf(refusals: Refusal | Refusal[], t: Translate): FieldErrors {
  const errors: FieldErrors = {};
  for (const refusal of [refusals].flat())
    errors[refusal.field ?? ''] ??= t(refusal.code, refusal.facts as Record<string, string | number>);
  return errors;
}
