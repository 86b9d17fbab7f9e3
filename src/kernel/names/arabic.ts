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
  بb پp تt ٹt ثs جj چc حh خX دd ڈd ذz رr ڑR زz ژz سs شS صs ضz طt ظz غG فf قq کk كk گg لl مm نn ہh هh ۂh ةh
  ٻb ڀB ٿH ٽt ٺH ڦf ڄj ڃn ڇQ ڏd ڊd ڌD ڍD ڙR ھh ڪk ڳg ڱn ڻn
`);
const spellings = pairs('چch شsh خkh غgh قq ژzh ڇchh ڀbh ٿth ٺth ڦph ڌdh ڍdh');

/** A letter and the breath after it. Sindhi writes the same sign for h by itself. */
const breathed = pairs('کX كX گG چQ جW تH ٹH دD ڈD بB پf ڑR ڙR');
const breathedSpelling = pairs('Xkh Ggh Qchh Wjh Hth Ddh Bbh fph Rrh');
const BREATH = 'ھ';
/** Sindhi writes only these two aspirates with the plain sign for h. */
const SINDHI_BREATHED = 'گج';
const shortVowels = pairs('\u064Ea \u064Fu \u0650i');
const DOUBLING = '\u0651';
const NO_VOWEL = '\u0652';
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
  if (letter === 'آ') return vowel('A', 'a');
  if (letter === ARTICLE_LETTER && !first) return { kind: 'vowel', sound: '*!', latin: 'ul' };
  if (letter === 'ں') return { kind: 'none', sound: '^', latin: 'n' };
  if (letter === 'ؤ') return vowel('w', 'o'); // Rauf, Daud
  if (letter === 'ئ') return { kind: 'none', sound: '', latin: '' };
  if (letter === 'ے') return vowel('e');
  if (VOWEL_BEARERS.includes(letter)) {
    if (first)
      return next !== undefined && 'وی'.includes(next) && !'اآوےیيہ'.includes(letters[2] ?? '-') ? vowel('*', '') : vowel('*', 'a');
    return letter === 'ا' ? vowel('A', 'a') : { kind: 'none', sound: '*', latin: '' };
  }
  const beforeVowel = next !== undefined && 'اآوےیي'.includes(next) && !(next === 'و' && letter === 'و');
  const afterBearer = at === 1 && VOWEL_BEARERS.includes(letters[0]!);
  const asVowel = before !== undefined && (before.kind === 'consonant' || afterBearer) && !beforeVowel;
  if (letter === 'و') return asVowel ? vowel('w', 'o') : consonant('v', 'w');
  if ('یيىې'.includes(letter)) return asVowel ? vowel('Y', 'i') : consonant('y');
  if ('ہهةۂ'.includes(letter) && next === undefined && (before?.kind === 'consonant' || before?.sound === 'Y')) return vowel('a'); // Fatima, Razia
  const sound = consonants[letter];
  return sound === undefined ? { kind: 'none', sound: '', latin: '' } : consonant(sound, spellings[letter] ?? sound.toLowerCase());
}

/** The letters, and beside each the short vowels and other signs written on it. */
function lettersAndSigns(word: string): { letters: string[]; signs: string[] } {
  const letters: string[] = [];
  const signs: string[] = [];
  for (const character of word
    .normalize('NFKC')
    .replace(/\u06CC\u0654|\u064A\u0654/g, 'ئ')
    .replace(ARTICLE, ARTICLE_LETTER)) {
    if (/\p{M}/u.test(character)) signs[letters.length - 1] = (signs[letters.length - 1] ?? '') + character;
    else letters.push(character);
  }
  return { letters, signs };
}

/** The article inside names (عبدالرحمن, نورالدین): no long vowel, and an l that is often spoken as the next consonant. */
const ARTICLE =
  /(?<=..)ال(?=دین$|دين$|ل[ہه]$|حق$|حسن$|نبی$|نسا|زما[نں]|(?:ر[حؤ]|صم|سلا|اسلا|ست|سب|کر|قا|قد|غف|عز|خا|مج|حم|حک|حف|رز|رش|وح|وا|لط|جب|با|ہا|ما|مع|من|نا|قی|کل)..?)/;
const ARTICLE_LETTER = '\u0671'; // "alif wasla", seldom written in names, stands for the two letters

function isBreath(letter: string, next: string | undefined): boolean {
  return next === BREATH || (next === 'ه' && SINDHI_BREATHED.includes(letter));
}

/** `*` stands wherever two consonants meet: a short vowel may be spoken there. */
export function readArabic(word: string): Reading {
  const { letters, signs } = lettersAndSigns(word);
  let phonemes = '';
  let latin = '';
  let before: Piece | undefined;
  for (let at = 0; at < letters.length; at++) {
    const breath = isBreath(letters[at]!, letters[at + 1]) ? breathed[letters[at]!] : undefined;
    const doubled = signs[at]?.includes(DOUBLING) && 'ویي'.includes(letters[at]!);
    const piece = breath
      ? consonant(breath, breathedSpelling[breath])
      : doubled
        ? consonant(letters[at] === 'و' ? 'v' : 'y')
        : pieceOf(letters, at, before);
    const gap = piece.kind === 'consonant' && before?.kind === 'consonant';
    const sign = (signs[at] ?? '') + (breath ? (signs[at + 1] ?? '') : '');
    const written = [...sign].map((mark) => shortVowels[mark] ?? '').join('');
    const short = written !== '' && at + (breath ? 2 : 1) >= letters.length ? '@' : written; // izafat, Sindhi endings: hardly spoken
    phonemes +=
      (gap ? '*' : '') +
      (piece.sound === '*' && short !== '' ? '' : piece.sound) +
      (piece.sound === 'w' || piece.sound === 'Y' ? '' : short);
    latin += (gap ? 'a' : '') + piece.latin + (piece.sound === '*' ? '' : short);
    if (piece.kind !== 'none' || !before) before = piece;
    if (short !== '' || sign.includes(NO_VOWEL)) before = { kind: 'vowel', sound: '', latin: '' };
    if (breath) at++;
  }
  return { phonemes, latin };
}
