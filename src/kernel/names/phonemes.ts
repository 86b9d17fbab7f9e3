// The one alphabet of sounds that every script is read into, and the consonant classes that keys are made of.
//
// Vowels          a e i o u        length is folded: Latin spelling does not mark it; O is the inherent vowel of Bengali and Odia, written a or o
// Consonants      k g c j t d p b f v n m r l s S h y z    aspirated and retroflex fold into the plain letter; S is "sh"
// Flap            R                ड़: written r or d in Latin
// J               Bengali and Odia য: written j or y
// Z               "zh" in Latin: the southern l of Kozhikode, or z before h (Azhar)
// Not sure        K C T P          a Tamil stop, voiced or not;  @ a final short vowel often unwritten or unspoken;
//                 * a vowel Urdu does not write;  ^ nasalisation, written n, m or not at all

const CLASSES: Readonly<Record<string, string>> = {
  k: 'K',
  g: 'K',
  K: 'K',
  c: 'C',
  j: 'C',
  s: 'C',
  S: 'C',
  z: 'C',
  C: 'C',
  t: 'T',
  d: 'T',
  T: 'T',
  p: 'P',
  b: 'P',
  f: 'P',
  v: 'P',
  P: 'P',
  n: 'N',
  m: 'N',
  r: 'R',
  R: 'R',
  l: 'L',
  Z: 'L',
  J: 'C',
};

const VOWELS = 'aeiouO@*';

export function isVowel(phoneme: string | undefined): boolean {
  return phoneme !== undefined && phoneme !== '' && VOWELS.includes(phoneme);
}

/** What all scripts share after reading: doubled letters are one, "ai" is written "ay", the glide in "iya" is not a sound of its own. */
export function settle(phonemes: string): string {
  return phonemes
    .replace(/([kgcjtdpbfvnmrlsSzhyKCTPR])\1+/g, '$1')
    .replace(/([aeiou])\1+/g, '$1')
    .replace(/ngh/g, 'ng')
    .replace(/ai(?![aeiouO@])/g, 'ay')
    .replace(/au/g, 'o')
    .replace(/ao$/, 'av')
    .replace(/iy(?=[aeouO@*])/g, 'i')
    .replace(/ey(?=[^aeiouO@*]|$)/g, 'e');
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
