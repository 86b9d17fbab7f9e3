// Reads a word in Arabic script (Urdu, Sindhi, Kashmiri names) into sounds: consonants and long vowels; short vowels are not written.
import type { Reading } from './brahmic.ts';

function pairs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => [pair[0]!, pair.slice(1)]),
  );
}

const consonants = pairs(`
  بb پp تt ٹt ثs جj چc حh خk دd ڈd ذz رr ڑR زz ژz سs شS صs ضz طt ظz غg فf قk کk كk گg لl مm نn ہh هh ۂh ةh
  ٻb ڀb ٿt ٽt ٺt ڦf ڄj ڃn ڇc ڏd ڊd ڌd ڍd ڙR ڪk ڳg ڱn ڻn
`);
const spellings = pairs('چch شsh خkh غgh قq ژzh ڇchh ڀbh ٿth ٺth ڦph ڌdh ڍdh');

const SPOKEN_ONLY_AS_BREATH = 'ھ'; // marks aspiration of the letter before
const VOWEL_BEARERS = 'اأإٱعء';

type Piece = { kind: 'consonant' | 'vowel' | 'none'; sound: string; latin: string };

function vowel(sound: string, latin = sound): Piece {
  return { kind: 'vowel', sound, latin };
}

function consonant(sound: string, latin = sound): Piece {
  return { kind: 'consonant', sound, latin };
}

/** و and ی are consonants at the start and between vowels, else long vowels; alif carries the vowel of a beginning. */
function pieceOf(letters: readonly string[], at: number, before: Piece | undefined): Piece {
  const letter = letters[at]!;
  const next = letters[at + 1];
  const first = at === 0;
  if (letter === 'آ') return vowel('a');
  if (letter === 'ں') return { kind: 'none', sound: '^', latin: 'n' };
  if (letter === 'ئ' || letter === 'ؤ') return { kind: 'none', sound: '', latin: '' };
  if (letter === 'ے') return vowel('e');
  if (VOWEL_BEARERS.includes(letter)) {
    if (first)
      return next !== undefined && 'وی'.includes(next) && !'اآوےیيہ'.includes(letters[2] ?? '-')
        ? { kind: 'none', sound: '', latin: '' }
        : vowel('*', 'a');
    return letter === 'ا' ? vowel('a') : { kind: 'none', sound: '*', latin: '' };
  }
  const beforeVowel = next !== undefined && 'اآوےیي'.includes(next) && !(next === 'و' && letter === 'و');
  const afterBearer = at === 1 && VOWEL_BEARERS.includes(letters[0]!);
  const asVowel = before !== undefined && (before.kind === 'consonant' || afterBearer) && !beforeVowel;
  if (letter === 'و') return asVowel ? vowel('o') : consonant('v', 'w');
  if ('یيىې'.includes(letter)) return asVowel ? vowel('i') : consonant('y');
  if ('ہهةۂ'.includes(letter) && next === undefined && before?.kind === 'consonant') return vowel('a');
  const sound = consonants[letter];
  return sound === undefined ? { kind: 'none', sound: '', latin: '' } : consonant(sound, spellings[letter] ?? sound.toLowerCase());
}

/** `*` stands wherever two consonants meet: a short vowel may be spoken there. */
export function readArabic(word: string): Reading {
  const letters = [...word.normalize('NFKC').replace(/\u06CC\u0654|\u064A\u0654/g, 'ئ')].filter(
    (letter) => letter !== SPOKEN_ONLY_AS_BREATH,
  );
  let phonemes = '';
  let latin = '';
  let before: Piece | undefined;
  for (let at = 0; at < letters.length; at++) {
    const piece = pieceOf(letters, at, before);
    const gap = piece.kind === 'consonant' && before?.kind === 'consonant';
    phonemes += (gap ? '*' : '') + piece.sound;
    latin += (gap ? 'a' : '') + piece.latin;
    before = piece.kind === 'none' && before ? before : piece;
  }
  return { phonemes, latin };
}
