// Social investigation reports, individual care plans in the child's own words, and the Committee's approval.
import { addDays, dayOf, systemClock } from '../../../src/kernel/time.ts';
import { domains } from '../../../src/modules/care-plans/plan.ts';
import { says } from '../play.ts';
import { type Place, fill, order } from './cast.ts';
import { type Scene, goHome } from './scene.ts';

async function socialReport(place: Place, reference: string, { now }: Scene): Promise<void> {
  await order(place, reference, 'social-report', { toOffice: /Child Protection Unit/, dueOn: addDays(dayOf(now), 10) });
  const list = await place.unit.open('/cwc');
  const path = new RegExp(`/cwc/${reference}/reports/[0-9a-f-]{36}`).exec(list.text)?.[0];
  if (!path) throw new Error(`no report asked of the unit for ${reference}`);
  const parts = [
    ['child', { name: 'as the child says it' }],
    ['family', { familyMembers: 'Mother, 34; two sisters' }],
    ['plan', { restorationRisk: 'low, with visits', recommendation: 'home with sponsorship' }],
  ] as const;
  for (const [part, said] of parts) await fill(place.unit, `${path}?part=${part}&purpose=inquiry`, { part, ...said }, path);
  await place.unit.send(`${path}/submit`, {});
}

/** What each need of concern is met by; the others give none. */
const measureOf: Partial<Record<string, string>> = {
  education: 'education',
  emotional: 'counselling',
  health: 'health-care',
  'independent-living': 'skill-development',
};

async function plan({ superintendent }: Place, reference: string, { now }: Scene): Promise<void> {
  const base = `/found/${reference}/plan`;
  await fill(superintendent, base, {}, `${base}/begin`);
  const wishes = {
    heard: 'spoken',
    wishes: 'I want to go home and to school',
    wishesLanguage: 'Hindi',
    caseWorker: 'Lakshmi',
    ladder: 'own-family',
  };
  await fill(superintendent, `${base}/wishes`, wishes);
  for (const domain of domains) {
    const measure = measureOf[domain];
    const grave = {
      concern: 'medium',
      concernWords: 'out of school since eight',
      goal: 'learns and rests',
      intervention: 'as the measure says',
      who: 'Lakshmi',
      agency: 'the home',
      success: 'seen at the next report',
      startsOn: dayOf(now),
      reviewOn: addDays(dayOf(now), 30),
    };
    await fill(superintendent, `${base}/needs/${domain}`, measure ? { ...grave, measure } : { concern: 'none' });
  }
  await fill(superintendent, base, {}, `${base}/make`);
}

export async function planCare(scene: Scene): Promise<void> {
  const { step, known, places } = scene;
  const [here] = places;
  await step('social investigation reports are ordered, written and read by the Committee', here.unit, async () => {
    for (const place of places) for (const reference of goHome(place)) await socialReport(place, reference, scene);
    return says(here.committee, `/cwc/${here.children[0]}/file?purpose=inquiry`, 'Social investigation report');
  });
  await step('the homes make an individual care plan with each child', here.superintendent, async () => {
    for (const place of places) for (const reference of place.children) await plan(place, reference, scene);
    known.plannedAt = systemClock();
    return says(here.superintendent, `/found/${here.children[0]}/plan`, 'I want to go home and to school');
  });
  await step('the Committees approve the plans', here.committee, async () => {
    for (const place of places)
      for (const reference of place.children) await fill(place.committee, `/found/${reference}/plan/decide`, { decision: 'approved' });
    const csv = (await here.committee.open(`/drives/${known.drive}/children.csv`)).text;
    return csv.split('\r\n').filter((row) => /,in-time,[^,]*,yes,/.test(row)).length === here.children.length;
  });
}
