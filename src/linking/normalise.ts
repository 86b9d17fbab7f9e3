// How each field is written before it is compared: one spelling for what is the same, an empty text for what says nothing.
import { cleanName } from '../kernel/names/index.ts';
import type { Field } from './aspects.ts';
import { normaliseHeight, normaliseLanguages, normaliseMarks } from './bodies-compared.ts';
import { parseAge, parseDate, plainDigits, yearsOf } from './dates.ts';

const NOTHING =
  /^(null|nan|n\.?\s?a\.?|n\/a|none|nil|unknown|not known|not available|not given|undefined|missing|-+|\?+|\.+|x+|0+|अज्ञात|ज्ञात नहीं|নাই|অজ্ঞাত)$/iu;

/** The words people type for "we do not know" say nothing. A surname Null or a girl called Nan is the price. */
export function saysNothing(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || NOTHING.test(trimmed);
}

function words(text: string): string {
  return plainDigits(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters and digits only, upper-case: how codes are compared. */
function code(text: string): string {
  return plainDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The last ten digits: country codes and leading noughts come and go. Fewer than six is no number. */
function telephone(text: string): string {
  const digits = plainDigits(text).replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < 6 ? '' : digits.slice(-10);
}

function sex(text: string): string {
  const word = text.trim().toLowerCase();
  if (/^(m|male|man|boy|1|purush|पुरुष|बालक|लड़का|ছেলে|পুরুষ|ஆண்|పురుషుడు|ಗಂಡು|പുരുഷൻ|مرد|ਮਰਦ|પુરુષ)$/u.test(word)) return 'm';
  if (/^(f|female|woman|girl|2|stri|mahila|स्त्री|महिला|बालिका|लड़की|মেয়ে|মহিলা|பெண்|స్త్రీ|ಹೆಣ್ಣು|സ്ത്രീ|عورت|ਔਰਤ|સ્ત્રી)$/u.test(word)) return 'f';
  return /^(t|third|other|transgender|3|o)$/.test(word) ? 't' : '';
}

function email(text: string): string {
  return text.trim().toLowerCase().replace(/\s/g, '');
}

function personName(text: string): string {
  return cleanName(text).toLowerCase().replace(/\s+/g, ' ').trim();
}

const writers: Partial<Record<Field, (text: string) => string>> = {
  given: personName,
  surname: personName,
  name: personName,
  father: personName,
  mother: personName,
  sex,
  telephone,
  email,
  postcode: code,
  identifier: code,
  streetNumber: code,
  languages: normaliseLanguages,
  marks: normaliseMarks,
  height: normaliseHeight,
};

export function normalise(field: Field, text: string): string {
  return saysNothing(text) ? '' : (writers[field] ?? words)(text);
}

/** What a record says of birth, as written. `asOf` is the day its age was true. */
export type BirthParts = { date?: string; year?: string; month?: string; day?: string; age?: string; asOf?: string };

/** yyyymmdd with 00 for unknown parts, or `~2012.3` for a birth reckoned from an age; empty when nothing is known. */
export function normaliseBirth(parts: BirthParts, monthFirst: boolean): string {
  const date = parts.date && !saysNothing(parts.date) ? parseDate(parts.date, monthFirst) : null;
  if (date) return date;
  const year = plainDigits(parts.year ?? '').trim();
  if (/^\d{4}$/.test(year)) {
    const part = (text: string | undefined): string => {
      const digits = plainDigits(text ?? '').replace(/\D/g, '');
      return digits.length > 0 && digits.length < 3 ? digits.padStart(2, '0') : '00';
    };
    return `${year}${part(parts.month)}${part(parts.day)}`;
  }
  const age = parts.age ? parseAge(parts.age) : null;
  if (age === null) return '';
  const asOf = parts.asOf && !saysNothing(parts.asOf) ? parseDate(parts.asOf, monthFirst) : null;
  if (!asOf) return '';
  return `~${(yearsOf(asOf) - age - (Number.isInteger(age) ? 0.5 : 0)).toFixed(1)}`;
}
