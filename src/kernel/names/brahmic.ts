// Reads a word of Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada or Malayalam into sounds and into Latin letters.
import { closedLetters, consonants, dotted, independentVowels, openLetters, vowelBearers, vowelSigns } from './brahmic-letters.ts';
import { isVowel } from './phonemes.ts';
import type { Script } from './script.ts';
import { voiceTamil } from './tamil.ts';

/** One syllable: consonant (may be empty), then `inherent` or a written vowel or none, then nasalisation. */
export type Syllable = { sound: string; latin: string; vowel: string; vowelLatin: string; inherent: boolean; nasal: '' | 'dot' | 'moon' };

export type Reading = { phonemes: string; latin: string };

/** Scripts whose languages drop the inherent vowel inside words too (Hindi, Marathi, Punjabi, Gujarati). Bengali drops only the last. */
const dropsInside: ReadonlySet<Script> = new Set(['devanagari', 'gurmukhi', 'gujarati']);
const dropsLast: ReadonlySet<Script> = new Set(['devanagari', 'gurmukhi', 'gujarati', 'bengali']);
const southern: ReadonlySet<Script> = new Set(['tamil', 'telugu', 'kannada', 'malayalam']);

function open(sound: string, latin: string): Syllable {
  return { sound, latin, vowel: 'a', vowelLatin: 'a', inherent: true, nasal: '' };
}

function closed(sound: string, latin: string): Syllable {
  return { sound, latin, vowel: '', vowelLatin: '', inherent: false, nasal: '' };
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
    else if (special) syllables.push(open(special.sound, special.latin));
    else if (vowelBearers.has(code)) syllables.push({ ...closed('', ''), vowel: 'u', vowelLatin: 'u' });
    else if (offset === 0x70 && last) last.nasal = 'dot';
    else if (consonant) syllables.push(open(consonant.sound, consonant.latin));
    else if (alone) syllables.push({ ...closed('', ''), vowel: alone.sound, vowelLatin: alone.latin });
    else if (sign && last) Object.assign(last, { vowel: sign.sound, vowelLatin: sign.latin, inherent: false });
    else if (offset === 0x4d && last) Object.assign(last, { vowel: '', vowelLatin: '', inherent: false });
    else if (offset === 0x01 && last) last.nasal = 'moon';
    else if (offset === 0x02 && last) last.nasal = 'dot';
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
    const afterCluster = before.vowel === '' || (last.sound === 'y' && !before.inherent);
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

function nasalSound(syllable: Syllable, next: Syllable | undefined, script: Script): Reading {
  if (!syllable.nasal) return { phonemes: '', latin: '' };
  if (!next) {
    if (southern.has(script)) return { phonemes: 'm', latin: 'm' };
    return script === 'bengali' && syllable.nasal === 'dot' ? { phonemes: 'n', latin: 'ng' } : { phonemes: '^', latin: 'n' };
  }
  if (syllable.nasal === 'moon') return { phonemes: '^', latin: 'n' };
  if (next.sound === 'h') return { phonemes: 'ng', latin: 'ng' }; // सिंह is Singh
  const lips = 'pbmPfv'.includes(next.sound[0] ?? '-');
  return lips ? { phonemes: 'm', latin: 'm' } : { phonemes: 'n', latin: 'n' };
}

/** Sounds and a readable spelling of one Brahmic word. Signs it does not know are passed over. */
export function readBrahmic(word: string, script: Script): Reading {
  const syllables = syllablesOf(word);
  if (script === 'tamil') voiceTamil(syllables, word);
  dropSilentVowels(syllables, script);
  let phonemes = '';
  let latin = '';
  syllables.forEach((syllable, at) => {
    const next = syllables[at + 1];
    const nasal = nasalSound(syllable, next, script);
    const glide = syllable.sound === '' && syllable.vowel === 'a' && isVowel(phonemes.at(-1)) && script === 'bengali' ? 'y' : '';
    phonemes += glide + syllable.sound + syllable.vowel + nasal.phonemes;
    latin += syllable.latin + syllable.vowelLatin + nasal.latin;
  });
  return { phonemes: respell(phonemes, script), latin: latin.replace(/jn(?=[aeiou])/g, 'gy').replace(/([ksc])\1h/g, '$1$1h') };
}

/** Clusters that are one sound in speech: jñ is "gy" in the north; Malayalam rr is "tt", nr is "nt". */
function respell(phonemes: string, script: Script): string {
  const joined = phonemes.replace(/jn(?=[aeiou@])/g, 'gy');
  return script === 'malayalam' ? joined.replace(/nr(?=[aeiou@])/g, 'nt') : joined;
}
