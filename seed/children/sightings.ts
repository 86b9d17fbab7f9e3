// Sightings: a passer-by saw a child. Some saw the missing child, most saw another, a few saw nobody.
import { drawChildName, writeName } from '../names/names.ts';
import { officesIn } from '../offices.ts';
import { districtsOf } from '../places/places.ts';
import { type Random, draw, weighted } from '../random.ts';
import type { TrueChild } from './child.ts';
import { sightingDescription } from './describe.ts';
import { startDiary } from './diary.ts';
import { day, dayAt, hour, instant } from './instants.ts';
import type { Plan } from './plan.ts';
import type { SightingSide } from './story.ts';
import { doings, foundPlaces, lastSeenWith } from './words.ts';

const sources = weighted<'citizen-door' | 'telephone' | 'childline' | 'railway'>([
  ['citizen-door', 55],
  ['telephone', 20],
  ['childline', 20],
  ['railway', 5],
]);
const answers = weighted<'child-found' | 'nobody-there' | 'no-concern' | 'hoax'>([
  ['nobody-there', 50],
  ['no-concern', 30],
  ['child-found', 12],
  ['hoax', 8],
]);

/** One of the child (while missing), about one story in fifteen. */
export function sightingsOf(random: Random, child: TrueChild, plan: Plan, nextNumber: () => number): SightingSide[] {
  if (!random.chance(0.07) && plan.hardCase !== 'false-citizen-report') return [];
  const until = plan.foundAt ?? plan.now - hour;
  const from = plan.lastSeenAt + hour;
  if (until <= from) return [];
  const seenAt = from + random.next() ** 2 * Math.min(60 * day, until - from);
  const district = random.chance(0.6) ? (plan.foundDistrict ?? plan.lastSeenDistrict) : random.pick(districtsOf(child.home.stateCode));
  const number = nextNumber();
  const office = random.pick(officesIn(district.code, 'police-station'));
  const diary = startDiary(random, { prefix: `s${number}`, now: plan.now, extraLag: 0 });
  diary.write('sighting.reported', { source: draw(random, sources) }, seenAt + random.next() * 5 * hour, { by: null, lag: 0 });
  if (random.chance(0.7))
    diary.write('sighting.answered', { outcome: draw(random, answers) }, seenAt + (6 + random.next() * 60) * hour, { by: office.code });
  const entries = diary.entries();
  if (entries.length === 0) return [];
  const seen = instant(seenAt);
  const years = child.ageDays / 365.25 + (seenAt - plan.lastSeenAt) / (365.25 * day);
  return [
    {
      number,
      description: sightingDescription(random, child, dayAt(seenAt), years),
      officeCode: office.code,
      seenAt: seen,
      districtCode: district.code,
      place: `${random.pick(foundPlaces)}, ${district.name}`,
      doing: random.pick(doings),
      seenWith: random.chance(0.3) ? random.pick(lastSeenWith.slice(1)) : null,
      reporterName: writeName(drawChildName(random, child.family, 'male'), 'Latn'),
      diary: entries,
    },
  ];
}
