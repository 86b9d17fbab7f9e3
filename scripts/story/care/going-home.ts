// Children go home across States under escort; one runs away and is a missing child by itself; families are visited; the drive's page shows it all.
import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, addMinutes, dayOf, milliseconds, systemClock, timeOfDay } from '../../../src/kernel/time.ts';
import { has, says } from '../play.ts';
import { type Place, fill, order } from './cast.ts';
import { type Scene, goHome } from './scene.ts';

const WAIT_SECONDS = 60;
const minuteOf = (at: Instant) => timeOfDay(at);

/** A restoration is told by the minute: in the minute of the last plan it would stand before it. */
async function minuteAfter(at: Instant): Promise<void> {
  const next = (Math.floor(milliseconds(at) / 60_000) + 1) * 60_000;
  const left = next - milliseconds(systemClock());
  if (left > 0) await pause(left);
}

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
  const { step, known, places } = scene;
  const [here] = places;
  await minuteAfter(known.plannedAt);
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
}
