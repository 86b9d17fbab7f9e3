// A public notice: what its order names is shown to everybody until its day or until the child is traced, and then nothing is, not even the picture.
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../src/kernel/time.ts';
import { type Person, personAt } from './person.ts';
import { missingGirl, today } from './records.ts';
import { das, officerAt } from './station.ts';

const child = { childName: 'Bonolata Kayal', fatherName: 'Madhusudan Kayal', mark: 'burn', clothing: 'green frock with parrots' } as const;
let missing: string;
let officer: Person;
let citizen: Person;
let notice: string;

beforeAll(async () => {
  missing = await missingGirl(child);
  [officer, citizen] = [await officerAt(das), await personAt({})];
});

test('an officer publishes a notice: scope, order, last day', async () => {
  const { field, button, go, open, sees, t } = officer;
  await open(`/missing/${missing}/notice`);
  await field(t('notices.authority.police-tracing')).check();
  await field(t('notices.field.orderNumber')).fill('PT-44');
  await field(t('notices.field.reasons')).fill('seen boarding a train; the public may know her');
  await field(t('notices.shows.clothing')).uncheck();
  await field(t('notices.field.expiresOn')).fill(addDays(today, 400));
  expect(await go(button(t('missing-reports.do.notice'))), 'no notice without end').toBe(422);
  await field(t('notices.field.expiresOn')).fill(addDays(today, 10));
  await go(button(t('missing-reports.do.notice')));
  await sees(t('missing-reports.done.notice'));
});

test('a citizen sees just what the order names', async () => {
  const { field, button, go, link, open, page, sees, t, untilShown } = citizen;
  await open('/missing');
  await field(t('notices.field.district')).fill('Howrah');
  await go(button(t('notices.list.show')));
  await untilShown(page.url(), link(child.childName)); // the worker vouches for what may be shown
  await go(link(child.childName));
  notice = new URL(page.url()).pathname;
  await sees(child.childName);
  const picture = page.getByRole('img', { name: t('notices.photographOf') });
  expect(await picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
  const shown = await page.locator('main').innerText();
  for (const secret of [child.fatherName, 'Kayal Madhusudan', 'parrots', 'station', missing, 'PT-44']) expect(shown).not.toContain(secret);
  await open(notice);
});

test('the moment she is traced, the page and the picture are gone', async () => {
  const { field, button, go, open, t } = officer;
  await open(`/missing/${missing}/traced`);
  await field(t('missing-reports.how.by-family')).check();
  await field(t('missing-reports.answer.yes')).check();
  await field(t('missing-reports.field.where')).fill('came home by herself');
  await go(button(t('missing-reports.do.traced')));
  expect(await citizen.open(notice)).toBe(410);
  await citizen.sees(citizen.t('notices.found'));
  expect(await citizen.page.content()).not.toContain(child.childName);
  const picture = await citizen.page.request.get(`${notice}/photo.jpg`);
  expect(picture.status()).toBe(410);
});
