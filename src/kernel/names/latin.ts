// Reads a word in Latin letters, as Indians spell names, into sounds. Longest spelling first; every rule is one row.

/** Spelling → sound. `c` alone is read before e and i as s, else k. */
const spellings: ReadonlyArray<readonly [string, string]> = [
  ['ksh', 'kS'],
  ['chh', 'Q'],
  ['cch', 'c'],
  ['dny', 'gy'],
  ['tth', 'H'],
  ['ddh', 'D'],
  ['sch', 'sk'],
  ['ch', 'c'],
  ['kh', 'X'],
  ['gh', 'G'],
  ['jh', 'W'],
  ['th', 'H'],
  ['dh', 'D'],
  ['ph', 'f'],
  ['bh', 'B'],
  ['sh', 'S'],
  ['zh', 'Z'],
  ['rh', 'R'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['ee', 'I'],
  ['ea', 'ia'],
  ['oo', 'U'],
  ['aa', 'A'],
  ['ae', 'E'],
  ['ai', 'ay'],
  ['ei', 'e'],
  ['ey', 'ey'],
  ['ie', 'ie'],
  ['au', 'V'],
  ['ou', 'w'],
  ['ii', 'I'],
  ['uu', 'U'],
  ['x', 'kS'],
  ['q', 'q'],
  ['w', 'v'],
];
const longest = 3;
const bySpelling: ReadonlyMap<string, string> = new Map(spellings);
const PLAIN = 'abdefghijklmnoprstuvyz@';

function oneLetter(word: string, at: number): string {
  const letter = word[at]!;
  const next = word[at + 1] ?? '';
  if (letter === 'c') return /[eiy]/.test(next) ? 's' : 'k';
  if (letter === 'y' && at > 0 && !/[aeiou]/.test(next) && !/[aeiou]/.test(word[at - 1]!)) return 'i'; // Amy, Sathyan before a consonant
  return PLAIN.includes(letter) ? letter : '';
}

/** Names of English, Portuguese or eastern spelling, as India says them. */
const respelled: ReadonlyMap<string, string> = new Map(
  'george:jorj james:jems charles:chals michael:maikel jacob:jekab joe:jo jose:jos josephine:josfin rose:roz grace:gres alice:elis bruce:brus stephen:stifan steven:stivan catherine:kethrin katherine:kethrin philip:filip peter:pitar bose:bos@ angel:enjal angela:enjela gerald:jerald gladys:gledis agnes:egnes regina:rejina eugene:yujin joyce:jois florence:florens prince:prins princy:prinsi roy:roy doctor:daktar banerjee:baenarji banerji:baenarji chatterjee:chaetarji chatterji:chaetarji mukherjee:mukharji mukherji:mukharji xavier:zaeviar varghese:vargis mathew:matyu mathews:matyus andrew:andru andrews:andrus delhi:dilli hyderabad:haidarabad hyder:haidar lucknow:lakhnau omar:umar osman:usman hossain:hussain hosain:hussain hosen:hussain hossen:hussain hussein:hussain husein:hussain'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** English spellings that stand in no Indian name with another sound: station, Wright, Prince; Sunder and Sundar are one ending. */
const english: ReadonlyArray<readonly [RegExp, string]> = [
  [/[ts]ion/g, 'shan'],
  [/ight(?=s?$|[^aeious])/g, 'ait'],
  [/ture(?=s?$)/, 'char'],
  [/ce$/, 's'],
  [/dge$/, 'j'],
  [/que$/, 'k'],
  [/(?<![aeiou])e(?=rs?$)/, 'ae'],
];

function asSpelledInIndia(lower: string): string {
  const known = respelled.get(lower);
  return known ?? english.reduce((word, [written, said]) => word.replace(written, said), lower);
}

/** Sounds of a Latin word. Marks of scholarly spelling are read (ś, ṣ as sh), others dropped. */
export function readLatin(word: string): string {
  const plain = asSpelledInIndia(word.toLowerCase()).replace(/[śṣş]/g, 'sh').replace(/ñ/g, 'n').normalize('NFD').replace(/\p{M}/gu, '');
  let phonemes = /^[gj]n/.test(plain) ? 'gy' : plain.startsWith('x') ? 'z' : plain.startsWith('wr') ? 'r' : '';
  let at = phonemes === 'gy' || phonemes === 'r' ? 2 : phonemes.length;
  while (at < plain.length) {
    let length = Math.min(longest, plain.length - at);
    let sound: string | undefined;
    for (; length > 1 && sound === undefined; length--) sound = bySpelling.get(plain.slice(at, at + length));
    if (sound === 'e' && length === 1 && at + 2 === plain.length && plain.endsWith('ei')) sound = 'ei'; // Bengali bolei, but Sheikh
    if (sound !== undefined) length++;
    else sound = bySpelling.get(plain[at]!) ?? oneLetter(plain, at);
    phonemes += sound;
    at += length;
  }
  return phonemes.replace(/ov(?=[^aeiouAIU]|$)/g, 'V').replace(/e(?=h[^aeiouAIUV])/g, 'E'); // Gowda; Rehman is Rahman
}
