// Registered template numbers of SMS. India's rule on commercial communication (TRAI, TCCCPR 2018) has operators drop an SMS whose text is not a template registered
// with them under the sender's header; the register gives each template and language a number, which goes with the message.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { shippedLocales } from '../i18n/index.ts';
import { templateIds, templates } from './templates.ts';

const number = z.string().regex(/^\d{10,25}$/);
const fileSchema = z.strictObject({
  /** The number the sender is registered under (principal entity). */
  entity: number,
  templates: z.record(z.string(), z.record(z.string(), number)),
});

export type DltRegister = z.output<typeof fileSchema>;

/** Throws with the reason but never a value if the file is not what it must be: `{"entity": "…", "templates": {"nodalAlert": {"en": "…", "hi": "…"}}}`. */
export function readDltRegister(path: string): DltRegister {
  const read = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success)
    throw new Error('expected {entity, templates: {template: {language: number}}} with numbers of 10 to 25 digits as text');
  const unknown = Object.keys(read.data.templates).filter((id) => !(templateIds as string[]).includes(id));
  if (unknown.length > 0) throw new Error(`no such template: ${unknown.join(', ')}`);
  return read.data;
}

export function dltNumberOf(register: DltRegister | undefined, template: string, locale: string): string | undefined {
  return register?.templates[template]?.[locale];
}

/** Templates and languages the portal may write in that have no number, as `template/language`. */
export function withoutDltNumber(register: DltRegister | undefined): string[] {
  const bySms = templateIds.filter((id) => !('only' in templates[id]));
  return bySms.flatMap((id) => shippedLocales.filter((locale) => !dltNumberOf(register, id, locale)).map((locale) => `${id}/${locale}`));
}
