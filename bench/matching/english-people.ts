// Invented people of an English-speaking country and the spoiled copies of their records: the kind of set record linkage is usually measured on.
import { type Random, draw, seededRandom, weighted } from '../../seed/random.ts';
import { spoil } from './typing-errors.ts';

const common = `james john mary sarah emily thomas olivia joshua jessica emma jack lachlan daniel matthew georgia isabella sophie benjamin
  samuel chloe hannah nicholas ella grace ryan luke william charlotte alexander jacob madison zoe caitlin harrison mitchell ethan lucy bella
  connor tyler jordan abbey holly brianna taylah kyle liam noah max oliver riley hamish angus finn joel marcus dylan blake bailey jasmine
  alannah molly tara amber ruby lily isobel imogen eliza stephanie natalie victoria rebecca rachel amelia harriet annabelle kate claire
  henry george edward charles robert walter albert arthur frederick alfred ernest harold percy elizabeth margaret dorothy florence edith
  alice ethel ada beatrice agnes clara eleanor esther martha rose violet winifred hugh philip martin simon adrian desmond cedric
  leopold rupert barnaby cornelius ignatius montague septimus theodora wilhelmina philippa rosalind clementine seraphina`.split(/\s+/);
const plainSurnames =
  `smith jones williams brown taylor davies evans thomas johnson roberts walker wright robinson thompson white hughes edwards green
  hall wood harris lewis martin jackson clarke clark turner hill cooper morris ward moore watson king baker harrison morgan patel young allen
  mitchell james anderson phillips lee bell parker davis nguyen campbell stewart ryan kelly white webb reid ross fraser murray mccarthy
  matthews dixon hunter palmer mills graham fisher ellis owen khan singh chen wang petrov rossi schultz meyer papadopoulos`.split(/\s+/);
const heads =
  `ash black brad bran brook burn can clay cole craw crom dal dun east elm fair farn green had hal har hay hazel hol kings lang law
  led lin long mar mel mor new nor oak pem pen pres ral rams red rich rod row sal sed shel sher sil stan stock sut swin thorn tre
  wal wed wes whit wil win wood wy`.split(/\s+/);
const tails =
  'bourne bridge bury by combe cott croft dale den field ford ham hurst land ley man more ridge shaw stead stone thorpe ton ville wall well wick wood worth'.split(
    ' ',
  );
const kinds = ['street', 'road', 'avenue', 'place', 'crescent', 'close', 'drive', 'court', 'circuit'];
const states = ['nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'act'];
export const trades =
  'politician writer painter engineer cricketer actor composer lawyer physician soldier teacher farmer merchant printer architect chemist explorer singer judge bishop'.split(
    ' ',
  );

const surnames = [...plainSurnames, ...heads.flatMap((head) => tails.map((tail) => head + tail))];
const zipf = (count: number, from = 3) => Array.from({ length: count }, (_, rank) => 1 / (rank + from));
export const givenPool = weighted(common.map((name, at) => [name, zipf(common.length)[at]!] as const));
const surnameShares = zipf(surnames.length, 8);
export const surnamePool = weighted(surnames.map((name, at) => [name, surnameShares[at]!] as const));
const towns = heads.flatMap((head, at) =>
  tails.slice(at % 7, (at % 7) + 6).map((tail, place) => ({
    name: head + tail,
    state: states[(at + place) % states.length]!,
    postcode: String(2000 + ((at * 37 + place * 211) % 6900)),
  })),
);
export const townPool = weighted(towns.map((town, at) => [town, 1 / (at + 20)] as const));

export const columns = [
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
  'occupation',
] as const;
export type Row = string[];

const two = (value: number): string => String(value).padStart(2, '0');
const maybe = (random: Random, share: number, text: string): string => (random.chance(share) ? text : '');

function home(random: Random): string[] {
  const town = draw(random, townPool);
  const street = `${random.pick(heads)}${random.pick(tails)} ${random.pick(kinds)}`;
  return [
    String(random.integer(1, 300)),
    street,
    maybe(random, 0.35, `${random.pick(heads)} ${random.pick(['lodge', 'cottage', 'farm', 'villa', 'flat'])}`),
    town.name,
    town.postcode,
    town.state,
  ];
}

/** Person `index` of the seed. One in eight lives in the household of the person before: same surname, same address, another given name and birth. */
export function personAt(seed: string, index: number): Row {
  const random = seededRandom(`${seed} person`, index);
  const shares = index % 8 === 7;
  const of = shares ? seededRandom(`${seed} home`, index - 1) : seededRandom(`${seed} home`, index);
  const surname = draw(of, surnamePool);
  const place = home(of);
  const given = draw(random, givenPool);
  const born = `${random.integer(1915, 2005)}${two(random.integer(1, 12))}${two(random.integer(1, 28))}`;
  return [given, surname, ...place, born, String(random.integer(1000000, 9999999)), random.pick(trades)];
}

/** `errors`: mean number of spoiled fields; `lost`: share of fields left empty; `exchanged`: names in the wrong boxes. */
export type Spoiling = { readonly errors: number; readonly lost: number; readonly exchanged: number };

export function spoiledCopy(random: Random, row: Row, how: Spoiling): Row {
  const copy = row.map((text) => (random.chance(how.lost) ? '' : text));
  const errors = Math.max(1, Math.round(how.errors + random.normal() * how.errors * 0.5));
  for (let error = 0; error < errors; error++) {
    const at = random.integer(0, copy.length - 1);
    copy[at] = spoil(random, copy[at]!);
  }
  if (random.chance(how.exchanged)) [copy[0], copy[1]] = [copy[1]!, copy[0]!];
  if (random.chance(how.exchanged)) [copy[3], copy[4]] = [copy[4]!, copy[3]!];
  return copy;
}

export type Linkage = { left: Row[]; right: Row[]; truth: Set<string> };

/** `people` on either side, all of them on both; ids `a0…` and `b0…`. */
export function twoRegisters(seed: string, people: number, how: Spoiling): Linkage {
  const [left, right]: [Row[], Row[]] = [[], []];
  const truth = new Set<string>();
  for (let index = 0; index < people; index++) {
    const random = seededRandom(`${seed} copy`, index);
    const row = personAt(seed, index).map((text) => (random.chance(how.lost) ? '' : text));
    left.push([`a${index}`, ...row]);
    right.push([`b${index}`, ...spoiledCopy(random, row, how)]);
    truth.add(`a${index}\tb${index}`);
  }
  return { left, right, truth };
}

/** One register with one to `most` records for each person. */
export function repeatedRegister(seed: string, people: number, most: number, how: Spoiling): { rows: Row[]; truth: Set<string> } {
  const rows: Row[] = [];
  const truth = new Set<string>();
  for (let index = 0; index < people; index++) {
    const random = seededRandom(`${seed} copies`, index);
    const person = personAt(seed, index);
    const copies = random.integer(1, most);
    for (let copy = 0; copy < copies; copy++) {
      rows.push([`p${index}-${copy}`, ...(copy === 0 ? person : spoiledCopy(random, person, how))]);
      for (let before = 0; before < copy; before++) truth.add(`p${index}-${before}\tp${index}-${copy}`);
    }
  }
  return { rows, truth };
}

/** One register as the third of Febrl's: `people` originals, half as many again copies of them, at most five of one original. */
export function fewRepeated(seed: string, people: number): { rows: Row[]; truth: Set<string> } {
  const rows: Row[] = [];
  const truth = new Set<string>();
  for (let index = 0; index < people; index++) {
    const random = seededRandom(`${seed} few copies`, index);
    const person = personAt(seed, index).slice(0, 10);
    const lost = person.map((text) => (random.chance(0.04) ? '' : text));
    const copies = random.chance(0.45) ? 0 : Math.min(5, 1 + Math.floor(-Math.log(1 - random.next()) * 2.2));
    for (let copy = 0; copy <= copies; copy++) {
      rows.push([`r${index}-${copy}`, ...(copy === 0 ? lost : spoiledCopy(random, lost, { errors: 3, lost: 0.06, exchanged: 0.03 }))]);
      for (let before = 0; before < copy; before++) truth.add(`r${index}-${before}\tr${index}-${copy}`);
    }
  }
  return { rows, truth };
}
