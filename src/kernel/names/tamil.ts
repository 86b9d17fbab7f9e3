// Tamil writes one letter for a stop and its voiced twin: which is meant is a guess, so the sound stays a class and only the spelling guesses.
import type { Syllable } from './brahmic.ts';

const eitherVoice: Readonly<Record<string, string>> = { k: 'K', c: 'C', t: 'T', p: 'P' };
const spokenAloneLatin: Readonly<Record<string, string>> = { k: 'k', c: 's', t: 'th', p: 'p' };
const spokenInsideLatin: Readonly<Record<string, string>> = { k: 'g', c: 's', t: 'th', p: 'b' };
const afterNasalLatin: Readonly<Record<string, string>> = { k: 'g', c: 'j', t: 'th', p: 'b' };

/** ட: the retroflex stop is spelled t or d, the dental த is spelled th. */
const RETROFLEX = 'ட';

function spelling(sound: string, retroflex: boolean, before: Syllable | undefined): string {
  const nasal = before?.vowel === '' && /^[nm]$/.test(before.sound);
  if (retroflex) return before === undefined ? 't' : 'd';
  if (before === undefined) return spokenAloneLatin[sound]!;
  return (nasal ? afterNasalLatin : spokenInsideLatin)[sound]!;
}

/**
 * Turns Tamil stops into voiced-or-unvoiced classes, in place. A doubled stop is unvoiced; ட்ச is the Tamil spelling of "ksh" (லட்சுமி);
 * a short u after a final stop is hardly spoken (முகமது is Muhammad).
 */
export function voiceTamil(syllables: Syllable[], word: string): void {
  const letters = [...word].filter((letter) => /[\u0B95-\u0BB9]/.test(letter));
  const stops = syllables.map((syllable) => syllable.sound);
  let letterAt = 0;
  for (let at = 0; at < syllables.length; at++) {
    const here = syllables[at]!;
    const letter = here.sound === '' ? '' : (letters[letterAt++] ?? '');
    const stop = stops[at]!;
    if (!(stop in eitherVoice)) continue;
    const next = stops[at + 1];
    if (here.vowel === '' && letter === RETROFLEX && next === 'c') {
      Object.assign(here, { sound: 'k', latin: 'k' });
      Object.assign(syllables[at + 1]!, { sound: 'S', latin: 'sh' });
      stops[at + 1] = 'S';
    } else if ((here.vowel === '' && next === stop) || (at > 0 && syllables[at - 1]!.vowel === '' && stops[at - 1] === stop)) {
      if (stop === 't') here.sound = letter === RETROFLEX ? 'F' : 'x'; // ரெட்டி is Reddy, பட்டு Pattu
      here.latin = letter === RETROFLEX ? 't' : stop === 'c' ? 'ch' : spokenAloneLatin[stop]!;
    } else {
      here.sound = letter === RETROFLEX ? 'F' : eitherVoice[stop]!;
      here.latin = spelling(stop, letter === RETROFLEX, syllables[at - 1]);
    }
  }
  const last = syllables.at(-1);
  if (syllables.length > 2 && last && last.vowel === 'u' && /^[kctpKCTFPx]$/.test(last.sound)) last.vowel = '@';
}
