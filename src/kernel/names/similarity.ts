// How alike two words sound, from 0 to 1: weighted edit distance over sounds, where the price of a difference is how often real spellings differ so.
import { isVowel } from './phonemes.ts';

const SIZE = 128;
const LONGEST = 40;

/** Prices of hearing one sound as the other, both ways. What is not listed costs 1. */
const confusions = `
  ao.2 ae.3 ai.5 au.4 ei.2 eo.5 eu.5 io.5 iu.4 ou.15 @a0 @e.25 @i.25 @o.15 @u.2 Oa0 Oo0 Oe.3 Oi.4 Ou.2 O@0 O*.02 *a.02 *e.05 *i.05 *o.05 *u.05 *@0
  kg.5 cj.5 td.5 pb.5 bv.15 pf.15 fv.5 pv.6 bf.5 nm.4 sS.1 sz.15 zj.1 zS.5 cs.4 cS.3 cz.5 js.6 jy.3 rR.05 Rd.2 Rt.5 lR.6 lr.7 ld.8 kc.6 gj.7 vu.3 vo.3 yi.1 ye.2 hy.5 kh.6 gh.6
  Kk0 Kg0 Kh.15 Cc0 Cs0 CS.05 Cj.1 Cz.2 Tt0 Td0 TR.2 Pp0 Pb0 Pf.1 Pv.2 ^n0 ^m.1 ls.9 zl.7 Zl0 Zz.1 Zr.4 Jy0 Jj.05 JC.2 ZR.4
`;

const swap = new Float32Array(SIZE * SIZE).fill(1);
const drop = new Float32Array(SIZE).fill(1);
const weight = new Float32Array(SIZE).fill(1);

for (let code = 0; code < SIZE; code++) swap[code * SIZE + code] = 0;
for (const row of confusions.trim().split(/\s+/)) {
  const [one, other] = [row.charCodeAt(0), row.charCodeAt(1)];
  swap[one * SIZE + other] = swap[other * SIZE + one] = Number(row.slice(2));
}
for (const vowel of 'aeiouO') [drop[vowel.charCodeAt(0)], weight[vowel.charCodeAt(0)]] = ['aO'.includes(vowel) ? 0.25 : 0.4, 0.5];
for (const [soft, price] of [
  ['@', 0.08],
  ['*', 0.01],
  ['^', 0.08],
  ['h', 0.25],
  ['y', 0.2],
  ['v', 0.6],
] as const) {
  [drop[soft.charCodeAt(0)], weight[soft.charCodeAt(0)]] = [price, price];
}

/** The last vowel carries gender and meaning (Karim, Karima): a difference there costs more than inside the word. */
const lastVowelPrice = 2.8;

const above = new Float32Array(LONGEST + 1);
const here = new Float32Array(LONGEST + 1);

function massOf(phonemes: string): number {
  let mass = 0;
  for (let at = 0; at < phonemes.length && at < LONGEST; at++) mass += weight[phonemes.charCodeAt(at)]!;
  return mass;
}

function dropPrice(phonemes: string, at: number, end: number): number {
  const code = phonemes.charCodeAt(at);
  const price = drop[code]!;
  return at === end - 1 && price >= 0.25 && price < 1 && isVowel(phonemes[at]) ? price * lastVowelPrice : price;
}

function editPrice(one: string, other: string): number {
  const rows = Math.min(one.length, LONGEST);
  const columns = Math.min(other.length, LONGEST);
  above[0] = 0;
  for (let column = 1; column <= columns; column++) above[column] = above[column - 1]! + dropPrice(other, column - 1, columns);
  for (let row = 1; row <= rows; row++) {
    const code = one.charCodeAt(row - 1) * SIZE;
    const oneDrop = dropPrice(one, row - 1, rows);
    here[0] = above[0]! + oneDrop;
    for (let column = 1; column <= columns; column++) {
      let price = swap[code + other.charCodeAt(column - 1)]!;
      if (row === rows && column === columns && price > 0.15 && price < 1) price *= 1.6;
      const swapped = above[column - 1]! + price;
      const dropped = above[column]! + oneDrop;
      const added = here[column - 1]! + dropPrice(other, column - 1, columns);
      here[column] = swapped < dropped ? (swapped < added ? swapped : added) : dropped < added ? dropped : added;
    }
    above.set(here);
  }
  return above[columns]!;
}

/** 1 for the same sounds, 0 for nothing alike. Symmetric. Sounds are phonemes as in phonemes.ts (ASCII). */
export function soundSimilarity(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const mass = Math.max(massOf(one), massOf(other));
  return mass === 0 ? 0 : Math.max(0, 1 - editPrice(one, other) / mass);
}
