// A poster in every shape and printed script: of its size, with a code a telephone reads, letters whole, nothing but black and white on the strip.
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { bandsOf, drawnPage, textOf } from '../../../../tests/documents/read-pdf.ts';
import { instantFrom } from '../../../kernel/time.ts';
import { type PrintLocale, printLocales } from '../../i18n/index.ts';
import { type Poster, type PosterShape, posterShapes } from './poster.ts';
import { onStrip, renderPoster as drawn } from './render.ts';

const at = instantFrom('2026-11-24T10:35:00.000Z');
const address = 'https://vatsalya.example/missing/0123456789abcdefghjkmnpqrs';
const names: Record<PrintLocale, string> = { en: 'Asha Devi', hi: 'श्रृष्टि क्षत्रिय', bn: 'শিশু ক্ষিতি', ta: 'கௌசல்யா ஸ்ரீநிவாசன்' };
let jpeg: Buffer;
const renderPoster = async (...asked: Parameters<typeof drawn>): Promise<Uint8Array> => (await drawn(...asked))!;

function poster(change: Partial<Poster> = {}): Poster {
  return {
    heading: 'Missing child',
    name: 'Asha Devi',
    lines: [{ term: 'Age', value: '9–10 years' }],
    picture: { jpeg, alt: 'Photograph' },
    calls: [{ label: 'Child helpline', number: '1098' }],
    reference: { term: 'Say', value: 'MC-WB-2026-004211-K' },
    code: { address, words: 'Scan' },
    foot: 'Not to be shown after 20 Dec 2026.',
    at,
    ...change,
  };
}

beforeAll(async () => {
  const stripes = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><rect width="400" height="500" fill="#888"/></svg>',
  );
  jpeg = await sharp(stripes).withExif({ IFD0: { Artist: 'ZqArtistQz' } }).jpeg().toBuffer(); // prettier-ignore
});

/** What a telephone's camera sees; of a PDF, the page at 144 dots an inch. */
async function pixels(file: Uint8Array, shape: PosterShape) {
  if (shape === 'a4') {
    const { width, height, isInk } = await drawnPage(file, 2);
    const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
      const pixel = Math.floor(at / 3);
      return isInk(pixel % width, Math.floor(pixel / width)) ? 0 : 255;
    });
    return { data, width, height };
  }
  const { data, info } = await sharp(file).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

describe.each(printLocales)('%s', (language) => {
  test.each(posterShapes)('%s: the code leads to the notice', async (shape) => {
    const file = await renderPoster(poster({ name: names[language] }), { shape, language });
    expect(decodeQR(await pixels(file, shape))).toBe(address);
  });

  test('the name on the sheet can be copied and searched', async () => {
    const pages = await textOf(await renderPoster(poster({ name: names[language] }), { shape: 'a4', language }));
    expect(pages).toHaveLength(1);
    expect(pages[0]!.replace(/\p{Cf}/gu, '').normalize('NFC')).toContain(names[language].normalize('NFC').split(' ')[0]);
  });
});

test.each([
  ['square', 1080, 1080, 'jpeg'],
  ['story', 1080, 1920, 'jpeg'],
] as const)('%s is %i by %i', async (shape, width, height, format) => {
  const file = await renderPoster(poster(), { shape, language: 'en' });
  expect(await sharp(file).metadata()).toMatchObject({ width, height, format });
});

test('the strip is 384 dots wide and of one bit', async () => {
  const file = await renderPoster(poster(), { shape: 'strip', language: 'hi' });
  expect(await sharp(file).metadata()).toMatchObject({ width: 384, format: 'png', bitsPerSample: 1 });
  const { data } = await pixels(file, 'strip');
  expect(new Set(data)).toEqual(new Set([0, 255]));
});

test('a picture on the strip keeps its proportions and stays below the height of the head', () => {
  expect(onStrip({ width: 400, height: 500 })).toEqual({ width: 336, height: 420 });
  expect(onStrip({ width: 1600, height: 400 })).toEqual({ width: 360, height: 90 });
});

test('no word of the picture’s file is in any of them', async () => {
  for (const shape of posterShapes) {
    const clean = await sharp(jpeg).jpeg().toBuffer(); // as photographs are kept
    const file = Buffer.from(await renderPoster(poster({ picture: { jpeg: clean, alt: 'P' } }), { shape, language: 'en' }));
    expect(file.includes('ZqArtistQz')).toBe(false);
    if (shape !== 'a4') expect((await sharp(file).metadata()).exif).toBeUndefined();
  }
});

test('nothing runs off the sheet, however long a name and however many particulars', async () => {
  const lines = Array.from({ length: 9 }, (_, at) => ({ term: `Question ${at}`, value: 'a long answer of many words '.repeat(6) }));
  for (const picture of [poster().picture, null]) {
    const file = await renderPoster(poster({ name: 'Venkatanarasimharajuvaripeta '.repeat(4), lines, picture }), {
      shape: 'a4',
      language: 'en',
    });
    const drawn = await drawnPage(file, 1);
    expect(await textOf(file)).toHaveLength(1);
    for (const { left, right } of bandsOf(drawn)) expect([left >= 39, right <= 596 - 39]).toEqual([true, true]);
  }
});

test('what is typed is text', async () => {
  const [page] = await textOf(await renderPoster(poster({ name: '#panic() *x*' }), { shape: 'a4', language: 'en' }));
  expect(page).toContain('#panic() *x*');
});

test('a picture of one poster is in no other', async () => {
  const [withOne, without] = await Promise.all([
    renderPoster(poster(), { shape: 'a4', language: 'en' }),
    renderPoster(poster({ picture: null }), { shape: 'a4', language: 'en' }),
  ]);
  expect(Buffer.from(withOne).includes('/DCTDecode')).toBe(true);
  expect(Buffer.from(without).includes('/DCTDecode')).toBe(false);
});
