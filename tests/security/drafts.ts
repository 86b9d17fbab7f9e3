// From a form's schema alone: its fields, and a value each would take. So a form added tomorrow is attacked without a line written for it.
import type { z } from 'zod';
import type { FormRoute } from '../../src/web/route.ts';

export type Field = { name: string; valid: string; isText: boolean };
type Def = {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, string>;
};

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

/** The schema inside what is optional, has a default, or is transformed before or after. */
function core(schema: z.ZodType): z.ZodType {
  const def = defOf(schema);
  if (def.innerType) return core(def.innerType);
  if (def.type === 'pipe') return core(defOf(def.in!).type === 'transform' ? def.out! : def.in!);
  return schema;
}

/** Values of every shape our forms know: a day, a time, numbers, a district, a telephone, an id, a reference, words. */
const candidates = [
  'yes',
  '2026-11-23',
  '10:00',
  '9',
  '100',
  '+919830012345',
  '220',
  'mother',
  'someone@police.example',
  '01930000-0000-7000-8000-000000000000',
  'MC-BR-2026-000001-R',
  'PC-0123-4567-89AB-6',
  '0123456789abcdefghjkmnpqrs',
  'words',
];

function validFor(schema: z.ZodType): string {
  const inner = core(schema);
  const options = Object.values(defOf(inner).entries ?? (defOf(inner).element ? (defOf(core(defOf(inner).element!)).entries ?? {}) : {}));
  return [...options, ...candidates].find((value) => schema.safeParse(value).success) ?? 'words';
}

function fieldsIn(schema: z.ZodType, prefix = ''): Field[] {
  return Object.entries(defOf(core(schema)).shape ?? {}).flatMap(([key, field]) => {
    const inner = core(field);
    const element = defOf(inner).element;
    if (element && defOf(core(element)).shape) return fieldsIn(element, `${prefix}${key}.0.`);
    return [{ name: `${prefix}${key}`, valid: validFor(field), isText: field.safeParse('free words, ನಾ').success }];
  });
}

export const fieldsOf = (route: FormRoute): Field[] => fieldsIn(route.schema);

export const validDraft = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, valid }) => [name, valid]));
