// Columns of numbers that grow: what is kept of millions of records lives in typed arrays, outside the reach of the garbage collector.

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Values stand in `data[0]` to `data[length - 1]`; what lies after is room. */
export type Column<A extends Numbers> = { data: A; length: number };

export const column8 = (): Column<Uint8Array> => ({ data: new Uint8Array(64), length: 0 });
export const column16 = (): Column<Uint16Array> => ({ data: new Uint16Array(64), length: 0 });
export const column32 = (): Column<Uint32Array> => ({ data: new Uint32Array(64), length: 0 });

export function push(column: Column<Numbers>, value: number): void {
  if (column.length === column.data.length) resize(column, Math.ceil(column.length * 1.5));
  column.data[column.length++] = value;
}

/** Gives back the room that was not needed. */
export function trim(column: Column<Numbers>): void {
  resize(column, Math.max(64, column.length));
}

function resize(column: Column<Numbers>, room: number): void {
  if (room === column.data.length) return;
  const data = new (column.data.constructor as new (size: number) => Numbers)(room);
  data.set(column.data.subarray(0, column.length));
  column.data = data;
}

/** Lists of numbers, one after the other: list `at` is `values` from `start[at]` up to, not including, `start[at + 1]`. */
export type Lists = { start: Uint32Array; values: Uint32Array };

export const noLists = (): Lists => ({ start: new Uint32Array(1), values: new Uint32Array(0) });

/** Makes lists of (list, value) pairs. `each` is called twice and must tell the same pairs in the same order; values keep it. */
export function listsOf(count: number, each: (tell: (list: number, value: number) => void) => void): Lists {
  const start = new Uint32Array(count + 1);
  each((list) => void start[list + 1]!++);
  for (let at = 0; at < count; at++) start[at + 1]! += start[at]!;
  const values = new Uint32Array(start[count]!);
  const next = start.slice();
  each((list, value) => void (values[next[list]!++] = value));
  return { start, values };
}
