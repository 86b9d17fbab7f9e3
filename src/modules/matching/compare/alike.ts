// How alike two names are, whatever script and word order: words are paired by sound; initials, left-out and run-together words are allowed for.
import { type SoundToken, soundSimilarity } from '../../../kernel/names/index.ts';
import type { Frequencies } from '../context.ts';
import type { PreparedName } from '../prepare.ts';
import { type NameLevel, nameFrequency, nameLevels, shareByLength } from '../weighing/weights.ts';

export type Likeness = { readonly level: NameLevel; readonly one: PreparedName; readonly other: PreparedName };

const SAME = 0.92;
const CLOSE = 0.82;
const LOOSE = 0.7;

function isInitial(token: SoundToken): boolean {
  return token.text.length === 1;
}

/** Pairs each word of the shorter name with its best free word of the longer; the mean is weighted by length of word. */
function pairWords(shorter: readonly SoundToken[], longer: readonly SoundToken[]): { mean: number; initials: number; first: number } {
  let taken = 0;
  let sum = 0;
  let mass = 0;
  let initials = 0;
  let first = 0;
  for (let at = 0; at < shorter.length; at++) {
    const word = shorter[at]!;
    let best = 0;
    let bestAt = -1;
    for (let other = 0; other < longer.length; other++) {
      if (taken & (1 << other)) continue;
      const candidate = longer[other]!;
      const initial = isInitial(word) !== isInitial(candidate);
      const similarity = initial
        ? word.skeleton[0] === candidate.skeleton[0]
          ? 0.75
          : 0
        : soundSimilarity(word.phonemes, candidate.phonemes);
      if (at === 0 && other === 0 && !initial) first = similarity;
      if (similarity > best) [best, bestAt] = [similarity, other];
    }
    if (bestAt >= 0) taken |= 1 << bestAt;
    if (bestAt >= 0 && isInitial(word) !== isInitial(longer[bestAt]!)) initials++;
    else {
      sum += best * word.phonemes.length;
      mass += word.phonemes.length;
    }
  }
  return { mean: mass === 0 ? 0 : sum / mass, initials, first };
}

function levelOf(one: PreparedName, other: PreparedName): NameLevel {
  const [shorter, longer] = one.tokens.length <= other.tokens.length ? [one.tokens, other.tokens] : [other.tokens, one.tokens];
  const { mean, initials, first } = pairWords(shorter, longer);
  const onlyInitials = initials > 0 && initials === shorter.length;
  if (mean >= SAME) return initials === 0 && shorter.length === longer.length ? 'same' : 'part';
  if (Math.abs(one.joined.length - other.joined.length) <= 2 && soundSimilarity(one.joined, other.joined) >= SAME) return 'same';
  if (mean >= CLOSE) return 'close';
  if (mean >= LOOSE || first >= SAME) return 'loose';
  return onlyInitials ? 'initials' : 'different';
}

/** The best likeness between any two ways the persons are called; null if one side says no name. */
export function likeness(ones: readonly PreparedName[], others: readonly PreparedName[]): Likeness | null {
  let best: Likeness | null = null;
  for (const one of ones) {
    for (const other of others) {
      const level = levelOf(one, other);
      if (best === null || nameLevels.indexOf(level) < nameLevels.indexOf(best.level)) best = { level, one, other };
      if (level === 'same') return best;
    }
  }
  return best;
}

function shareOf(token: SoundToken, frequencies: Frequencies): number {
  const length = Math.min(token.skeleton.length, shareByLength.length - 1);
  const share = frequencies.get(`s:${token.skeleton}`) ?? shareByLength[length]!;
  return Math.min(1, Math.max(share, 1e-6) * nameFrequency.sameSoundInClass);
}

/** How often another person bears a name sounding like this one: the rarest word in full, further words half, since surnames follow regions. Capped. */
export function commonness(name: PreparedName, frequencies: Frequencies): number {
  const shares = name.tokens.map((token) => shareOf(token, frequencies)).sort((a, b) => a - b);
  let share = shares[0] ?? 1;
  for (let at = 1; at < shares.length; at++) share *= shares[at]! ** nameFrequency.repeatWord;
  return Math.max(nameFrequency.lowest, Math.min(nameFrequency.highest, share));
}
