// Statements the server has read and planned before, asked for by name. A page of care asks some forty short ones, each of which row security makes long:
// planning them took three times as long as running them.
import pg from 'pg';

/** Of one process. Statements with lists of differing length would else be kept without end, in every connection. */
const MOST_NAMES = 500;
const names = new Map<string, string>();

/** Every column of a row: once another release has added one, the server refuses the plan it made before. */
const everyColumn = /(?:\bselect|\breturning|,|\.)\s*\*/i;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES || everyColumn.test(text)) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

type Query = (...asked: unknown[]) => unknown;

/** A connection that prepares a statement with values the first time it is asked. */
export class PreparingClient extends pg.Client {
  override query = ((text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    const ask = pg.Client.prototype.query.bind(this) as Query;
    return name === undefined ? ask(text, values, ...rest) : ask({ name, text, values }, ...rest);
  }) as pg.Client['query'];
}
