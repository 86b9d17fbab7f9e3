// What officers do at the desk door, for the story, the bench and the journeys: sign in as one of the cast, register, read.
import { type Page, type Person, words } from './person.ts';

/** Signs in through the demonstration's page as the first officer found of that office and role, or as the one of that name. */
export async function signInAs(person: Person, about: { office: string; role: string; district?: string; name?: string }): Promise<Page> {
  const search = new URLSearchParams({ q: about.office, role: about.role, ...(about.district ? { district: about.district } : {}) });
  const page = await person.open(`/sign-in/demo?${search}`);
  const offered = [...page.text.matchAll(/name="postingId" value="([^"]+)"[^>]*>([^<]*)</g)];
  const postingId = offered.find(([, , words = '']) => words.includes(about.name ?? ''))?.[1];
  if (!postingId) throw new Error(`nobody to sign in as: ${about.role} at ${about.office}`);
  return person.send('/sign-in/demo', { postingId, next: '/' });
}

export type Spoken = Record<string, string | string[]>;

/** Registers a found child as the officer's office takes one in. Answers the record's page and its reference. */
export async function registerFound(person: Person, told: Spoken): Promise<{ page: Page; reference: string }> {
  await person.open('/found/new?step=form');
  const page = await person.send('/found/new', {
    foundAt: '06:30',
    districtCode: 'KL-KZK',
    foundPlace: 'railway station',
    broughtBy: 'childline',
    ...told,
  });
  const reference = /\/found\/(FC-[A-Z]{2}-\d{4}-\d+-[0-9A-Z])/.exec(page.url)?.[1];
  if (!reference) throw new Error(`the found child was not registered (status ${page.status}): ${words(page).slice(0, 600)}`);
  return { page, reference };
}

/** The address of the candidate pair between two records, as the officer's record page shows it. */
export function pairPath(page: Page): string | undefined {
  return /href="(\/matches\/[0-9a-f-]{36})"/.exec(page.text)?.[1];
}
