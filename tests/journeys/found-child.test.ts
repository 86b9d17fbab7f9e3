// A child who can say one word is taken in far away; the officer who searches sees it on a page already open, by itself.
import { expect, test } from 'vitest';
import { missingGirl } from './records.ts';
import { type Person } from './person.ts';
import { das, homeInKozhikode, officerAt } from './station.ts';

async function takeIn({ field, button, go, open, page, t }: Person): Promise<string> {
  await open('/found/new');
  await field(t('found-children.field.foundAt')).fill('00:00');
  await field(t('found-children.field.foundPlace')).fill('Kozhikode station, platform 1');
  await field(t('children.field.childName')).fill('തരിണി');
  await field(t('children.sex.female')).check();
  await field(t('children.field.ageFrom')).fill('9');
  const mark = page.getByRole('group', { name: t('children.mark.row', { number: 1 }) });
  await mark.getByLabel(t('children.mark.kind')).selectOption('birthmark');
  await mark.getByLabel(t('children.mark.site')).selectOption('forearm');
  await mark.getByLabel(t('children.mark.side')).selectOption('left');
  await field(t('found-children.field.broughtBy')).selectOption('childline');
  expect(await go(button(t('found-children.new.save')))).toBe(200);
  return /\/found\/(FC-KL-\d{4}-\d+-[0-9A-Z])/.exec(page.url())![1]!;
}

test('a found child of one word appears on the searching officer’s open page by itself', async () => {
  const missing = await missingGirl({ childName: 'Tarini Ghoshal', fatherName: 'Bipin Ghoshal', mark: 'birthmark' });
  const officer = await officerAt(das);
  await officer.open(`/missing/${missing}`);
  const home = await officerAt(homeInKozhikode);
  const found = await takeIn(home);
  await home.sees(found);
  const shown = officer.page.getByRole('main').getByText(found).first();
  // Other children's news may come first; the page is never reloaded but through what it announces itself.
  for (let news = 0; news < 3 && !(await shown.isVisible()); news++) await officer.go(officer.news());
  await shown.waitFor();
  await officer.open('/matches');
  await officer.page.locator(`[id="${missing}"]`).getByText(found).waitFor();
});
