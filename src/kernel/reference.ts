// Reference numbers people speak: MC-WB-2026-004211-K. The last character catches every single wrong character and swapped pair.

/** Prefix by kind of record: missing child, found child, sighting. */
export const referencePrefixes = { missing: 'MC', found: 'FC', sighting: 'SG' } as const;
export type RecordKind = keyof typeof referencePrefixes;

declare const reference: unique symbol;
/** `<prefix>-<State>-<year>-<six digits>-<check>` */
export type Reference = string & { readonly [reference]: true };

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO/IEC 7064 MOD 37,36 check character over letters and digits; separators are skipped. */
export function checkCharacter(body: string): string {
  let product = 36;
  for (const character of body.toUpperCase()) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) continue;
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36]!;
}

export function makeReference(kind: RecordKind, stateCode: string, year: number, serial: number): Reference {
  const body = `${referencePrefixes[kind]}-${stateCode}-${year}-${String(serial).padStart(6, '0')}`;
  return `${body}-${checkCharacter(body)}` as Reference;
}

const SHAPE = /^(MC|FC|SG)-?([A-Z]{2})-?(\d{4})-?(\d{6,7})-?([0-9A-Z])$/;

/** Reads a reference as typed (any case, spaces or no hyphens). Returns undefined if its shape or check character is wrong. */
export function readReference(typed: string): Reference | undefined {
  const match = SHAPE.exec(typed.toUpperCase().replace(/[\s\u2010-\u2015]/g, (c) => (c.trim() ? '-' : '')));
  if (!match) return undefined;
  const body = `${match[1]}-${match[2]}-${match[3]}-${match[4]}`;
  return checkCharacter(body) === match[5] ? (`${body}-${match[5]}` as Reference) : undefined;
}
