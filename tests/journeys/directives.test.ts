// An advisory for the districts of Sikkim: entered and issued by the State, found by a district on its desk, answered, counted; and read by anybody.
import { expect, test } from 'vitest';
import { personAt } from './person.ts';
import { today } from './records.ts';
import { officerAt } from './station.ts';

const title = 'Name who is on duty at night';

test('a State issues, a district answers, the State sees it, and a parent reads it in Hindi', async () => {
  const state = await officerAt({ role: 'state-nodal-officer', office: 'State Nodal Office, Sikkim' });
  const { t } = state;
  await state.open('/directives');
  await state.go(state.link(t('directives.enter.title')));
  await state.go(state.button(t('directives.enter.save')));
  await state.sees(t('directives.error.title'));
  await state.field(t('directives.kind.advisory')).check();
  await state.field(t('directives.field.title')).fill(title);
  await state.field(t('directives.field.authority')).fill('Invented Department, Sikkim');
  await state.field(t('directives.field.dated')).fill(today);
  await state.page.locator('textarea[name=text]').fill('Every unit names who is on duty at night.\nहर इकाई बताए कि रात में कौन है।');
  await state.page.locator('input[name=confidence][value=C]').check();
  await state.field(t('officers.office.dcpu')).check();
  await state.page.locator('input[name=audience][value=public]').check();
  await state.go(state.button(t('directives.enter.save')));
  await state.go(state.link(t('directives.point.title')));
  await state.page.locator('textarea[name=what]').fill('Name the officer on duty at night');
  await state.page.locator('input[name=dueKind][value=days]').check();
  await state.page.locator('input[name=dueCount]').fill('7');
  await state.page.locator('select[name=dueFrom]').selectOption('receipt');
  await state.page.locator('input[name=dueBasis][value=portal]').check();
  await state.go(state.button(t('directives.point.save')));
  await state.sees(/It reaches \d+ offices/);
  await state.go(state.page.getByRole('button', { name: /^Issue to/ }));
  const path = new URL(state.page.url()).pathname;
  await state.sees(title);

  const unit = await officerAt({ role: 'child-protection-officer', district: 'SK-GNG' });
  const { page } = unit;
  await expect
    .poll(async () => (await page.goto(path), page.getByRole('button', { name: t('directives.acknowledge') }).count()), { timeout: 60_000 })
    .toBe(1);
  await unit.open('/');
  await unit.sees('Name the officer on duty at night');
  await unit.open(path);
  await unit.go(unit.button(t('directives.acknowledge')));
  await unit.go(page.getByRole('link', { name: /^Answer/ }));
  await page.locator('input[name=answer][value=not-yet]').check();
  await unit.go(unit.button(t('directives.answer.send')));
  await unit.sees(t('directives.error.inWords'));
  await page.locator('input[name=answer][value=done]').check();
  await page.locator('input[name=doneOn]').fill(today);
  await unit.go(unit.button(t('directives.answer.send')));
  await unit.sees(t('directives.done.answered'));

  await state.open(`${path}/compliance`);
  await state.sees(/1 of \d+ done/);

  const parent = await personAt({ locale: 'hi', scripts: false });
  await parent.open('/');
  await parent.go(parent.link(parent.t('missing-reports.home.directives')));
  await parent.go(parent.link(title));
  await parent.sees('हर इकाई बताए कि रात में कौन है।');
});
