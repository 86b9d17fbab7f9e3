// Children go home across States under escort; one runs away and is a missing child by itself; families are visited; the drive's page shows it all.
import { type Instant, addMinutes, dayOf, systemClock, timeOfDay } from '../../../src/kernel/time.ts';
import { words } from '../person.ts';
import { has, says } from '../play.ts';
import { type Place, fill, order } from './cast.ts';
import { type Scene, goHome } from './scene.ts';

const WAIT_SECONDS = 60;
const minuteOf = (at: Instant) => timeOfDay(at);

async function restore(place: Place, reference: string): Promise<void> {
  await order(place, reference, 'restoration', { suitableBy: 'social-report' });
  const escort = await order(place, reference, 'escort', { escortOf: 'dcpu', toOffice: /Child Protection Unit/ });
  const now = systemClock();
  const journey = { order: escort, escortName: 'Constable Ravi', handedTo: 'the mother, before the Committee of her district', receipt: `R-${reference}`, startedOn: dayOf(now), startedAt: minuteOf(addMinutes(now, -2)), endedOn: dayOf(now), endedAt: minuteOf(addMinutes(now, -1)) }; // prettier-ignore
  await fill(place.unit, `/cwc/${reference}/journey?purpose=supervision`, journey, `/cwc/${reference}/journey`);
  await fill(place.committee, `/cwc/${reference}/restoration`, {
    toRelation: 'parents',
    restoredAt: minuteOf(now),
    escortedBy: 'Constable Ravi',
  });
  const discharge = { leftHow: 'restored', leftTo: 'her own State', orderNumber: `R-${reference}`, orderedOn: dayOf(now) };
  await fill(place.superintendent, `/residents/${reference}/discharge`, discharge);
}

export async function goingHome(scene: Scene): Promise<void> {
  const { step, known, places, national } = scene;
  const [here, there] = places;
  await step('eighteen go home across States, by order, under escort', here.committee, async () => {
    for (const place of places) for (const reference of goHome(place)) await restore(place, reference);
    return says(here.committee, `/found/${here.children[0]}?purpose=supervision`, 'restored to the parents');
  });
  await step('one runs away, and is a missing child by itself', here.superintendent, async () => {
    known.gone = here.children[goHome(here).length]!;
    await fill(here.superintendent, `/residents/${known.gone}/missing`, { words: 'left by the back gate at dusk' });
    const name = known.nameOf.get(known.gone)!;
    return has(await here.unit.until('/children?kind=missing&open=yes', (page) => has(page, name), WAIT_SECONDS), name);
  });
  await step('every family is visited', here.unit, async () => {
    const visit = { visit: 'first', visitFound: 'at school again' };
    for (const place of places)
      for (const reference of goHome(place))
        await fill(place.unit, `/cwc/${reference}/follow-up?purpose=supervision`, visit, `/cwc/${reference}/follow-up`);
    return says(here.committee, `/cwc/${here.children[0]}/file?purpose=supervision`, 'at school again');
  });
  await step('the drive’s page says how all thirty stand', national, async () => {
    const told = [
      'Children rescued: 30',
      'in time: 28',
      'care plan in time: 30',
      'Restored to their families: 18',
      'in homes: 11',
      'Out of touch: 1',
    ];
    const page = await national.until(`/drives/${known.drive}`, (drive) => has(drive, ...told), WAIT_SECONDS);
    return has(page, ...told);
  });
  await step('the district sees its own children, the nation no name', there.committee, async () => {
    const own = await there.committee.open(`/drives/${known.drive}`);
    const nation = words(await national.open(`/drives/${known.drive}`));
    return (
      has(own, there.children[0]!) &&
      !own.text.includes(here.children[0]!) &&
      !nation.includes('Munna') &&
      !nation.includes(here.children[0]!)
    );
  });
  await step('to the Ministry, which opens no record, a few is a few', scene.ministry, () =>
    says(scene.ministry, `/drives/${known.drive}`, 'Out of touch: fewer than 5', 'Children rescued: 30'),
  );
  await step('the answer is there as a table and on paper', national, async () => {
    const csv = await national.open(`/drives/${known.drive}/figures.csv`);
    const paper = await national.open(`/drives/${known.drive}/print.pdf`);
    return csv.text.includes('measure.education') && paper.status === 200 && paper.text.startsWith('%PDF');
  });
}
