// A refusal is an expected "no": a code (a key in the locale catalogues) and the facts its sentence needs. Faults are exceptions.

export type Facts = Record<string, string | number | boolean>;

/** `field` names the input it belongs to; without it the refusal concerns the whole request. */
export type Refusal = { readonly refused: true; readonly code: string; readonly facts: Facts; readonly field?: string };

export function refuse(code: string, facts: Facts = {}, field?: string): Refusal {
  return field === undefined ? { refused: true, code, facts } : { refused: true, code, facts, field };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
