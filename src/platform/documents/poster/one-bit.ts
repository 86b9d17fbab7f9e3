// Grey pixels as black and white alone, for a printer that knows no grey: a picture as dots (Floyd and Steinberg 1976), letters by a plain threshold.

const MIDDLE = 128;

/** `dithered`: so many rows from the top are a picture. Answers 0 and 255, a byte for each pixel. */
export function oneBit(grey: Uint8Array, { width, dithered }: { width: number; dithered: number }): Uint8Array {
  const out = new Uint8Array(grey.length);
  const of = Float32Array.from(grey);
  const pass = (to: number, error: number): void => {
    if (to < dithered * width) of[to] = of[to]! + error;
  };
  for (let at = 0; at < grey.length; at++) {
    const value = of[at]!;
    out[at] = value < MIDDLE ? 0 : 255;
    if (at >= dithered * width) continue;
    const error = (value - out[at]!) / 16;
    const column = at % width;
    if (column < width - 1) pass(at + 1, error * 7);
    if (column > 0) pass(at + width - 1, error * 3);
    pass(at + width, error * 5);
    if (column < width - 1) pass(at + width + 1, error);
  }
  return out;
}
