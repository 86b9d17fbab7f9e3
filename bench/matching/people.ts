// A register of invented people for measuring the ranking engine: names put together from the pools in seed/names, from halves of them, and, where
// lexicons are given, from native words with the spellings people gave them. Person n is the same each time; nothing is kept of a million.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Name, type NamePool, type PersonName, poolLanguages, poolOf, writeName } from '../../seed/names/names.ts';
import { noiseRates, noisyName } from '../../seed/names/noise.ts';
import { type Random, seededRandom } from '../../seed/random.ts';
import type { Particulars } from '../../src/modules/matching/ranking/index.ts';

/** Which half of the words of a lexicon is used, by a hash of the word: one to try things on, the other to report on. */
export type Split = 'tried' | 'held';
export type People = { pools: readonly Pool[]; salt: string };
type Pool = { language: string; seed: NamePool; tail: readonly Name[] };
type Person = { language: string; native: boolean; name: PersonName; father: PersonName; born: number; sex: 'female' | 'male' };

/** Middle noise, but both words are said: what a lost word costs is measured where whole records are matched, in the invented nation. */
const rates = { ...noiseRates.middle, secondLost: 0.05, orderSwapped: 0.1 };
/** Shares of words taken from the tail, of names of three words, of records written in the family's own script. */
const shares = { tailGiven: 0.35, tailSurname: 0.5, middleWord: 0.65, native: 0.5 } as const;

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Rows `native TAB roman TAB times` under a header. Words of one or two sounds are no names. */
function lexicon(path: string, split: Split): Name[] {
  const spellings = new Map<string, string[]>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [native, roman] = line.split('\t');
    if (!native || !roman || roman.length < 4 || roman.length > 12 || hashOf(native) % 2 !== (split === 'held' ? 0 : 1)) continue;
    const known = spellings.get(native);
    if (known) known.push(roman);
    else spellings.set(native, [roman]);
  }
  return [...spellings].map(([native, latin]) => ({ native, latin, carrier: native }));
}

/** Words that no pool holds, first half of one name and second half of another: 3,000 a language. */
function halves(pool: NamePool, random: Random): Name[] {
  const all = [...pool.names.girl, ...pool.names.boy, ...pool.names.surname]
    .map((name) => name.latin[0]!)
    .filter((name) => name.length > 3);
  return Array.from({ length: 3000 }, () => {
    const [one, other] = [random.pick(all), random.pick(all)];
    return {
      native: null,
      latin: [one.slice(0, Math.ceil(one.length / 2)) + other.slice(Math.floor(other.length / 2)).toLowerCase()],
      carrier: null,
    };
  });
}

/** `data`: a folder of files `*_<language>.*.tsv`, or undefined. */
export function startPeople(salt: string, data: string | undefined, split: Split): People {
  const files = data === undefined ? [] : readdirSync(data).filter((file) => file.endsWith('.tsv'));
  const pools = poolLanguages.map((language, at) => {
    const seed = poolOf(language);
    const file = files.find((name) => name.includes(`_${language}.`));
    return {
      language,
      seed,
      tail: file === undefined ? halves(seed, seededRandom(`${salt} halves`, at)) : lexicon(join(data!, file), split),
    };
  });
  return { pools, salt };
}

/** One person of the pools, in nobody's script yet. */
export function drawPerson(people: People, random: Random): Person {
  const pool = random.pick(people.pools);
  const sex = random.chance(0.5) ? 'female' : 'male';
  const { names } = pool.seed;
  const given = (kind: 'girl' | 'boy' | 'father'): Name => random.pick(random.chance(shares.tailGiven) ? pool.tail : names[kind]);
  const surname = random.pick(random.chance(shares.tailSurname) ? pool.tail : names.surname);
  const own = [given(sex === 'female' ? 'girl' : 'boy')];
  if (random.chance(shares.middleWord)) own.push(given('boy'));
  const { language } = pool;
  const father = { language, words: [given('father'), surname] };
  return {
    language,
    native: random.chance(shares.native),
    name: { language, words: [...own, surname] },
    father,
    born: random.integer(1300, 1510),
    sex,
  };
}

/** Person `number` as the register has them. */
export function recordOf(people: People, number: number): Particulars {
  const person = drawPerson(people, seededRandom(people.salt, number));
  const script = person.native ? scriptOf(people, person) : 'Latn';
  return { name: writeName(person.name, script), father: writeName(person.father, script), born: person.born, sex: person.sex };
}

/** The same person as another office has them: in the other script, or respelled in Latin letters; the age a guess. */
export function queryOf(people: People, number: number): Required<Pick<Particulars, 'name' | 'father' | 'born' | 'sex'>> {
  const person = drawPerson(people, seededRandom(people.salt, number));
  const random = seededRandom(`${people.salt} asked`, number);
  const script = person.native || random.chance(0.5) ? 'Latn' : scriptOf(people, person);
  const born = Math.round(person.born + random.normal() * 12);
  return {
    name: noisyName(random, person.name, script, rates),
    father: noisyName(random, person.father, script, rates),
    born,
    sex: person.sex,
  };
}

function scriptOf(people: People, { language }: Person) {
  return people.pools.find((pool) => pool.language === language)!.seed.script;
}
