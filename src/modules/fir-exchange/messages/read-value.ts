// One value of a tree, read by its shape: the value as it will be kept, or what is wrong with it and where. Throws on nothing.
import { type Instant, instantFrom, isDay } from '../../../kernel/time.ts';
import { type Fields, type Form, type Shape, base64Length, lengthOf } from './field.ts';
import { dayPattern, instantPattern } from './forms.ts';
import { type Flaw, type Reason, step } from './reasons.ts';

/** Whoever sends a thousand mistakes is told of the first. */
const MOST_FLAWS = 50;

/** Notes a flaw; gives undefined, the value of what could not be read. */
export function note(flaws: Flaw[], path: string, reason: Reason, expected?: string): undefined {
  if (flaws.length < MOST_FLAWS) flaws.push(expected === undefined ? { path, reason } : { path, reason, expected });
  return undefined;
}

/** What neither XML nor the database can hold; line feed and tab are text. */
// oxlint-disable-next-line no-control-regex
export const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');
const dayWritten = whole(dayPattern);
const instantWritten = whole(instantPattern);
/** With a length that is a multiple of four it takes what the published pattern takes, some ten times as fast. */
const base64Written = /^[A-Za-z0-9+/]+={0,2}$/;
const written = new Map<Form, RegExp>();

function isWritten(form: Form, text: string): boolean {
  let expression = written.get(form);
  if (!expression) written.set(form, (expression = whole(form.pattern)));
  return expression.test(text);
}

/** Text as it is kept: lines end in a line feed, nothing hangs over at the ends. Letters, joiners and marks stay as they are. */
function readText(value: unknown, most: number, path: string, flaws: Flaw[]): string | undefined {
  if (typeof value !== 'string') return note(flaws, path, 'wrong-kind', 'text');
  if (unspeakable.test(value) || !value.isWellFormed()) return note(flaws, path, 'character');
  const text = value.trim();
  if (text === '') return note(flaws, path, 'empty');
  // As sent, since a schema counts so. Code points are at most the units of a string: the longer count is needed only where the shorter may mislead.
  if (value.length > most && lengthOf(value) > most) return note(flaws, path, 'too-long', `at most ${most} characters`);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function readInstant(text: string): Instant | null {
  if (!instantWritten.test(text) || !isDay(text.slice(0, 10))) return null;
  const at = instantFrom(text);
  return at >= '1950' ? at : null;
}

function readWhole(value: unknown, least: number, most: number, path: string, flaws: Flaw[]): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return note(flaws, path, 'wrong-kind', 'a whole number');
  return value < least || value > most ? note(flaws, path, 'out-of-range', `${least} to ${most}`) : value + 0; // never -0
}

function readBytes(value: unknown, mostBytes: number, path: string, flaws: Flaw[]): string | undefined {
  if (typeof value !== 'string') return note(flaws, path, 'wrong-kind', 'base64');
  if (value.length > base64Length(mostBytes)) return note(flaws, path, 'too-long', `at most ${mostBytes} bytes`);
  return value.length % 4 === 0 && base64Written.test(value) ? value : note(flaws, path, 'not-base64');
}

function readList(shape: Shape & { kind: 'list' }, value: unknown, path: string, flaws: Flaw[]): unknown[] | undefined {
  if (!Array.isArray(value)) return note(flaws, path, 'wrong-kind', 'a list');
  if (value.length === 0) return note(flaws, path, 'too-few');
  if (value.length > shape.most) return note(flaws, path, 'too-many', `at most ${shape.most}`);
  return value.map((item, index) => readValue(shape.of, item, `${path}/${index}`, flaws));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields in the version's order, whatever order they came in. */
export function readGroup(fields: Fields, value: unknown, path: string, flaws: Flaw[]): Record<string, unknown> | undefined {
  if (!isObject(value)) return note(flaws, path, 'wrong-kind', 'an object');
  const read: Record<string, unknown> = {};
  for (const name in value) {
    if (flaws.length >= MOST_FLAWS) break;
    if (Object.hasOwn(value, name) && !Object.hasOwn(fields, name)) note(flaws, step(path, name), 'unknown-field');
  }
  for (const name in fields) {
    const { shape, must } = fields[name]!; // a name of the version needs no cleaning to stand in a pointer
    if (Object.hasOwn(value, name)) read[name] = readValue(shape, value[name], `${path}/${name}`, flaws);
    else if (must) note(flaws, `${path}/${name}`, 'missing');
  }
  return read;
}

export function readValue(shape: Shape, value: unknown, path: string, flaws: Flaw[]): unknown {
  switch (shape.kind) {
    case 'text':
      return readText(value, shape.most, path, flaws);
    case 'form': {
      const text = readText(value, shape.most, path, flaws);
      return text === undefined || isWritten(shape.form, value as string) ? text : note(flaws, path, 'form', shape.form.says);
    }
    case 'code':
      if (typeof value !== 'string') return note(flaws, path, 'wrong-kind', 'a code');
      return Object.hasOwn(shape.list.codes, value) ? value : note(flaws, path, 'not-a-code', shape.list.name);
    case 'whole':
      return readWhole(value, shape.least, shape.most, path, flaws);
    case 'yes-no':
      return typeof value === 'boolean' ? value : note(flaws, path, 'wrong-kind', 'true or false');
    case 'day':
      if (typeof value !== 'string') return note(flaws, path, 'wrong-kind', 'a day');
      return dayWritten.test(value) && isDay(value) ? value : note(flaws, path, 'not-a-day');
    case 'instant':
      if (typeof value !== 'string') return note(flaws, path, 'wrong-kind', 'a moment');
      return readInstant(value) ?? note(flaws, path, 'not-an-instant');
    case 'bytes':
      return readBytes(value, shape.mostBytes, path, flaws);
    case 'list':
      return readList(shape, value, path, flaws);
    case 'group':
      return readGroup(shape.fields, value, path, flaws);
  }
}
