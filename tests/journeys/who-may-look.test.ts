// An officer without a ground learns nothing, not even that a record exists; whoever did look is on the auditor's page.
import { beforeAll, expect, test } from 'vitest';
import { makeReference } from '../../src/kernel/reference.ts';
import type { Person } from './person.ts';
import { atDesk, missingGirl } from './records.ts';
import { auditor, nodalOfficerOfHowrah, officerAt, stationInSaran } from './station.ts';

let missing: string;

beforeAll(async () => {
  missing = await missingGirl({ childName: 'Sulekha Bhuniya', fatherName: 'Anadi Bhuniya', mark: 'scar' });
});

/** Everything the page says, but for the number of the request. */
async function answerTo({ open, page }: Person, path: string): Promise<string> {
  const status = await open(path);
  const words = `${await page.title()} ${await page.locator('main').innerText()}`;
  return `${status} ${words.replace(/[0-9a-z]{4,}-[0-9a-z-]+|req-\w+/gi, '')}`;
}

test('an officer of another district is answered as if there were no such record', async () => {
  const other = await officerAt(stationInSaran);
  const refused = await answerTo(other, `/missing/${missing}`);
  expect(refused).toBe(await answerTo(other, `/missing/${makeReference('missing', 'WB', 2020, 1)}`));
  expect(refused).toContain('404');
  await other.open(`/search?q=${missing}`);
  expect(await other.page.locator('main').innerText()).not.toContain('Sulekha');
});

test('the auditor sees who looked, in plain words, as it happens', async () => {
  const { field, button, go, open, page, sees, t } = await officerAt(auditor);
  await open('/access');
  await field(t('children.access.reference')).fill(missing);
  await go(button(t('children.access.find')));
  await sees(/R\. Das, .*Bantra/);
  const lines = page.getByRole('main').getByRole('listitem');
  const before = await lines.count();
  await (await atDesk(nodalOfficerOfHowrah)).open(`/missing/${missing}`);
  await open(`/access/${missing}`);
  expect(await lines.count()).toBeGreaterThan(before);
  await lines
    .first()
    .getByText(/Howrah/)
    .waitFor();
});
