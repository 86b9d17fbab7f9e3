// Invented customers in a small sheet: five columns, a fifth of the cells empty, letters exchanged, names in the wrong boxes, birth dates off by a year or a month.
import { type Random, draw, seededRandom, weighted } from '../../seed/random.ts';
import { type Row, givenPool, surnamePool } from './english-people.ts';

export const sparseColumns = ['unique_id', 'first_name', 'surname', 'dob', 'city', 'email'];

const cities = weighted(
  `London Birmingham Leeds Glasgow Sheffield Bradford Liverpool Edinburgh Manchester Bristol Cardiff Leicester Wakefield Coventry Nottingham
   Sunderland Brighton Hull Newcastle Plymouth Derby Wolverhampton Swansea Southampton Portsmouth Luton Preston Aberdeen Dundee Reading`
    .split(/\s+/)
    .map((city, at) => [city, at === 0 ? 4 : 1 / (at + 2)] as const),
);
const endings = ['com', 'net', 'org', 'biz', 'info'];
const short: Readonly<Record<string, string>> = {
  robert: 'rob', william: 'will', thomas: 'tom', joshua: 'josh', matthew: 'matt', samuel: 'sam', nicholas: 'nick', alexander: 'alex',
  benjamin: 'ben', daniel: 'dan', edward: 'ed', jessica: 'jess', rebecca: 'becky', madison: 'maddie', isabella: 'bella', victoria: 'vicky',
}; // prettier-ignore

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const two = (value: number): string => String(value).padStart(2, '0');

/** A few letters exchanged, doubled, dropped or set apart by their case. */
function jumbled(random: Random, text: string): string {
  if (text.length < 2) return text;
  let result = text;
  const times = random.chance(0.75) ? 1 : random.integer(2, 3);
  for (let time = 0; time < times; time++) {
    const at = random.integer(0, result.length - 2);
    const kind = random.next();
    if (kind < 0.4) result = result.slice(0, at) + result[at + 1]! + result[at]! + result.slice(at + 2);
    else if (kind < 0.65) result = result.slice(0, at) + result.slice(at + 1);
    else if (kind < 0.85) {
      const [letter, to] = [result[at]!, random.integer(0, result.length - 1)];
      const without = result.slice(0, at) + result.slice(at + 1);
      result = without.slice(0, to) + letter + without.slice(to);
    } else result = result.slice(0, at) + result[at]!.toUpperCase() + result.slice(at + 1);
  }
  return result;
}

function otherDate(random: Random, date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const kind = random.next();
  if (kind < 0.35) return `${year + random.pick([-10, -6, -3, -2, -1, 1, 2, 4])}-${two(month)}-${two(day)}`;
  if (kind < 0.7) return `${year}-${two(random.integer(1, 12))}-${two(day)}`;
  return `${year}-${two(month)}-${two(random.integer(1, 28))}`;
}

function personOf(random: Random): Row {
  const [first, last] = [draw(random, givenPool), draw(random, surnamePool)];
  const host = random.chance(0.4) ? `${draw(random, surnamePool)}-${draw(random, surnamePool)}` : draw(random, surnamePool);
  const name = random.pick([first, `${first}.${last}`, `${first}${last[0]}`, `${first[0]}${last}`]);
  const date = `${random.integer(1930, 2020)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
  return [capital(first), capital(last), date, draw(random, cities), `${name}${random.integer(1, 99)}@${host}.${random.pick(endings)}`];
}

function copyOf(random: Random, person: Row): Row {
  const copy = [...person];
  const first = copy[0]!.toLowerCase();
  if (short[first] && random.chance(0.1)) copy[0] = capital(short[first]);
  for (const [at, share] of [0.3, 0.3, 0, 0.25, 0.15].entries()) if (random.chance(share)) copy[at] = jumbled(random, copy[at]!);
  if (random.chance(0.35)) copy[2] = otherDate(random, copy[2]!);
  if (random.chance(0.12)) [copy[0], copy[1]] = [copy[1]!, copy[0]!];
  for (const [at, share] of [0.17, 0.18, 0, 0.19, 0.21].entries()) if (random.chance(share)) copy[at] = '';
  return copy;
}

/** About `people` × 3 rows: one to six records of each. */
export function sparseRegister(seed: string, people: number): { rows: Row[]; truth: Set<string> } {
  const rows: Row[] = [];
  const truth = new Set<string>();
  for (let index = 0; index < people; index++) {
    const random = seededRandom(`${seed} sparse`, index);
    const person = personOf(random);
    const copies = random.integer(1, 6);
    for (let copy = 0; copy < copies; copy++) {
      rows.push([`s${index}-${copy}`, ...copyOf(random, person)]);
      for (let before = 0; before < copy; before++) truth.add(`s${index}-${before}\ts${index}-${copy}`);
    }
  }
  return { rows, truth };
}
