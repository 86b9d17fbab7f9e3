// Learns what it costs to hear one sound as another, from words and the spellings people gave them, and writes src/kernel/names/sound-prices.ts.
// Run: `node --import ./scripts/tsx-loader.ts scripts/learn-sounds.ts <folder of lexicons> <out.ts>`. Only the words set apart for learning are looked at.
import { writeFileSync } from 'node:fs';
import { type Entry, hashOf, lexiconsIn, partOf } from '../bench/matching/lexicons.ts';
import { soundsOf } from '../src/kernel/names/index.ts';
import { prices as before } from '../src/kernel/names/sound-prices.ts';

const sounds = 'aeiouAIUOEVwYN@*^~%!kgcjtdpbfvnmrlsSzhyXGQWHDBLxqRJZKCTFP';
const vowels = 'aeiouAIUOEVwYN';
const SIZE = 64;
/** Number 0 is nothing: what stands against it was left out. */
const numberOf = new Map([...sounds].map((sound, at) => [sound, at + 1]));

/** Unlikeliness (natural logarithm) that counts as another sound altogether: a price of 1. */
const whole = 8;
const rounds = 6;
const wordsPerLanguage = 4000;
/** Counts added to every sight, so that what was seen once proves little. */
const doubt = 3;

/** Sounds met less than this are too seldom to be learned. */
const seldom = 300;
/** What is known of names where the lexicons hold few: prices that are never higher. The first three sounds stand for two ways of saying. */
const known = `Lk0 LX0 L%.1 %S0 !l0 !r.1 !n.1 !s.2 ~y0 ~Y.1 ~i.1 ~I.1 NO.1 No.15 Zz.1 Zl0 Zr.4 bv.15 zj.1 zs.3 zW.2 Jy0 Jj0 sS.1 Qc.1 fp.3 qk.05 Bv.25 Ea.1 Ee.05 EA.1 Ne.1 uV.3 wu.02 wV.02 @i.12 @u.12 @e.12 @I.2 @U.2 @A.1 @O0 @*0 *O0 *A.3 *I.2 *U.2 Oa.05 OA.3
  Kh.15 KX.1 KG.1 Tx0 Td0 Tt0 TH0 TD.05 CS.05 Cj.05 Cc.05 Cs0 Pb0 Pp0 PB.05 Pf.1 Fd0 Ft0 xt0 xH0 kX.3 gG.25 cQ.15 jW.25 tH.15 dD.2 bB.25 rR.05 Rd.15 vw.1 vu.3 vU.3 vo.4 vf.6 nm.6 sc.6 kg.7 td.7 pb.7`;
const knownDrops = 'L1 %0 !.02 ~.05 *.01 @.1 ^.1 h.25 y.3';

type Pair = { one: number[]; other: number[]; weight: number };

function heard(word: string): number[] | null {
  const tokens = soundsOf(word);
  const numbers = [...(tokens[0]?.phonemes ?? '')].map((sound) => numberOf.get(sound) ?? 0);
  return tokens.length === 1 && numbers.length > 0 && !numbers.includes(0) ? numbers : null;
}

/** The native word with each spelling, and each spelling with the commonest: two ways to write one sound in Latin letters are learned too. */
function pairsOf({ native, spellings }: Entry): Pair[] {
  const word = heard(native);
  const all = spellings.reduce((sum, { times }) => sum + times, 0);
  const [common, ...rarer] = spellings
    .toSorted((one, other) => other.times - one.times)
    .map(({ latin, times }) => ({ latin: heard(latin), share: times / all }));
  const pairs: Pair[] = [];
  for (const { latin, share } of [common!, ...rarer]) if (word && latin) pairs.push({ one: word, other: latin, weight: share });
  for (const { latin, share } of rarer) if (common!.latin && latin) pairs.push({ one: common!.latin, other: latin, weight: share / 2 });
  return pairs;
}

/** Lowers prices to those of a table. */
function lower(prices: Float64Array, confusions: string, drops: string): void {
  for (const row of confusions.trim().split(/\s+/)) {
    const [one, other] = [numberOf.get(row[0]!)!, numberOf.get(row[1]!)!];
    const price = Math.min(prices[one * SIZE + other]!, Number(row.slice(2)));
    prices[one * SIZE + other] = prices[other * SIZE + one] = price;
  }
  for (const row of drops.trim().split(/\s+/)) {
    const sound = numberOf.get(row[0]!)!;
    prices[sound] = prices[sound * SIZE] = Math.min(prices[sound]!, Number(row.slice(1).split('/')[0]));
  }
}

function startingPrices(): Float64Array {
  const prices = new Float64Array(SIZE * SIZE).fill(1);
  for (let at = 0; at < SIZE; at++) prices[at * SIZE + at] = 0;
  lower(prices, before.confusions, before.drops);
  return prices;
}

const table = new Float64Array(SIZE * SIZE);

/** The cheapest alignment, counted: which sound of the one stands against which of the other. False if they hardly fit at all. */
function countAlignment(prices: Float64Array, { one, other, weight }: Pair, counts: Float64Array): boolean {
  const width = other.length + 1;
  if (one.length >= SIZE || width > SIZE) return false;
  for (let at = 0; at <= one.length; at++)
    for (let place = 0; place < width; place++) {
      let best = at === 0 && place === 0 ? 0 : Infinity;
      if (at > 0) best = Math.min(best, table[(at - 1) * SIZE + place]! + prices[one[at - 1]! * SIZE]!);
      if (place > 0) best = Math.min(best, table[at * SIZE + place - 1]! + prices[other[place - 1]!]!);
      if (at > 0 && place > 0)
        best = Math.min(best, table[(at - 1) * SIZE + place - 1]! + prices[one[at - 1]! * SIZE + other[place - 1]!]!);
      table[at * SIZE + place] = best;
    }
  let [at, place] = [one.length, other.length];
  if (table[at * SIZE + place]! > 0.35 * Math.max(at, place)) return false;
  while (at > 0 || place > 0) {
    const here = table[at * SIZE + place]!;
    const [mine, its] = [one[at - 1] ?? 0, other[place - 1] ?? 0];
    if (at > 0 && place > 0 && here >= table[(at - 1) * SIZE + place - 1]! + prices[mine * SIZE + its]! - 1e-9) {
      counts[mine * SIZE + its]! += weight;
      at--;
      place--;
    } else if (at > 0 && here >= table[(at - 1) * SIZE + place]! + prices[mine * SIZE]! - 1e-9) {
      counts[mine * SIZE]! += weight;
      at--;
    } else {
      counts[its]! += weight;
      place--;
    }
  }
  return true;
}

/**
 * How unlikely `other` is where `one` was meant, beside where it is likeliest meant; the easier of both directions, in parts of `whole`.
 * What stands against nothing is priced by how often the sound is so.
 */
function pricesFrom(counts: Float64Array): Float64Array {
  const both = counts.map((count, at) => count + counts[(at % SIZE) * SIZE + Math.floor(at / SIZE)]!);
  const total = new Float64Array(SIZE);
  both.forEach((count, at) => (total[Math.floor(at / SIZE)]! += count));
  const share = (one: number, other: number): number => (both[one * SIZE + other]! + 0.01) / (total[one]! + doubt);
  const likeliest = Float64Array.from({ length: SIZE }, (_, other) => {
    let best = 0;
    for (let one = 1; one < SIZE; one++) if (total[one]! > 50) best = Math.max(best, share(one, other));
    return best;
  });
  const prices = new Float64Array(SIZE * SIZE).fill(1);
  for (let one = 1; one <= sounds.length; one++) {
    let usual = 0;
    for (let other = 0; other <= sounds.length; other++) usual = Math.max(usual, share(one, other));
    if (total[one]! < seldom) continue;
    prices[one] = prices[one * SIZE] = Math.min(1, Math.log(usual / share(one, 0)) / whole);
    for (let other = 1; other <= sounds.length; other++) {
      if (total[other]! < seldom) continue;
      const easier = Math.min(Math.log(likeliest[other]! / share(one, other)), Math.log(likeliest[one]! / share(other, one)));
      prices[one * SIZE + other] = Math.max(0, Math.min(1, easier / whole));
    }
  }
  for (let at = 0; at < SIZE; at++) prices[at * SIZE + at] = 0;
  lower(prices, known, knownDrops);
  return prices;
}

function massOf(sound: string, drop: number): number {
  if ('@*^~%!'.includes(sound)) return drop;
  if (vowels.includes(sound)) return 0.5;
  return 'hyv'.includes(sound) ? Math.min(1, Math.max(drop, 0.3)) : 1;
}

function written(prices: Float64Array): string {
  const short = (price: number): string =>
    price
      .toFixed(2)
      .replace(/^0/, '')
      .replace(/\.?0+$/, '') || '0';
  const rows: string[] = [];
  for (const one of sounds) {
    const row: string[] = [];
    for (const other of sounds.slice(0, sounds.indexOf(one))) {
      const price = prices[numberOf.get(one)! * SIZE + numberOf.get(other)!]!;
      if (price < 0.97) row.push(`${one}${other}${short(price)}`);
    }
    if (row.length > 0) rows.push(row.join(' '));
  }
  const drops = [...sounds].map((sound) => {
    const drop = prices[numberOf.get(sound)!]!;
    return `${sound}${short(drop)}/${short(massOf(sound, drop))}`;
  });
  return `// What it costs to hear one sound as another, and to leave one out: learned by scripts/learn-sounds.ts, not written by hand.

/** \`confusions\`: two sounds and their price, 1 where not listed. \`drops\`: a sound, the price of leaving it out, and its mass in a word. */
export const prices = {
  sounds: '${sounds}',
  confusions: \`
  ${rows.join('\n  ')}\`,
  drops: \`
  ${drops.join(' ')}\`,
};
`;
}

const [folder, out] = process.argv.slice(2);
if (!folder || !out) throw new Error('usage: learn-sounds.ts <folder of lexicons> <out.ts>');
const pairs = lexiconsIn(folder).flatMap(({ entries }) =>
  entries
    .filter(({ native }) => partOf(native) === 'learn')
    .toSorted((one, other) => hashOf(one.native) - hashOf(other.native))
    .slice(0, wordsPerLanguage)
    .flatMap(pairsOf),
);
let prices = startingPrices();
for (let round = 0; round < rounds; round++) {
  const counts = new Float64Array(SIZE * SIZE);
  const fitting = pairs.filter((pair) => countAlignment(prices, pair, counts)).length;
  prices = pricesFrom(counts);
  process.stderr.write(`round ${round + 1}: ${fitting} of ${pairs.length} pairs fit\n`);
}
writeFileSync(out, written(prices));
