// Sections of law as officers type them, read for one question: do they charge a sexual offence (POCSO, BNS 64 to 71, IPC 375 to 376E)? What cannot be read is not taken for a no.

export type Charge = 'barred' | 'clear' | 'unclear';

/** POCSO however it is misspelt, in the scripts of the country, and the words of such an offence. */
const sexual =
  /P\s*O\s*[CS]+\s*C?\s*S?\s*O|SEXUAL|\bRAPE|पॉक्?सो|पो[कस]्?[सक]ो|पॉस्को|पाक्सो|लैंगिक|यौन|बलात्कार|পকসো|পক্সো|ਪੋਕਸੋ|ਪੌਕਸੋ|પોક્સો|ପୋକ୍ସୋ|ପକ୍ସୋ|போக்சோ|பாக்சோ|పోక్సో|ಪೋಕ್ಸೋ|ಪೊಕ್ಸೊ|പോക്സോ|پوکسو|پاکسو/u;

/** Names of Acts → one word each, the longer before those they contain. */
const acts: readonly [RegExp, string][] = [
  [/BHARATIYA NAGARIK SURAKSHA SANHITA|BNSS|बीएनएसएस|भारतीय नागरिक सुरक्षा संहिता/gu, 'OTHER'],
  [/BHARATIYA SAKSHYA ADHINIYAM|\bBSA\b/gu, 'OTHER'],
  [/BHARATIYA NYAYA SANHITA|BNS|बीएनएस|भारतीय न्याय संहिता|भान्यासं/gu, 'PENAL'],
  [/INDIAN PENAL CODE|IPC|आईपीसी|भारतीय द(?:ं|ण्)ड संहिता|भादंसं|भादसं|भादवि/gu, 'PENAL'],
  [/JUVENILE JUSTICE(?: \(CARE AND PROTECTION OF CHILDREN\))?|\bJJA\b|\bJJ\b|जेजे|किशोर न्याय/gu, 'OTHER'],
  [/IMMORAL TRAFFIC \(PREVENTION\)|\bITPA\b|\bPITA\b|INFORMATION TECHNOLOGY|\bIT(?= ACT)|\bCRPC\b|\bCR PC\b/gu, 'OTHER'],
  [
    /CHILD (?:AND ADOLESCENT )?LABOUR|PROHIBITION OF CHILD MARRIAGE|\bPCMA\b|BONDED LABOUR|\bSC\/ST\b|\bARMS(?= ACT)|\bRAILWAYS?(?= ACT)/gu,
    'OTHER',
  ],
];

/** Says nothing about which section or Act is meant. */
const filling =
  /\bU\/?S\b|\bS\b|\bSECTIONS?\b|\bSECS?\b|\bUNDER\b|\bOF\b|\bTHE\b|\bACT\b|धाराओं|धाराएँ|धाराएं|धारा|अधिनियम|(?<!\p{L})(?:के|की|का|तहत)(?![\p{L}\p{M}])|\b(?:18[6-9]\d|19\d\d|20[0-4]\d)\b/gu;
const joining = /\bR\/?W\b|\bREAD WITH\b|\bAND\b|\bOR\b|सहपठित|सपठित|(?<!\p{L})(?:और|व|एवं)(?![\p{L}\p{M}])/gu;
const between = /^[,;/&():.+|]$/;
const range = /^(?:-|–|—|TO|से)$/;

const zerosOfScripts = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0x1c50, 0xabf0];

function latinDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = zerosOfScripts.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

function plain(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, latinDigit)
    .toUpperCase();
  const undotted = text.replace(/(?<=[\p{L}\p{M}])[.॰]\s?(?=\p{L}\p{M}*[.॰])|(?<=[\p{L}\p{M}])[.॰]/gu, '');
  return undotted.replace(/\s+/g, ' ').trim();
}

/** Numbers, Acts and what stands between them; a sub-section belongs to its number. */
function wordsOf(text: string): string[] {
  let told = text;
  for (const [name, word] of acts) told = told.replace(name, ` ${word} `);
  told = told
    .replace(filling, ' ')
    .replace(joining, ' & ')
    .replace(/(?<=[\dA-Z)])\s?\((?:\d|[0-5]\d|[A-Z]{1,4})\)/g, '');
  return told.match(/\d+(?:[A-H]{1,2}(?![\p{L}\p{M}]))?|\p{L}[\p{L}\p{M}]*|\S/gu) ?? [];
}

const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word);
const sexualSections = [[64, 71], [375, 376]] as const; // prettier-ignore
const LAST_SECTION = 531;

/** Another Act is named beside the number, and is not the Act of the number on its other side. */
function isOfAnotherAct(words: readonly string[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  if (before === 'PENAL' || after === 'PENAL') return false;
  return (before === 'OTHER' && !isNumber(words[at - 2])) || (after === 'OTHER' && !isNumber(words[at + 2]));
}

function isSexual(words: readonly string[], at: number): boolean {
  const first = Number.parseInt(words[at]!, 10);
  const last = range.test(words[at + 1] ?? '') && isNumber(words[at + 2]) ? Number.parseInt(words[at + 2]!, 10) : first;
  return sexualSections.some(([from, to]) => first <= to && Math.max(first, last) >= from) && !isOfAnotherAct(words, at);
}

function isRead(word: string): boolean {
  if (isNumber(word)) return Number.parseInt(word, 10) <= LAST_SECTION;
  return word === 'PENAL' || word === 'OTHER' || between.test(word) || range.test(word);
}

/** What one section, as typed, charges. */
export function chargeOf(section: string): Charge {
  const text = plain(section);
  if (sexual.test(text)) return 'barred';
  const words = wordsOf(text);
  if (words.some((word, at) => isNumber(word) && isSexual(words, at))) return 'barred';
  return words.some(isNumber) && words.every(isRead) ? 'clear' : 'unclear';
}
