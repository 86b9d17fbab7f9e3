// Writes a name of one Brahmic script in another, roughly as a clerk who hears it would: letters at the same place of each block, with the
// habits of the target script (Tamil's single stops, Malayalam's chillus, the silent final vowel of the north).
import { type Brahmic, type Script, blockOf, scriptOfText } from './script.ts';
import { urduOf } from './urdu-letters.ts';

const VIRAMA = 0x4d;
const NUKTA = 0x3c;
const southern: readonly Script[] = ['Taml', 'Telu', 'Knda', 'Mlym'];
const isConsonant = (place: number): boolean => place >= 0x15 && place <= 0x39;

/** Code points that lie outside their usual place, written as places of the common plan. */
const irregular: ReadonlyMap<number, readonly number[]> = new Map([
  [0x09f0, [0x30]], // Assamese ra
  [0x09f1, [0x35]], // Assamese wa
  [0x09ce, [0x24, VIRAMA]], // Bengali khanda ta
  [0x0d7a, [0x23, VIRAMA]], // Malayalam chillus
  [0x0d7b, [0x28, VIRAMA]],
  [0x0d7c, [0x30, VIRAMA]],
  [0x0d7d, [0x32, VIRAMA]],
  [0x0d7e, [0x33, VIRAMA]],
  [0x0d7f, [0x15, VIRAMA]],
  [0x0d57, [0x4c]], // Malayalam au sign
  [0x0a70, [0x02]], // Gurmukhi tippi
  [0x0a71, []], // Gurmukhi addak: the doubling is lost
  [0x0a5c, [0x21, NUKTA]], // Gurmukhi rra
  [0x0b71, [0x35]], // Odia wa
  [0x0ba9, [0x28]], // Tamil nnna, rra, llla
  [0x0bb1, [0x30]],
  [0x0bb4, [0x33]],
]);

function placesOf(text: string, from: Brahmic): number[] {
  const block = blockOf[from];
  const places: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const known = irregular.get(code);
    if (known) places.push(...known);
    else if (code >= block && code < block + 0x80) places.push(code - block);
    else places.push(code + 0x1000); // not of the script: carried through
  }
  return from === 'Taml' ? places : silenceFinal(places, !southern.includes(from));
}

/** In the north the vowel of a last consonant is not spoken: mark it silent, so that a southern script can write what is heard. */
function silenceFinal(places: number[], north: boolean): number[] {
  const last = places.at(-1);
  if (!north || last === undefined || !isConsonant(last) || places.filter((place) => isConsonant(place)).length < 2) return places;
  return places.at(-2) === VIRAMA ? places : [...places, VIRAMA];
}

/** Place in the block → what the target writes instead. */
const habits: Readonly<Partial<Record<Brahmic, Readonly<Record<number, readonly number[]>>>>> = {
  Taml: {
    0x16: [0x15],
    0x17: [0x15],
    0x18: [0x15],
    0x1b: [0x1a],
    0x1d: [0x1c],
    0x20: [0x1f],
    0x21: [0x1f],
    0x22: [0x1f],
    0x25: [0x24],
    0x26: [0x24],
    0x27: [0x24],
    0x2b: [0x2a],
    0x2c: [0x2a],
    0x2d: [0x2a],
    0x36: [0x37],
    0x03: [],
    0x43: [VIRAMA, 0x30, 0x41],
    0x0b: [0x30, 0x3f],
    0x01: [0x28, VIRAMA],
    0x02: [0x28, VIRAMA],
    0x3c: [],
    0x45: [0x46],
    0x49: [0x4a],
  },
  Beng: {
    0x35: [0x2c],
    0x33: [0x32],
    0x46: [0x47],
    0x4a: [0x4b],
    0x0e: [0x0f],
    0x12: [0x13],
    0x31: [0x30],
    0x45: [0x4d, 0x2f, 0x3e],
    0x49: [0x4b],
  },
  Orya: { 0x35: [0x2c], 0x46: [0x47], 0x4a: [0x4b], 0x0e: [0x0f], 0x12: [0x13], 0x31: [0x30], 0x45: [0x47], 0x49: [0x4b] },
  Guru: {
    0x37: [0x38, NUKTA],
    0x36: [0x38, NUKTA],
    0x33: [0x32],
    0x43: [VIRAMA, 0x30, 0x3f],
    0x0b: [0x30, 0x3f],
    0x46: [0x47],
    0x4a: [0x4b],
    0x0e: [0x0f],
    0x12: [0x13],
    0x23: [0x28],
    0x31: [0x30],
    0x45: [0x48],
    0x49: [0x4b],
  },
  Gujr: { 0x46: [0x47], 0x4a: [0x4b], 0x0e: [0x0f], 0x12: [0x13], 0x31: [0x30] },
  Deva: { 0x46: [0x47], 0x4a: [0x4b], 0x0e: [0x0f], 0x12: [0x13], 0x31: [0x30] },
  Telu: { 0x3c: [], 0x01: [0x02], 0x45: [0x46], 0x49: [0x4a] },
  Knda: { 0x3c: [], 0x01: [0x02], 0x45: [0x46], 0x49: [0x4a] },
  Mlym: { 0x3c: [], 0x01: [0x02], 0x45: [0x46], 0x49: [0x4a] },
};

const chillus: Readonly<Record<number, string>> = { 0x23: 'ൺ', 0x28: 'ൻ', 0x30: 'ർ', 0x32: 'ൽ', 0x33: 'ൾ' };

function write(places: readonly number[], to: Brahmic): string {
  const block = blockOf[to];
  const table = habits[to] ?? {};
  let text = '';
  places.forEach((place, at) => {
    if (place >= 0x1000) text += String.fromCodePoint(place - 0x1000);
    else if (to === 'Mlym' && place === VIRAMA && at === places.length - 1 && chillus[places[at - 1] ?? 0])
      text = text.slice(0, -1) + chillus[places[at - 1]!];
    else if (to === 'Taml' && place === 0x28 && at > 0) text += 'ன';
    else for (const written of table[place] ?? [place]) text += String.fromCodePoint(block + written);
  });
  return text.normalize('NFC');
}

/** What a clerk of the target script does with a sound by where it stands in the word. */
function respell(places: readonly number[], from: Brahmic, to: Brahmic): number[] {
  return places.flatMap((place, at) => {
    const [before, after] = [places[at - 1], places[at + 1]];
    if (place === NUKTA && before === 0x2f) return []; // the Bengali ya is a plain ya elsewhere
    if (to === 'Beng' && place === 0x2f && at > 0 && before !== VIRAMA) return [place, NUKTA];
    if (to === 'Guru' && place === VIRAMA && after !== 0x30 && after !== 0x35 && after !== 0x39) return [];
    if (to === 'Guru' && place === 0x02 && before !== undefined && (isConsonant(before) || before === 0x3f)) return [0x70];
    if (to === 'Taml' && place === 0x02 && after !== undefined && after >= 0x15 && after <= 0x18) return [0x19, VIRAMA];
    if (southern.includes(to) && !southern.includes(from) && after === undefined) return shortened(place);
    return [place];
  });
}

/** The south writes the last vowel of a northern name short. */
function shortened(place: number): number[] {
  if (place === 0x3e) return [];
  return [place === 0x40 ? 0x3f : place === 0x42 ? 0x41 : place];
}

function convert(text: string, from: Brahmic, to: Brahmic): string {
  let places = placesOf(text, from);
  if (!southern.includes(to) && places.at(-1) === VIRAMA) places = places.slice(0, -1);
  return write(respell(places, from, to), to);
}

const remembered = new Map<string, string>();

/** From any Brahmic script to another one or to Urdu letters. Text in Latin or Urdu letters comes back as it is. */
export function transliterate(text: string, to: Script): string {
  const from = scriptOfText(text);
  if (from === to || from === 'Latn' || from === 'Arab' || to === 'Latn') return text;
  const key = to + text;
  let written = remembered.get(key);
  if (written === undefined) {
    written = text
      .split(' ')
      .map((word) => (to === 'Arab' ? urduOf(placesOf(word, from)) : convert(word, from, to)))
      .join(' ');
    if (remembered.size < 100_000) remembered.set(key, written);
  }
  return written;
}
