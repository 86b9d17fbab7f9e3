// What the child says of home against the home the family gives: by district if both know it, else by the sound of the words.
import { type SoundToken, hearName, soundSimilarity } from '../../../kernel/names/index.ts';
import { oneWordNames } from '../../../kernel/place-names/other-names.ts';
import type { Circumstances } from '../../children/index.ts';
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { DistrictPoint, ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';

const heardDistricts = new WeakMap<DistrictPoint, readonly SoundToken[]>();
const mostDistrictWords = 3;
const SAME = 0.92;
const CLOSE = 0.82;

export function districtWords(code: string | null, context: Pick<ScoreContext, 'districts'>): readonly SoundToken[] {
  const district = code === null ? undefined : context.districts.get(code);
  if (!district) return [];
  let words = heardDistricts.get(district);
  if (!words) {
    const others = oneWordNames(district.name).flatMap((name) => hearName(name).variants.flat());
    words = [...hearName(district.name).variants.flat().slice(0, mostDistrictWords), ...others];
    heardDistricts.set(district, words);
  }
  return words;
}

/** The district taken for home where none is stated: the one the child was lost from. Where a child was found says nothing of home. */
export function homeUnstated({ kind, districtCode }: Circumstances): string | null {
  return kind === 'missing' ? districtCode : null;
}

function bestPair(ones: readonly SoundToken[], others: readonly SoundToken[]): { similarity: number; one: string; other: string } {
  let best = { similarity: 0, one: ones[0]!.text, other: others[0]!.text };
  for (const one of ones) {
    for (const other of others) {
      const similarity = soundSimilarity(one.phonemes, other.phonemes);
      if (similarity > best.similarity) best = { similarity, one: one.text, other: other.text };
    }
  }
  return best;
}

/**
 * Facts: the two words or the district. A landmark or a
 * village both name ("near the big temple") tells far less than the district's own name.
 */
export function comparePlace(missing: Prepared, found: Prepared, context: ScoreContext): AspectResult {
  const { weights } = context;
  const home = missing.description.homeDistrict ?? homeUnstated(missing.circumstances);
  const said = found.description.homeDistrict;
  if (said !== null && said === home)
    return weigh(weights, 'place', { level: 'sameDistrict', facts: { district: context.districts.get(said)?.name ?? said } });
  const district = districtWords(home, context);
  const others = [...found.homeWords, ...districtWords(said, context)];
  if (district.length + missing.homeWords.length === 0 || others.length === 0) return unknown('place');
  const byDistrict = district.length > 0 ? bestPair(district, others) : null;
  const byWord = missing.homeWords.length > 0 ? bestPair(missing.homeWords, others) : null;
  const named = byDistrict !== null && byDistrict.similarity >= Math.min(CLOSE, byWord?.similarity ?? 0);
  const best = (named ? byDistrict : (byWord ?? byDistrict))!;
  const facts = { missing: best.one, found: best.other };
  if (best.similarity < CLOSE) return weigh(weights, 'place', { level: 'different', facts });
  const code = best.similarity >= SAME ? 'sameSound' : 'closeSound';
  return weigh(weights, 'place', { level: named ? code : 'sameWord', code, facts });
}
