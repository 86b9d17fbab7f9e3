// A State's list of holidays reaches the duties that were there before it: those of the State that are counted in working days, and no others.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Day, dayOf, daysBetween, instantAt } from '../../kernel/time.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { type Rule, runningLaw } from '../../law/index.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import type { Holiday } from '../calendars/holiday.ts';
import { insertList, insertSaturdays } from '../calendars/import-store.ts';
import { listsOf, readCalendars } from '../calendars/store.ts';
import { peekRecord } from '../children/index.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { projectNextPage, serveLaw } from './law-change.ts';
import { ownedObligations } from './projection.ts';
import { obligationsOfRecord } from './store.ts';

let nation: Nation;
let saran: RecordId[];
let kannur: RecordId[];
const bihar: Who = 'state-nodal-officer Saran';
const all: Who = 'national-nodal-officer Saran';
const children = 3;

/** Hue and cry within seven working days instead of days. */
const rules: readonly Rule[] = runningLaw.map((rule): Rule =>
  rule.id === 'M10' ? { ...rule, due: { workingDays: 7, basis: 'source' } } : rule,
);

async function reportAt(who: Who, district: string): Promise<RecordId[]> {
  const on = '2026-11-20'; // a Friday
  const complaint = complaintSchema.parse({
    source: 'walk-in', receivedOn: on, receivedAt: '10:00', paper: 'fir', paperNumber: '212', paperOn: on, paperAt: '11:00', lastSeenOn: on,
    lastSeenAt: '09:00', lastSeenDistrict: district,
    children: Array.from({ length: children }, () => ({ childName: 'पूजा कुमारी', ageFrom: '8', sex: 'female' })),
  }); // prettier-ignore
  const records = await nation.ask(who, (context) => registerComplaint(context, complaint, []));
  return (records as { id: RecordId }[]).map(({ id }) => id);
}

beforeAll(async () => {
  nation = await startNation();
  saran = await reportAt('investigating-officer Saran', '220');
  kannur = await reportAt('investigating-officer Kannur', nation.officer('investigating-officer Kannur').districtCode!);
  await nation.ask(worker, (context) => serveLaw(context, rules));
  await follow();
});
afterAll(() => nation.stop());

const nextPage = (atMost = 2) => nation.ask(worker, (context) => projectNextPage(context, rules, atMost));
/** How many records were walked, and for which places. */
async function follow(): Promise<{ places: readonly string[] | null; records: number } | null> {
  let last = null;
  for (let page = await nextPage(); page; page = await nextPage()) last = { places: page.places, records: page.records };
  return last;
}

/** Days from the start to the due day of hue and cry, of each record. */
const daysGiven = (ids: readonly RecordId[]) =>
  Promise.all(
    ids.map(async (id) => {
      const duty = (await nation.ask(worker, (context) => obligationsOfRecord(context, id))).find(({ ruleId }) => ruleId === 'M10')!;
      return daysBetween(dayOf(duty.startedAt), dayOf(duty.dueAt));
    }),
  );

const holidays = (days: readonly string[], kind: Holiday['kind'] = 'gazetted'): Holiday[] =>
  days.map((day) => ({ day: day as Day, name: `Holiday of ${day}`, kind }));
async function bring(who: Who, place: string, days: readonly Holiday[]): Promise<void> {
  nation.clock.tick();
  await nation.ask(who, async (context) => {
    const before = (await listsOf(context, place, 2026))[0];
    await insertList(context, { place, year: 2026, source: 'GAD/1', notifiedOn: '2026-11-01' as Day }, before?.id ?? null, days);
  });
}

/** Stored duties are what a fresh fold says, row for row. */
async function expectFresh(): Promise<void> {
  for (const id of [...saran, ...kannur]) {
    const [fresh, stored] = await nation.ask(worker, async (context) => [
      await ownedObligations(context, (await peekRecord(context, { id }))!, rules),
      await obligationsOfRecord(context, id),
    ]);
    const due = (duties: readonly { ruleId: string; triggerEntryId: string; dueAt: string }[]) =>
      duties.map((one) => `${one.ruleId} ${one.triggerEntryId} ${one.dueAt}`).toSorted();
    expect(due(stored)).toEqual(due(fresh));
    expect(stored.length).toBeGreaterThan(3);
  }
}

test('a State’s list moves its own dates; another State is not walked; corrected, they move back', async () => {
  expect([await daysGiven(saran), await daysGiven(kannur)]).toEqual([
    [8, 8, 8],
    [8, 8, 8],
  ]); // one Sunday
  await bring(bihar, 'BR', [...holidays(['2026-11-24', '2026-11-25']), ...holidays(['2026-11-26'], 'restricted')]);
  expect(await daysGiven(saran)).toEqual([8, 8, 8]); // not before it was carried there
  expect(await follow()).toEqual({ places: ['BR'], records: children });
  expect([await daysGiven(saran), await daysGiven(kannur)]).toEqual([
    [11, 11, 11],
    [8, 8, 8],
  ]); // 24, 25, and the next Sunday
  await expectFresh();
  await bring(bihar, 'BR', holidays(['2026-11-24']));
  expect(await follow()).toEqual({ places: ['BR'], records: children });
  expect(await daysGiven(saran)).toEqual([10, 10, 10]);
  await bring(bihar, 'BR', [...holidays(['2026-11-24']), ...holidays(['2026-11-25'], 'restricted')]);
  expect(await follow()).toBeNull(); // the same days are closed
  await expectFresh();
});

test('a list of the nation reaches every State, an order on Saturdays its own', async () => {
  await bring(all, 'IN', holidays(['2026-11-27']));
  expect(await follow()).toEqual({ places: ['IN'], records: 2 * children });
  expect([await daysGiven(saran), await daysGiven(kannur)]).toEqual([
    [11, 11, 11],
    [10, 10, 10],
  ]);
  await nation.ask(all, (context) =>
    insertSaturdays(context, { stateCode: 'KL', fromOn: '2026-11-01' as Day, saturdays: [2, 3, 4], source: 'KL/7' }),
  );
  expect(await follow()).toEqual({ places: ['KL'], records: children });
  expect(await daysGiven(kannur)).toEqual([11, 11, 11]); // without the 28th; the 21st is past, and stays the working day it was
  await expectFresh();
});

test('changed again before it was carried everywhere, it is carried everywhere from the start', async () => {
  await bring(bihar, 'BR', []);
  expect(await nextPage(1)).toMatchObject({ places: ['BR'], records: 1, finished: false });
  await nation.ask(all, (context) =>
    insertSaturdays(context, { stateCode: 'KL', fromOn: '2026-11-02' as Day, saturdays: [], source: 'KL/8' }),
  );
  expect(await follow()).toEqual({ places: ['BR', 'KL'], records: 2 * children });
  await expectFresh();
});

test('what is brought once a day is past moves no date by it, in neither direction: what was late stays late', async () => {
  const before = [await daysGiven(saran), await daysGiven(kannur)];
  nation.clock.now = instantAt('2026-12-10' as Day, '12:00'); // all are due by now
  await bring(bihar, 'BR', holidays(['2026-11-25', '2026-11-26', '2026-11-30']));
  await bring(all, 'IN', []); // the 27th was closed when it came
  expect(await follow()).toBeNull();
  expect([await daysGiven(saran), await daysGiven(kannur)]).toEqual(before);
  await nation.ask(bihar, (context) =>
    insertSaturdays(context, { stateCode: 'BR', fromOn: '2026-11-01' as Day, saturdays: [1, 2, 3, 4, 5], source: 'BR/1' }),
  );
  expect(await follow()).toEqual({ places: ['BR'], records: children }); // its Saturdays to come
  expect([await daysGiven(saran), await daysGiven(kannur)]).toEqual(before);
  await expectFresh(); // worked out from nothing too
});

test('while a duty is worked out no calendar changes, and a law without working days asks for none', async () => {
  await nation.ask('investigating-officer Saran', async (context) => {
    await readCalendars(context, ['BR']);
    await expect(
      nation.ask(bihar, async (other) => {
        await sql`set local lock_timeout = '100ms'`.execute(other.db);
        await insertSaturdays(other, { stateCode: 'BR', fromOn: '2026-11-01' as Day, saturdays: [1], source: 'BR/9' });
      }),
    ).rejects.toMatchObject({ code: '55P03' });
  });
  await nation.ask(bihar, (context) =>
    insertSaturdays(context, { stateCode: 'BR', fromOn: '2026-11-01' as Day, saturdays: [1], source: 'BR/9' }),
  ); // control
  await nation.ask(worker, (context) => serveLaw(context, runningLaw));
  while (await nation.ask(worker, (context) => projectNextPage(context, runningLaw)));
  await bring(bihar, 'BR', holidays(['2026-12-01']));
  expect(await nation.ask(worker, (context) => projectNextPage(context, runningLaw))).toBeNull();
});
