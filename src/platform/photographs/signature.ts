// A signature written on white paper, as lines alone: what stands beneath a printed order until an e-sign service signs it.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { renderPhotograph } from './render.ts';

/** In pixels; a signature is at most so large on paper at 300 dots an inch: 51 by 17 mm. */
const LARGEST = { width: 600, height: 200 } as const;
/** Of 255: what is paler is paper. */
const PAPER = 150;
/** Of all dots: more is a photograph, not lines; fewer is an empty sheet. */
const INKED = { least: 0.002, most: 0.5 } as const;

/** A PNG in black and white, cut to the lines. Refusals: those of `renderPhotograph`; `photograph.notASignature` where hardly anything, or nearly all, is dark. */
export async function renderSignature(bytes: Buffer): Promise<Buffer | Refusal> {
  const rendered = await renderPhotograph(bytes);
  if (isRefusal(rendered)) return rendered;
  const { default: sharp } = await import('sharp');
  const lines = await sharp(rendered.full).greyscale().normalise().median(3).threshold(PAPER).png().toBuffer();
  const inked = await inkOf(lines);
  if (inked < INKED.least || inked > INKED.most) return refuse('photograph.notASignature', {});
  return sharp(lines)
    .trim({ background: 'white', threshold: 50 })
    .resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true })
    .png({ palette: true, colours: 4, compressionLevel: 9 })
    .toBuffer();
}

async function inkOf(lines: Buffer): Promise<number> {
  const { default: sharp } = await import('sharp');
  const { channels } = await sharp(lines).stats();
  return 1 - channels[0]!.mean / 255;
}
