// How many letters part two spellings, and how many bits are set in a mask of letters: what every comparison of words begins with.

const LONGEST = 64;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/** Letters to insert, drop or change (Levenshtein); with `exchanged` also two neighbours that changed places count as one (optimal string alignment). */
type Counting = 'plain' | 'exchanged';

/** Reads 64 letters at most; stops above `most` and gives `most + 1`. */
export function editsBetween(one: string, other: string, counting: Counting, most = LONGEST): number {
  const high = Math.min(one.length, LONGEST);
  const wide = Math.min(other.length, LONGEST);
  if (Math.abs(high - wide) > most) return most + 1;
  const exchanges = counting === 'exchanged';
  let [before, above, here] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let column = 0; column <= wide; column++) above[column] = column;
  for (let row = 1; row <= high; row++) {
    here[0] = row;
    let [least, left, corner] = [row, row, row - 1];
    const letter = one.charCodeAt(row - 1);
    for (let column = 1; column <= wide; column++) {
      const over = above[column]!;
      const same = letter === other.charCodeAt(column - 1);
      let price = same ? corner : corner + 1;
      if (over < price) price = over + 1;
      if (left < price) price = left + 1;
      if (
        exchanges &&
        !same &&
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(column - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(column - 1)
      )
        price = Math.min(price, before[column - 2]! + 1);
      here[column] = left = price;
      corner = over;
      if (price < least) least = price;
    }
    if (least > most) return most + 1;
    [before, above, here] = [above, here, before];
  }
  return Math.min(above[wide]!, most + 1);
}

export function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
