// What is seen and heard of a person: languages spoken, marks on the body by kind, site and side, height.
import { plainDigits } from './dates.ts';

/** Names and codes of one language; the first is how it is written here. */
const languages = `hi hin hindi हिन्दी हिंदी|bn ben bengali bangla বাংলা बंगाली बांग्ला|ta tam tamil தமிழ் तमिल|te tel telugu తెలుగు तेलुगु|mr mar marathi मराठी|gu guj gujarati ગુજરાતી गुजराती
ur urd urdu اردو उर्दू|kn kan kannada ಕನ್ನಡ कन्नड़|ml mal malayalam മലയാളം मलयालम|or ori ory odia oriya ଓଡ଼ିଆ उड़िया|pa pan punjabi panjabi ਪੰਜਾਬੀ पंजाबी|as asm assamese অসমীয়া असमिया|en eng english अंग्रेज़ी अंग्रेजी
ne nep nepali नेपाली|bho bhojpuri भोजपुरी|mai maithili मैथिली|sat santali संथाली|sd snd sindhi|ks kas kashmiri|kok konkani|mni manipuri meitei|brx bodo|raj rajasthani|doi dogri`;
const codes = new Map(languages.split(/[|\n]/).flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0]!] as const)));
const rows = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{M}]+/u).filter((word) => word !== ''); // prettier-ignore

/** Codes in order, one space between them: the same languages are the same text. */
export function normaliseLanguages(text: string): string {
  const filler = ['and', 'or', 'only', 'little', 'और', 'language'];
  const told = rows(text).filter((word) => !filler.includes(word) || codes.get(word) !== undefined);
  return [...new Set(told.map((word) => codes.get(word) ?? word))].toSorted().join(' ');
}

export const languageLevels = ['', 'the same', 'one in common', 'different'] as const;
export function compareLanguages(one: string, other: string): number {
  if (one === other) return 1;
  const there = other.split(' ');
  return one.split(' ').some((code) => there.includes(code)) ? 2 : 3;
}

const sides: Readonly<Record<string, string>> = { lt: 'left', rt: 'right', बाएं: 'left', बायां: 'left', बायें: 'left', दाएं: 'right', दायां: 'right', दायें: 'right', baya: 'left', daya: 'right' }; // prettier-ignore
const bare = new Set('a an the on of in at and with near side has one old small big mark marks पर में के की का एक और ke ki ka par'.split(' '));

/** Words that say kind, site and side, each once and in order. */
export function normaliseMarks(text: string): string {
  const words = rows(text.normalize('NFKC')).filter((word) => !bare.has(word));
  return [...new Set(words.map((word) => sides[word] ?? word))].toSorted().join(' ');
}

export const markLevels = ['', 'the same', 'the same, left for right', 'much in common', 'something in common', 'different'] as const;
export function compareMarks(one: string, other: string): number {
  if (one === other) return 1;
  const [here, there] = [one, other].map((text) => text.split(' ').filter((word) => word !== 'left' && word !== 'right')) as [
    string[],
    string[],
  ];
  const common = here.filter((word) => there.includes(word)).length;
  const fewer = Math.min(here.length, there.length);
  if (common === here.length && common === there.length && common > 0) return 2;
  if (common > 0 && common * 2 > fewer) return 3;
  return common > 0 ? 4 : 5;
}

/** Whole centimetres, from centimetres, metres, or feet and inches; empty when it can be nobody's height. */
export function normaliseHeight(text: string): string {
  const clean = plainDigits(text).toLowerCase().replace(/,/g, '.');
  const feet = /(\d)\s*(?:'|’|ft|feet|foot|फुट|फीट)\s*(\d{1,2}(?:\.\d+)?)?/.exec(clean);
  const number = Number(/\d+(?:\.\d+)?/.exec(clean)?.[0] ?? Number.NaN);
  const cm = feet ? Number(feet[1]) * 30.48 + Number(feet[2] ?? 0) * 2.54 : number < 2.6 ? number * 100 : number;
  return cm >= 40 && cm <= 230 ? String(Math.round(cm)) : '';
}

export const heightLevels = ['', 'the same', 'within 3 cm', 'within 8 cm', 'within 15 cm', 'further apart'] as const;
export function compareHeights(one: string, other: string): number {
  const apart = Math.abs(Number(one) - Number(other));
  return apart === 0 ? 1 : apart <= 3 ? 2 : apart <= 8 ? 3 : apart <= 15 ? 4 : 5;
}
