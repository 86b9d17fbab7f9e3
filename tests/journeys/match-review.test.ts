// The heart of the portal: two records side by side, why they may be one child, and a judgement that is reasoned, remembered and reversible.
import { beforeAll, expect, test } from 'vitest';
import { type Person } from './person.ts';
import { type Pair, proposedPair } from './records.ts';
import { committeeInKozhikode, das, officerAt } from './station.ts';

let pair: Pair;
let officer: Person;

beforeAll(async () => {
  pair = await proposedPair({ childName: 'Kumudini Pramanik', fatherName: 'Haradhan Pramanik', mark: 'scar' });
  officer = await officerAt(das);
});

async function judge(verdict: 'same' | 'different', reason: string): Promise<void> {
  const { field, button, go, t } = officer;
  await field(t('match-review.judge.reason')).fill(reason);
  await go(button(t(`match-review.judge.${verdict}`)));
}

async function waits(): Promise<boolean> {
  await officer.open('/matches');
  return officer.page.locator(`a[href="${pair.path}"]`).first().isVisible();
}

test('an officer reads both records side by side and is told why', async () => {
  const { open, page, section, sees, t } = officer;
  await open(pair.path);
  const [left, right] = [section('FIR'), section('Thanal')];
  await left.getByText('Kumudini Pramanik').first().waitFor();
  await right.getByText('Kumudini Pramanik').first().waitFor();
  const [one, other] = [await left.boundingBox(), await right.boundingBox()];
  expect(one!.y, 'side by side').toBe(other!.y);
  expect(one!.width).toBeCloseTo(other!.width, 0);
  await page.getByRole('heading', { name: t('match-review.why.title') }).waitFor();
  await sees('Haradhan Pramanik');
});

test('a reason begun is still there in another language, and stays nowhere', async () => {
  const { field, open, page, t } = officer;
  await open(pair.path);
  const kept = () => page.evaluate(() => sessionStorage.length);
  await field(t('match-review.judge.reason')).fill('the scar is on the left');
  const ticked = page.locator('input[name=cited]').first();
  await ticked.check();
  await page.locator('nav.languages a[lang=hi]').click();
  await page.locator('html[lang=hi]').waitFor();
  expect(await page.locator('textarea[name=reason]').first().inputValue()).toBe('the scar is on the left');
  expect(await ticked.isChecked()).toBe(true);
  expect(await kept()).toBe(0);
  await page.locator('nav.languages a[lang=en]').click();
  await page.locator('html[lang=en]').waitFor();
  await open(pair.path); // opened again rather than come to: what was typed before is another's
  expect(await page.locator('textarea[name=reason]').first().inputValue()).toBe('');
  expect(await kept()).toBe(0);
});

test('“not the same” needs a reason, is remembered, and can be taken back', async () => {
  const { field, button, go, open, page, sees, t } = officer;
  await open(pair.path);
  await judge('different', '');
  await page.getByRole('alert').getByText(t('matching.error.cited')).waitFor();
  await judge('different', 'the mother says the scar is on the other arm');
  await sees(t('match-review.done.different'));
  expect(await waits(), 'asked no more').toBe(false);
  await open(pair.path);
  await sees('the mother says the scar is on the other arm');
  await go(page.getByRole('link', { name: t('match-review.reverse.title') }));
  await field(t('match-review.reverse.reason')).fill('the photograph was mirrored');
  await go(button(t('match-review.reverse.button')));
  await sees(t('match-review.verdict.reversed'));
  await sees('the mother says the scar is on the other arm');
  expect(await waits(), 'asked again').toBe(true);
});

test('“same child” asks the Committee where the child is for production', async () => {
  await officer.open(pair.path);
  await judge('same', 'name, father and scar agree; the home sent a new photograph');
  await officer.sees(officer.t('match-review.done.same'));
  const member = await officerAt(committeeInKozhikode);
  const words = member.t('cwc.list.asked', { reference: pair.found, when: '' }).trim();
  const asked = member.page.getByRole('listitem').filter({ hasText: words });
  await member.untilShown('/cwc', asked.getByRole('link', { name: member.t('cwc.action.production') }));
});
