// What a journey finds already there: a missing report, a found child, a pair. Made through the doors as the story makes them, without a browser.
import { randomInt } from 'node:crypto';
import { faceJpeg } from '../../seed/faces.ts';
import { registerFound, signInAs } from '../../scripts/story/desk.ts';
import { type Page, type Person, personAt, words } from '../../scripts/story/person.ts';
import { addDays, dayOf, systemClock } from '../../src/kernel/time.ts';
import { inject } from 'vitest';
import { type Post, committeeInKozhikode, das, homeInKozhikode } from './station.ts';

export const today = dayOf(systemClock());
/** All of a record's happenings lie on the day before, so that no hour of the night is too early for a journey. */
const yesterday = addDays(today, -1);
const WAIT_SECONDS = 30;

export type Child = { childName: string; fatherName: string; mark: 'burn' | 'scar' | 'mole' | 'birthmark'; clothing?: string };

export async function atDesk({ office = '', role, district = '' }: Post): Promise<Person> {
  const person = personAt(role, inject('portal').desk);
  await signInAs(person, { office, role, district });
  return person;
}

function referenceIn(page: Page, kind: 'missing' | 'found'): string {
  const reference = new RegExp(`/${kind}/((?:MC|FC)-[A-Z]{2}-\\d{4}-\\d+-[0-9A-Z])`).exec(page.url)?.[1];
  if (!reference) throw new Error(`not registered (status ${page.status}): ${words(page).slice(0, 600)}`);
  return reference;
}

/** A girl of nine reported at PS Bantra, FIR and photograph in hand. */
export async function missingGirl({ childName, fatherName, mark, clothing = 'yellow frock' }: Child): Promise<string> {
  const officer = await atDesk(das);
  await officer.open('/missing/new?none=yes');
  const child = { childName, fatherName, sex: 'female', ageFrom: '9', ageBasis: 'told', languages: ['bn'], clothing };
  const body = { 'marks.0.kind': mark, 'marks.0.site': 'forearm', 'marks.0.side': 'left' };
  const told = Object.entries({ ...child, ...body }).map(([name, value]) => [`children.0.${name}`, value]);
  const page = await officer.send(
    '/missing/new',
    {
      lastSeenOn: yesterday,
      lastSeenAt: '00:01',
      receivedOn: yesterday,
      receivedAt: '00:02',
      paper: 'fir',
      paperNumber: String(randomInt(100_000, 1_000_000)), // a station's FIR numbers are refused twice, and all journeys share one portal
      paperOn: yesterday,
      paperAt: '00:03',
      sections: 'BNS 137(2)',
      lastSeenPlace: 'Howrah station',
      ...Object.fromEntries(told),
    },
    [{ field: 'children.0.photograph', name: 'girl.jpg', bytes: await faceJpeg(childName.length, 'missing') }],
  );
  return referenceIn(page, 'missing');
}

/** The same girl taken in at the home in Kozhikode. */
export async function foundGirl({ childName, fatherName, mark }: Child): Promise<string> {
  const told = {
    childName,
    fatherName,
    sex: 'female',
    ageFrom: '9',
    ageTo: '10',
    ageBasis: 'apparent',
    languages: ['bn'],
    homeWords: 'Howrah',
  };
  const body = { 'marks.0.kind': mark, 'marks.0.site': 'forearm', 'marks.0.side': 'left' };
  return (await registerFound(await atDesk(homeInKozhikode), { ...told, ...body, foundOn: yesterday, foundAt: '00:04' })).reference;
}

export type Pair = { missing: string; found: string; path: string };

/** Both records, and the review of them the matcher proposed. */
export async function proposedPair(child: Child): Promise<Pair> {
  const [missing, found] = [await missingGirl(child), await foundGirl(child)];
  const officer = await atDesk(das);
  const record = await officer.until(`/missing/${missing}`, (page) => page.text.includes(found), WAIT_SECONDS);
  for (const [path] of record.text.matchAll(/\/matches\/[0-9a-f-]{36}/g)) {
    if ((await officer.open(path)).text.includes(found)) return { missing, found, path };
  }
  throw new Error(`${missing} and ${found} were not proposed: ${words(record).slice(0, 800)}`);
}

/** A pair judged to be one child, its production asked of the Committee. */
export async function judgedSame(child: Child): Promise<Pair> {
  const pair = await proposedPair(child);
  const officer = await atDesk(das);
  await officer.open(pair.path);
  await officer.send(pair.path, { verdict: 'same', reason: 'name, father and mark agree', seen: 'none' });
  await (await atDesk(committeeInKozhikode)).until('/cwc', (page) => page.text.includes(`/cwc/${pair.found}/production`), WAIT_SECONDS);
  return pair;
}
