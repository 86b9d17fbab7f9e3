// The scripts people's names are written in, and which script a language's names come in.

export const scripts = ['Latn', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Arab'] as const;
/** ISO 15924. Ol Chiki names are carried in Devanagari for transliteration. */
export type Script = (typeof scripts)[number];
export type Brahmic = Exclude<Script, 'Latn' | 'Arab'>;

/** First code point of each Brahmic block: letters sit at the same place in each. */
export const blockOf: Readonly<Record<Brahmic, number>> = {
  Deva: 0x0900,
  Beng: 0x0980,
  Guru: 0x0a00,
  Gujr: 0x0a80,
  Orya: 0x0b00,
  Taml: 0x0b80,
  Telu: 0x0c00,
  Knda: 0x0c80,
  Mlym: 0x0d00,
};

const scriptByLanguage: Readonly<Record<string, Script>> = {
  hi: 'Deva',
  mr: 'Deva',
  ne: 'Deva',
  kok: 'Deva',
  sat: 'Deva',
  bn: 'Beng',
  as: 'Beng',
  mni: 'Beng',
  pa: 'Guru',
  gu: 'Gujr',
  or: 'Orya',
  ta: 'Taml',
  te: 'Telu',
  kn: 'Knda',
  ml: 'Mlym',
  ur: 'Arab',
};

/** Languages without an entry are written in Latin letters. */
export function scriptOfLanguage(language: string): Script {
  return scriptByLanguage[language] ?? 'Latn';
}

/** The script of the first letter that belongs to one; Latin if none does. */
export function scriptOfText(text: string): Script {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0x0600 && code <= 0x06ff) return 'Arab';
    if (code >= 0x0900 && code < 0x0d80) return scripts[1 + ((code - 0x0900) >> 7)]!;
  }
  return 'Latn';
}
