// Invented people of the past as many compilers would have noted them: a dozen records each, pet names and abbreviations, years only, other places, other trades.
import { type Random, draw, seededRandom, weighted } from '../../seed/random.ts';
import { type Row, surnamePool, townPool, trades } from './english-people.ts';
import { spoil } from './typing-errors.ts';

export const historicalColumns = [
  'unique_id', 'full_name', 'first_and_surname', 'first_name', 'surname', 'dob', 'birth_place', 'postcode_fake', 'gender', 'occupation',
]; // prettier-ignore

/** How one name is also written: what a compiler of such sets would find, rare ones too. */
const men = `william:will,bill,billy,wm,willie|john:jack,johnny,jno,jon|thomas:tom,tommy,thos|george:geo,georgie|james:jim,jimmy,jas,jamie|henry:harry,hal,hy
  charles:charlie,chas,chuck|robert:bob,rob,robt,bobby,bert|edward:ned,ted,ed,edw,eddie|richard:dick,rich,richd,rick|samuel:sam,saml|joseph:joe,jos
  frederick:fred,fredk,freddie|arthur:art|alexander:alex,sandy,alec|francis:frank,fras|walter:walt,wat|benjamin:ben,benj|daniel:dan,danl|david:dave,davy
  michael:mick,mike,michl|andrew:andy,andw|peter:pete|philip:phil|hugh:hughie|matthew:mat,matt|nicholas:nick,nichs|patrick:paddy,pat|anthony:tony,anty
  albert:bert,al|herbert:bert,herb|ernest:ernie|harold:harry,hal|reginald:reg,reggie|stephen:steve|christopher:kit,chris,xpher|lawrence:larry,laurie
  edmund:ned|isaac:|abraham:abe,abm|nathaniel:nat,nathl|augustus:gus|archibald:archie|percy:|cecil:|simon:|ralph:|leonard:len`;
const women = `mary:polly,molly,may,maria|elizabeth:eliza,bess,betty,lizzie,beth,elizth,liz|margaret:peggy,maggie,meg,margt,daisy|ann:annie,nancy,anne|sarah:sally,sadie
  jane:jenny,janey|catherine:kate,kitty,cath,katie,katherine|martha:patty,mattie|frances:fanny,franny|ellen:nell,nellie,helen|dorothy:dolly,dot,dora
  alice:|emily:emmy,em|charlotte:lottie|harriet:hattie|susan:sue,susannah,sukey|rebecca:becky|isabella:bella,isabel|agnes:nessie|caroline:carrie,caro
  florence:flo,florrie|edith:edie|eleanor:nell,nora,ellen|louisa:lou|henrietta:hetty,etta|matilda:tilly,maud|victoria:vicky|rose:rosie|grace:|amelia:millie`;

const namesOf = (text: string) => text.split(/[|\n]/).map((entry) => {
  const [name = '', others = ''] = entry.trim().split(':');
  return { name, others: others.split(',').filter((other) => other !== '') };
}); // prettier-ignore
const pools = [men, women].map((text) => weighted(namesOf(text).map((name, at) => [name, 1 / (at + 3)] as const)));
const counties =
  'devon kent surrey norfolk suffolk essex dorset somerset cornwall yorkshire lancashire cheshire durham sussex rutland'.split(' ');
const letters = 'abcdefghjlnpqrstuwxyz';

type Person = {
  first: { name: string; others: string[] };
  middle: string;
  last: string;
  full: string;
  date: string;
  place: string;
  county: string;
  code: string;
  sex: string;
  trades: string[];
};

const two = (value: number): string => String(value).padStart(2, '0');
const inward = (random: Random): string => `${random.integer(0, 9)}${random.pick([...letters])}${random.pick([...letters])}`;

function personOf(random: Random): Person {
  const woman = random.chance(0.2);
  const pool = pools[woman ? 1 : 0]!;
  const [first, middle] = [draw(random, pool), random.chance(0.4) ? draw(random, pool).name : ''];
  const last = random.chance(0.06) ? `${draw(random, surnamePool)}-${draw(random, surnamePool)}` : draw(random, surnamePool);
  const [place, county] = [draw(random, townPool).name, random.pick(counties)];
  const title = random.chance(0.12)
    ? `, ${random.pick(['1st', '2nd', '3rd', '5th'])} ${random.pick(['baronet', `baron ${place}`, `earl of ${place}`])}`
    : '';
  const year = random.integer(1600, 1940);
  return {
    first, middle, last, place, county,
    full: `${[first.name, middle, last].filter((part) => part !== '').join(' ')}${title}`,
    date: random.chance(0.12) ? `${year}-01-01` : `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`,
    code: `${place.slice(0, 2)}${(place.length * 7) % 29} ${inward(random)}`,
    sex: woman ? 'female' : 'male',
    trades: [random.pick(trades), random.pick(trades)],
  }; // prettier-ignore
}

const maybeSpoiled = (random: Random, share: number, text: string): string => (random.chance(share) ? spoil(random, text) : text);

function firstOf(random: Random, { first, middle }: Person): string {
  const kind = random.next();
  if (kind < 0.3 && first.others.length > 0) return random.pick(first.others);
  if (kind < 0.34) return first.name[0]!;
  if (kind < 0.4 && middle !== '') return middle;
  return maybeSpoiled(random, 0.1, first.name);
}

function lastOf(random: Random, last: string): string {
  const kind = random.next();
  if (last.includes('-') && kind < 0.4) return last.split('-')[kind < 0.2 ? 0 : 1]!;
  return kind > 0.98 ? draw(random, surnamePool) : maybeSpoiled(random, 0.12, last);
}

function dateOf(random: Random, date: string): string {
  const kind = random.next();
  const year = Number(date.slice(0, 4));
  if (kind < 0.17) return `${year}-01-01`;
  if (kind < 0.24) return `${year + random.pick([-10, -2, -1, -1, 1, 1, 2, 5])}${date.slice(4)}`;
  if (kind < 0.34) return `${date.slice(0, 4)}-${two(random.integer(1, 12))}-${date.slice(8)}`;
  return kind < 0.42 ? `${date.slice(0, 8)}${two(random.integer(1, 28))}` : date;
}

function placeOf(random: Random, { place, county }: Person): string {
  const kind = random.next();
  if (kind < 0.15) return county;
  if (kind < 0.25) return random.pick([`city of ${place}`, `${place} upon ${county.slice(0, 4)}`, `${place} ${county}`]);
  return kind < 0.32 ? draw(random, townPool).name : maybeSpoiled(random, 0.06, place);
}

function codeOf(random: Random, code: string): string {
  const kind = random.next();
  if (kind < 0.3) return `${code.split(' ')[0]} ${inward(random)}`;
  if (kind < 0.36) return `${draw(random, townPool).name.slice(0, 2)}${random.integer(1, 28)} ${inward(random)}`;
  return maybeSpoiled(random, 0.08, code);
}

function copyOf(random: Random, person: Person): Row {
  const [first, last] = [firstOf(random, person), lastOf(random, person.last)];
  const lost = (share: number, text: string): string => (random.chance(share) ? '' : text);
  const given = lost(0.03, first);
  const full = random.chance(0.5) ? person.full.replace(person.first.name, first) : `${first} ${last}`;
  const trade = random.chance(0.45) ? person.trades[0]! : random.chance(0.5) ? person.trades[1]! : random.pick(trades);
  return [
    full,
    `${given} ${last}`.trim(),
    given,
    lost(0.02, last),
    lost(0.12, dateOf(random, person.date)),
    lost(0.15, placeOf(random, person)),
    lost(0.15, codeOf(random, person.code)),
    random.chance(0.2) ? '' : random.chance(0.01) ? 'female' : person.sex,
    lost(0.2, trade),
  ];
}

/** About `people` × 8 rows: one to fifteen records of each. */
export function historicalRegister(seed: string, people: number): { rows: Row[]; truth: Set<string> } {
  const rows: Row[] = [];
  const truth = new Set<string>();
  for (let index = 0; index < people; index++) {
    const random = seededRandom(`${seed} past`, index);
    const person = personOf(random);
    const copies = random.integer(1, 15);
    for (let copy = 0; copy < copies; copy++) {
      rows.push([`h${index}-${copy}`, ...copyOf(random, person)]);
      for (let before = 0; before < copy; before++) truth.add(`h${index}-${before}\th${index}-${copy}`);
    }
  }
  return { rows, truth };
}
