// The keys a record can be found by besides names heard whole: marks, home, place, brothers and guardian.
import type { SoundToken } from '../../../kernel/names/index.ts';
import { districtWords } from '../compare/place.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';

const mostKeys = 48;

function words(family: string, tokens: readonly SoundToken[]): string[] {
  return tokens.filter(({ phonemes }) => phonemes.length > 1).map(({ skeleton }) => `${family}:${skeleton}`);
}

function marks({ description }: Prepared): string[] {
  return description.marks.map(({ kind, site }) => `mark:${kind}${site ? `/${site}` : ''}`);
}

/**
 * Keys of one record, at most 48. Two records of one child share a key of some family unless everything both say was misheard. A family is
 * told by what stands before the colon.
 */
export function keysOf(record: Prepared, context: Pick<ScoreContext, 'districts'>): string[] {
  const { description, circumstances, names } = record;
  const isMissing = circumstances.kind === 'missing';
  // Where a child was found says nothing of home; where it was lost usually is home.
  const homes = isMissing ? [description.homeDistrict, circumstances.districtCode] : [description.homeDistrict];
  const places = isMissing ? [circumstances.districtCode, description.homeDistrict] : [circumstances.districtCode];
  const keys = [
    ...places.filter((code) => code !== null).map((code) => `place:${code}`),
    ...homes.flatMap((code) => words('home', districtWords(code, context))),
    ...words('home', record.homeWords),
    ...marks(record),
    ...words(
      'sibling',
      names.sibling.flatMap(({ tokens }) => tokens),
    ),
    ...words(
      'guardian',
      names.guardian.flatMap(({ tokens }) => tokens),
    ),
  ];
  return [...new Set(keys)].slice(0, mostKeys);
}
