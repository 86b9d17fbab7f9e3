// What a poster is made of, in whatever shape: plain values, already in the words of its language. Nothing here knows of children, or of pixels.
import type { Instant } from '../../../kernel/time.ts';

export const posterShapes = ['a4', 'square', 'story', 'strip'] as const;
export type PosterShape = (typeof posterShapes)[number];

/** `number` stands large, to be dialled; `label` says who answers. */
type Call = { label: string; number: string };

export type Poster = {
  heading: string;
  /** Stands largest; null where it may not be said. */
  name: string | null;
  lines: readonly { term: string; value: string }[];
  /** A JPEG, without anything but its pixels. */
  picture: { jpeg: Buffer; alt: string } | null;
  calls: readonly Call[];
  reference: { term: string; value: string };
  /** Where the code leads, and the words beside it. */
  code: { address: string; words: string };
  foot: string;
  at: Instant;
};

/** How each shape leaves: what it is, how its file ends. The strip has the width of a thermal printer's head (58 mm, 203 dots an inch). */
export const posterFiles: Record<PosterShape, { contentType: string; ending: string }> = {
  a4: { contentType: 'application/pdf', ending: 'pdf' },
  square: { contentType: 'image/jpeg', ending: 'jpg' },
  story: { contentType: 'image/jpeg', ending: 'jpg' },
  strip: { contentType: 'image/png', ending: 'png' },
};
