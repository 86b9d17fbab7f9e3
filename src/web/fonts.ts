// The typefaces we serve: Noto for every script of the thirteen languages, one file a script and weight, fetched only if the page needs it.
import { join } from 'node:path';
import type { Locale } from '../platform/i18n/index.ts';

const packages = join(import.meta.dirname, '../../node_modules/@fontsource');

type Script = {
  /** Package and subset. */
  from: string;
  subset: string;
  family: string;
  /** Code points, from the Unicode blocks of the script; the marks scripts have in common come with each. */
  range: string;
  /** Languages whose pages fetch it early, beside the styles. */
  early: readonly Locale[];
};

const joiners = 'U+200C-200D,U+25CC';
const danda = 'U+0951-0952,U+0964-0965';

const scripts: readonly Script[] = [
  {
    from: 'noto-sans',
    subset: 'latin',
    family: 'Noto Sans',
    range: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2010-206F,U+20AC,U+2122,U+2212',
    early: ['en', 'hi'],
  },
  { from: 'noto-sans', subset: 'latin-ext', family: 'Noto Sans', range: 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF', early: [] },
  {
    from: 'noto-sans-devanagari',
    subset: 'devanagari',
    family: 'Noto Sans Devanagari',
    range: `U+0900-097F,U+1CD0-1CF9,U+20B9,U+A830-A839,U+A8E0-A8FF,${joiners}`,
    early: ['hi'],
  },
  indic('bengali', 'Bengali', 'U+0980-09FE'),
  indic('gujarati', 'Gujarati', 'U+0A80-0AFF'),
  indic('gurmukhi', 'Gurmukhi', 'U+0A01-0A76'),
  indic('oriya', 'Oriya', 'U+0B01-0B77'),
  indic('tamil', 'Tamil', 'U+0B82-0BFA'),
  indic('telugu', 'Telugu', 'U+0C00-0C7F'),
  indic('kannada', 'Kannada', 'U+0C80-0CF3'),
  indic('malayalam', 'Malayalam', 'U+0D00-0D7F'),
  {
    from: 'noto-nastaliq-urdu',
    subset: 'arabic',
    family: 'Noto Nastaliq Urdu',
    range: 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200E,U+2010-2011,U+FB50-FDFF,U+FE70-FEFC',
    early: [],
  },
];

function indic(subset: string, name: string, block: string): Script {
  return { from: `noto-sans-${subset}`, subset, family: `Noto Sans ${name}`, range: `${block},${danda},${joiners}`, early: [] };
}

export type FontFace = { family: string; weight: 400 | 600; range: string; early: readonly Locale[]; file: string; path: string };

/** Plain and semi-bold of every script. `path` is the file in its package. */
export const fontFaces: readonly FontFace[] = scripts.flatMap(({ from, subset, family, range, early }) =>
  ([400, 600] as const).map((weight) => {
    const file = `${from}-${subset}-${weight}-normal.woff2`;
    return { family, weight, range, early, file, path: join(packages, from, 'files', file) };
  }),
);

/** The style rule of one face. Each script has a family of its own, so a joiner or danda is drawn by the script it stands in. */
export function fontFace({ family, weight, range }: FontFace, url: string): string {
  const source = `src:url(${url}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;${source};unicode-range:${range}}`;
}
