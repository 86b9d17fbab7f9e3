// The typefaces of printed documents: the same Noto files the pages are served, unpacked from WOFF to the OpenType the typesetter reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Locale } from '../i18n/index.ts';

const packages = join(import.meta.dirname, '../../../node_modules/@fontsource');
/** Of Noto Sans there is a file for plain Latin and one for its other letters, under one name; the typesetter takes one file for each name. */
const OTHER_LATIN = 'Noto Sanx';

const files = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans-devanagari', 'devanagari'],
  ['noto-sans-bengali', 'bengali'],
  ['noto-sans-gujarati', 'gujarati'],
  ['noto-sans-gurmukhi', 'gurmukhi'],
  ['noto-sans-oriya', 'oriya'],
  ['noto-sans-tamil', 'tamil'],
  ['noto-sans-telugu', 'telugu'],
  ['noto-sans-kannada', 'kannada'],
  ['noto-sans-malayalam', 'malayalam'],
  ['noto-nastaliq-urdu', 'arabic'],
] as const;

const families = [
  'Noto Sans',
  OTHER_LATIN,
  'Noto Sans Devanagari',
  'Noto Sans Bengali',
  'Noto Sans Gujarati',
  'Noto Sans Gurmukhi',
  'Noto Sans Oriya',
  'Noto Sans Tamil',
  'Noto Sans Telugu',
  'Noto Sans Kannada',
  'Noto Sans Malayalam',
  'Noto Nastaliq Urdu',
];

/** Its spaces and dandas too are then of the script they stand in. Urdu has none: the spaces of Nastaliq are too narrow for what stands in it in Latin. */
const own: Partial<Record<Locale, string>> = {
  hi: 'Noto Sans Devanagari',
  mr: 'Noto Sans Devanagari',
  bn: 'Noto Sans Bengali',
  as: 'Noto Sans Bengali',
  gu: 'Noto Sans Gujarati',
  pa: 'Noto Sans Gurmukhi',
  or: 'Noto Sans Oriya',
  ta: 'Noto Sans Tamil',
  te: 'Noto Sans Telugu',
  kn: 'Noto Sans Kannada',
  ml: 'Noto Sans Malayalam',
};

/** The first that has a letter draws it, beginning with the script of the language. */
export function familiesFor(language: Locale): string[] {
  const first = own[language];
  return first ? [first, ...families.filter((family) => family !== first)] : families;
}

/** Plain and semi-bold of every script, ready for the typesetter. */
export function readFonts(): Buffer[] {
  return files.flatMap(([from, subset]) =>
    [400, 600].map((weight) => {
      const font = unpack(readFileSync(join(packages, from, 'files', `${from}-${subset}-${weight}-normal.woff`)));
      return subset === 'latin-ext' ? renamed(font) : font;
    }),
  );
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** WOFF 1.0 (W3C 2012) is OpenType with each table deflated: the directory is written anew, the tables are inflated. */
export function unpack(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file');
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const directory = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
  woff.copy(directory, 0, 4, 8); // flavour
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(SFNT_ENTRY * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(SFNT_ENTRY * (count - 2 ** power), 10);
  const parts = [directory];
  let end = directory.length;
  for (let at = 0; at < count; at++) {
    const from = WOFF_HEADER + WOFF_ENTRY * at;
    const [offset, packed, length] = [woff.readUInt32BE(from + 4), woff.readUInt32BE(from + 8), woff.readUInt32BE(from + 12)];
    const table = woff.subarray(offset, offset + packed);
    const to = SFNT_HEADER + SFNT_ENTRY * at;
    woff.copy(directory, to, from, from + 4); // tag
    woff.copy(directory, to + 4, from + 16, from + 20); // checksum
    directory.writeUInt32BE(end, to + 8);
    directory.writeUInt32BE(length, to + 12);
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(table) : table).copy(padded);
    parts.push(padded);
    end += padded.length;
  }
  return Buffer.concat(parts);
}

/** Puts the other name over the name, letter for letter (UTF-16, big end first), so that nothing moves. */
function renamed(font: Buffer): Buffer {
  const inNames = (name: string) => Buffer.from(name, 'utf16le').swap16();
  const [was, is] = [inNames('Noto Sans'), inNames(OTHER_LATIN)];
  for (let at = font.indexOf(was); at >= 0; at = font.indexOf(was, at + 1)) is.copy(font, at);
  return font;
}
