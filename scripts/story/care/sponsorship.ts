// One of the families is given a sponsorship: applied for by the unit, approved by its committee, ordered by the Child Welfare Committee.
import { dayOf } from '../../../src/kernel/time.ts';
import { says } from '../play.ts';
import { fill, order } from './cast.ts';
import type { Scene } from './scene.ts';

const approvers = [
  ['Anita Rao', 'chairperson'],
  ['Binu K', 'agency'],
  ['Chand S', 'organisation'],
] as const;

export async function sponsor({ step, places: [here], now }: Scene): Promise<void> {
  const child = here.children[0]!;
  const base = `/found/${child}/family-care`;
  const today = dayOf(now);
  let placing = '';
  await step('the unit applies for a sponsorship, and its committee approves', here.unit, async () => {
    const asked = {
      form: 'rehabilitative',
      hardships: ['mother-alone'],
      carerName: 'Sarita Devi',
      relation: 'mother',
      area: 'rural',
      income: '60000',
      incomeProof: 'certificate',
      why: 'to go to school',
      appliedOn: today,
    };
    await fill(here.unit, `${base}/apply/sponsorship?purpose=supervision`, asked, `${base}/apply/sponsorship`);
    const page = await here.unit.open(`${base}?purpose=supervision`);
    placing = new RegExp(`${base}/placings/[0-9a-f-]{36}`).exec(page.text)?.[0] ?? '';
    const seats = Object.fromEntries(
      approvers.flatMap(([name, standing], at) => [
        [`approvers.${at}.name`, name],
        [`approvers.${at}.standing`, standing],
      ]),
    );
    await fill(here.unit, `${placing}/approve`, { metOn: today, decision: 'approved', reasons: 'the mother earns too little', ...seats });
    return placing !== '';
  });
  await step('the Committee orders the sponsorship', here.committee, async () => {
    const signed = await order(here, child, 'sponsorship');
    const account = { holder: 'Munna', account: '123456789012', branch: 'SBIN0001234', operator: 'Sarita Devi' };
    await fill(here.committee, `${placing}/order`, {
      order: signed,
      fromOn: today,
      pays: 'monthly',
      amount: '4000',
      purposes: ['education'],
      ...account,
    });
    return says(here.unit, '/family-care', 'Munna');
  });
}
