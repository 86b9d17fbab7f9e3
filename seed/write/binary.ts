// Values in COPY's binary format: what PostgreSQL takes without reading text, which for times and ids is most of its work.
import { type Day, type Instant, daysBetween, milliseconds } from '../../src/kernel/time.ts';

/** What a column may hold, by the name of its kind; `json` is given as text. */
export type Held = {
  text: string;
  uuid: string;
  int: number;
  smallint: number;
  real: number;
  double: number;
  bool: boolean;
  instant: Instant;
  day: Day;
  json: string;
  bytes: Uint8Array;
  texts: readonly string[];
  uuids: readonly string[];
  instants: readonly Instant[];
};

/** Bytes outside the JavaScript heap, of which the first `used` are written. Grows as it is written to. */
export type Out = { bytes: Buffer; used: number };

export function startOut(size: number): Out {
  return { bytes: Buffer.allocUnsafeSlow(size), used: 0 };
}

/** Every write begins with this: room for so many more bytes. */
function room(out: Out, more: number): void {
  if (out.used + more <= out.bytes.length) return;
  const larger = Buffer.allocUnsafeSlow(Math.max(out.used + more, out.bytes.length * 2));
  out.bytes.copy(larger, 0, 0, out.used);
  out.bytes = larger;
}

export function putInt16(out: Out, value: number): void {
  room(out, 2);
  out.bytes[out.used] = value >>> 8;
  out.bytes[out.used + 1] = value;
  out.used += 2;
}

export function putInt32(out: Out, value: number): void {
  room(out, 4);
  const { bytes, used } = out;
  bytes[used] = value >>> 24;
  bytes[used + 1] = value >>> 16;
  bytes[used + 2] = value >>> 8;
  bytes[used + 3] = value;
  out.used = used + 4;
}

export function putNull(out: Out): void {
  putInt32(out, -1);
}

/** Most texts are short and plain: those are written here, others by Node's own encoder, a call that costs more than they do. */
function putText(out: Out, text: string): void {
  const { length } = text;
  room(out, 4 + length * 3); // a UTF-16 unit takes at most three bytes
  const { bytes } = out;
  const start = out.used + 4;
  let at = 0;
  if (length < 100) for (let code = 0; at < length && (code = text.charCodeAt(at)) < 128; at++) bytes[start + at] = code;
  const written = at === length ? length : bytes.write(text, start);
  putInt32(out, written);
  out.used += written;
}

const nibbles = new Uint8Array(128);
for (let value = 0; value < 16; value++) nibbles[value.toString(16).charCodeAt(0)] = value;

function putUuid(out: Out, uuid: string): void {
  putInt32(out, 16);
  room(out, 16);
  const { bytes } = out;
  let to = out.used;
  for (let at = 0; at < 36; at += 2) {
    if (at === 8 || at === 13 || at === 18 || at === 23) at++; // hyphens
    bytes[to++] = (nibbles[uuid.charCodeAt(at)]! << 4) | nibbles[uuid.charCodeAt(at + 1)]!;
  }
  out.used = to;
}

const millenium = milliseconds('2000-01-01T00:00:00.000Z' as Instant); // PostgreSQL counts from here
const HIGH = 4_294_967_296;

function putInstant(out: Out, at: Instant): void {
  const microseconds = (milliseconds(at) - millenium) * 1000;
  const high = Math.floor(microseconds / HIGH);
  putInt32(out, 8);
  putInt32(out, high);
  putInt32(out, microseconds - high * HIGH);
}

function putList<Item>(out: Out, items: readonly Item[], type: number, put: (out: Out, item: Item) => void): void {
  room(out, 24);
  const start = out.used;
  out.used += 4;
  putInt32(out, items.length === 0 ? 0 : 1); // dimensions
  putInt32(out, 0); // no nulls
  putInt32(out, type);
  if (items.length > 0) {
    putInt32(out, items.length);
    putInt32(out, 1); // counted from one
    for (const item of items) put(out, item);
  }
  const end = out.used;
  out.used = start;
  putInt32(out, end - start - 4);
  out.used = end;
}

const TEXT = 25;
const UUID = 2950;
const TIMESTAMPTZ = 1184;
const JSONB_VERSION = 1;

/** How each kind of value is written, its length in front. */
export const put: { readonly [Kind in keyof Held]: (out: Out, value: Held[Kind]) => void } = {
  text: putText,
  uuid: putUuid,
  instant: putInstant,
  int(out, value) {
    putInt32(out, 4);
    putInt32(out, value);
  },
  smallint(out, value) {
    putInt32(out, 2);
    putInt16(out, value);
  },
  real(out, value) {
    putInt32(out, 4);
    room(out, 4);
    out.used = out.bytes.writeFloatBE(value, out.used);
  },
  double(out, value) {
    putInt32(out, 8);
    room(out, 8);
    out.used = out.bytes.writeDoubleBE(value, out.used);
  },
  bool(out, value) {
    putInt32(out, 1);
    room(out, 1);
    out.bytes[out.used++] = value ? 1 : 0;
  },
  day(out, value) {
    putInt32(out, 4);
    putInt32(out, daysBetween('2000-01-01' as Day, value));
  },
  json(out, value) {
    const start = out.used;
    putText(out, value);
    room(out, 1);
    // The version stands between length and text.
    const end = out.used + 1;
    out.bytes.copyWithin(start + 5, start + 4, out.used);
    out.bytes[start + 4] = JSONB_VERSION;
    out.used = start;
    putInt32(out, end - start - 4);
    out.used = end;
  },
  bytes(out, value) {
    putInt32(out, value.length);
    room(out, value.length);
    out.bytes.set(value, out.used);
    out.used += value.length;
  },
  texts: (out, value) => putList(out, value, TEXT, putText),
  uuids: (out, value) => putList(out, value, UUID, putUuid),
  instants: (out, value) => putList(out, value, TIMESTAMPTZ, putInstant),
};
