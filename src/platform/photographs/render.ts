// Turns what someone uploaded into a new JPEG made from pixels alone: nothing else of the file survives (threats A16–A18).
import type { Metadata } from 'sharp';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { isPicture, kindOf } from './content.ts';
import { LOOK_SIDE, type Look, lookOf } from './look.ts';
import { makeTurnstile } from './turnstile.ts';

export const limits = {
  bytes: 12 * 1024 * 1024,
  pixels: 25_000_000, // the library's own limit is 268 million, about 800 MB once decoded
  seconds: 10,
  atOnce: 1, // the worst picture allowed takes about 200 MB while it is turned upright
  waiting: 20,
  fullSide: 1600,
  thumbnailSide: 320,
} as const;

/** Two JPEGs without metadata; `width` and `height` are those of `full`, in pixels; `look`, to find it again where it was sent before. */
export type Rendered = { full: Buffer; thumbnail: Buffer; width: number; height: number; look: Look | null };

// 'error' refuses broken or cut-off pictures but forgives the odd metadata that many telephones write.
const reading = { failOn: 'error', limitInputPixels: limits.pixels, pages: 1 } as const;

/** Read when a picture first comes: two of the four doors never see one. */
export async function library() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1); // one picture never takes both cores from the people waiting for pages
  sharp.cache(false); // one child's photograph is never kept in memory for the next
  return sharp;
}

const enter = makeTurnstile({ atOnce: limits.atOnce, waiting: limits.waiting });

/**
 * A new upright JPEG (longest side at most 1600 px) and its 320 px thumbnail, from the bytes of a JPEG, PNG or WebP.
 * Refusals: `photograph.tooLarge` {megabytes}, `photograph.notAPicture` {found}, `photograph.tooManyPixels` {megapixels},
 * `photograph.damaged`, `photograph.tooBusy` (try again). `found` is heic, gif, animation or other. Never throws for bad bytes.
 */
export async function renderPhotograph(bytes: Buffer): Promise<Rendered | Refusal> {
  if (bytes.length > limits.bytes) return refuse('photograph.tooLarge', { megabytes: limits.bytes / 1024 / 1024 });
  const kind = kindOf(bytes);
  if (!isPicture(kind)) return refuse('photograph.notAPicture', { found: kind ?? 'other' });
  const outcome = await enter(async () => {
    const header = await readHeader(bytes);
    const refusal = isRefusal(header) ? header : judgeHeader(header, kind);
    return refusal ?? (await rebuild(bytes));
  });
  return outcome ?? refuse('photograph.tooBusy');
}

/** Reads sizes without decoding: the pixel limit is off here only so that too many pixels can be told from damage. */
async function readHeader(bytes: Buffer): Promise<Metadata | Refusal> {
  const sharp = await library();
  try {
    return await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
  } catch {
    return refuse('photograph.damaged');
  }
}

function judgeHeader(header: Metadata, kind: string): Refusal | undefined {
  if (header.format !== kind) return refuse('photograph.notAPicture', { found: 'other' });
  if ((header.pages ?? 1) > 1) return refuse('photograph.notAPicture', { found: 'animation' });
  if (header.width * header.height > limits.pixels) return refuse('photograph.tooManyPixels', { megapixels: limits.pixels / 1e6 });
  return undefined;
}

async function rebuild(bytes: Buffer): Promise<Rendered | Refusal> {
  const sharp = await library();
  try {
    const { data, info } = await sharp(bytes, reading)
      .autoOrient()
      .resize({ width: limits.fullSide, height: limits.fullSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .timeout({ seconds: limits.seconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = { raw: { width: info.width, height: info.height, channels: info.channels } };
    const full = await sharp(data, pixels).jpeg({ quality: 82 }).toBuffer();
    const thumbnail = await sharp(data, pixels)
      .resize({ width: limits.thumbnailSide, height: limits.thumbnailSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer();
    const grey = await sharp(data, pixels).greyscale().resize(LOOK_SIDE, LOOK_SIDE, { fit: 'fill' }).raw().toBuffer();
    return { full, thumbnail, width: info.width, height: info.height, look: lookOf(grey) };
  } catch {
    return refuse('photograph.damaged');
  }
}
