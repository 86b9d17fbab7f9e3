// A message as rows of path and value, for whoever reads it without knowing its format. A photograph is told by its size.

export type ShownField = { path: string; value: string };

const LONGEST = 300;

function shown(value: unknown): string {
  const text = String(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length})`;
}

/** In the order of the message. */
export function fieldsOf(value: unknown, path = ''): ShownField[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => fieldsOf(item, `${path}/${index}`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, `${path}/${name}`));
  return value === undefined ? [] : [{ path, value: shown(value) }];
}

/** As it is put right by hand: item by item on lines of its own, if that changes nothing in it; else as it came. */
export function lineByLine(text: string): string {
  try {
    const message: unknown = JSON.parse(text);
    return JSON.stringify(message) === text.trim() ? JSON.stringify(message, null, 2) : text;
  } catch {
    return text;
  }
}

/** The paths a reason points at: the first, and all that were found wrong. */
export function pathsOf(facts: Record<string, unknown> | null): string[] {
  const flaws = Array.isArray(facts?.['flaws']) ? (facts['flaws'] as { path?: unknown }[]).map(({ path }) => path) : [];
  return [...new Set([facts?.['path'], ...flaws].filter((path): path is string => typeof path === 'string'))];
}
