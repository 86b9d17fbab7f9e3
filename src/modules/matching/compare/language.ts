// Languages the child speaks: sharing a rare one tells much, sharing Hindi little; a child learns the language of the place that keeps it.
import { type AspectResult, atLevel, known, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { language as weights, languageShares } from '../weights.ts';

/** Speech that listeners write down as one another. */
const families = [
  ['hi', 'hin', 'ur', 'urd', 'bho', 'mai', 'mag', 'awa', 'bgc', 'raj', 'hne', 'sck', 'bns'],
  ['bn', 'ben', 'as', 'asm', 'syl', 'rkt'],
  ['pa', 'pan', 'doi', 'bgc'],
  ['mr', 'mar', 'kok'],
] as const;

const sameCode: Readonly<Record<string, string>> = {
  hin: 'hi',
  ben: 'bn',
  mar: 'mr',
  tel: 'te',
  tam: 'ta',
  guj: 'gu',
  urd: 'ur',
  kan: 'kn',
  ori: 'or',
  mal: 'ml',
  pan: 'pa',
  asm: 'as',
  eng: 'en',
};

function plain(codes: readonly string[]): string[] {
  return codes.slice(0, 8).map((code) => sameCode[code] ?? code);
}

function related(ones: readonly string[], others: readonly string[]): boolean {
  return families.some(
    (family) =>
      ones.some((code) => (family as readonly string[]).includes(code)) &&
      others.some((code) => (family as readonly string[]).includes(code)),
  );
}

/** Facts: the language codes compared, for display names. */
export function compareLanguage(missing: Prepared, found: Prepared): AspectResult {
  const ones = plain(missing.description.languages);
  const others = plain(found.description.languages);
  if (ones.length === 0 || others.length === 0) return unknown('language');
  const share = (code: string): number => languageShares[code] ?? weights.rare;
  const both = ones.filter((code) => others.includes(code)).sort((a, b) => share(a) - share(b))[0];
  if (both !== undefined) return known('language', Math.log2(weights.shared / share(both)), 'shared', { language: both });
  const facts = { missing: ones[0]!, found: others[0]! };
  return related(ones, others)
    ? atLevel('language', weights.related, 'related', facts)
    : atLevel('language', weights.different, 'different', facts);
}
