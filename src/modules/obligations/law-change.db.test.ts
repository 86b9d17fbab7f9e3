// A change of law reaches the records that were there before it: page by page, in the background, by several workers, to what a fresh fold says.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMonths, dayOf, endOfDay } from '../../kernel/time.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { type Rule, law, runningLaw } from '../../law/index.ts';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import { peekRecord } from '../children/index.ts';
import { holdDiaries } from '../diary/index.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { followLaw, lawVersion, projectNextPage, serveLaw } from './law-change.ts';
import { ownedObligations } from './projection.ts';
import { obligationsOfRecord } from './store.ts';

let nation: Nation;
let ids: RecordId[];
const sonepur = 'investigating-officer Saran' as const;
const children = 5;

/** The transfer after three months instead of four, and a duty that waited begins to run. */
const changed: readonly Rule[] = [
  ...runningLaw.map((rule): Rule => (rule.id === 'M11' ? { ...rule, due: { months: 3, basis: 'source' } } : rule)),
  ...law.filter(({ id }) => id === 'M16'),
];

beforeAll(async () => {
  nation = await startNation();
  const on = '2026-11-20';
  const complaint = complaintSchema.parse({
    source: 'walk-in', receivedOn: on, receivedAt: '10:00', paper: 'fir', paperNumber: '212', paperOn: on, paperAt: '11:00', lastSeenOn: on,
    lastSeenAt: '09:00', lastSeenDistrict: '220',
    children: Array.from({ length: children }, () => ({ childName: 'पूजा कुमारी', ageFrom: '8', sex: 'female' })),
  }); // prettier-ignore
  const records = await nation.ask(sonepur, (context) => registerComplaint(context, complaint, []));
  ids = (records as { id: RecordId }[]).map(({ id }) => id).toSorted();
});
afterAll(() => nation.stop());

const serve = (rules: readonly Rule[], partSize?: number) => nation.ask(worker, (context) => serveLaw(context, rules, partSize));
const nextPage = (rules: readonly Rule[], atMost: number) => nation.ask(worker, (context) => projectNextPage(context, rules, atMost));
async function follow(rules: readonly Rule[], atMost = 2): Promise<void> {
  while (await nextPage(rules, atMost));
}
const storedOf = (id: RecordId) => nation.ask(worker, (context) => obligationsOfRecord(context, id));
/** Months from the start to the due day of the transfer, by record. */
const transferMonths = () =>
  Promise.all(
    ids.map(async (id) => {
      const duty = (await storedOf(id)).find(({ ruleId }) => ruleId === 'M11')!;
      return [3, 4].find((months) => endOfDay(addMonths(dayOf(duty.startedAt), months)) === duty.dueAt);
    }),
  );

beforeEach(async () => {
  await serve(runningLaw);
  await follow(runningLaw);
});

test('a new period moves due dates, a duty that waited begins; stopped half-way it goes on from there', async () => {
  expect(await transferMonths()).toEqual([4, 4, 4, 4, 4]);
  await serve(changed);
  expect(await nextPage(changed, 2)).toEqual({ version: lawVersion(changed), places: null, records: 2, finished: false });
  expect(await transferMonths()).toEqual([3, 3, 4, 4, 4]);
  await serve(changed); // another worker starts
  expect(await nextPage(changed, 2)).toMatchObject({ records: 4, finished: false });
  expect(await nextPage(changed, 2)).toMatchObject({ records: 5, finished: true });
  expect(await nextPage(changed, 2)).toBeNull();
  expect(await transferMonths()).toEqual([3, 3, 3, 3, 3]);
  expect((await storedOf(ids[0]!)).map(({ ruleId }) => ruleId)).toContain('M16');
});

test('changed back, what is stored is what a fresh fold says, row for row', async () => {
  await serve(changed);
  await follow(changed);
  await serve(runningLaw);
  await follow(runningLaw);
  const key = ({ ruleId, triggerEntryId }: { ruleId: string; triggerEntryId: string }) => `${ruleId} ${triggerEntryId}`;
  for (const id of ids) {
    const fresh = await nation.ask(worker, async (context) => ownedObligations(context, (await peekRecord(context, { id }))!));
    const stored = new Map((await storedOf(id)).map((duty) => [key(duty), duty]));
    expect(stored.size).toBe(fresh.length);
    for (const duty of fresh) expect(stored.get(key(duty))).toEqual({ recordId: id, ...duty });
  }
});

test('several workers do each record once; one built with another law leaves them alone', async () => {
  await serve(changed);
  expect(await nextPage(runningLaw, 2)).toBeNull();
  const lane = async () => {
    let [pages, last] = [0, 0];
    for (let page = await nextPage(changed, 1); page && !page.finished; page = await nextPage(changed, 1)) {
      [pages, last] = [pages + 1, page.records];
    }
    return { pages, last };
  };
  const lanes = await Promise.all([lane(), lane(), lane()]);
  await follow(changed, 1);
  expect(lanes.reduce((sum, { pages }) => sum + pages, 0)).toBeLessThanOrEqual(children);
  expect(await transferMonths()).toEqual([3, 3, 3, 3, 3]);
});

test('in parts: while one worker holds its part others do theirs, and the last to end says so', async () => {
  await serve(changed, 1);
  const others = await nation.ask(worker, async (context) => {
    expect(await projectNextPage(context, changed, 1)).toMatchObject({ records: 1, finished: false });
    const pages = [];
    for (let page = await nextPage(changed, 2); page; page = await nextPage(changed, 2)) pages.push(page);
    return pages;
  });
  expect(others).toMatchObject([1, 2, 3, 4].map((records) => ({ records, finished: false }))); // the first's is not theirs to see yet
  expect(await nextPage(changed, 1)).toMatchObject({ records: 5, finished: true });
  expect(await transferMonths()).toEqual([3, 3, 3, 3, 3]);
});

test('an officer at work on a record goes first: the page gives up and is done later', async () => {
  await serve(changed);
  await nation.ask(sonepur, async (context) => {
    await holdDiaries(context, [ids[1]!]);
    await expect(nextPage(changed, 5)).rejects.toMatchObject({ code: '55P03' });
  });
  expect(await transferMonths()).toEqual([4, 4, 4, 4, 4]);
  await follow(changed, 5);
  expect(await transferMonths()).toEqual([3, 3, 3, 3, 3]);
});

test('a page that gave way is taken up again as soon as the way is free; any other fault is told', async () => {
  await serve(changed);
  const free = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const officer = nation.ask(sonepur, async (context) => {
    await holdDiaries(context, [ids[1]!]);
    held.resolve();
    await free.promise;
  });
  await held.promise;
  let turnedAway = 0;
  const pages: number[] = [];
  const page = () =>
    nextPage(changed, 6).catch((fault: unknown) => {
      turnedAway += 1;
      if (turnedAway === 2) free.resolve();
      throw fault;
    });
  await followLaw(page, () => true, ({ records }) => void pages.push(records)); // prettier-ignore
  await officer;
  expect([turnedAway >= 2, pages]).toEqual([true, [5]]);
  expect(await transferMonths()).toEqual([3, 3, 3, 3, 3]);
  const broken = followLaw(() => Promise.reject(new Error('broken')), () => true, () => {}); // prettier-ignore
  await expect(broken).rejects.toThrow('broken');
});

test('the version changes with what decides a duty, not with its sources', () => {
  const [first, ...rest] = runningLaw as [Rule, ...Rule[]];
  expect(lawVersion([{ ...first, citation: 'another reading of the same', examples: [] }, ...rest])).toBe(lawVersion(runningLaw));
  expect(lawVersion(changed)).not.toBe(lawVersion(runningLaw));
});
