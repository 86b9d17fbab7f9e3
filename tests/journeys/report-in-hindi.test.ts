// A mother reports her child missing on a phone, in Hindi, with no script running: nothing typed is lost, and the page she is left with tells her the truth.
import { beforeAll, expect, test } from 'vitest';
import { faceJpeg } from '../../seed/faces.ts';
import { codeSentTo, freshTelephone } from './outbox.ts';
import { type Person, personAt } from './person.ts';
import { das, officerAt } from './station.ts';

const telephone = freshTelephone();
let mother: Person;

beforeAll(async () => {
  mother = await personAt({ locale: 'hi', scripts: false });
});

const next = () => mother.go(mother.button(mother.t('missing-reports.ask.next')));

async function tellWho(): Promise<void> {
  const { field, page, t } = mother;
  const [name, age] = [field(t('children.field.childName')), field(t('missing-reports.field.age'))];
  await name.fill('आशा दास');
  await field(t('children.sex.female')).check();
  await age.fill('नौ');
  expect(await next()).toBe(422);
  expect(await name.inputValue(), 'what was typed is kept').toBe('आशा दास');
  expect(await field(t('children.sex.female')).isChecked()).toBe(true);
  await page.getByRole('alert').getByRole('link').click();
  expect(await age.evaluate((box) => box === document.activeElement), 'the error leads to its field').toBe(true);
  await age.fill('9');
  expect(await next()).toBe(200);
}

async function tellTheRest(): Promise<void> {
  const { field, button, link, open, go, sees, t } = mother;
  await field(t('web.form.unknown')).check();
  await next();
  await open('/missing/report');
  await go(link(t('missing-reports.report.resume'))); // she put the phone down and came back
  await field(t('missing-reports.field.district')).fill('Howrah');
  await field(t('missing-reports.field.lastSeenPlace')).fill('हावड़ा स्टेशन, प्लेटफ़ॉर्म 9');
  await next();
  await field(t('children.field.clothing')).fill('लाल फ़्रॉक');
  await next();
  await field(t('children.field.motherName')).fill('माला दास');
  await next();
  await field(t('missing-reports.field.photograph')).setInputFiles({
    name: 'asha.jpg',
    mimeType: 'image/jpeg',
    buffer: await faceJpeg(21, 'missing'),
  });
  await next();
  await field(t('missing-reports.field.yourName')).fill('माला दास');
  await field(t('missing-reports.relation.mother')).check();
  await field(t('missing-reports.field.yourTelephone')).fill(telephone);
  await next();
  for (const said of ['आशा दास', 'लाल फ़्रॉक', 'माला दास', telephone, t('missing-reports.check.photographYes')]) await sees(said);
  await go(button(t('missing-reports.check.sendCode')));
}

async function proveTheTelephone(): Promise<string> {
  const { field, button, go, page, t } = mother;
  const code = await codeSentTo(mother, telephone);
  await field(t('citizens.field.code')).fill(code === '000000' ? '000001' : '000000');
  await go(button(t('citizens.code.send')));
  await page.getByRole('alert').waitFor();
  await field(t('citizens.field.code')).fill(code);
  await go(button(t('citizens.code.send')));
  return /\/my\/(MC-WB-\d{4}-\d+-[0-9A-Z])/.exec(page.url())![1]!;
}

test('a mother reports her child missing in Hindi, without JavaScript, and sees what is really done', async () => {
  const { go, link, open, page, section, sees, t } = mother;
  await open('/');
  expect(await page.locator('html').getAttribute('lang')).toBe('hi');
  await go(link(t('missing-reports.home.missing')));
  await go(link(t('missing-reports.report.begin')));
  await tellWho();
  await tellTheRest();
  const reference = await proveTheTelephone();
  await sees(reference);
  await sees(t('missing-reports.done.reported'));
  await sees(t('missing-reports.my.status.reported'));
  const [done, due] = [section(t('missing-reports.my.done')), section(t('missing-reports.my.due'))];
  const registered = done.getByText(t('missing-reports.my.paper.fir'));
  await done.getByText(t('missing-reports.my.missing.reported')).waitFor();
  expect(await registered.count(), 'nothing is said to be done that is not').toBe(0);
  expect(await due.getByRole('listitem').count()).toBeGreaterThan(0);

  const officer = await officerAt(das);
  await officer.open(`/missing/${reference}/fir`);
  await officer.field(officer.t('missing-reports.paper.fir')).check();
  await officer.field(officer.t('missing-reports.field.paperNumber')).fill('212/2026');
  await officer.field(officer.t('missing-reports.field.sections')).fill('BNS 137(2)');
  await officer.go(officer.button(officer.t('missing-reports.do.fir')));
  await open(`/my/${reference}`);
  await registered.waitFor();
  await sees(t('missing-reports.my.status.fir-registered'));
});
