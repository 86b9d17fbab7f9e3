// A constable alone at night, a keyboard and no mouse: two sisters are registered with FIR and photograph, and the clock of what is due stands on the first page.
import { expect, test } from 'vitest';
import { faceJpeg } from '../../seed/faces.ts';
import { choose, pickFile, tabTo, write, writeDay, writeTime } from './keyboard.ts';
import type { Person } from './person.ts';
import { today } from './records.ts';
import { constable, officerAt } from './station.ts';

async function press(person: Person, what: ReturnType<Person['button']>): Promise<void> {
  await tabTo(person.page, what);
  await person.goBy(() => person.page.keyboard.press('Enter'));
}

async function searchFirst(person: Person): Promise<void> {
  const { button, field, link, page, t } = person;
  await press(person, link(t('web.desk.registerMissing')).first());
  expect(await field(t('missing-reports.field.informantName')).count(), 'nothing is registered unsearched').toBe(0);
  await write(page, field(t('children.field.childName')), 'Ranjana Sardar');
  await press(person, button(t('missing-reports.register.search')));
  await tabTo(page, field(t('missing-reports.register.howMany')));
  await page.keyboard.press('2');
  await press(
    person,
    page.getByRole('button', { name: new RegExp(`${t('missing-reports.register.open')}|${t('missing-reports.register.none')}`) }),
  );
}

async function fillTheForm({ field, page, section, t }: Person): Promise<void> {
  await write(page, field(t('missing-reports.field.informantName')), 'Malati Sardar');
  await choose(page, field(t('missing-reports.paper.fir')));
  await write(page, field(t('missing-reports.field.paperNumber')), '388');
  await writeDay(page, field(t('missing-reports.field.paperOn')), today);
  await writeTime(page, field(t('missing-reports.field.paperAt')), await field(t('missing-reports.field.receivedAt')).inputValue());
  await write(page, field(t('missing-reports.field.sections')), 'BNS 137(2)');
  await writeDay(page, field(t('missing-reports.field.lastSeenOn')), today);
  for (const [number, name] of [
    [1, 'Ranjana Sardar'],
    [2, 'Sanjana Sardar'],
  ] as const) {
    // prettier-ignore
    const child = section(t('missing-reports.register.childNumber', { number }));
    await write(page, child.getByLabel(t('children.field.childName'), { exact: true }), name);
    await choose(page, child.getByLabel(t('children.sex.female'), { exact: true }));
    await write(page, child.getByLabel(t('children.field.ageFrom')), String(6 + number));
    const photograph = child.getByLabel(t('missing-reports.field.photograph')).first();
    await pickFile(page, photograph, { name: 'sister.jpg', mimeType: 'image/jpeg', buffer: await faceJpeg(40 + number, 'missing') });
  }
}

test('a constable registers two sisters by keyboard alone, and the duties run', async () => {
  const person = await officerAt(constable);
  const { button, link, open, page, sees, t } = person;
  await open('/');
  await searchFirst(person);
  await fillTheForm(person);
  await press(person, button(t('missing-reports.register.save')));
  await sees(t('missing-reports.done.registeredSeveral'));
  await page.getByRole('img').first().waitFor();
  const reference = /MC-WB-\d{4}-\d+-[0-9A-Z]/.exec(page.url())![0];
  await press(person, link(t('web.desk.duties')).first());
  const duty = page.getByRole('listitem').filter({ hasText: reference }).first();
  await duty.getByRole('time').first().waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Sanjana Sardar' }).first().waitFor();
});
