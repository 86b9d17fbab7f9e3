// Bytes a stranger might send, and what becomes of them: a clean JPEG or a refusal, never a fault.
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { type Rendered, limits, renderPhotograph } from './render.ts';

function picture(width = 800, height = 600) {
  return sharp({ create: { width, height, channels: 3, background: { r: 90, g: 140, b: 60 } } });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG that claims any size in a few bytes: what a decompression bomb looks like before it goes off. */
function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', Buffer.alloc(64)), chunk('IEND', Buffer.alloc(0))]);
}

function animatedWebp(): Promise<Buffer> {
  const frames = [picture(20, 20).raw().toBuffer(), picture(20, 20).negate().raw().toBuffer()];
  return Promise.all(frames).then((both) =>
    sharp(Buffer.concat(both), { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
      .webp({ loop: 0 })
      .toBuffer(),
  );
}

const svg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
);
const html = Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>');

const refused: [title: string, bytes: () => Buffer | Promise<Buffer>, code: string, facts?: object][] = [
  ['nothing', () => Buffer.alloc(0), 'photograph.notAPicture', { found: 'other' }],
  ['one byte', () => Buffer.from([0xff]), 'photograph.notAPicture'],
  ['zeros', () => Buffer.alloc(4096), 'photograph.notAPicture'],
  ['a drawing with script (SVG)', () => svg, 'photograph.notAPicture'],
  ['a web page', () => html, 'photograph.notAPicture'],
  ['a GIF, whatever its name', () => picture(40, 40).gif().toBuffer(), 'photograph.notAPicture', { found: 'gif' }],
  ['an iPhone HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'photograph.notAPicture', { found: 'heic' }],
  ['an AVIF', () => picture(16, 16).avif().toBuffer(), 'photograph.notAPicture', { found: 'heic' }],
  ['a TIFF', () => picture(16, 16).tiff().toBuffer(), 'photograph.notAPicture'],
  ['a moving WebP', animatedWebp, 'photograph.notAPicture', { found: 'animation' }],
  ['JPEG bytes then a web page only', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html]), 'photograph.damaged'],
  ['PNG bytes then a drawing', () => Buffer.concat([pngClaiming(1, 1).subarray(0, 8), svg]), 'photograph.damaged'],
  ['30,000 x 30,000 pixels', () => pngClaiming(30_000, 30_000), 'photograph.tooManyPixels', { megapixels: 25 }],
  ['a long thin strip of 26 megapixels', () => pngClaiming(26_000, 1000), 'photograph.tooManyPixels'],
  ['a small PNG whose pixels are rubbish', () => pngClaiming(20, 20), 'photograph.damaged'],
  ['half a JPEG', () => noisy().then((jpeg) => jpeg.subarray(0, jpeg.length / 2)), 'photograph.damaged'],
  ['13 MB that begin like a JPEG', () => padded(Buffer.from([0xff, 0xd8, 0xff]), 13), 'photograph.tooLarge', { megabytes: 12 }],
];

function noisy(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 400, height: 400, channels: 3, noise, background: 'white' } })
    .jpeg()
    .toBuffer();
}

function padded(start: Buffer, megabytes: number): Buffer {
  return Buffer.concat([start, Buffer.alloc(megabytes * 1024 * 1024)]);
}

describe('what is refused', () => {
  test.each(refused)('%s', async (_title, bytes, code, facts = {}) => {
    const outcome = await renderPhotograph(await bytes());
    expect(outcome).toMatchObject({ refused: true, code, facts });
  });
});

describe('what is kept', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s becomes JPEG', async (format) => {
    const rendered = accepted(await renderPhotograph(await picture().toFormat(format).toBuffer()));
    expect((await sharp(rendered.full).metadata()).format).toBe('jpeg');
    expect([rendered.width, rendered.height]).toEqual([800, 600]);
  });

  test('the longest side is at most 1600, the thumbnail 320', async () => {
    const rendered = accepted(await renderPhotograph(await picture(4000, 3000).jpeg().toBuffer()));
    const [full, thumbnail] = [await sharp(rendered.full).metadata(), await sharp(rendered.thumbnail).metadata()];
    expect([full.width, full.height, thumbnail.width, thumbnail.height]).toEqual([1600, 1200, 320, 240]);
  });

  test('a small picture is not blown up', async () => {
    const rendered = accepted(await renderPhotograph(await picture(100, 50).png().toBuffer()));
    expect([rendered.width, rendered.height]).toEqual([100, 50]);
  });

  test('a sideways telephone picture stands upright', async () => {
    const rendered = accepted(await renderPhotograph(await picture(300, 100).jpeg().withMetadata({ orientation: 6 }).toBuffer()));
    expect([rendered.width, rendered.height]).toEqual([100, 300]);
  });

  test('a see-through picture is laid on white', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const { data } = await sharp(accepted(await renderPhotograph(clear)).full)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(250);
  });

  test('where it was taken, with what, and a hidden page do not come out', async () => {
    const exif = { IFD0: { Make: 'CanaryMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 34/1 0/1' } };
    const photograph = await picture()
      .jpeg()
      .withExif(exif)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CanaryXmp</x:xmpmeta>')
      .toBuffer();
    const bytes = Buffer.concat([photograph, html]);
    expect((await sharp(bytes).metadata()).exif, 'the sample itself carries GPS').toBeDefined();
    const rendered = accepted(await renderPhotograph(bytes));
    for (const jpeg of [rendered.full, rendered.thumbnail]) {
      const { exif: kept, xmp, iptc, icc } = await sharp(jpeg).metadata();
      expect([kept, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(jpeg.toString('latin1')).not.toMatch(/Canary|Exif|script/);
    }
  });

  test('many at once are all answered, some of them with: try again', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => renderPhotograph(bytes)));
    const busy = outcomes.filter((outcome) => isRefusal(outcome) && outcome.code === 'photograph.tooBusy');
    expect(busy).toHaveLength(40 - limits.atOnce - limits.waiting);
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(limits.atOnce + limits.waiting);
  });
});

function accepted(outcome: Rendered | Refusal): Rendered {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}`);
  return outcome;
}
