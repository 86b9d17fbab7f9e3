// What a cell of a list means: days and times, ages, sections with their Act, telephones, codes in words. Pure; what cannot be read is refused, never guessed.
import { plainDigits } from '../../../kernel/digits.ts';
import { type Day, type Instant, instantAt } from '../../../kernel/time.ts';
import { shippedLocales, translatorFor } from '../../../platform/i18n/index.ts';
import { readDay, simpleText } from '../../../platform/sheets/index.ts';
import { acts } from '../messages/acts.ts';

/** HH:MM, also `9:05`, `9.05`, `9:05 PM`. */
export function readTime(text: string): string | null {
  const [, hour, minute, half] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(am|pm|बजे)?$/i.exec(plainDigits(text).trim()) ?? [];
  if (hour === undefined) return null;
  const isHalf = /^[ap]m$/i.test(half ?? '');
  const hours = isHalf ? (Number(hour) % 12) + (/^p/i.test(half!) ? 12 : 0) : Number(hour);
  const valid = hours < 24 && Number(minute) < 60 && !(isHalf && (Number(hour) < 1 || Number(hour) > 12));
  return valid ? `${String(hours).padStart(2, '0')}:${minute}` : null;
}

/** Where only the day is written its noon is reckoned with, and never a moment that has not come. */
export function momentOf(day: Day, time: string | null, now: Instant): Instant {
  const at = instantAt(day, time ?? '12:00');
  return time === null && at > now && instantAt(day) <= now ? now : at;
}

/** A day, and the time written behind it, if any: "05-01-2026 14:30". */
export function readDayAndTime(text: string): { day: Day; time: string | null } | null {
  const plain = plainDigits(text).trim();
  const behind = /^(.*\S)[\sT]+(\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm)?Z?)$/i.exec(plain);
  const time = behind ? readTime(behind[2]!.replace(/Z$|\.\d{3,}/gi, '')) : null;
  const day = readDay(time ? behind![1]! : plain);
  return day && { day, time };
}

/** "9", "8-10", "9 years", "6 months": completed years. */
export function readAge(text: string): { ageFrom: number; ageTo: number } | null {
  const plain = plainDigits(text).trim().toLowerCase();
  const months = /^\d{1,2}\s*(?:months?|m|माह|महीने)$/.exec(plain);
  if (months) return Number.parseInt(plain, 10) < 24 ? { ageFrom: Math.floor(Number.parseInt(plain, 10) / 12), ageTo: Math.floor(Number.parseInt(plain, 10) / 12) } : null; // prettier-ignore
  const [, from, to] = /^(\d{1,2})(?:\s*(?:-|–|to|से)\s*(\d{1,2}))?\s*(?:years?|yrs?|y|वर्ष|साल)?\.?$/.exec(plain) ?? [];
  return from === undefined ? null : { ageFrom: Number(from), ageTo: Number(to ?? from) };
}

export function readWhole(text: string): number | null {
  const plain = plainDigits(text).trim();
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null;
}

/** "130", "128-134 cm". */
export function readHeight(text: string): { heightFrom: number; heightTo: number } | null {
  const [, from, to] = /^(\d{2,3})(?:\s*(?:-|–|to|से)\s*(\d{2,3}))?\s*(?:cms?|सेमी|से मी)?\.?$/.exec(plainDigits(text).trim().toLowerCase()) ?? []; // prettier-ignore
  return from === undefined ? null : { heightFrom: Number(from), heightTo: Number(to ?? from) };
}

export function readTelephone(text: string): string | null {
  const digits = plainDigits(text).replaceAll(/[\s()-]/g, '').replace(/^(\+91|0091|91(?=\d{10}$)|0(?=\d{10}$))/, ''); // prettier-ignore
  return /^\d{10}$/.test(digits) ? `+91${digits}` : null;
}

const actWords: readonly [RegExp, keyof typeof acts][] = [
  [/BNSS|बीएनएसएस|नागरिक सुरक्षा/, 'BNSS'],
  [/BNS|NYAYA|बीएनएस|न्याय संहिता/, 'BNS'],
  [/POCSO|पॉक्सो|पोक्सो/, 'POCSO'],
  [/IPC|PENAL CODE|आईपीसी|भादंसं|भादवि|दंड संहिता/, 'IPC'],
  [/CRPC|CR PC/, 'CRPC'],
  [/ITPA|PITA|IMMORAL/, 'ITPA'],
  [/JJA?|JUVENILE|जेजे|किशोर न्याय/, 'JJA'],
  [/PCMA|CHILD MARRIAGE|बाल विवाह/, 'PCMA'],
  [/CLPRA|CHILD LABOUR|बाल श्रम/, 'CLPRA'],
  [/BLSA|BONDED/, 'BLSA'],
];

const actIn = (text: string): keyof typeof acts | undefined => {
  const plain = text.replaceAll('.', '').toUpperCase();
  return (Object.hasOwn(acts, plain.trim()) ? (plain.trim() as keyof typeof acts) : undefined) ?? actWords.find(([word]) => word.test(plain))?.[1];
}; // prettier-ignore

export type ChargeRead = { act: string; section: string };

/** "BNS 137(2), POCSO 8", "363/366A IPC": an Act counts for the sections before it until another is named, or after it. Null: an Act or a section is not known. */
export function readSections(text: string): ChargeRead[] | null {
  const parts = plainDigits(text)
    .replaceAll(/\b(?:18|19|20)\d{2}\b/g, ' ') // the year of an Act
    .replaceAll(/\b(?:u\/s|r\/w|sections?|sec\.?|read with|act)\b|धारा|सहपठित/gi, ' ')
    .split(/[,;\n+&]|\band\b|और/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read: { act: string | undefined; sections: string[] }[] = [];
  for (const part of parts) {
    const sections = [...part.matchAll(/\d{1,3}[A-Za-z]{0,2}(?:\([0-9A-Za-z]{1,4}\)){0,3}(?![0-9])/g)].map(([section]) =>
      section.replace(/^\d+[a-z]+/, (head) => head.toUpperCase()),
    );
    const words = part.replaceAll(/\d{1,3}[A-Za-z]{0,2}(?:\([0-9A-Za-z]{1,4}\)){0,3}/g, ' ').replaceAll(/[/\s]+/g, ' ').trim(); // prettier-ignore
    const act = words === '' ? undefined : actIn(words);
    if (words !== '' && act === undefined) return null;
    if (sections.length === 0 && (act === undefined || read.length === 0)) return null;
    const named = part.search(/\p{L}{2}/u) >= 0 && part.search(/\d/) > part.search(/\p{L}{2}/u);
    read.push({ act: act ?? (read.at(-1)?.act && !named ? read.at(-1)!.act : undefined), sections });
  }
  for (let at = read.length - 2; at >= 0; at--) read[at]!.act ??= read[at + 1]!.act;
  if (read.length === 0 || read.some(({ act }) => act === undefined)) return null;
  return read.flatMap(({ act, sections }) => sections.map((section) => ({ act: act!, section })));
}

const sexWords: Readonly<Record<string, string>> = {
  f: 'female', female: 'female', girl: 'female', लड़की: 'female', बालिका: 'female', महिला: 'female', स्त्री: 'female',
  m: 'male', male: 'male', boy: 'male', लड़का: 'male', बालक: 'male', पुरुष: 'male',
  t: 'third', transgender: 'third', third: 'third', अन्य: 'third',
}; // prettier-ignore

/** A code by itself, or by its word in any language the portal speaks. Null where the word is not known. */
export function readCode(text: string, codes: readonly string[], wordKey: (code: string) => string): string | null {
  const plain = simpleText(text);
  const ofCode = codes.find((code) => simpleText(code) === plain);
  if (ofCode) return ofCode;
  return codes.find((code) => shippedLocales.some((locale) => simpleText(translatorFor(locale)(wordKey(code))) === plain)) ?? null;
}

export function readSex(text: string): string | null {
  return sexWords[text.normalize('NFC').trim().toLowerCase()] ?? readCode(text, ['female', 'male', 'third', 'unknown'], (code) => `fir-lists.sex.${code}`); // prettier-ignore
}
