// The drive is ordered, both places are raided, thirty children are registered, produced and taken into homes.
import { type Instant, addHours, addMinutes, dayOf, timeOfDay } from '../../../src/kernel/time.ts';
import { type Person, words } from '../person.ts';
import { has, says } from '../play.ts';
import { type Place, fill, offered } from './cast.ts';
import type { Scene } from './scene.ts';

const EACH = 15;
/** Of the children of each place the last is brought before the Committee too late. */
const late = (at: number): boolean => at === EACH - 1;

const boys = ['Munna', 'Raju', 'Sonu', 'Chhotu', 'Imran', 'Bablu', 'Kallu', 'Pintu', 'Guddu', 'Salim', 'Deepak', 'Arjun', 'Birju', 'Nanhe', 'Kishan'] as const; // prettier-ignore

const surnames: Record<string, string> = { Rajasthan: 'Meghwal', Delhi: 'Paswan' };

const when = (at: Instant, on: string, time: string) => ({ [on]: dayOf(at), [time]: timeOfDay(at) });

async function orderDrive({ known, national, places, raidedAt }: Scene): Promise<boolean> {
  const page = await fill(national, '/drives/new', {
    name: 'Operation Muskaan: bangle workshops',
    orderNumber: 'MWCD/SD/2026/4',
    orderAuthority: 'Ministry of Women and Child Development',
    orderedOn: dayOf(addHours(raidedAt, -240)),
    fromOn: dayOf(addHours(raidedAt, -48)),
    toOn: dayOf(addHours(raidedAt, 480)),
    agencies: ['police', 'labour', 'child-protection-unit', 'organisation'],
    places: places.map(({ name, state }) => `${name}, ${state}`).join('\n'),
    'members.0.team': '1', 'members.0.agency': 'labour', 'members.0.officerName': 'R. Ekka', 'members.0.designation': 'Labour inspector',
    'members.1.team': '2', 'members.1.agency': 'police', 'members.1.officerName': 'S. Gurjar', 'members.1.designation': 'Inspector',
  }); // prettier-ignore
  known.drive = /\/drives\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? '';
  return known.drive !== '';
}

async function raid({ known, raidedAt }: Scene, place: Place): Promise<void> {
  const page = await fill(place.police, `/drives/${known.drive}/raids/new`, {
    place: `workshop behind the mill, ${place.name}`,
    districtCode: place.district,
    ...when(raidedAt, 'doneOn', 'doneAt'),
  });
  place.raid = /\/raids\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? '';
  const path = `/drives/${known.drive}/raids/${place.raid}`;
  await place.police.send(`${path}/accused`, { words: `Owner of the workshop in ${place.name}: Zamindar Lal, FIR 31` });
}

async function register({ known }: Scene, place: Place, foundAt: Instant, at: number): Promise<void> {
  const path = `/found/new?step=form&raid=${place.raid}`;
  const childName = `${boys[at]} ${surnames[place.state]}`;
  const told = { ...when(foundAt, 'foundOn', 'foundAt'), districtCode: place.district, foundPlace: 'workshop', broughtBy: 'police', childName, sex: 'male', ageFrom: String(9 + (at % 6)), ageBasis: 'apparent' }; // prettier-ignore
  const page = await fill(place.police, path, told, '/found/new');
  const reference = /\/found\/(FC-[A-Z]{2}-\d{4}-\d+-[0-9A-Z])/.exec(page.url)?.[1];
  if (!reference) throw new Error(`not registered: ${words(page).slice(0, 600)}`);
  place.children.push(reference);
  known.nameOf.set(reference, childName);
}

/** Form 17 before it, and the child's word; the last of each place came too late. */
async function produce(place: Place, reference: string, foundAt: Instant, at: number): Promise<void> {
  const producedAt = addHours(foundAt, late(at) ? 30 : 8);
  const path = `/cwc/${reference}/production`;
  const form = await place.committee.open(path);
  const home = offered(form, 'home', new RegExp(place.home.replace("'", "(?:&#39;|')")));
  const told = { sitting: 'committee', placedWith: 'children-home', home, childHeard: 'I want to go home', journeyMinutes: '40' };
  await fill(place.committee, path, { ...told, producedOn: dayOf(producedAt), producedAt: timeOfDay(producedAt) });
}

async function admit(place: Place, reference: string, foundAt: Instant, at: number): Promise<void> {
  const admittedAt = addHours(foundAt, late(at) ? 31 : 9);
  const path = `/residents/${reference}/admit`;
  const form = await place.superintendent.open(path);
  const unit = offered(form, 'unit', /boys|all|male|Boys|Open shelter|combined/i);
  const told = {
    unit,
    admissionNumber: `D-${at + 1}-${Math.floor(performance.now())}`,
    orderedBy: 'committee',
    orderNumber: `P/${at + 1}`,
    orderedOn: dayOf(addHours(foundAt, late(at) ? 30 : 8)),
  };
  await fill(place.superintendent, path, { ...told, ...when(admittedAt, 'doneOn', 'doneAt') });
}

const forEach = async (places: readonly Place[], work: (place: Place, reference: string, at: number) => Promise<void>): Promise<void> => {
  for (const place of places) for (const [at, reference] of place.children.entries()) await work(place, reference, at);
};

async function seesAccused(person: Person, { known }: Scene, place: Place): Promise<boolean> {
  return has(await person.open(`/drives/${known.drive}/raids/${place.raid}`), 'Zamindar Lal');
}

export async function rescue(scene: Scene): Promise<void> {
  const { step, known, national, ministry, places, raidedAt } = scene;
  const [here, there] = places;
  const foundAt = addMinutes(raidedAt, 45);
  await step('the nation orders a drive across two States', national, () => orderDrive(scene));
  await step('the police of both places raid the workshops', here.police, async () => {
    for (const place of places) await raid(scene, place);
    return says(national, `/drives/${known.drive}`, `workshop behind the mill, ${here.name}`, `workshop behind the mill, ${there.name}`);
  });
  await step('who is accused the police of the place alone read', there.police, async () => {
    const others = [there.police, here.committee, here.unit, national, ministry];
    for (const other of others) if (await seesAccused(other, scene, here)) return false;
    return seesAccused(here.police, scene, here);
  });
  await step('thirty children are registered into their raid', here.police, async () => {
    for (const place of places) for (let at = 0; at < EACH; at++) await register(scene, place, foundAt, at);
    return says(here.police, `/drives/${known.drive}`, `${EACH} children you may see`);
  });
  await step('the Committees take all of them before them, two too late', here.committee, async () => {
    await forEach(places, (place, reference, at) => produce(place, reference, foundAt, at));
    const last = here.children.at(-1)!;
    const rows = (await here.committee.open(`/drives/${known.drive}/children.csv`)).text.split('\r\n');
    return (
      rows.filter((row) => row.split(',')[2] === 'in-time').length === EACH - 1 &&
      rows.some((row) => row.startsWith(`${last},`) && row.split(',')[2] === 'late')
    );
  });
  await step('the homes take the children in', here.superintendent, async () => {
    await forEach(places, (place, reference, at) => admit(place, reference, foundAt, at));
    return says(here.superintendent, `/found/${here.children[0]}`, here.home);
  });
}
