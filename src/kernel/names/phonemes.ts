// The one alphabet of sounds that every script is read into, and the consonant classes that keys are made of.
//
// Vowels          a e i o u        as Latin letters write them, long or short; in other scripts the short ones
//                 A I U            long, where the writing says so (aa, ee, oo; every other script)
//                 O                the inherent vowel of Bengali and Odia, written a or o
//                 E V              as in "bat" (Sinhala, ऍ; written a, e or ae); "au" (written au, ou, o)
//                 w Y              Urdu و and ی as vowels: o, u or au; i, e or ai
//                 N~               "ai", "ay", ऐ: N may be a or e, and ~ is a y that may be unwritten
// Consonants      k g c j t d p b f v n m r l s S h y z    S is "sh"; retroflex folds into the plain letter
// Aspirated       X G Q W H D B    kh gh chh jh th dh bh (ph is f)
// L%              Bengali ক্ষ: ksh or kh
// !               the l of the Arabic article, spoken as the next consonant before some (Nooruddin)
// x               the dental t of the south, written t or th;  q  as in Qasim, often written k
// Flap            R                ड़: written r or d in Latin
// J               Bengali and Odia য: written j or y
// Z               "zh" in Latin: the southern l of Kozhikode, or z before h (Azhar)
// Not sure        K C T F P        a Tamil stop, voiced or not (T dental, F retroflex);  @ a final short vowel often unwritten or unspoken;
//                 * a vowel Urdu does not write;  ^ nasalisation, written n, m or not at all

const CLASSES: Readonly<Record<string, string>> = {
  k: 'K',
  g: 'K',
  K: 'K',
  X: 'K',
  G: 'K',
  q: 'K',
  L: 'K',
  '%': 'C',
  c: 'C',
  j: 'C',
  s: 'C',
  S: 'C',
  z: 'C',
  C: 'C',
  Q: 'C',
  W: 'C',
  t: 'T',
  d: 'T',
  T: 'T',
  F: 'T',
  H: 'T',
  D: 'T',
  x: 'T',
  p: 'P',
  b: 'P',
  f: 'P',
  v: 'P',
  P: 'P',
  B: 'P',
  n: 'N',
  m: 'N',
  r: 'R',
  R: 'R',
  l: 'L',
  Z: 'L',
  J: 'C',
};

const VOWELS = 'aeiouAIUOEVwYN@*';

export function isVowel(phoneme: string | undefined): boolean {
  return phoneme !== undefined && phoneme !== '' && VOWELS.includes(phoneme);
}

/** Doubled sounds are one, also where a plain stop stands before its own aspirate. */
const DOUBLED = /([kgcjtdpbfvnmrlsSzhyKCTFPRXGQWHDBxqZ])\1+|k(?=X)|g(?=G)|c(?=Q)|j(?=W)|t(?=H)|d(?=D)|b(?=B)|x(?=H)/g;

/** What all scripts share after reading: doubled letters are one, "ai" and "ay" before no vowel are one, the glide in "iya" is not a sound of its own. */
export function settle(phonemes: string): string {
  return phonemes
    .replace(DOUBLED, '$1')
    .replace(/([aeiouAIU])\1+/g, '$1')
    .replace(/n[gG]h?/g, 'ng')
    .replace(/[aA](?:y?[iI]|y)(?![aeiouAIUOwYE@*])/g, 'N~')
    .replace(/[aA][uU]/g, 'V')
    .replace(/[aA]o$/, 'av')
    .replace(/([iI])y(?=[aeouAUOwE@*])/g, '$1')
    .replace(/ey(?![aeiouAIUOwYE@*])/g, 'e')
    .replace(/^[aA]ye(?=[sS])|[aA]yu(?=d[uU])|(?<=^n)[aA]ya(?=r$)/, 'N~') // Ayesha, Aisha; Naidu; Nair
    .replace(/[eiI]nd(?:r[aA@]|[aeiE@*]?r)$/, 'endr@') // Jitendra, Jitender, Jitinder: one name
    .replace(/cand(?:r[aA@]|[aeE@*]?r)$/, 'candr@');
}

/** Consonant classes in order; `A` in front when the word opens on a vowel (or on h or y, which come and go). */
export function skeletonOf(phonemes: string): string {
  let skeleton = isVowel(phonemes[0]) || phonemes[0] === 'h' || phonemes[0] === 'y' ? 'A' : '';
  for (let at = 0; at < phonemes.length; at++) {
    const phoneme = phonemes[at]!;
    if (phoneme === '^') skeleton += at > 0 && CLASSES[phonemes[at + 1] ?? ''] ? 'N' : '';
    else skeleton += CLASSES[phoneme] ?? '';
  }
  return skeleton;
}

/** The coarser key: r and l together, nasals inside the word dropped, doubles single, four classes at most. */
export function coarseOf(skeleton: string): string {
  return (skeleton[0] ?? '')
    .concat(skeleton.slice(1).replace(/N/g, ''))
    .replace(/L/g, 'R')
    .replace(/(.)\1+/g, '$1')
    .slice(0, 4);
}
