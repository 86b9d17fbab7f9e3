// A form as it comes back to the person: what was typed stays, and each field knows what is wrong with it.

/** `values` as parsed from the request (strings, or lists for checkboxes); `errors` by field name, already in words. */
export type FormState = { values: Readonly<Record<string, unknown>>; errors: Readonly<Record<string, string>> };

export const blankForm: FormState = { values: {}, errors: {} };

/** What was typed into a field, as text; the first of several; empty if nothing was. */
export function typedIn(form: FormState, name: string): string {
  return allTypedIn(form, name)[0] ?? '';
}

/** Everything ticked or typed under one name. */
export function allTypedIn(form: FormState, name: string): string[] {
  const value = form.values[name];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
