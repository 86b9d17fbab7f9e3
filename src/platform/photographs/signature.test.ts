// What is kept of a photographed signature: its lines alone, in black and white; no face, no empty sheet.
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { renderSignature } from './signature.ts';

const sheet = (lines: string, paper = '#d8d2c4') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="${paper}"/>${lines}</svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
const written = '<path d="M300 420 q60 -160 120 0 t120 0 t120 0 t140 -40" fill="none" stroke="#1b2a6b" stroke-width="9"/>';

test('the lines are cut out, small, in black and white, whatever the paper', async () => {
  for (const paper of ['#ffffff', '#d8d2c4']) {
    const picture = (await renderSignature(await sheet(written, paper))) as Buffer;
    const { width, height, format, exif } = await sharp(picture).metadata();
    expect([format, exif, width <= 600 && width > 300, height <= 200 && height > 50]).toEqual(['png', undefined, true, true]);
    const { data } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
    const dark = data.filter((grey) => grey < 128).length / data.length;
    expect(dark).toBeGreaterThan(0.02);
    expect(dark).toBeLessThan(0.5);
    expect(picture.length).toBeLessThan(12_000);
  }
});

test('an empty sheet, a dark picture and what is no picture are refused', async () => {
  const codeOf = async (bytes: Buffer) => {
    const outcome = await renderSignature(bytes);
    return isRefusal(outcome) ? outcome.code : 'kept';
  };
  expect(await codeOf(await sheet('', '#ffffff'))).toBe('photograph.notASignature');
  expect(await codeOf(await sheet('<rect width="1200" height="560" fill="#222"/>'))).toBe('photograph.notASignature');
  expect(await codeOf(Buffer.from('<svg/>'))).toBe('photograph.notAPicture');
  expect(await codeOf(await sheet(written))).toBe('kept');
});
