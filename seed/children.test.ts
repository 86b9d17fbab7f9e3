// The stories are deterministic, hold the promised mix and every hard case, and leave real work undone.
import { expect, test } from 'vitest';
import { type Day, daysBetween, dayOf, instantAt, minutesBetween } from '../src/kernel/time.ts';
import { type ChildStory, generateChildren, hardCases } from './children.ts';
import { officeByCode, slowStation, vacantNodalDistrict } from './offices.ts';
import { districtOf, kilometresBetween } from './places/places.ts';
import { scriptOfText } from './names/script.ts';

const today = '2026-11-24' as Day;
const now = instantAt(today, '08:00');
const tell = (count: number, seed = 'nation', on = today): ChildStory[] => [...generateChildren({ seed, count, today: on })];
const stories = tell(20_000);
const sides = stories.flatMap((story) => [story.missing, story.found, ...story.sightings]).filter((side) => side !== null);
const share = (holds: (story: ChildStory) => boolean, among = stories): number => among.filter(holds).length / among.length;
const missing = stories.filter((story) => story.missing !== null);
const caseOf = (name: string): ChildStory => stories.find((story) => story.hardCase === name)!;
const happened = (story: ChildStory, side: 'missing' | 'found'): string[] => story[side]!.diary.map((entry) => entry.happening);

test('the same seed and day tell the same stories, another seed or day others; more children do not change the first', () => {
  expect(tell(300)).toEqual(stories.slice(0, 300));
  expect(tell(50, 'another')).not.toEqual(stories.slice(0, 50));
  expect(tell(50, 'nation', '2026-11-25' as Day)).not.toEqual(stories.slice(0, 50));
});

test('sides are numbered without gaps and truth points at them', () => {
  expect(missing.map((story) => story.missing!.number)).toEqual(missing.map((_, at) => at));
  const found = stories.filter((story) => story.found !== null);
  expect(found.map((story) => story.found!.number)).toEqual(found.map((_, at) => at));
  for (const { truth, missing: one, found: other } of stories) {
    expect(truth).toEqual(one && other ? { missingIndex: one.number, foundIndex: other.number } : null);
  }
});

const years = (story: ChildStory): number => story.missing!.description.age!.lowMonths / 12;
const tracedWithin = (story: ChildStory, days: number): boolean => {
  const traced = story.missing!.diary.find((entry) => entry.happening === 'missing.traced');
  return traced !== undefined && minutesBetween(story.missing!.lastSeenAt, traced.happenedAt) <= days * 1440;
};
const elopements = (story: ChildStory): boolean => ['elopement', 'ran-away'].includes(story.missing!.circumstance);

test.each([
  ['girls', 0.75, (story: ChildStory) => story.missing!.description.sex === 'female'],
  ['0 to 5', 0.05, (story: ChildStory) => years(story) < 6],
  ['6 to 11', 0.1, (story: ChildStory) => years(story) >= 6 && years(story) < 12],
  ['12 to 14', 0.15, (story: ChildStory) => years(story) >= 12 && years(story) < 15],
  ['15 to 17', 0.7, (story: ChildStory) => years(story) >= 15],
  ['left home or elopement', 0.45, elopements],
  ['family conflict', 0.15, (story: ChildStory) => story.missing!.circumstance === 'family-dispute'],
  ['lost', 0.1, (story: ChildStory) => story.missing!.circumstance === 'lost'],
  ['suspected trafficking', 0.05, (story: ChildStory) => story.missing!.circumstance === 'trafficking-suspected'],
  ['inter-State', 0.12, (story: ChildStory) => story.interState],
] as const)('%s make about %d', (_, expected, holds) => {
  expect(Math.abs(share(holds, missing) - expected)).toBeLessThan(0.02);
});

test('a third are traced within a day or so, most within four months', () => {
  const old = missing.filter((story) => daysBetween(dayOf(story.missing!.lastSeenAt), today) > 150);
  expect(share((story) => tracedWithin(story, 1.05), old)).toBeGreaterThan(0.28);
  expect(share((story) => tracedWithin(story, 30), old)).toBeGreaterThan(0.58);
  expect(share((story) => tracedWithin(story, 140), old)).toBeGreaterThan(0.72);
  expect(share((story) => tracedWithin(story, 140), old)).toBeLessThan(0.86);
});

test('at least 3 % are open on both sides and undiscovered, also in a small seed', () => {
  const open = (story: ChildStory): boolean => {
    if (!story.missing || !story.found || story.ending !== 'undiscovered') return false;
    const ends = ['missing.traced', 'missing.closed', 'identity.confirmed', 'found.restored', 'found.closed'];
    return ![...happened(story, 'missing'), ...happened(story, 'found')].some((happening) => ends.includes(happening));
  };
  expect(share(open)).toBeGreaterThan(0.03);
  expect(share(open, stories.slice(0, 300))).toBeGreaterThan(0.03);
});

test('nothing is recorded before it happened or after today, in the order recorded, by offices that exist', () => {
  for (const { diary } of sides) {
    const ids = new Set(diary.map((entry) => entry.entryId));
    expect(ids.size).toBe(diary.length);
    diary.forEach((entry, at) => {
      if (entry.recordedAt < entry.happenedAt || entry.recordedAt > now)
        expect.fail(`${entry.entryId} ${entry.happenedAt} ${entry.recordedAt}`);
      if (at > 0 && entry.recordedAt < diary[at - 1]!.recordedAt) expect.fail(`${entry.entryId} out of order`);
      if (entry.byOffice) officeByCode(entry.byOffice);
      if (entry.corrects && !ids.has(entry.corrects)) expect.fail(`${entry.entryId} corrects nothing`);
    });
  }
});

test('every diary opens with its report, finding or sighting, and a child is found after it was last seen', () => {
  for (const { missing: one, found: other, sightings } of stories) {
    if (one && one.diary[0]?.happening !== 'missing.reported') expect.fail(one.diary[0]?.entryId);
    if (other && other.diary[0]?.happening !== 'found.found') expect.fail(other.diary[0]?.entryId);
    for (const { diary } of sightings) expect(diary[0]!.happening).toBe('sighting.reported');
    if (one && other) expect(other.foundAt >= one.lastSeenAt).toBe(true);
  }
});

test('descriptions stay within what the database accepts', () => {
  for (const { description } of sides) {
    const { age, names, homeDistrict } = description;
    if (age && (age.lowMonths < 0 || age.highMonths < age.lowMonths || age.lowMonths > 335)) expect.fail(JSON.stringify(age));
    for (const name of names)
      if (name.text.trim() !== name.text || name.text.length < 1 || name.text.length > 200) expect.fail(`"${name.text}"`);
    if (homeDistrict) districtOf(homeDistrict);
  }
});

test('the found child is described anew: most names differ in spelling or script, many in script', () => {
  const pairs = stories.filter((story) => story.truth && story.found!.description.names.length > 0);
  const first = (story: ChildStory, side: 'missing' | 'found'): string => story[side]!.description.names[0]!.text;
  const other = share((story) => first(story, 'missing') !== first(story, 'found'), pairs);
  const script = share((story) => scriptOfText(first(story, 'missing')) !== scriptOfText(first(story, 'found')), pairs);
  expect(other).toBeGreaterThan(0.6);
  expect(script).toBeGreaterThan(0.35);
  expect(script).toBeLessThan(0.8);
});

test('every hard case is among the first 200 children', () => {
  const cases = new Set(tell(200).map((story) => story.hardCase));
  for (const name of [...hardCases, 'twins-second']) expect(cases, name).toContain(name);
});

test('twins stand in one paper of one station; one is found, the other is not', () => {
  const [first, second] = [caseOf('twins-first'), caseOf('twins-second')];
  expect(second.index).toBe(first.index + 1);
  expect(second.missing!.complaint).toEqual(first.missing!.complaint);
  expect(second.missing!.lastSeenAt).toBe(first.missing!.lastSeenAt);
  expect(second.missing!.description.names[0]).not.toEqual(first.missing!.description.names[0]);
  expect([first.ending, second.ending]).toEqual(['undiscovered', 'still-missing']);
});

test('distances, stations and dates of the hard cases', () => {
  const far = caseOf('found-900-km-away');
  expect(
    kilometresBetween(districtOf(far.missing!.description.homeDistrict!), districtOf(far.found!.foundDistrict)),
  ).toBeGreaterThanOrEqual(900);
  const zero = caseOf('zero-fir').missing!;
  expect(zero.complaint.paper).toBe('zero-fir');
  expect(officeByCode(zero.complaint.stationCode).districtCode).not.toBe(zero.lastSeenDistrict);
  const slow = caseOf('slow-station').missing!;
  expect(slow.complaint.stationCode).toBe(slowStation.code);
  expect(minutesBetween(slow.diary[0]!.happenedAt, slow.diary[0]!.recordedAt)).toBeGreaterThanOrEqual(9 * 1440);
  expect(caseOf('vacant-nodal-post').missing!.lastSeenDistrict).toBe(vacantNodalDistrict);
  const infant = caseOf('parents-appear-on-day-58');
  expect(daysBetween(dayOf(infant.found!.foundAt), dayOf(infant.missing!.complaint.receivedAt))).toBeGreaterThanOrEqual(57);
  expect(daysBetween(dayOf(caseOf('cwc-pending-twelve-months').found!.foundAt), today)).toBeGreaterThan(365);
});

test.each([
  ['no-photograph', 'missing', [], ['missing.photographAdded']],
  ['turns-eighteen-while-missing', 'missing', ['missing.reported'], ['missing.closed']],
  ['false-citizen-report', 'missing', ['missing.falseReport', 'missing.closed'], ['missing.firRegistered']],
  ['vacant-nodal-post', 'missing', ['missing.nodalOfficersAlerted'], ['missing.alertAcknowledged']],
  ['cwc-pending-twelve-months', 'found', ['found.produced'], ['found.placed', 'found.restored']],
  ['judgement-reversed', 'missing', ['match.judged', 'match.judgementReversed'], ['missing.traced']],
  ['missing-again', 'missing', ['missing.closed', 'missing.reopened'], []],
  ['traced-not-alive', 'missing', ['missing.traced', 'missing.closed'], []],
] as const)('%s: what the %s diary holds and lacks', (name, side, holds, lacks) => {
  const told = stories.filter((one) => one.hardCase === name);
  expect(told.length).toBe(20);
  for (const story of told) {
    for (const happening of holds) expect(happened(story, side), `${story.index}`).toContain(happening);
    for (const happening of lacks) expect(happened(story, side), `${story.index}`).not.toContain(happening);
  }
});

test('three scripts in one report, a corrected time in one intake, a child who is eighteen today', () => {
  const scripts = new Set(
    caseOf('three-scripts')
      .missing!.description.names.filter((name) => name.bearer === 'child')
      .map((name) => scriptOfText(name.text)),
  );
  expect(scripts.size).toBeGreaterThanOrEqual(3);
  expect(caseOf('found-time-corrected').found!.diary.some((entry) => entry.corrects !== null)).toBe(true);
  const age = caseOf('turns-eighteen-while-missing').missing!.description.age!;
  expect(age.highMonths).toBeLessThan(18 * 12);
  expect(age.highMonths + daysBetween(age.on, today) / 30.44).toBeGreaterThan(18 * 12 - 1);
});

test('a child reported at two stations is traced by one and missing on the books of the other: same family, same picture, two papers', () => {
  const told = tell(172);
  const [first, again] = [told[70]!, told[71]!];
  expect([first.hardCase, first.ending, again.hardCase, again.ending]).toEqual([
    'reported-twice',
    'traced',
    'reported-again',
    'still-missing',
  ]);
  const [one, other] = [first.missing!, again.missing!];
  expect(other.complaint.informantTelephone).toBe(one.complaint.informantTelephone);
  expect(other.complaint.stationCode).not.toBe(one.complaint.stationCode);
  expect(other.complaint.key).not.toBe(one.complaint.key);
  if (one.photograph && other.photograph) expect(other.photograph.picture).toBe(one.photograph.picture);
  expect(told[170]!.missing!.complaint.informantTelephone).toBe(told[171]!.missing!.complaint.informantTelephone);
  const telephones = told.flatMap(({ missing }) => (missing ? [missing.complaint.informantTelephone] : []));
  expect(telephones.length - new Set(telephones).size).toBe(3); // two reported again, and the twin
});
