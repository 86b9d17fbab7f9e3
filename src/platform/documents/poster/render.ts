// A poster as the bytes of a file: set by Typst, which joins the letters of every script; what is no PDF is then made an image of.
import { milliseconds } from '../../../kernel/time.ts';
import { type Locale, directionOf } from '../../i18n/index.ts';
import { makeTurnstile } from '../../photographs/turnstile.ts';
import { familiesFor } from '../fonts.ts';
import { settable } from '../settable.ts';
import { typeset } from '../typesetting.ts';
import { oneBit } from './one-bit.ts';
import type { Poster, PosterShape } from './poster.ts';
import { qrRows } from './qr-code.ts';

type Size = { width: number; height: number };

/** Of the strip, in dots: what poster.typ leaves around, and how high a picture may stand. */
const STRIP = { side: 384, margin: 12, highest: 420 };

/** How large the picture stands on a strip. It is first on it, so that it alone is made of dots and every letter stays sharp. */
export function onStrip({ width, height }: Size): Size {
  const most = STRIP.side - 2 * STRIP.margin;
  const scale = Math.min(most / width, STRIP.highest / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Read when the first poster is drawn: a door that draws none never sees it. */
const library = async () => (await import('sharp')).default;

async function sizeOf({ picture }: Poster): Promise<Size | null> {
  return picture && (await (await library())(picture.jpeg).metadata());
}

/** What poster.typ reads. */
export function posterGiven(
  poster: Poster,
  { shape, language, picture }: { shape: PosterShape; language: Locale; picture: Size | null },
): string {
  const { heading, name, lines, calls, reference, code, foot } = poster;
  const direction = directionOf(language);
  const words = settable({ heading, name, lines, calls, reference, foot, scan: code.words, alt: poster.picture?.alt ?? '' }, direction);
  const drawn = { shape, picture: picture && onStrip(picture), code: qrRows(code.address) };
  return JSON.stringify({ ...words, ...drawn, language, direction, fonts: familiesFor(language) });
}

async function imageOf(svg: Uint8Array, shape: PosterShape, picture: Size | null): Promise<Uint8Array> {
  const sharp = await library();
  const drawn = sharp(svg, { density: 72 }).flatten({ background: 'white' }); // a point is a pixel
  if (shape !== 'strip') return drawn.jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer();
  const { data, info } = await drawn.greyscale().raw().toBuffer({ resolveWithObject: true });
  const dots = oneBit(data, { width: info.width, dithered: picture ? STRIP.margin + onStrip(picture).height : 0 });
  return sharp(dots, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png({ palette: true, colours: 2, dither: 0 })
    .toBuffer();
}

/** Of those who wait, each holds a connection of the database. */
const enter = makeTurnstile({ atOnce: 1, waiting: 6 });

/** Undefined: too many are being drawn just now. */
export function renderPoster(
  poster: Poster,
  { shape, language }: { shape: PosterShape; language: Locale },
): Promise<Uint8Array | undefined> {
  return enter(async () => {
    const picture = await sizeOf(poster);
    const wanted = { picture: poster.picture && new Uint8Array(poster.picture.jpeg), as: shape === 'a4' ? 'pdf' : 'svg' } as const;
    const drawn = await typeset(posterGiven(poster, { shape, language, picture }), Math.floor(milliseconds(poster.at) / 1000), wanted);
    return shape === 'a4' ? drawn : imageOf(drawn, shape, picture);
  });
}
