// Reads a word of Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada or Malayalam into sounds and into Latin letters.
import { closedLetters, consonants, dotted, independentVowels, openLetters, vowelBearers, vowelSigns } from './brahmic-letters.ts';
import { isVowel } from './phonemes.ts';
import type { Script } from './script.ts';
import { sinhalaAsIndian } from './sinhala.ts';
import { voiceTamil } from './tamil.ts';

/** One syllable: consonant (may be empty), then `inherent` or a written vowel or none, then nasalisation. */
export type Syllable = { sound: string; latin: string; vowel: string; vowelLatin: string; inherent: boolean; nasal: '' | 'dot' | 'moon' };

export type Reading = { phonemes: string; latin: string };

/** Scripts whose languages drop the inherent vowel inside words too (Hindi, Marathi, Punjabi, Gujarati). Bengali drops only the last. */
const dropsInside: ReadonlySet<Script> = new Set(['devanagari', 'gurmukhi', 'gujarati']);
const dropsLast: ReadonlySet<Script> = new Set(['devanagari', 'gurmukhi', 'gujarati', 'bengali']);
/** The inherent vowel sounds like o. */
const eastern: ReadonlySet<Script> = new Set(['bengali', 'odia']);
const southern: ReadonlySet<Script> = new Set(['tamil', 'telugu', 'kannada', 'malayalam']);

function open(sound: string, latin: string): Syllable {
  return { sound, latin, vowel: 'a', vowelLatin: 'a', inherent: true, nasal: '' };
}

function closed(sound: string, latin: string): Syllable {
  return { sound, latin, vowel: '', vowelLatin: '', inherent: false, nasal: '' };
}

/** য under another consonant is a glide (সত্য), except under r (সূর্য). */
function joinsAsGlide(before: Syllable | undefined): boolean {
  return before !== undefined && before.sound !== '' && before.vowel === '' && before.sound !== 'r';
}

const BENGALI_A = 0x9be;

/** ব্যা is "ba" with the a of "bat": Banerjee, Chatterjee. */
function sayAsInBat(syllables: Syllable[]): void {
  const glide = syllables.pop()!;
  const before = syllables.at(-1)!;
  if (before.vowel === '') Object.assign(before, { vowel: 'E', vowelLatin: 'ya' });
  else syllables.push({ ...glide, vowel: 'A', vowelLatin: 'a', inherent: false });
}

/** Splits a word into syllables. A vowel sign or virama changes the syllable before it. */
function syllablesOf(word: string): Syllable[] {
  const syllables: Syllable[] = [];
  let base = 0; // offset of the last consonant, for a nukta that follows it
  for (const character of word) {
    const code = character.codePointAt(0)!;
    const offset = code & 0x7f;
    const last = syllables.at(-1);
    const only = closedLetters.get(code);
    const special = openLetters.get(code);
    const consonant = consonants.get(offset);
    const alone = independentVowels.get(offset);
    const sign = vowelSigns.get(offset);
    if (only) syllables.push(closed(only.sound, only.latin));
    else if (special) syllables.push(open(special.sound === 'J' && joinsAsGlide(last) ? 'y' : special.sound, special.latin));
    else if (vowelBearers.has(code)) syllables.push({ ...closed('', ''), vowel: 'u', vowelLatin: 'u' });
    else if (offset === 0x70 && last) last.nasal = 'dot';
    else if (consonant) syllables.push(open(consonant.sound, consonant.latin));
    else if (alone) syllables.push({ ...closed('', ''), vowel: alone.sound, vowelLatin: alone.latin });
    else if (sign && last && code === BENGALI_A && last.sound === 'y' && syllables.length > 1) sayAsInBat(syllables);
    else if (sign && last) Object.assign(last, { vowel: sign.sound, vowelLatin: sign.latin, inherent: false });
    else if (offset === 0x4d && last) Object.assign(last, { vowel: '', vowelLatin: '', inherent: false });
    else if (offset === 0x01 && last) last.nasal = 'moon';
    else if (offset === 0x02 && last) last.nasal = code === 0xa02 ? 'moon' : 'dot'; // Gurmukhi bindi only nasalises
    else if (offset === 0x3c && last) Object.assign(last, dotted.get(base) ?? {});
    if (consonant) base = offset;
  }
  return syllables;
}

/** Drops the inherent vowel where these languages do not speak it: at the end, and between two spoken syllables, from the right. */
function dropSilentVowels(syllables: Syllable[], script: Script): void {
  const end = syllables.length - 1;
  const last = syllables[end];
  if (last?.inherent && !last.nasal && end > 0) {
    const before = syllables[end - 1]!;
    const afterCluster = before.vowel === '' || (last.sound === 'y' && /[iIeu]/.test(before.vowel)); // Bharatiya, but Rai
    if (afterCluster || !dropsLast.has(script)) last.vowel = '@';
    else Object.assign(last, { vowel: '', vowelLatin: '' });
  }
  if (!dropsInside.has(script)) return;
  for (let at = end - 1; at > 0; at--) {
    const [before, here, after] = [syllables[at - 1]!, syllables[at]!, syllables[at + 1]!];
    const spoken = here.inherent && here.sound !== '' && !here.nasal && before.vowel !== '' && after.vowel !== '' && after.sound !== '';
    if (spoken && here.sound !== after.sound && here.sound !== before.sound) Object.assign(here, { vowel: '', vowelLatin: '' });
  }
}

function nasalSound(syllable: Syllable, next: Syllable | undefined, isLast: boolean, script: Script): Reading {
  if (!syllable.nasal) return { phonemes: '', latin: '' };
  if (syllable.nasal === 'moon' || next?.sound === '') return { phonemes: '^', latin: 'n' };
  if (script === 'bengali' || script === 'sinhala') return { phonemes: 'ng', latin: 'ng' };
  if (!next) return southern.has(script) ? { phonemes: 'm', latin: 'm' } : { phonemes: '^', latin: 'n' };
  const beforeH = next.sound === 'h';
  if (beforeH && isLast && !southern.has(script)) return { phonemes: 'ng', latin: 'ng' }; // सिंह is Singh
  const lips = 'pbmPfv'.includes(next.sound[0] ?? '-') || (beforeH && southern.has(script));
  return lips ? { phonemes: 'm', latin: 'm' } : { phonemes: 'n', latin: 'n' };
}

/** Sounds and a readable spelling of one Brahmic word. Signs it does not know are passed over. */
export function readBrahmic(word: string, script: Script): Reading {
  const spoken = asSpoken(word, script);
  const syllables = syllablesOf(spoken);
  if (script === 'tamil') voiceTamil(syllables, spoken);
  dropSilentVowels(syllables, script);
  let phonemes = '';
  let latin = '';
  syllables.forEach((syllable, at) => {
    const next = syllables[at + 1];
    const nasal = nasalSound(syllable, next, at === syllables.length - 2, script);
    const spokenVowel = syllable.inherent && syllable.vowel === 'a' && eastern.has(script) ? 'O' : syllable.vowel;
    const glide =
      syllable.sound === '' && 'aA'.includes(syllable.vowel || '-') && isVowel(phonemes.at(-1)) && script === 'bengali' ? 'y' : '';
    phonemes += glide + syllable.sound + spokenVowel + nasal.phonemes;
    latin += syllable.latin + syllable.vowelLatin + nasal.latin;
  });
  return { phonemes, latin };
}

const respellings: Partial<Record<Script, ReadonlyArray<readonly [RegExp, string]>>> = {
  bengali: [
    [/ক্ষ/g, '\u{0984}'], // a place of the block no letter has: read as L%, ksh or kh
    [/[এঅ]্যা?/g, '\u{098D}'], // the a of "bat" in front: where other scripts have that letter
  ],
  malayalam: [
    [/ഞ്ഞ/g, 'ഞ്ജ'],
    [/റ്റ/g, 'ട്ട'],
    [/ന്റ|ൻറ|ൻ്റ/g, 'ന്ട'],
    [/ങ്ങ/g, 'ങ്ഗ'],
  ],
  tamil: [
    [/ற்ற/g, 'ட்ர'],
    [/ன்ற/g, 'ன்ட்ர'],
    [/([கபமத])ிரு(?=[ஷநத])/g, '$1்ரி'], // the vowel r of Krishna, Brinda, Mridula
  ],
};

/** Clusters that are spoken otherwise than spelled, rewritten as they are spoken: jñ is "gy", Malayalam ṟṟ is "tt", Tamil ṉṟ is "ndr". */
function asSpoken(written: string, script: Script): string {
  const word = script === 'sinhala' ? sinhalaAsIndian(written) : written;
  const block = (word.codePointAt(0) ?? 0) & ~0x7f;
  const letter = (offset: number): string => String.fromCodePoint(block + offset);
  let spoken = word.replaceAll(letter(0x1c) + letter(0x4d) + letter(0x1e), letter(0x17) + letter(0x4d) + letter(0x2f));
  for (const [letters, said] of respellings[script] ?? []) spoken = spoken.replace(letters, said);
  return spoken;
}
