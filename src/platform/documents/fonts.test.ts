// The typefaces come out of their WOFF files whole, and every language finds its letters.
import { describe, expect, test } from 'vitest';
import { languages, type Locale } from '../i18n/index.ts';
import { familiesFor, readFonts, unpack } from './fonts.ts';

/** The checksum of a table (OpenType 1.9, "Calculating checksums"). */
function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

test('each table is the one its maker signed for', () => {
  const [font] = readFonts();
  const tables = Array.from({ length: font!.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  expect(tables.length).toBeGreaterThan(10);
  for (const at of tables) {
    const [tag, sum, offset, length] = [font!.toString('latin1', at, at + 4), ...[4, 8, 12].map((by) => font!.readUInt32BE(at + by))];
    if (tag === 'head') continue; // holds a sum of the whole file besides
    expect([tag, checksum(font!.subarray(offset, offset! + Math.ceil(length! / 4) * 4))]).toEqual([tag, sum]);
  }
});

test('takes nothing else for a typeface', () => {
  expect(() => unpack(Buffer.from('wOF2'.padEnd(60, '\0')))).toThrow('WOFF');
});

describe.each(Object.keys(languages) as Locale[])('%s', (language) => {
  test('has every family, its own first', () => {
    expect(new Set(familiesFor(language)).size).toBe(12);
    expect(familiesFor(language)[0]!.startsWith('Noto')).toBe(true);
    expect(familiesFor(language)[0] === 'Noto Sans').toBe(language === 'en' || language === 'ur');
  });
});
