// Officers of the cast at the desk door, signed in through the demonstration's own page.
import { type At, type Person, personAt } from './person.ts';

/** `name`: of several there, the one so called. */
export type Post = { office?: string; role: string; district?: string; name?: string };

/** The investigating officer of the walkthrough. */
export const das: Post = { office: 'PS Bantra', role: 'investigating-officer' };
export const constable: Post = { office: 'PS Bantra', role: 'duty-officer' };
export const homeInKozhikode: Post = { office: 'Thanal', role: 'home-superintendent' };
export const committeeInKozhikode: Post = { role: 'cwc-member', district: 'KL-KZK' };
export const stationInSaran: Post = { office: 'PS Sonepur', role: 'investigating-officer' };
export const nodalOfficerOfHowrah: Post = { role: 'district-nodal-officer', district: 'WB-HWH' };
export const auditor: Post = { role: 'auditor' };

export async function officerAt({ office = '', role, district = '', name = '' }: Post, at: At = {}): Promise<Person> {
  const officer = await personAt({ door: 'desk', ...at });
  await officer.page.goto(`/sign-in/demo?${new URLSearchParams({ q: office, role, district })}`);
  await officer.page.locator('button[name=postingId]').filter({ hasText: name }).first().click();
  await officer.button(officer.t('web.desk.signOut')).waitFor();
  return officer;
}
