// Who plays the story of care, in each of the two places of the drive; how they fill a form, and how a Committee signs.
import { type Page, type Person, formsOf, personAt, words } from '../person.ts';
import { signInAs } from '../desk.ts';

/** One place of the drive: its officers and the children rescued there. */
export type Place = {
  state: string;
  district: string;
  name: string;
  home: string;
  police: Person;
  unit: Person;
  superintendent: Person;
  committee: Person;
  /** The chairperson and two members, by the names they sign with. */
  bench: { person: Person; name: string }[];
  raid: string;
  /** References. */
  children: string[];
};

const BENCH = 3;

/** Opens the page and fills its form; every refusal ends the story in the words the page says. */
export async function fill(
  person: Person,
  path: string,
  filled: Record<string, string | string[]>,
  action = path.split('?')[0]!,
): Promise<Page> {
  await person.open(path);
  const page = await person.send(action, filled);
  const errors = [...page.text.matchAll(/-error">([\s\S]*?)<\/p>/g)].map(([, said]) => said!.replaceAll(/<[^>]+>/g, ' ')).join('; ');
  if (page.status !== 200 || errors)
    throw new Error(`${person.name} at ${path}: ${page.status} ${errors} ${errors ? '' : words(page).slice(0, 900)}`);
  return page;
}

/** The value offered under a label, in a list, a radio or a box to tick. */
export function offered(page: Page, name: string, label: RegExp): string {
  const tick = new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]+)"[^>]*>(?:(?!<input)[\\s\\S])*?</label>`, 'g');
  const found = [...page.text.matchAll(tick), ...page.text.matchAll(/<option value="([^"]+)"[^>]*>[^<]*/g)].find(([text]) =>
    label.test(text),
  );
  if (!found) throw new Error(`nothing offered for ${name} like ${label} at ${page.url}`);
  return found[1]!;
}

/** Everybody of a role in the district, by name, as the demonstration's page lists them. */
async function castOf(door: string, role: string, district: string): Promise<{ postingId: string; label: string }[]> {
  const page = await personAt('casting', door).open(`/sign-in/demo?${new URLSearchParams({ q: '', role, district })}`);
  return [...page.text.matchAll(/<button[^>]*value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g)].map(([, postingId, label]) => ({
    postingId: postingId!,
    label: label!.replaceAll(/<[^>]+>/g, ''),
  }));
}

async function member(
  door: string,
  cast: { postingId: string; label: string },
  district: string,
): Promise<{ person: Person; name: string }> {
  const person = personAt(`member of the Committee of ${district}`, door);
  await person.open(`/sign-in/demo?${new URLSearchParams({ q: '', district })}`);
  const page = await person.send('/sign-in/demo', { postingId: cast.postingId, next: '/' });
  const name = /<bdi class="officer-name">([^<]+)/.exec(page.text)?.[1] ?? nameIn(words(page));
  return { person, name };
}

/** "Signed in as Dr Meera Nair, Child Welfare Committee": as the header of the desk says it. */
function nameIn(text: string): string {
  return /Signed in: .*? · (.*?) \(/.exec(text)?.[1] ?? '';
}

export async function settle(door: string, place: Pick<Place, 'state' | 'district' | 'name' | 'home'>): Promise<Place> {
  const as = async (name: string, about: { office: string; role: string }): Promise<Person> => {
    const person = personAt(`${name} in ${place.name}`, door);
    await signInAs(person, { ...about, district: place.district });
    return person;
  };
  const [chair] = await castOf(door, 'cwc-chairperson', place.district);
  const members = await castOf(door, 'cwc-member', place.district);
  const bench = [];
  for (const one of [chair!, ...members].slice(0, BENCH)) bench.push(await member(door, one, place.district));
  return {
    ...place,
    police: await as('police officer', { office: '', role: 'child-welfare-police-officer' }),
    unit: await as('child protection officer', { office: '', role: 'child-protection-officer' }),
    superintendent: await as('superintendent', { office: place.home, role: 'home-superintendent' }),
    committee: bench[0]!.person,
    bench,
    raid: '',
    children: [],
  };
}

/** Drafts an order in words and has the bench sign it, each in the own session; answers the order's id. */
export async function order(
  { committee, bench }: Place,
  child: string,
  type: string,
  filled: Record<string, string | RegExp> = {},
): Promise<string> {
  const form = await committee.open(`/cwc/${child}/order?type=${type}&language=en`);
  const choices = Object.entries(filled).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : offered(form, name, value),
  ]);
  const signers = bench.map(({ name }) => offered(form, 'signers', new RegExp(name.replaceAll(/[.()]/g, String.raw`\$&`))));
  const action = formsOf(form.text).find((one) => one.action.includes(`/cwc/${child}/order`))!.action;
  const drafted = await committee.send(action, { ...Object.fromEntries(choices), body: 'Heard and ordered.', signers });
  const id = /\/orders\/([0-9a-f-]{36})/.exec(drafted.url)?.[1];
  if (!id) throw new Error(`no order of ${type} for ${child}: ${words(drafted).slice(0, 900)}`);
  for (const { person, name } of bench) await fill(person, `/cwc/${child}/orders/${id}`, { step: 'sign', consent: name });
  return id;
}
