// How common each value is: agreeing on a rare name tells more than agreeing on a common one, up to a limit.
import { isCallName } from '../kernel/names/index.ts';
import type { FieldComparer } from './comparing.ts';
import { ROUGH, SOUNDS_SAME } from './names-compared.ts';
import { imaginedBearers, leftOut } from './starting-weights.ts';
import { OR, type WordBook } from './words.ts';

/** Most bits a rare value may add and a common one may take. */
const mostAdded = 5;
const mostTaken = 7;
/** Where a name agrees by sound its words are counted as if they came together by chance; they do not quite (names go with names), so only a part counts. */
const soundShare = 0.6;
const mostTakenBySound = 4;
/** A value nobody else bears may still be borne by half another person: no file is the whole world. */
const unseen = 0.5;
const rarest = 1e-7;
/** Years people of one register are usually born in, and days of a year. */
const [usualYears, usualDays] = [25, 365];

/**
 * `same`: chance that two strangers who both say the field say it equally. `rare[number]`: −log2 of the chance that a stranger says this very
 * value. `rarity[number]`: bits by which a name's words, as they sound, are rare together; null for fields that are not names.
 */
export type Frequency = { readonly same: number; readonly rare: Float32Array; readonly rarity: Float32Array | null };

/** `left`: where the second file's records start, the number of records when there is one file. `copies`: how many further records of its own person bear a record's value. */
export type Bearers = { readonly left: number; readonly copies: number };

type Count = { readonly others: (group: number) => number; readonly same: number };

/** Counts how many records bear a value, or a part of it: `groups[number]` is that part. A person's own copies are taken away again: they are no strangers. */
function count(comparer: FieldComparer, groups: ArrayLike<number>, size: number, { left, copies }: Bearers, imagined: number): Count {
  const here = new Uint32Array(size);
  const there = new Uint32Array(size);
  const one = left === comparer.numbers.length;
  let [known, otherKnown] = [0, 0];
  comparer.numbers.forEach((number, record) => {
    if (number < 0 || comparer.same(number) !== 1) return;
    const group = groups[number]!;
    if (record < left) [here[group], known] = [here[group]! + 1, known + 1];
    else [there[group], otherKnown] = [there[group]! + 1, otherKnown + 1];
  });
  let agreeing = 0;
  for (let group = 0; group < size; group++) agreeing += one ? (here[group]! * (here[group]! - 1)) / 2 : here[group]! * there[group]!;
  const possible = one ? (known * (known - 1)) / 2 : known * otherKnown;
  const bearers = 1 + copies + Math.max(0, 1 - copies) * leftOut(known + otherKnown);
  const own = (copies * (known + otherKnown)) / 2;
  return {
    others: (group) => Math.max(0, here[group]! + there[group]! - bearers) / (known + otherKnown + imagined + 1),
    same: Math.max(agreeing - own, unseen) / Math.max(possible, 1),
  };
}

/** Every text's group by a part of it. */
function grouped(texts: readonly string[], part: (text: string) => string): { groups: Int32Array; size: number } {
  const known = new Map<string, number>();
  const groups = Int32Array.from(texts, (text) => {
    const key = part(text);
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key)!;
  });
  return { groups, size: known.size };
}

/** Thirty thousand days and a few thousand rows: how often two strangers share one is told by years and by days of the year, each for itself. */
function frequencyOfBirths(comparer: FieldComparer, texts: readonly string[], bearers: Bearers): Frequency {
  const [years, days] = [grouped(texts, (text) => text.slice(0, 4)), grouped(texts, (text) => text.slice(4))];
  const known = comparer.numbers.reduce((sum, number) => sum + (number >= 0 && comparer.same(number) === 1 ? 1 : 0), 0);
  const believed = leftOut(known);
  const [moreYears, moreDays] = [usualYears * believed, usualDays * believed];
  const year = count(comparer, years.groups, years.size, bearers, moreYears);
  const day = count(comparer, days.groups, days.size, bearers, moreDays);
  const numbers = Int32Array.from(texts, (_, number) => number);
  const whole = count(comparer, numbers, texts.length, bearers, moreYears * moreDays);
  // A year or a day that nobody else in a small file was born in is still some year and some day.
  const least = (more: number): number => (unseen * believed) / (known + more + 1);
  const share = (number: number): number =>
    Math.max(
      whole.others(number),
      (year.others(years.groups[number]!) + least(moreYears)) * (day.others(days.groups[number]!) + least(moreDays)),
      rarest,
    );
  const rare = Float32Array.from(texts, (_, number) => (comparer.same(number) === 1 ? -Math.log2(share(number)) : 0));
  return { same: Math.max(year.same * day.same, rarest), rare, rarity: null };
}

/** Baby, Munni, Golu: what any child is called at home is no rare name, however few rows of a small file bear it. */
const homeNameShare = 1 / 8;

function isHomeName(book: WordBook, number: number): boolean {
  const [from, end] = [book.start[number]!, book.start[number + 1]!];
  for (let at = from; at < end; at++) if (!isCallName(book.phonemes[book.word[at]!] ?? '')) return false;
  return end > from;
}

export function frequencyOf(comparer: FieldComparer, texts: readonly string[], book: WordBook | null, bearers: Bearers): Frequency {
  if (comparer.field === 'birth') return frequencyOfBirths(comparer, texts, bearers);
  const numbers = Int32Array.from(texts, (_, number) => number);
  const known = comparer.numbers.reduce((sum, number) => sum + (number >= 0 ? 1 : 0), 0);
  const imagined = imaginedBearers(comparer.field, known);
  const { others, same } = count(comparer, numbers, texts.length, bearers, imagined);
  const rare = Float32Array.from(texts, (_, number) => {
    const share = others(number) + unseen / (known + 1 + imagined);
    return -Math.log2(book && isHomeName(book, number) ? Math.max(share, homeNameShare) : share);
  });
  return { same, rare, rarity: book ? rarityOf(comparer.numbers, book, known, bearers.copies) : null };
}

function rarityOf(numbers: Int32Array, book: WordBook, known: number, copies: number): Float32Array {
  const bearers = 1 + copies + Math.max(0, 1 - copies) * leftOut(known);
  const all = known + 1 + imaginedBearers('given', known);
  const counts = new Map<number, number>();
  for (const number of numbers) {
    if (number < 0) continue;
    for (let at = book.start[number]!; at < book.start[number + 1]! && book.word[at] !== OR; at++) {
      const key = book.key[book.word[at]!]!;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return Float32Array.from(book.texts, (_, number) => {
    let bits = 0;
    for (let at = book.start[number]!; at < book.start[number + 1]! && book.word[at] !== OR; at++)
      bits += Math.log2(all / (Math.max(0, (counts.get(book.key[book.word[at]!]!) ?? 0) - bearers) + unseen));
    return bits;
  });
}

/** Bits to add for the value of a pair at this level. `u`: how often strangers reach it. */
export function frequencyBits(frequency: Frequency, level: number, one: number, other: number, u: number): number {
  if (level === 1) return Math.max(-mostTaken, Math.min(mostAdded, Math.log2(u) + frequency.rare[one]!));
  if (frequency.rarity === null || level < SOUNDS_SAME || level > ROUGH) return 0;
  const rarity = Math.min(frequency.rarity[one]!, frequency.rarity[other]!);
  return Math.max(-mostTakenBySound, Math.min(mostAdded, soundShare * (rarity + Math.log2(u))));
}
