// Pools of given names and surnames by language, and people put together from them. The combinations are invented.
import { type Random, type Weighted, draw, weighted } from '../random.ts';
import { type Row, readTsv } from '../tsv.ts';
import { type Script, scriptOfLanguage, scriptOfText } from './script.ts';
import { transliterate } from './transliterate.ts';

/** `carrier` is the form transliteration starts from: the native one, or Devanagari for Urdu and Ol Chiki; null if only Latin is known. */
export type Name = { readonly native: string | null; readonly latin: readonly string[]; readonly carrier: string | null };
export type NameKind = 'girl' | 'boy' | 'father' | 'mother' | 'surname';
export type Names = Readonly<Record<NameKind, readonly Name[]>>;
/** `communities`: names that go together; a family keeps to one. `names`: all of them. */
export type NamePool = { readonly language: string; readonly script: Script; readonly names: Names; readonly communities: Weighted<Names> };

export const poolLanguages = [
  'hi',
  'bn',
  'te',
  'mr',
  'ta',
  'gu',
  'kn',
  'ml',
  'pa',
  'or',
  'as',
  'ur',
  'ne',
  'mni',
  'kok',
  'sat',
  'nag',
  'lus',
  'kha',
] as const;

function nameOf(row: Row): Name {
  const native = row.native || null;
  return { native, latin: row.latin!.split(','), carrier: row.devanagari || native };
}

function namesOf(rows: readonly Row[]): Names {
  const of = (...kinds: NameKind[]): Name[] => rows.filter((row) => (kinds as string[]).includes(row.kind!)).map(nameOf);
  // Parents bear the names of their own generation and many of today's.
  return { girl: of('girl'), boy: of('boy'), father: of('father', 'boy'), mother: of('mother', 'girl'), surname: of('surname') };
}

function readPool(language: string): NamePool {
  const rows = readTsv(new URL(`${language}.tsv`, import.meta.url));
  const communities = [...Map.groupBy(rows, (row) => row.community).values()].map(namesOf);
  return {
    language,
    script: scriptOfLanguage(language),
    names: namesOf(rows),
    communities: weighted(communities.map((names) => [names, names.girl.length] as const)),
  };
}

const pools = new Map<string, NamePool>(poolLanguages.map((language) => [language, readPool(language)]));

export function poolOf(language: string): NamePool {
  const pool = pools.get(language);
  if (!pool) throw new Error(`no names of ${language}`);
  return pool;
}

const single = (native: string, ...latin: string[]): Name => ({ native, latin, carrier: native });

/** Second words that stand in place of a surname: Kumari for girls, Devi or Begum for mothers. */
const seconds: Readonly<Record<string, { girl?: Name; mother?: Name; boy?: Name }>> = {
  hi: { girl: single('कुमारी', 'Kumari'), mother: single('देवी', 'Devi'), boy: single('कुमार', 'Kumar') },
  bn: { mother: single('রাণী', 'Rani') },
  pa: { girl: single('ਕੌਰ', 'Kaur'), mother: single('ਕੌਰ', 'Kaur'), boy: single('ਸਿੰਘ', 'Singh') },
  gu: { girl: single('બેન', 'Ben'), mother: single('બેન', 'Ben') },
  mr: { mother: single('बाई', 'Bai') },
  or: { mother: single('ଦେଈ', 'Dei') },
  as: { mother: single('দেৱী', 'Devi', 'Debi') },
  te: { girl: single('కుమారి', 'Kumari'), mother: single('దేవి', 'Devi') },
  ur: {
    girl: { native: 'خاتون', latin: ['Khatoon', 'Khatun'], carrier: 'खातून' },
    mother: { native: 'بیگم', latin: ['Begum'], carrier: 'बेगम' },
  },
};

/** A person's name as its words, first word the given name. `language` says which script is native. */
export type PersonName = { readonly language: string; readonly words: readonly Name[] };

export type Family = {
  readonly language: string;
  readonly names: Names;
  readonly surname: Name;
  readonly father: PersonName;
  readonly mother: PersonName;
};

const southern = ['ta', 'te', 'kn', 'ml'];
const shapes = { single: 22, second: 28, surname: 50 } as const;
const shape = weighted<keyof typeof shapes>([
  ['single', shapes.single],
  ['second', shapes.second],
  ['surname', shapes.surname],
]);

export function drawFamily(random: Random, language: string): Family {
  const names = draw(random, poolOf(language).communities);
  const surname = random.pick(names.surname);
  const father = { language, words: [random.pick(names.father), surname] };
  const second = seconds[language]?.mother;
  const mother = { language, words: [random.pick(names.mother), second && random.chance(0.6) ? second : surname] };
  return { language, names, surname, father, mother };
}

/** A child of the family. In the south the father's name often stands where the north has a surname. */
export function drawChildName(random: Random, family: Family, sex: 'female' | 'male'): PersonName {
  const kind = sex === 'female' ? 'girl' : 'boy';
  let given = random.pick(family.names[kind]);
  while (given.latin[0] === family.father.words[0]!.latin[0]) given = random.pick(family.names[kind]);
  const form = draw(random, shape);
  if (form === 'single') return { language: family.language, words: [given] };
  const second = seconds[family.language]?.[kind];
  if (form === 'second' && second) return { language: family.language, words: [given, second] };
  if (southern.includes(family.language) && random.chance(0.6))
    return { language: family.language, words: [given, family.father.words[0]!] };
  return { language: family.language, words: [given, family.surname] };
}

/** One name in one script. Latin takes the spelling numbered `spelling`, counted around. */
export function writeWord(name: Name, script: Script, spelling = 0): string {
  if (script === 'Latn' || !name.carrier) return name.latin[spelling % name.latin.length]!;
  if (name.native && scriptOfText(name.native) === script) return name.native;
  return transliterate(name.carrier, script);
}

export function writeName(person: PersonName, script: Script): string {
  return person.words.map((word) => writeWord(word, script)).join(' ');
}

/** The script in which the family itself would write; Ol Chiki names are written in Devanagari. */
export function nativeScript(person: PersonName): Script {
  return poolOf(person.language).script;
}
