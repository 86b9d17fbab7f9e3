// A passer-by knows the child of a notice, says so on a phone, and the station of that place has it on its desk.
import { expect, test } from 'vitest';
import { addDays } from '../../src/kernel/time.ts';
import { personAt } from './person.ts';
import { atDesk, missingGirl, today } from './records.ts';
import { das, officerAt } from './station.ts';

test('a citizen’s sighting of a noticed child reaches the station’s desk', async () => {
  const childName = 'Mrinalini Hazra';
  const missing = await missingGirl({ childName, fatherName: 'Bishnu Hazra', mark: 'birthmark' });
  const publisher = await atDesk(das);
  await publisher.open(`/missing/${missing}/notice`);
  const order = { authority: 'police-tracing', orderNumber: 'PT-45', reasons: 'tracing', expiresOn: addDays(today, 10) };
  await publisher.send(`/missing/${missing}/notice`, order);
  const officer = await officerAt(das);
  await officer.open('/sightings');

  const { field, button, go, link, untilShown, page, t } = await personAt({});
  await untilShown('/missing?district=Howrah', link(childName));
  await go(link(childName));
  await go(link(t('notices.seen')));
  await field(t('sightings.field.place')).fill('Santragachi station, tea stall by the footbridge');
  await field(t('places.field.district')).fill('Howrah');
  await field(t('children.sex.female')).check();
  await field(t('sightings.field.reporterTelephone')).fill('6000012345');
  await go(button(t('sightings.seen.send')));
  const reference = /SG-WB-\d{4}-\d+-[0-9A-Z]/.exec(await page.locator('main').innerText())![0];

  await officer.go(officer.news());
  await officer.go(officer.link(reference));
  await officer.sees('Santragachi station, tea stall by the footbridge');
  await officer.field(officer.t('sightings.answer.nobody-there')).check();
  await officer.go(officer.button(officer.t('sightings.answer.save')));
  await officer.sees(officer.t('sightings.done.answered'));
  await officer.open('/sightings');
  expect(await officer.page.getByText(reference).count()).toBe(0);
});
