// Lists of invented names and places, and the same asked for otherwise written: another script, another spelling, initials, another order, joined
// and split words, old and new names of places, whole lines. What `match rank` is measured with; made from seed/names, seed/places and lexicons.
import { type Name, type PersonName, writeName, writeWord } from '../../seed/names/names.ts';
import { noiseRates, noisyName } from '../../seed/names/noise.ts';
import type { Script } from '../../seed/names/script.ts';
import { wordNoise } from '../../seed/names/word-noise.ts';
import { districts } from '../../seed/places/places.ts';
import { renamedPlaces } from '../../src/kernel/place-names/renamed.ts';
import { type Random, seededRandom } from '../../seed/random.ts';
import { type People, drawPerson } from './people.ts';

export type Asked = { text: string; answer: number };
/** `answer` is the place of the right text in `corpus`. */
export type TextSet = { id: string; corpus: readonly string[]; asked: readonly Asked[] };

type Pool = People['pools'][number];
type Written = { corpus: string; asked: string };

/** Never the same text twice, so that there is one right answer. */
function setOf(id: string, size: number, queries: number, write: (random: Random, number: number) => Written): TextSet {
  const corpus: string[] = [];
  const all: Asked[] = [];
  const taken = new Set<string>();
  for (let number = 0; corpus.length < size && number < size * 3; number++) {
    const written = write(seededRandom(`${id} text`, number), number);
    if (written.corpus.length < 3 || taken.has(written.corpus)) continue;
    taken.add(written.corpus);
    all.push({ text: written.asked, answer: corpus.length });
    corpus.push(written.corpus);
  }
  const step = Math.max(1, all.length / queries);
  return { id, corpus, asked: Array.from({ length: Math.min(queries, all.length) }, (_, at) => all[Math.floor(at * step)]!) };
}

/** Words of a lexicon: asked in the native script, found in Latin letters as somebody wrote them. */
function wordSet({ language, tail }: Pool, size: number, queries: number): TextSet {
  return setOf(`word.${language}`, Math.min(size, tail.length), queries, (random, number) => {
    const name = tail[number % tail.length]!;
    return { corpus: random.pick(name.latin), asked: name.native ?? name.latin[0]! };
  });
}

function latin(random: Random, { words }: PersonName): string {
  return words.map((word) => random.pick(word.latin)).join(' ');
}

/** Half of the list in the native script and asked in Latin letters, half the other way; as clerks write, without noise. */
function crossSet(people: People, pool: Pool, size: number, queries: number): TextSet {
  return setOf(`cross.${pool.language}`, size, queries, (random, number) => {
    const { name } = drawPerson({ ...people, pools: [pool] }, random);
    const [native, roman] = [writeName(name, pool.seed.script), latin(random, name)];
    return number % 2 === 0 ? { corpus: roman, asked: native } : { corpus: native, asked: roman };
  });
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const variantRates = { ...noiseRates.high, secondLost: 0.03, initial: 0, orderSwapped: 0.1, spelling: 1 };

function variantSet(people: People, size: number, queries: number): TextSet {
  return setOf('variant', size, queries, (random) => {
    const { name } = drawPerson(people, random);
    return { corpus: latin(random, name), asked: noisyName(random, name, 'Latn', variantRates) };
  });
}

/** How the letters of initials are spelled out in Indian scripts: here in Devanagari, which `transliterate` carries over. */
const letterNames: Readonly<Record<string, string>> = {
  a: 'ए', b: 'बी', c: 'सी', d: 'डी', e: 'ई', f: 'एफ', g: 'जी', h: 'एच', i: 'आई', j: 'जे', k: 'के', l: 'एल', m: 'एम', n: 'एन', o: 'ओ', p: 'पी',
  q: 'क्यू', r: 'आर', s: 'एस', t: 'टी', u: 'यू', v: 'वी', w: 'डब्ल्यू', x: 'एक्स', y: 'वाई', z: 'जेड',
}; // prettier-ignore

function initialOf(word: Name, script: Script): string {
  const letter = word.latin[0]![0]!;
  const spelled = letterNames[letter.toLowerCase()]!;
  return script === 'Latn' ? letter.toUpperCase() : writeWord({ native: null, latin: [letter], carrier: spelled }, script);
}

/** One word in full, the others as initials before or behind it, with dots or without, run together or not. */
function withInitials(random: Random, name: PersonName, script: Script): string {
  const kept = random.chance(0.75) ? name.words.length - 1 : random.integer(0, name.words.length - 1);
  const letters = name.words.filter((_, at) => at !== kept).map((word) => initialOf(word, script));
  const dot = script === 'Latn' && random.chance(0.4) ? '' : '.';
  const initials = letters.map((letter) => letter + dot).join(random.chance(0.5) && script === 'Latn' ? '' : ' ');
  const full = script === 'Latn' ? capital(random.pick(name.words[kept]!.latin)) : writeWord(name.words[kept]!, script);
  return random.chance(0.7) ? `${initials} ${full}` : `${full}${random.chance(0.3) ? ',' : ''} ${initials}`;
}

/** Names with initials asked for in full or the other way, in another order; every third across scripts. */
function initialSet(people: People, size: number, queries: number): TextSet {
  return setOf('initials', size, queries, (random, number) => {
    const { name, language } = drawPerson(people, random);
    const native = people.pools.find((pool) => pool.language === language)!.seed.script;
    const across = number % 3 === 0;
    const short = withInitials(random, name, across && random.chance(0.5) ? native : 'Latn');
    const ordered = { ...name, words: random.chance(0.4) ? name.words.toReversed() : name.words };
    const full = across && random.chance(0.5) ? writeName(ordered, native) : latin(random, ordered);
    return random.chance(0.5) ? { corpus: full, asked: short } : { corpus: short, asked: full };
  });
}

/** Two neighbouring words written as one on one side: Ram Kumar, Ramkumar. Also another order or one word left out. */
function joinedSet(people: People, size: number, queries: number): TextSet {
  return setOf('joined', size, queries, (random) => {
    const { name } = drawPerson(people, random);
    const words = name.words.map((word) => random.pick(word.latin));
    const at = random.integer(0, words.length - 2);
    const split = name.words.map((word) => random.pick(word.latin));
    const joined = [...words.slice(0, at), words[at]! + words[at + 1]!.toLowerCase(), ...words.slice(at + 2)];
    const sides = [joined.join(' '), (random.chance(0.15) ? split.toReversed() : split).join(' ')];
    return random.chance(0.5) ? { corpus: sides[0]!, asked: sides[1]! } : { corpus: sides[1]!, asked: sides[0]! };
  });
}

/** "Name, S/o father, village" on both sides, respelled; a third of the questions without the father, a third without the village. */
function lineSet(people: People, size: number, queries: number): TextSet {
  return setOf('line', size, queries, (random, number) => {
    const { name, father, sex } = drawPerson(people, random);
    const village = random.pick(random.pick(people.pools).tail).latin[0]!;
    const link = random.pick(sex === 'female' ? ['D/o', 'd/o', 'daughter of'] : ['S/o', 's/o', 'son of']);
    const rates = { ...noiseRates.middle, secondLost: 0.1 };
    const parts = [noisyName(random, name, 'Latn', rates)];
    if (number % 3 !== 0) parts.push(`${link} ${noisyName(random, father, 'Latn', rates)}`);
    if (number % 3 !== 1) parts.push(village);
    return { corpus: `${latin(random, name)}, ${link} ${latin(random, father)}, ${capital(village)}`, asked: parts.join(', ') };
  });
}

/** Official names of the table of renamed places among districts and words that could be villages; asked by another name of the place, respelled. */
function placeSet(people: People, size: number, queries: number): TextSet {
  const rows = renamedPlaces;
  const known = new Set(rows.flat());
  const asked = setOf('place.renamed', rows.length, rows.length, (random, number) => {
    const [official, ...others] = rows[number % rows.length]!;
    const words = random.pick(others).split(' ');
    return { corpus: official!, asked: words.map((word) => wordNoise(random, word, noiseRates.middle)).join(' ') };
  });
  const villages = setOf('village', size, 0, (random) => ({
    corpus: capital(random.pick(random.pick(people.pools).tail).latin[0]!),
    asked: '',
  }));
  const rest = [...new Set([...districts.map(({ name }) => name), ...villages.corpus])].filter((name) => !known.has(name));
  return { ...asked, corpus: [...asked.corpus, ...rest].slice(0, size), asked: asked.asked.slice(0, queries) };
}

/** Districts and villages in Latin letters; asked for as the State writes them. */
function districtSet(people: People, size: number, queries: number): TextSet {
  const native = districts.filter(({ nativeName }) => nativeName !== null);
  const asked = native.map(({ nativeName }, answer) => ({ text: nativeName!, answer }));
  const { corpus } = setOf('village', size, 0, (random) => ({
    corpus: capital(random.pick(random.pick(people.pools).tail).latin[0]!),
    asked: '',
  }));
  const names = [...native, ...districts.filter(({ nativeName }) => nativeName === null)].map(({ name }) => name);
  return { id: 'place.native', corpus: [...names, ...corpus].slice(0, size), asked: asked.slice(0, queries) };
}

/** Every set, the smaller the quicker: `size` texts in each list, `queries` questions. `only`: sets whose name begins so. */
export function textSets(people: People, size: number, queries: number, only = ''): TextSet[] {
  const read = people.pools.filter(({ tail, seed }) => tail.some(({ native }) => native !== null) && seed.script !== 'Latn');
  const sets: Array<readonly [string, () => TextSet]> = [
    ...read.map((pool) => [`word.${pool.language}`, () => wordSet(pool, size, queries)] as const),
    ...read.map((pool) => [`cross.${pool.language}`, () => crossSet(people, pool, size, queries)] as const),
    ['variant', () => variantSet(people, size, queries)],
    ['initials', () => initialSet(people, size, queries)],
    ['joined', () => joinedSet(people, size, queries)],
    ['place.renamed', () => placeSet(people, size, queries)],
    ['place.native', () => districtSet(people, size, queries)],
    ['line', () => lineSet(people, size, queries)],
  ];
  return sets.filter(([id]) => id.startsWith(only)).map(([, make]) => make());
}
