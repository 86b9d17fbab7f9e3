// Languages the child speaks: sharing a rare one tells much, sharing Hindi little; a child learns the language of the place that keeps it.
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { languageShares, rareLanguage } from '../weighing/weights.ts';

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
export function compareLanguage(missing: Prepared, found: Prepared, { weights }: ScoreContext): AspectResult {
  const ones = plain(missing.description.languages);
  const others = plain(found.description.languages);
  if (ones.length === 0 || others.length === 0) return unknown('language');
  const share = (code: string): number => languageShares[code] ?? rareLanguage;
  const both = ones.filter((code) => others.includes(code)).sort((a, b) => share(a) - share(b))[0];
  if (both !== undefined) return weigh(weights, 'language', { level: 'shared', chance: share(both), facts: { language: both } });
  return weigh(weights, 'language', {
    level: related(ones, others) ? 'related' : 'different',
    facts: { missing: ones[0]!, found: others[0]! },
  });
}
