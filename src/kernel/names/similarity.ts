// How alike two words sound, from 0 to 1: weighted edit distance over sounds, where the price of a difference is how often real spellings differ so.
import { isVowel } from './phonemes.ts';
import { prices } from './sound-prices.ts';
import { tiedTo, tieWith } from './ties.ts';

/** Sounds have small numbers, so that all prices stand in 16 kB. */
const bits = 6;
const SIZE = 1 << bits;
const LONGEST = 40;
const numberOf = new Uint8Array(128);
/** Prices are whole thousandths: they are added and compared faster. */
const UNIT = 1000;
const swaps = new Int32Array(SIZE * SIZE).fill(UNIT);
const lastSwaps = new Int32Array(SIZE * SIZE);
const dropsOf = new Int32Array(SIZE).fill(UNIT);
const lastDrops = new Int32Array(SIZE);
const weights = new Int32Array(SIZE).fill(UNIT);

/** The last vowel carries gender and meaning (Karim, Karima): a difference there costs more than inside the word. */
const lastVowel = { drop: 2.5, most: 820, dropFrom: 200, swap: 1.6, swapFrom: 150 } as const;
/**
 * From price to likeness: prices are drawn in up to the bend and count more beyond it, so that 0.92 is still "the same name, spelled otherwise"
 * and 0.82 "close", as for true pairs before prices were learned.
 */
const bend = { at: 0.2, before: 0.82, after: 1.15 } as const;
const atBend = 1 - bend.at * bend.before;

const thousandths = (price: string): number => Math.round(Number(price) * UNIT);

function fillPrices(): void {
  Array.from(prices.sounds).forEach((sound, at) => (numberOf[sound.charCodeAt(0)] = at + 1));
  for (let sound = 0; sound < SIZE; sound++) swaps[sound * SIZE + sound] = 0;
  for (const row of prices.confusions.trim().split(/\s+/)) {
    const [one, other] = [numberOf[row.charCodeAt(0)]!, numberOf[row.charCodeAt(1)]!];
    swaps[one * SIZE + other] = swaps[other * SIZE + one] = thousandths(row.slice(2));
  }
  for (const row of prices.drops.trim().split(/\s+/)) {
    const sound = numberOf[row.charCodeAt(0)]!;
    const [price, mass] = row.slice(1).split('/').map(thousandths) as [number, number];
    [dropsOf[sound], weights[sound]] = [price, mass];
  }
}

function fillLastPrices(): void {
  lastDrops.set(dropsOf);
  for (const sound of prices.sounds) {
    const at = numberOf[sound.charCodeAt(0)]!;
    const price = dropsOf[at]!;
    if (isVowel(sound) && price >= lastVowel.dropFrom) lastDrops[at] = Math.max(price, Math.min(lastVowel.most, price * lastVowel.drop));
  }
  swaps.forEach((price, at) => (lastSwaps[at] = price > lastVowel.swapFrom && price < UNIT ? price * lastVowel.swap : price));
}
fillPrices();
fillLastPrices();

/** A word made ready: numbers of its sounds, the price of leaving each out, and how much there is of it. */
type Ready = { text: string; sounds: Uint8Array; drops: Int32Array; length: number; mass: number };

function ready(): Ready {
  return { text: '', sounds: new Uint8Array(LONGEST), drops: new Int32Array(LONGEST), length: 0, mass: 0 };
}

function makeReady(word: Ready, text: string): void {
  if (word.text === text) return;
  word.text = text;
  word.length = Math.min(text.length, LONGEST);
  word.mass = 0;
  for (let at = 0; at < word.length; at++) {
    const sound = numberOf[text.charCodeAt(at)]!;
    word.sounds[at] = sound;
    word.drops[at] = dropsOf[sound]!;
    word.mass += weights[sound]!;
  }
  if (word.length > 0) word.drops[word.length - 1] = lastDrops[word.sounds[word.length - 1]!]!;
}

let tied: ReturnType<typeof tiedTo>;

/** One asks about one word many times: the first is made ready once. */
const [first, second] = [ready(), ready()];
const row = new Int32Array(LONGEST + 1);

/** The cheapest way from one to the other, or some price above `most` as soon as it is sure to be dearer. One row, rewritten in place. */
function editPrice(one: Ready, other: Ready, most: number): number {
  const columns = other.length;
  const last = one.length - 1;
  if (last < 0 || columns === 0) return most + 1;
  const { sounds, drops } = other;
  row[0] = 0;
  for (let column = 0; column < columns; column++) row[column + 1] = row[column]! + drops[column]!;
  for (let at = 0; at <= last; at++) {
    const table = one.sounds[at]! << bits;
    const dropped = one.drops[at]!;
    const plain = at === last ? columns - 1 : columns;
    let corner: number = row[0]!;
    let left: number = (corner + dropped) | 0;
    let least = left;
    row[0] = left;
    for (let column = 0; column < plain; column++) {
      const above: number = row[column + 1]!;
      const swapped = (corner + swaps[table + sounds[column]!]!) | 0;
      const added = (left + drops[column]!) | 0;
      left = (above + dropped) | 0;
      if (swapped < left) left = swapped;
      if (added < left) left = added;
      if (left < least) least = left;
      row[column + 1] = left;
      corner = above;
    }
    if (at === last) return Math.min(corner + lastSwaps[table + sounds[plain]!]!, left + drops[plain]!, row[columns]! + dropped);
    if (least > most) return least;
  }
  return most + 1;
}

function likeness(price: number): number {
  return price <= bend.at ? 1 - price * bend.before : Math.max(0, atBend - (price - bend.at) * bend.after);
}

/** The price at which words are just so alike. */
function priceAt(likeness: number): number {
  return likeness >= atBend ? (1 - likeness) / bend.before : bend.at + (atBend - likeness) / bend.after;
}

/**
 * 1 for the same sounds, 0 for nothing alike. Symmetric. Sounds are phonemes as in phonemes.ts (ASCII).
 * `least`: what is less alike than this may be answered with any number below it, which is quicker.
 */
export function soundSimilarity(one: string, other: string, least = 0): number {
  if (one === other) return one === '' ? 0 : 1;
  if (first.text !== one) {
    makeReady(first, one);
    tied = tiedTo(one);
  }
  makeReady(second, other);
  const mass = (first.mass + second.mass) / 2;
  const alike = mass === 0 ? 0 : likeness(editPrice(first, second, Math.ceil(priceAt(least) * mass)) / mass);
  return tied === undefined ? alike : Math.max(alike, tieWith(tied, other));
}

/** A sound this near to the letter's may be what the initial stands for: K. for Khan, S. for Sharma, A. for an unwritten vowel of Urdu. */
const nearEnough = 300;

/** Whether a name of these phonemes may be shortened to the initial (one letter's sound). */
export function mayBegin(initial: string, phonemes: string): boolean {
  return initial[0] === phonemes[0] || swaps[(numberOf[initial.charCodeAt(0)]! << bits) + numberOf[phonemes.charCodeAt(0)]!]! <= nearEnough;
}
