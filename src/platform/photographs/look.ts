// How a picture looks, in twice 64 bits that survive being sent on: made smaller, saved again, brightened, a border cut off. Two pictures are compared by
// the bits that differ. It knows nothing of faces: the same child photographed twice looks different to it.

export const LOOK_SIDE = 32;
const FREQUENCIES = 8;
/** Grey values that lie closer together than this are a plain surface, and those all look alike. */
const FLAT = 6;

/** `tones`: its slow waves of light and dark (discrete cosine transform); `edges`: whether it grows lighter from left to right, field by field. Bits as text. */
export type Look = { tones: string; edges: string };

/** Both must hold: the one tells apart what the other takes for the same. Measured over drawn pictures: see the tests. */
export const ALIKE = { tones: 10, edges: 12 } as const;

const cosines = Array.from({ length: FREQUENCIES }, (_, wave) =>
  Array.from({ length: LOOK_SIDE }, (_, at) => Math.cos(((2 * at + 1) * wave * Math.PI) / (2 * LOOK_SIDE))),
);

/** How strong a wave is along one line of values. */
function strength(line: readonly number[], wave: number): number {
  return line.reduce((sum, value, at) => sum + value * cosines[wave]![at]!, 0);
}

function rowsOf(grey: Uint8Array): number[][] {
  return Array.from({ length: LOOK_SIDE }, (_, y) => [...grey.subarray(y * LOOK_SIDE, (y + 1) * LOOK_SIDE)]);
}

function tonesOf(rows: readonly number[][]): string {
  const across = rows.map((row) => cosines.map((_, wave) => strength(row, wave)));
  const waves = cosines.flatMap((_, down) => cosines.map((_, wide) => strength(across.map((row) => row[wide]!), down))); // prettier-ignore
  const [, ...ranked] = waves; // the first is how bright it is as a whole
  ranked.sort((a, b) => a - b);
  const middle = ranked[ranked.length >> 1]!;
  return waves.map((wave) => (wave > middle ? '1' : '0')).join('');
}

/** The mean of each of nine by eight fields. */
function fieldsOf(rows: readonly number[][]): number[][] {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const cut = (at: number, parts: number): number => Math.round((at * LOOK_SIDE) / parts);
  return Array.from({ length: 8 }, (_, y) => {
    const lines = rows.slice(cut(y, 8), cut(y + 1, 8));
    return Array.from({ length: 9 }, (_, x) => mean(lines.flatMap((line) => line.slice(cut(x, 9), cut(x + 1, 9)))));
  });
}

function edgesOf(rows: readonly number[][]): string {
  return fieldsOf(rows)
    .flatMap((fields) => fields.slice(1).map((field, at) => (field > fields[at]! ? '1' : '0')))
    .join('');
}

/** `grey`: LOOK_SIDE by LOOK_SIDE values. Null: a plain surface, of which nothing can be said. */
export function lookOf(grey: Uint8Array): Look | null {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const spread = Math.sqrt(grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length);
  if (spread < FLAT) return null;
  const rows = rowsOf(grey);
  return { tones: tonesOf(rows), edges: edgesOf(rows) };
}

/** How many bits differ. */
export function apart(one: string, other: string): number {
  return [...one].filter((bit, at) => bit !== other[at]).length;
}

/** As the database compares them (`keep_look`). */
export function areAlike(one: Look, other: Look): boolean {
  return apart(one.tones, other.tones) <= ALIKE.tones && apart(one.edges, other.edges) <= ALIKE.edges;
}
