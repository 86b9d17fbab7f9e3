// Cuts a part out of a kept photograph, by how many hundredths go from each side; and draws the whole with that part lit, for whoever chooses without a script.
import type { Refusal } from '../../kernel/refusal.ts';
import { type Rendered, library, renderPhotograph } from './render.ts';

/** Hundredths of the width or height, from 0 to `largestCut` each. */
export type Crop = { left: number; top: number; right: number; bottom: number };

/** What two opposite sides may take together: a tenth is left at least. */
export const largestCut = 90;

export function isWhole({ left, top, right, bottom }: Crop): boolean {
  return left + top + right + bottom === 0;
}

type Box = { left: number; top: number; width: number; height: number };

function boxOf(crop: Crop, width: number, height: number): Box {
  const part = (whole: number, hundredths: number): number => Math.round((whole * hundredths) / 100);
  const [left, top] = [part(width, crop.left), part(height, crop.top)];
  return {
    left,
    top,
    width: Math.max(1, width - left - part(width, crop.right)),
    height: Math.max(1, height - top - part(height, crop.bottom)),
  };
}

/** Through the same pipeline as what a stranger sends: a new picture from pixels alone. */
export async function cutPhotograph(jpeg: Buffer, crop: Crop): Promise<Rendered | Refusal> {
  const sharp = await library();
  const { width, height } = await sharp(jpeg).metadata();
  const part = await sharp(jpeg)
    .extract(boxOf(crop, width, height))
    .jpeg({ quality: 95 })
    .toBuffer();
  return renderPhotograph(part);
}

const SHOWN = 480;

/** A line at every tenth, so that the numbers can be read off; what goes is dark. */
function overlay(width: number, height: number, box: Box): string {
  const { left, top } = box;
  const frame = `M0 0H${width}V${height}H0Z M${left} ${top}V${top + box.height}H${left + box.width}V${top}Z`;
  const tenths = Array.from({ length: 9 }, (_, at) => {
    const [x, y] = [(width * (at + 1)) / 10, (height * (at + 1)) / 10];
    return `M${x} 0V${height} M0 ${y}H${width}`;
  }).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="${frame}" fill="#000" fill-opacity="0.65"/><path d="${tenths}" stroke="#fff" stroke-opacity="0.55" stroke-width="1"/><rect x="${left + 1}" y="${top + 1}" width="${box.width - 2}" height="${box.height - 2}" fill="none" stroke="#ffd400" stroke-width="3"/></svg>`;
}

/** A JPEG of the whole with the part lit. */
export async function drawCut(jpeg: Buffer, crop: Crop): Promise<Buffer> {
  const sharp = await library();
  const { data, info } = await sharp(jpeg).resize({ width: SHOWN, height: SHOWN, fit: 'inside' }).toBuffer({ resolveWithObject: true });
  const over = Buffer.from(overlay(info.width, info.height, boxOf(crop, info.width, info.height)));
  return sharp(data)
    .composite([{ input: over }])
    .jpeg({ quality: 82 })
    .toBuffer();
}
