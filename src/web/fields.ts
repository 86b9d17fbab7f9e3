// Building blocks of strict form schemas: each refuses with a code of the catalogues, and an empty field is absent, never "".
import { z } from 'zod';
import { plainDigits } from '../kernel/digits.ts';
import { isUuid } from '../kernel/ids.ts';
import { type Day, isDay } from '../kernel/time.ts';

/** Required text of at most `max` characters. */
export function text(max: number, missing = 'web.error.required') {
  return z.string({ error: missing }).max(max, 'web.error.tooLong');
}

export function optionalText(max: number) {
  return text(max).optional();
}

/** Aborts: rules over several fields must never meet a day or a time that is none. */
export function day(missing = 'web.error.required') {
  return z
    .string({ error: missing })
    .overwrite(plainDigits)
    .refine(isDay, { error: 'web.error.notADay', abort: true })
    .transform((value) => value as Day);
}

/** A wall clock in India, HH:MM. */
export function time(missing = 'web.error.required') {
  return z
    .string({ error: missing })
    .overwrite(plainDigits)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'web.error.notATime', abort: true });
}

export function wholeNumber(min: number, max: number, missing = 'web.error.required') {
  return z
    .string({ error: missing })
    .overwrite(plainDigits)
    .regex(/^\d{1,9}$/, 'web.error.notANumber')
    .transform(Number)
    .refine((value) => value >= min && value <= max, 'web.error.outOfRange');
}

export function choice<const T extends readonly [string, ...string[]]>(options: T, missing = 'web.error.chooseOne') {
  return z.enum(options, { error: (issue) => (issue.input === undefined ? missing : 'web.error.notAChoice') });
}

/** Any number of boxes ticked; none is an empty list. */
export function choices<const T extends readonly [string, ...string[]]>(options: T) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(options, { error: 'web.error.notAChoice' })).max(options.length),
  );
}

export function ticked() {
  return z
    .enum(['yes'], { error: 'web.error.notAChoice' })
    .optional()
    .transform((value) => value === 'yes');
}

/** An Indian mobile or landline as typed; kept as digits with country code. */
export function telephone(missing = 'web.error.required') {
  return z
    .string({ error: missing })
    .max(20, 'web.error.notATelephone')
    .transform((value) =>
      plainDigits(value)
        .replace(/[\s()-]/g, '')
        .replace(/^(\+91|0091|0)/, ''),
    )
    .refine((value) => /^\d{10}$/.test(value), 'web.error.notATelephone')
    .transform((value) => `+91${value}`);
}

export function uuid(missing = 'web.error.chooseOne') {
  return z.string({ error: missing }).refine(isUuid, 'web.error.notAChoice');
}
