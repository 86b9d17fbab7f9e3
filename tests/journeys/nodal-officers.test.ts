// An empty chair in Jamui: everybody sees it, the State's nodal officer fills it, and a parent without JavaScript finds the new officer's name.
import { expect, test } from 'vitest';
import { workbook } from '../sheets/workbook.ts';
import { personAt } from './person.ts';
import { today } from './records.ts';
import { officerAt } from './station.ts';

const stateOfficer = { role: 'state-nodal-officer', office: 'State Nodal Office, Bihar' };
const email = 'anil.jamui@police.example';

test('a vacant post is shown, filled from the State’s page, and named to the public', async () => {
  const parent = await personAt({ locale: 'hi', scripts: false });
  await parent.open('/');
  await parent.go(parent.link(parent.t('missing-reports.home.responsible')));
  await parent.field(parent.t('places.field.district')).fill('जमुई');
  await parent.go(parent.button(parent.t('nodal-officers.public.find')));
  await parent.sees(/से इस पद पर कोई नहीं है/);

  const { open, go, link, button, field, sees, page, t } = await officerAt(stateOfficer);
  await open('/nodal-officers');
  await go(page.getByRole('rowheader', { name: 'Bihar', exact: true }).getByRole('link'));
  await sees(t('nodal-officers.vacant.title', { count: 1 }));
  await go(page.getByRole('listitem').getByRole('link', { name: /Jamui/ }));
  await go(link(t('nodal-officers.appoint.title')));
  await go(button(t('nodal-officers.appoint.save')));
  await sees(t('nodal-officers.error.email'));
  await field(t('nodal-officers.standing.holder')).check();
  await field(t('nodal-officers.field.email')).fill(email);
  await field(t('nodal-officers.field.name')).fill('Anil Hembrom');
  await field(t('nodal-officers.field.rank')).fill('DSP');
  await field(t('nodal-officers.field.orderNumber')).fill('BR/WCD/2026/401');
  await field(t('nodal-officers.field.orderedOn')).fill(today);
  await field(t('nodal-officers.field.fromOn')).fill(today);
  await go(button(t('nodal-officers.appoint.save')));
  await sees(t('nodal-officers.done.appoint'));
  await go(link(t('nodal-officers.appoint.title'))); // a second one is refused, by name
  await field(t('nodal-officers.standing.holder')).check();
  await field(t('nodal-officers.field.email')).fill('second@police.example');
  await field(t('nodal-officers.field.name')).fill('Second Officer');
  await field(t('nodal-officers.field.orderNumber')).fill('BR/WCD/2026/402');
  await field(t('nodal-officers.field.orderedOn')).fill(today);
  await field(t('nodal-officers.field.fromOn')).fill(today);
  await go(button(t('nodal-officers.appoint.save')));
  await sees(/DSP Anil Hembrom holds this post since/);

  await parent.open('/nodal-officers?q=Jamui');
  await parent.sees('Anil Hembrom, DSP');
  expect(await parent.page.content()).not.toContain(email);
});

test('the State’s list is looked at before it is taken over', async () => {
  const { open, go, button, sees, page, t } = await officerAt(stateOfficer);
  await open('/nodal-officers/import');
  const rows = [
    ['District', 'Post', 'Name', 'E-mail', 'Telephone', 'Order No.', 'From'],
    ['Arwal', 'DLSA', 'Rekha Minz', 'rekha.arwal@court.example', '06337-228100', 'BR/WCD/2026/410', today],
    ['Atlantis', null, 'Nobody', 'n@wcd.example', null, null, null],
  ];
  await page.locator('input[type=file]').setInputFiles({ name: 'list.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: workbook(rows) });
  await go(button(t('nodal-officers.import.look')));
  await sees(t('nodal-officers.import.nothingYet'));
  await sees(t('nodal-officers.import.rejected', { why: t('nodal-officers.reject.noDistrict') }));
  await go(button(t('nodal-officers.import.yes', { count: 1 })));
  await sees(t('nodal-officers.done.import'));
  await open('/nodal-officers?state=BR&kind=legal-services');
  await sees('Rekha Minz');
}); // prettier-ignore
