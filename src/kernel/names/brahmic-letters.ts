// The letters of the nine Brahmic blocks by their place in the block (offsets agree across blocks): sound, and spelling for display.

export type Letter = { readonly sound: string; readonly latin: string };

function letters(rows: string): ReadonlyMap<number, Letter> {
  const table = new Map<number, Letter>();
  for (const row of rows.trim().split(/\s+/)) {
    const [offset, sound, latin] = row.split(':') as [string, string, string];
    table.set(Number.parseInt(offset, 16), { sound, latin: latin || sound });
  }
  return table;
}

/** Consonants, offset:sound:spelling. */
export const consonants = letters(`
  15:k: 16:X:kh 17:g: 18:G:gh 19:n:ng 1a:c:ch 1b:Q:chh 1c:j: 1d:W:jh 1e:n: 1f:t: 20:H:th 21:d: 22:D:dh 23:n: 24:t: 25:H:th 26:d: 27:D:dh
  28:n: 29:n: 2a:p: 2b:f:ph 2c:b: 2d:B:bh 2e:m: 2f:y: 30:r: 31:r: 32:l: 33:l: 34:l:zh 35:v: 36:S:sh 37:S:sh 38:s: 39:h:
  58:q: 59:X:kh 5a:G:gh 5b:z: 5c:R:r 5d:R:rh 5e:f: 5f:y:
`);

/** Base + nukta, where the dot changes the sound. */
export const dotted = letters('15:q: 16:X:kh 17:G:gh 1c:z: 1d:z:zh 21:R:r 22:R:rh 2b:f: 2f:y: 30:r: 38:S:sh 32:l:');

export const independentVowels = letters(
  '05:a: 06:A:a 07:i: 08:I:i 09:u: 0a:U:u 0b:ri: 0c:li: 0d:E:e 0e:e: 0f:e: 10:ay:ai 11:o: 12:o: 13:o: 14:V:au 60:ri:',
);
export const vowelSigns = letters(
  '3e:A:a 3f:i: 40:I:i 41:u: 42:U:u 43:ri: 44:ri: 45:E:e 46:e: 47:e: 48:ay:ai 49:o: 4a:o: 4b:o: 4c:V:au 57:V:au',
);

/** Letters only one block has, by code point: they close a syllable (no vowel of their own). */
export const closedLetters: ReadonlyMap<number, Letter> = letters(`
  9ce:t: d7a:n: d7b:n: d7c:r: d7d:l: d7e:l: d7f:k: d54:m: d55:y: d56:l:zh
`);
/** Letters that one block reads its own way, by code point, with an inherent vowel: Bengali and Odia য, Assamese r and w, Odia w; the dental t of the south; Malayalam ട, written t or d. */
export const openLetters: ReadonlyMap<number, Letter> = letters(
  '984:L%:kh 9af:J:y b2f:J:y 9f0:r: 9f1:v:w b71:v:w d3a:t: d1f:F:t c24:x:t ca4:x:t d24:x:t',
);
export const vowelBearers: ReadonlySet<number> = new Set([0xa72, 0xa73]);
