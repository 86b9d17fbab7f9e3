// The Committee's part: produced, recognised, restored, each from its cause list. The found record ends; the missing report waits for its own officer.
import { beforeAll, expect, test } from 'vitest';
import type { Person } from './person.ts';
import { type Pair, judgedSame } from './records.ts';
import { committeeInKozhikode, das, officerAt } from './station.ts';

let pair: Pair;
let member: Person;

beforeAll(async () => {
  pair = await judgedSame({ childName: 'Nirupama Samaddar', fatherName: 'Jogesh Samaddar', mark: 'mole' });
  member = await officerAt(committeeInKozhikode);
});

/** From the row of the child on the cause list to the form of the step. */
async function begin(step: 'production' | 'identity' | 'restoration'): Promise<void> {
  const { go, page, t } = member;
  const row = page.getByRole('listitem').filter({ hasText: pair.found }).first();
  await go(row.getByRole('link', { name: t(`cwc.action.${step}`) }));
}

/** Form 44: drafted by the member, signed by three, each at a desk of their own. */
async function orderRestoration(): Promise<void> {
  const { field, button, go, open, page, t } = member;
  await open(`/cwc/${pair.found}/order?type=restoration`);
  await field(t('cwc-orders.suitable.home-visit')).check();
  await field(t('cwc-orders.field.body')).fill('The mother was visited and found suitable.');
  const labels = (await page.locator('input[name=signers] + label').allInnerTexts()).slice(0, 3);
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
  await go(button(t('cwc-orders.draftSave')));
  const order = new URL(page.url()).pathname;
  for (const name of labels.map((label) => label.split(',')[0]!.trim())) {
    const signer = await officerAt({ office: 'Child Welfare Committee', role: '', district: 'KL-KZK', name });
    await signer.open(order);
    await signer.field(t('cwc-orders.field.consent')).fill(name);
    await signer.go(signer.button(t('cwc-orders.sign')));
    await signer.sees(t('cwc-orders.done.step'));
  }
}

test('the Committee works its cause list: production, identity, restoration', async () => {
  const { field, button, go, open, sees, t } = member;
  await open('/cwc');
  await begin('production');
  await field(t('cwc.field.producedAt')).fill('00:00');
  await field(t('cwc.field.childHeard')).fill('আমি হাওড়া যেতে চাই');
  await field(t('cwc.placement.children-home')).check();
  await go(button(t('cwc.production.save')));
  await sees(t('cwc.done.production'));
  await begin('identity');
  await field(t('cwc.answer.confirmed')).check();
  await field(t('cwc.basis.parent-recognised')).check();
  await field(t('cwc.field.reasons')).fill('mother and daughter knew each other on a video call');
  await go(button(t('cwc.identity.save')));
  await sees(t('cwc.done.identity'));
  await orderRestoration();
  await open('/cwc');
  await begin('restoration');
  await field(t('cwc.relation.parents')).check();
  await field(t('cwc.field.restoredAt')).fill('00:00');
  await go(button(t('cwc.restoration.save')));
  await sees(t('cwc.done.restoration'));
  expect(await member.page.getByText(pair.found).count(), 'nothing more is asked about her').toBe(0);
  await open(`/found/${pair.found}`);
  await sees(t('children.status.restored'));
  await sees(/by order \d+\/2026/);
});

test('the missing report is traced but open until its own officer closes it', async () => {
  const { field, button, go, link, open, sees, t, unfold } = await officerAt(das);
  await open(`/missing/${pair.missing}`);
  await sees(t('children.status.traced'));
  await unfold('children.next.others');
  await go(link(t('missing-reports.action.close')));
  await field(t('missing-reports.outcome.restored')).check();
  await field(t('missing-reports.field.reason')).fill('restored by the Committee in Kozhikode');
  await go(button(t('missing-reports.do.close')));
  await sees(t('missing-reports.done.close'));
  await sees(t('children.status.closed'));
  expect(await link(t('missing-reports.action.close')).count()).toBe(0);
});
